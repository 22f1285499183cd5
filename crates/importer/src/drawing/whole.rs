//! What can be decided of a table as a whole: its title, where it begins and ends, and what the rows of its header hold.

use danish::ui::Reading as Phrase;
use danish::ui::reading as sentence;
use protocol::reading::{Choice, Field};
use protocol::state::Language;
use reading::{DrawnTable, HeaderPlan, HeaderRow, HeaderUse, RowUse, TablePlan};

use super::fields::{name, parsed};
use super::rows::first_of_body;
use super::words;
use crate::refuse::spoken;

/// A field of a table, by its name in a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Whether it is left out.
    LeaveOut,
    /// Its title.
    Title,
    /// Where its header begins.
    HeaderFirst,
    /// Where its numbers begin.
    BodyFirst,
    /// Where its numbers end.
    BodyLast,
    /// What a row of the header holds.
    Header(u64),
    /// The name of the group that a row of the header becomes.
    HeaderName(u64),
}

impl Part {
    /// The field of a name.
    pub(super) fn of(field: &str) -> Option<Self> {
        let row = |text: &str| text.parse().ok();
        match field.split_once(':') {
            Some(("header", text)) => row(text).map(Self::Header),
            Some(("header_name", text)) => row(text).map(Self::HeaderName),
            _ => match field {
                "leave_out" => Some(Self::LeaveOut),
                "title" => Some(Self::Title),
                "header_first" => Some(Self::HeaderFirst),
                "body_first" => Some(Self::BodyFirst),
                "body_last" => Some(Self::BodyLast),
                _ => None,
            },
        }
    }
}

/// Whether a table says of itself what it means: then nothing can be decided of it.
pub(super) fn says_itself(table: &DrawnTable) -> bool {
    table.header_row == 0
}

/// The fields of a table.
pub(super) fn fields(table: &DrawnTable, language: Language) -> Vec<Field> {
    if says_itself(table) {
        return Vec::new();
    }
    let say = |phrase: Phrase| phrase.in_language(spoken(language)).to_owned();
    let text = |id: &str, label: String, value: String| Field {
        id: id.to_owned(),
        label,
        value,
        options: Vec::new(),
    };
    let choice = |value: bool, words: Phrase| Choice {
        id: value.to_string(),
        label: say(words),
    };
    let is_left_out = table.decided().leave_out;
    let mut fields = vec![
        Field {
            options: vec![
                choice(false, Phrase::TableUsed),
                choice(true, Phrase::TableLeftOut),
            ],
            ..text("leave_out", say(Phrase::TableUse), is_left_out.to_string())
        },
        text("title", say(Phrase::TableTitle), table.title.clone()),
    ];
    let is_sheet = table.area.first_row > 0 && table.columns.iter().any(|it| it.numbers.is_some());
    if is_sheet && !is_left_out {
        let row = |row: Option<u64>| row.map_or_else(String::new, |row| row.to_string());
        let last = last_of_body(table);
        fields.extend([
            text(
                "header_first",
                say(Phrase::HeaderFirst),
                row(Some(table.header_row)),
            ),
            text(
                "body_first",
                say(Phrase::BodyFirst),
                row(first_of_body(table)),
            ),
            text("body_last", say(Phrase::BodyLast), row(last)),
        ]);
        fields.extend(header(table, language));
    }
    fields
}

fn header(table: &DrawnTable, language: Language) -> Vec<Field> {
    let mut fields = Vec::new();
    for (row, header) in (table.header_row..).zip(&table.header) {
        fields.push(Field {
            id: format!("header:{row}"),
            label: sentence::header_holds(row, spoken(language)),
            value: name(header.is),
            options: words::header_choices(language),
        });
        if is_named(header.is) {
            fields.push(Field {
                id: format!("header_name:{row}"),
                label: sentence::header_named(row, spoken(language)),
                value: header.name.clone().unwrap_or_default(),
                options: Vec::new(),
            });
        }
    }
    fields
}

/// Whether a row of the header becomes a group, which has a name.
pub(super) fn is_named(is: HeaderUse) -> bool {
    matches!(
        is,
        HeaderUse::Time | HeaderUse::Sex | HeaderUse::Age | HeaderUse::Geography | HeaderUse::Other
    )
}

/// The last row of the body, from 1, if there is one.
fn last_of_body(table: &DrawnTable) -> Option<u64> {
    let mut body = table.rows.iter().rev();
    body.find(|span| span.is == RowUse::Body)
        .map(|span| span.last)
}

/// Writes what needs no look at the sheet: title, use, and what the rows of the header hold.
pub(super) fn set(plan: &mut TablePlan, table: &DrawnTable, part: Part, value: &str) {
    let text = Some(value.trim().to_owned()).filter(|text| !text.is_empty());
    match part {
        Part::LeaveOut => plan.leave_out = value == "true",
        Part::Title => plan.title = text,
        Part::Header(row) => set_header(plan, table, row, |header| {
            header.is = parsed(value).unwrap_or(header.is);
        }),
        Part::HeaderName(row) => set_header(plan, table, row, |header| header.name = text),
        Part::HeaderFirst | Part::BodyFirst | Part::BodyLast => {}
    }
}

fn set_header(
    plan: &mut TablePlan,
    table: &DrawnTable,
    row: u64,
    edit: impl FnOnce(&mut HeaderRow),
) {
    let drawn = || HeaderPlan {
        row: table.header_row,
        rows: table.header.clone(),
    };
    plan.header.get_or_insert_with(drawn);
    edit_header(plan, row, edit);
}

/// The different texts of a row of the header, as they are written.
pub(super) fn texts(table: &DrawnTable, row: u64) -> Vec<String> {
    let at = row.checked_sub(table.header_row);
    let at = at.and_then(|at| usize::try_from(at).ok());
    let texts = at.and_then(|at| table.header_texts.get(at));
    let texts = texts.map_or(&[][..], Vec::as_slice).iter();
    texts.map(|text| text.written.clone()).collect()
}

/// Writes something of texts in a row of the header; what its rows are is recognised with them, where it is not decided.
pub(super) fn set_texts(
    plan: &mut TablePlan,
    table: &DrawnTable,
    row: u64,
    edit: impl FnOnce(&mut HeaderRow),
) {
    let open = || HeaderPlan {
        row: table.header_row,
        rows: vec![HeaderRow::default(); table.header.len()],
    };
    plan.header.get_or_insert_with(open);
    edit_header(plan, row, edit);
}

fn edit_header(plan: &mut TablePlan, row: u64, edit: impl FnOnce(&mut HeaderRow)) {
    let Some(header) = plan.header.as_mut() else {
        return;
    };
    let at = row.checked_sub(header.row);
    let at = at.and_then(|at| usize::try_from(at).ok());
    if let Some(row) = at.and_then(|at| header.rows.get_mut(at)) {
        edit(row);
    }
}
