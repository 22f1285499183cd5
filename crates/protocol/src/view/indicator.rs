//! Indikator: one indicator as ranking, trend, breakdown and table, linked by the chosen place.

use serde::{Deserialize, Serialize};

use super::overview::{Against, AgainstChoice};
use super::{CellView, Judgement, Named, Tick};
use crate::message::Notice;

/// The whole view.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IndicatorView {
    /// The topic, for the path above the title.
    pub topic: String,
    /// The indicator.
    pub indicator: Named,
    /// Unit, period, direction and the chosen place's value in a sentence.
    pub sentence: String,
    /// The chosen place, if any.
    pub place: Option<Named>,
    /// What places are compared with.
    pub against: Against,
    /// What else they may be compared with.
    pub against_choices: Vec<AgainstChoice>,
    /// The level of the ranking.
    pub level: Named,
    /// Levels offered.
    pub level_choices: Vec<Named>,
    /// The period.
    pub period: Named,
    /// The ranking.
    pub ranking: Ranking,
    /// The trend.
    pub trend: Trend,
    /// By age and sex, where the table has them.
    pub breakdown: Option<Breakdown>,
    /// The table of the chosen place's parts, or of all places.
    pub table: PlaceTable,
    /// Source, extract date and method.
    pub source: String,
    /// What is odd.
    pub notices: Vec<Notice>,
}

/// Places in order, each with its interval.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ranking {
    /// What lines and dashes mean.
    pub subtitle: String,
    /// Lowest and highest number on the axis.
    pub domain: (f64, f64),
    /// Ticks of the axis.
    pub ticks: Vec<Tick>,
    /// The benchmark's value.
    pub benchmark: Option<f64>,
    /// The second benchmark's value.
    pub second: Option<f64>,
    /// Places, lowest first; those without a number last.
    pub rows: Vec<RankingRow>,
    /// What must be known of single numbers, each led by its mark.
    pub notes: Vec<String>,
}

/// A place in the ranking.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RankingRow {
    /// The place.
    pub place: Named,
    /// Its value with the interval's limits.
    pub cell: CellView,
    /// Marks of the notes on it.
    pub marks: String,
    /// How it stands.
    pub judgement: Judgement,
    /// Whether it is the chosen one.
    pub chosen: bool,
}

/// Series over periods.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Trend {
    /// Periods, oldest first.
    pub periods: Vec<String>,
    /// Lowest and highest number on the axis.
    pub domain: (f64, f64),
    /// Ticks of the axis.
    pub ticks: Vec<Tick>,
    /// The chosen place, the benchmark and the second benchmark.
    pub series: Vec<Series>,
    /// Breaks in the series: the period that begins anew, and why.
    pub breaks: Vec<Named>,
    /// Note on an axis that does not begin at zero, and on the band.
    pub note: String,
}

/// What a series stands for, which decides how it is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeriesRole {
    /// The chosen place: accent, with its band.
    Chosen,
    /// The benchmark: ink.
    Benchmark,
    /// The second benchmark: dashed.
    Second,
    /// Any other: muted.
    #[default]
    Muted,
}

/// One line of the trend.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// The place.
    pub place: Named,
    /// What it stands for.
    pub role: SeriesRole,
    /// The last value, for the label at the end of the line.
    pub end_label: String,
    /// One cell a period.
    pub cells: Vec<CellView>,
}

/// The indicator by age band and sex.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Breakdown {
    /// Lowest and highest number on the axis.
    pub domain: (f64, f64),
    /// Ticks of the axis.
    pub ticks: Vec<Tick>,
    /// The members that have marks of their own (the sexes), at most two.
    pub groups: Vec<Named>,
    /// The benchmark's name.
    pub benchmark: String,
    /// One row an age band.
    pub rows: Vec<BreakdownRow>,
}

/// One age band.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BreakdownRow {
    /// The band.
    pub label: String,
    /// One cell for each group.
    pub cells: Vec<CellView>,
    /// The benchmark's cell for each group.
    pub benchmark: Vec<CellView>,
}

/// Places with numerator, denominator, value, interval, change and judgement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlaceTable {
    /// What it holds, such as `4 kommuner i Lillebælt`.
    pub subtitle: String,
    /// Column heads: numerator, denominator, value, interval, change, judgement.
    pub heads: Vec<String>,
    /// Rows.
    pub rows: Vec<PlaceRow>,
    /// What must be known of single numbers, each led by its mark.
    pub notes: Vec<String>,
}

/// A row of the place table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlaceRow {
    /// The place.
    pub place: Named,
    /// Marks of the notes on it.
    pub marks: String,
    /// Numerator.
    pub numerator: CellView,
    /// Denominator.
    pub denominator: CellView,
    /// Value, with limits.
    pub value: CellView,
    /// The interval in words, or `intet interval`.
    pub interval: String,
    /// Change since the period before.
    pub change: CellView,
    /// How it stands; none on the benchmark's own row.
    pub judgement: Option<Judgement>,
    /// Whether it is the chosen one.
    pub chosen: bool,
    /// Whether it stands out as a total (region, country).
    pub total: bool,
}
