//! Files that are right in themselves but use what cannot be read here.

use super::{Both, Entry, entry};

const SAVE_AGAIN: Both = [
    "Gem filen igen fra det program, den kom fra.",
    "Save the file again from the program it came from.",
];
const AS_XLSX: Both = [
    "Åbn filen i Excel eller LibreOffice, og gem den som .xlsx.",
    "Open the file in Excel or LibreOffice, and save it as .xlsx.",
];
const AS_KNOWN: Both = [
    "Gem indholdet som .xlsx, .csv, .parquet eller .arrow.",
    "Save the content as .xlsx, .csv, .parquet or .arrow.",
];

pub(super) const ENTRIES: &[Entry] = &[
    entry(
        "unsupported",
        [
            "Filen bruger noget, der ikke kan læses her.",
            "The file uses something that cannot be read here.",
        ],
        AS_KNOWN,
    ),
    entry(
        "unsupported.password",
        [
            "Filen er beskyttet med en adgangskode.",
            "The file is protected by a password.",
        ],
        [
            "Fjern adgangskoden i det program, filen kom fra, og gem den igen.",
            "Remove the password in the program the file came from, and save it again.",
        ],
    ),
    entry(
        "unsupported.old_workbook",
        [
            "Filen er en Excel-projektmappe fra før 2007 (.xls).",
            "The file is an Excel workbook from before 2007 (.xls).",
        ],
        AS_XLSX,
    ),
    entry(
        "unsupported.binary_workbook",
        [
            "Filen er en binær Excel-projektmappe (.xlsb).",
            "The file is a binary Excel workbook (.xlsb).",
        ],
        AS_XLSX,
    ),
    entry(
        "unsupported.open_document",
        [
            "Filen er et regneark fra LibreOffice (.ods).",
            "The file is a LibreOffice spreadsheet (.ods).",
        ],
        AS_XLSX,
    ),
    entry(
        "unsupported.zip",
        [
            "Filen er en ZIP, men hverken en projektmappe eller en datapakke.",
            "The file is a ZIP, but neither a workbook nor a data package.",
        ],
        [
            "Pak den ud, og vælg filen i den.",
            "Unpack it, and choose the file inside it.",
        ],
    ),
    entry(
        "unsupported.html",
        ["Filen er en webside.", "The file is a web page."],
        AS_XLSX,
    ),
    entry(
        "unsupported.json",
        [
            "Filen er JSON, som ikke læses endnu.",
            "The file is JSON, which is not read yet.",
        ],
        AS_KNOWN,
    ),
    entry(
        "unsupported.px",
        [
            "Filen er PX, som ikke læses endnu.",
            "The file is PX, which is not read yet.",
        ],
        AS_KNOWN,
    ),
    entry(
        "unsupported.xml",
        ["Filen er XML.", "The file is XML."],
        AS_KNOWN,
    ),
    entry(
        "unsupported.binary",
        [
            "Filen er hverken tekst, regneark, tabel eller datapakke.",
            "The file is neither text, spreadsheet, table nor data package.",
        ],
        AS_KNOWN,
    ),
    entry(
        "unsupported.doctype",
        [
            "Projektmappen rummer en erklæring (DOCTYPE), som aldrig læses.",
            "The workbook holds a declaration (DOCTYPE), which is never read.",
        ],
        SAVE_AGAIN,
    ),
    entry(
        "unsupported.compression",
        [
            "Filen er komprimeret med {name}, som ikke kan læses her.",
            "The file is compressed with {name}, which cannot be read here.",
        ],
        [
            "Gem den igen med snappy, zstd eller uden komprimering.",
            "Save it again with snappy, zstd or no compression.",
        ],
    ),
    entry(
        "unsupported.column_type",
        [
            "En kolonne er af typen {name}, som ikke kan læses her.",
            "A column is of the type {name}, which cannot be read here.",
        ],
        [
            "Gem kolonnen som tal, tekst eller dato.",
            "Save the column as numbers, text or dates.",
        ],
    ),
    entry(
        "unsupported.nested",
        [
            "En kolonne rummer kolonner i sig selv.",
            "A column holds columns of its own.",
        ],
        [
            "Gem filen med flade kolonner.",
            "Save the file with flat columns.",
        ],
    ),
    entry(
        "unsupported.page_encoding",
        [
            "En kolonne er skrevet på en måde, {name}, som ikke kan læses her.",
            "A column is written in a way, {name}, that cannot be read here.",
        ],
        [
            "Gem filen igen med almindelige indstillinger.",
            "Save the file again with ordinary settings.",
        ],
    ),
    entry(
        "unsupported.not_built",
        [
            "Denne udgave kan ikke læse {format}.",
            "This build cannot read {format}.",
        ],
        AS_KNOWN,
    ),
];
