//! What our own tables say of themselves in metadata.

use serde::{Deserialize, Serialize};
use table::{Dimension, Measure, Note, Text};

/// What is said of the table.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Said {
    pub(super) name: String,
    pub(super) title: Text,
    pub(super) notes: Vec<SaidNote>,
}

/// A remark.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SaidNote {
    pub(super) text: Text,
    pub(super) column: Option<String>,
}

impl From<&Note> for SaidNote {
    fn from(note: &Note) -> Self {
        Self {
            text: note.text.clone(),
            column: note.column.clone(),
        }
    }
}

impl From<SaidNote> for Note {
    fn from(note: SaidNote) -> Self {
        Self {
            text: note.text,
            column: note.column,
        }
    }
}

/// What is said of a column.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Column {
    Dimension(Dimension),
    Measure(Measure),
    /// The statuses of the measure before it.
    Status,
}
