//! Large text files column by column: what becomes of every field, and what is left to the sheet.

use super::super::{read, read_grid};
use crate::testing::panics;
use crate::{Content, Grid, GridColumn, Limits, Source, Warning, What, open, unheard};

fn grid(bytes: &[u8]) -> Option<(Grid, Vec<Warning>)> {
    read_grid(&bytes, &Limits::default(), &mut unheard)
}

/// A row a line, fields between bars.
fn shown(bytes: &[u8]) -> String {
    let (grid, _) = grid(bytes).unwrap();
    let row = |row| grid.columns().iter().map(move |column| column.text(row));
    let rows = (0..grid.row_count()).map(|at| row(at).collect::<Vec<_>>().join("|"));
    let header = grid.header().join("|");
    [header]
        .into_iter()
        .chain(rows)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Lines enough for a column of numbers to be kept as such.
fn many(line: impl Fn(usize) -> String) -> String {
    let lines = (0..9_000).map(line);
    ["a;b".to_owned()]
        .into_iter()
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}

fn check_same(text: &str) -> Grid {
    let (grid, _) = grid(text.as_bytes()).unwrap();
    let (sheet, _) = read(text.as_bytes(), &Limits::default(), &mut unheard).unwrap();
    let same = grid.to_sheet(&Limits::default()).unwrap();
    assert_eq!(same.row_count(), sheet.row_count());
    for row in 0..sheet.row_count() {
        assert!(same.row(row).eq(sheet.row(row)), "row {row}");
    }
    grid
}

#[test]
fn fields_are_what_stands_between_delimiters() {
    assert_eq!(
        shown(b"a;b\n1;x y\n;\n\"2\";\"a \"\"b\"\"; c\"\n"),
        "a|b\n1|x y\n|\n2|a \"b\"; c"
    );
    assert_eq!(
        shown(b"\xEF\xBB\xBF\"a\"\tb\r\n1,5\t2\r\n\r\n\r\n"),
        "a|b\n1,5|2"
    );
    assert_eq!(shown("a,b\nÆrø,Læsø".as_bytes()), "a|b\nÆrø|Læsø");
}

/// Rows are kept in fewer bytes after each 16,384, and a run of them is joined after 262,144.
#[test]
fn every_field_stays_in_its_row_across_stages_and_runs() {
    // One column turns into figures in the middle of a stage, one has figures beyond four bytes, one has ever more texts.
    let line = |row: usize| {
        let late = if row < 20_000 { row % 9 } else { row * 3 };
        let odd = if row % 50_000 == 7 { "x" } else { "" };
        format!("{late};{odd}{};t{}\n", row * 90_001, row / 700)
    };
    let count = 262_144 + 16_384 + 5;
    let text: String = ["a;b;c\n".to_owned()]
        .into_iter()
        .chain((0..count).map(line))
        .collect();
    let (grid, _) = grid(text.as_bytes()).unwrap();
    assert_eq!(grid.row_count(), count);
    let figures = |column: &GridColumn| matches!(column, GridColumn::Figures(_));
    let kinds: Vec<bool> = grid.columns().iter().map(figures).collect();
    assert_eq!(kinds, [true, true, false]);
    for row in (0..count)
        .step_by(61)
        .chain(262_100..262_200)
        .chain(16_380..16_390)
    {
        let fields = grid.columns().iter().map(|column| column.text(row));
        assert_eq!(fields.collect::<Vec<_>>().join(";") + "\n", line(row));
    }
}

#[test]
fn an_empty_last_column_is_left_out_and_told() {
    let (found, warnings) = grid(b"a;b;\n1;2;\n3;4;\n").unwrap();
    assert_eq!(
        (found.columns().len(), warnings),
        (2, vec![Warning::TrailingDelimiter])
    );
}

#[test]
fn bytes_that_are_no_utf_8_anywhere_make_the_file_windows_1252() {
    let mut bytes = b"a;b\n".to_vec();
    (0..2_000).for_each(|_| bytes.extend(b"\xC6r\xF8;1\n"));
    let (found, warnings) = grid(&bytes).unwrap();
    assert_eq!(
        (found.columns()[0].text(7), warnings),
        ("Ærø".into(), vec![Warning::Windows1252])
    );
    bytes.extend(b"\x81;1\n");
    assert!(grid(&bytes).is_none());
}

#[test]
fn numbers_that_hardly_repeat_are_kept_as_figures_and_come_back_as_written() {
    let odd = ["..", "<5", "", "007", "1.234,5", "-0", "\"7,5\"", "x", " 3"];
    let text = many(|row| match row % 40 {
        0 => format!("{};{}", odd[row / 40 % odd.len()], row),
        _ => format!("-{row},{:02};\"{row}\"", row % 100),
    });
    let grid = check_same(&text);
    for column in grid.columns() {
        assert!(matches!(column, GridColumn::Figures(_)), "{column:?}");
    }
}

#[test]
fn texts_that_hardly_repeat_stay_texts() {
    let grid = check_same(&many(|row| format!("p{row};1.234.{row:03}")));
    for column in grid.columns() {
        assert!(matches!(column, GridColumn::Texts(_)));
    }
}

#[test]
fn lines_are_whole_wherever_a_piece_ends() {
    let text = many(|row| format!("{};{}", "x".repeat(row % 700), row % 7));
    assert!(text.len() > 2 << 20);
    check_same(&text);
}

#[test]
fn a_large_text_is_opened_column_by_column_unless_a_line_is_odd() {
    let is_grid = |text: &str| {
        let opened = open("a.csv", &text.as_bytes(), &Limits::default(), &mut unheard).unwrap();
        matches!(opened.content, Content::Grid(_))
    };
    let text = many(|row| format!("{};{}", "x".repeat(row % 300), row % 7));
    assert!(is_grid(&text));
    for end in ["\n1;2;3", "\n\n1;2", "\n\"a\nb\";2", "\nx"] {
        assert!(!is_grid(&format!("{text}{end}")), "{end:?}");
    }
    assert!(!is_grid("a;b\n1;2"));
}

#[test]
fn a_line_longer_than_a_piece_and_a_file_over_a_limit_are_left_to_the_sheet() {
    let long = format!("a;b\n1;{}\n", "x".repeat(1 << 20));
    assert!(grid(long.as_bytes()).is_none());
    for what in [
        What::CsvBytes,
        What::Rows,
        What::Cells,
        What::TextColumns,
        What::FieldBytes,
    ] {
        let limits = Limits::default().with(what, 1);
        assert!(
            read_grid(&b"a;b\n10;20\n".as_slice(), &limits, &mut unheard).is_none(),
            "{what:?}"
        );
    }
}

#[test]
fn a_file_that_ends_early_is_no_grid() {
    struct Short;
    impl Source for Short {
        fn len(&self) -> u64 {
            1_000
        }
        fn read_at(&self, _: u64, _: &mut [u8]) -> Option<()> {
            None
        }
    }
    assert!(read_grid(&Short, &Limits::default(), &mut unheard).is_none());
}

#[test]
fn no_bytes_make_it_panic() {
    let bytes =
        b"\xEF\xBB\xBFa;\"b\";c\r\n1,5;\"x\"\"y\";\r\n-12345678901234567;..;\xF8\r\n".to_vec();
    let found = panics(&bytes, |bytes| drop(grid(bytes)));
    assert_eq!(found, Vec::<String>::new());
}
