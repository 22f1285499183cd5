//! Packages: the fixed codes, each with the cases under it.

use super::{Both, Entry, entry};

const FROM_PUBLISHER: Both = [
    "Hent pakken igen hos udgiveren. Sker det igen, så send koden til udgiveren.",
    "Get the package again from the publisher. If it happens again, send the code to the publisher.",
];
const TO_PUBLISHER: Both = [
    "Send koden til udgiveren, og bed om en ny pakke.",
    "Send the code to the publisher, and ask for a new package.",
];
const SMALLER: Both = [
    "Bed udgiveren om en mindre pakke.",
    "Ask the publisher for a smaller package.",
];

pub(super) const ENTRIES: &[Entry] = &[
    entry(
        "E01",
        [
            "Filen er ikke en datapakke.",
            "The file is not a data package.",
        ],
        [
            "Vælg en fil, der ender på .snit, eller hent den igen, hvis den skulle være en pakke.",
            "Choose a file that ends in .snit, or get it again if it ought to be a package.",
        ],
    ),
    entry(
        "E02",
        [
            "Pakken er for stor: {found}, og grænsen er {limit}.",
            "The package is too large: {found}, and the limit is {limit}.",
        ],
        SMALLER,
    ),
    entry(
        "E03",
        [
            "Pakken er ikke bygget, som den skal være.",
            "The package is not built as it should be.",
        ],
        FROM_PUBLISHER,
    ),
    entry(
        "E03.end",
        [
            "Pakken er afkortet, eller der står noget efter dens slutning.",
            "The package is cut short, or something follows its end.",
        ],
        FROM_PUBLISHER,
    ),
    entry(
        "E03.compressed",
        [
            "En del af pakken er komprimeret; det må den ikke være.",
            "A part of the package is compressed, which it may not be.",
        ],
        [
            "Er pakken pakket ud og zippet igen, så brug den fil, du fik. Ellers send koden til udgiveren.",
            "If the package was unpacked and zipped again, use the file you were given. Otherwise send the code to the publisher.",
        ],
    ),
    entry(
        "E03.encrypted",
        [
            "En del af pakken er krypteret.",
            "A part of the package is encrypted.",
        ],
        TO_PUBLISHER,
    ),
    entry(
        "E03.name",
        [
            "Pakken rummer et navn, den ikke må have.",
            "The package holds a name it may not have.",
        ],
        TO_PUBLISHER,
    ),
    entry(
        "E03.name_twice",
        [
            "To dele af pakken har samme navn.",
            "Two parts of the package have the same name.",
        ],
        TO_PUBLISHER,
    ),
    entry(
        "E03.checksum",
        [
            "En del af pakken er beskadiget: kontrolsummen passer ikke.",
            "A part of the package is damaged: its checksum does not match.",
        ],
        FROM_PUBLISHER,
    ),
    entry(
        "E20",
        [
            "Pakkens beskrivelse kan ikke læses.",
            "The package's description cannot be read.",
        ],
        TO_PUBLISHER,
    ),
    entry(
        "E20.key_twice",
        [
            "Pakkens beskrivelse nævner {name} to gange samme sted.",
            "The package's description names {name} twice in one place.",
        ],
        TO_PUBLISHER,
    ),
    entry(
        "E20.value",
        [
            "Pakkens beskrivelse har en værdi, der ikke kan bruges: {name}.",
            "The package's description has a value that cannot be used: {name}.",
        ],
        TO_PUBLISHER,
    ),
    entry(
        "E20.table_twice",
        [
            "Pakkens beskrivelse har to tabeller ved navn {name}.",
            "The package's description has two tables named {name}.",
        ],
        TO_PUBLISHER,
    ),
    entry(
        "E20.member_twice",
        [
            "Koden {code} står to gange i {name}.",
            "The code {code} occurs twice in {name}.",
        ],
        TO_PUBLISHER,
    ),
    entry(
        "E20.parents",
        [
            "Niveauet {level} passer ikke til {name}.",
            "The level {level} does not fit {name}.",
        ],
        TO_PUBLISHER,
    ),
    entry(
        "E21",
        [
            "Pakken er i et nyere format, {found}, end denne visning kan læse.",
            "The package is in a newer format, {found}, than this page can read.",
        ],
        [
            "Opdatér visningen, og prøv igen.",
            "Update the page, and try again.",
        ],
    ),
    entry(
        "E40",
        [
            "En fil i pakken passer ikke til sit fingeraftryk: ventet {expected}, fundet {found}. Intet fra den er vist.",
            "A file in the package does not match its fingerprint: expected {expected}, found {found}. Nothing from it is shown.",
        ],
        FROM_PUBLISHER,
    ),
    entry(
        "E40.size",
        [
            "En fil i pakken har en anden størrelse, end beskrivelsen siger: ventet {expected}, fundet {found}.",
            "A file in the package has another size than its description says: expected {expected}, found {found}.",
        ],
        FROM_PUBLISHER,
    ),
    entry(
        "E41",
        [
            "Der mangler en fil i pakken.",
            "A file is missing from the package.",
        ],
        FROM_PUBLISHER,
    ),
    entry(
        "E41.unlisted",
        [
            "Pakken rummer en fil, som beskrivelsen ikke nævner.",
            "The package holds a file that its description does not list.",
        ],
        FROM_PUBLISHER,
    ),
    entry(
        "E50",
        [
            "En tabel i pakken kan ikke læses.",
            "A table in the package cannot be read.",
        ],
        FROM_PUBLISHER,
    ),
    entry(
        "E50.text",
        [
            "En tekst i pakken kan ikke læses.",
            "A text in the package cannot be read.",
        ],
        TO_PUBLISHER,
    ),
    entry(
        "E51",
        [
            "En tabel i pakken er for stor: {found}, og grænsen er {limit}.",
            "A table in the package is too large: {found}, and the limit is {limit}.",
        ],
        SMALLER,
    ),
    entry(
        "E52",
        [
            "En tabel er ikke, som pakkens beskrivelse siger.",
            "A table is not what the package's description says.",
        ],
        TO_PUBLISHER,
    ),
    entry(
        "E52.rows",
        [
            "Pakkens beskrivelse siger {expected} rækker, men tabellen har {found}.",
            "The package's description says {expected} rows, but the table has {found}.",
        ],
        TO_PUBLISHER,
    ),
    entry(
        "E52.columns",
        [
            "Pakkens beskrivelse siger kolonnen {expected}, men tabellen har {found}.",
            "The package's description says the column {expected}, but the table has {found}.",
        ],
        TO_PUBLISHER,
    ),
    entry(
        "E52.column_missing",
        [
            "Tabellen mangler kolonnen {expected}.",
            "The table lacks the column {expected}.",
        ],
        TO_PUBLISHER,
    ),
    entry(
        "E52.column_extra",
        [
            "Tabellen har en kolonne, som beskrivelsen ikke nævner: {found}.",
            "The table has a column that its description does not list: {found}.",
        ],
        TO_PUBLISHER,
    ),
    entry(
        "E52.code",
        [
            "Koden {code} findes ikke i pakkens beskrivelse.",
            "The code {code} is not in the package's description.",
        ],
        TO_PUBLISHER,
    ),
];
