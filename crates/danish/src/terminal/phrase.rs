//! Texts of the command line that hold no values.

use crate::Language;

/// A text of the command line that holds no values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// What the tool is.
    About,
    /// What `demo` does.
    Demo,
    /// What `inspect` does.
    Inspect,
    /// What `query` does.
    Query,
    /// What `convert` does.
    Convert,
    /// The file `convert` writes.
    ConvertTo,
    /// Writing over a file.
    Force,
    /// The language option.
    Language,
    /// The help option.
    Help,
    /// The version option.
    Version,
    /// Heading over how a command is written.
    Usage,
    /// Heading over the commands.
    Commands,
    /// Heading over the options.
    Options,
    /// The folder `demo` writes to.
    Out,
    /// The one file `demo` is to write.
    Only,
    /// The seed of `demo`.
    Seed,
    /// Rows of the sandbox.
    Rows,
    /// The file to read.
    File,
    /// The slice.
    Slice,
    /// JSON to the standard output.
    Json,
    /// CSV to the standard output.
    Csv,
    /// Many slices at once.
    Lines,
    /// What places are held against.
    Against,
    /// That an answer has nothing to hold against anything.
    NothingToHold,
    /// That an answer has no rows of places to hold against anything.
    NoRowsToHold,
    /// Heading of a column of what a figure is held against.
    HeldAgainst,
    /// Heading of a column of judgements.
    Judgement,
    /// The saved reading to read a file by.
    Reading,
    /// Where to save how a file was read.
    SaveReading,
    /// Heading over how a table was read.
    ReadAs,
    /// Heading of a list of rows.
    RowsOfSheet,
    /// Heading of a column of letters of columns.
    Column,
    /// Heading of a column of what stands above columns.
    Heading,
    /// Blank cells that repeat the text above.
    Repeats,
    /// Numbers with a decimal comma.
    DanishNumbers,
    /// Numbers with a decimal point.
    EnglishNumbers,
    /// Numbers that are read each by itself.
    EachNumber,
    /// Heading over the remarks of a table.
    Notes,
    /// Heading over what is odd about a file.
    Warnings,
    /// Heading of a column of names.
    Name,
    /// Heading of a column of roles.
    Role,
    /// Heading of a column of labels.
    Label,
    /// Heading of a column that tells what is in a column.
    Content,
    /// Heading of a column of intervals.
    Interval,
    /// Heading of a column of what was counted.
    Numerator,
    /// Heading of a column of what it was counted among.
    Denominator,
    /// What `diff` does.
    Diff,
    /// The earlier edition.
    Earlier,
    /// The later edition.
    Later,
    /// A reply of the session that does not answer the request.
    Unexpected,
}

/// The words of a phrase.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one arm for each phrase")]
pub fn phrase(phrase: Phrase, language: Language) -> &'static str {
    let (danish, english) = match phrase {
        Phrase::About => (
            "Skær i datapakker om sundhed.",
            "Slice health data packages.",
        ),
        Phrase::Demo => (
            "Skriv demonstrationspakkerne",
            "Write the demonstration packages",
        ),
        Phrase::Inspect => ("Vis, hvordan en fil læses", "Show how a file is read"),
        Phrase::Query => (
            "Svar på et udsnit, som browseren gør",
            "Answer a slice as the browser does",
        ),
        Phrase::Convert => (
            "Skriv en fils tabeller i et andet format",
            "Write the tables of a file in another format",
        ),
        Phrase::ConvertTo => (
            "Filen, der skrives: .csv, .xlsx, .arrow eller .parquet",
            "The file to write: .csv, .xlsx, .arrow or .parquet",
        ),
        Phrase::Force => (
            "Skriv oven i en fil, der findes",
            "Write over a file that is there",
        ),
        Phrase::Help => ("Vis denne hjælp", "Show this help"),
        Phrase::Version => ("Vis udgaven", "Show the version"),
        Phrase::Usage => ("Brug", "Usage"),
        Phrase::Commands => ("Kommandoer", "Commands"),
        Phrase::Options => ("Valg", "Options"),
        Phrase::Language => ("Sprog: da eller en", "Language: da or en"),
        Phrase::Out => ("Mappen, filerne skrives i", "The folder to write to"),
        Phrase::Only => (
            "Skriv kun filen med dette navn",
            "Write only the file of this name",
        ),
        Phrase::Seed => (
            "Startværdi for de tilfældige tal",
            "Seed of the random numbers",
        ),
        Phrase::Rows => ("Rækker i sandkassen", "Rows of the sandbox"),
        Phrase::File => (
            "Datapakke, projektmappe eller tabel",
            "Data package, workbook or table",
        ),
        Phrase::Slice => (
            "Fil med et udsnit som JSON, - for standardinput, eller selve JSON-teksten",
            "File with a slice as JSON, - for standard input, or the JSON itself",
        ),
        Phrase::Json => ("Skriv JSON", "Print JSON"),
        Phrase::Csv => (
            "Skriv CSV med semikolon og decimalkomma",
            "Print CSV with semicolons and decimal commas",
        ),
        Phrase::Against => (
            "Hold nøgletallene op mod: region, sundhedsraad, niveau:kode, peers:navn eller flere steder med komma",
            "Hold the indicators against: region, sundhedsraad, level:code, peers:name or several places with commas",
        ),
        Phrase::NothingToHold => (
            "Svaret har intet nøgletal at holde op mod noget. Spørg om et med {\"indicator\":…} i measures.",
            "The answer has no indicator to hold against anything. Ask for one with {\"indicator\":…} in measures.",
        ),
        Phrase::NoRowsToHold => (
            "Histogrammer og kombinationer (histograms, distinct) har ingen steder at holde op mod noget. Spørg uden dem, eller udelad --against.",
            "Histograms and combinations (histograms, distinct) have no places to hold against anything. Ask without them, or leave --against out.",
        ),
        Phrase::HeldAgainst => ("mod", "against"),
        Phrase::Judgement => ("vurdering", "judgement"),
        Phrase::Lines => (
            "Ét udsnit på hver linje i SLICE; ét svar som JSON på hver linje",
            "One slice on each line of SLICE; one answer as JSON on each line",
        ),
        Phrase::Reading => (
            "Gemt læsning (JSON), som filen læses efter",
            "Saved reading (JSON) to read the file by",
        ),
        Phrase::SaveReading => (
            "Gem, hvordan filen blev læst (JSON)",
            "Save how the file was read (JSON)",
        ),
        Phrase::ReadAs => ("Læst sådan", "Read as"),
        Phrase::RowsOfSheet => ("Rækker", "Rows"),
        Phrase::Column => ("Kolonne", "Column"),
        Phrase::Heading => ("Overskrift", "Heading"),
        Phrase::Repeats => ("blanke gentager rækken over", "blanks repeat the row above"),
        Phrase::DanishNumbers => ("decimalkomma", "decimal comma"),
        Phrase::EnglishNumbers => ("decimalpunktum", "decimal point"),
        Phrase::EachNumber => ("hvert tal for sig", "each number by itself"),
        Phrase::Notes => ("Noter", "Notes"),
        Phrase::Warnings => ("Bemærk", "Note"),
        Phrase::Name => ("Navn", "Name"),
        Phrase::Role => ("Rolle", "Role"),
        Phrase::Label => ("Betegnelse", "Label"),
        Phrase::Content => ("Indhold", "Content"),
        Phrase::Interval => ("95 %-interval", "95 % interval"),
        Phrase::Numerator => ("tæller", "numerator"),
        Phrase::Denominator => ("nævner", "denominator"),
        Phrase::Diff => (
            "Sammenlign to udgaver af en datapakke",
            "Compare two editions of a data package",
        ),
        Phrase::Earlier => ("Den tidligere udgave", "The earlier edition"),
        Phrase::Later => ("Den senere udgave", "The later edition"),
        Phrase::Unexpected => (
            "Svaret passer ikke til spørgsmålet.",
            "The reply does not fit the request.",
        ),
    };
    language.pick(danish, english)
}
