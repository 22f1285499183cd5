//! Columns of keys into a dictionary.

use super::batch::DictionaryBatch;
use super::column::{Reading, Rows};
use super::fields::{Kind, Width};
use super::malformed;
use crate::columns::{Dictionary, Key, Members};
use crate::{FormatError, Place, Reason};

/// The dictionary in force.
struct Current {
    id: i64,
    key: Width,
    /// How many dictionaries of the file were looked at.
    known: usize,
    dictionary: Dictionary,
}

/// What is done with the texts of each dictionary.
type Look<'a> = &'a dyn Fn(&[Option<Vec<u8>>]) -> Result<(), FormatError>;

impl Reading<'_> {
    /// Rows by their keys; each dictionary's texts are shown to `look` first.
    pub(super) fn dictionary(
        &self,
        at: usize,
        members: &mut Members<'_>,
        look: impl Fn(&[Option<Vec<u8>>]) -> Result<(), FormatError>,
    ) -> Result<(), FormatError> {
        let Kind::Dictionary { id, key, .. } = self.field(at)?.kind else {
            return Err(malformed(Place::default(), Reason::Footer));
        };
        let mut current = Current {
            id,
            key,
            known: 0,
            dictionary: Dictionary::default(),
        };
        let mut row = 0;
        for batch in &self.contents.batches {
            self.renew(&mut current, batch.dictionaries, (members, &look))?;
            let mut start = 0;
            while start < batch.row_count {
                let count = members.room().min(batch.row_count - start);
                let rows = Rows {
                    batch,
                    start,
                    count,
                };
                let added = match key.bits {
                    8 => self.keys::<u8>((at, rows), &current, members),
                    16 => self.keys::<u16>((at, rows), &current, members),
                    32 => self.keys::<u32>((at, rows), &current, members),
                    _ => self.keys::<u64>((at, rows), &current, members),
                }?;
                added.map_err(|within| {
                    let row = Some((row + within) as u64 + 1);
                    malformed(
                        Place {
                            row,
                            ..Place::default()
                        },
                        Reason::UnknownMember,
                    )
                })?;
                row += count;
                start += count;
            }
        }
        Ok(())
    }

    fn keys<K: Key>(
        &self,
        (at, rows): (usize, Rows<'_>),
        current: &Current,
        members: &mut Members<'_>,
    ) -> Result<Result<(), usize>, FormatError> {
        let absent = self.absent((at, rows))?;
        self.look((at, rows), |keys: &[K]| {
            members.add_keys(&current.dictionary, keys, absent.as_ref())
        })
    }

    /// Takes in the dictionaries that came before a batch.
    fn renew(
        &self,
        current: &mut Current,
        known: usize,
        (members, look): (&mut Members<'_>, Look<'_>),
    ) -> Result<(), FormatError> {
        let new = self.contents.dictionaries.get(current.known..known);
        current.known = known;
        for found in new
            .into_iter()
            .flatten()
            .filter(|found| found.id == current.id)
        {
            let texts = self.entries(found)?;
            look(&texts)?;
            let dictionary = members.dictionary(texts.iter().map(Option::as_deref))?;
            if found.is_delta {
                current.dictionary.extend(dictionary);
            } else {
                current.dictionary = dictionary;
            }
            if current.key.signed {
                // A negative key, read as a large number, must not find a text.
                let bits = u32::try_from(current.key.bits - 1).unwrap_or(0);
                let count = 1_usize.checked_shl(bits).unwrap_or(usize::MAX);
                current.dictionary.truncate(count);
            }
        }
        Ok(())
    }

    /// The texts of a dictionary; one that is missing stands for no member.
    fn entries(&self, found: &DictionaryBatch) -> Result<Vec<Option<Vec<u8>>>, FormatError> {
        let rows = Rows {
            batch: &found.batch,
            start: 0,
            count: found.batch.row_count,
        };
        let absent = self.absent((0, rows))?;
        let is_absent = |at| absent.as_ref().is_some_and(|absent| absent.value(at));
        let mut entries = Vec::new();
        let column = self.texts(&found.batch, 0);
        column.each(found.texts, 0..rows.count, &mut |text| {
            let is_text = !is_absent(entries.len());
            entries.push(is_text.then(|| text.to_vec()));
            Ok(())
        })?;
        Ok(entries)
    }
}
