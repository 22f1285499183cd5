//! What the screen shows, as a value: it is undone, saved, and written into the address after `#`; it never holds data.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::slice::{Direction, MeasureExpr};

/// The view that fills the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ViewName {
    /// Nothing is open yet.
    #[default]
    Start,
    /// Key figures of one place.
    Overview,
    /// One indicator over places, periods and people.
    Indicator,
    /// The free pivot.
    Pivot,
    /// What the publisher says of the package.
    Declaration,
    /// One indicator judged: funnel, control chart, change.
    Quality,
    /// People across sectors.
    Across,
    /// Two editions of a package.
    Editions,
}

impl ViewName {
    /// Whether the view is drawn by the module that is fetched for it.
    #[must_use]
    pub const fn is_study(self) -> bool {
        matches!(self, Self::Quality | Self::Across | Self::Editions)
    }
}

/// The language of words and numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Danish.
    #[default]
    Da,
    /// English.
    En,
}

/// Everything a link holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ViewState {
    /// The view.
    pub view: ViewName,
    /// The language.
    pub language: Language,
    /// The dataset, such as `sundhedsraad-noegletal`, or the file's name for own data.
    pub package: Option<String>,
    /// The chosen place as `level:code`, such as `sundhedsraad:10`.
    pub place: Option<String>,
    /// What the place is compared with: a place as `level:code`; a level such as `region` for the one that the place lies in;
    /// `peers:` and a division of the package for the places like it; `list` for the own list. None is the whole country.
    pub against: Option<String>,
    /// The own list to compare with: places as `level:code`, all of one level.
    pub list: Vec<String>,
    /// The period; none is the newest.
    pub period: Option<String>,
    /// The indicator.
    pub indicator: Option<String>,
    /// The level of the ranking, such as `kommune`; none is the health council.
    pub level: Option<String>,
    /// Indicators whose parts are unfolded in the overview.
    pub unfolded: BTreeSet<String>,
    /// Members kept, by level, in overview and indicator.
    pub filters: BTreeMap<String, Vec<String>>,
    /// The pivot.
    pub pivot: Pivot,
    /// What is chosen in a view that a module draws, by names of the module's own.
    pub study: BTreeMap<String, Vec<String>>,
}

/// Whether what a state compares with is one place, by its name alone.
#[must_use]
pub fn is_place(id: &str) -> bool {
    id.contains(':') && !id.starts_with("peers:")
}

/// The layout of the pivot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pivot {
    /// The table; none is the package's first.
    pub table: Option<String>,
    /// Levels down the side, outermost first.
    pub rows: Vec<String>,
    /// Levels across the top, outermost first.
    pub columns: Vec<String>,
    /// What is shown in the cells.
    pub measures: Vec<MeasureExpr>,
    /// Members kept, by level.
    pub filters: BTreeMap<String, Vec<String>>,
    /// Row paths that are unfolded: member codes from the outermost row level inwards.
    pub unfolded: BTreeSet<Vec<String>>,
    /// How cells are shown.
    pub shown: Shown,
    /// Whether cells are shaded.
    pub heat: Heat,
    /// The measure that orders the rows at each depth.
    pub sort: Option<Sort>,
    /// Only the first so many rows at the outermost depth.
    pub top: Option<u32>,
}

/// How the cells of a pivot are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// The numbers.
    #[default]
    Numbers,
    /// Percent of the row's total.
    RowShare,
    /// Percent of the column's total.
    ColumnShare,
}

/// Shading of the cells of a pivot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Heat {
    /// None.
    #[default]
    None,
    /// Three steps within each column.
    PerColumn,
}

/// Rows ordered by a value column of the pivot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort {
    /// Position among the value columns, from 0.
    pub column: u32,
    /// Which end comes first.
    pub direction: Direction,
}
