//! Figures of a column, counted by how they are written.

use formats::FigureColumn;

use crate::evidence::Figures;

/// Figures of a column.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counted {
    /// Rows that have one.
    pub(super) count: u64,
    /// Those that can be years.
    pub(super) years: u64,
    /// Rows that have nothing.
    pub(super) blanks: u64,
    pub(super) written: Figures,
    /// The first row that has a mark among its digits.
    pub(super) marked: Option<usize>,
}

impl Counted {
    pub(super) fn of(column: &FigureColumn) -> Self {
        let mut counted = Self::default();
        let mut row = 0;
        for (digits, places) in column.runs() {
            for (at, (digits, places)) in digits.iter().zip(places).enumerate() {
                counted.add(row + at, *digits, *places);
            }
            row += places.len();
        }
        let odd = u64::try_from(column.odd_rows.len()).unwrap_or(u64::MAX);
        counted.blanks = counted.blanks.saturating_sub(odd);
        counted
    }

    #[inline]
    fn add(&mut self, row: usize, digits: i64, places: u8) {
        if !FigureColumn::is_figure(places) {
            self.blanks += 1;
            return;
        }
        self.count += 1;
        if places == 0 {
            self.years += u64::from(is_year(digits, places));
            self.written.plain += 1;
            self.written.ungrouped += u64::from(digits.unsigned_abs() >= 1_000);
            return;
        }
        let is_grouped = super::measure::is_grouped(digits, places);
        self.written.grouped += u64::from(is_grouped);
        self.written.other += u64::from(!is_grouped);
        self.marked = self.marked.or(Some(row));
    }
}

/// Whether a figure is a year of our time.
pub(super) fn is_year(digits: i64, places: u8) -> bool {
    places == 0 && (1900..=2100).contains(&digits)
}
