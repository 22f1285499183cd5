//! A file means the same wherever its bytes lie: in our memory, or outside it, from where they come in pieces.

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use crate::testing::{Given, Outside, any_cells, example, pack};
use crate::{Limits, Source, open, unheard};

/// Everything that comes of a file, or why nothing does; where its columns lie in memory is left out.
fn shown(name: &str, source: &dyn Source) -> String {
    let found = open(name, source, &Limits::default(), &mut unheard);
    let shown = format!("{found:?}");
    let mut pieces = shown.split("ptr: 0x");
    let first = pieces.next().unwrap_or_default().to_owned();
    let is_digit = |letter: char| letter.is_ascii_hexdigit();
    let rest = pieces.map(|piece| piece.trim_start_matches(is_digit));
    std::iter::once(first.as_str()).chain(rest).collect()
}

/// A file and every beginning of it that a connection may have left.
fn check(name: &str, bytes: &[u8]) {
    let length = bytes.len();
    for end in [length, length - 1, length / 2, length.min(40), 1] {
        let bytes = &bytes[..end];
        assert_eq!(
            shown(name, &Outside(bytes)),
            shown(name, &bytes),
            "{name}, {end} of {length} bytes"
        );
    }
}

const PX: &str = "CHARSET=\"ANSI\";\nMATRIX=\"A\";\nCONTENTS=\"Ophold\";\nUNITS=\"antal\";\nSTUB=\"kommune\";\nHEADING=\"tid\";\n\
    VALUES(\"kommune\")=\"Kolding\",\"Vejle\";\nVALUES(\"tid\")=\"2024\",\"2025\";\nDATA=\n1 2\n3 \"..\"\n;\n";
const JSON_STAT: &str = r#"{"version":"2.0","class":"dataset","id":["kommune","tid"],"size":[2,2],
    "dimension":{"kommune":{"category":{"index":["621","630"]}},"tid":{"category":{"index":["2024","2025"]}}},
    "value":[1,2,3,null],"status":{"3":".."}}"#;
const DESCRIPTOR: &str = r#"{"name":"p","resources":[{"name":"t","path":"t.csv","schema":{"fields":[
    {"name":"kommune","type":"string"},{"name":"antal","type":"integer"}]}}]}"#;

#[test]
fn every_format_is_read_in_pieces_as_it_is_read_whole() {
    for (name, bytes) in [
        (
            "a.xls",
            include_bytes!("../samples/sheetjs-97.xls").as_slice(),
        ),
        ("b.xls", include_bytes!("../samples/xlwt.xls")),
        ("a.ods", include_bytes!("../samples/odfpy.ods")),
        ("b.ods", include_bytes!("../samples/sheetjs.ods")),
        ("a.csv", b"kommune;antal\nKolding;1.204\nVejle;<5\n"),
        ("a.px", PX.as_bytes()),
        ("a.json", JSON_STAT.as_bytes()),
    ] {
        check(name, bytes);
    }
    let table = example();
    check("a.parquet", &crate::parquet::write(&table).unwrap());
    check("a.arrow", &crate::arrow::write(&table).unwrap());
    let package = pack(&[
        ("datapackage.json", DESCRIPTOR.as_bytes()),
        ("t.csv", b"kommune,antal\nKolding,12\nVejle,7\n"),
    ]);
    check("a.zip", &package);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn a_workbook_is_read_in_pieces_as_it_is_read_whole(given in any_cells()) {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for ((row, column), cell) in &given {
            let at = (u32::from(*row), *column);
            match cell {
                Given::Text(text) => sheet.write_string(at.0, at.1, text),
                Given::Number(number) => sheet.write_number(at.0, at.1, *number),
                Given::Bool(truth) => sheet.write_boolean(at.0, at.1, *truth),
            }
            .unwrap();
        }
        check("a.xlsx", &workbook.save_to_buffer().unwrap());
    }

    #[test]
    fn a_text_is_read_in_pieces_as_it_is_read_whole(
        lines in prop::collection::vec("[a-z\u{e6}\u{f8}\u{e5}0-9;,.\"]{0,12}", 1..40),
        letters in 0..3_usize,
    ) {
        let text = lines.join("\n");
        let bytes = match letters {
            0 => text.into_bytes(),
            1 => text.chars().map(|letter| letter as u8).collect(),
            _ => "\u{feff}".chars().chain(text.chars()).flat_map(|it| (it as u16).to_be_bytes()).collect(),
        };
        prop_assert_eq!(shown("a.csv", &Outside(&bytes)), shown("a.csv", &bytes));
    }
}
