//! Names that a file uses more than once.

use std::collections::{BTreeMap, BTreeSet};

/// Codes of which each occurs once: a later one is told from the first by its number.
pub(crate) fn distinct(codes: Vec<String>) -> Vec<String> {
    let mut seen = BTreeMap::<String, usize>::new();
    let mut taken: BTreeSet<String> = codes.iter().cloned().collect();
    let code = |code: String| {
        let count = seen.entry(code.clone()).or_insert(0);
        *count += 1;
        if *count == 1 {
            return code;
        }
        let mut number = *count;
        while !taken.insert(format!("{code}#{number}")) {
            number += 1;
        }
        *count = number;
        format!("{code}#{number}")
    };
    codes.into_iter().map(code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_that_occur_twice_are_numbered() {
        let codes = ["a", "a", "a#2", "b", "a"].map(str::to_owned).to_vec();
        assert_eq!(distinct(codes), ["a", "a#3", "a#2", "b", "a#4"]);
    }
}
