//! The strip at the very top: which package this is, who made it, and how far it can be trusted.

use crate::prelude::*;
use danish::ui::Shell;
use leptos::html;
use protocol::ViewState;
use protocol::catalog::{Origin, PackageCard, Trust};
use protocol::state::Language;

use crate::component::icon::Logo;
use crate::component::popover::Popover;
use crate::component::theme_menu::ThemeMenu;
use crate::desk::use_desk;
use crate::state::use_state;
use crate::words::{say, say_with};

/// The strip; on the start page it holds what the view bar holds elsewhere.
#[component]
pub(crate) fn Strip() -> impl IntoView {
    let desk = use_desk();
    let state = use_state();
    let card = Memo::new(move |_| {
        desk.catalog
            .with(|catalog| catalog.as_ref().map(|catalog| catalog.card.clone()))
    });
    let home = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        state.change(|state| {
            *state = ViewState {
                language: state.language,
                ..ViewState::default()
            };
        });
    };
    view! {
        <header class="strip">
            <a class="strip-home" href="#" on:click=home>
                <Logo />
                <span>{say(Shell::Product)}</span>
            </a>
            {move || match (desk.reading.get(), card.get()) {
                (None, Some(card)) => view! { <Card card=card /> }.into_any(),
                (name, _) => view! { <NothingOpen name=name /> }.into_any(),
            }}
        </header>
    }
}

/// Nothing is open, or a file is drawn before it is.
#[component]
fn NothingOpen(name: Option<String>) -> impl IntoView {
    view! {
        <p class="strip-none">{move || name.clone().unwrap_or_else(|| say(Shell::NoFileOpen).get())}</p>
        <div class="strip-tools no-print"><LanguageSwitch /><ThemeMenu /></div>
    }
}

/// The package in a line; what there is no room for stands behind the button.
#[component]
fn Card(card: PackageCard) -> impl IntoView {
    let facts = facts(&card);
    let listed = facts.clone();
    let fact = |(label, value): Fact| {
        view! { <div class="strip-fact"><dt>{say(label)}</dt><dd>{value}</dd></div> }
    };
    view! {
        <p class="strip-title">{card.title.clone()}</p>
        <dl class="strip-facts">{facts.into_iter().map(fact).collect_view()}</dl>
        <div class="strip-marks">
            <span class="strip-signature">{trust_words(card.trust)}</span>
            <OriginMark origin=card.synthetic />
            <About title=card.title facts=listed />
        </div>
    }
}

type Fact = (Shell, Signal<String>);

/// What is known, in the order it is dropped from the right when there is no room.
fn facts(card: &PackageCard) -> Vec<Fact> {
    let words = |text: &str| Signal::stored(text.to_owned());
    let (rows, size) = (card.row_count, card.size_bytes);
    let all = [
        (Shell::Edition, &card.edition),
        (Shell::Extracted, &card.extracted),
        (Shell::Publisher, &card.publisher),
    ];
    let known = all
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| (label, words(text)));
    let counted = [
        (
            Shell::RowCount,
            say_with(move |language| danish::count(rows, language)),
        ),
        (
            Shell::Size,
            say_with(move |language| danish::bytes(size, language)),
        ),
        (Shell::File, words(&card.file_name)),
    ];
    known.chain(counted).collect()
}

fn trust_words(trust: Trust) -> AnyView {
    match trust {
        Trust::OwnData => view! { <span class="mark mark-dashed">{say(Shell::OwnData)}</span> }.into_any(),
        Trust::Unsigned => view! {
            <span class="strip-fact"><span class="strip-label">{say(Shell::Signature)}</span>" "{say(Shell::Unsigned)}</span>
        }
        .into_any(),
    }
}

/// The mark of numbers that were made up.
#[component]
pub(crate) fn OriginMark(
    /// Whether they were.
    origin: Origin,
) -> impl IntoView {
    (origin == Origin::Synthetic)
        .then(|| view! { <span class="mark">{say(Shell::Synthetic)}</span> })
}

/// Everything the strip says, for windows too narrow to print it.
#[component]
fn About(title: String, facts: Vec<Fact>) -> impl IntoView {
    let panel = NodeRef::<html::Div>::new();
    let row = |(label, value): Fact| view! { <dt>{say(label)}</dt><dd>{value}</dd> };
    view! {
        <div class="strip-about no-print">
            <Popover label=say(Shell::Package) panel=panel>
                <div class="strip-panel" tabindex="-1" data-first="">
                    <h2>{title}</h2>
                    <dl>{facts.into_iter().map(row).collect_view()}</dl>
                </div>
            </Popover>
        </div>
    }
}

/// Switches to the other language; its name stands in that language.
#[component]
pub(crate) fn LanguageSwitch() -> impl IntoView {
    let state = use_state();
    let other = state.part(|state| match state.language {
        Language::Da => Language::En,
        Language::En => Language::Da,
    });
    let code = move || crate::words::spoken(other.get()).code();
    view! {
        <button
            type="button"
            class="button button-quiet language-switch"
            lang=code
            on:click=move |_| state.change(|state| state.language = other.get_untracked())
        >
            {say(Shell::OtherLanguage)}
        </button>
    }
}
