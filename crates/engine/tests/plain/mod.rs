//! Queries and cells in the plain form of the naive twins, both ways.

use engine::{Cells, Groups, Key, Query, Selection, Sum};
use fixture::naive;

/// A query of the naive twins as the engine takes it. The first key has at least `group_count` groups, which decides how the
/// engine finds its slots and must not change the answer.
pub(crate) fn query(query: &naive::Query, group_count: usize) -> Query {
    let counts = std::iter::once(group_count).chain(std::iter::repeat(0));
    Query {
        by: query
            .by
            .iter()
            .zip(counts)
            .map(|(by, count)| key(by, count))
            .collect(),
        select: query.select.iter().map(selection).collect(),
        measures: query.measures.clone(),
        extremes: query.measures.clone(),
    }
}

fn key(key: &naive::Key, group_count: usize) -> Key {
    let column = key.column;
    let Some(of) = &key.map else {
        return Key {
            column,
            groups: Groups::Members,
        };
    };
    let count = of
        .iter()
        .flatten()
        .max()
        .map_or(0, |&max| max as usize + 1)
        .max(group_count);
    Key {
        column,
        groups: Groups::Map {
            of: of.clone(),
            count,
        },
    }
}

fn selection((column, allowed): &naive::Selection) -> Selection {
    Selection {
        column: *column,
        allowed: allowed.clone(),
    }
}

/// The cells of the engine as those of the naive twins; what bounds the error of a float sum is not known.
pub(crate) fn answer(cells: &Cells, measure_count: usize) -> naive::Answer {
    let cell = |group| naive::Cell {
        row_count: cells.row_count(group),
        measures: (0..measure_count)
            .map(|position| measure(cells, position, group))
            .collect(),
    };
    let groups = (0..cells.len()).map(|group| (cells.key(group).to_vec(), cell(group)));
    naive::Answer {
        cells: groups.collect(),
        ungrouped_rows: cells.ungrouped_rows(),
    }
}

/// A list of counts is empty where there are none in any group.
fn absent(counts: &[u64], group: usize) -> u64 {
    counts.get(group).copied().unwrap_or(0)
}

fn measure(cells: &Cells, position: usize, group: usize) -> naive::Measure {
    let measure = cells.measure(position);
    let units = match measure.sum[group] {
        Sum::Exact { units, .. } => units,
        Sum::Float(_) => 0,
    };
    naive::Measure {
        units,
        sum: measure.sum[group].to_f64(),
        size: 0.0,
        count: measure.count[group],
        hidden: absent(&measure.hidden, group),
        missing: absent(&measure.missing, group),
        not_applicable: absent(&measure.not_applicable, group),
        min: measure.min.get(group).copied().flatten(),
        max: measure.max.get(group).copied().flatten(),
    }
}
