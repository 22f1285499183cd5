//! What the numbers of a column tell of its dots and commas.

use formats::Cell;

use crate::drawn::{DrawnNumbers, Question};
use crate::numbers::{Notation, written};
use crate::reading::Convention;

/// What the numbers of a column tell of its dots and commas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Evidence {
    comma_decimals: u64,
    dot_decimals: u64,
    dot_thousands: u64,
    comma_thousands: u64,
    ungrouped: u64,
    /// Numbers without a sign among their digits.
    plain: u64,
    /// Numbers with a sign of percent behind them.
    percents: u64,
    /// How a number with both signs is written, which can be read in one way only.
    both: Option<Convention>,
    example: String,
}

/// Numbers with at most one sign among their digits, counted.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Figures {
    /// Three digits behind the sign, one to three before it.
    pub(crate) grouped: u64,
    /// Any others with the sign.
    pub(crate) other: u64,
    /// More than three digits without it.
    pub(crate) ungrouped: u64,
    /// Any without it.
    pub(crate) plain: u64,
}

impl Evidence {
    /// Takes a cell into account.
    pub(crate) fn add(&mut self, cell: Cell<'_>) {
        self.add_times(cell, 1);
    }

    /// Takes so many cells into account that are all alike.
    pub(crate) fn add_times(&mut self, cell: Cell<'_>, times: u64) {
        let Cell::Text(text) = cell else { return };
        let Some(written) = written(text) else { return };
        self.percents += u64::from(written.percent) * times;
        let digits = written.digits;
        let counter = match (digits.rfind(','), digits.rfind('.')) {
            (None, None) => {
                let is_plain = digits.bytes().all(|b| b.is_ascii_digit());
                self.plain += u64::from(is_plain) * times;
                self.ungrouped += u64::from(is_plain && digits.len() > 3) * times;
                return;
            }
            (Some(comma), Some(dot)) if comma > dot => {
                self.both = Some(Convention::Danish);
                &mut self.comma_decimals
            }
            (Some(_), Some(_)) => {
                self.both = Some(Convention::English);
                &mut self.dot_decimals
            }
            (Some(_), None) if digits.matches(',').count() > 1 => &mut self.dot_decimals,
            (Some(_), None) if is_grouped(digits, ',') => &mut self.comma_thousands,
            (Some(_), None) => &mut self.comma_decimals,
            (None, Some(_)) if is_grouped(digits, '.') => &mut self.dot_thousands,
            (None, Some(_)) => &mut self.dot_decimals,
        };
        *counter += times;
        if self.example.is_empty() {
            text.trim().clone_into(&mut self.example);
        }
    }

    /// Takes numbers into account that have at most the one sign among their digits; an example of them was added before.
    pub(crate) fn add_figures(&mut self, mark: char, figures: Figures) {
        let (grouped, other) = match mark {
            ',' => (&mut self.comma_thousands, &mut self.comma_decimals),
            _ => (&mut self.dot_thousands, &mut self.dot_decimals),
        };
        *grouped += figures.grouped;
        *other += figures.other;
        self.ungrouped += figures.ungrouped;
        self.plain += figures.plain;
    }

    /// The reading of dots and commas. One decimal comma makes every dot a mark of thousands.
    pub(crate) fn convention(&self) -> Convention {
        if self.comma_decimals > 0 {
            return Convention::Danish;
        }
        let dots_are_decimals =
            self.dot_decimals > 0 || (self.dot_thousands > 0 && self.ungrouped > 0);
        if dots_are_decimals {
            Convention::English
        } else {
            Convention::Danish
        }
    }

    /// What is to be shown of it.
    pub(crate) fn drawn(&self, notation: Notation) -> DrawnNumbers {
        DrawnNumbers {
            convention: notation.convention,
            dash: notation.dash,
            comma_decimals: self.comma_decimals,
            dot_decimals: self.dot_decimals,
            dot_groups: self.dot_thousands,
            comma_groups: self.comma_thousands,
            example: self.example.clone(),
        }
    }

    /// How the numbers are written, where one of them has both signs.
    pub(crate) fn proven(&self) -> Option<Convention> {
        self.both
    }

    /// How the numbers are written by the only marks among them that must be of decimals.
    pub(crate) fn leaning(&self) -> Option<Convention> {
        match (self.comma_decimals > 0, self.dot_decimals > 0) {
            (true, false) => Some(Convention::Danish),
            (false, true) => Some(Convention::English),
            _ => None,
        }
    }

    /// Whether numbers are mostly written with a sign of percent: `87 %`.
    pub(crate) fn are_percents(&self, values: u64) -> bool {
        self.percents > 0 && self.percents * 2 >= values
    }

    /// Whether each mark among them may be one of thousands or of decimals, and is one of thousands in that convention.
    pub(crate) fn is_open_to(&self, convention: Convention) -> bool {
        let (groups, others) = match convention {
            Convention::English => (self.comma_thousands, self.dot_thousands),
            _ => (self.dot_thousands, self.comma_thousands),
        };
        groups > 0 && others + self.comma_decimals + self.dot_decimals + self.ungrouped == 0
    }

    /// What the numbers leave open, apart from each other: nothing once one of them can be read in a single way.
    pub(crate) fn question(&self) -> Option<Question> {
        let example = || self.example.clone();
        if self.comma_decimals > 0 && self.dot_decimals > 0 {
            return Some(Question::TwoConventions {
                commas: self.comma_decimals,
                dots: self.dot_decimals,
            });
        }
        if self.comma_decimals > 0 || self.dot_decimals > 0 {
            return None;
        }
        // Whole numbers below a thousand beside them say that the others are whole as well.
        if self.plain > 0 && self.comma_thousands == 0 {
            return None;
        }
        match (self.dot_thousands, self.comma_thousands) {
            (0, 0) => None,
            (count, 0) => Some(Question::WholeNumber {
                example: example(),
                count,
            }),
            (0, count) => Some(Question::Thousands {
                example: example(),
                count,
            }),
            (dots, commas) => Some(Question::TwoConventions { commas, dots }),
        }
    }

    /// How many numbers could be read in another way too, and the first with a dot or comma; none where all is plain.
    pub(crate) fn told(&self) -> Option<(u64, String)> {
        let count = self.dot_decimals + self.dot_thousands + self.comma_thousands;
        (count > 0).then(|| (count, self.example.clone()))
    }
}

/// One to three digits, then groups of three; a leading zero is no thousand.
pub(crate) fn is_grouped(digits: &str, separator: char) -> bool {
    let mut groups = digits.split(separator);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3)
}
