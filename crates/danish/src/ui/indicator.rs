//! Indikator: one indicator as ranking, trend, breakdown and table.

use super::phrases;
use crate::answer::place::within;
use crate::{Language, number};

phrases! {
    /// Phrases of Indikator.
    Indicator {
        ChangeIndicator: "Skift nøgletal", "Change indicator";
        FindIndicator: "Find nøgletal", "Find indicator";
        Chosen: "Valgt", "Chosen";
        ChoosePlace: "Vælg sted", "Choose place";
        Level: "Niveau", "Level";
        Against: "Mod", "Against";
        Period: "Periode", "Period";
        Ranking: "Rangering", "Ranking";
        Trend: "Forløb", "Trend";
        Breakdown: "Alder og køn", "Age and sex";
        Table: "Tabel", "Table";
        Place: "Sted", "Place";
        Benchmark: "sammenlignes med", "compared with";
        NoBreakdown: "Tabellen er ikke opdelt på alder og køn.", "The table is not divided by age and sex.";
        NoTrend: "Pakken har kun én periode.", "The package has one period only.";
        SaveFigure: "Gem figur", "Save figure";
        CopyToExcel: "Kopiér til Excel", "Copy to Excel";
        Declaration: "Deklaration", "Declaration";
        Break: "Databrud", "Break in series";
        TrendTable: "Forløb som tabel", "Trend as a table";
        BreakdownTable: "Alder og køn som tabel", "Age and sex as a table";
        ShowAsTable: "Vis som tabel", "Show as a table";
        RankingKeys: "Piletaster flytter, Enter vælger, Esc fjerner valget.", "Arrow keys move, Enter chooses, Esc removes the choice.";
        SaveRanking: "Rangering (SVG)", "Ranking (SVG)";
        SaveTrend: "Forløb (SVG)", "Trend (SVG)";
        SaveBreakdown: "Alder og køn (SVG)", "Age and sex (SVG)";
        RankingFile: "rangering", "ranking";
        TrendFile: "forloeb", "trend";
        BreakdownFile: "alder-koen", "age-sex";
        AgeBand: "Alder", "Age";
    }
}

/// The limits as a screen reader says them, such as `interval 56,5 til 60,3`.
#[must_use]
pub fn spoken_interval(low: &str, high: &str, language: Language) -> String {
    format!("interval {low} {} {high}", language.pick("til", "to"))
}

/// How a place stands against another, such as `bedre end hele landet` or `ingen forskel fra hele landet`.
#[must_use]
pub fn spoken_judgement(
    judgement: &str,
    against: &str,
    differs: Differs,
    language: Language,
) -> String {
    let against = within(against);
    match (differs, language) {
        (Differs::Yes, Language::Da) => format!("{judgement} end {against}"),
        (Differs::No, Language::Da) => format!("{judgement} fra {against}"),
        (Differs::Yes, Language::En) => format!("{judgement} than {against}"),
        (Differs::No, Language::En) => format!("{judgement} from {against}"),
    }
}

/// Whether a place differs from the one it is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differs {
    /// Better or worse.
    Yes,
    /// The interval holds the benchmark.
    No,
}

/// What is announced when a place has been chosen, such as `Lillebælt valgt`.
#[must_use]
pub fn chosen(place: &str, language: Language) -> String {
    format!("{place} {}", language.pick("valgt", "chosen"))
}

/// The accessible name of a figure, such as `Rangering: 17 steder`.
#[must_use]
pub fn ranking_of(count: usize, language: Language) -> String {
    let count = number::whole(count, language);
    match language {
        Language::Da => format!("Rangering: {count} steder"),
        Language::En => format!("Ranking: {count} places"),
    }
}

/// What is announced when a figure has been saved, such as `akutte-rangering.svg er gemt`.
#[must_use]
pub fn saved(file_name: &str, language: Language) -> String {
    format!("{file_name} {}", language.pick("er gemt", "was saved"))
}
