//! Columns of regions, health councils and municipalities side by side become one column of places.

use std::collections::BTreeMap;

use health::geography::{self, Level, Place};
use table::{CodePart, Codes, NO_MEMBER, Role};

use crate::draft::{Interner, Origin, RawDimension};
use crate::pairing::{self, Pair};
use crate::vocabulary::is_total;
use crate::{level, role};

/// Joins columns of places of which one lies in the other in every row.
pub(crate) fn merge(mut dimensions: Vec<RawDimension>) -> Vec<RawDimension> {
    while let Some((kept, gone, merged)) = find(&dimensions) {
        if let Some(slot) = dimensions.get_mut(kept) {
            *slot = merged;
        }
        dimensions.remove(gone);
    }
    dimensions
}

fn find(dimensions: &[RawDimension]) -> Option<(usize, usize, RawDimension)> {
    let places: Vec<Option<Places<'_>>> = dimensions.iter().map(Places::of).collect();
    let pairs =
        (0..dimensions.len()).flat_map(|kept| (0..dimensions.len()).map(move |gone| (kept, gone)));
    pairs
        .filter(|(kept, gone)| kept != gone)
        .find_map(|(kept, gone)| {
            let (fine, coarse) = (places.get(kept)?.as_ref()?, places.get(gone)?.as_ref()?);
            (fine.level < coarse.level).then_some(())?;
            Some((kept, gone, joined(fine, coarse)?))
        })
}

/// A column of which the place of each member is known.
struct Places<'a> {
    raw: &'a RawDimension,
    members: Vec<Option<&'static Place>>,
    totals: Vec<bool>,
    level: Level,
}

impl<'a> Places<'a> {
    fn of(raw: &'a RawDimension) -> Option<Self> {
        let is_described = matches!(raw.origin, Origin::Described(_));
        if is_described || role::of_dimension(raw) != Role::Geography {
            return None;
        }
        let pairs = || raw.codes.iter().zip(&raw.labels);
        let level = level::of_heading(raw).or_else(|| most_common_level(raw))?;
        let place = |(code, label): (&String, &String)| {
            let code = if code == label { "" } else { code };
            let candidates = geography::candidates(code, label);
            let own = candidates.iter().find(|place| place.level == level);
            own.or(candidates.first()).copied()
        };
        let totals = pairs().map(|(code, label)| is_total(code, label)).collect();
        Some(Self {
            raw,
            members: pairs().map(place).collect(),
            totals,
            level,
        })
    }

    /// The place of a row; none for a blank, a total or an unknown place.
    fn place(&self, row: u32) -> Option<&'static Place> {
        *self.members.get(usize::try_from(row).ok()?)?
    }

    /// Whether the row says nothing narrower than the other column.
    fn is_open(&self, row: u32) -> bool {
        let total = || {
            usize::try_from(row)
                .ok()
                .and_then(|row| self.totals.get(row))
                .copied()
        };
        row == NO_MEMBER || total().unwrap_or(false)
    }

    fn label(&self, row: u32) -> &str {
        let index = usize::try_from(row).ok();
        index
            .and_then(|index| self.raw.labels.get(index))
            .map_or("", String::as_str)
    }
}

/// The level that most members can have.
fn most_common_level(raw: &RawDimension) -> Option<Level> {
    let pairs = || raw.codes.iter().zip(&raw.labels);
    let count = |level: Level| {
        let fits = |(code, label): &(&String, &String)| {
            let code = if code == label { "" } else { code.as_str() };
            geography::candidates(code, label)
                .iter()
                .any(|place| place.level == level)
        };
        pairs().filter(fits).count()
    };
    let counts = Level::ALL.map(|level| (count(level), std::cmp::Reverse(level)));
    counts
        .into_iter()
        .max()
        .filter(|(count, _)| *count > 0)
        .map(|(_, level)| level.0)
}

/// The narrower place of each row; none when a row contradicts the map.
fn joined(fine: &Places<'_>, coarse: &Places<'_>) -> Option<RawDimension> {
    let mut interner = Interner::default();
    let mut labels: Vec<String> = Vec::new();
    let pairs = pairs(fine.raw, coarse.raw)?;
    let mut found = Vec::with_capacity(pairs.len());
    for &(narrow, wide) in &pairs {
        let (code, label) = if !fine.is_open(narrow) {
            agree(fine.place(narrow), coarse.place(wide)).then_some(())?;
            written(fine, narrow)
        } else if wide == NO_MEMBER {
            written(fine, narrow)
        } else {
            written(coarse, wide)
        };
        let index = interner.number(&code);
        if index != NO_MEMBER && usize::try_from(index).ok()? == labels.len() {
            labels.push(label);
        }
        found.push(index);
    }
    let codes = interner.into_texts();
    let rows = rows(fine.raw, coarse.raw, pairs.into_iter().zip(found).collect());
    let sources = fine.raw.sources.iter().chain(&coarse.raw.sources);
    Some(RawDimension {
        codes,
        labels,
        rows,
        sources: sources.copied().collect(),
        ..fine.raw.clone()
    })
}

/// The places that stand in one row of both columns.
fn pairs(fine: &RawDimension, coarse: &RawDimension) -> Option<Vec<Pair>> {
    let (fine, coarse) = (
        (&fine.rows, fine.codes.len()),
        (&coarse.rows, coarse.codes.len()),
    );
    pairing::pairs(fine, coarse, usize::MAX)
}

/// The rows by what became of each pair.
fn rows(fine: &RawDimension, coarse: &RawDimension, found: BTreeMap<Pair, u32>) -> Codes {
    let mut by_fine = vec![None; fine.codes.len()];
    let mut of_none = None;
    let mut fine_decides = true;
    for (&(narrow, _), &index) in &found {
        let slot = by_fine.get_mut(narrow as usize).unwrap_or(&mut of_none);
        fine_decides &= slot.is_none_or(|known| known == index);
        *slot = Some(index);
    }
    if fine_decides {
        let members: Vec<u32> = by_fine
            .into_iter()
            .map(|it| it.unwrap_or(NO_MEMBER))
            .collect();
        return fine.rows.recoded(&members, of_none.unwrap_or(NO_MEMBER));
    }
    let parts = fine.rows.parts().iter().zip(coarse.rows.parts());
    let parts = parts.map(|(fine, coarse)| {
        let rows = fine.to_vec().into_iter().zip(coarse.to_vec());
        let rows = rows.map(|pair| found.get(&pair).copied().unwrap_or(NO_MEMBER));
        CodePart::U32(rows.collect())
    });
    Codes::from_parts(parts.collect())
}

fn agree(narrow: Option<&Place>, wide: Option<&Place>) -> bool {
    match (narrow, wide) {
        (Some(narrow), Some(wide)) => {
            wide.level == Level::Country || narrow.within(wide.level) == Some(wide.code)
        }
        _ => true,
    }
}

/// A code that no other level has, and a label that names the level.
fn written(places: &Places<'_>, row: u32) -> (String, String) {
    match places.place(row) {
        Some(place) => (
            format!("{}:{}", place.level.name(), place.code),
            place.label().da,
        ),
        None => (places.label(row).to_owned(), places.label(row).to_owned()),
    }
}
