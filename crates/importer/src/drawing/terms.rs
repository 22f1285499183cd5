//! The different texts of a column: which members are totals, how they are read, and what texts among numbers mean.

use std::collections::BTreeMap;

use danish::ui::Reading as Phrase;
use danish::ui::reading as sentence;
use health::geography;
use protocol::reading::{Choice, Term, Terms};
use protocol::state::Language;
use reading::{
    ColumnPlan, ColumnRole, Dash, DrawnColumn, DrawnTable, HeaderRow, HeaderText, HeaderUse,
    RowUse, SignPlan,
};
use table::{MemberKind, Status, Table};

use super::fields::{self, DASHES, name, parsed};
use super::members::Members;
use super::sheet::{Page, Written};
use super::words;
use crate::refuse::spoken;

/// Texts of a column that are listed; where there are more, those that stand out are among them.
const MOST: usize = 40;
/// Rows in which they are looked for.
const MOST_ROWS: u64 = 20_000;
/// Different texts that are looked at.
const MOST_TEXTS: usize = 5_000;

pub(super) const PART: &str = "part";
pub(super) const TOTAL: &str = "total";
/// A member of a wider level, or a sum over some of the parts; which it is, is recognised.
const WIDER: &str = "wider";
/// What a text among numbers is that nobody has explained.
const UNKNOWN: &str = "unknown";

/// The texts of a column, with what is decided of them.
pub(super) fn of_drawn(
    page: Page<'_>,
    (drawn, column): (&DrawnTable, &DrawnColumn),
    table: Option<&Table>,
    language: Language,
) -> Terms {
    let is_measure = column.role == ColumnRole::Measure && column.numbers.is_some();
    if column.part > 0 || !(is_measure || fields::is_group(column.role)) {
        return Terms::default();
    }
    let texts = texts(page, drawn, column.column);
    let rows: Vec<Term> = if is_measure {
        let odd = texts.into_iter().filter(|text| is_odd(text));
        odd.map(|text| sign(text, column.decided())).collect()
    } else {
        let kinds = kinds(column, table);
        let members = texts.into_iter();
        members.map(|text| member(text, column, &kinds)).collect()
    };
    let further = rows.len().saturating_sub(MOST);
    let rows = listed(rows);
    let mut terms = if is_measure {
        of_numbers(language)
    } else {
        of_group(language)
    };
    if further > 0 {
        terms.more = sentence::further_terms(further, spoken(language));
    }
    terms.rows = rows;
    terms
}

/// As many as are listed, in the order of the sheet: a decision must not move the text it is about.
fn listed(rows: Vec<Term>) -> Vec<Term> {
    let stands_out = |term: &Term| term.is_doubtful || term.is == TOTAL || !term.read.is_empty();
    let mut rows: Vec<(usize, Term)> = rows.into_iter().enumerate().collect();
    rows.sort_by_key(|(_, term)| !stands_out(term));
    rows.truncate(MOST);
    rows.sort_by_key(|(at, _)| *at);
    rows.into_iter().map(|(_, term)| term).collect()
}

fn option(id: &str, label: String) -> Choice {
    let id = id.to_owned();
    Choice { id, label }
}

fn of_numbers(language: Language) -> Terms {
    let say = |phrase: Phrase| phrase.in_language(spoken(language)).to_owned();
    let known = DASHES.map(|id| option(id, words::of_value("dash", id, language)));
    let unknown = option(UNKNOWN, say(Phrase::TermUnknown));
    Terms {
        title: say(Phrase::Signs),
        written: say(Phrase::Written),
        is: say(Phrase::Means),
        options: std::iter::once(unknown).chain(known).collect(),
        ..Terms::default()
    }
}

fn of_group(language: Language) -> Terms {
    let say = |phrase: Phrase| phrase.in_language(spoken(language)).to_owned();
    Terms {
        title: say(Phrase::Members),
        written: say(Phrase::Written),
        is: say(Phrase::Is),
        options: vec![
            option(PART, say(Phrase::TermPart)),
            option(TOTAL, say(Phrase::TermTotal)),
            option(WIDER, say(Phrase::TermWider)),
        ],
        read: say(Phrase::ReadTerm),
        ..Terms::default()
    }
}

/// The texts of a row of the header; where they are members, each can be a total.
pub(super) fn of_header(
    (number, is): (u64, HeaderUse),
    texts: &[HeaderText],
    language: Language,
) -> Terms {
    if texts.is_empty() || matches!(is, HeaderUse::Unit | HeaderUse::LeftOut) {
        return Terms::default();
    }
    let say = |phrase: Phrase| phrase.in_language(spoken(language)).to_owned();
    let mut terms = of_group(language);
    terms.title = say(Phrase::HeaderTexts);
    terms.options.retain(|option| option.id != WIDER);
    if is == HeaderUse::Names {
        terms.is.clear();
        terms.options.clear();
    }
    let further = texts.len().saturating_sub(MOST);
    if further > 0 {
        terms.more = sentence::further_terms(further, spoken(language));
    }
    let row = |text: &HeaderText| Term {
        id: format!("{number}.is:{}", text.written),
        text: text.written.clone(),
        is: if text.is_total { TOTAL } else { PART }.to_owned(),
        read: text.read.clone(),
        is_doubtful: false,
    };
    terms.rows = texts.iter().take(MOST).map(row).collect();
    terms
}

/// Writes what is decided of a text of a row of the header, among all that are written there.
pub(super) fn set_header(row: &mut HeaderRow, field: &str, value: &str, written: &[String]) {
    let members = Members::of_header(row);
    match field.split_once(':') {
        Some(("is", text)) => members.set_kind(text, value),
        Some(("read", text)) => members.rename(text, value, written),
        _ => {}
    }
}

/// The different texts of a column in the order they are met, as the reading compares them.
pub(super) fn texts(page: Page<'_>, table: &DrawnTable, column: u64) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    let body = table.rows.iter().filter(|span| span.is == RowUse::Body);
    let rows = body.flat_map(|span| span.first..=span.last);
    let index = |number: u64| usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
    for row in rows.take(usize::try_from(MOST_ROWS).unwrap_or(usize::MAX)) {
        let text = match page.cell(index(row), index(column)) {
            Written::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Written::Number(number) => number.to_string(),
        };
        if !text.is_empty() && texts.len() < MOST_TEXTS && seen.insert(text.clone()) {
            texts.push(text);
        }
    }
    texts
}

/// Whether a text among numbers is none; a dash has a field of its own.
fn is_odd(text: &str) -> bool {
    let is_dash = matches!(text, "-" | "–" | "—" | "\u{2212}");
    !is_dash && !reading::is_number(text)
}

fn sign(text: String, plan: &ColumnPlan) -> Term {
    let own = plan.signs.iter().find(|sign| sign.written == text);
    let known = own.map(|sign| sign.is).or_else(|| recognised(&text));
    Term {
        id: format!("sign:{text}"),
        is: known.map_or(UNKNOWN.to_owned(), name),
        is_doubtful: known.is_none(),
        text,
        ..Term::default()
    }
}

fn recognised(text: &str) -> Option<Dash> {
    reading::sign(text, Dash::Zero).map(|status| match status {
        Status::Hidden => Dash::Hidden,
        Status::Missing => Dash::Missing,
        Status::NotApplicable => Dash::NotApplicable,
        Status::Value | Status::TrueZero => Dash::Zero,
    })
}

/// What the members of a column became, by their labels.
type Kinds<'a> = BTreeMap<&'a str, &'a MemberKind>;

fn kinds<'a>(column: &DrawnColumn, table: Option<&'a Table>) -> Kinds<'a> {
    let mut dimensions = table.map(Table::dimensions).unwrap_or_default().iter();
    let own = dimensions.find(|own| own.dimension.name == column.name);
    let members = own.map_or(&[][..], |own| &own.dimension.members).iter();
    members.map(|it| (it.label.da.as_str(), &it.kind)).collect()
}

fn member(text: String, column: &DrawnColumn, kinds: &Kinds<'_>) -> Term {
    let mut aliases = column.decided().aliases.iter();
    let alias = aliases.find(|alias| alias.written == text);
    let read = alias.map(|alias| alias.read.clone()).unwrap_or_default();
    let as_read = if read.is_empty() { &text } else { &read };
    let is = match kinds.get(as_read.as_str()) {
        _ if column.totals.contains(as_read) => TOTAL,
        Some(MemberKind::Total) => TOTAL,
        Some(MemberKind::Of(_)) => WIDER,
        Some(MemberKind::Part) | None => PART,
    };
    let is_place = column.role == ColumnRole::Geography && !column.levels.is_empty();
    let is_known = || geography::recognise(as_read).is_some();
    Term {
        id: format!("is:{text}"),
        is: is.to_owned(),
        is_doubtful: is_place && is == PART && !is_known(),
        read,
        text,
    }
}

/// Whether a field is about a text among numbers.
pub(super) fn is_sign(field: &str) -> bool {
    field.starts_with("sign:")
}

/// The text of which a field says how it is read.
pub(super) fn read_text(field: &str) -> Option<&str> {
    field.strip_prefix("read:")
}

/// Writes what a text of a column is.
pub(super) fn set(plan: &mut ColumnPlan, field: &str, value: &str) {
    match field.split_once(':') {
        Some(("is", text)) => Members::of_column(plan).set_kind(text, value),
        Some(("sign", text)) => set_sign(plan, text, parsed(value)),
        _ => {}
    }
}

fn set_sign(plan: &mut ColumnPlan, text: &str, is: Option<Dash>) {
    plan.signs.retain(|sign| sign.written != text);
    plan.signs.extend(is.map(|is| SignPlan {
        written: text.to_owned(),
        is,
    }));
}
