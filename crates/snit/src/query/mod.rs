//! `snit query`: the session's answer to a slice, printed.

mod csv;
mod json;
mod judged;
mod text;

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::Path;

use danish::Language;
use danish::terminal::{bad_slice, no_such_file};
use protocol::Slice;
use protocol::catalog::{Catalog, FieldGroup};
use protocol::message::{Answer, Notice, Reply, Request};
use session::{Beside, BesideRow, Handed, HeldRow, Session};

use crate::arguments::{Query, Style};
use crate::failure::Failure;
use crate::{file, output};

/// What is printed: an answer, and what stands beside its columns of indicators.
#[derive(Clone, Copy)]
pub(crate) struct Told<'a> {
    pub(crate) answer: &'a Answer,
    pub(crate) beside: &'a [Option<Beside>],
    /// What the figures are held against; empty where that was not asked.
    pub(crate) held: &'a [Option<Vec<HeldRow>>],
}

impl Told<'_> {
    /// What stands beside a figure, for an indicator.
    fn beside(&self, column: usize, row: usize) -> Option<(&Beside, &BesideRow)> {
        let beside = self.beside.get(column)?.as_ref()?;
        Some((beside, beside.rows.get(row)?))
    }

    /// What a figure is held against, for an indicator.
    fn held(&self, column: usize, row: usize) -> Option<&HeldRow> {
        self.held.get(column)?.as_ref()?.get(row)
    }

    /// Whether a column is held against something.
    fn is_held(&self, column: usize) -> bool {
        self.held.get(column).is_some_and(Option::is_some)
    }
}

/// Answers a slice from a file, or many.
pub(crate) fn run(query: &Query, language: Language) -> Result<(), Failure> {
    if query.style == Style::Lines {
        return lines((&query.file, &query.slice), language);
    }
    let slice = slice(&query.slice, language)?;
    if query.against.is_some() {
        judged::can_be_held(&slice, language)?;
    }
    let (mut session, catalog) = file::open(file::read(&query.file, language)?, language)?;
    let answer = answer(&mut session, slice.clone(), language)?;
    let beside = session.beside(&slice, &answer, file::spoken(language));
    let held = match &query.against {
        Some(against) => judged::held(&session, (&slice, &answer), against, language)?,
        None => Vec::new(),
    };
    let told = Told {
        answer: &answer,
        beside: &beside,
        held: &held,
    };
    output::print(&match query.style {
        Style::Text => text::write(told, language),
        Style::Json | Style::Lines => json::write(told, &years(&catalog)),
        Style::Csv => csv::write(told, language),
    })?;
    answer.notices.iter().for_each(tell);
    Ok(())
}

/// Answers each of many slices; one that is refused says so in its line.
fn lines((file, source): (&Path, &str), language: Language) -> Result<(), Failure> {
    let slices = parsed_lines(source, language)?;
    let (mut session, catalog) = file::open(file::read(file, language)?, language)?;
    for slice in slices {
        let line = match answer(&mut session, slice, language) {
            Ok(answer) => json::line(&answer, &years(&catalog)),
            Err(Failure::Refused(refusal)) => json::refused(&refusal),
            Err(other) => return Err(other),
        };
        output::print(&line)?;
    }
    Ok(())
}

fn answer(session: &mut Session, slice: Slice, language: Language) -> Result<Answer, Failure> {
    let request = Request::Ask {
        slice,
        language: file::spoken(language),
    };
    match file::ask(session, request, Handed::default())? {
        Reply::Answer(answer) => Ok(answer),
        _ => Err(Failure::Unexpected),
    }
}

/// Says a remark on the standard error output, so that what is printed stays data.
pub(crate) fn tell(notice: &Notice) {
    eprintln!("{}", in_words(notice));
}

/// A remark on one line.
pub(crate) fn in_words(notice: &Notice) -> String {
    let words = format!("{} {}", notice.headline, notice.text);
    words
        .lines()
        .map(str::trim)
        .collect::<Vec<_>>()
        .join("; ")
        .trim()
        .to_owned()
}

/// The slice: a file, `-`, or JSON as it stands.
fn slice(source: &str, language: Language) -> Result<Slice, Failure> {
    let (name, text) = if source.trim_start().starts_with('{') {
        ("SLICE", source.to_owned())
    } else {
        (source, text(source, language)?)
    };
    parsed(&text, (name, 0), language)
}

/// Slices line by line; empty lines are none.
fn parsed_lines(source: &str, language: Language) -> Result<Vec<Slice>, Failure> {
    let text = text(source, language)?;
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(above, line)| parsed(line, (source, above), language))
        .collect()
}

/// A slice that has so many lines above it in the source of this name.
fn parsed(text: &str, (name, above): (&str, usize), language: Language) -> Result<Slice, Failure> {
    serde_json::from_str(text).map_err(|error| {
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or(&reason);
        let place = (above + error.line(), error.column());
        Failure::Told(bad_slice(name, reason, place, language))
    })
}

fn text(source: &str, language: Language) -> Result<String, Failure> {
    let mut text = String::new();
    let read = if source == "-" {
        std::io::stdin().read_to_string(&mut text)
    } else {
        std::fs::File::open(source).and_then(|mut file| file.read_to_string(&mut text))
    };
    read.map_err(|_| Failure::Told(no_such_file(source, language)))?;
    Ok(text)
}

/// The levels of time, whose codes are numbers where they can be.
fn years(catalog: &Catalog) -> BTreeSet<&str> {
    let fields = catalog.tables.iter().flat_map(|table| &table.fields);
    fields
        .filter(|field| field.group == FieldGroup::Time)
        .map(|field| field.name.as_str())
        .collect()
}

/// The answer's own rows, or those of its histograms, each with the level it is of.
fn parts(answer: &Answer) -> Vec<(Option<&str>, &Answer)> {
    if answer.parts.is_empty() {
        return vec![(None, answer)];
    }
    answer
        .parts
        .iter()
        .map(|part| (part.keys.first().map(String::as_str), part))
        .collect()
}
