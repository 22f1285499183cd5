//! Words of `snit diff`.

use crate::{Language, number};

/// A heading or a short word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Nothing differs.
    Same,
    /// Only the later edition has it.
    Came,
    /// Only the earlier edition has it.
    Gone,
    /// Both have it, in different ways.
    Changed,
    /// A member with another name.
    Renamed,
    /// Heading over tables.
    Table,
    /// Heading over indicators.
    Indicators,
    /// Heading over measures.
    Measures,
    /// Heading over the declaration.
    Declaration,
    /// Heading of a column of what was revised.
    Where,
    /// Heading of the earlier number.
    Before,
    /// Heading of the later number.
    After,
    /// Heading of the difference.
    Difference,
}

/// The words of a heading.
#[must_use]
pub fn word(word: Word, language: Language) -> &'static str {
    let (danish, english) = match word {
        Word::Same => ("De to udgaver er ens.", "The two editions are equal."),
        Word::Came => ("nye", "new"),
        Word::Gone => ("udgået", "gone"),
        Word::Changed => ("ændret", "changed"),
        Word::Renamed => ("nyt navn", "renamed"),
        Word::Table => ("Tabel", "Table"),
        Word::Indicators => ("Nøgletal", "Indicators"),
        Word::Measures => ("Mål", "Measures"),
        Word::Declaration => ("Deklaration", "Declaration"),
        Word::Where => ("Hvor", "Where"),
        Word::Before => ("Før", "Before"),
        Word::After => ("Nu", "Now"),
        Word::Difference => ("Forskel", "Difference"),
    };
    language.pick(danish, english)
}

/// How many of the numbers of a measure were revised.
#[must_use]
pub fn revised(measure: &str, (revised, compared): (u64, u64), language: Language) -> String {
    let [revised, compared] = [revised, compared].map(|count| number::count(count, language));
    match language {
        Language::Da => format!("{measure}: {revised} af {compared} tal er revideret"),
        Language::En => format!("{measure}: {revised} of {compared} numbers were revised"),
    }
}

/// What else became of cells, each with its count; those of which there are none are left out.
#[must_use]
pub fn besides(counts: [u64; 6], language: Language) -> String {
    let [came, gone, hidden, shown, otherwise, withheld] = counts;
    let parts = [
        (came, "nye celler", "new cells"),
        (gone, "udgåede celler", "cells gone"),
        (hidden, "nu skjult", "now hidden"),
        (shown, "ikke længere skjult", "no longer hidden"),
        (
            otherwise,
            "andre skift mellem tal og intet tal",
            "other changes between number and none",
        ),
        (
            withheld,
            "tal ved skjulte celler, hvis forskel ikke vises",
            "numbers beside hidden cells, whose difference is not shown",
        ),
    ];
    let told = parts.iter().filter(|(count, ..)| *count > 0);
    let told = told.map(|(count, danish, english)| {
        let count = number::count(*count, language);
        format!("{}: {count}", language.pick(danish, english))
    });
    told.collect::<Vec<_>>().join("; ")
}

/// That a table has other dimensions, so that its numbers cannot be held against each other.
#[must_use]
pub fn other_dimensions(names: &[&str], language: Language) -> String {
    let names = crate::list(names, language);
    match language {
        Language::Da => format!("Tallene kan ikke sammenlignes: kun den ene udgave har {names}."),
        Language::En => format!("The numbers cannot be compared: only one edition has {names}."),
    }
}
