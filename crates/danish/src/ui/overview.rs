//! Overblik: the key figures of one place.

use super::phrases;
use crate::answer::place::within;
use crate::{Language, number};

phrases! {
    /// Phrases of Overblik.
    Overview {
        ChangePlace: "Skift sted", "Change place";
        FindPlace: "Find sted", "Find place";
        CompareWith: "Sammenlign med", "Compare with";
        WholeCountry: "Hele landet", "Whole country";
        WhoTheyAre: "Vis hvilke", "Show which";
        ChoosePlaces: "Vælg steder", "Choose places";
        CompareWithCountry: "Sammenlign med hele landet", "Compare with the whole country";
        Period: "Periode", "Period";
        Indicator: "Nøgletal", "Indicator";
        Unit: "Enhed", "Unit";
        DistanceAxis: "Afstand til", "Distance to";
        Interval: "95 %-interval", "95 % interval";
        Change: "Ændring", "Change";
        Trend: "Forløb", "Trend";
        Judgement: "Vurdering", "Judgement";
        Against: "Mod", "Against";
        Better: "bedre", "better";
        Same: "ingen forskel", "no difference";
        Worse: "dårligere", "worse";
        NotAssessed: "ikke vurderet", "not assessed";
        JudgementRule: "Bedre eller dårligere: hele intervallet ligger på den ene side.", "Better or worse: the whole interval lies on one side.";
        NoInterval: "intet interval", "no interval";
        ShowParts: "Vis kommuner", "Show municipalities";
        HideParts: "Skjul kommuner", "Hide municipalities";
        FoldTopic: "Fold emnet", "Fold the topic";
        OpenIndicator: "Åbn nøgletallet", "Open the indicator";
        NoIndicators: "Pakken har ingen nøgletal. Brug Snit til at se tabellerne.", "The package has no indicators. Use Slice to look at the tables.";
        FoldAll: "Fold alt sammen", "Fold all";
        ClearFilters: "Ryd filtre", "Clear filters";
    }
}

/// How many indicators a topic holds.
#[must_use]
pub fn indicator_count(count: usize, language: Language) -> String {
    let word = match (count, language) {
        (_, Language::Da) => "nøgletal",
        (1, Language::En) => "indicator",
        (_, Language::En) => "indicators",
    };
    format!("{} {word}", number::whole(count, language))
}

/// The head of the column of changes, such as `Ændring fra 2024`.
#[must_use]
pub fn change_since(period: &str, language: Language) -> String {
    format!("{} {period}", language.pick("Ændring fra", "Change since"))
}

/// The head over the common axis, such as `Afstand til hele landet, 95 %-interval`.
#[must_use]
pub fn distance_to(place: &str, doubt: Overview, language: Language) -> String {
    let (place, doubt) = (within(place), doubt.in_language(language));
    match language {
        Language::Da => format!("Afstand til {place}, {doubt}"),
        Language::En => format!("Distance to {place}, {doubt}"),
    }
}

/// The head of the column of judgements, such as `Mod hele landet`.
#[must_use]
pub fn against(place: &str, language: Language) -> String {
    format!("{} {}", language.pick("Mod", "Against"), within(place))
}

/// The distance to the benchmark for a screen reader, such as `+5,3 %, 95 %-interval +3,1 til +7,6`.
#[must_use]
pub fn distance(percent: f64, limits: Option<(f64, f64)>, language: Language) -> String {
    let signed = |value| number::signed(value, 1, language);
    let value = format!("{} %", signed(percent));
    let Some((low, high)) = limits else {
        return format!("{value}, {}", Overview::NoInterval.in_language(language));
    };
    let interval = Overview::Interval.in_language(language);
    let to = language.pick("til", "to");
    format!("{value}, {interval} {} {to} {}", signed(low), signed(high))
}

/// A change with the period it is counted from, such as `fra 2024`.
#[must_use]
pub fn since(period: &str, language: Language) -> String {
    format!("{} {period}", language.pick("fra", "since"))
}

/// A place's name without its kind, where the kind is clear: `Lillebælt` for `Sundhedsråd Lillebælt`.
#[must_use]
pub fn short_place(name: &str) -> &str {
    let kinds = ["Sundhedsråd ", "Health council ", "Health Council "];
    kinds
        .into_iter()
        .find_map(|kind| name.strip_prefix(kind))
        .unwrap_or(name)
}
