//! Files that are larger than a limit; the key names what was counted.

use super::{Both, Entry, entry};

const SMALLER: Both = [
    "Del filen, eller vælg færre rækker og kolonner, før du gemmer den.",
    "Divide the file, or choose fewer rows and columns before you save it.",
];
const AS_PARQUET: Both = [
    "Del filen, eller gem den som Parquet, der fylder mindre.",
    "Divide the file, or save it as Parquet, which takes less room.",
];
const SUSPECT: Both = [
    "Så stor er en almindelig fil ikke. Bed afsenderen om en ny.",
    "An ordinary file is not that large. Ask the sender for a new one.",
];

pub(super) const ENTRIES: &[Entry] = &[
    entry(
        "too_large",
        [
            "Filen er for stor: {found}, og grænsen er {limit}.",
            "The file is too large: {found}, and the limit is {limit}.",
        ],
        SMALLER,
    ),
    entry(
        "too_large.csv_bytes",
        [
            "Tekstfilen fylder {found}; grænsen er {limit}.",
            "The text file takes {found}; the limit is {limit}.",
        ],
        AS_PARQUET,
    ),
    entry(
        "too_large.field_bytes",
        [
            "Et felt fylder {found}; grænsen er {limit}.",
            "A field takes {found}; the limit is {limit}.",
        ],
        SUSPECT,
    ),
    entry(
        "too_large.text_columns",
        [
            "Tekstfilen har {found} kolonner; grænsen er {limit}.",
            "The text file has {found} columns; the limit is {limit}.",
        ],
        SMALLER,
    ),
    entry(
        "too_large.workbook_bytes",
        [
            "Projektmappen fylder {found}; grænsen er {limit}.",
            "The workbook takes {found}; the limit is {limit}.",
        ],
        AS_PARQUET,
    ),
    entry(
        "too_large.workbook_unpacked",
        [
            "Projektmappen fylder {found}, når den pakkes ud; grænsen er {limit}.",
            "The workbook takes {found} when unpacked; the limit is {limit}.",
        ],
        SUSPECT,
    ),
    entry(
        "too_large.sheets",
        [
            "Projektmappen har {found} ark; grænsen er {limit}.",
            "The workbook has {found} sheets; the limit is {limit}.",
        ],
        [
            "Gem de ark, du skal bruge, i en ny projektmappe.",
            "Save the sheets you need in a new workbook.",
        ],
    ),
    entry(
        "too_large.cells",
        [
            "Filen har {found} celler; grænsen er {limit}.",
            "The file has {found} cells; the limit is {limit}.",
        ],
        AS_PARQUET,
    ),
    entry(
        "too_large.shared_strings",
        [
            "Projektmappen har {found} forskellige tekster; grænsen er {limit}.",
            "The workbook has {found} different texts; the limit is {limit}.",
        ],
        AS_PARQUET,
    ),
    entry(
        "too_large.members",
        [
            "Filen er sat sammen af {found} dele; grænsen er {limit}.",
            "The file is made of {found} parts; the limit is {limit}.",
        ],
        SUSPECT,
    ),
    entry(
        "too_large.container_bytes",
        [
            "Filen fylder {found}; grænsen er {limit}.",
            "The file takes {found}; the limit is {limit}.",
        ],
        SMALLER,
    ),
    entry(
        "too_large.footer_bytes",
        [
            "Filens beskrivelse af sig selv fylder {found}; grænsen er {limit}.",
            "The file's description of itself takes {found}; the limit is {limit}.",
        ],
        SUSPECT,
    ),
    entry(
        "too_large.rows",
        [
            "Tabellen har {found} rækker; grænsen er {limit}.",
            "The table has {found} rows; the limit is {limit}.",
        ],
        SMALLER,
    ),
    entry(
        "too_large.columns",
        [
            "Tabellen har {found} kolonner; grænsen er {limit}.",
            "The table has {found} columns; the limit is {limit}.",
        ],
        SMALLER,
    ),
    entry(
        "too_large.unpacked",
        [
            "Tabellen fylder {found}, når den pakkes ud; grænsen er {limit}.",
            "The table takes {found} when unpacked; the limit is {limit}.",
        ],
        SMALLER,
    ),
    entry(
        "too_large.ratio",
        [
            "En kolonne bliver {found} gange større, når den pakkes ud; grænsen er {limit}.",
            "A column grows {found} times when unpacked; the limit is {limit}.",
        ],
        SUSPECT,
    ),
    entry(
        "too_large.page_bytes",
        [
            "En side i en kolonne fylder {found}; grænsen er {limit}.",
            "A page of a column takes {found}; the limit is {limit}.",
        ],
        SUSPECT,
    ),
    entry(
        "too_large.dictionary",
        [
            "En kolonne har {found} forskellige værdier; grænsen er {limit}.",
            "A column has {found} different values; the limit is {limit}.",
        ],
        SMALLER,
    ),
    entry(
        "too_large.text_bytes",
        [
            "En tekst fylder {found}; grænsen er {limit}.",
            "A text takes {found}; the limit is {limit}.",
        ],
        SUSPECT,
    ),
    entry(
        "too_large.tables",
        [
            "Pakken har {found} tabeller; grænsen er {limit}.",
            "The package has {found} tables; the limit is {limit}.",
        ],
        SUSPECT,
    ),
    entry(
        "too_large.descriptor_bytes",
        [
            "Pakkens beskrivelse fylder {found}; grænsen er {limit}.",
            "The package's description takes {found}; the limit is {limit}.",
        ],
        SUSPECT,
    ),
    entry(
        "too_large.json_depth",
        [
            "Pakkens beskrivelse er indlejret i {found} lag; grænsen er {limit}.",
            "The package's description is nested {found} deep; the limit is {limit}.",
        ],
        SUSPECT,
    ),
];
