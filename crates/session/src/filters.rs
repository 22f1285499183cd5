//! The filters that hold, in words: where they stand nowhere else, on a page or in a file.

use danish::Language;
use danish::answer::level as word;
use health::{Keep, Role, Table};
use protocol::message::{Notice, Weight};

use crate::open::Open;
use crate::words;

/// The words of a level, from the first table that has it.
pub(crate) fn level(open: &Open, name: &str, language: Language) -> String {
    let label = table(open, name).and_then(|table| health::level_label(table, name));
    label.map_or_else(|| name.to_owned(), |label| words::text(&label, language))
}

/// That the numbers of Overblik are filtered, and by what; filters on places change no number there.
pub(crate) fn told(open: &Open, filters: &Keep, language: Language) -> Option<Notice> {
    let filters = filters.iter().filter(|(name, _)| !is_of_places(open, name));
    let headline = sentence(open, filters, language)?;
    Some(Notice {
        weight: Weight::Caution,
        headline,
        text: String::new(),
    })
}

/// The filters in a sentence; none where there are none.
pub(crate) fn sentence<'a>(
    open: &Open,
    filters: impl IntoIterator<Item = (&'a String, &'a Vec<String>)>,
    language: Language,
) -> Option<String> {
    let one = |(name, members): (&String, &Vec<String>)| {
        let table = table(open, name);
        let member = |code: &String| {
            let label = table.and_then(|table| health::member_label(table, name, code));
            label.map_or_else(|| code.clone(), |label| words::text(label, language))
        };
        let members: Vec<String> = members.iter().map(member).collect();
        format!("{}: {}", level(open, name, language), members.join(", "))
    };
    let filters: Vec<String> = filters.into_iter().map(one).collect();
    (!filters.is_empty()).then(|| word::filtered(&filters, language))
}

fn is_of_places(open: &Open, level: &str) -> bool {
    let role = table(open, level).and_then(|table| health::role_of(table, level));
    role == Some(Role::Geography)
}

fn table<'a>(open: &'a Open, level: &str) -> Option<&'a Table> {
    let mut tables = open.dataset.tables().iter();
    tables.find(|table| health::has_level(table, level))
}
