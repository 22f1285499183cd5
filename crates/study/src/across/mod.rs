//! The view Across: people by the combination of sectors they met, overlaps between sectors, and their way between periods.

mod asked;
mod combinations;
mod counted;
mod figure;
mod filters;
mod flows;
mod overlap;
mod shown;

use danish::Language;
use danish::ui::Across as Word;
use health::across::Across;
use leptos::prelude::*;
use protocol::catalog::Catalog;
use protocol::message::{Answer, Reply, Request};
use protocol::{Slice, ViewState};

use crate::ask::{Loaded, Trouble};
use crate::talk::{Talk, use_talk};
use crate::words::{self, say};
use combinations::CombinationsSection;
use flows::FlowsSection;

/// The name under which the state remembers which table is shown.
const TABLE: &str = "across-table";

/// A phrase in the language of the state.
fn phrase(word: Word) -> Signal<String> {
    say(move |language| word.in_language(language))
}

/// What the sections draw from.
#[derive(Clone, Copy)]
struct Subjects {
    declared: Memo<Across>,
    catalog: Memo<Catalog>,
    state: Memo<ViewState>,
    language: Memo<Language>,
}

/// The view.
#[component]
pub(crate) fn AcrossPage() -> impl IntoView {
    let talk = use_talk();
    let declared = Memo::new(move |_| {
        let across = talk.package.with(|package| package.facts.across.clone());
        Across::from_bytes(&across).unwrap_or_default()
    });
    let spoken = talk.part(|state| state.language);
    let loaded = talk.load(spoken, move |language| async move {
        match talk.ask(&Request::Describe(language)).await? {
            Reply::Opened(catalog) => Ok(*catalog),
            _ => Err(Trouble::Stopped),
        }
    });
    let subjects = Subjects {
        declared,
        catalog: Memo::new(move |_| match loaded.get() {
            Loaded::Here(catalog) => catalog,
            _ => Catalog::default(),
        }),
        state: talk.part(Clone::clone),
        language: words::language(),
    };
    let is_there = Memo::new(move |_| !subjects.catalog.with(|it| it.tables.is_empty()));
    let has_flows = Memo::new(move |_| declared.with(|declared| !declared.flows.is_empty()));
    let has_sets = Memo::new(move |_| declared.with(|declared| !declared.combinations.is_empty()));
    view! {
        <header class="across-head">
            <h1 id="study-title" tabindex="-1">{phrase(Word::Title)}</h1>
        </header>
        {move || (!has_flows.get() && !has_sets.get()).then(|| view! { <Nothing /> })}
        {move || (is_there.get() && has_sets.get()).then(|| view! { <CombinationsSection subjects /> })}
        {move || (is_there.get() && has_flows.get()).then(|| view! { <FlowsSection subjects /> })}
    }
}

/// The package declares nothing that could be shown here.
#[component]
fn Nothing() -> impl IntoView {
    view! {
        <p>{phrase(Word::Nothing)}</p>
        <p class="quiet">{phrase(Word::NothingText)}</p>
    }
}

/// The answer to a slice in the session's own words and rounding.
async fn answer(
    talk: Talk,
    slice: Slice,
    language: protocol::state::Language,
) -> Result<Answer, Trouble> {
    match talk.ask(&Request::Ask { slice, language }).await? {
        Reply::Answer(answer) => Ok(answer),
        _ => Err(Trouble::Stopped),
    }
}

/// Why there are no numbers, if that is so.
fn trouble<T>(loaded: &Loaded<T>, language: Language) -> Option<(String, String)> {
    match loaded {
        Loaded::Here(_) => None,
        Loaded::Waiting => Some((
            Word::Loading.in_language(language).to_owned(),
            String::new(),
        )),
        Loaded::Failed(Trouble::Refused(refusal)) => {
            Some((refusal.what.clone(), refusal.remedy.clone()))
        }
        Loaded::Failed(Trouble::Stopped) => Some((
            Word::Stopped.in_language(language).to_owned(),
            String::new(),
        )),
    }
}
