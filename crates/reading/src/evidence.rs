//! What the numbers of a column tell of its dots and commas.

use formats::Cell;

use crate::numbers::written;
use crate::reading::Convention;

/// What the numbers of a column tell of its dots and commas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Evidence {
    comma_decimals: u64,
    dot_decimals: u64,
    dot_thousands: u64,
    comma_thousands: u64,
    ungrouped: u64,
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
        let digits = written.digits;
        let counter = match (digits.rfind(','), digits.rfind('.')) {
            (None, None) => {
                let is_plain = digits.len() > 3 && digits.bytes().all(|b| b.is_ascii_digit());
                self.ungrouped += u64::from(is_plain) * times;
                return;
            }
            (Some(comma), Some(dot)) if comma > dot => &mut self.comma_decimals,
            (Some(_), Some(_)) => &mut self.dot_decimals,
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

    /// How many numbers could be read in another way too, and the first with a dot or comma; none where all is plain.
    pub(crate) fn told(&self) -> Option<(u64, String)> {
        let count = self.dot_decimals + self.dot_thousands + self.comma_thousands;
        (count > 0).then(|| (count, self.example.clone()))
    }
}

/// One to three digits, then groups of three; a leading zero is no thousand.
fn is_grouped(digits: &str, separator: char) -> bool {
    let mut groups = digits.split(separator);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3)
}
