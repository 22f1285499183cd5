//! Tables for tests: random ones, and what of them a format without descriptions keeps.

use std::collections::BTreeMap;

use proptest::prelude::*;
use table::{
    Codes, Dimension, DimensionColumn, Level, Measure, MeasureColumn, Member, MemberKind,
    NO_MEMBER, Note, Numbers, Role, Scaled, StatusColumn, Table, Text,
};

use crate::{Cell, FormatError, Limits, Sheet, Source, What};

fn text() -> impl Strategy<Value = Text> {
    (".{0,12}", "[a-zæøåÆØÅ ]{0,8}").prop_map(|(da, en)| Text { da, en })
}

fn dimension(name: String, row_count: usize) -> impl Strategy<Value = DimensionColumn> {
    let codes = prop::collection::btree_set(".{0,9}", 1..20);
    let levels = prop::bool::ANY;
    (
        codes,
        prop::collection::vec(0..25_usize, row_count),
        text(),
        levels,
    )
        .prop_map(move |(codes, rows, label, with_level)| {
            let kind = |at| match at {
                0 => MemberKind::Total,
                1 => MemberKind::Of("gruppe".to_owned()),
                _ => MemberKind::Part,
            };
            let members: Vec<Member> = codes
                .into_iter()
                .enumerate()
                .map(|(at, code)| Member {
                    label: Text::new(&code, "x"),
                    code,
                    kind: kind(at),
                })
                .collect();
            let count = members.len();
            let index = |row: usize| if row < count { row as u32 } else { NO_MEMBER };
            let codes = Codes::pack(rows.into_iter().map(index).collect(), count);
            let level = Level {
                name: format!("{name}-gruppe"),
                label: Text::same("Gruppe"),
                members: vec![members[0].clone()],
                parents: (0..count).map(|at| (at % 2 == 0).then_some(0)).collect(),
            };
            let levels = if with_level { vec![level] } else { Vec::new() };
            let name = name.clone();
            let label = label.clone();
            let dimension = Dimension {
                name,
                label,
                role: Role::Geography,
                members,
                levels,
            };
            DimensionColumn { dimension, codes }
        })
}

fn numbers(row_count: usize) -> impl Strategy<Value = Numbers> {
    let integers = prop::collection::vec(prop::num::i64::ANY, row_count);
    let exact = (integers, 0..4_u8).prop_map(|(values, decimals)| {
        Numbers::Exact(Scaled {
            values: values.into(),
            decimals,
        })
    });
    // A third of a whole number is no short decimal, so it stays a float when it is read.
    let thirds = prop::collection::vec(-1_000_000..1_000_000_i32, row_count);
    let float = thirds.prop_map(|values| {
        Numbers::Float(
            values
                .into_iter()
                .map(|it| f64::from(it * 3 + 1) / 3.0)
                .collect(),
        )
    });
    prop_oneof![exact, float]
}

fn measure(name: String, row_count: usize) -> impl Strategy<Value = MeasureColumn> {
    let status = prop::option::of(prop::collection::vec(0..5_u8, row_count));
    (numbers(row_count), status, text()).prop_map(move |(numbers, status, label)| {
        let measure = Measure {
            name: name.clone(),
            label,
            decimals: 1,
            ..Measure::default()
        };
        let numbers = clean(numbers, status.as_deref());
        let status = status.map(|codes| StatusColumn::try_new(codes).unwrap());
        MeasureColumn {
            measure,
            numbers,
            status,
        }
    })
}

/// Rows whose status is not that of a number hold 0.
fn clean(numbers: Numbers, status: Option<&[u8]>) -> Numbers {
    let is_number = |row: usize| status.is_none_or(|codes| matches!(codes[row], 0 | 4));
    match numbers {
        Numbers::Exact(Scaled { values, decimals }) => {
            let values = values.iter().enumerate();
            let values = values.map(|(row, it)| if is_number(row) { it } else { 0 });
            Numbers::Exact(Scaled {
                values: values.collect(),
                decimals,
            })
        }
        Numbers::Float(values) => {
            let values = values.iter().enumerate();
            Numbers::Float(
                values
                    .map(|(row, it)| if is_number(row) { it } else { 0.0 })
                    .collect(),
            )
        }
    }
}

/// A table of any shape.
pub(crate) fn any_table() -> impl Strategy<Value = Table> {
    (1..40_usize, 1..4_usize, 0..4_usize).prop_flat_map(|(row_count, dimensions, measures)| {
        let dimensions: Vec<_> = (0..dimensions)
            .map(|at| dimension(format!("dim {at}"), row_count))
            .collect();
        let measures: Vec<_> = (0..measures)
            .map(|at| measure(format!("mål {at}"), row_count))
            .collect();
        let note = (text(), prop::option::of("[a-z]{1,3}"));
        let notes = prop::collection::vec(note, 0..3);
        (dimensions, measures, text(), notes).prop_map(|(dimensions, measures, title, notes)| {
            let notes = notes
                .into_iter()
                .map(|(text, column)| Note { text, column })
                .collect();
            let table = Table::try_new("tabel", dimensions, measures).unwrap();
            table.with_title(title).with_notes(notes)
        })
    })
}

/// A file outside our memory, of which pieces are read.
pub(crate) struct Outside<'a>(pub(crate) &'a [u8]);

impl Source for Outside<'_> {
    fn len(&self) -> u64 {
        self.0.len() as u64
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Option<()> {
        self.0.read_at(offset, into)
    }
}

/// What a cell is given.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Given {
    Text(String),
    Number(f64),
    Bool(bool),
}

/// Cells by row and column.
pub(crate) type Cells = BTreeMap<(u16, u16), Given>;

/// A sheet of any shape, with texts of letters of every width and with blanks anywhere.
pub(crate) fn any_cells() -> impl Strategy<Value = Cells> {
    let text = "[a-zæøåÆØÅ€😀<&\"' ]{1,12}";
    let number = prop::num::f64::NORMAL | prop::num::f64::ZERO;
    let whole = (-999_999..999_999_i32).prop_map(|number| f64::from(number) / 100.0);
    let given = prop_oneof![
        text.prop_map(Given::Text),
        prop_oneof![number, whole].prop_map(Given::Number),
        prop::bool::ANY.prop_map(Given::Bool),
    ];
    prop::collection::btree_map((0..300_u16, 0..40_u16), given, 1..60)
}

/// What a sheet holds, in the words of what it was given.
pub(crate) fn cells(sheet: &Sheet) -> Cells {
    let row = |row: usize| {
        sheet.row(row).map(move |(column, cell)| {
            let given = match cell {
                Cell::Text(text) => Given::Text(text.to_owned()),
                Cell::Number(number) => Given::Number(number),
                Cell::Bool(truth) => Given::Bool(truth),
                other => panic!("{other:?}"),
            };
            ((row as u16, column as u16), given)
        })
    };
    (0..sheet.row_count()).flat_map(row).collect()
}

/// What rows hold, a line each: codes, and numbers with their statuses.
pub(crate) fn rows(table: &Table) -> Vec<String> {
    let row = |row| {
        let codes = table.dimensions().iter().map(|column| {
            let member = column
                .codes
                .get(row)
                .map(|at| &column.dimension.members[at].code);
            format!("{member:?}")
        });
        let numbers = table.measures().iter().map(|column| {
            let exact = match &column.numbers {
                Numbers::Exact(scaled) => {
                    format!("{}e-{}", scaled.values.get(row).unwrap(), scaled.decimals)
                }
                Numbers::Float(values) => format!("{:e}", values.get(row).unwrap()),
            };
            let status = column.status(row);
            if status.is_number() {
                format!("{exact} {status:?}")
            } else {
                format!("{status:?}")
            }
        });
        codes.chain(numbers).collect::<Vec<_>>().join(" | ")
    };
    (0..table.row_count()).map(row).collect()
}

/// The changes after which a reader panics: the file cut at each byte, and with some of its bits flipped.
pub(crate) fn panics(file: &[u8], open: impl Fn(&[u8]) + std::panic::RefUnwindSafe) -> Vec<String> {
    let dies = |bytes: &[u8]| std::panic::catch_unwind(|| open(bytes)).is_err();
    let step = (file.len() / 500).max(1);
    let cuts = (0..file.len())
        .step_by(step)
        .filter(|length| dies(&file[..*length]));
    let cuts = cuts.map(|length| format!("cut at {length}"));
    let step = (file.len() * 8 / 2_000).max(1);
    let flips = (0..file.len() * 8).step_by(step).filter(|bit| {
        let mut bytes = file.to_vec();
        bytes[bit / 8] ^= 1 << (bit % 8);
        dies(&bytes)
    });
    cuts.chain(flips.map(|bit| format!("bit {} of byte {} flipped", bit % 8, bit / 8)))
        .collect()
}

/// The number a file asks for: the limit that lets it in, while the one below names that number and refuses.
pub(crate) fn edge(what: What, open: impl Fn(&Limits) -> Result<(), FormatError>) -> u64 {
    let at = |limit| open(&Limits::default().with(what, limit));
    let mut limit = 0;
    while let Err(refused) = at(limit) {
        let FormatError::TooLarge {
            what: of, found, ..
        } = refused
        else {
            panic!("{what:?} {limit}: {refused:?}")
        };
        assert_eq!(of, what);
        assert!(found > limit, "{what:?}: {found} is within {limit}");
        limit = found;
    }
    assert_ne!(limit, 0, "{what:?} is not asked");
    let refused = FormatError::TooLarge {
        what,
        found: limit,
        limit: limit - 1,
    };
    assert_eq!(at(limit - 1), Err(refused));
    limit
}

/// A small table with each kind of column and status.
pub(crate) fn example() -> Table {
    let member = |code: &str| Member {
        code: code.to_owned(),
        label: Text::same(code),
        ..Member::default()
    };
    let dimension = Dimension {
        name: "kommune".to_owned(),
        label: Text::new("Kommune", "Municipality"),
        role: Role::Geography,
        members: ["101", "147", "751"].map(member).to_vec(),
        levels: Vec::new(),
    };
    let measure = |name: &str| Measure {
        name: name.to_owned(),
        ..Measure::default()
    };
    let kommune = DimensionColumn {
        dimension,
        codes: Codes::pack(vec![0, 1, 2, NO_MEMBER], 3),
    };
    let counts = MeasureColumn {
        measure: measure("kontakter"),
        numbers: Numbers::integers(vec![12, 0, 0, 7]),
        status: Some(StatusColumn::try_new(vec![0, 1, 4, 0]).unwrap()),
    };
    let shares = MeasureColumn {
        measure: measure("andel"),
        numbers: Numbers::Float(vec![1.0 / 3.0, 0.5, 0.25, 2.0 / 3.0].into()),
        status: None,
    };
    Table::try_new("kontakter", vec![kommune], vec![counts, shares]).unwrap()
}

/// A container of these parts.
#[cfg(any(feature = "ods", feature = "xlsx"))]
pub(crate) fn pack(parts: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The parts of a container.
#[cfg(any(feature = "ods", feature = "xlsx"))]
pub(crate) fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let part = |index| {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
        (name, bytes)
    };
    let count = zip::ZipArchive::new(std::io::Cursor::new(bytes))
        .unwrap()
        .len();
    (0..count).map(part).collect()
}
