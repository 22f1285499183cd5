//! Files as bytes, and what comes of them.

mod bad;
mod declarations;
mod packages;
mod peers;
mod schema;
mod several;

use table::Table;

use super::*;

fn read(name: &str, bytes: &[u8]) -> Result<Imported, Refusal> {
    read_file(name, bytes.to_vec(), state::Language::Da, &mut |_| {})
}

fn tables(imported: &Imported) -> &[Table] {
    &imported.tables
}

#[test]
fn a_danish_file_in_windows_1252_becomes_a_described_table() {
    let text = "Kommune;K\u{f8}n;\u{c5}r;Antal;\r\nK\u{f8}benhavn;M\u{e6}nd;2024;1.234;\r\nAarhus;Kvinder;2024;<5;\r\n";
    let bytes: Vec<u8> = text
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect();
    let imported = read("antal.csv", &bytes).unwrap();
    let table = &tables(&imported)[0];
    let names: Vec<&str> = table
        .dimensions()
        .iter()
        .map(|column| column.dimension.name.as_str())
        .collect();
    assert_eq!(names, ["kommune", "koen", "aar"]);
    assert_eq!(table.measures()[0].numbers.get(0), Some(1234.0));
    assert_eq!(table.measures()[0].status(1), table::Status::Hidden);
    let headlines: Vec<&str> = imported
        .notices
        .iter()
        .map(|notice| notice.headline.as_str())
        .collect();
    assert!(
        headlines.contains(&"1 felter i »Antal« er skjult af udgiveren."),
        "{headlines:?}"
    );
}

#[test]
fn a_file_with_a_byte_order_mark_and_decimal_commas_is_read() {
    let text = "\u{feff}region;aar;rate\n084;2023;139,5\n085;2023;12.345,6\n";
    let imported = read("rate.csv", text.as_bytes()).unwrap();
    let table = &tables(&imported)[0];
    assert_eq!(table.dimensions()[0].dimension.name, "region_2007");
    assert_eq!(table.measures()[0].numbers.get(1), Some(12_345.6));
}

#[test]
fn files_that_cannot_be_read_are_refused_in_words() {
    let refused = |name: &str, bytes: &[u8]| read(name, bytes).unwrap_err().what;
    assert_eq!(refused("tom.csv", b""), "»tom.csv« er tom.");
    assert!(refused("a.xlsx", b"kommune;antal\n").contains("i virkeligheden tekst (CSV)"));
    assert!(refused("a.parquet", b"PAR1").contains("Parquet"));
    assert_eq!(
        refused("ord.csv", b"kun ord\nog flere\n"),
        "Der er ingen tabel med tal i »ord.csv«."
    );
    let locked: Vec<u8> = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
        .iter()
        .copied()
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert!(refused("a.xlsx", &locked).contains("adgangskode"));
}

#[test]
fn progress_is_told_in_words() {
    let mut steps = Vec::new();
    let mut progress = |progress: Progress| steps.push(progress.step);
    read_file(
        "a.csv",
        b"aar;antal\n2024;5\n".to_vec(),
        state::Language::En,
        &mut progress,
    )
    .unwrap();
    steps.dedup();
    assert_eq!(
        steps.last().map(String::as_str),
        Some("Making the tables ready")
    );
    assert!(steps.contains(&"Finding the tables".to_owned()));
}
