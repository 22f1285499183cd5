//! Why a cell shows a number, or does not.

use arrow_buffer::ScalarBuffer;

/// The five kinds of cell; the numbers are those written to files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Status {
    /// A number.
    #[default]
    Value = 0,
    /// Withheld for confidentiality; never 0, never blank.
    Hidden = 1,
    /// Not reported.
    Missing = 2,
    /// Cannot exist, such as a payment after its abolition.
    NotApplicable = 3,
    /// A number, and exactly zero.
    TrueZero = 4,
}

impl Status {
    /// The status with this code, if there is one.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        match code {
            0 => Some(Self::Value),
            1 => Some(Self::Hidden),
            2 => Some(Self::Missing),
            3 => Some(Self::NotApplicable),
            4 => Some(Self::TrueZero),
            _ => None,
        }
    }

    /// The code written to files.
    #[must_use]
    pub fn code(self) -> u8 {
        self as u8
    }

    /// Whether the cell holds a number.
    #[must_use]
    pub fn is_number(self) -> bool {
        matches!(self, Self::Value | Self::TrueZero)
    }
}

/// One status a row, one byte each; codes are checked when the column is made.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusColumn(ScalarBuffer<u8>);

impl StatusColumn {
    /// Takes the codes if each is a status; otherwise the row of the first that is not.
    ///
    /// # Errors
    /// The index of the first unknown code.
    pub fn try_new(codes: Vec<u8>) -> Result<Self, usize> {
        match codes
            .iter()
            .position(|&code| Status::from_code(code).is_none())
        {
            Some(row) => Err(row),
            None => Ok(Self(codes.into())),
        }
    }

    /// The codes, one a row.
    #[must_use]
    pub fn codes(&self) -> &[u8] {
        &self.0
    }

    /// The status of a row; a row outside the column is missing.
    #[must_use]
    pub fn get(&self, row: usize) -> Status {
        self.0
            .get(row)
            .and_then(|&code| Status::from_code(code))
            .unwrap_or(Status::Missing)
    }
}

impl FromIterator<Status> for StatusColumn {
    fn from_iter<I: IntoIterator<Item = Status>>(statuses: I) -> Self {
        Self(
            statuses
                .into_iter()
                .map(Status::code)
                .collect::<Vec<_>>()
                .into(),
        )
    }
}
