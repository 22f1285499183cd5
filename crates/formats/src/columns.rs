//! Columns of typed formats on their way to a table, run of rows after run of rows.
//!
//! What is read lies in one small buffer until a run is complete, and is then packed in the fewest bytes that serve: no column
//! is ever whole in a wide form.

mod dates;
mod fractions;
mod gaps;
mod members;
mod moments;
mod parts;
mod stage;
mod statuses;
mod texts;
mod wholes;

use table::statistics::BLOCK_ROWS;

pub(crate) use fractions::Fractions;
pub(crate) use members::{Dictionary, Key, Members};
pub(crate) use parts::{Named, Parts, refused};
pub(crate) use stage::Stage;
#[cfg(feature = "arrow")]
pub(crate) use statuses::from_codes;
pub(crate) use wholes::Wholes;

/// Rows of a run: small enough that what is being packed stays near the processor, the same in every column.
pub(crate) const PART_ROWS: usize = 4 * BLOCK_ROWS;

/// What the values of a column mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    Truth,
    Integer {
        signed: bool,
    },
    Decimal {
        decimals: u8,
    },
    Date,
    /// Units a second since 1970.
    Moment {
        per_second: i64,
    },
    Float,
    Text,
}

impl Meaning {
    fn is_number(self) -> bool {
        matches!(
            self,
            Self::Integer { .. } | Self::Decimal { .. } | Self::Float
        )
    }
}

/// A column as it was read.
pub(crate) enum Filled<'a> {
    Wholes(Wholes),
    Fractions(Fractions),
    Members(Members<'a>),
}

/// What ends the name of a column of statuses.
pub(crate) const STATUS_SUFFIX: &str = "__status";

/// The measure whose statuses a column holds, if it is one of statuses.
pub(crate) fn status_of<'a>(
    name: &'a str,
    meaning: Meaning,
    columns: impl IntoIterator<Item = (&'a str, Meaning)>,
) -> Option<&'a str> {
    let measure = name.strip_suffix(STATUS_SUFFIX)?;
    let is_whole = matches!(meaning, Meaning::Integer { .. });
    let is_measure = |(other, meaning): (&str, Meaning)| other == measure && meaning.is_number();
    (is_whole && columns.into_iter().any(is_measure)).then_some(measure)
}
