//! Whole figures from view models made by hand.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

mod bounds;
mod golden;
mod models;
mod quality;
mod render;

/// The words of the judgements.
const WORDS: chart::judgement::Words<'_> = chart::judgement::Words {
    better: "bedre",
    same: "ingen forskel",
    worse: "dårligere",
    not_assessed: "ikke vurderet",
};

/// The words of the trend.
const TREND_WORDS: chart::trend::Words<'_> = chart::trend::Words {
    series_break: "Databrud",
    preliminary: "* foreløbigt",
};
