//! Merges the cells of two shares of the rows.

use std::cmp::Ordering;

use crate::block::{listed, push, room, try_listed};
use crate::{Cells, EngineError, MeasureCells, Sum};

/// Where a group of the merged cells comes from: its position in either share.
type Origin = (Option<usize>, Option<usize>);

/// Where all of them come from.
enum Origins {
    /// Both shares have the same groups.
    Same(usize),
    Listed(Vec<Origin>),
}

impl Cells {
    /// The cells of this share of the rows and of the one that follows it.
    pub(crate) fn merge(self, next: Self) -> Result<Self, EngineError> {
        if self.key_len != next.key_len || self.measures.len() != next.measures.len() {
            return Err(EngineError::NotAnOutcome);
        }
        let origins = align(&self, &next)?;
        let measures = self.measures.iter().zip(&next.measures);
        let measures = measures.map(|(mine, next)| merge_measure(&origins, mine, next));
        Ok(Self {
            key_len: self.key_len,
            row_counts: added(&origins, &self.row_counts, &next.row_counts)?,
            measures: try_listed(self.measures.len(), measures)?,
            ungrouped: self.ungrouped + next.ungrouped,
            keys: keys(&origins, self, &next)?,
        })
    }

    pub(crate) fn seal(&mut self) -> Result<(), EngineError> {
        self.measures.iter_mut().try_for_each(MeasureCells::seal)
    }
}

/// The groups of both, in ascending order of their keys.
fn align(mine: &Cells, next: &Cells) -> Result<Origins, EngineError> {
    if mine.keys == next.keys && mine.len() == next.len() {
        return Ok(Origins::Same(mine.len()));
    }
    let (mut at, mut other) = (0, 0);
    let mut origins = room(mine.len().max(next.len()))?;
    while at < mine.len() || other < next.len() {
        let order = match (at < mine.len(), other < next.len()) {
            (true, true) => mine.key(at).cmp(next.key(other)),
            (true, false) => Ordering::Less,
            _ => Ordering::Greater,
        };
        let origin = (order.is_le().then_some(at), order.is_ge().then_some(other));
        push(&mut origins, origin)?;
        at += usize::from(order.is_le());
        other += usize::from(order.is_ge());
    }
    Ok(Origins::Listed(origins))
}

fn keys(origins: &Origins, mine: Cells, next: &Cells) -> Result<Vec<u32>, EngineError> {
    let Origins::Listed(listed_origins) = origins else {
        return Ok(mine.keys);
    };
    let key = |origin: &Origin| match *origin {
        (Some(at), _) => mine.key(at),
        (None, at) => at.map_or(&[][..], |at| next.key(at)),
    };
    let keys = listed_origins.iter().flat_map(key).copied();
    listed(listed_origins.len() * mine.key_len, keys)
}

fn merge_measure(
    origins: &Origins,
    mine: &MeasureCells,
    next: &MeasureCells,
) -> Result<MeasureCells, EngineError> {
    let sum = |mine: Sum, next: Sum| mine.merge(next);
    let smaller = |mine: Option<f64>, next: Option<f64>| pick(mine, next, f64::min);
    let larger = |mine: Option<f64>, next: Option<f64>| pick(mine, next, f64::max);
    Ok(MeasureCells {
        sum: joined(origins, (&mine.sum, &next.sum), sum)?,
        float_parts: float_parts(origins, mine, next)?,
        count: added(origins, &mine.count, &next.count)?,
        hidden: added(origins, &mine.hidden, &next.hidden)?,
        missing: added(origins, &mine.missing, &next.missing)?,
        not_applicable: added(origins, &mine.not_applicable, &next.not_applicable)?,
        min: joined(origins, (&mine.min, &next.min), smaller)?,
        max: joined(origins, (&mine.max, &next.max), larger)?,
    })
}

fn pick(mine: Option<f64>, next: Option<f64>, pick: fn(f64, f64) -> f64) -> Option<f64> {
    match (mine, next) {
        (Some(mine), Some(next)) => Some(pick(mine, next)),
        (mine, next) => mine.or(next),
    }
}

/// The parts of the first share, then those of the second; a group that a share does not have adds nothing.
fn float_parts(
    origins: &Origins,
    mine: &MeasureCells,
    next: &MeasureCells,
) -> Result<Vec<Vec<f64>>, EngineError> {
    let (mine, next) = (&mine.float_parts, &next.float_parts);
    let part = |part: &[f64], place: fn(&Origin) -> Option<usize>| match origins {
        Origins::Same(len) => listed(*len, part.iter().copied()),
        Origins::Listed(origins) => {
            let value = |origin| place(origin).and_then(|at| part.get(at)).copied();
            let values = origins.iter().map(|origin| value(origin).unwrap_or(0.0));
            listed(origins.len(), values)
        }
    };
    let first = mine.iter().map(|mine| part(mine, |origin| origin.0));
    let second = next.iter().map(|next| part(next, |origin| origin.1));
    try_listed(mine.len() + next.len(), first.chain(second))
}

fn added(origins: &Origins, mine: &[u64], next: &[u64]) -> Result<Vec<u64>, EngineError> {
    if !mine.is_empty() && !next.is_empty() {
        return joined(origins, (mine, next), |mine, next| mine + next);
    }
    let none_or = |counts: &[u64], at: Option<usize>| at.and_then(|at| counts.get(at)).copied();
    match origins {
        _ if mine.is_empty() && next.is_empty() => Ok(Vec::new()),
        Origins::Same(len) => listed(*len, mine.iter().chain(next).copied()),
        Origins::Listed(origins) => {
            let count = |(at, other): &Origin| none_or(mine, *at).or(none_or(next, *other));
            let counts = origins.iter().map(|origin| count(origin).unwrap_or(0));
            listed(origins.len(), counts)
        }
    }
}

/// The entries of both where both have one; nothing where neither list has entries.
fn joined<T: Copy>(
    origins: &Origins,
    (mine, next): (&[T], &[T]),
    join: impl Fn(T, T) -> T,
) -> Result<Vec<T>, EngineError> {
    let entry = |origin: &Origin| {
        let mine = origin.0.and_then(|at| mine.get(at)).copied();
        let next = origin.1.and_then(|at| next.get(at)).copied();
        match (mine, next) {
            (Some(mine), Some(next)) => Some(join(mine, next)),
            (mine, next) => mine.or(next),
        }
    };
    if mine.is_empty() && next.is_empty() {
        return Ok(Vec::new());
    }
    match origins {
        Origins::Same(len) if mine.len() == next.len() => {
            let pairs = mine.iter().zip(next);
            listed(*len, pairs.map(|(mine, next)| join(*mine, *next)))
        }
        Origins::Same(len) => listed(*len, mine.iter().chain(next).copied()),
        Origins::Listed(origins) => listed(origins.len(), origins.iter().filter_map(entry)),
    }
}
