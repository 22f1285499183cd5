//! Words for parts of files: formats, places, sizes, what is used and what is broken.

use formats::{Feature, Format, Place, Reason};

use super::language::Language;

/// What a file uses that is not read, in Danish and English.
#[expect(clippy::too_many_lines, reason = "one arm for each feature")]
pub(super) fn used(feature: &Feature) -> (String, String) {
    let fixed = |danish: &str, english: &str| (danish.to_owned(), english.to_owned());
    match feature {
        Feature::Password => fixed(
            "projektmappen er beskyttet med en adgangskode",
            "the workbook is protected by a password",
        ),
        Feature::PasswordOpenDocument => fixed(
            "regnearket (.ods) er beskyttet med en adgangskode",
            "the sheet (.ods) is protected by a password",
        ),
        Feature::Encrypted => fixed("den er krypteret", "it is encrypted"),
        Feature::OldWorkbook => fixed(
            "det er en Excel-fil fra før 1993",
            "it is an Excel file from before 1993",
        ),
        Feature::BinaryWorkbook => fixed(
            "det er en binær Excel-fil (.xlsb)",
            "it is a binary Excel file (.xlsb)",
        ),
        Feature::OpenDocument => fixed(
            "det er et OpenDocument-dokument, men ikke et regneark",
            "it is an OpenDocument file but no spreadsheet",
        ),
        Feature::Zip => fixed(
            "det er en ZIP-fil uden regneark eller pakke",
            "it is a ZIP file without workbook or package",
        ),
        Feature::Html => fixed(
            "det er en webside (HTML), uanset hvad den hedder",
            "it is a web page (HTML), whatever it is named",
        ),
        Feature::XmlWorkbook => fixed(
            "det er et regneark gemt som XML (Excel 2003)",
            "it is a workbook saved as XML (Excel 2003)",
        ),
        Feature::Json => fixed("det er JSON", "it is JSON"),
        Feature::Xml | Feature::Doctype => {
            fixed("det er XML, som ikke læses", "it is XML that is not read")
        }
        Feature::Binary => fixed(
            "indholdet er hverken tekst eller et kendt format",
            "its content is neither text nor a known format",
        ),
        Feature::Compression(name) => (
            format!("den er pakket med {name}"),
            format!("it is packed with {name}"),
        ),
        Feature::ColumnType(name) => (
            format!("den har en kolonne af typen {name}"),
            format!("it has a column of type {name}"),
        ),
        Feature::Nested => fixed(
            "den har kolonner inde i kolonner",
            "it has columns inside columns",
        ),
        Feature::Charset(name) => (
            format!("dens tegnkodning {name} kendes ikke"),
            format!("its encoding {name} is not known"),
        ),
        Feature::PageEncoding(name) => (
            format!("en kolonne er kodet som {name}"),
            format!("a column is encoded as {name}"),
        ),
        Feature::NotBuilt => fixed("formatet læses ikke her", "the format is not read here"),
    }
}

/// What is broken, in Danish and English.
#[expect(clippy::too_many_lines, reason = "one arm for each reason")]
pub(super) fn fault(reason: &Reason) -> (String, String) {
    let fixed = |danish: &str, english: &str| (danish.to_owned(), english.to_owned());
    match reason {
        Reason::Truncated => fixed(
            "den slutter, før den er færdig",
            "it ends before it is complete",
        ),
        Reason::Magic => fixed(
            "den begynder eller slutter forkert",
            "it begins or ends wrongly",
        ),
        Reason::UnterminatedQuote => fixed(
            "et citationstegn åbnes og lukkes aldrig",
            "a quotation mark opens and never closes",
        ),
        Reason::FieldTooLong { found, limit } => (
            format!(
                "et felt fylder {found} bytes, hvor der højst må være {limit}; måske mangler et citationstegn"
            ),
            format!(
                "a field has {found} bytes where there may be {limit}; a quotation mark may be missing"
            ),
        ),
        Reason::Encoding => fixed(
            "teksten er ikke i den tegnkodning, filen angiver",
            "its text is not in the encoding it declares",
        ),
        Reason::Container | Reason::Xml => {
            fixed("projektmappen er gået i stykker", "the workbook is broken")
        }
        Reason::Checksum => fixed("en kontrolsum passer ikke", "a checksum does not match"),
        Reason::PartMissing(part) => (
            format!("delen {part} mangler"),
            format!("the part {part} is missing"),
        ),
        Reason::CellOrder => fixed(
            "celler står i forkert rækkefølge",
            "cells stand in the wrong order",
        ),
        Reason::Footer | Reason::Description => fixed(
            "beskrivelsen af kolonnerne kan ikke læses",
            "the description of its columns cannot be read",
        ),
        Reason::Page(_) => fixed(
            "en del af en kolonne kan ikke læses",
            "a part of a column cannot be read",
        ),
        Reason::RowCount { found, expected } => (
            format!("der er {found} rækker, hvor der skulle være {expected}"),
            format!("there are {found} rows where there should be {expected}"),
        ),
        Reason::ListLength(length) => (
            format!(
                "{} har {} dele, hvor der skulle være {}",
                length.list, length.found, length.expected
            ),
            format!(
                "{} has {} parts where there should be {}",
                length.list, length.found, length.expected
            ),
        ),
        Reason::Syntax => fixed(
            "der står noget, som formatets regler ikke tillader",
            "there is something that the rules of the format do not allow",
        ),
        Reason::RowTwice => fixed("en række står der to gange", "a row occurs twice"),
        Reason::UnsafePath => fixed(
            "en fil i den skulle ligge uden for pakken",
            "a file in it would lie outside the package",
        ),
        Reason::Dialect => fixed(
            "et skilletegn er på mere end et tegn",
            "a delimiter has more than one character",
        ),
        Reason::Value => fixed(
            "en værdi er ikke, hvad dens kolonne siger",
            "a value is not what its column says",
        ),
        Reason::Circle => fixed("et medlem ligger i sig selv", "a member lies within itself"),
        Reason::NameTwice => fixed(
            "to kolonner har samme navn",
            "two columns have the same name",
        ),
        Reason::Status | Reason::StatusAlone | Reason::UnknownMember => fixed(
            "en kolonne følger ikke sin egen beskrivelse",
            "a column does not follow its own description",
        ),
        Reason::Other(_) => fixed(
            "den følger ikke formatets regler",
            "it does not follow the rules of the format",
        ),
    }
}

/// The name of a format.
pub(super) fn format_name(format: Format, language: Language) -> &'static str {
    match format {
        Format::Csv => language.pick("tekst (CSV)", "text (CSV)"),
        Format::Xlsx => language.pick("en Excel-projektmappe (.xlsx)", "an Excel workbook (.xlsx)"),
        Format::JsonStat => "JSON-stat",
        Format::Xls => language.pick(
            "en ældre Excel-projektmappe (.xls)",
            "an older Excel workbook (.xls)",
        ),
        Format::Ods => language.pick(
            "et OpenDocument-regneark (.ods)",
            "an OpenDocument sheet (.ods)",
        ),
        Format::Px => language.pick("en PX-fil", "a PX file"),
        Format::Parquet => "Parquet",
        Format::Arrow => "Arrow",
        Format::DataPackage => language.pick("en datapakke (.zip)", "a data package (.zip)"),
        Format::Package => language.pick("en datapakke (.snit)", "a data package (.snit)"),
    }
}

/// A place in words; empty where nothing is known of it.
pub(super) fn place_in_words(place: &Place, language: Language) -> String {
    let sheet = place
        .sheet
        .as_ref()
        .map(|sheet| format!("{} {sheet}", language.pick("ark", "sheet")));
    let row = place
        .row
        .map(|row| format!("{} {}", language.pick("række", "row"), language.number(row)));
    let column = place
        .column
        .as_ref()
        .map(|name| format!("{} {name}", language.pick("kolonne", "column")));
    let byte = place
        .byte
        .map(|byte| format!("byte {}", language.number(byte)));
    [sheet, row, column, byte]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// A size in bytes, rounded.
pub(super) fn size(bytes: u64, language: Language) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{} MB", language.number(bytes / 1_000_000)),
    }
}
