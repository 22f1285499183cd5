//! The texts of a page on their way to members.

use arrow_buffer::BooleanBuffer;

use super::bits;
use super::column::count;
use super::delta;
use super::field::Field;
use super::header::Encoding;
use super::pages::{Rows, damaged, unsupported};
use super::verify::malformed;
use crate::columns::{Dictionary, Key, Members};
use crate::{FormatError, Place, Reason};

/// Where texts go.
pub(super) struct Texts<'a, 'm> {
    pub(super) field: &'a Field,
    pub(super) members: &'a mut Members<'m>,
    /// The row that the page begins with.
    pub(super) first_row: usize,
}

impl Texts<'_, '_> {
    /// Indices of a dictionary, in a byte each where they fit one.
    pub(super) fn indices(
        &mut self,
        rows: &Rows,
        at: (&Dictionary, Option<&BooleanBuffer>),
    ) -> Result<(), FormatError> {
        let bad = || damaged(self.field, "values");
        let count = count(rows, at.1);
        if count == 0 {
            return self.keys::<u8>(&[], rows.rows, at);
        }
        let (width, bytes) = rows.values().split_first().ok_or_else(bad)?;
        if *width <= 8 {
            let keys = bits::indices::<u8>(bytes, usize::from(*width), count).ok_or_else(bad)?;
            self.keys(&keys, rows.rows, at)
        } else {
            let keys = bits::indices::<u32>(bytes, usize::from(*width), count).ok_or_else(bad)?;
            self.keys(&keys, rows.rows, at)
        }
    }

    fn keys<K: Key>(
        &mut self,
        keys: &[K],
        row_count: usize,
        (dictionary, present): (&Dictionary, Option<&BooleanBuffer>),
    ) -> Result<(), FormatError> {
        let (mut row, mut keys) = (0, keys);
        while row < row_count {
            let count = self.members.room().min(row_count - row);
            let run = present.map(|present| present.slice(row, count));
            let taken = run.as_ref().map_or(count, BooleanBuffer::count_set_bits);
            let (now, later) = keys.split_at_checked(taken).unwrap_or((keys, &[]));
            let added = match run.filter(|_| taken < count) {
                None => self.members.add_keys(dictionary, now, None),
                Some(run) => {
                    let mut spread = vec![K::default(); count];
                    for (place, key) in run.set_indices().zip(now) {
                        if let Some(place) = spread.get_mut(place) {
                            *place = *key;
                        }
                    }
                    self.members.add_keys(dictionary, &spread, Some(&!&run))
                }
            };
            added.map_err(|within| {
                let place = Place {
                    row: Some((self.first_row + row + within) as u64 + 1),
                    ..Place::column(&self.field.name)
                };
                malformed(place, Reason::Page("values".to_owned()))
            })?;
            row += count;
            keys = later;
        }
        Ok(())
    }

    /// Texts that are written out.
    pub(super) fn plain(
        &mut self,
        rows: &Rows,
        present: Option<&BooleanBuffer>,
    ) -> Result<(), FormatError> {
        let bad = || damaged(self.field, "values");
        let count = count(rows, present);
        match rows.encoding {
            Encoding::PLAIN => {
                let texts = counted(rows.values(), count).ok_or_else(bad)?;
                self.add(texts.into_iter(), rows.rows, present)
            }
            Encoding::DELTA_LENGTH_BYTE_ARRAY => {
                let texts = delta::texts(rows.values(), count).ok_or_else(bad)?;
                if texts.len() != count {
                    return Err(bad());
                }
                self.add(texts.into_iter(), rows.rows, present)
            }
            Encoding::DELTA_BYTE_ARRAY => self.prefixed(rows, (count, present)),
            other => Err(unsupported(self.field, other)),
        }
    }

    fn add<'t>(
        &mut self,
        mut texts: impl Iterator<Item = &'t [u8]>,
        row_count: usize,
        present: Option<&BooleanBuffer>,
    ) -> Result<(), FormatError> {
        for row in 0..row_count {
            let is_present = present.is_none_or(|present| present.value(row));
            let text = if is_present { texts.next() } else { None };
            match text {
                Some(text) => self.members.add_text(text, self.first_row + row)?,
                None => self.members.add_none(),
            }
        }
        Ok(())
    }

    fn prefixed(
        &mut self,
        rows: &Rows,
        (count, present): (usize, Option<&BooleanBuffer>),
    ) -> Result<(), FormatError> {
        let (mut row, mut met, mut failed) = (0, 0, None);
        let is_absent = |row: usize| row < rows.rows && present.is_some_and(|it| !it.value(row));
        let read = delta::prefixed(rows.values(), count, &mut |text| {
            while is_absent(row) {
                self.members.add_none();
                row += 1;
            }
            failed = self.members.add_text(text, self.first_row + row).err();
            row += 1;
            met += 1;
            failed.is_none()
        });
        if let Some(error) = failed {
            return Err(error);
        }
        if read.is_none() || met != count {
            return Err(damaged(self.field, "values"));
        }
        (row..rows.rows).for_each(|_| self.members.add_none());
        Ok(())
    }
}

/// Texts each after its length; none if the bytes hold fewer than `count`.
pub(super) fn counted(mut bytes: &[u8], count: usize) -> Option<Vec<&[u8]>> {
    // No text takes less than its length.
    (bytes.len() / 4 >= count).then_some(())?;
    let mut texts = Vec::with_capacity(count);
    for _ in 0..count {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let (text, rest) =
            rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
        texts.push(text);
        bytes = rest;
    }
    Some(texts)
}
