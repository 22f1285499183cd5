//! Tables to files that other programs open: text, and workbooks of Excel. Arrow and Parquet are written beside their readers.
//!
//! A row of the table is a row of the file: a dimension as a column of codes and, where they differ, one of labels; a
//! measure as a column of numbers. Where there is no number there is the sign that Danish statistics print instead.

mod columns;
#[cfg(feature = "export_xlsx")]
mod declaration;
#[cfg(feature = "export_xlsx")]
mod sheet_names;
mod text;
#[cfg(feature = "export_xlsx")]
mod workbook;

use table::{Status, Text};

pub use text::csv;
#[cfg(feature = "export_xlsx")]
pub use workbook::{Wording, xlsx};

/// Whose habits a file follows: the language of its labels, and in text its signs for decimals and between fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Convention {
    /// Semicolons and decimal commas.
    Danish,
    /// Commas and decimal points.
    English,
}

impl Convention {
    fn words(self, text: &Text) -> &str {
        match self {
            Self::Danish => &text.da,
            Self::English => &text.en,
        }
    }
}

/// The sign that stands for a cell without a number; none where there is one.
#[must_use]
pub fn sign(status: Status) -> Option<&'static str> {
    match status {
        Status::Hidden => Some(".."),
        Status::Missing => Some("..."),
        Status::NotApplicable => Some("."),
        Status::Value | Status::TrueZero => None,
    }
}

#[cfg(test)]
mod tests;
