//! Declarations of people across sectors that cannot be right: what is wrong, and how the publisher mends it.

use super::{Entry, entry};

pub(super) const ENTRIES: &[Entry] = &[
    entry(
        "E20.across_shared",
        [
            "Målet {found} i {name} tæller en person flere gange over {level}, så personer ville blive lagt sammen to gange.",
            "The measure {found} of {name} counts a person more than once over {level}, so people would be added twice.",
        ],
        [
            "Brug et mål, der tæller hver person i netop én værdi af {level}; er det sådan, så tag {level} ud af dets klasse.",
            "Use a measure that counts each person in exactly one value of {level}; if it does, take {level} out of its class.",
        ],
    ),
    entry(
        "E20.across_count",
        [
            "Kombinationerne i {name} er af {found} sektorer.",
            "The combinations of {name} are of {found} sectors.",
        ],
        [
            "Erklær mindst 2 og højst 12 sektorer i sectors.",
            "Declare at least 2 and at most 12 sectors in sectors.",
        ],
    ),
    entry(
        "E20.across_sector_name",
        [
            "To sektorer i {name} hedder {found}, eller en har intet navn.",
            "Two sectors of {name} are named {found}, or one has no name.",
        ],
        [
            "Giv hver sektor sit eget navn i id.",
            "Give each sector its own name in id.",
        ],
    ),
    entry(
        "E20.across_sector",
        [
            "En kombination i {name} er af sektoren {found}, som ikke er erklæret.",
            "A combination of {name} is of the sector {found}, which is not declared.",
        ],
        [
            "Brug en af de erklærede sektorer: {expected}.",
            "Use one of the declared sectors: {expected}.",
        ],
    ),
    entry(
        "E20.across_part",
        [
            "{name} erklærer sektorer for {code}, som ikke er en af niveauets dele.",
            "{name} declares sectors for {code}, which is not one of the level's parts.",
        ],
        [
            "Ret koden; totaler er ikke kombinationer.",
            "Correct the code; totals are no combinations.",
        ],
    ),
    entry(
        "E20.across_undeclared",
        [
            "{name} siger ikke, hvilke sektorer {code} er.",
            "{name} does not say which sectors {code} is.",
        ],
        [
            "Skriv sektorerne for hver del i members; en tom liste for dem, der ikke mødte nogen.",
            "Write the sectors of each part in members; an empty list for those who met none.",
        ],
    ),
    entry(
        "E20.across_same",
        [
            "{found} og {code} i {name} er de samme sektorer.",
            "{found} and {code} of {name} are the same sectors.",
        ],
        [
            "Lad hver kombination af sektorer stå én gang.",
            "Let each combination of sectors stand once.",
        ],
    ),
    entry(
        "E20.across_itself",
        [
            "Strømmen i {name} går fra {found} til sig selv.",
            "The flow of {name} goes from {found} to itself.",
        ],
        [
            "Skriv i from, hvor personerne var, og i to, hvor de kom hen.",
            "Write in from where people were, and in to where they came.",
        ],
    ),
];
