//! The sheet as it is, with the reading drawn on it.

/// A sheet, or a table of a sheet that has several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tab {
    /// Its name.
    pub label: String,
    /// What it holds, where it is no table that was read.
    pub holds: String,
}

/// A column of the sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its letter.
    pub letter: String,
    /// What stands above it, in a line.
    pub heading: String,
    /// What it is counted under together with its neighbours: the name of a measure.
    pub group: String,
    /// What sets it apart from them: the period above a number, the levels of a place.
    pub about: String,
    /// What kind of role it has; decides the colour of its edge.
    pub kind: ColumnKind,
    /// Whether there is a question about it.
    pub is_doubtful: bool,
    /// What can be decided of it, its role first; nothing for a column that is in no table.
    pub fields: Vec<Field>,
    /// Texts in it, each of which can be decided as well.
    pub terms: Terms,
}

/// Texts in a column: members of a group, or what stands among numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    /// What they are, in a line.
    pub title: String,
    /// Above the texts as they are written.
    pub written: String,
    /// Above what they are.
    pub is: String,
    /// What they can be.
    pub options: Vec<Choice>,
    /// Above the texts as they are read; empty where they cannot be read otherwise.
    pub read: String,
    /// The texts.
    pub rows: Vec<Term>,
    /// How many further ones there are; empty where these are all.
    pub more: String,
}

/// A text in a column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Term {
    /// Its name in a change that says what it is.
    pub id: String,
    /// As it is written.
    pub text: String,
    /// The id of the option that holds.
    pub is: String,
    /// As it is read, where that is decided.
    pub read: String,
    /// Whether it is not known.
    pub is_doubtful: bool,
}

/// What kind of role a column has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColumnKind {
    /// It is in no table.
    #[default]
    None,
    /// It groups rows.
    Group,
    /// It holds numbers.
    Measure,
    /// It is a remark or stands aside otherwise.
    Aside,
}

/// Something that can be decided.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Field {
    /// Its name in a change.
    pub id: String,
    /// What people read.
    pub label: String,
    /// The id of the option that holds, or the text.
    pub value: String,
    /// The options; none for a text.
    pub options: Vec<Choice>,
}

/// One of several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Its name in a change.
    pub id: String,
    /// What people read.
    pub label: String,
}

/// A row of the sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its number, from 1.
    pub number: u64,
    /// What it is.
    pub kind: RowKind,
    /// What it is, in words; empty where the row above says it.
    pub words: String,
    /// What a row of the header is, by the id of a header choice.
    pub header: String,
    /// The name of the group that a row of the header becomes.
    pub header_name: String,
    /// What was decided of it, by the id of a row choice.
    pub choice: String,
    /// Texts in a row of the header, each of which can be decided as well.
    pub terms: Terms,
    /// Its cells from the left; one that is shown over several columns stands once.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowKind {
    /// In no table of this tab.
    #[default]
    Outside,
    /// Above the table.
    Title,
    /// Of the header.
    Header,
    /// Units.
    Unit,
    /// Of the table.
    Body,
    /// Below the table.
    Note,
    /// Left out.
    Skipped,
}

/// A cell of the sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Its text as the sheet has it.
    pub text: String,
    /// What it holds.
    pub kind: CellKind,
    /// Over how many columns it is shown.
    pub span: u32,
    /// How far its text is indented.
    pub indent: u32,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellKind {
    /// Words.
    #[default]
    Words,
    /// A number.
    Number,
    /// A sign that is read as nought.
    Zero,
    /// A sign that hides a number.
    Hidden,
    /// A sign for a number that is missing.
    Missing,
}
