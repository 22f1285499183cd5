//! Overblik: the key figures of one place against a benchmark, on one common axis.

use serde::{Deserialize, Serialize};

use super::{CellView, Judgement, Named, Tick};
use crate::message::Notice;

/// The whole view.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OverviewView {
    /// The place.
    pub place: Named,
    /// Its parts and population in a line.
    pub subtitle: String,
    /// What the place is compared with.
    pub against: Against,
    /// What else it may be compared with.
    pub against_choices: Vec<AgainstChoice>,
    /// The second benchmark, drawn as a tick (the region, unless it is the first).
    pub second: Option<Named>,
    /// The period.
    pub period: Named,
    /// The period changes are counted from, such as `2024`; empty when there is none.
    pub previous_period: String,
    /// First and last period of the spark lines, such as `2019-2025`.
    pub spark_span: String,
    /// How many indicators stand each way, in the order better, same, worse, not assessed.
    pub tally: Vec<(Judgement, u32)>,
    /// Ticks of the common axis: percent from the benchmark; the benchmark itself is at 0.
    pub ticks: Vec<Tick>,
    /// The axis runs from minus to plus this many percent; intervals outside end in an arrow.
    pub axis_reach: f64,
    /// Indicators under their topics.
    pub topics: Vec<Topic>,
    /// What must be known of single numbers, each led by the mark that stands beside them.
    pub notes: Vec<String>,
    /// Methods, sign key and other lines under the table.
    pub footnotes: Vec<String>,
    /// What is odd.
    pub notices: Vec<Notice>,
}

/// What a place is compared with: a place, or several together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Against {
    /// What a state holds.
    pub id: String,
    /// What people read, such as `12 lignende kommuner`.
    pub label: String,
    /// Who they are, such as `Storbykommuner`; empty for a place.
    pub what: String,
    /// The places they are; none for a place.
    pub members: Vec<Named>,
}

/// Something to compare with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgainstChoice {
    /// What a state holds.
    pub id: String,
    /// What people read.
    pub label: String,
    /// A quiet second line; may be empty.
    pub hint: String,
}

/// A topic with its indicators.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Topic {
    /// What people read.
    pub title: String,
    /// Its rows.
    pub rows: Vec<OverviewRow>,
}

/// One indicator of a place, or of a part of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OverviewRow {
    /// The indicator.
    pub indicator: Named,
    /// Set on a part's row: the part.
    pub part: Option<Named>,
    /// The unit in words.
    pub unit: String,
    /// The value at the place.
    pub value: CellView,
    /// Distance to the benchmark in percent, with the interval's.
    pub distance: Option<Distance>,
    /// Distance of the second benchmark in percent.
    pub second_distance: Option<f64>,
    /// The value of the second benchmark (the region).
    pub second: CellView,
    /// The value of the benchmark (the country).
    pub benchmark: CellView,
    /// Marks of the notes on the value, such as `¹ ³`.
    pub marks: String,
    /// Marks of the notes on the benchmark.
    pub benchmark_marks: String,
    /// Change since the period before.
    pub change: CellView,
    /// The series up to the period, oldest first; a gap is a gap.
    pub spark: Vec<Option<f64>>,
    /// Positions in the series of the first points that are counted anew.
    pub spark_breaks: Vec<usize>,
    /// How it stands.
    pub judgement: Judgement,
    /// Words that stand in the plot when there is nothing to draw, such as `af hensyn til diskretion`.
    pub remark: String,
    /// Whether there are parts to unfold.
    pub has_parts: bool,
    /// The parts, when unfolded.
    pub parts: Vec<OverviewRow>,
}

/// A point with its interval in percent from the benchmark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Distance {
    /// The value's.
    pub value: f64,
    /// The lower limit's.
    pub low: Option<f64>,
    /// The upper limit's.
    pub high: Option<f64>,
}
