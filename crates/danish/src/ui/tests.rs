//! Every phrase in both languages.

use super::*;

fn all() -> impl Iterator<Item = Phrase> {
    let shell = Shell::ALL.iter().map(|&phrase| phrase.into());
    let overview = Overview::ALL.iter().map(|&phrase| phrase.into());
    let indicator = Indicator::ALL.iter().map(|&phrase| phrase.into());
    let pivot = Pivot::ALL.iter().map(|&phrase| phrase.into());
    shell.chain(overview).chain(indicator).chain(pivot)
}

#[test]
fn every_phrase_is_calm_and_trimmed_in_both_languages() {
    for phrase in all() {
        for language in [Language::Da, Language::En] {
            let words = super::phrase(phrase, language);
            assert!(
                !words.is_empty() && words.trim() == words,
                "{phrase:?}: {words:?}"
            );
            assert!(
                !words.contains('!') && !words.contains("  "),
                "{phrase:?}: {words:?}"
            );
            assert!(
                !words.contains("..."),
                "{phrase:?} has three dots for an ellipsis"
            );
        }
    }
}

#[test]
fn no_english_phrase_has_danish_letters() {
    // Names of views and geography are not translated.
    let kept = ["Sundhedsråd", "Områd"];
    for phrase in all() {
        let words = kept.iter().fold(
            super::phrase(phrase, Language::En).to_owned(),
            |words, name| words.replace(name, ""),
        );
        assert!(
            !words.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å']),
            "{phrase:?}: {words:?}"
        );
    }
}

#[test]
fn phrases_say_du_and_never_the_user() {
    for phrase in all() {
        let words = super::phrase(phrase, Language::Da).to_lowercase();
        assert!(
            !words.contains("bruger") && !words.contains("ups"),
            "{phrase:?}: {words:?}"
        );
    }
}

#[test]
fn phrases_of_the_reading_step_are_calm_and_in_their_language() {
    for phrase in Reading::ALL {
        let [danish, english] =
            [Language::Da, Language::En].map(|language| phrase.in_language(language));
        for words in [danish, english] {
            assert!(
                !words.is_empty() && words.trim() == words,
                "{phrase:?}: {words:?}"
            );
            assert!(
                !words.contains('!') && !words.contains("  "),
                "{phrase:?}: {words:?}"
            );
        }
        assert!(
            !english.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å']),
            "{phrase:?}: {english:?}"
        );
        assert!(
            !danish.to_lowercase().contains("bruger"),
            "{phrase:?}: {danish:?}"
        );
    }
}

#[test]
fn phrases_of_the_studies_are_calm_and_in_their_language() {
    let across = Across::ALL.iter();
    let across = across.map(|it| [Language::Da, Language::En].map(|to| it.in_language(to)));
    let editions = Editions::ALL.iter();
    let editions = editions.map(|it| [Language::Da, Language::En].map(|to| it.in_language(to)));
    for [danish, english] in across.chain(editions) {
        for words in [danish, english] {
            assert!(!words.is_empty() && words.trim() == words, "{words:?}");
            assert!(!words.contains('!') && !words.contains("  "), "{words:?}");
        }
        assert!(
            !english.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å']),
            "{english:?}"
        );
        assert!(!danish.to_lowercase().contains("bruger"), "{danish:?}");
    }
}

#[test]
fn counts_in_the_reading_step_agree_with_their_words() {
    use super::reading::{answer_first, outcome, skipped};
    assert_eq!(answer_first(1, Language::Da), "Svar først på 1 spørgsmål");
    assert_eq!(answer_first(2, Language::En), "Answer 2 questions first");
    assert_eq!(
        outcome(1_300, 1, 12, Language::Da),
        "1.300 celler fra 1 række · 12 vist"
    );
    assert_eq!(skipped(1, Language::Da), "1 række sprunget over");
    assert_eq!(skipped(4, Language::En), "4 rows skipped");
}

#[test]
fn phrases_of_quality_are_calm_and_in_their_language() {
    for phrase in Quality::ALL {
        let [danish, english] =
            [Language::Da, Language::En].map(|language| phrase.in_language(language));
        for words in [danish, english] {
            assert!(
                !words.is_empty() && words.trim() == words,
                "{phrase:?}: {words:?}"
            );
            assert!(
                !words.contains(['!', '…']) && !words.contains("  "),
                "{phrase:?}: {words:?}"
            );
        }
        // The name of who found the rules keeps its letters.
        let english = english.replace("Anhøj", "");
        assert!(
            !english.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å']),
            "{phrase:?}: {english:?}"
        );
    }
}
