//! What was odd about a file that was read all the same; the second text says what it means.

use super::{Entry, entry};

pub(super) const ENTRIES: &[Entry] = &[
    entry(
        "hidden_sheet",
        [
            "Et ark er skjult i projektmappen.",
            "A sheet is hidden in the workbook.",
        ],
        ["Det er læst som de andre.", "It was read like the others."],
    ),
    entry(
        "sheet_skipped",
        ["Et ark er sprunget over.", "A sheet was skipped."],
        [
            "Det er et diagram og har ingen celler.",
            "It is a chart and has no cells.",
        ],
    ),
    entry(
        "formula_without_value.one",
        [
            "En formel har intet gemt resultat.",
            "One formula has no stored result.",
        ],
        [
            "Cellen er læst som tom. Åbn filen i Excel, og gem den, så gemmes resultatet.",
            "Its cell was read as empty. Open the file in Excel and save it, which stores the result.",
        ],
    ),
    entry(
        "formula_without_value",
        [
            "{count} formler har intet gemt resultat.",
            "{count} formulas have no stored result.",
        ],
        [
            "Cellerne er læst som tomme. Åbn filen i Excel, og gem den, så gemmes resultaterne.",
            "Their cells were read as empty. Open the file in Excel and save it, which stores the results.",
        ],
    ),
    entry(
        "macros",
        [
            "Projektmappen rummer makroer.",
            "The workbook holds macros.",
        ],
        ["De bliver aldrig kørt.", "They are never run."],
    ),
    entry(
        "external_links",
        [
            "Nogle tal er hentet fra andre projektmapper.",
            "Some numbers come from other workbooks.",
        ],
        [
            "De står, som de var, da filen blev gemt.",
            "They stand as they were when the file was saved.",
        ],
    ),
    entry(
        "pivot_cache",
        [
            "Projektmappen rummer data bag pivottabeller.",
            "The workbook holds data behind pivot tables.",
        ],
        [
            "De kan være mere detaljerede end arkene. De er ikke læst, men følger med, hvis du sender filen videre.",
            "They may be more detailed than the sheets. They were not read, but go along if you pass the file on.",
        ],
    ),
    entry(
        "uneven_line.one",
        [
            "En linje har et andet antal felter end de fleste.",
            "One line has another number of fields than most.",
        ],
        [
            "Den har {found} felter, de fleste har {expected}. Den er læst, som den står.",
            "It has {found} fields, most have {expected}. It was read as it stands.",
        ],
    ),
    entry(
        "uneven_line",
        [
            "{count} linjer har et andet antal felter end de fleste.",
            "{count} lines have another number of fields than most.",
        ],
        [
            "Den første har {found} felter, de fleste har {expected}. De er læst, som de står.",
            "The first has {found} fields, most have {expected}. They were read as they stand.",
        ],
    ),
    entry(
        "windows_1252",
        [
            "Teksten er læst som Windows-1252.",
            "The text was read as Windows-1252.",
        ],
        [
            "Filen er ikke UTF-8. Se efter, at æ, ø og å står rigtigt.",
            "The file is not UTF-8. See that Danish letters are right.",
        ],
    ),
    entry(
        "undefined_bytes.one",
        [
            "Et tegn kunne ikke læses.",
            "One character could not be read.",
        ],
        ["Det er vist som \u{fffd}.", "It is shown as \u{fffd}."],
    ),
    entry(
        "undefined_bytes",
        [
            "{count} tegn kunne ikke læses.",
            "{count} characters could not be read.",
        ],
        ["De er vist som \u{fffd}.", "They are shown as \u{fffd}."],
    ),
    entry(
        "trailing_delimiter",
        [
            "Hver linje slutter med et skilletegn.",
            "Each line ends with a delimiter.",
        ],
        [
            "Den tomme kolonne sidst er udeladt.",
            "The empty last column was left out.",
        ],
    ),
    entry(
        "not_finite.one",
        [
            "Et tal er uendeligt eller ikke et tal.",
            "One number is infinite or no number.",
        ],
        ["Det er læst som manglende.", "It was read as missing."],
    ),
    entry(
        "not_finite",
        [
            "{count} tal er uendelige eller ikke tal.",
            "{count} numbers are infinite or no numbers.",
        ],
        ["De er læst som manglende.", "They were read as missing."],
    ),
    entry(
        "not_exact",
        [
            "En kolonne har hele tal, der er for store til at holdes nøjagtigt.",
            "A column has whole numbers too large to be held exactly.",
        ],
        ["De er rundet af.", "They were rounded."],
    ),
];
