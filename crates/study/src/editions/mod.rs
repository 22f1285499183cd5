//! The view Editions: the open package held against another edition of the same data set, which is read from a file and not opened.

mod compare;
mod definitions;
mod listed;
mod members;
mod numbers;
mod outline;
mod pick;
mod save;

use std::cell::RefCell;

use danish::Language;
use danish::ui::Editions as Word;
use danish::ui::editions as words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::facts::Words;
use protocol::message::Refusal;
use protocol::view::editions::{Edition, Editions};

use crate::ask::Trouble;
use crate::talk::{Talk, use_talk};
use crate::words::{language, say};
use definitions::{Declaration, Definitions};
use members::Members;
use numbers::Numbers;
use outline::Outline;
use pick::Pick;

/// A phrase in the language of the state.
fn phrase(word: Word) -> Signal<String> {
    say(move |language| word.in_language(language))
}

/// Words of a package in a language.
fn text(words: &Words, language: Language) -> String {
    language.pick(&words.da, &words.en).to_owned()
}

/// What has come of a comparison.
#[derive(Clone, Debug, Default, PartialEq)]
enum Found {
    /// No file has been chosen.
    #[default]
    Nothing,
    /// A file is being read.
    Working,
    /// The two are compared.
    Here(Box<Editions>),
    /// They are not.
    Refused(Refusal),
}

thread_local! {
    /// The comparison with the package of this number, for who leaves the view and comes back.
    static KEPT: RefCell<(u32, Found)> = RefCell::default();
}

fn kept(package: u32) -> Found {
    KEPT.with_borrow(|(number, found)| {
        let is_whole = *number == package && *found != Found::Working;
        if is_whole {
            found.clone()
        } else {
            Found::Nothing
        }
    })
}

/// The view.
#[component]
pub(crate) fn EditionsPage() -> impl IntoView {
    let talk = use_talk();
    let number = talk.package.with_untracked(|package| package.number);
    let found = RwSignal::new(kept(number));
    let language = language();
    let choose = Callback::new(move |file: web_sys::File| begin(talk, found, file));
    let body = move || {
        found.with(|found| match found {
            Found::Here(editions) => {
                let editions = StoredValue::new((**editions).clone());
                view! { <Compared editions choose /> }.into_any()
            }
            Found::Working => {
                view! { <p role="status" class="editions-working">{phrase(Word::Working)}</p> }.into_any()
            }
            Found::Refused(refusal) => {
                let Refusal { what, place, remedy, .. } = refusal.clone();
                view! {
                    <p role="alert" class="editions-refused"><strong>{what}</strong>" "{place}" "{remedy}</p>
                    <Pick choose />
                }
                    .into_any()
            }
            Found::Nothing => view! { <Pick choose /> }.into_any(),
        })
    };
    let open = move || {
        talk.package.with(|package| {
            let facts = &package.facts;
            let edition = words::edition((&facts.edition, &facts.extracted), language.get());
            format!("{} {edition}", text(&facts.title, language.get()))
        })
    };
    view! {
        <header class="editions-head">
            <h1 id="study-title" tabindex="-1">{phrase(Word::Title)}</h1>
            <p class="quiet">{open}</p>
        </header>
        {body}
    }
}

fn begin(talk: Talk, found: RwSignal<Found>, file: web_sys::File) {
    let number = talk.package.with_untracked(|package| package.number);
    let language = talk.state.with_untracked(|state| {
        state
            .as_ref()
            .map(|state| state.language)
            .unwrap_or_default()
    });
    let source = talk.source.get_value();
    found.set(Found::Working);
    spawn_local(async move {
        let came = match compare::compare(source, file, language).await {
            Ok(editions) => Found::Here(Box::new(editions)),
            Err(Trouble::Refused(refusal)) => Found::Refused(refusal),
            Err(Trouble::Stopped) => Found::Refused(Refusal {
                what: Word::Stopped
                    .in_language(crate::words::spoken(language))
                    .to_owned(),
                ..Refusal::default()
            }),
        };
        KEPT.set((number, came.clone()));
        // The view may be gone.
        let _ = found.try_set(came);
    });
}

/// What differs.
#[component]
fn Compared(editions: StoredValue<Editions>, choose: Callback<web_sys::File>) -> impl IntoView {
    let language = language();
    let named = |edition: &Edition, language| {
        words::edition((&edition.edition, &edition.extracted), language)
    };
    let heading = move || {
        editions.with_value(|it| {
            let language = language.get();
            let [earlier, later] = [&it.earlier, &it.later].map(|it| named(it, language));
            let open = Word::Open.in_language(language);
            if it.is_open_later {
                format!("{earlier} → {later} ({open})")
            } else {
                format!("{earlier} ({open}) → {later}")
            }
        })
    };
    let is_same = editions.with_value(is_same);
    let talk = use_talk();
    let picked = talk.part(move |state| editions.with_value(|it| listed::picked(it, &state.study)));
    let save = move |_| editions.with_value(|it| save::save(it, language.get_untracked()));
    view! {
        <div class="editions-bar">
            <p class="editions-pair" id="editions-pair">{heading}</p>
            <button type="button" class="button" id="editions-save" on:click=save>{phrase(Word::Save)}</button>
            <pick::PickButton choose label=phrase(Word::Another) />
        </div>
        {is_same.then(|| view! { <p role="status">{phrase(Word::Same)}</p> })}
        <Outline editions picked />
        <Numbers editions picked />
        <Members editions />
        <Definitions editions />
        <Declaration editions />
    }
}

fn is_same(editions: &Editions) -> bool {
    let same = |table: &protocol::view::editions::TableChange| {
        let mut numbers = table.numbers.iter();
        table.members.is_empty()
            && table.other_dimensions.is_empty()
            && numbers.all(|it| {
                it.revised + it.came + it.gone + it.now_hidden + it.no_longer_hidden + it.otherwise
                    == 0
            })
    };
    editions.came.is_empty()
        && editions.gone.is_empty()
        && editions.definitions.is_empty()
        && editions.sections_da.is_empty()
        && editions.tables.iter().all(same)
}
