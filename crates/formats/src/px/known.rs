//! Which keywords are used, which say nothing of the numbers, and which are told as left out.

use crate::Warning;

use super::meta::Meta;

/// Notes of the publisher.
pub(super) const NOTES: &[&str] = &[
    "CELLNOTE",
    "CELLNOTEX",
    "NOTE",
    "NOTEX",
    "VALUENOTE",
    "VALUENOTEX",
];

/// What a file says of itself that people should see.
pub(super) const ABOUT_TABLE: &[&str] = &[
    "SOURCE",
    "SURVEY",
    "LAST-UPDATED",
    "NEXT-UPDATE",
    "UPDATE-FREQUENCY",
    "REFPERIOD",
    "BASEPERIOD",
    "CFPRICES",
    "DAYADJ",
    "SEASADJ",
    "DATANOTESUM",
    "INFO",
    "CONTACT",
    "LINK",
    "COPYRIGHT",
    "OFFICIAL-STATISTICS",
];

/// What is read elsewhere.
const USED: &[&str] = &[
    "AGGREGALLOWED",
    "CHARSET",
    "CODEPAGE",
    "CODES",
    "CONTENTS",
    "CONTVARIABLE",
    "DATASYMBOL1",
    "DATASYMBOL2",
    "DATASYMBOL3",
    "DATASYMBOL4",
    "DATASYMBOL5",
    "DATASYMBOL6",
    "DATASYMBOLNIL",
    "DATASYMBOLSUM",
    "DECIMALS",
    "DESCRIPTION",
    "ELIMINATION",
    "HEADING",
    "KEYS",
    "LANGUAGE",
    "LANGUAGES",
    "MAP",
    "MATRIX",
    "PRECISION",
    "SHOWDECIMALS",
    "STOCKFA",
    "STUB",
    "TIMEVAL",
    "TITLE",
    "UNITS",
    "VALUES",
];

/// What concerns only how programs show or keep a file.
const OF_PROGRAMS: &[&str] = &[
    "AUTOPEN",
    "AXIS-VERSION",
    "CONFIDENTIAL",
    "CREATION-DATE",
    "DATABASE",
    "DEFAULT-GRAPH",
    "DESCRIPTIONDEFAULT",
    "DIRECTORY-PATH",
    "DOMAIN",
    "DOUBLECOLUMN",
    "INFOFILE",
    "META-ID",
    "PRESTEXT",
    "REPLACE",
    "ROUNDING",
    "SUBJECT-AREA",
    "SUBJECT-CODE",
    "SYNONYMS",
    "TABLEID",
    "VARIABLE-TYPE",
    "VARIABLECODE",
    "VIEW",
];

/// Keywords of which nothing is made.
pub(super) fn unused(meta: &Meta<'_>) -> Option<Warning> {
    let lists = [NOTES, ABOUT_TABLE, USED, OF_PROGRAMS];
    let is_known = |keyword: &str| lists.iter().any(|list| list.contains(&keyword));
    let unknown = meta.keywords().into_iter().filter(|it| !is_known(it));
    let keywords: Vec<String> = unknown.map(str::to_owned).collect();
    (!keywords.is_empty()).then_some(Warning::KeywordsUnused { keywords })
}
