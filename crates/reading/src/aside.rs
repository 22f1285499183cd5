//! Columns that say one thing of the whole table.

use crate::draft::{Draft, Origin, RawDimension, RawMeasure};
use crate::plan::{Adds, ColumnRole};
use crate::vocabulary::{Heading, Rollup, is_total, rollup_of};
use crate::{measure, role};
use table::Role;

/// How many remarks of a column of remarks are kept as notes.
const MOST_REMARKS: usize = 50;

/// Columns that say one thing of the whole table become its unit, its title or a note.
pub(crate) fn set(draft: &mut Draft) {
    let (mut kept, mut notes) = (Vec::new(), Vec::new());
    for raw in std::mem::take(&mut draft.dimensions) {
        let constant = constant(&raw).filter(|_| raw.origin == Origin::Column);
        match (raw.meaning(), constant) {
            (Some(Heading::Remark), _) => {
                notes.extend(raw.labels.iter().take(MOST_REMARKS).cloned());
                became(&mut draft.aside, &raw, ColumnRole::Note);
            }
            (Some(Heading::Unit), Some(unit)) => {
                let without = draft
                    .measures
                    .iter_mut()
                    .filter(|measure| measure.unit.is_empty());
                without.for_each(|measure| measure.unit.clone_from(&unit));
                became(&mut draft.aside, &raw, ColumnRole::Unit);
            }
            (Some(Heading::Unit), None) => {
                let units = raw.labels.join(" ");
                let values = draft
                    .measures
                    .iter_mut()
                    .filter(|measure| is_nameless(measure));
                values.for_each(|measure| measure.words.push_str(&format!(" {units}")));
                kept.push(raw);
            }
            (Some(Heading::MeasureName), None) => {
                add_as(&mut draft.measures, &raw.labels);
                kept.push(raw);
            }
            (Some(Heading::MeasureName), Some(name)) => {
                name_measures(&mut draft.measures, &name);
                became(&mut draft.aside, &raw, ColumnRole::MeasureName);
            }
            (_, Some(label)) if says_nothing(&raw) => {
                notes.push(said(&raw.heading, &label));
                became(&mut draft.aside, &raw, ColumnRole::Constant);
            }
            _ => kept.push(raw),
        }
    }
    draft.dimensions = kept;
    draft.notes.splice(0..0, notes);
}

/// Numbers under several names are added as the least addable of what they are called.
fn add_as(measures: &mut [RawMeasure], names: &[String]) {
    let of = |rollup: Rollup| names.iter().any(|name| rollup_of(name, "") == rollup);
    let least = [
        (Rollup::Never, Adds::Never),
        (Rollup::DistinctPersons, Adds::Persons),
        (Rollup::Stock, Adds::Stock),
    ];
    let found = least.into_iter().find(|(rollup, _)| of(*rollup));
    let Some((_, adds)) = found else { return };
    let open =
        |measure: &&mut RawMeasure| is_nameless(measure) && measure::adds(measure) == Adds::Sum;
    let open = measures.iter_mut().filter(open);
    open.for_each(|measure| measure.told.adds = measure.told.adds.or(Some(adds)));
}

fn became(aside: &mut Vec<(usize, ColumnRole)>, raw: &RawDimension, role: ColumnRole) {
    let sources = raw.sources.iter();
    aside.extend(sources.map(|source| {
        let own = if source.is_code {
            ColumnRole::Code
        } else {
            role
        };
        (source.column, own)
    }));
}

/// The label of the only member.
fn constant(raw: &RawDimension) -> Option<String> {
    (raw.labels.len() == 1 && raw.blank_count() == 0)
        .then(|| raw.labels.first().cloned())
        .flatten()
}

/// A constant total, or a constant text of no known meaning.
fn says_nothing(raw: &RawDimension) -> bool {
    match raw.pinned.role {
        None | Some(ColumnRole::Code) => {}
        decided => return decided == Some(ColumnRole::Constant),
    }
    let total = raw
        .codes
        .iter()
        .zip(&raw.labels)
        .all(|(code, label)| is_total(code, label));
    total || role::of_dimension(raw) == Role::Other
}

fn said(heading: &str, label: &str) -> String {
    if heading.is_empty() {
        label.to_owned()
    } else {
        format!("{heading}: {label}")
    }
}

fn name_measures(measures: &mut [RawMeasure], name: &str) {
    for measure in measures {
        let heading = std::mem::take(&mut measure.heading);
        measure.heading = if is_value(&heading) {
            name.to_owned()
        } else {
            format!("{name}: {heading}")
        };
    }
}

/// Whether only the names in the rows say what is measured.
fn is_nameless(measure: &RawMeasure) -> bool {
    measure.told.is_of_title || is_value(&measure.heading)
}

/// Whether a heading says no more than that there are numbers below.
fn is_value(heading: &str) -> bool {
    ["", "value", "vaerdi", "indhold"].contains(&crate::name::slug(heading).as_str())
}
