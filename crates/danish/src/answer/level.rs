//! Levels that a number is not made at, and filters that only some numbers know.

use super::{joined, joined_lowercase};
use crate::Language;

/// That an indicator is not counted at a level: the headline, and the level that is shown instead.
#[must_use]
pub fn not_counted(level: &str, instead: &str, language: Language) -> (String, String) {
    let (level, instead) = (level.to_lowercase(), instead.to_lowercase());
    match language {
        Language::Da => (
            format!("Nøgletallet opgøres ikke på niveauet {level}."),
            format!("Viser niveauet {instead} i stedet."),
        ),
        Language::En => (
            format!("The indicator is not counted at the level of {level}."),
            format!("Showing the level of {instead} instead."),
        ),
    }
}

/// That a question asks for a level that its numbers are not made at: what, and what to do.
#[must_use]
pub fn not_here(level: &str, known: &[String], language: Language) -> (String, String) {
    let known = joined(known, language);
    match language {
        Language::Da => (
            format!("Tallene opgøres ikke på niveauet \u{bb}{level}\u{ab}."),
            format!("Deres tabel har {known}."),
        ),
        Language::En => (
            format!("The numbers are not counted at the level \u{201c}{level}\u{201d}."),
            format!("Their table has {known}."),
        ),
    }
}

/// That a filter on places picks what is listed and changes no number.
#[must_use]
pub fn places_picked(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Da => (
            "Viser kun de valgte steder.",
            "Hvert tal gælder hele stedet, og det, der sammenlignes med, er ikke filtreret.",
        ),
        Language::En => (
            "Showing the chosen places only.",
            "Each number is of the whole place, and what is compared with is not filtered.",
        ),
    }
}

/// The filters that hold, such as `Køn: Kvinder`.
#[must_use]
pub fn filtered(filters: &[String], language: Language) -> String {
    let filters = filters.join("; ");
    format!("{} {filters}.", language.pick("Filtreret:", "Filtered:"))
}

/// The note on a number whose table does not know some of the filters.
#[must_use]
pub fn unfiltered(levels: &[String], language: Language) -> String {
    let levels = joined_lowercase(levels, language);
    match language {
        Language::Da => format!("Uden filter: tabellen er ikke opdelt på {levels}."),
        Language::En => format!("Not filtered: the table is not divided by {levels}."),
    }
}

/// That a place is compared with itself: the headline, and what to do.
#[must_use]
pub fn with_itself(place: &str, language: Language) -> (String, &'static str) {
    match language {
        Language::Da => (
            format!("{place} sammenlignes med sig selv, så intet vurderes."),
            "Skift sted, eller sammenlign med noget andet.",
        ),
        Language::En => (
            format!("{place} is compared with itself, so nothing is assessed."),
            "Change place, or compare with something else.",
        ),
    }
}
