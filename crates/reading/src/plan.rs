//! What a person, or the recognition before them, decided about a file: small, saved as JSON, and found again in the
//! next file of the same sender by its headings.

mod choices;
mod correct;
mod of;
mod parse;

use serde::{Deserialize, Serialize};

use crate::reading::Convention;

pub use choices::{Adds, Alias, ColumnRole, Dash, SignPlan, Split};
pub use parse::{PlanError, PlanFault};

/// The version that is written.
pub const VERSION: u32 = 1;

/// Decisions about the tables of a file. What is not decided is recognised anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The version of this form.
    pub version: u32,
    /// The key of the sender it was made for; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sender: String,
    /// The tables about which something is decided.
    #[serde(default)]
    pub tables: Vec<TablePlan>,
}

/// Decisions about a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TablePlan {
    /// The sheet where it was; its headings decide where it is.
    #[serde(default)]
    pub sheet: String,
    /// Which table of the sheet, from 1.
    pub number: u32,
    /// Whether it is left out.
    #[serde(default, skip_serializing_if = "is_false")]
    pub leave_out: bool,
    /// Its title, instead of the one that is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where its header is and what each row of it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<HeaderPlan>,
    /// The row before which it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<RowMark>,
    /// Rows that are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skip: Vec<RowMark>,
    /// Rows that are taken in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keep: Vec<RowMark>,
    /// Its columns.
    #[serde(default)]
    pub columns: Vec<ColumnPlan>,
}

/// Where a header is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeaderPlan {
    /// Its first row, from 1; of a table without a header the first row of the body.
    pub row: u64,
    /// What each of its rows is.
    #[serde(default)]
    pub rows: Vec<HeaderRow>,
}

/// What a row of a header is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeaderRow {
    /// What its texts are.
    pub is: HeaderUse,
    /// The name of the dimension that it becomes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Texts in it that are read as another, such as the year that a house has a word of its own for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Alias>,
    /// Members in it that are totals, as they are read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub totals: Vec<String>,
    /// Members in it that are none, though they look like it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
}

/// What the texts of a header row are, above columns of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeaderUse {
    /// Each text is what it looks like.
    #[default]
    Recognised,
    /// Names of what is counted.
    Names,
    /// Periods.
    Time,
    /// Sexes.
    Sex,
    /// Ages.
    Age,
    /// Places.
    Geography,
    /// Members of another dimension.
    Other,
    /// Units.
    Unit,
    /// Nothing that is used.
    LeftOut,
}

/// A row, found again by its words; by its number where they are none, or not the only ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowMark {
    /// Its number, from 1.
    pub row: u64,
    /// Its texts that are no numbers, with blanks between.
    #[serde(default)]
    pub words: String,
}

/// Decisions about a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnPlan {
    /// The texts above it, outermost first; it is found by them, whatever periods are among them.
    #[serde(default)]
    pub heading: Vec<String>,
    /// Which of the columns with this heading, from 1.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub number: u32,
    /// Which of the values in its cells, from 1; 0 stands for the whole cell.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub part: u32,
    /// Another name than the heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<ColumnRole>,
    /// The finest level of its places, such as `kommune`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// The unit of its numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// How many decimals are shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    /// What dots and commas in its numbers are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub convention: Option<Convention>,
    /// What a dash instead of a number is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dash: Option<Dash>,
    /// How its numbers may be added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adds: Option<Adds>,
    /// Whether blank cells repeat the row above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fill: Option<bool>,
    /// Members that are totals, as they are written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub totals: Vec<String>,
    /// Members that are none, though they look like it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
    /// Whether its cells hold several values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split: Option<Split>,
    /// Members that are read as another text, such as a place under its common name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Alias>,
    /// What texts among its numbers stand for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signs: Vec<SignPlan>,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            version: VERSION,
            sender: String::new(),
            tables: Vec::new(),
        }
    }
}

impl Default for ColumnPlan {
    fn default() -> Self {
        Self {
            heading: Vec::new(),
            number: 1,
            part: 0,
            name: None,
            role: None,
            level: None,
            unit: None,
            decimals: None,
            convention: None,
            dash: None,
            adds: None,
            fill: None,
            totals: Vec::new(),
            parts: Vec::new(),
            split: None,
            aliases: Vec::new(),
            signs: Vec::new(),
        }
    }
}

fn first() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields so")]
fn is_first(number: &u32) -> bool {
    *number == 1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields so")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields so")]
fn is_false(truth: &bool) -> bool {
    !*truth
}
