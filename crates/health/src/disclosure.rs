//! The border between raw numbers and shown ones: nothing above this module can name a raw cell.
//!
//! A package is protected when it is built (its hidden cells hold no number), so what is done here keeps that promise:
//! a hidden part makes its total hidden or "at least", never a sum, and never 0 or blank.

use engine::MeasureCells;
use table::Member;

use crate::refusal::Remark;

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

    /// The same kind of cell with its numbers changed, such as divided by a denominator.
    #[must_use]
    pub fn map(self, change: impl Fn(f64) -> f64) -> Self {
        match self {
            Self::Value(value) => Self::number(change(value)),
            Self::Zero => Self::number(change(0.0)),
            Self::Bounds(low, high) => Self::Bounds(change(low), change(high)),
            Self::AtLeast(low) => Self::AtLeast(change(low)),
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
#[derive(Clone, Debug, PartialEq)]
pub struct KeyColumn {
    pub(crate) name: String,
    pub(crate) members: Vec<Member>,
}

impl KeyColumn {
    /// The level's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// The only form in which numbers leave this crate.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Published {
    pub(crate) keys: Vec<KeyColumn>,
    pub(crate) rows: Vec<(Vec<u32>, Vec<Cell>)>,
    pub(crate) remarks: Vec<Remark>,
}

impl Published {
    /// The grouping levels.
    #[must_use]
    pub fn keys(&self) -> &[KeyColumn] {
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
        self.rows.len()
    }

    /// The rows: members of the key, one for each level, and cells, one for each thing wanted.
    pub fn rows(&self) -> impl Iterator<Item = (Vec<&Member>, &[Cell])> {
        self.rows.iter().map(|(key, cells)| {
            let members = key.iter().zip(&self.keys);
            let members = members.filter_map(|(&code, column)| column.members.get(code as usize));
            (members.collect(), cells.as_slice())
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
}

/// The figure of a sum over the rows of a group.
pub(crate) fn protect(cells: &MeasureCells, group: usize) -> Figure {
    let counted = |counts: &[u64]| counts.get(group).copied().unwrap_or(0);
    let (count, hidden) = (counted(&cells.count), counted(&cells.hidden));
    let (missing, absent) = (counted(&cells.missing), counted(&cells.not_applicable));
    let sum = cells.sum.get(group).map_or(0.0, engine::Sum::to_f64);
    let negative = cells
        .min
        .get(group)
        .copied()
        .flatten()
        .is_some_and(|least| least < 0.0);
    match () {
        () if count == 0 && hidden > 0 => Figure::Hidden,
        () if count == 0 && missing > 0 => Figure::Missing,
        () if count == 0 && absent > 0 => Figure::NotApplicable,
        () if count == 0 => Figure::Missing,
        // A hidden part may be of either sign only where others are; then nothing can be said of the total.
        () if hidden > 0 && negative => Figure::Hidden,
        () if hidden > 0 => Figure::AtLeast(sum),
        () if missing > 0 => Figure::Incomplete {
            covered: count,
            of: count + missing,
        },
        () => Figure::number(sum),
    }
}
