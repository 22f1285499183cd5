//! Columns of typed formats on their way to a table.

mod dimensions;
mod moments;
mod parts;
mod texts;

use std::rc::Rc;

#[cfg(feature = "arrow")]
pub(crate) use parts::refused;
pub(crate) use parts::{Named, Parts};
pub(crate) use texts::Texts;

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
        !matches!(self, Self::Text | Self::Date | Self::Moment { .. })
    }
}

/// What the rows of a column hold.
#[derive(Debug)]
pub(crate) enum Values {
    Integers(Vec<i64>),
    Floats(Vec<f64>),
    /// The texts met, and for each row which of them.
    Texts(Vec<Rc<str>>, Vec<u32>),
}

/// A column as it was read.
#[derive(Debug)]
pub(crate) struct Filled {
    pub(crate) values: Values,
    /// The rows that have no value, if there are any.
    pub(crate) absent: Option<Vec<bool>>,
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
