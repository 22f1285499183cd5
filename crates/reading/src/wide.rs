//! Periods, sexes and ages that stand side by side in the header, and the measures below them.

use health::geography;
use table::Role;

use crate::age::{self, Plain};
use crate::headed::is_total_in;
use crate::header::Part;
use crate::plan::{HeaderRow, HeaderUse};
use crate::time;
use crate::vocabulary::{Heading, heading_of, is_total, is_which_year, sex_of};

/// The kinds of member a heading can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    Time,
    Sex,
    Age,
    /// Places, above every column of numbers.
    Place,
    /// Whatever stands in this row of the header.
    Row(usize),
}

const KEYS: [Key; 4] = [Key::Time, Key::Sex, Key::Age, Key::Place];

/// How columns of numbers become rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Melt {
    /// What the headings tell of each group, such as a period.
    pub(crate) keys: Vec<Key>,
    /// The members of each group, one for each key.
    pub(crate) groups: Vec<Vec<String>>,
    /// The name of each measure; may be empty.
    pub(crate) measures: Vec<String>,
    /// For each measure and group the column, by index into the columns given.
    pub(crate) columns: Vec<Vec<Option<usize>>>,
    /// Columns without a place in the groups.
    pub(crate) left_out: Vec<usize>,
}

/// A heading taken apart.
#[derive(Clone, Debug, Default)]
struct Parts {
    members: Vec<(Key, String)>,
    words: Vec<String>,
}

/// Melts columns with these headings; `rows` tells what the rows of the header are, as far as that is decided.
pub(crate) fn melt(paths: &[Vec<Part>], rows: &[HeaderRow]) -> Melt {
    let own = (0..rows.len()).map(Key::Row);
    let possible: Vec<Key> = KEYS.into_iter().chain(own).collect();
    let every: Vec<Parts> = paths
        .iter()
        .map(|path| parts(path, &possible, rows))
        .collect();
    let keys: Vec<Key> = possible
        .into_iter()
        .filter(|key| is_used(*key, &every, rows))
        .collect();
    let parts: Vec<Parts> = paths
        .iter()
        .map(|path| parts_with_total(path, &keys, rows))
        .collect();
    let mut melt = Melt {
        keys,
        ..Melt::default()
    };
    for (column, parts) in parts.iter().enumerate() {
        match members(parts, &melt.keys) {
            Some(group) => place(&mut melt, column, group, parts.words.join(" ")),
            None => melt.left_out.push(column),
        }
    }
    melt
}

/// One column alone has no group beside it, unless it is the only one or somebody decided so.
fn is_used(key: Key, parts: &[Parts], rows: &[HeaderRow]) -> bool {
    let has = |parts: &Parts| parts.members.iter().any(|(own, _)| *own == key);
    let count = parts.iter().filter(|parts| has(parts)).count();
    let is_decided =
        rows.iter().any(|row| decided(row.is, 0) == Some(key)) || matches!(key, Key::Row(_));
    if key == Key::Place && !is_decided {
        // One place among measures is no more than a word.
        let is_total = |parts: &Parts| parts.words.iter().any(|word| is_total(word, word));
        let is_full = parts.iter().all(|parts| has(parts) || is_total(parts));
        return count > 1 && is_full;
    }
    count > 1 || (count > 0 && (count == parts.len() || is_decided))
}

/// The key that a row of the header is decided to hold.
fn decided(is: HeaderUse, row: usize) -> Option<Key> {
    match is {
        HeaderUse::Time => Some(Key::Time),
        HeaderUse::Sex => Some(Key::Sex),
        HeaderUse::Age => Some(Key::Age),
        HeaderUse::Geography => Some(Key::Place),
        HeaderUse::Other => Some(Key::Row(row)),
        HeaderUse::Recognised | HeaderUse::Names | HeaderUse::Unit | HeaderUse::LeftOut => None,
    }
}

/// Whether a row of the header is decided to hold members.
pub(crate) fn is_member(rows: &[HeaderRow], row: usize) -> bool {
    rows.get(row)
        .is_some_and(|own| decided(own.is, row).is_some())
}

fn parts(path: &[Part], keys: &[Key], rows: &[HeaderRow]) -> Parts {
    let mut parts = Parts::default();
    for Part { row, text } in path {
        let is = rows.get(*row).map(|row| row.is).unwrap_or_default();
        let is_new =
            |key: Key| keys.contains(&key) && !parts.members.iter().any(|(own, _)| *own == key);
        if is != HeaderUse::Recognised {
            match decided(is, *row) {
                Some(key) if is_new(key) => parts.members.push((key, text.clone())),
                None if matches!(is, HeaderUse::Unit | HeaderUse::LeftOut) => {}
                _ => parts.words.push(text.clone()),
            }
            continue;
        }
        let period = time::split(text).filter(|_| is_new(Key::Time));
        if let Some((words, period)) = period {
            let is_edge = |letter: char| !letter.is_alphanumeric() && letter != '*';
            let period = if words.is_empty() {
                text.clone()
            } else if !text.contains(&words) {
                period.code
            } else {
                text.replacen(&words, "", 1)
                    .trim_matches(is_edge)
                    .to_owned()
            };
            parts.members.push((Key::Time, period));
            parts
                .words
                .extend(Some(words).filter(|words| !words.is_empty()));
        } else if is_new(Key::Sex) && sex_of(text).is_some() && text.len() > 1 {
            parts.members.push((Key::Sex, text.clone()));
        } else if is_new(Key::Age) && age::parse(text, Plain::IsNothing).is_some() {
            parts.members.push((Key::Age, text.clone()));
        } else if is_new(Key::Place) && is_place(text) {
            parts.members.push((Key::Place, text.clone()));
        } else {
            parts.words.push(text.clone());
        }
    }
    without_said(parts, path, rows)
}

/// Without recognised words that only say of what kind the members are.
fn without_said(mut parts: Parts, path: &[Part], rows: &[HeaderRow]) -> Parts {
    let recognised = |word: &String| {
        let row = path.iter().find(|part| part.text == *word);
        let is = row.and_then(|part| rows.get(part.row)).map(|row| row.is);
        is.unwrap_or_default() == HeaderUse::Recognised
    };
    let members = &parts.members;
    parts
        .words
        .retain(|word| !(recognised(word) && is_said(word, members)));
    parts
}

/// Whether a text says no more than of what kind the members beside it are: `Region` above regions.
fn is_said(text: &str, members: &[(Key, String)]) -> bool {
    let role = match heading_of(text) {
        Some(Heading::Role(role)) => role,
        None if is_which_year(text) => Role::Time,
        _ => return false,
    };
    members.iter().any(|(key, _)| key.role() == Some(role))
}

/// A name of a place; a number could be anything.
pub(crate) fn is_place(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && geography::recognise(text).is_some()
}

impl Key {
    fn role(self) -> Option<Role> {
        match self {
            Self::Time => Some(Role::Time),
            Self::Sex => Some(Role::Sex),
            Self::Age => Some(Role::Age),
            Self::Place => Some(Role::Geography),
            Self::Row(_) => None,
        }
    }
}

/// A total among periods, sexes, ages or places is one of them.
fn parts_with_total(path: &[Part], keys: &[Key], rows: &[HeaderRow]) -> Parts {
    let mut parts = parts(path, keys, rows);
    for key in [Key::Sex, Key::Age, Key::Place, Key::Time] {
        let lacks = keys.contains(&key) && !parts.members.iter().any(|(own, _)| *own == key);
        let total = parts.words.iter().position(|word| is_total_in(rows, word));
        if let Some(total) = total.filter(|_| lacks) {
            parts.members.push((key, parts.words.remove(total)));
        }
    }
    without_said(parts, path, rows)
}

fn members(parts: &Parts, keys: &[Key]) -> Option<Vec<String>> {
    let member = |key: &Key| {
        parts
            .members
            .iter()
            .find(|(own, _)| own == key)
            .map(|(_, text)| text.clone())
    };
    keys.iter().map(member).collect()
}

fn place(melt: &mut Melt, column: usize, group: Vec<String>, measure: String) {
    let group = position_or_push(&mut melt.groups, group);
    let is_free = |index: usize| {
        let column = melt.columns.get(index).and_then(|own| own.get(group));
        column.is_none_or(Option::is_none)
    };
    // Of headings that stand twice in each group the first ones belong together, and the second ones.
    let mut names = melt.measures.iter().enumerate();
    let measure_index = names.find(|(at, own)| **own == measure && is_free(*at));
    let index = measure_index.map(|(at, _)| at).unwrap_or_else(|| {
        melt.measures.push(measure);
        melt.columns.push(Vec::new());
        melt.measures.len() - 1
    });
    if let Some(columns) = melt.columns.get_mut(index) {
        columns.resize(columns.len().max(group + 1), None);
        if let Some(slot) = columns.get_mut(group) {
            *slot = Some(column);
        }
    }
}

/// What all texts of a row of the header are, above columns that have a place.
pub(crate) fn row_use(paths: &[Vec<Part>], melt: &Melt, row: usize) -> HeaderUse {
    let placed = paths
        .iter()
        .enumerate()
        .filter(|(column, _)| !melt.left_out.contains(column));
    let uses = placed.flat_map(|(_, path)| {
        let alone = path
            .iter()
            .enumerate()
            .filter(move |(_, part)| part.row == row);
        alone.map(|(at, part)| text_use(path, (at, part), &melt.keys))
    });
    let mut uses = uses.collect::<Vec<_>>();
    uses.dedup();
    match uses.as_slice() {
        [one] => *one,
        _ => HeaderUse::Recognised,
    }
}

/// What a text among the texts above a column was taken for; nothing certain where it is more than one thing.
fn text_use(path: &[Part], (at, part): (usize, &Part), keys: &[Key]) -> HeaderUse {
    let without: Vec<Part> = path
        .iter()
        .enumerate()
        .filter(|(own, _)| *own != at)
        .map(|(_, part)| part.clone())
        .collect();
    let (all, rest) = (
        parts_with_total(path, keys, &[]),
        parts_with_total(&without, keys, &[]),
    );
    let is_member = |(key, text): &&(Key, String)| {
        *text == part.text && !rest.members.contains(&(*key, text.clone()))
    };
    let key = all.members.iter().find(is_member).map(|(key, _)| *key);
    match key {
        Some(Key::Time) => HeaderUse::Time,
        Some(Key::Sex) => HeaderUse::Sex,
        Some(Key::Age) => HeaderUse::Age,
        Some(Key::Place) => HeaderUse::Geography,
        Some(Key::Row(_)) => HeaderUse::Recognised,
        None if is_said(&part.text, &rest.members) => HeaderUse::LeftOut,
        None if all.members == rest.members => HeaderUse::Names,
        None => HeaderUse::Recognised,
    }
}

fn position_or_push(groups: &mut Vec<Vec<String>>, group: Vec<String>) -> usize {
    groups
        .iter()
        .position(|own| *own == group)
        .unwrap_or_else(|| {
            groups.push(group);
            groups.len() - 1
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(headings: &[&str]) -> Vec<Vec<Part>> {
        let part = |(row, text): (usize, &str)| Part {
            row,
            text: text.to_owned(),
        };
        let path = |heading: &&str| heading.split('|').enumerate().map(part).collect();
        headings.iter().map(path).collect()
    }

    /// Headings with `|` between rows; groups and measures with their columns.
    fn check(headings: &[&str], groups: &[&str], measures: &[&str]) {
        let plan = melt(&paths(headings), &[]);
        let found: Vec<String> = plan.groups.iter().map(|group| group.join(",")).collect();
        assert_eq!(found, groups);
        let measure = |(name, columns): (&String, &Vec<Option<usize>>)| {
            let columns = columns
                .iter()
                .map(|column| column.map_or("-".to_owned(), |column| column.to_string()));
            format!("{name}: {}", columns.collect::<Vec<_>>().join(" "))
        };
        let found: Vec<String> = plan
            .measures
            .iter()
            .zip(&plan.columns)
            .map(measure)
            .collect();
        assert_eq!(found, measures);
    }

    #[test]
    fn years_side_by_side_become_groups() {
        check(
            &["2021", "2022", "2024*"],
            &["2021", "2022", "2024*"],
            &[": 0 1 2"],
        );
    }

    #[test]
    fn measures_under_each_year_stay_apart() {
        check(
            &[
                "2021|Antal",
                "2021|Pr. 1.000",
                "2022|Antal",
                "2022|Pr. 1.000",
            ],
            &["2021", "2022"],
            &["Antal: 0 2", "Pr. 1.000: 1 3"],
        );
        check(
            &["Antal 2021", "Antal 2022"],
            &["2021", "2022"],
            &["Antal: 0 1"],
        );
    }

    #[test]
    fn headings_that_stand_twice_in_each_group_belong_to_two_measures() {
        check(
            &["2021|Antal", "2021|Antal", "2022|Antal", "2022|Antal"],
            &["2021", "2022"],
            &["Antal: 0 2", "Antal: 1 3"],
        );
    }

    #[test]
    fn a_total_beside_sexes_is_one_of_them() {
        check(
            &["I alt", "Mænd", "Kvinder"],
            &["I alt", "Mænd", "Kvinder"],
            &[": 0 1 2"],
        );
    }

    #[test]
    fn plain_measures_are_one_group() {
        check(&["Persons", "Beds"], &[""], &["Persons: 0", "Beds: 1"]);
    }

    #[test]
    fn a_column_without_a_period_among_periods_is_left_out() {
        let paths = paths(&["2021", "2022", "Udvikling"]);
        assert_eq!(melt(&paths, &[]).left_out, [2]);
    }

    #[test]
    fn a_row_of_the_header_is_what_somebody_decided() {
        let is = |is| HeaderRow {
            is,
            ..HeaderRow::default()
        };
        let paths = paths(&["Hospital|2021", "Hospital|2022", "Praksis|2021"]);
        let melted = melt(&paths, &[is(HeaderUse::Other), is(HeaderUse::Names)]);
        assert_eq!(melted.keys, [Key::Row(0)]);
        assert_eq!(melted.groups, [["Hospital"], ["Praksis"]]);
        assert_eq!(melted.measures, ["2021", "2022"]);
        assert_eq!(melted.columns, [[Some(0), Some(2)].as_slice(), &[Some(1)]]);
    }
}
