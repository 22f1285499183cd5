//! The layout of a pivot as JSON, only where it differs from the default.

use super::json::Json;
use super::{members, read_members};
use crate::slice::{Direction, MeasureExpr};
use crate::state::{Heat, Pivot, Shown, Sort};

/// The layout as JSON, keys in their order.
pub(super) fn write(pivot: &Pivot) -> Json {
    let name = |name: &str| Json::Word(name.to_owned());
    let default = Pivot::default();
    let pairs = [
        (
            "columns",
            !pivot.columns.is_empty(),
            Json::words(&pivot.columns),
        ),
        (
            "filters",
            !pivot.filters.is_empty(),
            members(&pivot.filters),
        ),
        ("heat", pivot.heat != default.heat, name(pivot.heat.name())),
        (
            "measures",
            !pivot.measures.is_empty(),
            Json::List(pivot.measures.iter().map(measure).collect()),
        ),
        ("rows", !pivot.rows.is_empty(), Json::words(&pivot.rows)),
        (
            "shown",
            pivot.shown != default.shown,
            name(pivot.shown.name()),
        ),
        (
            "sort",
            pivot.sort.is_some(),
            pivot.sort.map_or(Json::Null, sort),
        ),
        (
            "table",
            pivot.table.is_some(),
            pivot.table.as_deref().map_or(Json::Null, name),
        ),
        (
            "top",
            pivot.top.is_some(),
            pivot.top.map_or(Json::Null, Json::Number),
        ),
        (
            "unfolded",
            !pivot.unfolded.is_empty(),
            Json::List(pivot.unfolded.iter().map(Json::words).collect()),
        ),
    ];
    let differing = pairs.into_iter().filter(|(_, differs, _)| *differs);
    Json::Map(
        differing
            .map(|(key, _, value)| (key.to_owned(), value))
            .collect(),
    )
}

/// The layout of such JSON; keys it does not know are passed over, none when a value does not fit.
pub(super) fn read(json: &Json) -> Option<Pivot> {
    let Json::Map(pairs) = json else { return None };
    let mut pivot = Pivot::default();
    for (key, value) in pairs {
        match key.as_str() {
            "columns" => pivot.columns = value.list(Json::word)?,
            "filters" => pivot.filters = read_members(value)?,
            "heat" => pivot.heat = Heat::of_name(&value.word()?)?,
            "measures" => pivot.measures = value.list(read_measure)?,
            "rows" => pivot.rows = value.list(Json::word)?,
            "shown" => pivot.shown = Shown::of_name(&value.word()?)?,
            "sort" => pivot.sort = unless_null(value, read_sort)?,
            "table" => pivot.table = unless_null(value, Json::word)?,
            "top" => pivot.top = unless_null(value, number)?,
            "unfolded" => pivot.unfolded = value.list(|path| path.list(Json::word))?,
            _ => {}
        }
    }
    Some(pivot)
}

fn unless_null<T>(value: &Json, read: fn(&Json) -> Option<T>) -> Option<Option<T>> {
    match value {
        Json::Null => Some(None),
        value => read(value).map(Some),
    }
}

fn number(value: &Json) -> Option<u32> {
    match value {
        Json::Number(number) => Some(*number),
        _ => None,
    }
}

fn measure(measure: &MeasureExpr) -> Json {
    let word = |name: &String| Json::Word(name.clone());
    let (kind, of) = match measure {
        MeasureExpr::Sum(name) => ("sum", word(name)),
        MeasureExpr::Count(name) => ("count", word(name)),
        MeasureExpr::Min(name) => ("min", word(name)),
        MeasureExpr::Max(name) => ("max", word(name)),
        MeasureExpr::Mean(name) => ("mean", word(name)),
        MeasureExpr::Ratio(names) => ("ratio", Json::words(names)),
        MeasureExpr::Indicator(name) => ("indicator", word(name)),
    };
    Json::Map(vec![(kind.to_owned(), of)])
}

fn read_measure(json: &Json) -> Option<MeasureExpr> {
    let Json::Map(pairs) = json else { return None };
    let [(kind, of)] = pairs.as_slice() else {
        return None;
    };
    Some(match kind.as_str() {
        "sum" => MeasureExpr::Sum(of.word()?),
        "count" => MeasureExpr::Count(of.word()?),
        "min" => MeasureExpr::Min(of.word()?),
        "max" => MeasureExpr::Max(of.word()?),
        "mean" => MeasureExpr::Mean(of.word()?),
        "ratio" => MeasureExpr::Ratio(of.list::<_, Vec<_>>(Json::word)?.try_into().ok()?),
        "indicator" => MeasureExpr::Indicator(of.word()?),
        _ => return None,
    })
}

fn sort(sort: Sort) -> Json {
    Json::Map(vec![
        ("column".to_owned(), Json::Number(sort.column)),
        (
            "direction".to_owned(),
            Json::Word(sort.direction.name().to_owned()),
        ),
    ])
}

fn read_sort(json: &Json) -> Option<Sort> {
    let Json::Map(pairs) = json else { return None };
    let at = |name: &str| {
        pairs
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    };
    Some(Sort {
        column: number(at("column")?)?,
        direction: Direction::of_name(&at("direction")?.word()?)?,
    })
}
