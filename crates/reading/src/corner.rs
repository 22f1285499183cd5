//! The corner of a header above the columns that group rows: pivot tables write there what they count, and other programs what
//! the rows of the header hold.

use std::collections::BTreeSet;

use crate::draft::RawDimension;
use crate::header::Part;
use crate::plan::ColumnRole;
use crate::role;
use crate::vocabulary::{
    Heading, heading_of, is_counted, is_label_of_labels, is_label_of_values, is_unit_word,
    total_label, total_of,
};

/// Leaves in the header what names its columns; gives what the corner says is counted.
pub(crate) fn clear(paths: &mut [Vec<Part>], numeric: &[bool]) -> Option<String> {
    let mut counted = None;
    let numeric = numeric.iter().copied().chain(std::iter::repeat(false));
    for (path, is_numeric) in paths.iter_mut().zip(numeric) {
        path.retain(|part| !is_label_of_labels(&part.text));
        if path.len() > 1 {
            path.retain(|part| !is_label_of_values(&part.text));
        }
        if is_numeric {
            split_total(path);
        }
        if !is_numeric && let Some(at) = path.iter().position(|part| is_counted(&part.text)) {
            counted = counted.or(Some(path.remove(at).text));
        }
    }
    let last = paths.iter().flatten().map(|part| part.row).max();
    if let Some(row) = last {
        keep_names_of_rows(paths, row);
    }
    counted
}

/// `Total Sum af Ophold` is the total of `Sum af Ophold`.
fn split_total(path: &mut Vec<Part>) {
    let counted = |part: &Part| {
        total_of(&part.text)
            .filter(|of| is_counted(of))
            .map(str::to_owned)
    };
    let found = path.iter().enumerate();
    let found = found
        .filter_map(|(at, part)| Some((at, counted(part)?)))
        .next();
    if let Some((at, of)) = found
        && let Some(part) = path.get_mut(at)
    {
        let row = part.row;
        part.text = of;
        let text = total_label().da;
        path.insert(at, Part { row, text });
    }
}

/// A heading that says of what kind the headings beside it are, above rows of another kind: `Uge` above indicators, beside weeks.
pub(crate) fn name_axes(dimensions: &mut [RawDimension], keys: &mut [RawDimension]) {
    for own in dimensions {
        let Some(Heading::Role(role)) = heading_of(&own.heading) else {
            continue;
        };
        let decided = own.pinned.role.and_then(ColumnRole::as_role);
        let is_open = decided != Some(role) && !role::bears_out(own, role);
        let key = keys
            .iter_mut()
            .find(|key| key.heading.is_empty() && role::of_dimension(key) == role);
        if let Some(key) = key.filter(|_| is_open) {
            key.heading = std::mem::take(&mut own.heading);
        }
    }
}

/// What the corner says is counted, above a column of places, periods, sexes or ages: `Akutte besøg` above municipalities.
pub(crate) fn counted_above(dimensions: &mut [RawDimension]) -> Option<String> {
    let counts = |own: &RawDimension| {
        let says =
            heading_of(&own.heading) == Some(Heading::Measure) && !is_unit_word(&own.heading);
        says && role::of_members(own).is_some()
    };
    let own = dimensions.iter_mut().find(|own| counts(own))?;
    Some(std::mem::take(&mut own.heading))
}

/// A heading above a column that was taken apart names the level that it does not fit otherwise: `Ydelse` above places, with
/// services between the rows.
pub(crate) fn name_sections(dimensions: &mut [RawDimension]) {
    let says_role = |own: &RawDimension| matches!(heading_of(&own.heading), Some(Heading::Role(_)));
    for at in 1..dimensions.len() {
        let Some([upper, lower]) = dimensions.get_mut(at - 1..=at) else {
            continue;
        };
        let fits_below = role::of_members(upper).is_some() && role::of_members(lower).is_none();
        if lower.heading.is_empty() && fits_below && !says_role(upper) {
            lower.heading = std::mem::take(&mut upper.heading);
        }
    }
}

/// Where the innermost row of the header only names what heads the rows, what stands above those names is about the rows of the
/// header.
fn keep_names_of_rows(paths: &mut [Vec<Part>], row: usize) {
    let has = |path: &&Vec<Part>| path.iter().any(|part| part.row == row);
    let named = paths.iter().take_while(has).count();
    let elsewhere = paths.iter().skip(named).any(|path| has(&path));
    let above: BTreeSet<usize> = paths
        .iter()
        .skip(named)
        .flatten()
        .map(|it| it.row)
        .collect();
    if elsewhere || above.len() < 2 {
        return;
    }
    for path in paths.iter_mut().take(named) {
        path.retain(|part| part.row == row);
    }
}
