//! Rows of tables with the same columns: in the same order of columns, none twice, members in order.

use std::collections::HashMap;

use table::{
    Codes, DimensionColumn, Measure, MeasureBuilder, MeasureColumn, MemberKind, NO_MEMBER, Role,
    Table,
};

use crate::age::{self, Plain};
use crate::dimension::chronological;
use crate::reading::Notice;

/// The table with its columns in the order of another that has the same.
pub(super) fn aligned(table: &Table, like: &Table) -> Option<Table> {
    let dimensions = like.dimensions().iter().map(|wanted| {
        let mut own = table.dimensions().iter();
        own.find(|it| it.dimension.name == wanted.dimension.name)
            .cloned()
    });
    let measures = like.measures().iter().map(|wanted| {
        let mut own = table.measures().iter();
        own.find(|it| it.measure.name == wanted.measure.name)
            .cloned()
    });
    let (dimensions, measures): (Option<Vec<_>>, Option<Vec<_>>) =
        (dimensions.collect(), measures.collect());
    Table::try_new(table.name(), dimensions?, measures?).ok()
}

/// The decimals that show both.
pub(super) fn finest_decimals(first: &Table, other: &Table) -> Vec<u8> {
    let pairs = first.measures().iter().zip(other.measures());
    pairs
        .map(|(first, other)| first.measure.decimals.max(other.measure.decimals))
        .collect()
}

pub(super) fn with_decimals(table: &Table, decimals: &[u8]) -> Option<Table> {
    let measures = table
        .measures()
        .iter()
        .zip(decimals)
        .map(|(column, decimals)| {
            let mut column = column.clone();
            column.measure.decimals = *decimals;
            column
        });
    Table::try_new(
        table.name(),
        table.dimensions().to_vec(),
        measures.collect(),
    )
    .ok()
}

/// The members of a row.
type Key = Vec<u32>;

/// The rows by their members; the first of each.
pub(super) fn keys(table: &Table) -> Vec<Key> {
    let columns = table
        .dimensions()
        .iter()
        .map(|column| column.codes.to_vec());
    let columns: Vec<Vec<u32>> = columns.collect();
    let row = |row: usize| {
        let codes = columns.iter().map(|column| column.get(row).copied());
        codes.map(|code| code.unwrap_or(NO_MEMBER)).collect()
    };
    (0..table.row_count()).map(row).collect()
}

/// The table without rows that an earlier part has, and what is to be told of them; the rows of each part end there.
pub(super) fn without_overlap(
    table: Table,
    ends: &[usize],
    parts: &[&str],
) -> (Table, Vec<Notice>) {
    if table.dimensions().is_empty() || are_apart(&table, ends) {
        return (table, Vec::new());
    }
    let keys = keys(&table);
    let part_of = |row: usize| ends.partition_point(|end| *end <= row);
    let mut first: HashMap<&Key, usize> = HashMap::with_capacity(keys.len());
    let mut kept: Vec<Option<usize>> = Vec::with_capacity(keys.len());
    let mut lost: Vec<Vec<(usize, usize)>> = vec![Vec::new(); parts.len()];
    for (row, key) in keys.iter().enumerate() {
        let before = *first.entry(key).or_insert(row);
        let part = part_of(row);
        if part_of(before) == part {
            kept.push(Some(row));
        } else if let Some(lost) = lost.get_mut(part) {
            lost.push((before, row));
        }
    }
    let told = parts.iter().zip(&lost).filter(|(_, lost)| !lost.is_empty());
    let told: Vec<Notice> = told
        .map(|(part, lost)| overlap(&table, part, lost))
        .collect();
    if told.is_empty() {
        return (table, told);
    }
    let gathered = gather(&table, &kept);
    (gathered.unwrap_or(table), told)
}

fn overlap(table: &Table, part: &str, lost: &[(usize, usize)]) -> Notice {
    let count = |rows: usize| u64::try_from(rows).unwrap_or(u64::MAX);
    let differing = lost
        .iter()
        .filter(|(before, row)| differ(table, *before, *row));
    let example = lost.first().map(|(_, row)| words(table, *row));
    Notice::Overlap {
        part: part.to_owned(),
        count: count(lost.len()),
        differing: count(differing.count()),
        example: example.unwrap_or_default(),
    }
}

/// Whether two rows have other numbers.
pub(super) fn differ(table: &Table, left: usize, right: usize) -> bool {
    table.measures().iter().any(|column| {
        let cell = |row: usize| {
            let status = column.status(row);
            (
                status.code(),
                status.is_number().then(|| column.numbers.get(row)),
            )
        };
        cell(left) != cell(right)
    })
}

/// The members of a row in words.
fn words(table: &Table, row: usize) -> String {
    let labels = table.dimensions().iter().filter_map(|column| {
        let member = column.dimension.members.get(column.codes.get(row)?)?;
        Some(member.label.da.clone())
    });
    labels.collect::<Vec<_>>().join(", ")
}

/// Whether some column has other members in each part.
fn are_apart(table: &Table, ends: &[usize]) -> bool {
    table.dimensions().iter().any(|column| {
        let mut owner: HashMap<usize, usize> = HashMap::new();
        let mut start = 0;
        for (part, end) in ends.iter().enumerate() {
            for row in start..*end {
                let member = column.codes.get(row).unwrap_or(usize::MAX);
                if *owner.entry(member).or_insert(part) != part {
                    return false;
                }
            }
            start = *end;
        }
        true
    })
}

/// A table of these rows, missing where there is none.
fn gather(table: &Table, rows: &[Option<usize>]) -> Option<Table> {
    let dimensions = table
        .dimensions()
        .iter()
        .map(|column| gather_codes(column, rows));
    let measures = table
        .measures()
        .iter()
        .map(|column| gather_numbers(column, rows));
    Table::try_new(table.name(), dimensions.collect(), measures.collect()).ok()
}

pub(super) fn gather_codes(column: &DimensionColumn, rows: &[Option<usize>]) -> DimensionColumn {
    let code = |row: &Option<usize>| {
        let code = row.and_then(|row| column.codes.get(row));
        code.and_then(|code| u32::try_from(code).ok())
            .unwrap_or(NO_MEMBER)
    };
    let codes = rows.iter().map(code).collect();
    DimensionColumn {
        codes: Codes::pack(codes, column.dimension.members.len()),
        dimension: column.dimension.clone(),
    }
}

pub(super) fn gather_numbers(column: &MeasureColumn, rows: &[Option<usize>]) -> MeasureColumn {
    let mut builder = MeasureBuilder::new(Measure::default());
    for row in rows {
        match row {
            None => builder.push_status(table::Status::Missing),
            Some(row) if column.status(*row) == table::Status::Value => {
                builder.push(column.numbers.get(*row).unwrap_or_default());
            }
            Some(row) => builder.push_status(column.status(*row)),
        }
    }
    MeasureColumn {
        measure: column.measure.clone(),
        ..builder.finish()
    }
}

/// Periods and ages in their order, which parts that were appended may have broken.
pub(super) fn in_order(table: Table) -> Option<Table> {
    let dimensions = table.dimensions().iter().map(ordered);
    let ordered: Vec<DimensionColumn> = dimensions.collect();
    let with = Table::try_new(table.name(), ordered, table.measures().to_vec()).ok()?;
    Some(
        with.with_title(table.title().clone())
            .with_notes(table.notes().to_vec()),
    )
}

fn ordered(column: &DimensionColumn) -> DimensionColumn {
    let dimension = &column.dimension;
    let place = |code: &str| match dimension.role {
        Role::Time => Some(chronological(code)),
        Role::Age => age::parse(code, Plain::IsAge).map(|band| band.from),
        _ => None,
    };
    let is_ordered_role = matches!(dimension.role, Role::Time | Role::Age);
    if !is_ordered_role || !dimension.levels.is_empty() {
        return column.clone();
    }
    let mut order: Vec<usize> = (0..dimension.members.len()).collect();
    order.sort_by_key(|at| {
        dimension.members.get(*at).map(|member| {
            let is_total = member.kind == MemberKind::Total;
            (!is_total, place(&member.code).unwrap_or(u32::MAX))
        })
    });
    let mut remap = vec![NO_MEMBER; order.len()];
    for (new, old) in (0..).zip(&order) {
        if let Some(slot) = remap.get_mut(*old) {
            *slot = new;
        }
    }
    let members = order
        .iter()
        .filter_map(|at| dimension.members.get(*at).cloned());
    let mut dimension = dimension.clone();
    dimension.members = members.collect();
    DimensionColumn {
        dimension,
        codes: column.codes.recoded(&remap, NO_MEMBER),
    }
}
