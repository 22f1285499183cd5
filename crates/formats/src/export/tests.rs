//! What is written is what the own readers read; nothing in it runs.

use proptest::prelude::*;
use table::{
    Codes, Dimension, DimensionColumn, Measure, MeasureColumn, Member, Note, Numbers, Role,
    StatusColumn, Table, Text,
};

use super::columns::{Field, columns};
use super::{Convention, Wording, csv, xlsx};
use crate::testing::{any_table, example};
use crate::{Cell, FormatError, Limits, Sheet, What, unheard};

const WORDING: Wording<'_> = Wording {
    declaration: "Deklaration",
    title: "Titel",
    note: "Note",
    signs: "Tegn",
    code: "kode",
    hidden: "skjult",
    missing: "mangler",
    not_applicable: "findes ikke",
};

fn read_text(bytes: &[u8]) -> Sheet {
    let (sheet, _) = crate::csv::read(bytes, &Limits::default(), &mut unheard).unwrap();
    sheet
}

fn read_workbook(bytes: &[u8]) -> Vec<Sheet> {
    let (sheets, _) = crate::xlsx::read(bytes, &Limits::default(), &mut unheard).unwrap();
    sheets
}

/// A table of one row a member, with these codes in a dimension.
fn of_codes(role: Role, codes: &[&str]) -> Table {
    let member = |code: &&str| Member {
        code: (*code).to_owned(),
        label: Text::same(code),
        ..Member::default()
    };
    let dimension = Dimension {
        name: "kode".to_owned(),
        label: Text::same("Kode"),
        role,
        members: codes.iter().map(member).collect(),
        levels: Vec::new(),
    };
    let count = codes.len();
    let rows = (0..u32::try_from(count).unwrap()).collect();
    let codes = Codes::pack(rows, count);
    Table::try_new("t", vec![DimensionColumn { dimension, codes }], Vec::new()).unwrap()
}

#[test]
fn a_table_is_lines_of_names_and_figures() {
    let danish = String::from_utf8(csv(&example(), Convention::Danish).unwrap()).unwrap();
    let expected = "\u{FEFF}kommune;kontakter;andel\r\n101;12;0,3333333333333333\r\n147;..;0,5\r\n\
        751;0;0,25\r\n;7;0,6666666666666666\r\n";
    assert_eq!(danish, expected);
    let english = String::from_utf8(csv(&example(), Convention::English).unwrap()).unwrap();
    assert!(
        english.starts_with("\u{FEFF}kommune,kontakter,andel\r\n101,12,0.3333333333333333\r\n")
    );
}

#[test]
fn decimals_are_written_as_they_are_kept() {
    let measure = |name: &str, decimals: u8| MeasureColumn {
        measure: Measure {
            name: name.to_owned(),
            ..Measure::default()
        },
        numbers: Numbers::exact(vec![-5, 1_234, 0], decimals),
        status: Some(StatusColumn::try_new(vec![0, 0, 3]).unwrap()),
    };
    let table = Table::try_new("t", Vec::new(), vec![measure("a", 2), measure("b", 3)]).unwrap();
    let text = String::from_utf8(csv(&table, Convention::Danish).unwrap()).unwrap();
    assert_eq!(
        text,
        "\u{FEFF}a;b\r\n-0,05;-0,0050\r\n12,34;1,2340\r\n.;.\r\n"
    );
}

#[test]
fn a_column_of_decimals_alone_is_not_cut_at_its_commas() {
    let measure = MeasureColumn {
        measure: Measure {
            name: "andel".to_owned(),
            ..Measure::default()
        },
        numbers: Numbers::exact(vec![5, -15, 0], 1),
        status: None,
    };
    let table = Table::try_new("t", Vec::new(), vec![measure]).unwrap();
    let sheet = read_text(&csv(&table, Convention::Danish).unwrap());
    let cells: Vec<_> = (0..4).map(|row| sheet.cell(row, 0)).collect();
    assert_eq!(cells, ["andel", "0,5", "-1,5", "0,0"].map(Cell::Text));
}

#[test]
fn no_text_runs_as_a_formula() {
    let codes = [
        "=1+1",
        "+45",
        "-5",
        "-5,5",
        "-x",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "1-4",
        "a;b",
        "a\"b",
        "-",
        "＝1",
        "+4+4",
        "=HYPERLINK(\"http://x\";\"y\")",
    ];
    let table = of_codes(Role::Other, &codes);
    let sheet = read_text(&csv(&table, Convention::Danish).unwrap());
    let texts: Vec<String> = (1..sheet.row_count())
        .map(|row| match sheet.cell(row, 0) {
            Cell::Text(text) => text.to_owned(),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [
        "'=1+1",
        "+45",
        "-5",
        "-5,5",
        "'-x",
        "'@SUM(A1)",
        "'\tx",
        "'\rx",
        "1-4",
        "a;b",
        "a\"b",
        "'-",
        "'＝1",
        "'+4+4",
        "'=HYPERLINK(\"http://x\";\"y\")",
    ];
    assert_eq!(texts, expected);
    let bytes = xlsx(&[table], &WORDING, Convention::Danish).unwrap();
    let sheet = &read_workbook(&bytes)[0];
    for (row, code) in (1..).zip(codes) {
        assert_eq!(sheet.cell(row, 0), Cell::Text(code));
    }
    for (name, part) in crate::testing::unpacked(&bytes) {
        let part = String::from_utf8_lossy(&part).into_owned();
        assert!(!part.contains("<f>") && !part.contains("<f "), "{name}");
    }
}

#[test]
fn days_are_dates_and_years_numbers_and_other_codes_texts() {
    let codes = ["2024-02-29", "2024", "2024K1", "0101", "9999-99-99"];
    let open = |role| {
        let bytes = xlsx(&[of_codes(role, &codes)], &WORDING, Convention::Danish).unwrap();
        read_workbook(&bytes).remove(0)
    };
    let time = open(Role::Time);
    let cells: Vec<_> = (1..6).map(|row| time.cell(row, 0)).collect();
    let expected = [
        Cell::Date("2024-02-29"),
        Cell::Number(2024.0),
        Cell::Text("2024K1"),
        Cell::Text("0101"),
        Cell::Text("9999-99-99"),
    ];
    assert_eq!(cells, expected);
    let other = open(Role::Other);
    assert_eq!(other.cell(2, 0), Cell::Text("2024"));
}

#[test]
fn a_workbook_says_what_it_holds() {
    let note = Note {
        text: Text::same("Uden tal fra 2020."),
        column: None,
    };
    let table = example().with_title(Text::same("Kontakter pr. kommune"));
    let table = table.with_notes(vec![note]);
    let bytes = xlsx(&[table.clone(), table], &WORDING, Convention::Danish).unwrap();
    let sheets = read_workbook(&bytes);
    let names: Vec<_> = sheets.iter().map(Sheet::name).collect();
    assert_eq!(names, ["kontakter", "kontakter (2)", "Deklaration"]);
    let declared: Vec<_> = (0..sheets[2].row_count())
        .map(|row| (sheets[2].cell(row, 0), sheets[2].cell(row, 1)))
        .collect();
    let text = |left, right| (Cell::Text(left), Cell::Text(right));
    for line in [
        text("Titel", "Kontakter pr. kommune"),
        text("kommune", "Kommune"),
        text("Note", "Uden tal fra 2020."),
        text("skjult", ".."),
    ] {
        assert!(declared.contains(&line), "{line:?} in {declared:?}");
    }
}

#[test]
fn what_excel_cannot_hold_is_refused() {
    let count = 1_048_575;
    let measure = |count| MeasureColumn {
        measure: Measure::default(),
        numbers: Numbers::integers(vec![0; count]),
        status: None,
    };
    let refused = |table: &Table| xlsx(std::slice::from_ref(table), &WORDING, Convention::Danish);
    let table = Table::try_new("t", Vec::new(), vec![measure(count + 1)]).unwrap();
    let too_many = FormatError::TooLarge {
        what: What::Rows,
        found: count as u64 + 1,
        limit: count as u64,
    };
    assert_eq!(refused(&table).unwrap_err(), too_many);
    let long = "x".repeat(32_768);
    let too_long = refused(&of_codes(Role::Other, &[&long])).unwrap_err();
    let what = What::TextBytes;
    assert!(matches!(too_long, FormatError::TooLarge { what: it, .. } if it == what));
    assert!(refused(&of_codes(Role::Other, &[&long[1..]])).is_ok());
}

/// A field as a text file holds it.
fn as_text(field: Field<'_>) -> String {
    match field {
        Field::Blank => String::new(),
        Field::Text(text) => {
            let starts =
                text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
            let parts: Vec<&str> = text
                .get(1..)
                .unwrap_or_default()
                .split([',', '.'])
                .collect();
            let are_digits = |part: &&str| part.parse::<u64>().is_ok() && !part.starts_with('+');
            let is_number =
                text.starts_with(['-', '+']) && parts.len() < 3 && parts.iter().all(are_digits);
            let guard = if starts && !is_number { "'" } else { "" };
            format!("{guard}{text}")
        }
        Field::Sign(sign) => sign.to_owned(),
        Field::Exact(digits, decimals) => format!("{digits}e-{decimals}"),
        Field::Float(number) => number.to_string(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_table_written_as_text_is_read_again(table in any_table(), is_danish: bool) {
        let convention = if is_danish { Convention::Danish } else { Convention::English };
        let sheet = read_text(&csv(&table, convention).unwrap());
        let columns = columns(&table, convention);
        // Blank lines at the end are no rows.
        prop_assert!(sheet.row_count() <= table.row_count() + 1);
        for row in 0..table.row_count() {
            for (number, column) in columns.iter().enumerate() {
                let found = match sheet.cell(row + 1, number) {
                    Cell::Text(text) => text.to_owned(),
                    _ => String::new(),
                };
                match column.field(row, convention) {
                    Field::Exact(digits, decimals) => {
                        let plain: String = found.chars().filter(|it| !matches!(it, ',' | '.')).collect();
                        let scale = if decimals == 3 { 10 } else { 1 };
                        prop_assert_eq!(plain.parse::<i128>().unwrap(), i128::from(digits) * scale);
                    }
                    Field::Float(number) => {
                        let read: f64 = found.replace(',', ".").parse().unwrap();
                        prop_assert_eq!(read.to_bits(), number.to_bits());
                    }
                    field => prop_assert_eq!(found, as_text(field)),
                }
            }
        }
    }

    #[test]
    fn a_table_written_as_a_workbook_is_read_again(table in any_table()) {
        let bytes = xlsx(std::slice::from_ref(&table), &WORDING, Convention::Danish).unwrap();
        let sheet = read_workbook(&bytes).remove(0);
        for row in 0..table.row_count() {
            for (number, column) in columns(&table, Convention::Danish).into_iter().enumerate() {
                let found = sheet.cell(row + 1, number);
                match column.field(row, Convention::Danish) {
                    Field::Blank | Field::Text("") => prop_assert_eq!(found, Cell::Empty),
                    Field::Text(text) => prop_assert_eq!(found, Cell::Text(text)),
                    Field::Sign(sign) => prop_assert_eq!(found, Cell::Text(sign)),
                    Field::Float(value) => prop_assert_eq!(found, Cell::Number(value)),
                    Field::Exact(digits, decimals) => match super::workbook::double(digits, decimals) {
                        Some(value) => prop_assert_eq!(found, Cell::Number(value)),
                        None => prop_assert!(matches!(found, Cell::Text(_))),
                    },
                }
            }
        }
    }
}
