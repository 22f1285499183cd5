//! The filters that hold, in words: where they stand nowhere else, on a page or in a file.

use danish::Language;
use danish::answer::level as word;
use health::{Keep, Role, Table};
use protocol::ViewState;
use protocol::message::{Notice, Weight};
use protocol::state::ViewName;

use crate::lens::Lens;
use crate::open::Open;
use crate::words;

/// The words of a level, from the first table that has it.
fn level(open: &Open, name: &str, language: Language) -> String {
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

/// The filters that some indicator of the view keeps to; of a single one also what its filters do besides. The notes of
/// Overblik tell which of its rows do not keep to them.
pub(crate) fn of_view(open: &Open, state: &ViewState, language: Language) -> Vec<String> {
    let is_single = state.view == ViewName::Indicator;
    let indicators = open.dataset.indicators().iter();
    let shown = indicators.filter(|it| !is_single || Some(&it.id) == state.indicator.as_ref());
    let lenses: Vec<Lens<'_>> = shown
        .map(|indicator| Lens::new(&open.dataset, indicator, &state.filters))
        .collect();
    let is_kept = |level: &String| lenses.iter().any(|lens| lens.kept().contains_key(level));
    let kept = state.filters.iter().filter(|(level, _)| is_kept(level));
    let mut told: Vec<String> = sentence(open, kept, language).into_iter().collect();
    for lens in lenses.iter().filter(|_| is_single) {
        let (headline, text) = word::places_picked(language);
        let picked = lens.picks_places().then(|| format!("{headline} {text}"));
        let unknown = unfiltered(open, lens.unknown().iter(), language);
        told.extend(picked.into_iter().chain(unknown));
    }
    told
}

/// The note on numbers whose table does not know some of the levels filtered by; none where it knows them all.
pub(crate) fn unfiltered<'a>(
    open: &Open,
    unknown: impl Iterator<Item = &'a String>,
    language: Language,
) -> Option<String> {
    let labels: Vec<String> = unknown.map(|name| level(open, name, language)).collect();
    (!labels.is_empty()).then(|| word::unfiltered(&labels, language))
}

/// Whether a level is one of places.
pub(crate) fn is_of_places(open: &Open, level: &str) -> bool {
    let role = table(open, level).and_then(|table| health::role_of(table, level));
    role == Some(Role::Geography)
}

fn table<'a>(open: &'a Open, level: &str) -> Option<&'a Table> {
    let mut tables = open.dataset.tables().iter();
    tables.find(|table| health::has_level(table, level))
}
