//! Raw files: what is empty, not what it is called, or damaged.

use super::{Both, Entry, entry};

const GET_AGAIN: Both = [
    "Hent eller kopiér filen igen.",
    "Get or copy the file again.",
];
const SAVE_AGAIN: Both = [
    "Gem filen igen fra det program, den kom fra.",
    "Save the file again from the program it came from.",
];
const ASK_SENDER: Both = [
    "Bed afsenderen om en ny fil.",
    "Ask the sender for a new file.",
];

pub(super) const ENTRIES: &[Entry] = &[
    entry("empty", ["Filen er tom.", "The file is empty."], SAVE_AGAIN),
    entry(
        "mislabelled",
        [
            "Filen hedder, som om den var {named}, men det er den ikke.",
            "The file is named as if it were {named}, but it is not.",
        ],
        SAVE_AGAIN,
    ),
    entry(
        "mislabelled.found",
        [
            "Filen hedder, som om den var {named}, men den er {found}.",
            "The file is named as if it were {named}, but it is {found}.",
        ],
        [
            "Ret filens endelse, eller gem den igen fra det program, den kom fra.",
            "Correct the ending of its name, or save it again from the program it came from.",
        ],
    ),
    entry(
        "malformed",
        ["Filen er beskadiget.", "The file is damaged."],
        GET_AGAIN,
    ),
    entry(
        "malformed.truncated",
        [
            "Filen er afkortet: den slutter, før den er hel.",
            "The file is cut short: it ends before it is complete.",
        ],
        GET_AGAIN,
    ),
    entry(
        "malformed.magic",
        [
            "Filen begynder eller slutter ikke som {format}.",
            "The file does not begin or end as {format} does.",
        ],
        GET_AGAIN,
    ),
    entry(
        "malformed.unterminated_quote",
        [
            "Et anførselstegn bliver aldrig lukket.",
            "A quotation mark is never closed.",
        ],
        [
            "Luk anførselstegnet i den linje, eller gem filen igen fra det program, den kom fra.",
            "Close the quotation mark in that line, or save the file again from the program it came from.",
        ],
    ),
    entry(
        "malformed.encoding",
        [
            "Noget af teksten er ikke skrevet i den tegnkodning, filen angiver.",
            "Some of the text is not in the encoding the file names.",
        ],
        ["Gem filen igen som UTF-8.", "Save the file again as UTF-8."],
    ),
    entry(
        "malformed.container",
        ["Projektmappen er beskadiget.", "The workbook is damaged."],
        SAVE_AGAIN,
    ),
    entry(
        "malformed.checksum",
        [
            "Filen er beskadiget: kontrolsummen passer ikke.",
            "The file is damaged: its checksum does not match.",
        ],
        GET_AGAIN,
    ),
    entry(
        "malformed.xml",
        [
            "En del af projektmappen kan ikke læses.",
            "A part of the workbook cannot be read.",
        ],
        SAVE_AGAIN,
    ),
    entry(
        "malformed.part_missing",
        [
            "Projektmappen mangler en del: {part}.",
            "The workbook lacks a part: {part}.",
        ],
        SAVE_AGAIN,
    ),
    entry(
        "malformed.cell_order",
        [
            "Cellerne i arket står ikke i orden.",
            "The cells of the sheet are out of order.",
        ],
        SAVE_AGAIN,
    ),
    entry(
        "malformed.footer",
        [
            "Filens beskrivelse af kolonnerne kan ikke læses.",
            "The file's description of its columns cannot be read.",
        ],
        GET_AGAIN,
    ),
    entry(
        "malformed.page",
        [
            "En del af en kolonne kan ikke læses.",
            "A part of a column cannot be read.",
        ],
        GET_AGAIN,
    ),
    entry(
        "malformed.row_count",
        [
            "Filen siger {expected} rækker, men der er {found}.",
            "The file says {expected} rows, but there are {found}.",
        ],
        ASK_SENDER,
    ),
    entry(
        "malformed.name_twice",
        [
            "To kolonner har samme navn.",
            "Two columns have the same name.",
        ],
        [
            "Giv kolonnerne hver sit navn, og gem filen igen.",
            "Give each column a name of its own, and save the file again.",
        ],
    ),
    entry(
        "malformed.status",
        [
            "Et tal har et mærke, der ikke findes.",
            "A number has a mark that does not exist.",
        ],
        ASK_SENDER,
    ),
    entry(
        "malformed.status_alone",
        [
            "En kolonne med mærker står uden sine tal.",
            "A column of marks stands without its numbers.",
        ],
        ASK_SENDER,
    ),
    entry(
        "malformed.unknown_member",
        [
            "En række har en kode, som filen ikke forklarer.",
            "A row has a code that the file does not explain.",
        ],
        ASK_SENDER,
    ),
    entry(
        "malformed.description",
        [
            "Beskrivelsen af en kolonne kan ikke læses.",
            "The description of a column cannot be read.",
        ],
        ASK_SENDER,
    ),
    entry(
        "out_of_memory",
        [
            "Maskinen har ikke hukommelse nok: der skal bruges {found}.",
            "The machine has not enough memory: {found} are needed.",
        ],
        [
            "Luk andre faner, eller vælg en mindre fil.",
            "Close other tabs, or choose a smaller file.",
        ],
    ),
    entry(
        "no_table",
        [
            "Der blev ikke fundet en tabel i filen.",
            "No table was found in the file.",
        ],
        [
            "Se efter, at arket har en række med overskrifter og tal under dem.",
            "See that the sheet has a row of headings with numbers below it.",
        ],
    ),
];
