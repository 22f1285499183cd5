//! The smallest and largest number of each slot, for measures where they are asked for.

use table::{Part, StatusPart};

use crate::block::{Rows, grow};
use crate::{EngineError, Sum};

/// Smallest and largest so far.
#[derive(Debug, Default)]
pub(crate) struct Extremes {
    integers: Vec<Option<(i64, i64)>>,
    floats: Vec<Option<(f64, f64)>>,
}

impl Extremes {
    /// Looks at the numbers of some rows.
    pub(crate) fn add(
        &mut self,
        (part, measure): (&Part<'_>, usize),
        (rows, slots): (&Rows<'_>, &[u32]),
    ) -> Result<(), EngineError> {
        let status = part.status(measure);
        let slot_count = slots
            .iter()
            .copied()
            .max()
            .map_or(0, |last| last as usize + 1);
        if let Some(integers) = part.integers(measure) {
            grow(&mut self.integers, slot_count, None)?;
            each(rows, slots, status, |slot, row| {
                widen(&mut self.integers, slot, integers.get(row))
            });
        }
        if let Some(floats) = part.floats(measure) {
            grow(&mut self.floats, slot_count, None)?;
            each(rows, slots, status, |slot, row| {
                widen(&mut self.floats, slot, floats.get(row).copied())
            });
        }
        Ok(())
    }

    /// Smallest and largest of a slot.
    pub(crate) fn get(&self, slot: usize, decimals: Option<u8>) -> (Option<f64>, Option<f64>) {
        let found = match decimals {
            Some(decimals) => {
                let scale = |units: i64| {
                    Sum::Exact {
                        units: units.into(),
                        decimals,
                    }
                    .to_f64()
                };
                let found = self.integers.get(slot).copied().flatten();
                found.map(|(min, max)| (scale(min), scale(max)))
            }
            None => self.floats.get(slot).copied().flatten(),
        };
        found.unzip()
    }
}

/// Calls with slot and row within the part of each row that has a number.
fn each(
    rows: &Rows<'_>,
    slots: &[u32],
    status: Option<&StatusPart>,
    mut call: impl FnMut(usize, usize),
) {
    for (position, slot) in slots.iter().enumerate() {
        let Some(row) = rows.within_part(position) else {
            continue;
        };
        if status.is_none_or(|status| status.get(row).is_number()) {
            call(*slot as usize, row);
        }
    }
}

fn widen<T: Copy + PartialOrd>(extremes: &mut [Option<(T, T)>], slot: usize, value: Option<T>) {
    let Some((place, value)) = extremes.get_mut(slot).zip(value) else {
        return;
    };
    let (min, max) = place.unwrap_or((value, value));
    *place = Some((
        if value < min { value } else { min },
        if value > max { value } else { max },
    ));
}
