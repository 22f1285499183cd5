//! The reading step: how a raw file was read, and what can be put right.

mod decided;

use super::phrases;
use crate::{Language, counted, number};

pub use decided::{column_is, further_terms, header_holds, header_named, row_is};

phrases! {
    /// Phrases of the reading step.
    Reading {
        Title: "Sådan er arket læst", "How the sheet was read";
        Subtitle: "Ret det, der er forkert. Intet forsvinder: hver sprunget række står med sin grund.", "Put right what is wrong. Nothing vanishes: each row that was skipped stands with its reason.";
        Steps: "Læsningens trin", "Steps of the reading";
        StepSheets: "Ark", "Sheets";
        StepBlock: "Blok", "Block";
        StepHeader: "Overskrifter", "Headings";
        StepRoles: "Roller", "Roles";
        StepNumbers: "Tal", "Numbers";
        StepChecks: "Kontrol", "Checks";
        Done: "klar", "settled";
        Sheets: "Ark og tabeller", "Sheets and tables";
        HoldsWords: "kun tekst", "words alone";
        HoldsNothing: "tomt", "empty";
        Hidden: "skjult ark", "hidden sheet";
        NotRead: "ikke læst", "not read";
        Reset: "Nulstil læsning", "Reset the reading";
        Column: "Kolonne", "Column";
        RoleOf: "Rolle for kolonne", "Role of column";
        Row: "Række", "Row";
        RowUse: "Hvad rækken er", "What the row is";
        HeaderUse: "Hvad overskriften rummer", "What the heading holds";
        HeaderName: "Gruppens navn", "Name of the group";
        ReadAs: "Læst som", "Read as";
        More: "Vis flere rækker", "Show more rows";
        Close: "Luk", "Close";
        Answer: "Svar", "Answer";
        Outcome: "Resultat", "Outcome";
        Shown: "Celler, der vises", "Cells that are shown";
        Sample: "Prøve", "Sample";
        All: "Alle", "All";
        Checks: "Kontrol", "Checks";
        UseIt: "Brug læsningen", "Use the reading";
        Remember: "Husk for denne afsender", "Remember for this sender";
        RememberHint: "Kun navne og valg huskes, aldrig tal.", "Only names and choices are kept, never numbers.";
        Cancel: "Fortryd", "Cancel";
        Export: "Gem læsningen som fil", "Save the reading as a file";
        Import: "Hent en læsning", "Load a reading";
        HiddenValue: "skjult", "hidden";
        MissingValue: "mangler", "missing";
        Role: "Rolle", "Role";
        Level: "Fineste niveau", "Finest level";
        Unit: "Enhed", "Unit";
        Convention: "Punktum og komma", "Dots and commas";
        ConventionDanish: "1.234,5", "1.234,5";
        ConventionEnglish: "1,234.5", "1,234.5";
        ConventionEach: "hvert tal for sig", "each number by itself";
        Dash: "En streg betyder", "A dash means";
        DashZero: "nul", "nought";
        DashMissing: "mangler", "missing";
        DashHidden: "skjult", "hidden";
        DashNotApplicable: "findes ikke", "not applicable";
        Adds: "Kan lægges sammen", "Can be added";
        AddsSum: "ja, over alt", "yes, over everything";
        AddsNever: "nej (rate, andel, gennemsnit)", "no (rate, share, mean)";
        AddsPersons: "personer, som kan være i flere grupper", "persons, who can be in several groups";
        AddsStock: "bestand, ikke over tid", "stock, not over time";
        Fill: "Tomme felter", "Blank cells";
        FillYes: "gentager rækken over", "repeat the row above";
        FillNo: "er tomme", "are blank";
        Split: "Flere værdier i en celle", "Several values in a cell";
        SplitWhole: "nej", "no";
        SplitPair: "som 4730 / 11794", "such as 4730 / 11794";
        SplitBracket: "som 49 (0)", "such as 49 (0)";
        SplitInterval: "som 39 (38-40)", "such as 39 (38-40)";
        Table: "Tabellen", "The table";
        TableUse: "I resultatet", "In the outcome";
        TableTitle: "Titel", "Title";
        Name: "Navn", "Name";
        Decimals: "Decimaler", "Decimals";
        HeaderFirst: "Overskriften begynder i række", "The header begins in row";
        BodyFirst: "Tallene begynder i række", "The numbers begin in row";
        BodyLast: "Tallene slutter i række", "The numbers end in row";
        NoRow: "Det er ikke nummeret på en række, der kan bruges her.", "That is not the number of a row that can be used here.";
        Members: "Det, der står i kolonnen", "What stands in the column";
        HeaderTexts: "Det, der står over tallene i rækken", "What the row has above the numbers";
        Signs: "Det, der står mellem tallene", "What stands among the numbers";
        Written: "I arket", "On the sheet";
        Is: "Er", "Is";
        Means: "Betyder", "Means";
        ReadTerm: "Læses som", "Is read as";
        TermPart: "en del", "a part";
        TermTotal: "en total", "a total";
        TermWider: "et større niveau", "a wider level";
        TermUnknown: "ukendt: regnes som mangler", "unknown: taken as missing";
        SaysItself: "Filen siger selv, hvad kolonnerne er", "The file says itself what its columns are";
        SaysItselfText: "Her er intet at rette.", "There is nothing to put right.";
        TableUsed: "tages med", "is taken in";
        TableLeftOut: "udelades", "is left out";
        RowRecognised: "som genkendt", "as recognised";
        RowHeader: "overskriften begynder her", "the header begins here";
        RowBody: "tallene begynder her", "the numbers begin here";
        RowKeep: "hører til tabellen", "belongs to the table";
        RowSkip: "springes over", "is skipped";
        RowEnd: "tabellen slutter før denne", "the table ends before this one";
        RowLast: "tabellen slutter med denne", "the table ends with this one";
        RowTotal: "er en total", "is a total";
        HeaderRecognised: "som genkendt", "as recognised";
        HeaderNames: "navne på mål", "names of measures";
        HeaderTime: "perioder", "periods";
        HeaderSex: "køn", "sexes";
        HeaderAge: "aldre", "ages";
        HeaderGeography: "steder", "places";
        HeaderOther: "en anden gruppe", "another group";
        HeaderUnit: "enheder", "units";
        HeaderLeftOut: "bruges ikke", "is not used";
        Indicator: "Nøgletal", "Measure";
        Value: "Værdi", "Value";
        Mark: "Mærke", "Mark";
        LevelHead: "Niveau", "Level";
        Preliminary: "* foreløbig", "* preliminary";
        Awaits: "? afventer svar", "? awaits an answer";
        AwaitsText: "Afventer dit svar.", "Awaits your answer.";
        InOrder: "i orden", "in order";
        Caution: "bemærk", "note";
        Question: "spørgsmål", "question";
        NothingSkipped: "Ingen rækker sprunget over", "No rows were skipped";
        NoTable: "Der kommer ingen tabel ud af det.", "No table comes of it.";
        NoTableHint: "Vælg, hvor overskriften begynder, eller tag tabellen med.", "Choose where the header begins, or take the table in.";
        WholeTable: "Alle steder kendt", "All places known";
        DidReset: "Læsningen er nulstillet.", "The reading was reset.";
        DidAnswer: "Svaret er brugt.", "The answer was used.";
        DidExport: "Læsningen er gemt som fil.", "The reading was saved as a file.";
        DidImport: "Læsningen er hentet.", "The reading was loaded.";
        WillRemember: "Læsningen huskes.", "The reading will be remembered.";
        WillForget: "Læsningen huskes ikke.", "The reading will not be remembered.";
    }
}

/// How many questions are open.
#[must_use]
pub fn questions(count: usize, language: Language) -> String {
    let words = match language {
        Language::Da => ("spørgsmål", "spørgsmål"),
        Language::En => ("question", "questions"),
    };
    counted(whole(count), words, language)
}

/// Why the reading cannot be used yet.
#[must_use]
pub fn answer_first(count: usize, language: Language) -> String {
    let questions = questions(count, language);
    match language {
        Language::Da => format!("Svar først på {questions}"),
        Language::En => format!("Answer {questions} first"),
    }
}

/// A table of a sheet that has several.
#[must_use]
pub fn numbered_table(sheet: &str, number: u32, language: Language) -> String {
    let table = language.pick("tabel", "table");
    if sheet.is_empty() {
        format!("{} {number}", language.pick("Tabel", "Table"))
    } else {
        format!("{sheet} · {table} {number}")
    }
}

/// The sheet in words, before its table is read aloud.
#[must_use]
pub fn caption(sheet: &str, rows: u64, columns: u64, language: Language) -> String {
    let (rows, columns) = (
        number::count(rows, language),
        number::count(columns, language),
    );
    match language {
        Language::Da => {
            format!("Arket {sheet} med {rows} rækker og {columns} kolonner, som det er læst")
        }
        Language::En => {
            format!("The sheet {sheet} with {rows} rows and {columns} columns, as it was read")
        }
    }
}

/// How much comes of it, and how much of that is shown.
#[must_use]
pub fn outcome(cells: usize, rows: usize, shown: usize, language: Language) -> String {
    let words = match language {
        Language::Da => (("celle", "celler"), ("række", "rækker")),
        Language::En => (("cell", "cells"), ("row", "rows")),
    };
    let cells = counted(whole(cells), words.0, language);
    let rows = counted(whole(rows), words.1, language);
    let shown = number::whole(shown, language);
    match language {
        Language::Da => format!("{cells} fra {rows} · {shown} vist"),
        Language::En => format!("{cells} from {rows} · {shown} shown"),
    }
}

/// How many rows of the sheet are drawn.
#[must_use]
pub fn rows_drawn(shown: u64, of: u64, language: Language) -> String {
    let (shown, of) = (number::count(shown, language), number::count(of, language));
    match language {
        Language::Da => format!("{shown} af {of} rækker vist"),
        Language::En => format!("{shown} of {of} rows shown"),
    }
}

/// A column of places and how many levels they have.
#[must_use]
pub fn levels(count: usize, language: Language) -> String {
    let words = match language {
        Language::Da => ("niveau", "niveauer"),
        Language::En => ("level", "levels"),
    };
    counted(whole(count), words, language)
}

/// Rows that are in no table.
#[must_use]
pub fn skipped(count: u64, language: Language) -> String {
    match language {
        Language::Da => counted(
            count,
            ("række sprunget over", "rækker sprunget over"),
            language,
        ),
        Language::En => counted(count, ("row skipped", "rows skipped"), language),
    }
}

/// That all places are known.
#[must_use]
pub fn places_known(count: usize, language: Language) -> String {
    let words = match language {
        Language::Da => ("stednavn kendt", "stednavne kendt"),
        Language::En => ("place known", "places known"),
    };
    counted(whole(count), words, language)
}

/// Which of several files is looked at.
#[must_use]
pub fn one_of(name: &str, at: usize, count: usize, language: Language) -> String {
    match language {
        Language::Da => format!("Fil {at} af {count}: {name}."),
        Language::En => format!("File {at} of {count}: {name}."),
    }
}

/// That a file was read as the last one of its sender.
#[must_use]
pub fn as_last_time(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Da => (
            "Læst som sidst.",
            "Filen ligner en fra samme afsender, og dine valg fra dengang er brugt igen.",
        ),
        Language::En => (
            "Read as last time.",
            "The file is like one from the same sender, and your choices of then were used again.",
        ),
    }
}

fn whole(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
