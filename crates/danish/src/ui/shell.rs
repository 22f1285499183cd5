//! The frame around the views, the start page, and what is said when something goes wrong.

use super::phrases;
use crate::{Language, date, number};

phrases! {
    /// Phrases of the frame and the start page.
    Shell {
        // The package strip.
        Product: "Snit", "Snit";
        NoFileOpen: "Ingen fil åben", "No file open";
        Edition: "Udgave", "Edition";
        Extracted: "Udtræk", "Extracted";
        Publisher: "Udgiver", "Publisher";
        Size: "Størrelse", "Size";
        RowCount: "Rækker", "Rows";
        Signature: "Signatur", "Signature";
        Synthetic: "Syntetiske data", "Synthetic data";
        OwnData: "egne data", "own data";
        OwnDataLong: "Egne data: uden for udgiverens garanti", "Own data: outside the publisher's guarantee";
        OwnDataHeadline: "Egne data.", "Own data.";
        OwnDataText: "Filen er ikke underskrevet. Tallene er uden for udgiverens garanti, og det står på hver figur og eksport.", "The file is not signed. The numbers are outside the publisher's guarantee, and every figure and export says so.";
        SeeReading: "Se, hvordan arket er læst", "See how the sheet was read";
        Understood: "Forstået", "Understood";
        Package: "Pakke", "Package";

        // The view bar.
        SkipToContent: "Gå til indholdet", "Skip to content";
        Views: "Visninger", "Views";
        ViewOverview: "Overblik", "Overview";
        ViewIndicator: "Indikator", "Indicator";
        ViewPivot: "Snit", "Slice";
        ViewQuality: "Kvalitet", "Quality";
        ViewAcross: "På tværs", "Across";
        ViewEditions: "Sammenlign", "Compare";
        ViewDeclaration: "Deklaration", "Declaration";
        Undo: "Fortryd", "Undo";
        Redo: "Gør om", "Redo";
        ShareLink: "Del link", "Share link";
        LinkCopied: "Link kopieret. Det rummer visningen, ikke data.", "Link copied. It holds the view, not the data.";
        LinkNotCopied: "Linket kunne ikke kopieres. Kopiér det fra adresselinjen.", "The link could not be copied. Copy it from the address bar.";
        Export: "Eksportér", "Export";
        OtherLanguage: "English", "Dansk";
        Theme: "Lys eller mørk", "Light or dark";
        ThemeLight: "Lys", "Light";
        ThemeDark: "Mørk", "Dark";
        ThemeAuto: "Som maskinen", "As the machine";
        Close: "Luk", "Close";

        // Start.
        StartHeadline: "Se og sammenlign nøgletal fra datapakker om sundhed. Alt sker på din egen maskine.", "See and compare key figures from health data packages. Everything happens on your own machine.";
        Drop: "Slip en datapakke eller et regneark her", "Drop a data package or a spreadsheet here";
        DropNow: "Slip for at åbne", "Drop to open";
        PickFile: "Vælg fil…", "Choose file…";
        PickAnotherFile: "Vælg en anden fil…", "Choose another file…";
        FileTypes: "Pakke: .snit · Regneark: .xlsx · Tabel: .csv .parquet .arrow", "Package: .snit · Spreadsheet: .xlsx · Table: .csv .parquet .arrow";
        TryDemo: "Prøv en demonstration", "Try a demonstration";
        ReadyViews: "Færdige visninger", "Ready views";
        RecentFiles: "Senest åbnet", "Recently opened";
        OnlyNamesKept: "Kun navne huskes. Filen vælges igen.", "Only names are kept. You pick the file again.";
        Forget: "Glem", "Forget";
        NothingLeaves: "Intet forlader din maskine", "Nothing leaves your machine";
        NothingLeavesText: "Filen læses her i browseren. Siden sender intet, når den først er hentet. Slå netværket fra, og alt virker.", "The file is read here in the browser. The page sends nothing once it is loaded. Turn the network off, and everything works.";
        StoredRows: "Gemte datarækker", "Stored data rows";
        StepOpen: "Åbn", "Open";
        StepOpenText: "Pakken tjekkes først: form, størrelse og hver fils fingeraftryk. Et regneark vises med det, der blev fundet i det.", "The package is checked first: shape, size and the fingerprint of each file. A spreadsheet is shown with what was found in it.";
        StepExplore: "Undersøg", "Explore";
        StepExploreText: "Overblik for ét sted, ét nøgletal i rangering og forløb, eller dit eget snit. Tal, der ikke må lægges sammen, bliver det ikke.", "An overview of one place, one indicator as ranking and trend, or a slice of your own. Numbers that may not be added are not.";
        StepShare: "Del", "Share";
        StepShareText: "Tabel eller figur med deklaration. Et link rummer visningen, aldrig data.", "A table or figure with its declaration. A link holds the view, never the data.";

        // Reading, working, failing.
        Reading: "Læser", "Reading";
        Calculating: "Regner", "Calculating";
        Cancel: "Annullér", "Cancel";
        Cancelled: "Afbrudt. Det, der var åbent, er stadig åbent.", "Cancelled. What was open is still open.";
        CopyError: "Kopiér fejl", "Copy the error";
        Copied: "Kopieret", "Copied";
        TryAgain: "Prøv igen", "Try again";
        Restarted: "Beregningen gik i stå og er startet igen.", "The calculation stopped and was restarted.";
        RestartedText: "Din visning er genskabt. Intet er tabt.", "Your view was rebuilt. Nothing is lost.";
        OpenFileForLink: "Linket viser et sted i en datapakke. Åbn pakken for at se det.", "The link points into a data package. Open the package to see it.";

        // The sign key, and words for cells that a screen reader needs.
        Preliminary: "* foreløbigt tal", "* preliminary number";

        // Choosing.
        Find: "Find", "Find";
        NoMatch: "Intet passer", "Nothing matches";
        AddFilter: "Tilføj filter", "Add filter";
        ClearSelection: "Ryd valg", "Clear selection";
        All: "alle", "all";
        Remove: "Fjern", "Remove";

        // The declaration.
        DeclarationTitle: "Deklaration", "Declaration";
        NoDeclaration: "Udgiveren har ikke skrevet en deklaration.", "The publisher has not written a declaration.";
        DeclarationKey: "Tasten D åbner deklarationen", "The key D opens the declaration";

        // What cannot be done now.
        NothingToUndo: "Der er intet at fortryde", "There is nothing to undo";
        NothingToRedo: "Der er intet at gøre om", "There is nothing to redo";
        Unreadable: "Filen kunne ikke læses.", "The file could not be read.";
        UnreadableRemedy: "Den kan være flyttet, slettet eller åben i et andet program. Vælg den igen.", "It may have been moved, deleted or be open in another program. Choose it again.";
        StoppedReading: "Beregningen gik i stå og kunne ikke startes igen med filen.", "The calculation stopped and could not be started again with the file.";
        StoppedReadingRemedy: "Vælg filen igen. Sker det igen, er den for stor eller beskadiget.", "Choose the file again. If it happens again, it is too large or damaged.";
        PieceMissing: "Visningen kunne ikke hentes.", "The view could not be fetched.";
        PieceMissingRemedy: "Genindlæs siden; er der intet netværk, så prøv igen, når der er.", "Reload the page; without a network, try again when there is one.";

        // More of Start.
        OpenFileShort: "Åbn en datapakke eller et regneark", "Open a data package or a spreadsheet";
        OtherRequests: "Til andre end denne side", "To others than this page";
        Build: "Byg", "Build";
        KeyOpenFile: "åbn fil", "open a file";
        KeyUndo: "fortryd", "undo";
        KeyDeclaration: "deklaration", "declaration";
        Unsigned: "ikke underskrevet", "not signed";
        File: "Fil", "File";
        MoreTools: "Værktøjer", "Tools";
    }
}

/// The heading over the bar while a file is read.
#[must_use]
pub fn reading_file(name: &str, language: Language) -> String {
    format!("{} {name}", language.pick("Læser", "Reading"))
}

/// How many remarks there are on a file.
#[must_use]
pub fn remark_count(count: usize, language: Language) -> String {
    let words = match (count, language) {
        (1, Language::Da) => "bemærkning til filen",
        (_, Language::Da) => "bemærkninger til filen",
        (1, Language::En) => "remark on the file",
        (_, Language::En) => "remarks on the file",
    };
    format!("{} {words}", number::whole(count, language))
}

/// Which package a link needs.
#[must_use]
pub fn link_needs(package: &str, language: Language) -> String {
    match language {
        Language::Da => format!("Linket hører til »{package}«."),
        Language::En => format!("The link belongs to “{package}”."),
    }
}

/// The label of the counter of requests, with the time it has counted from, such as `08.47`.
#[must_use]
pub fn requests_since(hour: u32, minute: u32, language: Language) -> String {
    match language {
        Language::Da => format!("Forespørgsler siden kl. {hour:02}.{minute:02}"),
        Language::En => format!("Requests since {hour:02}:{minute:02}"),
    }
}

/// When a file was opened (`2026-09-10T08:52`), as seen on a day (`2026-09-10`).
#[must_use]
pub fn opened(moment: &str, today: &str, language: Language) -> String {
    let (day, time) = moment.split_once('T').unwrap_or((moment, ""));
    if day != today {
        return date(day, language);
    }
    match language {
        Language::Da => format!("i dag {}", time.replace(':', ".")),
        Language::En => format!("today {time}"),
    }
}

/// Title and content of a demonstration that comes with the page, by its file's name.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one arm for each package")]
pub fn demo(file: &str, language: Language) -> Option<(&'static str, &'static str)> {
    let [title, content] = match file {
        "sundhedsraad-noegletal.snit" => [
            [
                "Sundhedsrådenes nøgletal",
                "Key figures of the health councils",
            ],
            [
                "17 råd, 98 kommuner, 2019-2025",
                "17 councils, 98 municipalities, 2019-2025",
            ],
        ],
        "patienter-paa-tvaers.snit" => [
            ["Patienter på tværs", "Patients across sectors"],
            [
                "hospital, praksis, kommune; unikke patienter",
                "hospital, practice, municipality; distinct patients",
            ],
        ],
        "hospitalsaktivitet.snit" => [
            ["Hospitalsaktivitet", "Hospital activity"],
            [
                "ophold, indlæggelser, ambulant, DRG-værdi",
                "stays, admissions, outpatient, DRG value",
            ],
        ],
        "kpos-fsiii.snit" => [
            ["Kommunal pleje (KPOS/FSIII)", "Municipal care (KPOS/FSIII)"],
            [
                "plejehjem, indsatser, venteliste",
                "nursing homes, care at home, waiting list",
            ],
        ],
        "kpos-fsiii-2.snit" => [
            [
                "Kommunal pleje, næste udgave",
                "Municipal care, next edition",
            ],
            [
                "reviderede tal, ny definition",
                "revised numbers, a new definition",
            ],
        ],
        "almen-praksis.snit" => [
            ["Almen praksis", "General practice"],
            [
                "fem kroniske sygdomme, ydelser, lægedækning",
                "five chronic diseases, services, doctors",
            ],
        ],
        "speciallaegepraksis.snit" => [
            ["Speciallægepraksis", "Specialist practice"],
            [
                "ti specialer, ventetid, fuldstændighed",
                "ten specialties, waiting times, completeness",
            ],
        ],
        "ordiprax.snit" => [
            ["Ordinationer i praksis", "Prescribing in practice"],
            [
                "hver praksis mod klynge og region",
                "each practice against cluster and region",
            ],
        ],
        "faelles-patienter.snit" => [
            ["Fælles patienter", "Shared patients"],
            [
                "målgrupper, vej mellem sektorer, udskrivning",
                "target groups, ways between sectors, discharge",
            ],
        ],
        "forloeb.snit" => [
            ["Forløb på tværs", "Pathways across sectors"],
            [
                "hvor langt borgerne når, ventetid undervejs",
                "how far people get, waiting on the way",
            ],
        ],
        "sandkasse.snit" => [
            ["Sandkasse", "Sandbox"],
            [
                "1 mio. rækker til fri udforskning",
                "1 million rows to explore freely",
            ],
        ],
        "sundhedsraad-noegletal.xlsx" => [
            [
                "Sundhedsrådenes nøgletal i Excel",
                "Key figures of the health councils in Excel",
            ],
            [
                "et regneark, som de ofte ser ud",
                "a spreadsheet as they often look",
            ],
        ],
        _ => return None,
    };
    let pick = |[danish, english]: [&'static str; 2]| language.pick(danish, english);
    Some((pick(title), pick(content)))
}

/// Where something happened, as a sentence of its own; empty where that is not known.
#[must_use]
pub fn place(place: &str, language: Language) -> String {
    let sentence = || format!("{}: {place}.", language.pick("Sted", "Where"));
    (!place.is_empty()).then(sentence).unwrap_or_default()
}
