//! Rows of one column in one batch, put where they are packed from.

use arrow_buffer::{ArrowNativeType, BooleanBuffer};

use super::column::{Reading, Rows};
use crate::columns::Stage;
use crate::source::reserve;
use crate::{Feature, FormatError};

impl Reading<'_> {
    /// Values as they lie, straight to where they are packed from.
    pub(super) fn values<T: ArrowNativeType>(
        &self,
        (at, rows): (usize, Rows<'_>),
        to: &mut Stage<T>,
    ) -> Result<(), FormatError> {
        let buffer = self.body.buffer(rows.batch, (at, 1))?;
        let from = rows.start as u64 * size_of::<T>() as u64;
        self.body.read(buffer, from, to.next_bytes(rows.count))
    }

    /// Looks at values as they lie, in memory that is used again and again.
    pub(super) fn look<T: ArrowNativeType, R>(
        &self,
        (at, rows): (usize, Rows<'_>),
        look: impl FnOnce(&[T]) -> R,
    ) -> Result<R, FormatError> {
        let mut scratch = self.scratch.borrow_mut();
        scratch.resize(rows.count * size_of::<T>(), 0);
        let buffer = self.body.buffer(rows.batch, (at, 1))?;
        let from = rows.start as u64 * size_of::<T>() as u64;
        self.body.read(buffer, from, scratch.as_slice_mut())?;
        Ok(look(scratch.typed_data::<T>()))
    }

    pub(super) fn singles(
        &self,
        (at, rows): (usize, Rows<'_>),
        to: &mut Stage<f64>,
    ) -> Result<(), FormatError> {
        self.look::<f32, _>((at, rows), |singles| {
            let pairs = to.next(rows.count).iter_mut().zip(singles);
            pairs.for_each(|(double, single)| *double = (*single).into());
        })
    }

    /// Decimals of sixteen bytes that fit eight; a row without a value may hold anything.
    pub(super) fn decimals(
        &self,
        (at, rows): (usize, Rows<'_>),
        to: &mut Stage<i64>,
    ) -> Result<(), FormatError> {
        let absent = self.absent((at, rows))?;
        let is_absent = |row| absent.as_ref().is_some_and(|absent| absent.value(row));
        self.look::<i128, _>((at, rows), |wide| {
            let pairs = to.next(rows.count).iter_mut().zip(wide);
            for (row, (narrow, wide)) in pairs.enumerate() {
                *narrow = match i64::try_from(*wide) {
                    Ok(value) => value,
                    Err(_) if is_absent(row) => 0,
                    Err(_) => {
                        let feature = Feature::ColumnType("Decimal128".to_owned());
                        return Err(FormatError::unsupported(feature));
                    }
                };
            }
            Ok(())
        })?
    }

    pub(super) fn truths(
        &self,
        (at, rows): (usize, Rows<'_>),
        to: &mut Stage<u8>,
    ) -> Result<(), FormatError> {
        let bits = self.bits((at, 1), rows)?;
        let pairs = to.next(rows.count).iter_mut().zip(&bits);
        pairs.for_each(|(value, bit)| *value = bit.into());
        Ok(())
    }

    /// The rows without a value, if there are any.
    pub(super) fn absent(
        &self,
        (at, rows): (usize, Rows<'_>),
    ) -> Result<Option<BooleanBuffer>, FormatError> {
        if !rows.batch.has_gaps(at) {
            return Ok(None);
        }
        let present = self.bits((at, 0), rows)?;
        Ok((present.count_set_bits() < present.len()).then(|| !&present))
    }

    /// A bit for each row.
    fn bits(&self, at: (usize, usize), rows: Rows<'_>) -> Result<BooleanBuffer, FormatError> {
        let (first, last) = (rows.start / 8, (rows.start + rows.count).div_ceil(8));
        let mut bytes = reserve((last - first) as u64)?;
        self.body
            .read(self.body.buffer(rows.batch, at)?, first as u64, &mut bytes)?;
        Ok(BooleanBuffer::new(bytes.into(), rows.start % 8, rows.count))
    }
}
