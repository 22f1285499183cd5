//! The measures of a block, with their names and units.

use super::{Body, Layout};
use crate::draft::{RawMeasure, Told};
use crate::footnote;
use crate::reading::Notice;
use crate::role::Use;
use crate::values::Odd;
use crate::vocabulary::is_unit_word;

/// Reads every measure; one without a name is about the subject.
pub(super) fn read(
    layout: &Layout<'_>,
    body: &dyn Body,
    subject: &str,
    notices: &mut Vec<Notice>,
) -> Vec<RawMeasure> {
    let (sheet, block, melt) = (layout.sheet, layout.block, &layout.melt);
    let unit = footnote::unit(sheet, block);
    let numbers = layout.columns(Use::Numbers);
    let measures = melt.measures.iter().zip(&melt.columns);
    let measures = measures.map(|(name, columns)| {
        let mut odd = Odd::default();
        let columns = columns.iter().map(|index| numbers.get((*index)?).copied());
        let columns: Vec<Option<usize>> = columns.collect();
        let (column, starred) = body.measure(layout, &columns, &mut odd);
        let sources: Vec<usize> = columns.into_iter().flatten().collect();
        let pinned = sources
            .iter()
            .find_map(|column| layout.pins.column(*column));
        // Years side by side have no room for the name of what they count: the title has it.
        let is_unit = is_unit_word(name);
        let is_nameless =
            (name.is_empty() || is_unit) && melt.measures.len() == 1 && !melt.keys.is_empty();
        let heading = if is_nameless { subject } else { name };
        let heading = pinned.and_then(|it| it.name.as_deref()).unwrap_or(heading);
        odd.tell(heading, notices);
        let above = || layout.unit(&sources);
        let unit = match footnote::bracketed(heading) {
            _ if is_nameless && is_unit => name.clone(),
            Some(bracketed) => bracketed,
            None => above().unwrap_or_else(|| unit.clone()),
        };
        RawMeasure {
            heading: heading.to_owned(),
            unit: pinned.and_then(|it| it.unit.clone()).unwrap_or(unit),
            column,
            starred,
            words: String::new(),
            told: Told {
                decimals: pinned.and_then(|it| it.decimals),
                adds: pinned
                    .and_then(|it| it.adds)
                    .or_else(|| layout.adds(&sources)),
                sources,
            },
        }
    });
    measures.collect()
}
