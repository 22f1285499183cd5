//! What is said of things a reader of files left out or guessed.

use formats::Warning;

use super::language::{Language, Said, Weight};

/// Puts a warning into words.
#[must_use]
pub fn warning(warning: &Warning, language: Language) -> Said {
    let (headline, text) = match language {
        Language::Danish => danish(warning),
        Language::English => english(warning),
    };
    let weight = match warning {
        Warning::HiddenSheet { .. }
        | Warning::SheetSkipped { .. }
        | Warning::TrailingDelimiter
        | Warning::TextNamedWorkbook
        | Warning::KeywordsUnused { .. }
        | Warning::Macros => Weight::Remark,
        _ => Weight::Caution,
    };
    Said {
        weight,
        headline,
        text,
    }
}

/// Signs, each with the number of numbers that have it.
fn counted(signs: &[(String, u64)]) -> String {
    let signs = signs
        .iter()
        .map(|(sign, count)| format!("{sign} ({count})"));
    signs.collect::<Vec<_>>().join(", ")
}

/// What rows hold that are left out.
#[derive(Clone, Copy)]
enum Held {
    Nothing,
    Zeros,
}

/// Rows of a cube that nothing is said of.
fn left_out(count: u64, held: Held, language: Language) -> (String, String) {
    let (about, what) = match (language, held) {
        (Language::Danish, Held::Nothing) => (
            "kombinationer, som filen intet siger om, er ikke taget med som rækker.",
            "De mangler i filen.",
        ),
        (Language::Danish, Held::Zeros) => (
            "kombinationer, som filen udelader, er ikke taget med som rækker.",
            "De er nul, men vises som manglende.",
        ),
        (Language::English, Held::Nothing) => (
            "combinations of which the file says nothing are not taken in as rows.",
            "They are missing in the file.",
        ),
        (Language::English, Held::Zeros) => (
            "combinations that the file leaves out are not taken in as rows.",
            "They are zero, but are shown as missing.",
        ),
    };
    (
        format!("{} {about}", language.number(count)),
        what.to_owned(),
    )
}

fn danish(warning: &Warning) -> (String, String) {
    let number = |count: &u64| Language::Danish.number(*count);
    match warning {
        Warning::HiddenSheet { sheet } => (format!("Arket »{sheet}« er skjult i projektmappen. Det er læst med."), String::new()),
        Warning::SheetSkipped { sheet } => (format!("Arket »{sheet}« har ingen celler og er ikke læst."), String::new()),
        Warning::FormulaWithoutValue { sheet, count, row, column } => (
            format!("{} formler i arket »{sheet}« har intet gemt resultat og er læst som tomme.", number(count)),
            format!("Den første står i {column}{row}. Åbn filen i Excel, gem den, og prøv igen."),
        ),
        Warning::HiddenRows { sheet, count, row } => (
            format!("{} rækker i arket »{sheet}« er skjult. De er læst med.", number(count)),
            format!("Den første er række {}. Det kan være et filter, der står på.", number(row)),
        ),
        Warning::HiddenColumns { sheet, count, column } => (
            format!("{} kolonner i arket »{sheet}« er skjult. De er læst med.", number(count)),
            format!("Den første er kolonne {column}."),
        ),
        Warning::ErrorCells { sheet, count, row, column } => (
            format!("{} celler i arket »{sheet}« har en fejl i stedet for en værdi.", number(count)),
            format!("Den første står i {column}{row}. Fejl læses aldrig som tal."),
        ),
        Warning::TextNamedWorkbook => ("Filen hedder som et regneark, men er tekst og er læst som tekst.".to_owned(), String::new()),
        Warning::Macros => ("Filen har makroer. De køres ikke.".to_owned(), String::new()),
        Warning::ExternalLinks => (
            "Filen henter værdier fra andre projektmapper.".to_owned(),
            "De er læst, som de var, da filen blev gemt.".to_owned(),
        ),
        Warning::PivotCache => (
            "Filen har gemte kopier af data bag pivottabeller.".to_owned(),
            "De kan rumme mere, end arkene viser. De er ikke læst; tænk over det, før filen sendes videre.".to_owned(),
        ),
        Warning::UnevenLine { line, found, expected, count } => (
            format!("{} linjer har et andet antal felter end de øvrige.", number(count)),
            format!("Den første er linje {line} med {found} felter; de fleste har {expected}."),
        ),
        Warning::Windows1252 => ("Teksten er læst som Windows-1252.".to_owned(), "Filen er ikke UTF-8.".to_owned()),
        Warning::UndefinedBytes { count, byte } => (
            format!("{} tegn kunne ikke læses.", number(count)),
            format!("Det første står ved byte {}.", number(byte)),
        ),
        Warning::TrailingDelimiter => ("En tom kolonne sidst i hver linje er udeladt.".to_owned(), String::new()),
        Warning::NotFinite { column, count } => {
            (format!("{} tal i »{column}« er uendelige eller ugyldige og er sat til mangler.", number(count)), String::new())
        }
        Warning::SignsBesideNumbers { signs } => (
            "Nogle tal har et mærke fra udgiveren, som ikke vises.".to_owned(),
            format!("Det er {}.", counted(signs)),
        ),
        Warning::ResourceSkipped { name } => (
            format!("Tabellen »{name}« er ikke læst."),
            "Den ligger uden for filen, eller den er ikke tekst.".to_owned(),
        ),
        Warning::EmptyRowsLeftOut { count } => left_out(*count, Held::Nothing, Language::Danish),
        Warning::ZeroRowsLeftOut { count } => left_out(*count, Held::Zeros, Language::Danish),
        Warning::KeywordsUnused { keywords } => (
            "Noget af det, filen siger om sig selv, bruges ikke.".to_owned(),
            format!("Det er {}.", keywords.join(", ")),
        ),
        Warning::NotExact { column } => (format!("»{column}« har heltal, der er for store til at regne nøjagtigt med."), String::new()),
    }
}

fn english(warning: &Warning) -> (String, String) {
    let number = |count: &u64| Language::English.number(*count);
    match warning {
        Warning::HiddenSheet { sheet } => (format!("The sheet “{sheet}” is hidden in the workbook. It was read."), String::new()),
        Warning::SheetSkipped { sheet } => (format!("The sheet “{sheet}” has no cells and was not read."), String::new()),
        Warning::FormulaWithoutValue { sheet, count, row, column } => (
            format!("{} formulas on the sheet “{sheet}” have no stored result and were read as blank.", number(count)),
            format!("The first is in {column}{row}. Open the file in Excel, save it, and try again."),
        ),
        Warning::HiddenRows { sheet, count, row } => (
            format!("{} rows on the sheet “{sheet}” are hidden. They were read.", number(count)),
            format!("The first is row {}. A filter may be on.", number(row)),
        ),
        Warning::HiddenColumns { sheet, count, column } => (
            format!("{} columns on the sheet “{sheet}” are hidden. They were read.", number(count)),
            format!("The first is column {column}."),
        ),
        Warning::ErrorCells { sheet, count, row, column } => (
            format!("{} cells on the sheet “{sheet}” hold an error instead of a value.", number(count)),
            format!("The first is in {column}{row}. Errors are never read as numbers."),
        ),
        Warning::TextNamedWorkbook => ("The file is named like a workbook but is text, and was read as text.".to_owned(), String::new()),
        Warning::Macros => ("The file has macros. They are not run.".to_owned(), String::new()),
        Warning::ExternalLinks => (
            "The file takes values from other workbooks.".to_owned(),
            "They were read as they were when the file was saved.".to_owned(),
        ),
        Warning::PivotCache => (
            "The file has copies of the data behind pivot tables.".to_owned(),
            "They can hold more than the sheets show. They were not read; think of it before passing the file on.".to_owned(),
        ),
        Warning::UnevenLine { line, found, expected, count } => (
            format!("{} lines have another number of fields than the others.", number(count)),
            format!("The first is line {line} with {found} fields; most have {expected}."),
        ),
        Warning::Windows1252 => ("The text was read as Windows-1252.".to_owned(), "The file is not UTF-8.".to_owned()),
        Warning::UndefinedBytes { count, byte } => (
            format!("{} characters could not be read.", number(count)),
            format!("The first is at byte {}.", number(byte)),
        ),
        Warning::TrailingDelimiter => ("An empty column at the end of every line was left out.".to_owned(), String::new()),
        Warning::NotFinite { column, count } => {
            (format!("{} numbers in “{column}” are infinite or invalid and are taken as missing.", number(count)), String::new())
        }
        Warning::SignsBesideNumbers { signs } => (
            "Some numbers have a sign of the publisher that is not shown.".to_owned(),
            format!("These are {}.", counted(signs)),
        ),
        Warning::ResourceSkipped { name } => (
            format!("The table “{name}” was not read."),
            "It lies outside the file, or is no text.".to_owned(),
        ),
        Warning::EmptyRowsLeftOut { count } => left_out(*count, Held::Nothing, Language::English),
        Warning::ZeroRowsLeftOut { count } => left_out(*count, Held::Zeros, Language::English),
        Warning::KeywordsUnused { keywords } => (
            "Some of what the file says of itself is not used.".to_owned(),
            format!("These are {}.", keywords.join(", ")),
        ),
        Warning::NotExact { column } => (format!("“{column}” has whole numbers too large to be exact."), String::new()),
    }
}
