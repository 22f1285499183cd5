//! What a person changes of a reading.

/// A decision of a person, or a wish to see something else.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Change {
    /// Nothing; the view is wanted.
    #[default]
    Look,
    /// Another tab is shown.
    Tab(u32),
    /// Something about the shown table.
    Table {
        /// The field.
        field: String,
        /// What it is set to.
        value: String,
    },
    /// Something about a column of the shown table.
    Column {
        /// Its index in the view.
        column: u32,
        /// The field.
        field: String,
        /// What it is set to.
        value: String,
    },
    /// What becomes of a row.
    Row {
        /// Its number, from 1.
        row: u64,
        /// What becomes of it.
        choice: RowChoice,
    },
    /// What a row of the header is.
    Header {
        /// Its number, from 1.
        row: u64,
        /// What it is.
        value: String,
    },
    /// An answer to a question.
    Answer {
        /// Its index in the view.
        question: u32,
        /// The index of the answer.
        choice: u32,
    },
    /// Nothing is decided any more.
    Reset,
    /// More rows are shown.
    MoreRows,
    /// All cells of the outcome are shown, or a sample of them.
    All(bool),
    /// The reading is remembered for the sender, or not.
    Remember(bool),
    /// The reading is wanted as a file.
    Export,
    /// A reading from a file takes the place of this one.
    Import(String),
    /// The file is opened as it is read now.
    Use,
    /// The step is left; what was open stays open.
    Cancel,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowChoice {
    /// What is recognised.
    #[default]
    Recognised,
    /// It is left out.
    Skip,
    /// It belongs to the table.
    Keep,
    /// The header begins with it.
    Header,
    /// The body begins with it.
    Body,
    /// The table ends before it.
    End,
    /// The table ends with it.
    Last,
    /// What it is about is a total.
    Total,
}

impl RowChoice {
    /// Every choice, as they are offered.
    pub const ALL: [Self; 8] = [
        Self::Recognised,
        Self::Header,
        Self::Body,
        Self::Keep,
        Self::Skip,
        Self::Total,
        Self::Last,
        Self::End,
    ];

    /// Its name in a list of options.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Recognised => "recognised",
            Self::Skip => "skip",
            Self::Keep => "keep",
            Self::Header => "header",
            Self::Body => "body",
            Self::End => "end",
            Self::Last => "last",
            Self::Total => "total",
        }
    }

    /// The choice of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.name() == name)
    }
}
