//! The rows of an answer held against something: the region of each, the places like it, one place or an own list.

use std::collections::BTreeMap;

use danish::Language;
use danish::answer::against as word;
use health::{Cell, Dataset, Indicator, Keep, Place, Role};
use protocol::ViewState;
use protocol::message::{Answer, AnswerRow, Refusal};
use protocol::slice::{MeasureExpr, Slice};
use protocol::view::{CellView, Judgement};

use crate::against::Against;
use crate::benchmark::Held;
use crate::lens::Lens;
use crate::open::Open;
use crate::session::Session;
use crate::{ask, beside, judge, present, words};

/// What a figure is held against, and how it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeldRow {
    /// What people read of it; empty where the row's place has none of it.
    pub label: String,
    /// Its value.
    pub value: CellView,
    /// How the figure stands; none where it is held against itself or nothing.
    pub judgement: Option<Judgement>,
    /// What must be known of the value.
    pub note: Option<String>,
}

impl Session {
    /// Each value column of the answer to a slice held against what a state says in the words of links; nothing beside what is no
    /// indicator.
    ///
    /// # Errors
    /// When the package has nothing of that name.
    pub fn held(
        &self,
        (slice, answer): (&Slice, &Answer),
        state: &ViewState,
    ) -> Result<Vec<Option<Vec<HeldRow>>>, Refusal> {
        let language = words::language(state.language);
        let Some(open) = self.open() else {
            return Ok(Vec::new());
        };
        known(open, state, language)?;
        let columns = slice.measures.iter().enumerate().map(|(at, measure)| {
            let MeasureExpr::Indicator(id) = measure else {
                return None;
            };
            let indicator = open.dataset.indicator(id).ok()?;
            let asked = Asked::new(open, indicator, slice);
            Some(asked.rows((at, answer), state))
        });
        Ok(columns.collect())
    }
}

/// Refuses words that name nothing in what is open.
fn known(open: &Open, state: &ViewState, language: Language) -> Result<(), Refusal> {
    let levels: Vec<&str> = open.levels().iter().map(|it| it.level.as_str()).collect();
    let peers = open.facts.peers.iter();
    let peers: Vec<String> = peers.map(|peers| format!("peers:{}", peers.id)).collect();
    let is_known = |id: &str| {
        levels.contains(&id) || peers.iter().any(|it| it == id) || open.place(id).is_some()
    };
    let against = state.against.as_deref().unwrap_or_default();
    let mut asked: Vec<&str> = state.list.iter().map(String::as_str).collect();
    if asked.is_empty() || against != "list" {
        asked = vec![against];
    }
    let unknown = asked.into_iter().find(|id| !is_known(id));
    unknown.map_or(Ok(()), |unknown| {
        let levels = levels.iter().map(|it| (*it).to_owned());
        let named = std::iter::once(open.country().id)
            .chain(levels)
            .chain(peers);
        let named: Vec<String> = named.collect();
        let example = open.levels().last().map(|place| place.id.as_str());
        let (what, remedy) = word::unknown(unknown, (&named, example), language);
        Err(Refusal {
            what,
            remedy,
            ..Refusal::default()
        })
    })
}

/// An indicator of a slice, and which of the slice's levels are places.
struct Asked<'a> {
    open: &'a Open,
    indicator: &'a Indicator,
    lens: Lens<'a>,
    /// For each level asked by, whether it is one of places.
    is_place: Vec<bool>,
    /// The levels that are not.
    others: Vec<String>,
    /// Places kept by the slice.
    kept: Keep,
    cells: BTreeMap<Vec<String>, Vec<Cell>>,
}

impl<'a> Asked<'a> {
    fn new(open: &'a Open, indicator: &'a Indicator, slice: &Slice) -> Self {
        let dataset: &'a Dataset = &open.dataset;
        let question = ask::question(slice);
        let is_place = |level: &String| is_place(dataset, indicator, level);
        let (kept, filters): (Keep, Keep) = question
            .keep
            .clone()
            .into_iter()
            .partition(|(level, _)| is_place(level));
        Self {
            open,
            indicator,
            lens: Lens::new(dataset, indicator, &filters),
            is_place: slice.by.iter().map(is_place).collect(),
            others: slice
                .by
                .iter()
                .filter(|it| !is_place(it))
                .cloned()
                .collect(),
            kept,
            cells: beside::cells(dataset, &question),
        }
    }

    fn rows(&self, (column, answer): (usize, &Answer), state: &ViewState) -> Vec<HeldRow> {
        let mut known: BTreeMap<Vec<String>, Vec<(Vec<health::Member>, Held)>> = BTreeMap::new();
        let row = |row: &AnswerRow| {
            let place = self.place(&answer.keys, row);
            let (against, fallen) = Against::new(self.open, state, place);
            if !fallen.is_empty() && state.against.as_deref() != Some("list") {
                return HeldRow::default();
            }
            let ids: Vec<String> = against.places.iter().map(|it| it.id.clone()).collect();
            let held = known
                .entry(ids)
                .or_insert_with(|| against.by(&self.lens, &self.others, None));
            let key = self.others_of(row);
            let is_it = |members: &[health::Member]| {
                members.iter().map(|it| &it.code).eq(key.iter().copied())
            };
            let held = held.iter().find(|(members, _)| is_it(members));
            let cell = self
                .cells
                .get(&row.codes)
                .and_then(|cells| cells.get(column));
            let is_itself = place.is_some_and(|place| against.is(&place.id));
            let held = held.map(|(_, held)| held);
            let row = self.row(&against, (cell.filter(|_| !is_itself), held), state);
            let left_out = fallen
                .first()
                .map(|it| format!("{} {}", it.headline, it.text));
            let notes: Vec<String> = row.note.into_iter().chain(left_out).collect();
            HeldRow {
                note: (!notes.is_empty()).then(|| notes.join(" ")),
                ..row
            }
        };
        answer.rows.iter().map(row).collect()
    }

    fn row(
        &self,
        against: &Against<'_>,
        (cell, held): (Option<&Cell>, Option<&Held>),
        state: &ViewState,
    ) -> HeldRow {
        let language = words::language(state.language);
        let missing = Cell::of(health::Figure::Missing);
        let value = held.map_or(missing, |held| held.cell);
        HeldRow {
            label: against.label().to_owned(),
            value: present::cell(&value, self.indicator.decimals, language),
            judgement: cell.map(|cell| judge::judge(self.indicator, cell, &value)),
            note: held.and_then(|held| held.note(language)),
        }
    }

    /// The place of a row: of the finest level of places asked by, or the only one that the slice keeps.
    fn place(&self, keys: &[String], row: &AnswerRow) -> Option<&'a Place> {
        let keys = keys.iter().zip(&row.codes).zip(&self.is_place);
        let asked = keys.filter(|(_, is_place)| **is_place);
        let asked = asked.filter_map(|((level, code), _)| self.at(level, code));
        let kept = self
            .kept
            .iter()
            .filter_map(|(level, members)| match members.as_slice() {
                [name] => self.at(level, name),
                _ => None,
            });
        // Places lie level by level, from the coarsest.
        let found = asked.max().or_else(|| kept.max());
        found.and_then(|at| self.open.places.get(at))
    }

    /// The place of a level with this code, or else with this label: a slice names what it keeps by either.
    fn at(&self, level: &str, name: &str) -> Option<usize> {
        let find = |is_it: &dyn Fn(&Place) -> bool| {
            let mut places = self.open.places.iter();
            places.position(|place| place.level == level && is_it(place))
        };
        let by_label = || find(&|place| place.label.da == name || place.label.en == name);
        find(&|place| place.code() == name).or_else(by_label)
    }

    fn others_of<'b>(&self, row: &'b AnswerRow) -> Vec<&'b String> {
        let codes = row.codes.iter().zip(&self.is_place);
        codes
            .filter(|(_, is_place)| !**is_place)
            .map(|(code, _)| code)
            .collect()
    }
}

/// Whether a level is one of places, in the table of the indicator.
fn is_place(dataset: &Dataset, indicator: &Indicator, level: &str) -> bool {
    let table = dataset.table(&indicator.numerator.table).ok();
    let dimensions = table.map(|table| table.dimensions()).unwrap_or_default();
    let mut places = dimensions
        .iter()
        .map(|column| &column.dimension)
        .filter(|dimension| dimension.role == Role::Geography);
    places.any(|dimension| {
        dimension.name == level || dimension.levels.iter().any(|it| it.name == level)
    })
}
