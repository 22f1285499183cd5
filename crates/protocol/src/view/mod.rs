//! View models: what is painted, with numbers rounded and words chosen.

pub mod editions;
pub mod indicator;
pub mod overview;
pub mod pivot;

use serde::{Deserialize, Serialize};

pub use indicator::IndicatorView;
pub use overview::OverviewView;
pub use pivot::PivotView;

/// One of the views.
#[expect(
    clippy::large_enum_variant,
    reason = "there is one at a time, and it is boxed in its reply"
)]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// Key figures of one place.
    Overview(OverviewView),
    /// One indicator.
    Indicator(IndicatorView),
    /// The pivot.
    Pivot(PivotView),
    /// The declaration.
    Declaration(DeclarationView),
}

/// What a cell shows in place of, or beside, a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CellKind {
    /// A number.
    #[default]
    Value,
    /// Exactly zero.
    Zero,
    /// Withheld for confidentiality.
    Hidden,
    /// Not reported.
    Missing,
    /// Cannot exist.
    NotApplicable,
    /// Not a sum: the number lies between two bounds.
    Bounds,
    /// A part is hidden: at least this number.
    AtLeast,
    /// Some parts have not reported; the text says how many have.
    Incomplete,
    /// May not be computed; the view's notices say why.
    Refused,
}

/// A published cell, ready to be shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CellView {
    /// Which of the kinds it is.
    pub kind: CellKind,
    /// What is printed, such as `1.112`, `skjult` or `41.208-58.914`.
    pub text: String,
    /// What a screen reader says where that differs from the text; else empty.
    pub spoken: String,
    /// The number, for drawing, sorting and typed export.
    pub value: Option<f64>,
    /// Lower limit of the interval or bounds.
    pub low: Option<f64>,
    /// Upper limit of the interval or bounds.
    pub high: Option<f64>,
    /// Whether the number is preliminary (`*`).
    pub preliminary: bool,
}

/// How a place stands against the one compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    /// The interval lies wholly on the good side.
    Better,
    /// The interval holds the benchmark.
    Same,
    /// The interval lies wholly on the bad side.
    Worse,
    /// No direction is declared, or there is no interval.
    #[default]
    NotAssessed,
}

/// A number on an axis with the text of its tick.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tick {
    /// Where.
    pub value: f64,
    /// What it says.
    pub text: String,
}

/// A labelled place, period or other member.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// `level:code` for places, the code otherwise.
    pub id: String,
    /// What people read.
    pub label: String,
}

/// The declaration of the package.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeclarationView {
    /// Headings with their paragraphs, in the publisher's order.
    pub sections: Vec<DeclarationSection>,
}

/// One heading of a declaration.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeclarationSection {
    /// The heading.
    pub heading: String,
    /// Plain paragraphs.
    pub paragraphs: Vec<String>,
}
