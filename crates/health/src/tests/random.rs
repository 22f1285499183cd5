//! Random data sets as packages are: levels, printed totals, every class, and an indicator over two tables.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any};
use proptest::sample::{select, subsequence};
use table::{
    Aggregation, Codes, Collapse, Dimension, DimensionColumn, Level, MeasureColumn, Member,
    MemberKind, NO_MEMBER, Role, Table, Text,
};

use crate::indicator::Source;
use crate::interval::Method;
use crate::{Dataset, Indicator, Keep, Question, Wanted};

/// What a question is put to.
pub(crate) type Tables = Vec<Table>;

/// Tables and a question to the first of them, with levels for histograms.
pub(crate) fn asked() -> impl Strategy<Value = (Tables, Question, Vec<String>)> {
    (fixture::random::table(), any::<u64>()).prop_flat_map(|(table, seed)| {
        let table = described(&table, seed);
        let levels = levels(&table);
        let by = subsequence(levels.clone(), 0..=levels.len().min(3));
        let histograms = subsequence(levels.clone(), 1..=levels.len().min(4));
        let question = (by, keep(&table, levels), vec(wanted(&table), 1..=3));
        let question = question.prop_map(|(by, keep, wanted)| Question {
            table: Some("first".to_owned()),
            by,
            keep,
            wanted,
        });
        (Just(vec![other(&table), table]), question, histograms)
    })
}

/// The tables bound, with an indicator whose denominator is in the other table.
pub(crate) fn bound(tables: Tables) -> Dataset {
    let source = |table: &str| Source {
        table: table.to_owned(),
        measure: "m0".to_owned(),
    };
    let indicator = Indicator {
        id: "i".to_owned(),
        numerator: source("first"),
        denominator: Some(source("other")),
        factor: Some(1000.0),
        interval: Some(Method::Byar),
        preliminary: vec!["2".to_owned()],
        ..Indicator::default()
    };
    Dataset::bind(tables, vec![indicator], vec![]).unwrap()
}

/// The table with names, levels, printed members and classes.
fn described(table: &Table, seed: u64) -> Table {
    let bit = |position: usize| seed >> (position % 64) & 1 == 1;
    let dimensions = table.dimensions().iter().enumerate();
    let dimensions = dimensions.map(|(index, column)| DimensionColumn {
        dimension: dimension(
            &column.dimension,
            (index, bit(index), bit(index + 8) && bit(63)),
        ),
        codes: column.codes.clone(),
    });
    let measures = table.measures().iter().enumerate();
    let measures = measures.map(|(index, column)| {
        let mut column = column.clone();
        column.measure.name = format!("m{index}");
        column.measure.label = Text::same(&column.measure.name);
        column.measure.aggregation = class(usize::try_from(seed >> (20 + 4 * index) & 15).unwrap());
        column.measure.preliminary = vec!["1".to_owned()];
        column
    });
    Table::try_new("first", dimensions.collect(), measures.collect()).unwrap()
}

fn dimension(plain: &Dimension, told: (usize, bool, bool)) -> Dimension {
    let (index, has_level, has_printed) = told;
    let name = format!("d{index}");
    let mut members = plain.members.clone();
    let level = format!("l{index}");
    if has_printed && members.len() > 3 {
        members[0].kind = MemberKind::Total;
        if has_level {
            members[1].kind = MemberKind::Of(level.clone());
            members[1].code = "g0".to_owned();
        }
    }
    let parents = 0..u32::try_from(members.len()).unwrap();
    let level = Level {
        label: Text::same(&level),
        name: level,
        members: ["g0", "g1", "g2"].map(group).to_vec(),
        parents: parents
            .map(|m| Some(m * 7 % 5).filter(|g| *g < 3))
            .collect(),
    };
    Dimension {
        label: Text::same(&name),
        role: if index == 0 { Role::Time } else { Role::Other },
        members,
        levels: has_level.then_some(level).into_iter().collect(),
        name,
    }
}

fn group(code: &str) -> Member {
    Member {
        code: code.to_owned(),
        label: Text::same(code),
        ..Member::default()
    }
}

fn class(number: usize) -> Aggregation {
    let name = |name: &str| name.to_owned();
    let stock = |then| Aggregation::SemiAdditive {
        not_over: vec![name("d0")],
        then,
    };
    match number {
        0 => stock(Collapse::Last),
        1 => stock(Collapse::Mean),
        2 => stock(Collapse::Refuse),
        3 => Aggregation::Distinct {
            over: vec![name("d1")],
        },
        4 => Aggregation::Mean { weight: name("m0") },
        5 => Aggregation::Printed,
        6 => Aggregation::Ratio {
            numerator: name("m0"),
            denominator: name("m1"),
        },
        _ => Aggregation::Additive,
    }
}

/// A table of the same dimensions but the last, its members in the opposite order.
fn other(table: &Table) -> Table {
    let kept = table.dimensions().len().max(2) - 1;
    let dimensions = table.dimensions().iter().take(kept);
    let dimensions = dimensions.map(|column| reversed(column, table.row_count()));
    let measures: Vec<MeasureColumn> = table.measures().to_vec();
    Table::try_new("other", dimensions.collect(), measures).unwrap()
}

fn reversed(column: &DimensionColumn, row_count: usize) -> DimensionColumn {
    let mut dimension = column.dimension.clone();
    dimension.members.reverse();
    for level in &mut dimension.levels {
        level.parents.reverse();
    }
    let last = dimension.members.len() - 1;
    let index = |row| {
        let index = column.codes.get(row).map(|index| last - index);
        index.map_or(NO_MEMBER, |index| u32::try_from(index).unwrap())
    };
    let codes = Codes::pack((0..row_count).map(index).collect(), last + 1);
    DimensionColumn { dimension, codes }
}

fn levels(table: &Table) -> Vec<String> {
    let dimensions = table.dimensions().iter().map(|column| &column.dimension);
    let names = dimensions.flat_map(|dimension| {
        let levels = dimension.levels.iter().map(|level| level.name.clone());
        std::iter::once(dimension.name.clone()).chain(levels)
    });
    names.collect()
}

fn keep(table: &Table, levels: Vec<String>) -> impl Strategy<Value = Keep> + use<> {
    let table = table.clone();
    let kept = select(levels).prop_flat_map(move |level| {
        let members = crate::axis::Axis::find(&table, &level).map(|axis| axis.members(&table));
        let codes: Vec<String> = members
            .into_iter()
            .flatten()
            .map(|m| m.code.clone())
            .collect();
        let most = codes.len();
        (Just(level), subsequence(codes, 0..=most))
    });
    vec(kept, 0..=3).prop_map(|kept| kept.into_iter().collect())
}

fn wanted(table: &Table) -> impl Strategy<Value = Wanted> + use<> {
    let names: Vec<String> = table
        .measures()
        .iter()
        .map(|c| c.measure.name.clone())
        .collect();
    (0..10_u8, select(names.clone()), select(names)).prop_map(|(kind, name, below)| match kind {
        0 => Wanted::Count(name),
        1 => Wanted::Min(name),
        2 => Wanted::Max(name),
        3 => Wanted::Mean(name),
        4 => Wanted::Ratio(name, below),
        5 => Wanted::Rows,
        6 => Wanted::Indicator("i".to_owned()),
        _ => Wanted::Rolled(name),
    })
}
