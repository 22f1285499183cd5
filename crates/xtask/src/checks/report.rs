//! How test runners say what they found.

use super::outcome::Outcome;

/// Whose words are read.
#[derive(Clone, Copy)]
pub(super) enum Report {
    Cargo,
    Node,
}

impl Report {
    /// The numbers of all tests in the output.
    pub(super) fn outcome(self, output: &str) -> Outcome {
        match self {
            Self::Cargo => sum_of_cargo(output),
            Self::Node => Outcome::of_tests(node_count(output, "pass"), node_count(output, "fail")),
        }
    }

    /// What the output says of the tests that failed, and nothing of the others.
    pub(super) fn failures(self, output: &str) -> String {
        let mut kept = Vec::new();
        let mut is_inside = false;
        for line in output.lines() {
            is_inside |= self.begins_failure(line.trim());
            if is_inside {
                kept.push(line);
            }
            is_inside &= !self.ends_failure(line.trim());
        }
        kept.join("\n")
    }

    fn begins_failure(self, line: &str) -> bool {
        match self {
            Self::Cargo => line == "failures:",
            Self::Node => line.starts_with("not ok "),
        }
    }

    fn ends_failure(self, line: &str) -> bool {
        match self {
            Self::Cargo => line.starts_with("test result: "),
            Self::Node => line == "...",
        }
    }
}

/// `test result: ok. 12 passed; 0 failed; …`, once for each crate.
fn sum_of_cargo(output: &str) -> Outcome {
    let results = output
        .lines()
        .filter_map(|line| line.strip_prefix("test result: "));
    results.fold(Outcome::default(), |sum, line| {
        sum.and(&Outcome::of_tests(
            number_before(line, " passed"),
            number_before(line, " failed"),
        ))
    })
}

fn number_before(line: &str, word: &str) -> u32 {
    let before = line.split(word).next().unwrap_or_default();
    before
        .split_whitespace()
        .last()
        .and_then(|number| number.parse().ok())
        .unwrap_or(0)
}

/// `# pass 3` at the end of the report.
fn node_count(output: &str, word: &str) -> u32 {
    let counts = output
        .lines()
        .rev()
        .filter_map(|line| line.strip_prefix("# ")?.split_once(' '));
    let mut wanted = counts.filter(|(name, _)| *name == word);
    wanted
        .find_map(|(_, number)| number.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARGO: &str = "test a ... ok\n\nfailures:\n\n---- b stdout ----\ntorn\n\ntest result: FAILED. 3 passed; 2 failed; 0 ignored\n\
                         test c ... ok\ntest result: ok. 12 passed; 0 failed; 1 ignored\n";
    const NODE: &str = "ok 1 - a\n  ---\n  ...\nnot ok 2 - b\n  ---\n  error: torn\n  ...\n# tests 4\n# pass 3\n# fail 1\n# cancelled 0\n";

    #[test]
    fn tests_are_counted() {
        assert_eq!(Report::Cargo.outcome(CARGO), Outcome::of_tests(15, 2));
        assert_eq!(Report::Node.outcome(NODE), Outcome::of_tests(3, 1));
    }

    #[test]
    fn only_failures_are_shown() {
        for (report, output) in [(Report::Cargo, CARGO), (Report::Node, NODE)] {
            let shown = report.failures(output);
            assert!(
                shown.contains("torn") && !shown.contains("ok 1") && !shown.contains("... ok"),
                "{shown}"
            );
        }
    }
}
