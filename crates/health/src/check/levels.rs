//! Levels, members and periods that a declaration names.

use table::{Role, Table};

use super::{Described, Found, Wrong, found, measure, under};
use crate::axis::{self, Axis};
use crate::indicator::{Indicator, Population, Standard, Standardisation};
use crate::interval::Method;
use crate::place::of_role;
use crate::question::Keep;
use table::Aggregation;

/// Breaks and preliminary periods are periods of the numerator.
pub(super) fn periods(indicator: &Indicator, table: &Table) -> Found {
    let time = of_role(table, Role::Time);
    let coarser = time.iter().flat_map(|time| &time.levels);
    let coarser = coarser.flat_map(|level| &level.members);
    let members = time.iter().flat_map(|time| &time.members).chain(coarser);
    let known: Vec<&str> = members.map(|member| member.code.as_str()).collect();
    let level = time.map_or(String::new(), |time| time.name.clone());
    let unknown = |period: &String| {
        let wrong = Wrong::Member {
            level: level.clone(),
            code: period.clone(),
        };
        (!known.contains(&period.as_str())).then_some(wrong)
    };
    let breaks = indicator.breaks.iter().enumerate();
    for (at, period) in breaks.map(|(at, each)| (at, &each.period)) {
        if let Some(wrong) = unknown(period) {
            return found(&["breaks", &at.to_string(), "period"], wrong);
        }
    }
    for (at, period) in indicator.preliminary.iter().enumerate() {
        if let Some(wrong) = unknown(period) {
            return found(&["preliminary", &at.to_string()], wrong);
        }
    }
    Ok(())
}

/// Caveats concern members of the numerator.
pub(super) fn caveats(indicator: &Indicator, table: &Table) -> Found {
    let mut caveats = indicator.caveats.iter().enumerate();
    caveats.try_for_each(|(at, caveat)| {
        let kept = under("where", kept(&[table], &caveat.keep));
        under("caveats", under(&at.to_string(), kept))
    })
}

/// The denominator knows the places of the numerator at their finest, and some period of it.
pub(super) fn same(above: &Table, below: &Table) -> Found {
    let other = |level: &str| {
        let wrong = Wrong::OtherLevel {
            level: level.to_owned(),
            known: level_names(below),
        };
        found(&["denominator", "table"], wrong)
    };
    if let Some(places) = of_role(above, Role::Geography)
        && !axis::has_level(below, &places.name)
    {
        return other(&places.name);
    }
    if let Some(time) = of_role(above, Role::Time) {
        let levels = time.levels.iter().map(|level| level.name.as_str());
        let mut levels = levels.chain([time.name.as_str()]);
        if !levels.any(|level| axis::has_level(below, level)) {
            return other(&time.name);
        }
    }
    Ok(())
}

/// The strata are levels of numerator, denominator and standard alike.
pub(super) fn standardisation(
    described: &Described,
    indicator: &Indicator,
    (above, below): (&Table, Option<&Table>),
) -> Found {
    let Some(standard) = &indicator.standardisation else {
        return Ok(());
    };
    let Some(below) = below else {
        return found(&["standardisation"], Wrong::NoDenominator);
    };
    let of_shares = matches!(indicator.interval, Some(Method::Wilson | Method::Exact));
    let dobson_of_ratio =
        standard.method == Standard::Indirect && indicator.interval == Some(Method::Dobson);
    if of_shares || dobson_of_ratio {
        return found(&["interval"], Wrong::Unfit);
    }
    if standard.over.is_empty() {
        return found(&["standardisation", "over"], Wrong::Unfit);
    }
    under(
        "standardisation",
        strata(standard, [above, below]).and_then(|()| sources(described, standard)),
    )
}

fn strata(standard: &Standardisation, tables: [&Table; 2]) -> Found {
    for (at, level) in standard.over.iter().enumerate() {
        if let Some(table) = tables
            .iter()
            .find(|table| Axis::find(table, level).is_none())
        {
            let (name, known) = (level.clone(), level_names(table));
            return found(&["over", &at.to_string()], Wrong::Level { name, known });
        }
        // Places would be weighed by how many live in each, and years by themselves: no rate says anything then.
        let is_of = |table: &Table| {
            let role = axis::role_of(table, level);
            matches!(role, Some(Role::Geography | Role::Time))
        };
        if tables.into_iter().any(is_of) {
            return found(&["over", &at.to_string()], Wrong::Stratum(level.clone()));
        }
    }
    Ok(())
}

fn sources(described: &Described, standard: &Standardisation) -> Found {
    if let Some(weights) = &standard.weights {
        under("weights", population(described, standard, weights))?;
    }
    let Some(printed) = &standard.printed else {
        return Ok(());
    };
    let table = described.source("printed", printed)?;
    let mut measures = table.measures().iter().map(|column| &column.measure);
    let measure = measures.find(|measure| measure.name == printed.measure);
    match measure.map(|measure| &measure.aggregation) {
        Some(Aggregation::Printed) => Ok(()),
        _ => found(&["printed", "measure"], Wrong::Unfit),
    }
}

fn population(described: &Described, standard: &Standardisation, weights: &Population) -> Found {
    if standard.method == Standard::Indirect {
        return found(&[], Wrong::Unfit);
    }
    let table = described.table(&["table"], &weights.table)?;
    measure(&["measure"], table, &weights.measure)?;
    let unknown = standard
        .over
        .iter()
        .find(|level| !axis::has_level(table, level));
    if let Some(level) = unknown {
        let (name, known) = (level.clone(), level_names(table));
        return found(&["table"], Wrong::Level { name, known });
    }
    under("where", kept(&[table], &weights.keep))
}

/// Each level is one of some table, and has the members in each table that it is of.
pub(super) fn kept(tables: &[&Table], keep: &Keep) -> Found {
    for (level, members) in keep {
        let axes = tables
            .iter()
            .filter_map(|table| Some((*table, Axis::find(table, level)?)));
        let axes: Vec<(&Table, Axis)> = axes.collect();
        if axes.is_empty() {
            let mut known: Vec<String> = Vec::new();
            for name in tables.iter().flat_map(|table| level_names(table)) {
                if !known.contains(&name) {
                    known.push(name);
                }
            }
            let name = level.clone();
            return found(&[level], Wrong::Level { name, known });
        }
        for (at, code) in members.iter().enumerate() {
            let is_this = |member: &table::Member| {
                [&member.code, &member.label.da, &member.label.en].contains(&code)
            };
            let mut axes = axes.iter();
            if !axes.all(|(table, axis)| axis.members(table).iter().any(is_this)) {
                let (level, code) = (level.clone(), code.clone());
                let path = [level.as_str(), &at.to_string()].map(str::to_owned);
                return Err((path.to_vec(), Wrong::Member { level, code }));
            }
        }
    }
    Ok(())
}

pub(super) fn level_names(table: &Table) -> Vec<String> {
    let dimensions = table.dimensions().iter().map(|column| &column.dimension);
    let names = dimensions.flat_map(|dimension| {
        let levels = dimension.levels.iter().map(|level| level.name.clone());
        std::iter::once(dimension.name.clone()).chain(levels)
    });
    names.collect()
}
