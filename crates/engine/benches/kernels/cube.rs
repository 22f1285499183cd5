//! A million rows of the kind slices are made of: small dimensions, whole and decimal numbers, some of them missing.

use engine::{Groups, Key, Selection};
use table::{
    Codes, Dimension, DimensionColumn, Measure, MeasureColumn, Member, Numbers, Status, Table, Text,
};

/// Rows of the table.
pub(crate) const ROWS: usize = 1_000_000;

pub(crate) const KOMMUNE: usize = 0;
pub(crate) const YEAR: usize = 1;
pub(crate) const MONTH: usize = 2;
pub(crate) const SEX: usize = 3;
pub(crate) const AGE: usize = 4;
pub(crate) const SECTOR: usize = 5;
pub(crate) const DIAGNOSIS: usize = 6;
pub(crate) const HOSPITAL: usize = 7;

pub(crate) const CONTACTS: usize = 0;
pub(crate) const COST: usize = 1;
pub(crate) const BED_DAYS: usize = 2;

/// Members of each dimension, in the order of the indices above.
const MEMBERS: [(&str, u32); 8] = [
    ("kommune", 98),
    ("year", 10),
    ("month", 12),
    ("sex", 2),
    ("age", 20),
    ("sector", 5),
    ("diagnosis", 22),
    ("hospital", 60),
];

/// The table; rows in no order.
pub(crate) fn table() -> Table {
    let dimensions = MEMBERS
        .iter()
        .zip(1..)
        .map(|(of, seed)| dimension(of, seed));
    let measures = vec![
        measure("contacts", &|draw| 1 + below(draw, 100), 0, None),
        measure("cost", &|draw| 1000 + below(draw, 9_000_000), 2, None),
        measure("bed_days", &|draw| below(draw, 10_000), 2, Some(20)),
    ];
    Table::try_new("cube", dimensions.collect(), measures).unwrap()
}

fn dimension(&(name, count): &(&str, u32), seed: u64) -> DimensionColumn {
    let member = |code: u32| Member {
        code: code.to_string(),
        label: Text::same(&code.to_string()),
        ..Member::default()
    };
    let codes = draws(seed)
        .take(ROWS)
        .map(|draw| below(draw, count))
        .collect();
    DimensionColumn {
        dimension: Dimension {
            name: name.to_owned(),
            members: (0..count).map(member).collect(),
            ..Dimension::default()
        },
        codes: Codes::pack(codes, count as usize),
    }
}

/// One row in `missing_in` has no number.
fn measure(
    name: &str,
    number: &dyn Fn(u64) -> u32,
    decimals: u8,
    missing_in: Option<u32>,
) -> MeasureColumn {
    let seed = name.len() as u64 * 1000;
    let values = draws(seed).take(ROWS).map(|draw| i64::from(number(draw)));
    let status = |draw, missing_in| match below(draw, missing_in) {
        0 => Status::Missing,
        _ => Status::Value,
    };
    MeasureColumn {
        measure: Measure {
            name: name.to_owned(),
            ..Measure::default()
        },
        numbers: Numbers::exact(values.collect(), decimals),
        status: missing_in.map(|count| {
            draws(seed + 1)
                .take(ROWS)
                .map(|draw| status(draw, count))
                .collect()
        }),
    }
}

/// Each column's members as they are.
pub(crate) fn keys(columns: &[usize]) -> Vec<Key> {
    let key = |&column: &usize| Key {
        column,
        groups: Groups::Members,
    };
    columns.iter().map(key).collect()
}

/// The first so many members of a column.
pub(crate) fn kept(column: usize, count: usize) -> Selection {
    let members = MEMBERS
        .get(column)
        .map_or(0, |(_, members)| *members as usize);
    Selection {
        column,
        allowed: (0..members).map(|member| member < count).collect(),
    }
}

/// SplitMix64.
pub(crate) fn draws(seed: u64) -> impl Iterator<Item = u64> {
    let mut state = seed;
    std::iter::repeat_with(move || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    })
}

fn below(draw: u64, count: u32) -> u32 {
    u32::try_from(((draw >> 32) * u64::from(count)) >> 32).unwrap_or(0)
}
