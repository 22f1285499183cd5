//! Small cubes in, tables out.

use table::{Member, Status, Text};

use super::layout::RUN;
use super::*;
use crate::testing::rows;

fn dimension(name: &str, members: &[&str]) -> Dimension {
    let member = |code: &&str| Member {
        code: (*code).to_owned(),
        label: Text::same(code),
        ..Member::default()
    };
    Dimension {
        name: name.to_owned(),
        members: members.iter().map(member).collect(),
        ..Dimension::default()
    }
}

fn measure(name: &str) -> Measure {
    Measure {
        name: name.to_owned(),
        ..Measure::default()
    }
}

fn numbered(count: u32) -> Cells {
    let mut cells = Cells::with_room(count as usize).unwrap();
    (0..count).for_each(|number| cells.push(Entry::Number(f64::from(number))));
    cells
}

#[test]
fn the_last_dimension_runs_fastest() {
    let cube = Cube {
        dimensions: vec![dimension("a", &["x", "y"]), dimension("b", &["1", "2"])],
        measured: Measured::One(measure("n")),
        cells: numbered(4),
    };
    let (table, _) = cube
        .into_table((Format::Px, "t"), &Limits::default())
        .unwrap();
    let expected = [
        "Some(\"x\") | Some(\"1\") | 0e-0 TrueZero",
        "Some(\"x\") | Some(\"2\") | 1e-0 Value",
        "Some(\"y\") | Some(\"1\") | 2e-0 Value",
        "Some(\"y\") | Some(\"2\") | 3e-0 Value",
    ];
    assert_eq!(rows(&table), expected);
}

#[test]
fn a_dimension_of_measures_becomes_columns_wherever_it_stands() {
    let named = |names: &[&str]| names.iter().map(|name| measure(name)).collect();
    for axis in 0..3 {
        let mut dimensions = vec![dimension("a", &["x", "y"]), dimension("b", &["1", "2"])];
        dimensions.insert(axis, dimension("c", &["m", "n", "o"]));
        let stride = [4, 2, 1][axis];
        let cube = Cube {
            dimensions,
            measured: Measured::Along(axis, named(&["m", "n", "o"])),
            cells: numbered(12),
        };
        let (table, _) = cube
            .into_table((Format::Px, "t"), &Limits::default())
            .unwrap();
        assert_eq!(table.row_count(), 4);
        let first: Vec<f64> = table
            .measures()
            .iter()
            .map(|column| column.numbers.get(0).unwrap())
            .collect();
        assert_eq!(first, [0.0, f64::from(stride), f64::from(2 * stride)]);
    }
}

#[test]
fn rows_beyond_one_run_are_those_of_the_cells() {
    let count = RUN + 3;
    let codes: Vec<String> = (0..count).map(|code| code.to_string()).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let cube = Cube {
        dimensions: vec![dimension("a", &codes)],
        measured: Measured::One(measure("a")),
        cells: numbered(count as u32),
    };
    let (table, _) = cube
        .into_table((Format::Px, "t"), &Limits::default())
        .unwrap();
    assert_eq!(table.measures()[0].measure.name, "a#2");
    assert_eq!(table.measures()[0].number(RUN + 1), Some((RUN + 1) as f64));
    assert_eq!(table.dimensions()[0].codes.get(RUN + 2), Some(RUN + 2));
}

#[test]
fn the_product_of_members_is_held_to_the_limit_before_anything_is_kept() {
    let limits = Limits::default()
        .with(What::Cells, 6)
        .with(What::Dictionary, 3)
        .with(What::Columns, 2);
    assert_eq!(cell_count(&[3, 2], &limits), Ok(6));
    let refused = |what, found, limit| Err(FormatError::TooLarge { what, found, limit });
    assert_eq!(cell_count(&[3, 3], &limits), refused(What::Cells, 9, 6));
    assert_eq!(
        cell_count(&[4, 1], &limits),
        refused(What::Dictionary, 4, 3)
    );
    assert_eq!(
        cell_count(&[1, 1, 1], &limits),
        refused(What::Columns, 3, 2)
    );
    let wide = Limits::default();
    let most = usize::try_from(wide.of(What::Dictionary)).unwrap();
    let found = cell_count(&[most; 12], &wide);
    let limit = wide.of(What::Cells);
    assert_eq!(found, refused(What::Cells, u64::MAX, limit));
}

#[test]
fn rows_and_measures_are_held_to_their_limits() {
    let cube = || Cube {
        dimensions: vec![dimension("a", &["x", "y"]), dimension("m", &["1", "2"])],
        measured: Measured::Along(1, vec![measure("1"), measure("2")]),
        cells: numbered(4),
    };
    // A row takes a byte for each dimension, and nine for each measure.
    for (what, found) in [(What::Rows, 2), (What::Columns, 2), (What::Unpacked, 40)] {
        let open = |limit| {
            let limits = Limits::default().with(what, limit);
            cube().into_table((Format::Px, "t"), &limits).map(|_| ())
        };
        let limit = found - 1;
        assert_eq!(open(found), Ok(()));
        assert_eq!(
            open(limit),
            Err(FormatError::TooLarge { what, found, limit })
        );
    }
}

/// A cube of a million cells, two measures for each row, of which so many cells are named.
fn sparse(named: usize) -> Cells {
    let count = 1_000_000;
    let places = (0..named).map(|at| count - 1 - at);
    let mut cells = Cells::said_of(places, (count, Entry::Absent(Status::Missing))).unwrap();
    assert!(cells.set(count - 1, Entry::Number(7.0)));
    assert!(!cells.set(count, Entry::Number(7.0)));
    cells
}

#[test]
fn a_cube_that_is_nearly_empty_keeps_the_rows_something_is_said_of() {
    let codes: Vec<String> = (0..1_000).map(|code| code.to_string()).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let read = |axis: usize, named| {
        let mut dimensions = vec![dimension("a", &codes), dimension("b", &codes[..500])];
        dimensions.insert(axis, dimension("m", &["x", "y"]));
        let measured = Measured::Along(axis, vec![measure("x"), measure("y")]);
        let cells = sparse(named);
        let cube = Cube {
            dimensions,
            measured,
            cells,
        };
        cube.into_table((Format::Px, "t"), &Limits::default())
            .unwrap()
    };
    for (axis, kept) in [(0, 4), (1, 4), (2, 2)] {
        let (table, left_out) = read(axis, 4);
        assert_eq!((table.row_count(), left_out), (kept, 500_000 - kept as u64));
        let last = kept - 1;
        assert_eq!(table.dimensions()[0].codes.get(last), Some(999));
        assert_eq!(table.dimensions()[1].codes.get(last), Some(499));
        assert_eq!(table.measures()[1].number(last), Some(7.0));
        assert_eq!(table.measures()[0].status(last), Status::Missing);
    }
    let (table, left_out) = read(2, 125_000);
    assert_eq!((table.row_count(), left_out), (500_000, 0));
}
