//! How much a file may ask of the machine; every reader asks here before it allocates.

use crate::FormatError;

const KIB: u64 = 1 << 10;
const MIB: u64 = 1 << 20;
const GIB: u64 = 1 << 30;

/// What is counted against a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Bytes of a CSV file.
    CsvBytes,
    /// Bytes of one CSV field.
    FieldBytes,
    /// Columns of a sheet read from text.
    TextColumns,
    /// Bytes of a workbook as it lies.
    WorkbookBytes,
    /// Bytes of a workbook unpacked.
    WorkbookUnpacked,
    /// Sheets of a workbook.
    Sheets,
    /// Cells of one file that are not empty.
    Cells,
    /// Different texts of a workbook.
    SharedStrings,
    /// Members of a container.
    Members,
    /// Bytes of a Parquet or Arrow file, or of a package.
    ContainerBytes,
    /// Bytes of the description of a Parquet or Arrow file.
    FooterBytes,
    /// Rows of a table.
    Rows,
    /// Columns of a table.
    Columns,
    /// Bytes of one file's columns unpacked.
    Unpacked,
    /// Times a chunk grows when unpacked.
    Ratio,
    /// Members of one column's dictionary.
    Dictionary,
    /// Bytes of one text.
    TextBytes,
    /// Tables of a package.
    Tables,
    /// Bytes of a package's descriptor.
    DescriptorBytes,
    /// Levels of nesting in JSON.
    JsonDepth,
    /// Bytes of a JSON file.
    JsonBytes,
}

/// The limits; the default is for a browser worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    table: Vec<(What, u64)>,
}

/// Every number in one place.
const DEFAULT: &[(What, u64)] = &[
    (What::CsvBytes, 256 * MIB),
    (What::FieldBytes, MIB),
    (What::TextColumns, 1_000),
    (What::WorkbookBytes, 50 * MIB),
    (What::WorkbookUnpacked, 500 * MIB),
    (What::Sheets, 100),
    (What::Cells, 40_000_000),
    (What::SharedStrings, 2_000_000),
    (What::Members, 500),
    (What::ContainerBytes, GIB),
    (What::FooterBytes, 16 * MIB),
    (What::Rows, 20_000_000),
    (What::Columns, 300),
    (What::Unpacked, 2 * GIB),
    (What::Ratio, 100),
    (What::Dictionary, 1_000_000),
    (What::TextBytes, 64 * KIB),
    (What::Tables, 200),
    (What::DescriptorBytes, 8 * MIB),
    (What::JsonDepth, 16),
    (What::JsonBytes, 64 * MIB),
];

impl Default for Limits {
    fn default() -> Self {
        Self {
            table: DEFAULT.to_vec(),
        }
    }
}

impl Limits {
    /// The same limits with another number for one of them.
    #[must_use]
    pub fn with(mut self, what: What, limit: u64) -> Self {
        self.table
            .iter_mut()
            .filter(|(each, _)| *each == what)
            .for_each(|each| each.1 = limit);
        self
    }

    /// The number for one of them.
    #[must_use]
    pub fn of(&self, what: What) -> u64 {
        self.table
            .iter()
            .find(|(each, _)| *each == what)
            .map_or(0, |each| each.1)
    }

    /// Whether so much is within the limit.
    ///
    /// # Errors
    /// `TooLarge` with both numbers when it is not.
    pub fn check(&self, what: What, found: u64) -> Result<(), FormatError> {
        let limit = self.of(what);
        (found <= limit)
            .then_some(())
            .ok_or(FormatError::TooLarge { what, found, limit })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_limit_lets_its_own_number_in_and_not_one_more() {
        let limits = Limits::default();
        for &(what, limit) in DEFAULT {
            assert_eq!(limits.check(what, limit), Ok(()));
            let refused = FormatError::TooLarge {
                what,
                found: limit + 1,
                limit,
            };
            assert_eq!(limits.check(what, limit + 1), Err(refused));
        }
    }
}
