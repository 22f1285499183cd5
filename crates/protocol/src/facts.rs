//! What a package says of itself besides its tables, as it goes from whoever opened it to the session.

use serde::{Deserialize, Serialize};

/// Words in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Danish.
    pub da: String,
    /// English.
    pub en: String,
}

/// The facts of a package whose shape and digests have been proven.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Short name.
    pub id: String,
    /// What people read.
    pub title: Words,
    /// The edition, such as `2026-2`.
    pub edition: String,
    /// The day the extract was made, `yyyy-mm-dd`.
    pub extracted: String,
    /// Who answers for the numbers.
    pub publisher: Words,
    /// Whether the numbers are made up.
    pub is_synthetic: bool,
    /// Counts below this are withheld by the publisher.
    pub threshold: Option<u32>,
    /// The declaration as Markdown.
    pub declaration: Words,
    /// Ready views.
    pub views: Vec<SavedView>,
    /// The indicators and topics that it declares, as packed by those who know what they mean.
    pub declared: Vec<u8>,
    /// The tables of people across sectors that it declares, packed as well; empty where it declares none.
    pub across: Vec<u8>,
}

/// A ready view, as a package stores it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedView {
    /// What people read.
    pub title: Words,
    /// The question it answers.
    pub question: Words,
    /// The state, as in a link.
    pub fragment: String,
}
