//! Periods, sexes and ages that stand side by side in the header, and the measures below them.

use crate::age::{self, Plain};
use crate::time;
use crate::vocabulary::{is_total, sex_of};

/// The kinds of member a heading can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    Time,
    Sex,
    Age,
}

const KEYS: [Key; 3] = [Key::Time, Key::Sex, Key::Age];

/// How columns of numbers become rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
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

/// Plans the rows of columns with these headings.
pub(crate) fn plan(paths: &[Vec<String>]) -> Plan {
    let every: Vec<Parts> = paths.iter().map(|path| parts(path, &KEYS)).collect();
    let keys: Vec<Key> = KEYS
        .into_iter()
        .filter(|key| is_used(*key, &every))
        .collect();
    let parts: Vec<Parts> = paths
        .iter()
        .map(|path| parts_with_total(path, &keys))
        .collect();
    let mut plan = Plan {
        keys,
        ..Plan::default()
    };
    for (column, parts) in parts.iter().enumerate() {
        match members(parts, &plan.keys) {
            Some(group) => place(&mut plan, column, group, parts.words.join(" ")),
            None => plan.left_out.push(column),
        }
    }
    plan
}

/// One column alone has no group beside it, unless it is the only one.
fn is_used(key: Key, parts: &[Parts]) -> bool {
    let count = parts
        .iter()
        .filter(|parts| parts.members.iter().any(|(own, _)| *own == key))
        .count();
    count > 1 || (count == parts.len() && count > 0)
}

fn parts(path: &[String], keys: &[Key]) -> Parts {
    let mut parts = Parts::default();
    for text in path {
        let is_new =
            |key: Key| keys.contains(&key) && !parts.members.iter().any(|(own, _)| *own == key);
        let period = time::split(text).filter(|_| is_new(Key::Time));
        if let Some((words, _)) = period {
            let period = if words.is_empty() {
                text.clone()
            } else {
                text.replacen(&words, "", 1)
            };
            let is_edge = |letter: char| !letter.is_alphanumeric() && letter != '*';
            parts
                .members
                .push((Key::Time, period.trim_matches(is_edge).to_owned()));
            parts
                .words
                .extend(Some(words).filter(|words| !words.is_empty()));
        } else if is_new(Key::Sex) && sex_of(text).is_some() && text.len() > 1 {
            parts.members.push((Key::Sex, text.clone()));
        } else if is_new(Key::Age) && age::parse(text, Plain::IsNothing).is_some() {
            parts.members.push((Key::Age, text.clone()));
        } else {
            parts.words.push(text.clone());
        }
    }
    parts
}

/// A total among sexes or ages is one of them.
fn parts_with_total(path: &[String], keys: &[Key]) -> Parts {
    let mut parts = parts(path, keys);
    for key in [Key::Sex, Key::Age] {
        let lacks = keys.contains(&key) && !parts.members.iter().any(|(own, _)| *own == key);
        let total = parts.words.iter().position(|word| is_total(word, word));
        if let Some(total) = total.filter(|_| lacks) {
            parts.members.push((key, parts.words.remove(total)));
        }
    }
    parts
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

fn place(plan: &mut Plan, column: usize, group: Vec<String>, measure: String) {
    let group = position_or_push(&mut plan.groups, group);
    let mut measure_index = plan.measures.iter().position(|own| *own == measure);
    let is_taken = |index: &usize| {
        plan.columns
            .get(*index)
            .and_then(|columns| columns.get(group))
            .is_some_and(Option::is_some)
    };
    measure_index = measure_index.filter(|index| !is_taken(index));
    let index = measure_index.unwrap_or_else(|| {
        plan.measures.push(measure);
        plan.columns.push(Vec::new());
        plan.measures.len() - 1
    });
    if let Some(columns) = plan.columns.get_mut(index) {
        columns.resize(columns.len().max(group + 1), None);
        if let Some(slot) = columns.get_mut(group) {
            *slot = Some(column);
        }
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

    /// Headings with `|` between rows; groups and measures with their columns.
    fn check(headings: &[&str], groups: &[&str], measures: &[&str]) {
        let paths: Vec<Vec<String>> = headings
            .iter()
            .map(|heading| heading.split('|').map(str::to_owned).collect())
            .collect();
        let plan = plan(&paths);
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
        let paths = ["2021", "2022", "Udvikling"].map(|text| vec![text.to_owned()]);
        assert_eq!(plan(&paths).left_out, [2]);
    }
}
