//! Answering a question: from one pass over the rows where the classes allow; else each thing wanted becomes a column, and
//! columns are joined by their keys.

use engine::Cells;
use table::Table;

use crate::axis::{self, Axis};
use crate::column::Column;
use crate::dataset::Dataset;
use crate::disclosure::{Cell, Columns, Figure, KeyCodes, KeyColumn, Published};
use crate::indicator;
use crate::mark::Marks;
use crate::named;
use crate::pass::{Pass, Take};
use crate::question::{Bound, Question, Wanted};
use crate::refusal::Refusal;
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
        Wanted::Indicator(_) | Wanted::Rows => true,
    };
    levels
        .into_iter()
        .all(|level| axis::has_level(table, level))
        && question.wanted.iter().all(wanted)
}

/// The answer to a question, row by row.
pub(crate) fn answer<'a>(
    dataset: &'a Dataset,
    question: &Question,
) -> Result<Published<'a>, Refusal> {
    let bound = bind(dataset, question)?;
    match Pass::run(&bound, &question.wanted)? {
        Some(pass) => Ok(pass.published(&bound, question)),
        None => one_by_one(&bound, question),
    }
}

/// The answer to a question, column by column.
pub(crate) fn columns<'a>(
    dataset: &'a Dataset,
    question: &Question,
) -> Result<Columns<'a>, Refusal> {
    let bound = bind(dataset, question)?;
    match Pass::run(&bound, &question.wanted)? {
        Some(pass) => Ok(pass.columns(&bound, question)),
        None => one_by_one(&bound, question).map(|published| Columns::of(&published)),
    }
}

fn bind<'a>(dataset: &'a Dataset, question: &Question) -> Result<Bound<'a>, Refusal> {
    let place = (dataset, dataset.index_of(question)?);
    Bound::new(place, &question.by, &[&question.keep])
}

/// The answer with a column for each thing wanted, whatever its class asks for.
pub(crate) fn one_by_one<'a>(
    bound: &Bound<'a>,
    question: &Question,
) -> Result<Published<'a>, Refusal> {
    let column = |wanted| column((bound, question), wanted);
    let columns = question.wanted.iter().map(column);
    let columns: Vec<Rolled<Cell>> = columns.collect::<Result<_, _>>()?;
    let mut published = join(&columns);
    published.keys = keys(bound);
    for remark in columns.into_iter().flat_map(|column| column.remarks) {
        if !published.remarks.contains(&remark) {
            published.remarks.push(remark);
        }
    }
    Ok(published)
}

/// The combinations of levels that occur.
pub(crate) fn distinct<'a>(
    dataset: &'a Dataset,
    question: &Question,
) -> Result<Published<'a>, Refusal> {
    let bound = bind(dataset, question)?;
    let cells = combinations(&bound)?;
    Ok(Published {
        keys: keys(&bound),
        codes: (0..cells.len())
            .flat_map(|group| cells.key(group))
            .copied()
            .collect(),
        row_count: cells.len(),
        ..Published::default()
    })
}

/// The same, column by column.
pub(crate) fn distinct_columns<'a>(
    dataset: &'a Dataset,
    question: &Question,
) -> Result<Columns<'a>, Refusal> {
    let bound = bind(dataset, question)?;
    let cells = combinations(&bound)?;
    Ok(Columns {
        keys: key_codes(&bound, &cells),
        row_count: cells.len(),
        ..Columns::default()
    })
}

fn combinations(bound: &Bound<'_>) -> Result<std::rc::Rc<Cells>, Refusal> {
    let query = strata::query(bound, &strata::allowed(bound, Stratum::PARTS), Vec::new());
    bound
        .dataset
        .combinations(bound.index, query.by, query.select)
}

/// The levels that an answer is grouped by.
pub(crate) fn keys<'a>(bound: &Bound<'a>) -> Vec<KeyColumn<'a>> {
    let key = |axis: &Axis| KeyColumn {
        table: bound.table.name(),
        name: axis.name(bound.table),
        members: axis.members(bound.table),
    };
    bound.by.iter().map(key).collect()
}

/// The same, with the codes of the groups.
pub(crate) fn key_codes<'a>(bound: &Bound<'a>, cells: &Cells) -> Vec<KeyCodes<'a>> {
    let keys = keys(bound).into_iter().enumerate();
    keys.map(|(position, key)| KeyCodes {
        key,
        codes: cells.codes(position).collect(),
    })
    .collect()
}

/// Rows in the order of their members; a column without the row has nothing reported there.
fn join<'a>(columns: &[Rolled<Cell>]) -> Published<'a> {
    let found = columns.iter().flat_map(|column| column.column.iter());
    let mut rows: Vec<&[u32]> = found.map(|(key, _)| key).collect();
    rows.sort();
    rows.dedup();
    let mut positions = vec![0; columns.len()];
    let mut cells = Vec::with_capacity(rows.len().saturating_mul(columns.len()));
    for key in &rows {
        for (column, position) in columns.iter().zip(&mut positions) {
            let cell = column.column.get_from(position, key).copied();
            cells.push(cell.unwrap_or(Cell::of(Figure::Missing)));
        }
    }
    Published {
        codes: rows.concat(),
        cells,
        row_count: rows.len(),
        width: columns.len(),
        ..Published::default()
    }
}

fn column(asked: (&Bound<'_>, &Question), wanted: &Wanted) -> Result<Rolled<Cell>, Refusal> {
    let (bound, question) = asked;
    let marks = Marks::new(bound, question, wanted);
    let index = |name: &str| named::measure_index(bound.table, name);
    let rolled = |name: &str| rollup::roll(bound, index(name)?);
    let Rolled { column, remarks } = match wanted {
        Wanted::Indicator(id) => {
            let indicator = bound.dataset.indicator(id)?;
            let cells = indicator::evaluate(bound, indicator, &question.by, &question.keep)?;
            return Ok(marks.on(cells));
        }
        Wanted::Rolled(name) => rolled(name)?,
        Wanted::Ratio(above, below) => rollup::quotient(rolled(above)?, &rolled(below)?),
        Wanted::Count(name) => over_rows(bound, Take::Count(0), Some(index(name)?))?,
        Wanted::Min(name) => over_rows(bound, Take::Smallest(0), Some(index(name)?))?,
        Wanted::Max(name) => over_rows(bound, Take::Largest(0), Some(index(name)?))?,
        Wanted::Mean(name) => over_rows(bound, Take::Mean(0), Some(index(name)?))?,
        Wanted::Rows => over_rows(bound, Take::Rows, None)?,
    };
    let column = column.map(Cell::of);
    Ok(marks.on(Rolled { column, remarks }))
}

/// Counts, means and extremes over the finest rows.
fn over_rows(bound: &Bound<'_>, take: Take, measure: Option<usize>) -> Result<Rolled, Refusal> {
    let allowed = strata::allowed(bound, Stratum::PARTS);
    let mut query = strata::query(bound, &allowed, measure.into_iter().collect());
    if matches!(take, Take::Smallest(_) | Take::Largest(_)) {
        query.extremes.extend(measure);
    }
    let cells = rollup::judged(bound, query)?;
    let mut column = Column::new(bound.by.len());
    take.each(&cells, |group, figure| {
        column.push(cells.key(group), figure)
    });
    Ok(column.into())
}
