//! Levels that are shown by indents alone.

use formats::Cell;

use crate::header;

/// Fewest rows that are indented where indents are levels; one alone is a slip.
const LEAST_INDENTED: usize = 2;

/// The texts among those of a column that have more deeply indented ones right below them, wherever they stand.
pub(crate) fn parents<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<String> {
    let filled: Vec<(&str, usize)> = texts
        .filter_map(|text| Some((text, depth(text)?)))
        .collect();
    let indented = filled.iter().filter(|(_, depth)| *depth > 0).count();
    let is_flush = filled.first().is_some_and(|(_, depth)| *depth == 0);
    if indented < LEAST_INDENTED || !is_flush {
        return Vec::new();
    }
    let next = filled.iter().skip(1).map(|(_, depth)| *depth).chain([0]);
    let (mut parents, mut others) = (Vec::new(), Vec::new());
    for ((text, depth), next) in filled.iter().zip(next) {
        let list = if next > *depth {
            &mut parents
        } else {
            &mut others
        };
        list.push(header::text(Cell::Text(text)).into_owned());
    }
    parents.sort();
    parents.dedup();
    others.sort();
    parents.retain(|parent| others.binary_search(parent).is_err());
    parents
}

/// Blanks before a text; nothing where there is no text.
fn depth(text: &str) -> Option<usize> {
    let rest = text.trim_start();
    (!rest.is_empty()).then_some(text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_above_deeper_ones_is_their_parent_unless_it_stands_elsewhere_too() {
        let check = |texts: &[&str], expected: &[&str]| {
            assert_eq!(parents(texts.iter().copied()), expected, "{texts:?}");
        };
        check(&["I alt", "  A", "    x", "    y", "  B"], &["A", "I alt"]);
        check(&["A", "  x", "B", "  x", "A"], &["B"]);
        check(&["A", " B", "C"], &[]);
        check(&["  A", "    B", "  C"], &[]);
    }
}
