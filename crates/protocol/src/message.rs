//! Messages to and from the worker.

use serde::{Deserialize, Serialize};

use crate::{Catalog, Columns, Facts, Slice, View, ViewState, state::Language};

/// A message with the number that pairs a reply with its request; replies to outdated requests are dropped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Envelope<T> {
    /// The pairing number.
    pub id: u32,
    /// The message.
    pub body: T,
}

/// What can be asked of a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Request {
    /// Take over the tables that the importer read from a file. For each of them a header and the buffers of its rows travel beside
    /// the message.
    Adopt {
        /// The file's name.
        name: String,
        /// Size of the file.
        size_bytes: u64,
        /// Language of the catalogue.
        language: Language,
        /// What the importer noticed.
        notices: Vec<Notice>,
        /// What a package says of itself; none for a file that no publisher vouches for.
        facts: Option<Box<Facts>>,
    },
    /// Add the rows of another file with the same columns to what is open; they travel beside the message in the same way.
    Append {
        /// Size of the file.
        size_bytes: u64,
        /// Language of the catalogue.
        language: Language,
        /// What the importer noticed.
        notices: Vec<Notice>,
    },
    /// Describe the open package again, in this language.
    Describe(Language),
    /// Make the view of a state.
    Show(Box<ViewState>),
    /// Answer a slice.
    Ask {
        /// The question.
        slice: Slice,
        /// Language of labels and refusals.
        language: Language,
    },
    /// Answer a slice as columns of numbers.
    Columns {
        /// The question.
        slice: Slice,
        /// Language of labels and refusals.
        language: Language,
        /// Members that need not be told again: `of` of earlier key columns.
        known: Vec<String>,
    },
    /// Let go of what earlier answers left for quicker ones; the next is computed from the rows.
    Forget,
    /// Write the table of a view to a file.
    Export(Box<ViewState>),
    /// Forget the package.
    Close,
}

/// What a session answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// How far a long request is.
    Progress(Progress),
    /// A package is open.
    Opened(Box<Catalog>),
    /// A view, with the state it was made from, gaps filled in.
    View {
        /// The state, complete.
        state: Box<ViewState>,
        /// What to paint.
        view: Box<View>,
    },
    /// The answer to a slice.
    Answer(Answer),
    /// The answer to a slice as columns; one for each histogram where histograms were asked for.
    Columns(Vec<Columns>),
    /// What earlier answers left is let go.
    Forgotten,
    /// A file to save.
    File {
        /// The file's name.
        name: String,
        /// Its media type.
        media_type: String,
        /// Its text, UTF-8.
        text: String,
    },
    /// Nothing was done, and why; what was open stays open.
    Refused(Refusal),
    /// The package is closed.
    Closed,
}

/// How far a long request is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// What is being done, in words.
    pub step: String,
    /// How much is done.
    pub done: u64,
    /// How much there is; 0 where unknown.
    pub total: u64,
}

/// A request that was not carried out, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The fixed code, such as `E40`; empty where there is none.
    pub code: String,
    /// What happened, in a sentence.
    pub what: String,
    /// Where: sheet, row, column, byte or field; may be empty.
    pub place: String,
    /// What to do.
    pub remedy: String,
}

/// How much a notice matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Good to know.
    #[default]
    Remark,
    /// The numbers are other than one might think.
    Caution,
}

/// A remark on an answer or a file, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// How much it matters.
    pub weight: Weight,
    /// The first, bold sentence.
    pub headline: String,
    /// The rest.
    pub text: String,
}

/// The rows of an answer to a slice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// Names of the key columns.
    pub keys: Vec<String>,
    /// Names of the value columns.
    pub values: Vec<String>,
    /// Rows in order.
    pub rows: Vec<AnswerRow>,
    /// Further answers of the same shape: one for each histogram.
    pub parts: Vec<Answer>,
    /// Remarks and refused roll-ups.
    pub notices: Vec<Notice>,
}

/// A row of an answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AnswerRow {
    /// Member codes, one for each key.
    pub codes: Vec<String>,
    /// Member labels, one for each key.
    pub labels: Vec<String>,
    /// Cells, one for each value column.
    pub cells: Vec<crate::view::CellView>,
}
