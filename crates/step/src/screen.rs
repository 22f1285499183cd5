//! The whole step: heading, sheet, and what comes of it beside.

use leptos::prelude::*;
use protocol::reading::{Change, View, Words};

use crate::checks::Checks;
use crate::focus;
use crate::inspector::{FIRST_FIELD, Inspector, Picked, TABLE_BUTTON};
use crate::outcome::OutcomeTable;
use crate::questions::Questions;
use crate::sheet::Sheet;
use crate::stages::Stages;
use crate::talk::use_talk;
use crate::using::Using;

/// A word that is always there.
pub(crate) fn word(word: impl Fn(&Words) -> &String + Send + Sync + 'static) -> Memo<String> {
    use_talk().part(move |view| word(&view.words).clone())
}

/// The step.
#[component]
pub(crate) fn Screen() -> impl IntoView {
    let talk = use_talk();
    let picked = RwSignal::new(None::<Picked>);
    provide_context(picked);
    let is_there = talk.part(|view| !view.words.title.is_empty());
    // What is picked belongs to the tab.
    let tab = talk.part(|view| (view.shown, place(view)));
    Effect::new(move |_| {
        // A memo that nobody has read yet follows nothing.
        let _ = tab.get();
        picked.set(None);
    });
    Effect::new(move |was_there: Option<bool>| {
        let is_there = is_there.get();
        if is_there && was_there == Some(false) {
            focus::later("reading-title".to_owned());
        }
        is_there
    });
    // Of several files the next takes the place of the one before.
    let file = talk.part(place);
    Effect::new(move |before: Option<(u32, String)>| {
        let file = file.get();
        let had_one = before.is_some_and(|before| !before.1.is_empty() && before != file);
        if had_one && !file.1.is_empty() {
            focus::later("reading-title".to_owned());
        }
        file
    });
    let language = talk.part(|view| view.language.clone());
    view! {
        <div class="reading" lang=language hidden=move || !is_there.get() aria-busy=move || talk.is_busy.get().to_string()>
            <header class="reading-head">
                <div class="reading-words">
                    <h1 id="reading-title" tabindex="-1">{word(|words| &words.title)}</h1>
                    <p>{word(|words| &words.subtitle)}</p>
                </div>
                <Stages />
            </header>
            <div class="reading-panes">
                <section class="reading-left" aria-label=word(|words| &words.sheets)>
                    <Tabs />
                    <Sheet />
                    <More />
                    <Inspector />
                    <Questions />
                </section>
                <div class="reading-right">
                    <OutcomeTable />
                    <Checks />
                    <Using />
                </div>
            </div>
            <p class="spoken" role="status" aria-live="polite">{talk.part(|view| view.said.clone())}</p>
        </div>
    }
}

/// The file that is shown; several that were picked together may have one name.
fn place(view: &View) -> (u32, String) {
    (view.file_number, view.file.clone())
}

/// The sheets and tables of the file, and what undoes every decision.
#[component]
fn Tabs() -> impl IntoView {
    let talk = use_talk();
    let tabs = talk.part(|view| (view.tabs.clone(), view.shown));
    let tabs = move || {
        let (tabs, shown) = tabs.get();
        let tab = |(at, tab): (u32, protocol::reading::Tab)| {
            view! {
                <li>
                    <button
                        type="button"
                        class="reading-tab"
                        id=format!("reading-tab-{at}")
                        aria-current=(at == shown).then_some("true")
                        on:click=move |_| talk.tell(&Change::Tab(at))
                    >
                        {tab.label}
                        {(!tab.holds.is_empty()).then(|| view! { " " <span class="quieter">{tab.holds}</span> })}
                    </button>
                </li>
            }
        };
        (0..).zip(tabs).map(tab).collect_view()
    };
    let picked = expect_context::<RwSignal<Option<Picked>>>();
    let has_fields = talk.part(|view| !view.fields.is_empty());
    let is_picked = move || picked.get() == Some(Picked::Table);
    let pick = move |_| {
        picked.set(Some(Picked::Table));
        focus::later(FIRST_FIELD.to_owned());
    };
    view! {
        <div class="reading-bar">
            <ul class="reading-tabs">{tabs}</ul>
            <button
                type="button"
                class="button button-quiet"
                id=TABLE_BUTTON
                hidden=move || !has_fields.get()
                aria-expanded=move || is_picked().to_string()
                on:click=pick
            >
                {word(|words| &words.table)}
            </button>
            <button type="button" class="button button-quiet" id="reading-reset" on:click=move |_| talk.tell(&Change::Reset)>
                {word(|words| &words.reset)}
            </button>
        </div>
    }
}

/// More rows, where there are any.
#[component]
fn More() -> impl IntoView {
    let talk = use_talk();
    let more = talk.part(|view| view.more.clone());
    view! {
        <p class="reading-more" hidden=move || more.with(String::is_empty)>
            <span class="quiet">{more}</span>
            <button type="button" class="button" id="reading-more" on:click=move |_| talk.tell(&Change::MoreRows)>
                {word(|words| &words.more)}
            </button>
        </p>
    }
}
