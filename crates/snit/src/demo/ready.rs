//! Ready views: a question somebody would ask, and the view that answers it.

use protocol::slice::MeasureExpr;
use protocol::state::{Heat, Pivot, ViewName, ViewState};
use serde_json::json;
use table::Text;

/// A view with its words.
pub(crate) struct Ready {
    /// The name of its file in the package.
    pub(crate) name: &'static str,
    pub(crate) title: Text,
    pub(crate) question: Text,
    pub(crate) state: ViewState,
}

/// A view with its title and question in Danish and English.
pub(crate) fn ready(
    name: &'static str,
    title: (&str, &str),
    question: (&str, &str),
    state: ViewState,
) -> Ready {
    let (title, question) = (
        Text::new(title.0, title.1),
        Text::new(question.0, question.1),
    );
    Ready {
        name,
        title,
        question,
        state,
    }
}

impl Ready {
    /// Name and JSON text as a package holds them.
    pub(crate) fn written(&self) -> (String, String) {
        let fragment = protocol::hash::write(&self.state);
        let value = json!({ "title": self.title, "question": self.question, "fragment": fragment });
        (self.name.to_owned(), format!("{value:#}\n"))
    }
}

/// Key figures of a place.
pub(crate) fn overview(place: &str) -> ViewState {
    ViewState {
        view: ViewName::Overview,
        place: Some(place.to_owned()),
        ..ViewState::default()
    }
}

/// One indicator with its ranking at a level.
pub(crate) fn indicator(id: &str, place: &str, level: &str) -> ViewState {
    let of_place = overview(place);
    ViewState {
        view: ViewName::Indicator,
        indicator: Some(id.to_owned()),
        level: Some(level.to_owned()),
        ..of_place
    }
}

/// One indicator judged by funnel, chart and change, at a level.
pub(crate) fn quality(id: &str, place: Option<&str>, level: &str) -> ViewState {
    ViewState {
        view: ViewName::Quality,
        indicator: Some(id.to_owned()),
        place: place.map(str::to_owned),
        level: Some(level.to_owned()),
        ..ViewState::default()
    }
}

/// The same with what the view remembers by a name of its own.
pub(crate) fn with_study(mut state: ViewState, name: &str, value: &str) -> ViewState {
    state.study.insert(name.to_owned(), vec![value.to_owned()]);
    state
}

/// A pivot of a table: levels down the side and across the top, and sums of measures.
pub(crate) fn pivot(table: &str, levels: (&[&str], &[&str]), measures: &[&str]) -> Pivot {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    Pivot {
        table: Some(table.to_owned()),
        rows: owned(levels.0),
        columns: owned(levels.1),
        measures: measures
            .iter()
            .map(|name| MeasureExpr::Sum((*name).to_owned()))
            .collect(),
        heat: Heat::PerColumn,
        ..Pivot::default()
    }
}

/// The pivot with these indicators behind its measures.
pub(crate) fn judged(mut pivot: Pivot, indicators: &[&str]) -> Pivot {
    let indicators = indicators
        .iter()
        .map(|id| MeasureExpr::Indicator((*id).to_owned()));
    pivot.measures.extend(indicators);
    pivot
}

/// The pivot with only these members.
pub(crate) fn kept(mut pivot: Pivot, level: &str, members: &[&str]) -> Pivot {
    let members = members.iter().map(|member| (*member).to_owned()).collect();
    pivot.filters.insert(level.to_owned(), members);
    pivot
}

/// The view of a pivot.
pub(crate) fn shown(pivot: Pivot) -> ViewState {
    ViewState {
        view: ViewName::Pivot,
        pivot,
        ..ViewState::default()
    }
}
