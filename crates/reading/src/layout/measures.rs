//! The measures of a block, with their names and units.

use std::collections::BTreeMap;

use super::{Body, Layout};
use crate::draft::{RawMeasure, Told};
use crate::footnote;
use crate::reading::Notice;
use crate::role::Use;
use crate::values::Odd;
use crate::vocabulary::{begins_as_rate, heading_of, is_part_name, is_unit_word};

/// Reads every measure; one without a name is about the subject.
pub(super) fn read(
    layout: &Layout<'_>,
    body: &dyn Body,
    subject: &str,
    notices: &mut Vec<Notice>,
) -> Vec<RawMeasure> {
    let (sheet, block, melt) = (layout.sheet, layout.block, &layout.melt);
    let unit = footnote::unit(sheet, block);
    let is_wide = !melt.keys.is_empty();
    let enclosed = footnote::enclosed(subject).filter(|_| is_wide && unit.is_empty());
    let unit = enclosed.map_or(unit, str::to_owned);
    let numbers = layout.columns(Use::Numbers);
    // Values of one cell are one measure with its parts.
    let whole = melt.measures.iter().filter(|name| !is_part_name(name));
    let is_single = whole.count() == 1;
    let measures = melt.measures.iter().zip(&melt.columns);
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
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
        let is_nameless = (name.is_empty() || is_unit) && is_single && !melt.keys.is_empty();
        let part = is_part_name(name).then(|| of_subject(subject, name));
        let heading = match &part {
            Some(part) if !melt.keys.is_empty() => part,
            _ if is_nameless => subject,
            _ => name,
        };
        let heading = pinned.and_then(|it| it.name.as_deref()).unwrap_or(heading);
        let told = numbered(heading, &mut seen);
        odd.tell(&told, notices);
        let written = || layout.are_percents(&sources).then(|| "%".to_owned());
        let above = || layout.unit(&sources).or_else(written);
        let unit = match footnote::bracketed(heading) {
            _ if is_nameless && is_unit => name.clone(),
            Some(bracketed) => bracketed,
            None => above().unwrap_or_else(|| unit.clone()),
        };
        // Under headings that only break down, such as budget and accounts, are the numbers of the title.
        let is_about = !block.titles.is_empty() && (is_wide || begins_as_rate(subject));
        let breaks_down = is_about && heading_of(name).is_none() && !is_part_name(name);
        let words = if breaks_down { subject } else { "" };
        RawMeasure {
            heading: told,
            unit: pinned.and_then(|it| it.unit.clone()).unwrap_or(unit),
            column,
            starred,
            words: words.to_owned(),
            told: Told {
                is_of_title: is_nameless,
                decimals: pinned.and_then(|it| it.decimals),
                adds: pinned
                    .and_then(|it| it.adds)
                    .or_else(|| layout.adds(&sources)),
                sources,
            },
        }
    });
    let measures = measures.collect();
    let several = seen.into_iter().filter(|(_, count)| *count > 1);
    notices.extend(several.map(|(heading, count)| Notice::SameHeading { heading, count }));
    measures
}

/// The heading, with a number where it stands above another column as well.
fn numbered(heading: &str, seen: &mut BTreeMap<String, u64>) -> String {
    if heading.is_empty() {
        return String::new();
    }
    let count = seen.entry(heading.to_owned()).or_default();
    *count += 1;
    match *count {
        1 => heading.to_owned(),
        count => format!("{heading} ({count})"),
    }
}

/// The name of a part under a title that says what is counted.
fn of_subject(subject: &str, part: &str) -> String {
    let short = subject.split(',').next().unwrap_or(subject).trim_end();
    format!("{short} {part}").trim_start().to_owned()
}
