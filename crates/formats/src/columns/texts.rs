//! The different texts of a column, in the order they are met.

use std::collections::HashMap;
use std::rc::Rc;

use crate::{Format, FormatError, Limits, Place, Reason, What};

/// Slots that remember which text of a kind was met last, which saves hashing texts that come again and again.
const SLOTS: usize = 1 << 12;

/// The texts of a column.
#[derive(Debug)]
pub(crate) struct Texts<'a> {
    format: Format,
    column: &'a str,
    limits: &'a Limits,
    met: Vec<Rc<str>>,
    indices: HashMap<Rc<str>, u32>,
    recent: Vec<u32>,
}

impl<'a> Texts<'a> {
    pub(crate) fn new(format: Format, column: &'a str, limits: &'a Limits) -> Self {
        let recent = vec![0; SLOTS];
        Self {
            format,
            column,
            limits,
            met: Vec::new(),
            indices: HashMap::new(),
            recent,
        }
    }

    /// The index of a text, new or known; `row` is for places.
    pub(crate) fn index(&mut self, bytes: &[u8], row: Option<usize>) -> Result<u32, FormatError> {
        let slot = slot(bytes);
        let recent = self.recent.get(slot).copied().unwrap_or_default();
        let known = self.met.get(recent as usize);
        if known.is_some_and(|known| known.as_bytes() == bytes) {
            return Ok(recent);
        }
        let index = self.find_or_add(bytes, row)?;
        if let Some(place) = self.recent.get_mut(slot) {
            *place = index;
        }
        Ok(index)
    }

    /// Number of texts met.
    pub(crate) fn len(&self) -> usize {
        self.met.len()
    }

    /// The texts met.
    pub(crate) fn finish(self) -> Vec<String> {
        self.met
            .iter()
            .map(|text| text.as_ref().to_owned())
            .collect()
    }

    fn find_or_add(&mut self, bytes: &[u8], row: Option<usize>) -> Result<u32, FormatError> {
        let place = || Place {
            row: row.map(|row| row as u64 + 1),
            ..Place::column(self.column)
        };
        let text = std::str::from_utf8(bytes)
            .map_err(|_| FormatError::malformed(self.format, place(), Reason::Encoding))?;
        if let Some(index) = self.indices.get(text) {
            return Ok(*index);
        }
        self.limits.check(What::TextBytes, text.len() as u64)?;
        self.limits
            .check(What::Dictionary, self.met.len() as u64 + 1)?;
        let index = u32::try_from(self.met.len()).unwrap_or(u32::MAX);
        let text: Rc<str> = text.into();
        self.met.push(Rc::clone(&text));
        self.indices.insert(text, index);
        Ok(index)
    }
}

/// The slot of a text by its length and its ends; what is found there is compared, so two texts of one slot do no harm.
fn slot(bytes: &[u8]) -> usize {
    let first = bytes
        .first_chunk::<8>()
        .map_or(0, |chunk| u64::from_le_bytes(*chunk));
    let last = bytes
        .last_chunk::<4>()
        .map_or(0, |chunk| u64::from(u32::from_le_bytes(*chunk)));
    let short = bytes
        .iter()
        .take(8)
        .fold(0, |mixed, byte| (mixed << 7) ^ u64::from(*byte));
    let mixed =
        (first ^ short ^ (last << 17) ^ bytes.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from(mixed >> 52).unwrap_or(0) % SLOTS
}
