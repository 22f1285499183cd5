//! What a step found, in numbers.

/// Tests that passed and failed; a check that is not made of tests counts as one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Outcome {
    pub passed: u32,
    pub failed: u32,
    /// Why nothing was run, when nothing was.
    pub left_out: Option<&'static str>,
}

impl Outcome {
    pub(super) fn one_passed() -> Self {
        Self {
            passed: 1,
            ..Self::default()
        }
    }

    pub(super) fn one_failed() -> Self {
        Self {
            failed: 1,
            ..Self::default()
        }
    }

    pub(super) fn of_tests(passed: u32, failed: u32) -> Self {
        Self {
            passed,
            failed,
            left_out: None,
        }
    }

    pub(super) fn left_out(reason: &'static str) -> Self {
        Self {
            left_out: Some(reason),
            ..Self::default()
        }
    }

    pub(super) fn and(&self, other: &Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            left_out: None,
        }
    }

    pub(super) fn verdict(&self) -> String {
        match self {
            Self {
                left_out: Some(reason),
                ..
            } => format!("left out, {reason}"),
            Self {
                failed: 0,
                passed: 1,
                ..
            } => "passed".to_string(),
            Self {
                failed: 0, passed, ..
            } => format!("{passed} passed"),
            Self {
                failed, passed: 0, ..
            } => format!("FAILED ({failed})"),
            Self { failed, passed, .. } => format!("FAILED ({failed} of {})", passed + failed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_says_how_many_of_how_many() {
        let outcomes = [
            Outcome::one_passed(),
            Outcome::of_tests(15, 2),
            Outcome::of_tests(9, 0),
            Outcome::one_failed(),
        ];
        let verdicts = outcomes.map(|outcome| outcome.verdict());
        assert_eq!(
            verdicts,
            ["passed", "FAILED (2 of 17)", "9 passed", "FAILED (1)"]
        );
    }
}
