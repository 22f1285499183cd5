//! Notes on the table, on variables, values and cells; and what the file says of its source.

use std::collections::BTreeSet;

use table::{Note, Text};

use super::known::{ABOUT_TABLE, NOTES};
use super::measures::Described;
use super::meta::{Meta, Tongue, Words};
use super::remarks::{Remark, Scope};
use super::variables::Variables;

/// Stands for every value in a note on cells.
const ALL: &str = "*";

/// All notes, in the order of the file, then what it says of itself.
pub(super) fn read(meta: &Meta<'_>, variables: &Variables, described: &Described) -> Vec<Note> {
    let scope = Scope {
        meta,
        variables,
        described,
    };
    let mut remarks = scope.remarks(NOTES);
    remarks.sort_by_key(|remark| remark.at);
    let mut notes: Vec<Note> = remarks.iter().map(|it| note(&scope, it)).collect();
    let of_table = scope.remarks(ABOUT_TABLE);
    notes.extend(of_table.iter().filter_map(|remark| said(&scope, remark)));
    notes.extend(symbols(meta));
    notes.retain(|note| !note.text.da.trim().is_empty());
    let mut seen = BTreeSet::new();
    // An office often says the same of each measure.
    notes.retain(|note| seen.insert((note.text.da.clone(), note.column.clone())));
    notes
}

fn note(scope: &Scope<'_>, remark: &Remark) -> Note {
    let is_of_cells = remark.keyword.starts_with("CELLNOTE");
    let named = if is_of_cells {
        remark.subjects.as_slice()
    } else {
        // The note stands with its column, whose name need not be told.
        remark.subjects.get(1..).unwrap_or_default()
    };
    let before = |tongue| {
        let named = named.iter().filter(|it| it.plain != ALL);
        let names: Vec<&str> = named.map(|it| it.within(tongue)).collect();
        if names.is_empty() {
            String::new()
        } else {
            format!("{}: ", names.join(", "))
        }
    };
    let (da, en) = (before(Tongue::Danish), before(Tongue::English));
    let column = (!is_of_cells).then(|| column(scope, &remark.subjects));
    Note {
        text: Text::new(
            &format!("{da}{}", remark.text.da),
            &format!("{en}{}", remark.text.en),
        ),
        column: column.flatten(),
    }
}

/// The column that a note on a variable or value stands with.
fn column(scope: &Scope<'_>, subjects: &[Words]) -> Option<String> {
    let (name, values) = subjects.split_first()?;
    let index = scope.variables.find(&name.plain)?;
    let variable = scope.variables.all.get(index)?;
    if Some(index) != scope.described.axis {
        return Some(variable.name.plain.clone());
    }
    let value = variable.value(&values.first()?.plain)?;
    let measure = scope.described.measures.get(value)?;
    Some(measure.name.clone())
}

/// What the file says of itself, or of one measure: the keyword stands before it.
fn said(scope: &Scope<'_>, remark: &Remark) -> Option<Note> {
    let (keyword, text) = (&remark.keyword, &remark.text);
    let subject = remark.subjects.first();
    let described = scope.described;
    let index = subject.and_then(|it| described.subjects.iter().position(|each| each == it));
    let measure = index.and_then(|index| described.measures.get(index));
    let is_no = ["NO", "N"].contains(&text.da.as_str());
    (!text.da.is_empty() && !is_no).then(|| Note {
        text: Text::new(
            &format!("{keyword}: {}", text.da),
            &format!("{keyword}: {}", text.en),
        ),
        column: measure.map(|measure| measure.name.clone()),
    })
}

/// What the file says its signs mean.
fn symbols(meta: &Meta<'_>) -> Vec<Note> {
    let dots = (1..=6).map(|count| (format!("DATASYMBOL{count}"), ".".repeat(count)));
    let others = [("DATASYMBOLNIL", "-"), ("DATASYMBOLSUM", ".......")];
    let others = others.map(|(keyword, sign)| (keyword.to_owned(), sign.to_owned()));
    let note = |(keyword, sign): (String, String)| {
        let words = meta.words(&keyword, &[])?;
        (words.plain != sign && !words.is_blank()).then(|| Note {
            text: Text::new(
                &format!("{sign} {}", words.text.da),
                &format!("{sign} {}", words.text.en),
            ),
            column: None,
        })
    };
    dots.chain(others).filter_map(note).collect()
}
