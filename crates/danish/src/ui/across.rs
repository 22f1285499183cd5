//! People across sectors: combinations, overlaps, and their way between periods.

use super::phrases;
use crate::{Language, list};

phrases! {
    /// Phrases of the view Across.
    Across {
        Title: "Patienter på tværs af sektorer", "Patients across sectors";
        Nothing: "Pakken rummer ingen tabel over kombinationer af sektorer.", "The package holds no table of combinations of sectors.";
        NothingText: "Udgiveren erklærer sådan en tabel i pakken; den gættes ikke ud fra navne.", "The publisher declares such a table in the package; it is not guessed from names.";
        Table: "Tabel", "Table";
        Filters: "Udvalg", "Selection";
        All: "Alle", "All";
        Place: "Sted", "Place";
        Loading: "Henter tallene", "Getting the numbers";
        Stopped: "Beregningen gik i stå. Vælg igen.", "The calculation stopped. Choose again.";
        Combinations: "Hvem møder hvad", "Who meets what";
        CombinationsRule: "Hver person står i netop én kombination: de sektorer, personen har mødt, og ingen andre.", "Each person stands in exactly one combination: the sectors the person met, and no others.";
        Combination: "Kombination", "Combination";
        Persons: "Personer", "People";
        Share: "Andel", "Share";
        Together: "I alt", "In all";
        Overlaps: "Overlap mellem sektorer", "Overlap between sectors";
        OverlapsRule: "Regnet af kombinationerne, så ingen er talt to gange. Læs en række: af dem, der har mødt sektoren, hvor mange mødte også den anden.", "Computed from the combinations, so nobody counts twice. Read a row: of those who met the sector, how many also met the other.";
        Sector: "Sektor", "Sector";
        AtAll: "I alt", "At all";
        Alone: "Kun denne", "Only this";
        AndAlso: "Også", "Also";
        Itself: "den samme", "the same";
        AtLeast: "Mindst-tal: en kombination er skjult, så summen er mindst de viste.", "At-least numbers: a combination is hidden, so the sum is at least the shown ones.";
        Lacking: "Tabellen har ikke disse kombinationer, så summerne er uden deres personer:", "The table does not have these combinations, so the sums are without their people:";
        Flows: "Vejen mellem perioder", "The way between periods";
        FlowsRule: "Hver person er talt én gang: hvor personen var før, og hvor personen er nu.", "Each person counts once: where the person was before, and where the person is now.";
        From: "Fra", "From";
        To: "Til", "To";
        HiddenFlows: "Skjulte strømme er ikke tegnet.", "Hidden flows are not drawn.";
        AsTable: "Tallene som tabel", "The numbers as a table";
    }
}

/// What the chart of combinations says, in a sentence.
#[must_use]
pub fn largest(words: &str, people: &str, language: Language) -> String {
    match language {
        Language::Da => format!("Den største kombination, der vises, er {words}: {people}."),
        Language::En => format!("The largest combination shown is {words}: {people}."),
    }
}

/// Combinations by their names.
#[must_use]
pub fn named(names: &[String], language: Language) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    list(&names, language)
}
