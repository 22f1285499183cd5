//! Answering a question: each thing wanted becomes a column, and columns are joined by the members of their keys.

use std::collections::{BTreeMap, HashMap};

use table::{Member, Role, Table};

use crate::axis::{self, Axis};
use crate::dataset::Dataset;
use crate::disclosure::{Cell, Figure, KeyColumn, Published};
use crate::indicator;
use crate::named::{self, Named};
use crate::question::{Bound, Keep, Question, Wanted};
use crate::refusal::{Refusal, Remark};
use crate::rollup::{self, Rolled};
use crate::strata::{self, Stratum};

/// Whether every level and measure of the question is in the table.
pub(crate) fn fits(table: &Table, question: &Question) -> bool {
    let measure = |name: &String| named::measure_index(table, name).is_ok();
    let levels = question.by.iter().chain(question.keep.keys());
    let wanted = |wanted: &Wanted| match wanted {
        Wanted::Rolled(name)
        | Wanted::Count(name)
        | Wanted::Min(name)
        | Wanted::Max(name)
        | Wanted::Mean(name) => measure(name),
        Wanted::Ratio(above, below) => measure(above) && measure(below),
        Wanted::Indicator(_) => true,
    };
    levels
        .into_iter()
        .all(|level| axis::has_level(table, level))
        && question.wanted.iter().all(wanted)
}

/// The answer to a question.
pub(crate) fn answer(dataset: &Dataset, question: &Question) -> Result<Published, Refusal> {
    let table = dataset.table_of(question)?;
    let bound = Bound::new(table, &question.by, &[&question.keep])?;
    let columns = question
        .wanted
        .iter()
        .map(|wanted| column(dataset, (&bound, question), wanted));
    let columns: Vec<Named<Cell>> = columns.collect::<Result<_, _>>()?;
    let keys: Vec<KeyColumn> = question
        .by
        .iter()
        .zip(&bound.by)
        .map(key_column(table))
        .collect();
    let mut remarks: Vec<Remark> = Vec::new();
    for remark in columns.iter().flat_map(|column| &column.remarks) {
        if !remarks.contains(remark) {
            remarks.push(remark.clone());
        }
    }
    Ok(Published {
        rows: join(&keys, &columns),
        keys,
        remarks,
    })
}

/// The combinations of levels that occur.
pub(crate) fn distinct(dataset: &Dataset, question: &Question) -> Result<Published, Refusal> {
    let table = dataset.table_of(question)?;
    let bound = Bound::new(table, &question.by, &[&question.keep])?;
    let query = strata::query(&bound, &strata::allowed(&bound, Stratum::PARTS), Vec::new());
    let combinations = engine::distinct(table, &query.by, &query.select);
    let combinations = combinations.map_err(|_| Refusal::TooLarge)?;
    let keys = question
        .by
        .iter()
        .zip(&bound.by)
        .map(key_column(table))
        .collect();
    let rows = combinations
        .into_iter()
        .map(|key| (key, Vec::new()))
        .collect();
    Ok(Published {
        keys,
        rows,
        remarks: Vec::new(),
    })
}

fn key_column(table: &Table) -> impl Fn((&String, &Axis)) -> KeyColumn {
    |(name, axis)| KeyColumn {
        name: name.clone(),
        members: axis.members(table).to_vec(),
    }
}

/// Rows in the order of their members; a column without the row has nothing reported there.
fn join(keys: &[KeyColumn], columns: &[Named<Cell>]) -> Vec<(Vec<u32>, Vec<Cell>)> {
    let indices: Vec<HashMap<&str, u32>> = keys.iter().map(|key| index_of(&key.members)).collect();
    let index = |key: &Vec<String>| -> Option<Vec<u32>> {
        key.iter()
            .zip(&indices)
            .map(|(code, index)| index.get(code.as_str()).copied())
            .collect()
    };
    let found = columns.iter().flat_map(|column| column.column.keys());
    let rows: BTreeMap<Vec<u32>, &Vec<String>> =
        found.filter_map(|key| Some((index(key)?, key))).collect();
    let missing = Cell::of(Figure::Missing);
    let cell = |column: &Named<Cell>, key| column.column.get(key).copied().unwrap_or(missing);
    rows.into_iter()
        .map(|(index, key)| {
            (
                index,
                columns.iter().map(|column| cell(column, key)).collect(),
            )
        })
        .collect()
}

fn index_of(members: &[Member]) -> HashMap<&str, u32> {
    members
        .iter()
        .map(|member| member.code.as_str())
        .zip(0..)
        .collect()
}

fn column(
    dataset: &Dataset,
    asked: (&Bound<'_>, &Question),
    wanted: &Wanted,
) -> Result<Named<Cell>, Refusal> {
    let (bound, question) = asked;
    let rolled = |name: &str| {
        let index = named::measure_index(bound.table, name)?;
        rollup::roll(bound, index)
    };
    let figures = match wanted {
        Wanted::Indicator(id) => {
            let indicator = dataset.indicator(id)?;
            let cells = indicator::evaluate(dataset, indicator, &question.by, &question.keep)?;
            return Ok(with_preliminary(
                cells,
                bound,
                (question, &indicator.preliminary),
            ));
        }
        Wanted::Rolled(name) => rolled(name)?,
        Wanted::Ratio(above, below) => rollup::quotient(rolled(above)?, rolled(below)?),
        Wanted::Count(name) | Wanted::Min(name) | Wanted::Max(name) | Wanted::Mean(name) => {
            over_rows(bound, wanted, named::measure_index(bound.table, name)?)?
        }
    };
    let cells = named::by_code(bound, figures).map(Cell::of);
    Ok(with_preliminary(
        cells,
        bound,
        (question, &preliminary_of(bound.table, wanted)),
    ))
}

/// Counts and extremes over the finest rows; rows without a number take no part.
#[expect(clippy::cast_precision_loss, reason = "row counts are far below 2^53")]
fn over_rows(bound: &Bound<'_>, wanted: &Wanted, index: usize) -> Result<Rolled, Refusal> {
    let cells = rollup::run(bound, Stratum::PARTS, vec![index])?;
    let measure = cells.measure(0);
    let figure = |group: usize| {
        let count = measure.count.get(group).copied().unwrap_or(0) as f64;
        let sum = measure.sum.get(group).map_or(0.0, engine::Sum::to_f64);
        let number = match wanted {
            Wanted::Count(_) => Some(count),
            Wanted::Min(_) => measure.min.get(group).copied().flatten(),
            Wanted::Max(_) => measure.max.get(group).copied().flatten(),
            _ => (count > 0.0).then(|| sum / count),
        };
        number.map_or_else(
            || crate::disclosure::protect(measure, group),
            Figure::number,
        )
    };
    let column = (0..cells.len()).map(|group| (cells.key(group).to_vec(), figure(group)));
    Ok(Rolled {
        column: column.collect(),
        remarks: Vec::new(),
    })
}

fn preliminary_of(table: &Table, wanted: &Wanted) -> Vec<String> {
    let (Wanted::Rolled(name)
    | Wanted::Count(name)
    | Wanted::Min(name)
    | Wanted::Max(name)
    | Wanted::Mean(name)
    | Wanted::Ratio(name, _)
    | Wanted::Indicator(name)) = wanted;
    let measure = table
        .measures()
        .iter()
        .find(|column| column.measure.name == *name);
    measure.map_or_else(Vec::new, |column| column.measure.preliminary.clone())
}

/// Marks cells whose period, grouped by or kept alone, is preliminary.
fn with_preliminary(
    cells: Named<Cell>,
    bound: &Bound<'_>,
    asked: (&Question, &[String]),
) -> Named<Cell> {
    let (question, periods) = asked;
    let is_time = |level: &String| axis::role_of(bound.table, level) == Some(Role::Time);
    let position = question.by.iter().position(is_time);
    let kept = kept_alone(&question.keep, is_time).is_some_and(|period| periods.contains(period));
    cells.map_with_key(|key, cell| {
        let grouped = position.and_then(|position| key.get(position));
        Cell {
            preliminary: kept || grouped.is_some_and(|p| periods.contains(p)),
            ..cell
        }
    })
}

fn kept_alone(keep: &Keep, is_time: impl Fn(&String) -> bool) -> Option<&String> {
    keep.iter()
        .find_map(|(level, members)| match members.as_slice() {
            [period] if is_time(level) => Some(period),
            _ => None,
        })
}
