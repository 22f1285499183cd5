//! One column read from all its chunks.

use ::parquet::basic::Type as Physical;
use arrow_buffer::{ArrowNativeType, BooleanBuffer};

use super::bits;
use super::chunk::Found;
use super::field::Field;
use super::header::Encoding;
use super::pages::{Page, Pages, Rows, damaged, unsupported};
use super::texts::{Texts, counted};
use super::values::{Decimal, Decoder, Lies, Wrong};
use super::verify::{Layout, malformed};
use crate::columns::{Filled, Fractions, Meaning, Members, Stage, Wholes};
use crate::{Feature, Format, FormatError, Limits, Place, Reason, Source};

/// The file, its limits, and who is told after each chunk of so many bytes.
pub(super) struct Reading<'a> {
    pub(super) source: &'a dyn Source,
    pub(super) layout: &'a Layout,
    pub(super) limits: &'a Limits,
    pub(super) told: &'a mut dyn FnMut(u64),
}

impl<'a> Reading<'a> {
    /// Reads the column at an index.
    pub(super) fn column(
        &mut self,
        at: usize,
        field: &'a Field,
    ) -> Result<Filled<'a>, FormatError> {
        let signed = field.meaning != (Meaning::Integer { signed: false });
        let wide = |decimal: Decimal| {
            let feature = Feature::ColumnType("DECIMAL".to_owned());
            let place = Place::column(&field.name);
            decimal.0.ok_or(FormatError::Unsupported { feature, place })
        };
        Ok(match field.physical {
            Physical::BYTE_ARRAY => Filled::Members(self.texts(at, field)?),
            Physical::FLOAT => self.fractions::<f32>(at, field)?,
            Physical::DOUBLE => self.fractions::<f64>(at, field)?,
            Physical::BOOLEAN => self.wholes(at, field, |truth: bool| Ok(u8::from(truth)))?,
            Physical::INT32 if signed => self.wholes(at, field, |value: i32| Ok(value))?,
            Physical::INT32 => self.wholes(at, field, |value: i32| Ok(value.cast_unsigned()))?,
            Physical::INT64 | Physical::INT96 => self.wholes(at, field, |value: i64| Ok(value))?,
            Physical::FIXED_LEN_BYTE_ARRAY => self.wholes(at, field, wide)?,
        })
    }

    fn wholes<V: Lies, T: ArrowNativeType + Ord + Into<i64>>(
        &mut self,
        at: usize,
        field: &'a Field,
        convert: impl Fn(V) -> Result<T, FormatError>,
    ) -> Result<Filled<'a>, FormatError> {
        let mut wholes = Wholes::default();
        let mut stage = Stage::<T>::new(self.layout.row_count);
        let mut pack = |stage: &mut Stage<T>| wholes.pack(stage);
        self.numbers(
            at,
            field,
            &mut Staged {
                stage: &mut stage,
                pack: &mut pack,
                convert,
            },
        )?;
        wholes.pack_rest(&mut stage);
        Ok(Filled::Wholes(wholes))
    }

    fn fractions<V: Lies + Into<f64>>(
        &mut self,
        at: usize,
        field: &'a Field,
    ) -> Result<Filled<'a>, FormatError> {
        let mut fractions = Fractions::exact();
        let mut stage = Stage::<f64>::new(self.layout.row_count);
        let mut pack = |stage: &mut Stage<f64>| fractions.pack(stage);
        let convert = |value: V| Ok(value.into());
        self.numbers(
            at,
            field,
            &mut Staged {
                stage: &mut stage,
                pack: &mut pack,
                convert,
            },
        )?;
        fractions.pack_rest(&mut stage);
        Ok(Filled::Fractions(fractions))
    }

    fn numbers<V: Lies, T: ArrowNativeType, C: Fn(V) -> Result<T, FormatError>>(
        &mut self,
        at: usize,
        field: &'a Field,
        to: &mut Staged<'_, T, C>,
    ) -> Result<(), FormatError> {
        let mut decoder = Decoder::<V>::new(field.physical, field.width);
        self.each_page(at, field, &mut |page, _| match page {
            Page::Dictionary { values, bytes } => {
                let set = decoder.set_dictionary(&bytes, values);
                set.map_err(|wrong| wrong_in(field, "dictionary", (wrong, Encoding::PLAIN)))
            }
            Page::Rows(rows) => {
                let present = present(field, &rows)?;
                let count = count(&rows, present.as_ref());
                let values = decoder.values(rows.encoding, rows.values(), count);
                let values =
                    values.map_err(|wrong| wrong_in(field, "values", (wrong, rows.encoding)))?;
                to.add(&values, present.as_ref())
            }
        })
    }

    fn texts(&mut self, at: usize, field: &'a Field) -> Result<Members<'a>, FormatError> {
        let row_count = self.layout.row_count;
        let mut members = Members::new((Format::Parquet, &field.name), row_count, self.limits);
        let mut dictionary = None;
        self.each_page(at, field, &mut |page, first_row| match page {
            Page::Dictionary { values, bytes } => {
                let texts = counted(&bytes, values).ok_or_else(|| damaged(field, "dictionary"))?;
                dictionary = Some(members.dictionary(texts.into_iter().map(Some))?);
                Ok(())
            }
            Page::Rows(rows) => {
                let present = present(field, &rows)?;
                let mut to = Texts {
                    field,
                    members: &mut members,
                    first_row,
                };
                match rows.encoding {
                    Encoding::PLAIN_DICTIONARY | Encoding::RLE_DICTIONARY => {
                        let dictionary = dictionary.as_ref();
                        let dictionary = dictionary.ok_or_else(|| damaged(field, "values"))?;
                        to.indices(&rows, (dictionary, present.as_ref()))
                    }
                    _ => to.plain(&rows, present.as_ref()),
                }
            }
        })?;
        Ok(members)
    }

    /// Reads the pages of each chunk; `read` is told the row that a page begins with.
    fn each_page(
        &mut self,
        at: usize,
        field: &'a Field,
        read: &mut dyn FnMut(Page, usize) -> Result<(), FormatError>,
    ) -> Result<(), FormatError> {
        let bad = || malformed(Place::column(&field.name), Reason::Footer);
        let mut row = 0;
        for group in self.layout.metadata.row_groups() {
            let found = group.columns().get(at).map(Found::of);
            let Some(Found::Readable(chunk)) = found else {
                return Err(bad());
            };
            let expected = usize::try_from(group.num_rows()).map_err(|_| bad())?;
            let end = row + expected;
            let mut pages = Pages::new(self.source, chunk, (field, self.limits));
            while row < end {
                let Some(page) = pages.next()? else { break };
                let rows = match &page {
                    Page::Dictionary { .. } => 0,
                    Page::Rows(rows) => rows.rows,
                };
                if rows > end - row {
                    return Err(uneven(field, (row + rows, end), expected));
                }
                read(page, row)?;
                row += rows;
            }
            if row != end {
                return Err(uneven(field, (row, end), expected));
            }
            (self.told)(chunk.end - chunk.start);
        }
        Ok(())
    }
}

/// A chunk that has another number of rows than its group.
fn uneven(field: &Field, (row, end): (usize, usize), expected: usize) -> FormatError {
    let (row, end, expected) = (row as u64, end as u64, expected as u64);
    let found = (expected + row).saturating_sub(end);
    malformed(
        Place::column(&field.name),
        Reason::RowCount { found, expected },
    )
}

/// Which rows have a value; nothing if all have.
fn present(field: &Field, rows: &Rows) -> Result<Option<BooleanBuffer>, FormatError> {
    if !field.optional || rows.rows == 0 {
        return Ok(None);
    }
    let present = bits::present(rows.levels(), rows.rows);
    present.ok_or_else(|| damaged(field, "levels"))
}

/// How many rows of a page have a value.
pub(super) fn count(rows: &Rows, present: Option<&BooleanBuffer>) -> usize {
    present.map_or(rows.rows, BooleanBuffer::count_set_bits)
}

fn wrong_in(field: &Field, what: &str, (wrong, encoding): (Wrong, Encoding)) -> FormatError {
    match wrong {
        Wrong::Damaged => damaged(field, what),
        Wrong::Unsupported => unsupported(field, encoding),
    }
}

/// Where numbers go, and what they become on the way.
struct Staged<'a, T, C> {
    stage: &'a mut Stage<T>,
    pack: &'a mut dyn FnMut(&mut Stage<T>),
    convert: C,
}

impl<T: ArrowNativeType, C> Staged<'_, T, C> {
    /// Adds the rows of a page; values are of those that are present.
    fn add<V: Lies>(
        &mut self,
        values: &[V],
        present: Option<&BooleanBuffer>,
    ) -> Result<(), FormatError>
    where
        C: Fn(V) -> Result<T, FormatError>,
    {
        let row_count = present.map_or(values.len(), BooleanBuffer::len);
        let (mut row, mut values) = (0, values);
        while row < row_count {
            let count = self.stage.room().min(row_count - row);
            let run = present.map(|present| present.slice(row, count));
            let taken = run.as_ref().map_or(count, BooleanBuffer::count_set_bits);
            let (now, later) = values.split_at_checked(taken).unwrap_or((values, &[]));
            let places = self.stage.next(count);
            match &run {
                None => self.fill(now)?,
                Some(run) => {
                    for (place, value) in run.set_indices().zip(now) {
                        if let Some(place) = places.get_mut(place) {
                            *place = (self.convert)(*value)?;
                        }
                    }
                }
            }
            let absent = run
                .filter(|run| run.count_set_bits() < count)
                .map(|run| !&run);
            self.stage.add(count, absent.as_ref());
            (self.pack)(self.stage);
            row += count;
            values = later;
        }
        Ok(())
    }

    fn fill<V: Lies>(&mut self, values: &[V]) -> Result<(), FormatError>
    where
        C: Fn(V) -> Result<T, FormatError>,
    {
        let places = self.stage.next(values.len()).iter_mut();
        for (place, value) in places.zip(values) {
            *place = (self.convert)(*value)?;
        }
        Ok(())
    }
}
