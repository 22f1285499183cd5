//! Which table of a plan a table of a file is, and which column a column: by headings, wherever they stand.

use std::collections::{BTreeMap, BTreeSet};

use crate::name::slug;
use crate::plan::{ColumnPlan, Plan, TablePlan};
use crate::time;

/// What a column is found by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) heading: Vec<String>,
    /// Which of the columns with this heading, from 1.
    pub(crate) number: u32,
    pub(crate) part: u32,
}

/// A table that was found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found<'a> {
    pub(crate) sheet: &'a str,
    pub(crate) number: u32,
    pub(crate) columns: Vec<Identity>,
}

/// What columns with these headings, and values in a cell, are found by.
pub(crate) fn identities(columns: impl Iterator<Item = (Vec<String>, u32)>) -> Vec<Identity> {
    let mut counts: BTreeMap<(String, u32), u32> = BTreeMap::new();
    let identity = |(heading, part): (Vec<String>, u32)| {
        let count = counts.entry((exact(&heading), part)).or_default();
        *count += 1;
        Identity {
            heading,
            number: *count,
            part,
        }
    };
    columns.map(identity).collect()
}

/// Texts in small letters, without marks.
fn exact(heading: &[String]) -> String {
    let texts: Vec<String> = heading.iter().map(|text| slug(text)).collect();
    texts.join("|")
}

/// The same with every period taken for any other.
pub(crate) fn loose(heading: &[String]) -> String {
    let text = |text: &String| match time::split(text) {
        Some((words, _)) => format!("{}#", slug(&words)),
        None => slug(text),
    };
    let texts: Vec<String> = heading.iter().map(text).collect();
    texts.join("|")
}

/// Thousandths of the columns of a plan that a table must have.
const LEAST_SHARE: usize = 600;
/// The same of a table that stands where the plan had it.
const LEAST_SHARE_IN_PLACE: usize = 400;

/// How well a table of a plan fits a table that was found; nothing where it does not.
pub(crate) fn fit(plan: &TablePlan, found: &Found<'_>) -> Option<usize> {
    let keys: BTreeSet<(String, u32)> = found
        .columns
        .iter()
        .map(|it| key(&it.heading, it.part))
        .collect();
    let wanted: BTreeSet<(String, u32)> = plan
        .columns
        .iter()
        .map(|it| key(&it.heading, it.part))
        .collect();
    let in_place = plan.sheet == found.sheet && plan.number == found.number;
    let both = wanted.intersection(&keys).count();
    let of = |count: usize| (both * 1_000).checked_div(count);
    let share = of(wanted.len());
    let least = if in_place {
        LEAST_SHARE_IN_PLACE
    } else {
        LEAST_SHARE
    };
    match share {
        None => in_place.then_some(0),
        Some(share) if share >= least => {
            let nearness = usize::from(plan.sheet == found.sheet) + usize::from(in_place);
            Some((share + of(keys.len()).unwrap_or(0)) * 4 + nearness)
        }
        Some(_) => None,
    }
}

fn key(heading: &[String], part: u32) -> (String, u32) {
    (loose(heading), part)
}

/// For each table found the table of the plan that decides about it, by index.
pub(crate) fn choose(plan: &Plan, found: &[Found<'_>]) -> Vec<Option<usize>> {
    let best = |found: &Found<'_>| {
        let fits = plan.tables.iter().enumerate();
        let fits = fits.filter_map(|(at, table)| Some((fit(table, found)?, std::cmp::Reverse(at))));
        fits.max().map(|(_, at)| at.0)
    };
    let mut chosen: Vec<Option<usize>> = found.iter().map(best).collect();
    if plan.sender.is_empty() {
        // Corrections that were not saved yet are about this very file, whatever they made of its headings.
        for (slot, found) in chosen
            .iter_mut()
            .zip(found)
            .filter(|(slot, _)| slot.is_none())
        {
            let in_place =
                |table: &TablePlan| table.sheet == found.sheet && table.number == found.number;
            *slot = plan.tables.iter().position(in_place);
        }
    }
    chosen
}

/// For each column found what is decided of it, and the decisions that found no column.
pub(crate) fn columns<'p>(
    plan: &'p TablePlan,
    found: &[Identity],
) -> (Vec<Option<&'p ColumnPlan>>, Vec<&'p ColumnPlan>) {
    let exact_key = |heading: &[String], number: u32, part: u32| (exact(heading), number, part);
    let exactly: BTreeMap<_, &ColumnPlan> = plan
        .columns
        .iter()
        .rev()
        .map(|it| (exact_key(&it.heading, it.number, it.part), it))
        .collect();
    let mut loosely: BTreeMap<(String, u32), Vec<&ColumnPlan>> = BTreeMap::new();
    for column in &plan.columns {
        let alike = loosely
            .entry(key(&column.heading, column.part))
            .or_default();
        alike.push(column);
    }
    let mut met: BTreeMap<(String, u32), usize> = BTreeMap::new();
    let decide = |it: &Identity| {
        let own = key(&it.heading, it.part);
        let nth = met.entry(own.clone()).or_default();
        let at = *nth;
        *nth += 1;
        let exact = exactly.get(&exact_key(&it.heading, it.number, it.part));
        exact.copied().or_else(|| {
            let alike = loosely.get(&own).filter(|_| own.0.contains('#'))?;
            alike.get(at).or(alike.last()).copied()
        })
    };
    let decided: Vec<Option<&ColumnPlan>> = found.iter().map(decide).collect();
    let is_met = |column: &&ColumnPlan| {
        let is_it = |own: &Option<&ColumnPlan>| own.is_some_and(|own| std::ptr::eq(own, *column));
        let own = key(&column.heading, column.part);
        decided.iter().any(is_it) || (own.0.contains('#') && met.contains_key(&own))
    };
    let lost = plan
        .columns
        .iter()
        .filter(|column| !is_met(column))
        .collect();
    (decided, lost)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(text: &str) -> Vec<String> {
        let texts = text.split('|').filter(|text| !text.is_empty());
        texts.map(str::to_owned).collect()
    }

    fn table(sheet: &str, number: u32, headings: &[&str]) -> TablePlan {
        let column = |text: &&str| ColumnPlan {
            heading: heading(text),
            name: Some((*text).to_owned()),
            ..ColumnPlan::default()
        };
        TablePlan {
            sheet: sheet.to_owned(),
            number,
            columns: headings.iter().map(column).collect(),
            ..TablePlan::default()
        }
    }

    fn found(headings: &[&str]) -> Vec<Identity> {
        identities(headings.iter().map(|text| (heading(text), 0)))
    }

    fn check(plan: &[&str], file: &[&str], expected: &str) {
        let plan = table("Ark1", 1, plan);
        let (decided, lost) = columns(&plan, &found(file));
        let names = |plan: &ColumnPlan| plan.name.clone().unwrap_or_default();
        let decided: Vec<String> = decided
            .iter()
            .map(|it| it.map_or("?".to_owned(), names))
            .collect();
        let lost: Vec<String> = lost.into_iter().map(names).collect();
        assert_eq!(
            format!("{} - {}", decided.join(" "), lost.join(" ")),
            expected
        );
    }

    #[test]
    fn a_column_is_found_wherever_it_stands() {
        check(
            &["Kommune", "Antal"],
            &["Antal", "Ny", "KOMMUNE "],
            "Antal ? Kommune - ",
        );
        check(&["Kommune", "Antal"], &["Kommune"], "Kommune - Antal");
    }

    #[test]
    fn a_period_stands_for_the_next() {
        check(
            &["Ophold|2024", "Ophold|2025*", "Rate|2024"],
            &["Ophold|2025", "Ophold|2026*", "Rate|2025"],
            "Ophold|2025* Ophold|2025* Rate|2024 - ",
        );
    }

    #[test]
    fn headings_that_occur_twice_are_told_apart_by_number() {
        let identities = found(&["Antal", "Andel", "Antal"]);
        let numbers: Vec<u32> = identities.iter().map(|it| it.number).collect();
        assert_eq!(numbers, [1, 1, 2]);
    }

    #[test]
    fn a_renamed_sheet_and_a_moved_table_are_found_by_their_headings() {
        let plan = Plan {
            sender: "x".to_owned(),
            tables: vec![
                table("Jan", 1, &["Kommune", "Antal"]),
                table("Jan", 2, &["Hospital", "Dage", "Senge"]),
            ],
            ..Plan::default()
        };
        let of = |sheet, number, headings| Found {
            sheet,
            number,
            columns: found(headings),
        };
        let file = [
            of("Feb", 1, &["Hospital", "Dage", "Senge"]),
            of("Feb", 2, &["Kommune", "Antal", "Ny"]),
            of("Feb", 3, &["Noget", "Andet"]),
        ];
        assert_eq!(choose(&plan, &file), [Some(1), Some(0), None]);
    }
}
