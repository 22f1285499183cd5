//! Which revisions are listed: of one measure, of a place and a period or of all, by size or by percent.

use std::collections::BTreeMap;

use protocol::view::editions::{Editions, Kind, Named, Numbers, Revision, TableChange};

/// Positions of a table and of one of its measures.
pub(super) type Picked = (usize, usize);

/// What the state remembers of the list, by name.
const MEASURE: &str = "editions-measure";
const PLACE: &str = "editions-place";
const PERIOD: &str = "editions-period";
const ORDER: &str = "editions-order";

/// What the module remembers in a state.
type Study = BTreeMap<String, Vec<String>>;

/// What orders the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// The size of the difference.
    #[default]
    Size,
    /// The difference in percent of the earlier number.
    Percent,
}

/// What the list is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Narrowed {
    /// The code of a place; empty for all.
    pub(super) place: String,
    /// The code of a period; empty for all.
    pub(super) period: String,
    /// What orders it.
    pub(super) order: Order,
}

impl Narrowed {
    /// What a state chooses.
    pub(super) fn of(study: &Study) -> Self {
        let named = |name: &str| study.get(name).and_then(|it| it.first()).cloned();
        let is_percent = named(ORDER).is_some_and(|order| order == "percent");
        Self {
            place: named(PLACE).unwrap_or_default(),
            period: named(PERIOD).unwrap_or_default(),
            order: if is_percent {
                Order::Percent
            } else {
                Order::Size
            },
        }
    }

    /// The same without a place or a period that no revision of a measure is of: a link or an earlier file may have left it.
    pub(super) fn among(self, found: (&TableChange, &Numbers)) -> Self {
        let known = |kind: Kind, code: String| {
            let mut choices = choices(found, kind).into_iter();
            let is_known = choices.any(|it| it.code == code);
            if is_known { code } else { String::new() }
        };
        Self {
            place: known(Kind::Place, self.place),
            period: known(Kind::Period, self.period),
            order: self.order,
        }
    }

    /// Has a state choose it; what is usual is left out.
    pub(super) fn keep(&self, study: &mut Study) {
        let order = match self.order {
            Order::Size => "",
            Order::Percent => "percent",
        };
        for (name, value) in [
            (PLACE, self.place.as_str()),
            (PERIOD, &self.period),
            (ORDER, order),
        ] {
            if value.is_empty() {
                study.remove(name);
            } else {
                study.insert(name.to_owned(), vec![value.to_owned()]);
            }
        }
    }
}

/// The measure that a state picks, or the one with most revisions.
pub(super) fn picked(editions: &Editions, study: &Study) -> Picked {
    let asked = study.get(MEASURE).map(Vec::as_slice);
    let named = match asked {
        Some([table, measure]) => at(editions, (table, measure)),
        _ => None,
    };
    named.unwrap_or_else(|| first(editions))
}

fn at(editions: &Editions, (table, measure): (&str, &str)) -> Option<Picked> {
    let at = editions
        .tables
        .iter()
        .position(|it| it.name.code == table)?;
    let mut numbers = editions.tables.get(at)?.numbers.iter();
    Some((at, numbers.position(|it| it.measure.code == measure)?))
}

/// Has a state pick a measure; the list of another is not narrowed.
pub(super) fn pick(editions: &Editions, picked: Picked, study: &mut Study) {
    let Some((table, numbers)) = numbers(editions, picked) else {
        return;
    };
    Narrowed::default().keep(study);
    let names = vec![table.name.code.clone(), numbers.measure.code.clone()];
    study.insert(MEASURE.to_owned(), names);
}

/// The measure with most revisions.
pub(super) fn first(editions: &Editions) -> Picked {
    let all = editions
        .tables
        .iter()
        .enumerate()
        .flat_map(|(table, change)| {
            let numbers = change.numbers.iter().enumerate();
            numbers.map(move |(at, numbers)| (numbers.revised, (table, at)))
        });
    // The first of equals, so that the order of the package decides.
    let best = all.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, picked)| picked).unwrap_or_default()
}

/// The measure that is picked.
pub(super) fn numbers(
    editions: &Editions,
    (table, at): Picked,
) -> Option<(&TableChange, &Numbers)> {
    let table = editions.tables.get(table)?;
    Some((table, table.numbers.get(at)?))
}

/// The difference of a revision.
pub(super) fn difference(revision: &Revision) -> f64 {
    revision.to - revision.from
}

/// The difference in percent of the earlier number; none where that is nought.
pub(super) fn percent(revision: &Revision) -> Option<f64> {
    let is_there = revision.from != 0.0;
    is_there.then(|| 100.0 * difference(revision) / revision.from.abs())
}

/// The revisions of a measure that are listed, in order.
pub(super) fn revisions<'a>(
    (table, numbers): (&TableChange, &'a Numbers),
    narrowed: &Narrowed,
) -> Vec<&'a Revision> {
    let fits = |kind: Kind, code: &str, revision: &Revision| {
        let mut pairs = table.dimensions.iter().zip(&revision.members);
        code.is_empty()
            || pairs.any(|(dimension, member)| dimension.kind == kind && member.code == code)
    };
    let all = numbers.largest.iter();
    let mut kept: Vec<&Revision> = all
        .filter(|it| {
            fits(Kind::Place, &narrowed.place, it) && fits(Kind::Period, &narrowed.period, it)
        })
        .collect();
    if narrowed.order == Order::Percent {
        let size = |it: &Revision| percent(it).map_or(f64::INFINITY, f64::abs);
        kept.sort_by(|a, b| size(b).total_cmp(&size(a)));
    }
    kept
}

/// The places or periods of the revisions of a measure, by code.
pub(super) fn choices((table, numbers): (&TableChange, &Numbers), kind: Kind) -> Vec<Named> {
    let mut found = BTreeMap::new();
    for revision in &numbers.largest {
        let pairs = table.dimensions.iter().zip(&revision.members);
        for (_, member) in pairs.filter(|(dimension, _)| dimension.kind == kind) {
            found
                .entry(member.code.clone())
                .or_insert_with(|| member.clone());
        }
    }
    found.into_values().collect()
}

#[cfg(test)]
mod tests;
