//! How many of the parts of a place have reported, where not all have.

use danish::Language;
use danish::answer::against as word;
use health::{Cell, Figure, Place, Role};
use protocol::view::CellView;

use crate::lens::Lens;
use crate::open::Open;
use crate::present;

/// The finest places within a place that the indicator's table knows; the place itself, where it is one of them, is none.
pub(crate) fn parts<'a>(open: &'a Open, lens: &Lens<'_>, place: &str) -> Vec<&'a Place> {
    let level = lens.level_of(Role::Geography).unwrap_or_default();
    let is_within = |part: &&Place| {
        let above = |part: &&'a Place| open.place(part.parent.as_deref()?);
        let first = open.place(&part.id).and_then(|part| above(&part));
        std::iter::successors(first, above).any(|above| above.id == place)
    };
    let of_level = open.places.iter().filter(|place| place.level == level);
    of_level.filter(is_within).collect()
}

/// The cell of a place in a period as it is shown; an incomplete one says how many of its parts have reported, and one of a
/// level that the indicator is not counted at says so.
pub(crate) fn shown(
    (open, lens): (&Open, &Lens<'_>),
    (place, period): (&str, &str),
    cell: &Cell,
    language: Language,
) -> CellView {
    if !lens.is_counted_at(place) {
        return present::not_made(language);
    }
    let view = present::cell(cell, lens.indicator.decimals, language);
    let Figure::Incomplete { sum, .. } = cell.figure else {
        return view;
    };
    let parts = parts(open, lens, place);
    let Some(level) = parts.first().map(|part| part.level.as_str()) else {
        return view;
    };
    let rows = lens.by(level, place, period);
    let reported = rows.iter().filter(|(member, cell)| {
        let is_part = parts.iter().any(|part| part.code() == member.code);
        let unknown = matches!(cell.figure, Figure::Missing | Figure::Incomplete { .. });
        is_part && !unknown
    });
    let covered = word::covered(level, (reported.count(), parts.len()), language);
    let number = sum.map(|sum| danish::number::number(sum, lens.indicator.decimals, language));
    CellView {
        text: match number {
            Some(number) => format!("{number} ({covered})"),
            None => covered.clone(),
        },
        spoken: word::reported(&covered, language),
        ..view
    }
}
