//! What the view is made of, asked of the session: the indicator, its numbers over places and over time.

use danish::answer::view::council_name;
use danish::ui::Quality;
use health::Indicator;
use protocol::catalog::FieldGroup;
use protocol::message::Refusal;
use protocol::view::IndicatorView;
use protocol::{Catalog, Reply, Request, View, ViewState};

use super::number::{Nature, Row};
use super::over::{COUNCIL, Kind, Over};
use super::rows::{Filter, rows, table};
use crate::ask::Trouble;
use crate::talk::Talk;
use crate::words::spoken;

/// Everything the view shows is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Basis {
    /// The state with its gaps filled.
    pub(crate) state: ViewState,
    /// What there is to choose from.
    pub(crate) catalog: Catalog,
    /// The indicator as it is declared.
    pub(crate) indicator: Indicator,
    /// What the session says of it.
    pub(crate) view: IndicatorView,
    /// What is held side by side.
    pub(crate) over: Over,
    /// Places by periods.
    pub(crate) places: Vec<Row>,
    /// The chosen place over the finest periods, or those asked for.
    pub(crate) series: Vec<Row>,
    /// The chosen place over years.
    pub(crate) years: Vec<Row>,
    /// Levels of time, the coarsest first: name and label.
    pub(crate) times: Vec<(String, String)>,
    /// The level of time of the series.
    pub(crate) time: String,
}

impl Basis {
    /// The kind of number.
    pub(crate) fn nature(&self) -> Nature {
        Nature::of(&self.indicator)
    }

    /// What a ratio is multiplied by.
    pub(crate) fn factor(&self) -> f64 {
        self.indicator.factor.unwrap_or(1.0)
    }

    /// The places of a period.
    pub(crate) fn at<'a>(&'a self, period: &'a str) -> impl Iterator<Item = &'a Row> {
        let is_of = move |row: &&Row| row.codes.get(1).is_some_and(|code| code == period);
        self.places.iter().filter(is_of)
    }

    /// A place among the rows in the few words that figures have room for: a health council goes without the word itself.
    pub(crate) fn short(&self, row: &Row) -> String {
        let label = row.label.as_str();
        let is_council = self.over.level.id == COUNCIL;
        let label = if is_council {
            council_name(label)
        } else {
            label
        };
        label.to_owned()
    }

    /// What the series over time is of, in words.
    pub(crate) fn chosen_label(&self, country: &str) -> String {
        let chosen = self.over.chosen.as_ref();
        let label = chosen.or(self
            .over
            .within
            .as_ref()
            .filter(|_| self.over.kind == Kind::Unit));
        label.map_or_else(|| country.to_owned(), |place| place.label.clone())
    }

    /// The id of a place among the rows.
    pub(crate) fn place_id(&self, row: &Row) -> String {
        let code = row.codes.first().map_or("", String::as_str);
        format!("{}:{code}", self.over.level.id)
    }
}

/// Asks for all of it.
pub(crate) async fn load(
    talk: Talk,
    state: ViewState,
    declared: Vec<Indicator>,
) -> Result<Basis, Trouble> {
    let language = state.language;
    let Reply::Opened(catalog) = talk.ask(&Request::Describe(language)).await? else {
        return Err(Trouble::Stopped);
    };
    let shown = ViewState {
        view: protocol::state::ViewName::Indicator,
        ..state
    };
    let Reply::View { state, view } = talk.ask(&Request::Show(Box::new(shown))).await? else {
        return Err(Trouble::Stopped);
    };
    let View::Indicator(view) = *view else {
        let what = Quality::NoIndicator.in_language(spoken(language));
        return Err(Trouble::Refused(Refusal {
            what: what.to_owned(),
            ..Refusal::default()
        }));
    };
    let found = declared.into_iter().find(|one| one.id == view.indicator.id);
    let mut basis = Basis {
        state: *state,
        catalog: *catalog,
        indicator: found.unwrap_or_default(),
        view,
        ..Basis::default()
    };
    basis.over = Over::of(&basis);
    basis.times = times(&basis);
    let coarsest = basis.times.first().map(|(name, _)| name.clone());
    let coarsest = coarsest.unwrap_or_default();
    let by = vec![basis.over.level.id.clone(), coarsest.clone()];
    basis.places = rows(talk, &basis, (by, &basis.over.keep())).await?;
    let place = basis.over.keep_chosen();
    basis.years = rows(talk, &basis, (vec![coarsest], &place)).await?;
    (basis.time, basis.series) = series(talk, &basis, &place).await?;
    Ok(basis)
}

/// The place over the time that was asked for, or over the finest that has numbers.
async fn series(talk: Talk, basis: &Basis, place: &Filter) -> Result<(String, Vec<Row>), Trouble> {
    let asked = basis.state.study.get("time").and_then(|time| time.first());
    let mut times: Vec<&String> = basis.times.iter().map(|(name, _)| name).rev().collect();
    if let Some(asked) = asked.filter(|asked| times.contains(asked)) {
        times = vec![asked];
    }
    for time in times {
        let found = rows(talk, basis, (vec![time.clone()], place)).await?;
        if asked.is_some() || found.iter().any(|row| row.number.value.is_some()) {
            return Ok((time.clone(), found));
        }
    }
    Ok(Default::default())
}

/// The levels of time of the numerator's table, the coarsest first.
fn times(basis: &Basis) -> Vec<(String, String)> {
    let table = table(basis, &basis.indicator.numerator);
    let fields = table.into_iter().flat_map(|table| &table.fields);
    let times = fields.filter(|field| field.group == FieldGroup::Time);
    times
        .map(|field| (field.name.clone(), field.label.clone()))
        .collect()
}
