//! What a package declares of people across sectors: read, held against its tables, and refused with line and column where it
//! cannot be right.

use danish::refusal::Value as Word;
use health::across::{Across, Combinations, Fault, Flow, List, Wrong, check};
use protocol::message::Refusal;
use serde_json::Value;
use table::Table;

use crate::declared::{Opening, listed, parsed};
use crate::refuse;

/// The tables of combinations and of flows, which are right for these tables.
pub(crate) fn across(
    opening: Opening<'_>,
    (combinations, flows): (Vec<Value>, Vec<Value>),
    tables: &[Table],
) -> Result<Across, Refusal> {
    let keys = (key(List::Combinations), key(List::Flows));
    let across = Across {
        combinations: parsed::<Combinations>(
            opening,
            combinations,
            (keys.0, refuse::combinations),
        )?,
        flows: parsed::<Flow>(opening, flows, (keys.1, refuse::flow))?,
    };
    check(tables, &across).map_err(|fault| wrong(opening, &fault))?;
    Ok(across)
}

const fn key(list: List) -> &'static str {
    match list {
        List::Combinations => "snit:combinations",
        List::Flows => "snit:flows",
    }
}

fn wrong(opening: Opening<'_>, fault: &Fault) -> Refusal {
    let place = opening.text().map(|text| {
        let path = fault.path.iter().map(String::as_str);
        text.place(listed(text, (key(fault.list), fault.index), path), 0)
    });
    let (case, values) = said(&fault.wrong);
    let name = ("name", fault.name.clone());
    let values: Vec<(&str, String)> = std::iter::once(name).chain(values).collect();
    let values: Vec<(&str, Word<'_>)> = values
        .iter()
        .map(|(name, value)| (*name, Word::Text(value)))
        .collect();
    let refusal = refuse::declaration(opening.name, (case, &values), opening.language);
    opening.placed(refusal, place)
}

/// A case with the values that its words name.
fn said(wrong: &Wrong) -> (&'static str, Vec<(&'static str, String)>) {
    let found = |found: &String| ("found", found.clone());
    let known = |known: &[String]| ("expected", known.join(", "));
    match wrong {
        Wrong::Table(name, there) => ("E20.indicator_table", vec![found(name), known(there)]),
        Wrong::Measure(name, there) => ("E20.indicator_measure", vec![found(name), known(there)]),
        Wrong::Level(name, there) => ("E20.indicator_level", vec![found(name), known(there)]),
        Wrong::Sector(name, there) => ("E20.across_sector", vec![found(name), known(there)]),
        Wrong::Shared(measure, level) => (
            "E20.across_shared",
            vec![found(measure), ("level", level.clone())],
        ),
        Wrong::SectorCount(count) => ("E20.across_count", vec![("found", count.to_string())]),
        Wrong::SectorName(name) => ("E20.across_sector_name", vec![found(name)]),
        Wrong::NoPart(code) => ("E20.across_part", vec![("code", code.clone())]),
        Wrong::Undeclared(code) => ("E20.across_undeclared", vec![("code", code.clone())]),
        Wrong::Same(one, other) => ("E20.across_same", vec![found(one), ("code", other.clone())]),
        Wrong::Itself(name) => ("E20.across_itself", vec![found(name)]),
    }
}

#[cfg(test)]
mod tests;
