//! Why a cell shows a number, or does not.

use crate::StatusPart;
use crate::runs::Runs;

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

/// One status a row, in one or more parts. That a number is zero is seen from the number.
#[derive(Clone, Debug, Default)]
pub struct StatusColumn {
    pub(crate) runs: Runs<StatusPart>,
}

impl StatusColumn {
    /// Takes the codes if each is a status; otherwise the row of the first that is not.
    ///
    /// # Errors
    /// The index of the first unknown code.
    pub fn try_new(codes: Vec<u8>) -> Result<Self, usize> {
        let unknown = codes
            .iter()
            .position(|&code| Status::from_code(code).is_none());
        unknown.map_or_else(|| Ok(Self::from_parts(vec![StatusPart::of(&codes)])), Err)
    }

    /// Parts, one after the other; one without rows is left out.
    #[must_use]
    pub fn from_parts(parts: Vec<StatusPart>) -> Self {
        let runs = Runs::new(parts);
        Self { runs }
    }

    /// The runs of rows.
    #[must_use]
    pub fn parts(&self) -> &[StatusPart] {
        self.runs.parts()
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.runs.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The status of a row; a row outside the column is missing.
    #[must_use]
    pub fn get(&self, row: usize) -> Status {
        let found = self.runs.find(row);
        found.map_or(Status::Missing, |(part, row)| part.get(row))
    }

    /// The statuses in the order of the rows.
    pub fn iter(&self) -> impl Iterator<Item = Status> {
        self.parts()
            .iter()
            .flat_map(|part| (0..part.len()).map(|row| part.get(row)))
    }

    /// Whether every row is a number.
    #[must_use]
    pub fn all_numbers(&self) -> bool {
        self.parts().iter().all(|part| part.absent().is_none())
    }
}

impl FromIterator<Status> for StatusColumn {
    fn from_iter<I: IntoIterator<Item = Status>>(statuses: I) -> Self {
        let codes: Vec<u8> = statuses.into_iter().map(Status::code).collect();
        Self::from_parts(vec![StatusPart::of(&codes)])
    }
}

impl PartialEq for StatusColumn {
    /// The same status in every row; how rows are cut into parts does not count.
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_is_kept_and_a_zero_is_a_number() {
        let column = StatusColumn::try_new(vec![0, 1, 2, 3, 4]).unwrap();
        let expected = [
            Status::Value,
            Status::Hidden,
            Status::Missing,
            Status::NotApplicable,
            Status::Value,
        ];
        assert!(column.iter().eq(expected));
        assert_eq!(column.get(5), Status::Missing);
        assert_eq!(StatusColumn::try_new(vec![0, 9]), Err(1));
    }
}
