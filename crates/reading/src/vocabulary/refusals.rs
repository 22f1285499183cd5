//! What is said of a file that cannot be read: what happened, where, and what to do.

use formats::{Feature, Format, FormatError, What};

use super::faults::{fault, format_name, place_in_words, size, used};
use super::language::Language;

/// A file that cannot be read, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refused {
    /// What happened, in a sentence.
    pub what: String,
    /// Where; may be empty.
    pub place: String,
    /// What to do.
    pub remedy: String,
}

/// Puts the reason a file was not read into words; `name` is the file's name.
#[must_use]
pub fn refusal(error: &FormatError, name: &str, language: Language) -> Refused {
    let file = match language {
        Language::Danish => format!("»{name}«"),
        Language::English => format!("“{name}”"),
    };
    let (what, remedy) = sentences(error, &file, language);
    let place = match error {
        FormatError::Malformed { place, .. } | FormatError::Unsupported { place, .. } => {
            place_in_words(place, language)
        }
        _ => String::new(),
    };
    Refused {
        what,
        place,
        remedy,
    }
}

fn sentences(error: &FormatError, file: &str, language: Language) -> (String, String) {
    let say = |danish: String, english: String| match language {
        Language::Danish => danish,
        Language::English => english,
    };
    let again = language.pick(
        "Hent filen igen hos afsenderen, eller gem den på ny, og prøv så igen.",
        "Fetch the file again from the sender, or save it anew, and try again.",
    );
    match error {
        FormatError::Empty => (
            say(format!("{file} er tom."), format!("{file} is empty.")),
            again.to_owned(),
        ),
        FormatError::Mislabelled { named, found } => mislabelled((*named, *found), file, language),
        FormatError::Malformed { format, reason, .. } => {
            let (danish, english) = fault(reason);
            let format = format_name(*format, language);
            (
                say(
                    format!("{file} er beskadiget og kan ikke læses som {format}: {danish}."),
                    format!("{file} is damaged and cannot be read as {format}: {english}."),
                ),
                again.to_owned(),
            )
        }
        FormatError::TooLarge { what, found, limit } => {
            too_large((*what, *found, *limit), file, language)
        }
        FormatError::Unsupported { feature, .. } => unsupported(feature, file, language),
        FormatError::OutOfMemory { bytes } => (
            say(
                format!(
                    "Der er ikke hukommelse nok til {file}: der skulle bruges {} mere.",
                    size(*bytes, language)
                ),
                format!(
                    "There is not enough memory for {file}: {} more were needed.",
                    size(*bytes, language)
                ),
            ),
            language
                .pick(
                    "Luk andre faner, eller del filen op.",
                    "Close other tabs, or split the file.",
                )
                .to_owned(),
        ),
    }
}

fn mislabelled(
    formats: (Format, Option<Format>),
    file: &str,
    language: Language,
) -> (String, String) {
    let named = format_name(formats.0, language);
    let found = formats.1.map(|format| format_name(format, language));
    match language {
        Language::Danish => {
            let found = found.map_or("noget andet".to_owned(), |found| {
                format!("i virkeligheden {found}")
            });
            (
                format!("{file} hedder som {named}, men indholdet er {found}."),
                "Giv filen den rigtige endelse, eller gem den i det format, navnet lover."
                    .to_owned(),
            )
        }
        Language::English => {
            let found = found.map_or("something else".to_owned(), |found| {
                format!("in fact {found}")
            });
            (
                format!("{file} is named as {named}, but its content is {found}."),
                "Give the file its right ending, or save it in the format that the name promises."
                    .to_owned(),
            )
        }
    }
}

fn too_large(sizes: (What, u64, u64), file: &str, language: Language) -> (String, String) {
    let (what, found, limit) = sizes;
    let in_bytes = matches!(
        what,
        What::CsvBytes
            | What::FieldBytes
            | What::WorkbookBytes
            | What::WorkbookUnpacked
            | What::ContainerBytes
            | What::FooterBytes
            | What::Unpacked
            | What::TextBytes
            | What::DescriptorBytes
            | What::JsonBytes
    );
    let amount = |number| {
        if in_bytes {
            size(number, language)
        } else {
            language.number(number)
        }
    };
    let (danish, english) = counted(what);
    match language {
        Language::Danish => (
            format!(
                "{file} er for stor: {danish} er {}, grænsen er {}.",
                amount(found),
                amount(limit)
            ),
            "Del filen op, eller bed om en pakke (.snit) eller en Parquet-fil.".to_owned(),
        ),
        Language::English => (
            format!(
                "{file} is too large: {english} is {}, the limit is {}.",
                amount(found),
                amount(limit)
            ),
            "Split the file, or ask for a package (.snit) or a Parquet file.".to_owned(),
        ),
    }
}

fn counted(what: What) -> (&'static str, &'static str) {
    match what {
        What::CsvBytes | What::WorkbookBytes | What::ContainerBytes | What::JsonBytes => {
            ("størrelsen", "its size")
        }
        What::WorkbookUnpacked | What::Unpacked => ("størrelsen udpakket", "its size unpacked"),
        What::FieldBytes | What::TextBytes => ("et enkelt felt", "a single cell"),
        What::Sheets => ("antallet af ark", "the number of sheets"),
        What::Cells => ("antallet af celler", "the number of cells"),
        What::Rows => ("antallet af rækker", "the number of rows"),
        What::Columns | What::TextColumns => ("antallet af kolonner", "the number of columns"),
        What::Ratio => (
            "udpakningen i forhold til filen",
            "what it unpacks to for each byte",
        ),
        What::Tables => ("antallet af tabeller", "the number of tables"),
        _ => ("en del af filen", "a part of the file"),
    }
}

fn unsupported(feature: &Feature, file: &str, language: Language) -> (String, String) {
    let (danish, english) = used(feature);
    let resave = (
        "Gem den som .xlsx eller som CSV, og åbn den fil.",
        "Save it as .xlsx or as CSV and open that file.",
    );
    let remedy = match feature {
        Feature::Password => (
            "Åbn filen i Excel, fjern adgangskoden, gem den, og prøv igen.",
            "Open the file in Excel, remove the password, save it, and try again.",
        ),
        Feature::PasswordOpenDocument => (
            "Åbn filen i LibreOffice, gem den uden adgangskode, og prøv igen.",
            "Open the file in LibreOffice, save it without password, and try again.",
        ),
        Feature::Encrypted => (
            "Bed afsenderen om en fil, der ikke er krypteret.",
            "Ask the sender for a file that is not encrypted.",
        ),
        Feature::Html | Feature::XmlWorkbook => (
            "Åbn den i Excel, gem den som .xlsx, og åbn den fil.",
            "Open it in Excel, save it as .xlsx, and open that file.",
        ),
        Feature::Compression(_)
        | Feature::PageEncoding(_)
        | Feature::ColumnType(_)
        | Feature::Nested => (
            "Gem filen igen med flade kolonner af tekst og tal, pakket med snappy, gzip, lz4 eller zstd eller slet ikke.",
            "Write the file again with flat columns of text and numbers, packed with snappy, gzip, lz4 or zstd, or not at all.",
        ),
        Feature::Zip => (
            "Pak filen ud, og åbn det, der ligger i den.",
            "Unpack it and open what is inside.",
        ),
        _ => resave,
    };
    match language {
        Language::Danish => (
            format!("{file} kan ikke læses: {danish}."),
            remedy.0.to_owned(),
        ),
        Language::English => (
            format!("{file} cannot be read: {english}."),
            remedy.1.to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use formats::{Place, Reason};

    use super::*;

    #[test]
    fn a_renamed_text_file_is_told_by_what_it_is() {
        let error = FormatError::Mislabelled {
            named: Format::Xlsx,
            found: Some(Format::Csv),
        };
        let said = refusal(&error, "a.xlsx", Language::Danish);
        let expected = "»a.xlsx« hedder som en Excel-projektmappe (.xlsx), men indholdet er i virkeligheden tekst (CSV).";
        assert_eq!(said.what, expected);
    }

    #[test]
    fn a_limit_is_told_with_both_numbers() {
        let error = FormatError::TooLarge {
            what: What::CsvBytes,
            found: 300_000_000,
            limit: 268_435_456,
        };
        let said = refusal(&error, "stor.csv", Language::English);
        assert_eq!(
            said.what,
            "“stor.csv” is too large: its size is 300 MB, the limit is 268 MB."
        );
    }

    #[test]
    fn damage_is_told_with_its_place() {
        let place = Place {
            sheet: Some("Ark1".to_owned()),
            row: Some(1_204),
            ..Place::default()
        };
        let error = FormatError::Malformed {
            format: Format::Xlsx,
            place,
            reason: Reason::Xml,
        };
        assert_eq!(
            refusal(&error, "a.xlsx", Language::Danish).place,
            "ark Ark1, række 1.204"
        );
    }
}
