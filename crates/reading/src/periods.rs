//! Months, quarters or weeks beside a column of years become periods that say their year; the years stay.

use std::collections::BTreeMap;

use table::{CodePart, Codes, NO_MEMBER, Role};

use crate::draft::{Interner, Origin, RawDimension};
use crate::pairing::{self, Pair};
use crate::plan::ColumnRole;
use crate::reading::Notice;
use crate::role;
use crate::time;
use crate::vocabulary::{month_of, part_of_year};

/// Reads parts of years together with the years beside them.
pub(crate) fn merge(
    mut dimensions: Vec<RawDimension>,
    notices: &mut Vec<Notice>,
) -> Vec<RawDimension> {
    let years = dimensions.iter().position(are_years);
    let parts = dimensions
        .iter()
        .enumerate()
        .find_map(|(at, raw)| Some((at, kind(raw)?)));
    let (Some(years), Some((parts, kind))) = (years, parts) else {
        return dimensions;
    };
    let joined = match (dimensions.get(years), dimensions.get(parts)) {
        (Some(years), Some(parts)) => joined(years, parts, kind),
        _ => None,
    };
    let Some(joined) = joined else {
        return dimensions;
    };
    let heading = |at: usize| dimensions.get(at).map(|raw| raw.heading.clone());
    notices.push(Notice::PeriodsJoined {
        columns: [years, parts].into_iter().filter_map(heading).collect(),
    });
    if let Some(slot) = dimensions.get_mut(parts) {
        *slot = joined;
    }
    dimensions
}

fn is_open(raw: &RawDimension) -> bool {
    let is_told = matches!(raw.origin, Origin::Described(_));
    let is_decided = !matches!(raw.pinned.role, None | Some(ColumnRole::Time));
    !is_told && !is_decided && raw.blank_count() == 0 && !raw.labels.is_empty()
}

fn are_years(raw: &RawDimension) -> bool {
    let year = |text: &String| time::is_year(text.trim_end_matches('*'));
    is_open(raw) && role::of_dimension(raw) == Role::Time && raw.labels.iter().all(year)
}

/// What parts of years a column holds: by its heading and numbers, or by names of months.
fn kind(raw: &RawDimension) -> Option<char> {
    is_open(raw).then_some(())?;
    if raw.labels.iter().all(|label| month_of(label).is_some()) {
        return Some('M');
    }
    let kind = part_of_year(&raw.heading)?;
    let all = raw.labels.iter().all(|label| number(label, kind).is_some());
    all.then_some(kind)
}

/// `4`, `04`, `K4`, `4. kvartal`, `April`.
fn number(label: &str, kind: char) -> Option<u32> {
    if kind == 'M'
        && let Some(month) = month_of(label)
    {
        return Some(month);
    }
    let digits: String = label.chars().filter(char::is_ascii_digit).collect();
    let number: u32 = digits.parse().ok().filter(|_| digits.len() <= 2)?;
    let most = match kind {
        'H' => 2,
        'K' => 4,
        'M' => 12,
        _ => 53,
    };
    (1..=most).contains(&number).then_some(number)
}

fn joined(years: &RawDimension, parts: &RawDimension, kind: char) -> Option<RawDimension> {
    let sizes = (
        (&years.rows, years.codes.len()),
        (&parts.rows, parts.codes.len()),
    );
    let pairs = pairing::pairs(sizes.0, sizes.1, usize::MAX)?;
    let mut interner = Interner::default();
    let mut found: BTreeMap<Pair, u32> = BTreeMap::new();
    for (year, part) in pairs {
        let written = years.labels.get(usize::try_from(year).ok()?)?;
        let number = number(parts.labels.get(usize::try_from(part).ok()?)?, kind)?;
        let star = if written.ends_with('*') { "*" } else { "" };
        let year_text = written.trim_end_matches('*');
        let code = format!("{year_text}{kind}{number}{star}");
        found.insert((year, part), interner.number(&code));
    }
    let runs = years.rows.parts().iter().zip(parts.rows.parts());
    let runs = runs.map(|(years, parts)| {
        let rows = years.to_vec().into_iter().zip(parts.to_vec());
        let rows = rows.map(|pair| found.get(&pair).copied().unwrap_or(NO_MEMBER));
        CodePart::U32(rows.collect())
    });
    let codes = interner.into_texts();
    Some(RawDimension {
        labels: codes.clone(),
        rows: Codes::from_parts(runs.collect()),
        codes,
        ..parts.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(heading: &str, rows: &[&str]) -> RawDimension {
        let mut interner = Interner::default();
        let rows = rows.iter().map(|text| interner.number(text)).collect();
        let codes = interner.into_texts();
        RawDimension {
            heading: heading.to_owned(),
            labels: codes.clone(),
            rows: Codes::pack(rows, codes.len()),
            codes,
            ..RawDimension::default()
        }
    }

    fn check(left: RawDimension, right: RawDimension, expected: &str) {
        let merged = merge(vec![left, right], &mut Vec::new());
        let shown = merged.iter().map(|raw| {
            let rows = raw.rows.iter().flatten().map(|at| raw.codes[at].clone());
            format!("{}: {}", raw.heading, rows.collect::<Vec<_>>().join(" "))
        });
        assert_eq!(shown.collect::<Vec<_>>().join(" | "), expected);
    }

    #[test]
    fn years_and_parts_of_years_are_periods() {
        check(
            raw("År", &["2023", "2023", "2024*"]),
            raw("Måned", &["November", "12", "jan"]),
            "År: 2023 2023 2024* | Måned: 2023M11 2023M12 2024M1*",
        );
        check(
            raw("Kvartal", &["K4", "1. kvartal"]),
            raw("År", &["2023", "2024"]),
            "Kvartal: 2023K4 2024K1 | År: 2023 2024",
        );
        check(
            raw("Uge", &["52", "01"]),
            raw("År", &["2023", "2024"]),
            "Uge: 2023U52 2024U1 | År: 2023 2024",
        );
    }

    #[test]
    fn other_columns_beside_years_stay() {
        check(
            raw("År", &["2023", "2024"]),
            raw("Måned", &["Januar", "I alt"]),
            "År: 2023 2024 | Måned: Januar I alt",
        );
        check(
            raw("År", &["2023", "2024"]),
            raw("Afdeling", &["1", "2"]),
            "År: 2023 2024 | Afdeling: 1 2",
        );
    }
}
