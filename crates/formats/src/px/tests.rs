//! Texts in, tables out.

mod faults;
mod round_trip;

use table::MemberKind;

use super::*;
use crate::testing::rows;
use crate::unheard;

fn read_text(text: &str) -> Result<(Table, Vec<Warning>), FormatError> {
    read(text.as_bytes(), &Limits::default(), &mut unheard)
}

/// A table in words: title, dimensions, measures, rows, notes.
fn shown(table: &Table) -> String {
    let both = |text: &table::Text| {
        if text.da == text.en {
            text.da.clone()
        } else {
            format!("{}/{}", text.da, text.en)
        }
    };
    let mut lines = vec![format!("{} {}", table.name(), both(table.title()))];
    for column in table.dimensions() {
        let dimension = &column.dimension;
        let member = |member: &table::Member| {
            let total = if member.kind == MemberKind::Total {
                "!"
            } else {
                ""
            };
            format!("{}{total}={}", member.code, both(&member.label))
        };
        let members: Vec<String> = dimension.members.iter().map(member).collect();
        let head = format!(
            "{} ({}) {:?}",
            dimension.name,
            both(&dimension.label),
            dimension.role
        );
        lines.push(format!("{head}: {}", members.join(", ")));
    }
    for column in table.measures() {
        let measure = &column.measure;
        let class = match &measure.aggregation {
            Aggregation::SemiAdditive { not_over, .. } => format!("not over {not_over:?}"),
            class => format!("{class:?}"),
        };
        let (label, unit) = (both(&measure.label), both(&measure.unit));
        lines.push(format!("{label} [{unit}] {} {class}", measure.decimals));
    }
    let cell = |row: usize| {
        let cells = table.measures().iter().map(|column| {
            let number = column.number(row).map(|number| number.to_string());
            number.unwrap_or_else(|| format!("{:?}", column.status(row)))
        });
        cells.collect::<Vec<_>>().join("|")
    };
    let cells: Vec<String> = (0..table.row_count()).map(cell).collect();
    lines.push(cells.join(" "));
    for note in table.notes() {
        let column = note.column.as_deref().unwrap_or("*");
        lines.push(format!("{column}: {}", both(&note.text)));
    }
    lines.join("\n")
}

fn check(text: &str, expected: &str) {
    let (table, _) = read_text(text).unwrap();
    assert_eq!(shown(&table).trim(), expected.trim());
}

const STATBANK: &str = r#"CHARSET="ANSI";
AXIS-VERSION="2000";
CODEPAGE="iso-8859-15";
LANGUAGE="da";
CREATION-DATE="20250101 08:00";
DECIMALS=0;
SHOWDECIMALS=0;
MATRIX="SBR01";
SUBJECT-CODE="02";
SUBJECT-AREA="Sundhed";
TITLE="Ophold efter område, køn "
"og tid";
CONTENTS="Ophold";
UNITS="Antal";
STUB="område","køn";
HEADING="tid";
VALUES("område")="Hele landet","København";
VALUES("køn")="Mænd","Kvinder";
VALUES("tid")="2023","2024";
CODES("område")="000","101";
CODES("køn")="1","2";
TIMEVAL("tid")=TLIST(A1),"2023","2024";
MAP("område")="denmark_municipality_07";
ELIMINATION("område")="Hele landet";
DATASYMBOL2="Diskretioneret";
NOTE="Tal er foreløbige#for 2024";
VALUENOTE("køn","Mænd")="også ukendt køn";
CELLNOTE("København","*","2024")="databrud";
LAST-UPDATED="20250101 08:00";
SOURCE="Danmarks Statistik";
COPYRIGHT=YES;
HIERARCHIES("område")="x";
DATA=
10 20
".." "-"
"." 0
"..." 7;
"#;

#[test]
fn a_file_of_the_statistical_office_is_read_with_its_signs_units_and_notes() {
    check(
        STATBANK,
        "
SBR01 Ophold efter område, køn og tid
område (område) Geography: 000!=Hele landet, 101=København
køn (køn) Other: 1=Mænd, 2=Kvinder
tid (tid) Time: 2023=2023, 2024=2024
Ophold [Antal] 0 Additive
10 20 Hidden 0 NotApplicable 0 Missing 7
*: Tal er foreløbige\nfor 2024
køn: Mænd: også ukendt køn
*: København, 2024: databrud
*: SOURCE: Danmarks Statistik
*: LAST-UPDATED: 20250101 08:00
*: COPYRIGHT: YES
*: .. Diskretioneret
",
    );
    let (_, warnings) = read_text(STATBANK).unwrap();
    let keywords = vec!["HIERARCHIES".to_owned()];
    assert_eq!(warnings, [Warning::KeywordsUnused { keywords }]);
}

#[test]
fn a_dash_is_a_true_zero() {
    let (table, _) = read_text(STATBANK).unwrap();
    assert_eq!(table.measures()[0].status(3), table::Status::TrueZero);
}

#[test]
fn a_second_language_stands_beside_the_first() {
    check(
        r#"LANGUAGE="en";LANGUAGES="en","da";
TITLE="Stays";TITLE[da]="Ophold";CONTENTS="Stays";CONTENTS[da]="Ophold";UNITS="number";
STUB="sex";STUB[da]="køn";HEADING="time";HEADING[da]="tid";
VALUES("sex")="Men","Women";VALUES[da]("køn")="Mænd","Kvinder";
CODES("sex")="M","K";
VALUES("time")="2024Q1";
TIMEVAL("time")=TLIST(Q1),"20241";
NOTE("sex")="As registered";NOTE[da]("køn")="Som registreret";
VALUENOTE[da]("køn","Mænd")="kun dansk";LAST-UPDATED[da]="20240101";
DATA=1 2;"#,
        "
 Ophold/Stays
sex (køn/sex) Other: M=Mænd/Men, K=Kvinder/Women
time (tid/time) Time: 2024Q1=2024Q1
Ophold/Stays [number] 0 Additive
1 2
sex: Som registreret/As registered
sex: Mænd: kun dansk/Men: kun dansk
*: LAST-UPDATED: 20240101
",
    );
}

#[test]
fn values_of_the_contents_variable_become_measures() {
    check(
        r#"CONTENTS="Flere";DECIMALS=1;SHOWDECIMALS=0;STUB="tid";HEADING="indhold";CONTVARIABLE="indhold";
VALUES("indhold")="Folketal","Rate";
VALUES("tid")="2023","2024";TIMEVAL("tid")=TLIST(A1,"2023"-"2024");
UNITS("Folketal")="personer";UNITS("Rate")="pct.";
STOCKFA("Folketal")="S";AGGREGALLOWED("Rate")=NO;
PRECISION("indhold","Rate")=2;
LAST-UPDATED("Rate")="20240101";
VALUENOTE("indhold","Rate")="pr. 100";
DATA=100 1.25 200 2.5;"#,
        "
 Flere
tid (tid) Time: 2023=2023, 2024=2024
Folketal [personer] 0 not over [\"tid\"]
Rate [pct.] 2 Printed
100|1.25 200|2.5
Rate: Rate: pr. 100
Rate: LAST-UPDATED: 20240101
",
    );
}

#[test]
fn rows_that_are_left_out_hold_zeros() {
    check(
        r#"CONTENTS="n";STUB="a","b";HEADING="c";
VALUES("a")="x","y";VALUES("b")="1","2";CODES("b")="k1","k2";VALUES("c")="p","q";
KEYS("a")=VALUES;KEYS("b")=CODES;
DATA=
"x","k2",1 "..";
"y","k1",3 4 ;"#,
        "
 n
a (a) Other: x=x, y=y
b (b) Other: k1=1, k2=2
c (c) Other: p=p, q=q
n [] 0 Additive
0 0 1 Hidden 3 4 0 0
",
    );
}

#[test]
fn periods_are_written_out() {
    let times = |list: &str, values: &str| {
        let text = format!("STUB=\"t\";VALUES(\"t\")={values};TIMEVAL(\"t\")={list};DATA=1 2 3;");
        let (table, _) = read_text(&text).unwrap();
        let members = table.dimensions()[0].dimension.members.clone();
        members
            .into_iter()
            .map(|it| it.code)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let values = r#""a","b","c""#;
    assert_eq!(
        times(r#"TLIST(M1,"202311"-"202401")"#, values),
        "2023M11 2023M12 2024M01"
    );
    assert_eq!(
        times(r#"TLIST(H1),"20231","20232","20241""#, values),
        "2023H1 2023H2 2024H1"
    );
    assert_eq!(
        times(r#"TLIST(W1),"202401","202402","202453""#, values),
        "2024W01 2024W02 2024W53"
    );
    // What is no period, or not as many as there are values, is not made up.
    assert_eq!(
        times(r#"TLIST(A1),"før","2023","2024""#, values),
        "før 2023 2024"
    );
    assert_eq!(times(r#"TLIST(A1),"2024""#, values), "a b c");
}

#[test]
fn letters_are_read_in_the_encoding_that_is_told() {
    let text = |head: &str| format!("{head}STUB=\"t\";VALUES(\"t\")=\"x€øŠ\";DATA=1;");
    let label = |bytes: &[u8]| {
        let (table, warnings) = read(bytes, &Limits::default(), &mut unheard).unwrap();
        let member = table.dimensions()[0].dimension.members[0].clone();
        (member.label.da, warnings)
    };
    let encoded = |head: &str, euro: u8, caron: u8| -> Vec<u8> {
        let byte = |letter| match letter {
            '€' => euro,
            'Š' => caron,
            letter => u8::try_from(u32::from(letter)).unwrap(),
        };
        text(head).chars().map(byte).collect()
    };
    let same = |warnings| ("x€øŠ".to_owned(), warnings);
    let ansi = "CHARSET=\"ANSI\";";
    assert_eq!(label(&encoded(ansi, 0x80, 0x8A)), same(vec![]));
    let latin_9 = "CHARSET=\"ANSI\";CODEPAGE=\"iso-8859-15\";";
    assert_eq!(label(&encoded(latin_9, 0xA4, 0xA6)), same(vec![]));
    assert_eq!(label(text("CODEPAGE=\"utf-8\";").as_bytes()), same(vec![]));
    assert_eq!(label(text(ansi).as_bytes()), same(vec![]));
    assert_eq!(label(text("\u{FEFF}").as_bytes()), same(vec![]));
    let untold = label(&encoded("", 0x80, 0x8A));
    assert_eq!(untold, same(vec![Warning::Windows1252]));
}

#[test]
fn whole_numbers_that_cannot_be_held_are_told() {
    let text = "CONTENTS=\"n\";STUB=\"t\";VALUES(\"t\")=\"a\",\"b\";DATA=9007199254740993 -1.5e2;";
    let (table, warnings) = read_text(text).unwrap();
    assert_eq!(table.measures()[0].number(1), Some(-150.0));
    assert_eq!(
        warnings,
        [Warning::NotExact {
            column: "n".to_owned()
        }]
    );
}

#[test]
fn values_with_the_same_name_stay_apart() {
    let text = "STUB=\"t\";VALUES(\"t\")=\"a\",\"a\";DATA=1,2;";
    let (table, _) = read_text(text).unwrap();
    let expected = ["Some(\"a\") | 1e-0 Value", "Some(\"a#2\") | 2e-0 Value"];
    assert_eq!(rows(&table), expected);
}
