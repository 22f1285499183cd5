//! Filling the gaps of a view state: what a link leaves out is chosen here, so that every view has an answer.

use health::{Aggregation, Keep, Role, Table};
use protocol::ViewState;
use protocol::slice::MeasureExpr;
use protocol::state::Pivot;

use crate::open::Open;

/// The state with every gap filled; what does not exist in the package is replaced.
pub(crate) fn complete(open: &Open, state: &ViewState) -> ViewState {
    let mut state = state.clone();
    state.package = Some(open.facts.id.clone());
    state.period = period(open, state.period);
    state.place = state.place.filter(|id| open.place(id).is_some());
    let indicators = open.dataset.indicators();
    let known = |id: &String| indicators.iter().any(|indicator| indicator.id == *id);
    let first = indicators.first().map(|indicator| indicator.id.clone());
    state.indicator = state.indicator.filter(known).or(first);
    let levels: Vec<String> = open
        .levels()
        .iter()
        .map(|place| place.level.clone())
        .collect();
    let preferred = levels
        .iter()
        .find(|level| *level == "sundhedsraad")
        .or(levels.first());
    state.level = state
        .level
        .filter(|level| levels.contains(level))
        .or(preferred.cloned());
    state.pivot = pivot(open, state.pivot, state.period.as_deref());
    state
}

fn period(open: &Open, asked: Option<String>) -> Option<String> {
    let periods = health::place::periods(&open.dataset);
    let known = |code: &String| periods.iter().any(|period| period.code == *code);
    asked
        .filter(known)
        .or_else(|| periods.last().map(|period| period.code.clone()))
}

fn pivot(open: &Open, mut pivot: Pivot, period: Option<&str>) -> Pivot {
    let tables = open.dataset.tables();
    let named = pivot
        .table
        .as_ref()
        .and_then(|name| tables.iter().find(|t| t.name() == name));
    let Some(table) = named.or(tables.first()) else {
        return pivot;
    };
    if named.is_none() {
        pivot.table = Some(table.name().to_owned());
    }
    let indicators = open.dataset.indicators().iter();
    let own = indicators.filter(|indicator| indicator.numerator.table == table.name());
    let own: Vec<&str> = own.map(|indicator| indicator.id.as_str()).collect();
    let has_level = |level: &String| health::has_level(table, level);
    pivot.rows.retain(has_level);
    pivot.columns.retain(has_level);
    pivot.filters.retain(|level, _| has_level(level));
    pivot
        .measures
        .retain(|measure| exists(table, &own, measure));
    if pivot.rows.is_empty() && pivot.columns.is_empty() && pivot.measures.is_empty() {
        default_layout(table, &mut pivot, period);
    } else if pivot.measures.is_empty() {
        pivot.measures = first_measure(table);
    }
    pivot
}

fn exists(table: &Table, indicators: &[&str], measure: &MeasureExpr) -> bool {
    let known = |name: &String| {
        table
            .measures()
            .iter()
            .any(|column| column.measure.name == *name)
    };
    match measure {
        MeasureExpr::Indicator(id) => indicators.contains(&id.as_str()),
        MeasureExpr::Ratio([above, below]) => known(above) && known(below),
        MeasureExpr::Sum(name)
        | MeasureExpr::Count(name)
        | MeasureExpr::Min(name)
        | MeasureExpr::Max(name)
        | MeasureExpr::Mean(name) => known(name),
    }
}

/// Places down the side, a small grouping across, the newest period, the first measure.
fn default_layout(table: &Table, pivot: &mut Pivot, period: Option<&str>) {
    let of_role = |role| health::level_of_role(table, role);
    pivot.rows = place_levels(table);
    let across = [Role::Sector, Role::Sex, Role::Age, Role::Time]
        .into_iter()
        .find_map(of_role);
    let first = || {
        table
            .dimensions()
            .first()
            .map(|column| column.dimension.name.as_str())
    };
    if pivot.rows.is_empty() {
        let down = across.or_else(first);
        pivot.rows = down.map(str::to_owned).into_iter().collect();
    } else {
        pivot.columns = across.map(str::to_owned).into_iter().collect();
    }
    let time = health::place::time_level(table);
    if let (Some(time), Some(period)) = (time, period)
        && !pivot
            .columns
            .iter()
            .chain(&pivot.rows)
            .any(|level| level == time)
    {
        pivot.filters = Keep::from([(time.to_owned(), vec![period.to_owned()])]);
    }
    pivot.measures = first_measure(table);
}

/// The levels that people drill through: region, health council, municipality, as far as the table has them.
fn place_levels(table: &Table) -> Vec<String> {
    let finest = health::level_of_role(table, Role::Geography);
    let levels = ["region", "sundhedsraad"]
        .into_iter()
        .filter(|level| health::has_level(table, level));
    let levels = levels
        .chain(finest)
        .fold(Vec::new(), |mut levels: Vec<String>, level| {
            if !levels.iter().any(|known| known == level) {
                levels.push(level.to_owned());
            }
            levels
        });
    if finest.is_some() { levels } else { Vec::new() }
}

/// The first measure that can be summed, since a first look should show sums; else the first.
fn first_measure(table: &Table) -> Vec<MeasureExpr> {
    let measures = || table.measures().iter().map(|column| &column.measure);
    let additive = measures().find(|measure| measure.aggregation == Aggregation::Additive);
    let first = additive.or_else(|| measures().next());
    first
        .map(|measure| MeasureExpr::Sum(measure.name.clone()))
        .into_iter()
        .collect()
}
