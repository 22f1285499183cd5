//! A random package of three dimensions, each with parts, two groups that may be printed, and a total that may be.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any};
use proptest::sample::{select, subsequence};
use table::{
    Aggregation, Codes, Collapse, Dimension, DimensionColumn, Level, Measure, MeasureColumn,
    Member, MemberKind, Numbers, Role, StatusColumn, Table, Text,
};

/// Finest members of each dimension; the first two are of the first group, the others of the second.
pub(super) const PARTS: usize = 4;
/// Then the two groups as printed.
pub(super) const GROUPS: [usize; 2] = [PARTS, PARTS + 1];
/// Then the total as printed.
pub(super) const TOTAL: usize = PARTS + 2;
pub(super) const DIMENSIONS: usize = 3;
pub(super) const MEASURES: usize = 9;

/// A member of each dimension, and each measure's number; none is hidden.
pub(super) type Row = ([usize; DIMENSIONS], [Option<i64>; MEASURES]);

/// How a dimension stands in a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    Nothing,
    Groups,
    Parts,
}

/// A question: how each dimension stands in it, and the groups kept of one of them.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) by: [By; DIMENSIONS],
    pub(super) kept: Option<(usize, Vec<usize>)>,
}

pub(super) fn drawn() -> impl Strategy<Value = (Vec<Row>, Asked)> {
    let rows = (parts(), printed()).prop_map(|(parts, printed)| [parts, printed].concat());
    let by = || select(vec![By::Nothing, By::Groups, By::Parts]);
    let kept = option::of((0..DIMENSIONS, subsequence(vec![0, 1], 1..=2)));
    let asked = ([by(), by(), by()], kept).prop_map(|(by, kept)| Asked { by, kept });
    (rows, asked)
}

/// Some combinations of parts, some of them hidden.
fn parts() -> impl Strategy<Value = Vec<Row>> {
    let drawn = vec(([(); MEASURES].map(|()| 0..40_i64), 0..12_u8), PARTS.pow(3));
    drawn.prop_map(|drawn| {
        let cells = drawn.into_iter().enumerate();
        let row = |(at, (numbers, fate)): (usize, ([i64; MEASURES], u8))| {
            let key = [at / 16, at / 4 % 4, at % 4];
            (fate > 0).then(|| (key, numbers.map(|number| (fate > 1).then_some(number))))
        };
        cells.filter_map(row).collect()
    })
}

/// Some combinations with groups and totals, whose numbers are not what the parts come to.
fn printed() -> impl Strategy<Value = Vec<Row>> {
    let all = (0..7_usize.pow(3)).map(|at| [at / 49, at / 7 % 7, at % 7]);
    let all: Vec<_> = all
        .filter(|key| key.iter().any(|member| *member >= PARTS))
        .collect();
    let most = all.len();
    let few = (Just(all), 0..=most).prop_flat_map(|(all, count)| subsequence(all, count));
    (few, any::<u32>()).prop_map(|(keys, seed)| {
        let number = |key: &[usize; DIMENSIONS], measure: usize| {
            let start = u64::from(seed) + u64::try_from(measure).unwrap();
            let mixed = key.iter().fold(start, |mix, member| {
                mix.wrapping_mul(6_364_136_223_846_793_005) >> 3 ^ u64::try_from(*member).unwrap()
            });
            Some(1_000 + i64::try_from(mixed % 997).unwrap())
        };
        let row = |key| (key, std::array::from_fn(|measure| number(&key, measure)));
        keys.into_iter().map(row).collect()
    })
}

/// Over which dimensions a measure may be summed.
pub(super) fn class(measure: usize) -> Aggregation {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let stock = |then| Aggregation::SemiAdditive {
        not_over: names(&["d0"]),
        then,
    };
    let name = |measure: usize| format!("m{measure}");
    match measure {
        1 => Aggregation::Distinct {
            over: names(&["d1", "d2"]),
        },
        2 => stock(Collapse::Last),
        3 => stock(Collapse::Mean),
        4 => stock(Collapse::Refuse),
        5 => Aggregation::Mean { weight: name(0) },
        6 => Aggregation::Ratio {
            numerator: name(0),
            denominator: name(8),
        },
        7 => Aggregation::Printed,
        _ => Aggregation::Additive,
    }
}

/// The rows as a table.
pub(super) fn table(rows: &[Row]) -> Table {
    let dimensions = (0..DIMENSIONS).map(|at| {
        let codes = rows.iter().map(|(key, _)| u32::try_from(key[at]).unwrap());
        DimensionColumn {
            dimension: dimension(at),
            codes: Codes::pack(codes.collect(), TOTAL + 1),
        }
    });
    let measures = (0..MEASURES).map(|at| {
        let numbers = || rows.iter().map(|(_, numbers)| numbers[at]);
        let hidden = numbers().map(|number| u8::from(number.is_none()));
        MeasureColumn {
            measure: Measure {
                name: format!("m{at}"),
                label: Text::same(&format!("m{at}")),
                aggregation: class(at),
                ..Measure::default()
            },
            numbers: Numbers::integers(numbers().map(Option::unwrap_or_default).collect()),
            status: Some(StatusColumn::try_new(hidden.collect()).unwrap()),
        }
    });
    Table::try_new("t", dimensions.collect(), measures.collect()).unwrap()
}

fn dimension(at: usize) -> Dimension {
    let (name, level) = (format!("d{at}"), format!("l{at}"));
    let member = |code: String, kind| Member {
        label: Text::same(&code),
        code,
        kind,
    };
    let parts = (0..PARTS).map(|part| member(format!("p{part}"), MemberKind::Part));
    let groups = |kind: &MemberKind| [0, 1].map(|group| member(format!("g{group}"), kind.clone()));
    let printed = groups(&MemberKind::Of(level.clone()));
    let total = member("all".to_owned(), MemberKind::Total);
    let parents = [Some(0), Some(0), Some(1), Some(1), None, None, None];
    Dimension {
        label: Text::same(&name),
        name,
        role: Role::Other,
        members: parts.chain(printed).chain([total]).collect(),
        levels: vec![Level {
            label: Text::same(&level),
            name: level,
            members: groups(&MemberKind::Part).to_vec(),
            parents: parents.to_vec(),
        }],
    }
}

/// The position of a member among parts, or of a group among groups.
pub(super) fn index(code: &str) -> usize {
    code[1..].parse().unwrap()
}

pub(super) fn double(number: i64) -> f64 {
    f64::from(i32::try_from(number).unwrap())
}
