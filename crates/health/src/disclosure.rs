//! The border between raw numbers and shown ones: nothing above this module can name a raw cell.
//!
//! A package is protected when it is built (its hidden cells hold no number), so what is done here keeps that promise:
//! a hidden part makes its total hidden or "at least", never a sum, and never 0 or blank.

mod columns;

use engine::MeasureCells;
use table::Member;

use crate::refusal::Remark;

pub use columns::{Columns, End, KeyCodes, Values};

/// What may be shown of one cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// A number other than zero.
    Value(f64),
    /// Exactly zero.
    Zero,
    /// Withheld for confidentiality.
    Hidden,
    /// Not reported.
    Missing,
    /// Cannot exist.
    NotApplicable,
    /// The number lies between two bounds.
    Bounds(f64, f64),
    /// A part is hidden: at least this number.
    AtLeast(f64),
    /// So many of so many parts have reported.
    Incomplete {
        /// What they add up to; none where it would be taken for something else, as in a ratio.
        sum: Option<f64>,
        /// Parts with a number.
        covered: u64,
        /// All parts.
        of: u64,
    },
    /// May not be computed; a remark says why.
    Refused,
}

impl Figure {
    /// A number; zero is a true zero, and what is not finite cannot exist.
    #[must_use]
    pub fn number(value: f64) -> Self {
        match value {
            value if !value.is_finite() => Self::NotApplicable,
            0.0 => Self::Zero,
            value => Self::Value(value),
        }
    }

    /// The number, where there is exactly one.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            Self::Zero => Some(0.0),
            _ => None,
        }
    }

    /// The same where it is unknown for the sake of a part: what that part adds up to is not what the whole does.
    #[must_use]
    pub(crate) fn of_part(self) -> Self {
        match self {
            Self::Incomplete { covered, of, .. } => Self::Incomplete {
                sum: None,
                covered,
                of,
            },
            other => other,
        }
    }

    /// The same kind of cell with its numbers changed, such as divided by a denominator.
    #[must_use]
    pub fn map(self, change: impl Fn(f64) -> f64) -> Self {
        match self {
            Self::Value(value) => Self::number(change(value)),
            Self::Zero => Self::number(change(0.0)),
            Self::Bounds(low, high) => Self::Bounds(change(low), change(high)),
            Self::AtLeast(low) => Self::AtLeast(change(low)),
            Self::Incomplete { sum, covered, of } => Self::Incomplete {
                sum: sum.map(change),
                covered,
                of,
            },
            other => other,
        }
    }
}

/// A shown cell: its figure, with what belongs beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// What may be shown.
    pub figure: Figure,
    /// The interval's limits, for indicators.
    pub interval: Option<(f64, f64)>,
    /// Numerator and denominator, for ratios and indicators.
    pub parts: Option<(Figure, Figure)>,
    /// Whether the period is preliminary.
    pub preliminary: bool,
}

impl Cell {
    /// A cell of this figure and nothing beside it.
    #[must_use]
    pub fn of(figure: Figure) -> Self {
        Self {
            figure,
            interval: None,
            parts: None,
            preliminary: false,
        }
    }
}

/// A grouping level of an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KeyColumn<'a> {
    pub(crate) table: &'a str,
    pub(crate) name: &'a str,
    pub(crate) members: &'a [Member],
}

impl<'a> KeyColumn<'a> {
    /// The table's name.
    #[must_use]
    pub fn table(&self) -> &'a str {
        self.table
    }

    /// The level's name.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.name
    }

    /// The level's members, in order.
    #[must_use]
    pub fn members(&self) -> &'a [Member] {
        self.members
    }
}

/// The form in which numbers leave this crate: row by row, each cell with what belongs beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Published<'a> {
    pub(crate) keys: Vec<KeyColumn<'a>>,
    /// For each row the positions of its members.
    pub(crate) codes: Vec<u32>,
    /// For each row a cell for each thing wanted.
    pub(crate) cells: Vec<Cell>,
    pub(crate) row_count: usize,
    pub(crate) width: usize,
    pub(crate) remarks: Vec<Remark>,
}

impl<'a> Published<'a> {
    /// The grouping levels.
    #[must_use]
    pub fn keys(&self) -> &[KeyColumn<'a>] {
        &self.keys
    }

    /// What is remarkable.
    #[must_use]
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// Number of rows.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.row_count
    }

    /// The rows: members of the key, one for each level, and cells, one for each thing wanted.
    pub fn rows(&self) -> impl Iterator<Item = (Vec<&'a Member>, &[Cell])> {
        (0..self.row_count).map(|row| {
            let members = self.codes_of(row).iter().zip(&self.keys);
            let members = members.filter_map(|(&code, column)| column.members.get(code as usize));
            (members.collect(), self.cells_of(row))
        })
    }

    /// The cells of the row with these member codes.
    #[must_use]
    pub fn find(&self, codes: &[&str]) -> Option<&[Cell]> {
        let matches = |members: &[&Member]| {
            members
                .iter()
                .map(|member| member.code.as_str())
                .eq(codes.iter().copied())
        };
        self.rows()
            .find(|(members, _)| matches(members))
            .map(|(_, cells)| cells)
    }

    fn codes_of(&self, row: usize) -> &[u32] {
        let start = row.saturating_mul(self.keys.len());
        self.codes
            .get(start..start.saturating_add(self.keys.len()))
            .unwrap_or_default()
    }

    fn cells_of(&self, row: usize) -> &[Cell] {
        let start = row.saturating_mul(self.width);
        self.cells
            .get(start..start.saturating_add(self.width))
            .unwrap_or_default()
    }
}

/// Whether `protect` must know the smallest number of some group, which is told only when it is asked for.
pub(crate) fn asks_for_smallest(cells: &MeasureCells) -> bool {
    let groups = cells.count.iter().zip(&cells.hidden);
    cells.min.is_empty()
        && groups
            .into_iter()
            .any(|(count, hidden)| *count > 0 && *hidden > 0)
}

/// The figure of the sum of each group, in order.
pub(crate) fn protect_each(cells: &MeasureCells, mut give: impl FnMut(usize, Figure)) {
    let absences = [&cells.hidden, &cells.missing, &cells.not_applicable];
    let is_complete = |counts: &&Vec<u64>| counts.iter().all(|count| *count == 0);
    let groups = cells.sum.iter().zip(&cells.count).enumerate();
    if !absences.iter().all(is_complete) {
        groups.for_each(|(group, _)| give(group, protect(cells, group)));
        return;
    }
    // Where every row has its number only the number is left to be judged, in a quarter of the time.
    for (group, (sum, count)) in groups {
        let figure = match count {
            0 => Figure::Missing,
            _ => Figure::number(sum.to_f64()),
        };
        give(group, figure);
    }
}

/// The figure of a sum over the rows of a group.
pub(crate) fn protect(cells: &MeasureCells, group: usize) -> Figure {
    let counted = |counts: &[u64]| counts.get(group).copied().unwrap_or(0);
    let (count, hidden) = (counted(&cells.count), counted(&cells.hidden));
    let (missing, absent) = (counted(&cells.missing), counted(&cells.not_applicable));
    let sum = cells.sum.get(group).map_or(0.0, engine::Sum::to_f64);
    let negative = || {
        let smallest = cells.min.get(group).copied().flatten();
        smallest.is_some_and(|smallest| smallest < 0.0)
    };
    match () {
        () if count == 0 && hidden > 0 => Figure::Hidden,
        () if count == 0 && missing > 0 => Figure::Missing,
        () if count == 0 && absent > 0 => Figure::NotApplicable,
        () if count == 0 => Figure::Missing,
        // A hidden part may be of either sign only where others are; then nothing can be said of the total.
        () if hidden > 0 && negative() => Figure::Hidden,
        () if hidden > 0 => Figure::AtLeast(sum),
        () if missing > 0 => Figure::Incomplete {
            sum: Some(sum).filter(|sum| sum.is_finite()),
            covered: count,
            of: count + missing,
        },
        () => Figure::number(sum),
    }
}
