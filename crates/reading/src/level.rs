//! The level of places that a heading names.

use health::geography::{self, Level};

use crate::draft::RawDimension;
use crate::name::slug;
use crate::vocabulary::is_total;

/// Words that name one level; a region is one of two generations.
const WORDS: [(&str, Level); 6] = [
    ("sundhedsraad", Level::HealthCouncil),
    ("sundhedsraadet", Level::HealthCouncil),
    ("kommune", Level::Municipality),
    ("bopaelskommune", Level::Municipality),
    ("municipality", Level::Municipality),
    ("landsdel", Level::Province),
];

/// The level that a column is said to have, where every place in it that is known can have it.
pub(crate) fn of_heading(raw: &RawDimension) -> Option<Level> {
    let heading = slug(&raw.heading);
    let mut named = WORDS
        .iter()
        .filter(|(word, _)| heading.split('_').any(|own| own == *word));
    let (_, level) = named.next()?;
    let others = named.any(|(_, other)| other != level);
    (!others && fits(raw, *level)).then_some(*level)
}

fn fits(raw: &RawDimension, level: Level) -> bool {
    let pairs = raw.codes.iter().zip(&raw.labels);
    let places = pairs.filter(|(code, label)| !is_total(code, label));
    let mut known = places
        .map(|(code, label)| {
            let code = if code == label { "" } else { code.as_str() };
            geography::candidates(code, label)
        })
        .filter(|candidates| !candidates.is_empty())
        .peekable();
    let is_any = known.peek().is_some();
    is_any && known.all(|candidates| candidates.iter().any(|place| place.level == level))
}
