//! Files that are bad in the ways files are: each ends in a sentence that says what and where, or in a question.

use super::*;

/// What is said of a file: why it is refused and where, or what was made of it.
fn said(name: &str, bytes: &[u8]) -> Vec<String> {
    let words = |parts: [&str; 2]| parts.join(" ").trim().to_owned();
    match read(name, bytes) {
        Ok(imported) => (imported.notices.iter())
            .map(|notice| words([&notice.headline, &notice.text]))
            .collect(),
        Err(refusal) => vec![words([&refusal.what, &refusal.place]), refusal.remedy],
    }
}

fn check(name: &str, bytes: &[u8], expected: &[&str]) {
    assert_eq!(said(name, bytes), expected, "{name}");
}

/// The container of Excel 97 around a workbook under a password.
fn locked() -> Vec<u8> {
    let part = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]);
    let mark = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    mark.iter().copied().chain([0; 600]).chain(part).collect()
}

#[test]
fn what_cannot_be_read_is_said_with_its_place_and_what_to_do() {
    let page = b"<html><body><table><tr><td>1</td></tr></table></body></html>";
    check(
        "udtræk.xls",
        page,
        &[
            "»udtræk.xls« kan ikke læses: det er en webside (HTML), uanset hvad den hedder.",
            "Åbn den i Excel, gem den som .xlsx, og åbn den fil.",
        ],
    );
    check(
        "udtræk.xlsx",
        &locked(),
        &[
            "»udtræk.xlsx« kan ikke læses: projektmappen er beskyttet med en adgangskode.",
            "Åbn filen i Excel, fjern adgangskoden, gem den, og prøv igen.",
        ],
    );
    let long = format!("kommune;note\nAarhus;\"{}\"\n", "x".repeat(10 << 20));
    let again = "Hent filen igen hos afsenderen, eller gem den på ny, og prøv så igen.";
    check(
        "langt.csv",
        long.as_bytes(),
        &[
            "»langt.csv« er beskadiget og kan ikke læses som tekst (CSV): et felt fylder 10485760 bytes, hvor der højst må være \
             1048576; måske mangler et citationstegn. række 2, byte 13",
            again,
        ],
    );
    check(
        "citat.csv",
        b"kommune;antal\nAarhus;1\n\"Odense;2\nVejle;3\n",
        &[
            "»citat.csv« er beskadiget og kan ikke læses som tekst (CSV): et citationstegn åbnes og lukkes aldrig. række 3, byte 23",
            again,
        ],
    );
}

#[test]
fn what_was_left_out_or_renamed_is_said_with_its_rows_and_columns() {
    check(
        "dobbelt.csv",
        b"kommune;antal;antal\nAarhus;1;2\nOdense;3;4\n",
        &[
            "Overskriften »antal« står over 2 kolonner. De er nummereret. Giv dem hver sit navn, hvis de er forskellige.",
        ],
    );
    check(
        "blandet.csv",
        b"kommune;antal\nAarhus;1\nOdense;2024-01-31\nVejle;mange\nKolding;3\nEsbjerg;4\nRanders;5\n",
        &["2 rækker er ikke taget med: tekst, hvor der ventes tal. Se række 3-4."],
    );
}

#[test]
fn two_number_conventions_in_one_column_are_asked_about() {
    let asks = |text: &str| {
        let bytes = text.as_bytes().to_vec();
        let opened = formats::open("to.csv", &bytes, &Limits::default(), &mut |_| {}).unwrap();
        Drawing::begin("to.csv", opened, Decided::By(Plan::default())).has_questions()
    };
    let column = |numbers: [&str; 4]| {
        let names = ["Aarhus", "Odense", "Vejle", "Kolding"];
        let rows = names.iter().zip(numbers);
        let rows: String = rows
            .map(|(name, number)| format!("{name};{number}\n"))
            .collect();
        format!("kommune;antal\n{rows}")
    };
    let mixed = column(["1.234,5", "1,234.5", "2.345,5", "345,5"]);
    assert!(asks(&mixed));
    assert!(asks(&column(["1.234", "1,234", "2.345", "3,456"])));
    assert!(!asks(&column(["1,5", "2,5", "3", "4"])));
    let told = said("to.csv", mixed.as_bytes()).join("\n");
    assert!(
        told.contains("Det første er »1,234.5« i række 3."),
        "nothing is read as another number: {told}"
    );
}
