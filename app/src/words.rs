//! Words in the chosen language, as signals that follow the language switch.

use crate::prelude::*;
use danish::Language;
use danish::ui::Phrase;

/// The chosen language, offered to everything below [`crate::app::App`].
#[derive(Clone, Copy)]
pub(crate) struct Spoken(pub(crate) Memo<Language>);

/// The chosen language.
pub(crate) fn language() -> Memo<Language> {
    expect_context::<Spoken>().0
}

/// A phrase in the chosen language.
pub(crate) fn say(phrase: impl Into<Phrase>) -> Signal<String> {
    let phrase = phrase.into();
    say_with(move |language| danish::ui::phrase(phrase, language).to_owned())
}

/// Words that hold a value, in the chosen language.
pub(crate) fn say_with(
    words: impl Fn(Language) -> String + Send + Sync + 'static,
) -> Signal<String> {
    let language = language();
    Signal::derive(move || words(language.get()))
}

/// The language of the words, for the language of a state.
pub(crate) fn spoken(language: protocol::state::Language) -> Language {
    match language {
        protocol::state::Language::Da => Language::Da,
        protocol::state::Language::En => Language::En,
    }
}
