//! Declarations that cannot be right: what is wrong with an indicator or a measure, and how its publisher mends it.

use super::{Entry, entry};

pub(super) const ENTRIES: &[Entry] = &[
    entry(
        "E20.indicator_name",
        [
            "To nøgletal hedder {found}, eller et har intet navn.",
            "Two indicators are named {found}, or one has no name.",
        ],
        [
            "Giv hvert nøgletal sit eget navn i id; samme ord fra to udgivere er to nøgletal.",
            "Give each indicator its own name in id; the same word from two publishers is two indicators.",
        ],
    ),
    entry(
        "E20.indicator_topic",
        [
            "Nøgletallet {name} står under emnet {found}, som ikke findes.",
            "The indicator {name} stands under the topic {found}, which does not exist.",
        ],
        [
            "Erklær emnet i snit:topics, eller brug et af disse: {expected}.",
            "Declare the topic in snit:topics, or use one of these: {expected}.",
        ],
    ),
    entry(
        "E20.indicator_table",
        [
            "{name} bruger tabellen {found}, som ikke er i pakken.",
            "{name} uses the table {found}, which is not in the package.",
        ],
        [
            "Brug en af pakkens tabeller: {expected}.",
            "Use one of the package's tables: {expected}.",
        ],
    ),
    entry(
        "E20.indicator_measure",
        [
            "{name} bruger kolonnen {found}, som ikke er et mål i tabellen.",
            "{name} uses the column {found}, which is no measure of the table.",
        ],
        [
            "Brug et af tabellens mål: {expected}.",
            "Use one of the table's measures: {expected}.",
        ],
    ),
    entry(
        "E20.indicator_level",
        [
            "{name} bruger niveauet {found}, som tabellen ikke har.",
            "{name} uses the level {found}, which the table does not have.",
        ],
        [
            "Brug et af tabellens niveauer: {expected}.",
            "Use one of the table's levels: {expected}.",
        ],
    ),
    entry(
        "E20.indicator_member",
        [
            "{name} bruger {code}, som ikke er blandt værdierne af {level}.",
            "{name} uses {code}, which is not among the values of {level}.",
        ],
        [
            "Ret koden, eller tilføj den til tabellens beskrivelse.",
            "Correct the code, or add it to the table's description.",
        ],
    ),
    entry(
        "E20.indicator_factor",
        [
            "Nøgletallet {name} har en faktor, der ikke er et tal over nul.",
            "The indicator {name} has a factor that is not a number above zero.",
        ],
        [
            "Skriv for eksempel 100 for procent eller 1000 for pr. 1.000, eller udelad den.",
            "Write 100 for per cent or 1000 for per 1,000, or leave it out.",
        ],
    ),
    entry(
        "E20.indicator_date",
        [
            "Nøgletallet {name} har en dato for udtrækket, der ikke kan læses.",
            "The indicator {name} has a date of extract that cannot be read.",
        ],
        ["Skriv den som åååå-mm-dd.", "Write it as yyyy-mm-dd."],
    ),
    entry(
        "E20.indicator_class",
        [
            "Nøgletallet {name} er erklæret som {found}, men dets mål er {expected}.",
            "The indicator {name} is declared as {found}, but its measures are {expected}.",
        ],
        [
            "Skriv {expected} i class, eller ret målets aggregation i tabellens beskrivelse.",
            "Write {expected} in class, or correct the measure's aggregation in the table's description.",
        ],
    ),
    entry(
        "E20.indicator_denominator",
        [
            "Nævneren i {name} kendes ikke for {level}, som tælleren er opgjort på.",
            "The denominator of {name} is not known by {level}, which its numerator is counted by.",
        ],
        [
            "Brug en nævner på samme niveau; denne har {expected}.",
            "Use a denominator of the same level; this one has {expected}.",
        ],
    ),
    entry(
        "E20.indicator_no_denominator",
        [
            "Nøgletallet {name} skal standardiseres, men har ingen nævner.",
            "The indicator {name} is to be standardised but has no denominator.",
        ],
        [
            "Angiv befolkningen i denominator, eller udelad standardisation.",
            "Give the population in denominator, or leave standardisation out.",
        ],
    ),
    entry(
        "E20.indicator_no_numerator",
        [
            "Nøgletallet {name} siger ikke, hvad der tælles.",
            "The indicator {name} does not say what is counted.",
        ],
        [
            "Angiv tabel og mål i numerator.",
            "Give a table and a measure in numerator.",
        ],
    ),
    entry(
        "E20.indicator_stratum",
        [
            "Nøgletallet {name} kan ikke standardiseres over {level}, som er sted eller tid.",
            "The indicator {name} cannot be standardised over {level}, which is a place or a time.",
        ],
        [
            "Brug niveauer for personer i over, for eksempel alder og køn.",
            "Use levels of people in over, such as age and sex.",
        ],
    ),
    entry(
        "E20.indicator_unfit",
        [
            "I nøgletallet {name} passer {found} ikke til resten af erklæringen.",
            "In the indicator {name}, {found} does not go with the rest of the declaration.",
        ],
        [
            "Direkte standardisering har over, weights og interval dobson; indirekte har over og interval byar; trykte værdier er et mål af klassen printed.",
            "Direct standardisation has over, weights and interval dobson; indirect has over and interval byar; printed values are a measure of class printed.",
        ],
    ),
    entry(
        "E20.peers_name",
        [
            "To inddelinger af lignende steder, eller to klasser i en, hedder {found}, eller en har intet navn.",
            "Two divisions of similar places, or two classes of one, are named {found}, or one has no name.",
        ],
        [
            "Giv hver sit eget navn i id; en inddelings navn er bogstaver, tal, - og _.",
            "Give each its own name in id; the name of a division is letters, digits, - and _.",
        ],
    ),
    entry(
        "E20.peers_twice",
        [
            "I inddelingen {name} står {code} i to klasser.",
            "In the division {name}, {code} is in two classes.",
        ],
        [
            "Lad hvert sted stå i højst én klasse.",
            "Let each place be in one class at most.",
        ],
    ),
    entry(
        "E20.measure_total",
        [
            "Målet {name} har en trykt total på {found}, men dele på {expected}; det modsiger dets aggregation.",
            "The measure {name} has a printed total of {found} but parts of {expected}, which contradicts its aggregation.",
        ],
        [
            "Erklær distinct for personer, der kan være talt flere gange, mean eller printed for gennemsnit og procenter, eller ret tallene.",
            "Declare distinct for people who may be counted several times, mean or printed for averages and percentages, or correct the numbers.",
        ],
    ),
];
