//! Words in the language of the state.

use danish::Language;
use leptos::prelude::*;

use crate::talk::use_talk;

/// The language of the state.
pub(crate) fn language() -> Memo<Language> {
    use_talk().part(|state| spoken(state.language))
}

/// The language of words, for the language of a state.
pub(crate) fn spoken(language: protocol::state::Language) -> Language {
    match language {
        protocol::state::Language::Da => Language::Da,
        protocol::state::Language::En => Language::En,
    }
}

/// Words that follow the language.
pub(crate) fn say(
    words: impl Fn(Language) -> &'static str + Send + Sync + 'static,
) -> Signal<String> {
    let language = language();
    Signal::derive(move || words(language.get()).to_owned())
}

/// A text of the package in a language.
pub(crate) fn text(text: &health::Text, language: Language) -> String {
    language.pick(&text.da, &text.en).to_owned()
}

/// Words of the package in a language.
pub(crate) fn text_of(words: &protocol::facts::Words, language: Language) -> String {
    language.pick(&words.da, &words.en).to_owned()
}
