//! A package in memory.

use table::Table;

use crate::Descriptor;

/// The words that go with the numbers, as Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declaration {
    /// In Danish.
    pub da: String,
    /// In English, if there is an English one.
    pub en: Option<String>,
}

/// A package that was read, or is to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Package {
    /// What it is. Its list of tables is made from `tables` when the package is written.
    pub descriptor: Descriptor,
    /// The tables, described in full.
    pub tables: Vec<Table>,
    /// The declaration.
    pub declaration: Declaration,
    /// Ready views: name and JSON text.
    pub views: Vec<(String, String)>,
    /// Boundaries the package brings along: name and JSON text.
    pub geo: Vec<(String, String)>,
    /// The catalogue entry, JSON-LD text.
    pub catalogue: Option<String>,
}
