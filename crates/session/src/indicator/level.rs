//! The level that places are listed at, and which of its places are.

use danish::Language;
use danish::answer::level as word;
use health::Place;
use protocol::message::{Notice, Weight};

use super::Frame;
use crate::lens::Lens;
use crate::open::Open;
use crate::{filters, words};

/// The level to show: the one asked for, or the nearest that the indicator is counted at; and what is to be told.
pub(super) fn shown(
    open: &Open,
    lens: &Lens<'_>,
    (asked, period): (&str, &str),
    language: Language,
) -> (String, Vec<Notice>) {
    let levels = open.levels();
    let is_counted = |place: &&&Place| lens.is_counted_at(&place.id);
    let at = levels.iter().position(|place| place.level == asked);
    let above = levels.iter().take(at.map_or(0, |at| at + 1));
    let nearest = above.rev().find(is_counted);
    let nearest = nearest.or_else(|| levels.iter().find(is_counted));
    let level = nearest.map_or(asked, |place| place.level.as_str());
    let mut notices = Vec::new();
    if let (Some(asked), Some(shown)) = (at.and_then(|at| levels.get(at)), nearest)
        && asked.level != shown.level
    {
        let label = |place: &Place| words::text(&place.level_label, language);
        let (headline, text) = word::not_counted(&label(asked), &label(shown), language);
        notices.push(notice(headline, text));
    }
    if lens.picks_places() {
        let (headline, text) = word::places_picked(language);
        notices.push(notice(headline.to_owned(), text.to_owned()));
    }
    let unfiltered = filters::unfiltered(open, lens.unknown().iter(), language);
    notices.extend(unfiltered.map(|words| notice(words, String::new())));
    notices.extend(words::notices(&lens.refused(level, period), language));
    (level.to_owned(), notices)
}

fn notice(headline: String, text: String) -> Notice {
    Notice {
        weight: Weight::Remark,
        headline,
        text,
    }
}

impl<'a> Frame<'a> {
    /// The places of a level that a filter on places leaves.
    pub(super) fn listed(&self, level: &str) -> Vec<&'a Place> {
        let picked = self.lens.picked(level, &self.period);
        let is_picked = |place: &&Place| {
            let mut codes = picked.iter().flatten();
            picked.is_none() || codes.any(|code| code == place.code())
        };
        let of_level = self.open.places.iter().filter(|place| place.level == level);
        of_level.filter(is_picked).collect()
    }
}
