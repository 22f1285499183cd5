//! Offsets of any width as numbers of 32 bits.

use table::Offsets;

use crate::EngineError;
use crate::block::{Rows, gather, refill};
use crate::stored::Spare;

/// The offsets of some rows; of values of eight bytes, which are no offsets, nothing.
pub(crate) fn widened<'c>(
    offsets: &'c Offsets,
    rows: &Rows<'_>,
    (values, spare): (&'c mut Vec<u32>, &mut Spare),
) -> Result<&'c [u32], EngineError> {
    match offsets {
        Offsets::U8(offsets) => widen(offsets, rows, values, u32::from)?,
        Offsets::U16(offsets) => widen(offsets, rows, values, u32::from)?,
        Offsets::U24 { low, high } => {
            widen(low, rows, values, u32::from)?;
            let high = rows.of(high, &mut spare.bytes)?;
            let both = values.iter_mut().zip(high);
            both.for_each(|(value, high)| *value |= u32::from(*high) << 16);
        }
        Offsets::U32(offsets) => return rows.of(offsets, values),
        Offsets::I64(_) => values.clear(),
    }
    Ok(values)
}

fn widen<T: Copy + Default>(
    column: &[T],
    rows: &Rows<'_>,
    values: &mut Vec<u32>,
    widen: impl Fn(T) -> u32,
) -> Result<(), EngineError> {
    let chunk = column.get(rows.range.clone()).unwrap_or_default();
    match rows.kept {
        Some(kept) => gather(chunk, kept.positions(), values, widen),
        None => refill(values, chunk.iter().map(|entry| widen(*entry))),
    }
}

/// The largest offset of a part; none for values that are no offsets.
pub(crate) fn largest(integers: &table::IntegerPart) -> Option<u64> {
    let blocks = integers.blocks().iter().map(|block| block.largest);
    (!matches!(integers.offsets(), Offsets::I64(_))).then(|| blocks.max().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kept::Kept;

    #[test]
    fn offsets_of_all_widths_are_read_in_all_rows_and_in_some() {
        let columns = [
            Offsets::U8(vec![1, 2, 255].into()),
            Offsets::U16(vec![1, 2, 255].into()),
            Offsets::U24 {
                low: vec![1, 2, 65_535].into(),
                high: vec![0, 0, 1].into(),
            },
            Offsets::U32(vec![1, 2, 255].into()),
        ];
        let mut kept = Kept::try_new().unwrap();
        kept.marks(3).copy_from_slice(&[1, 0, 1]);
        kept.list();
        let (mut values, mut spare) = (Vec::new(), Spare::default());
        for (column, last) in columns.iter().zip([255, 255, 131_071, 255]) {
            let mut of = |rows: Rows<'_>| {
                widened(column, &rows, (&mut values, &mut spare))
                    .unwrap()
                    .to_vec()
            };
            assert_eq!(of(Rows::all(0..3)), [1, 2, last]);
            assert_eq!(of(Rows::new(0..3, &kept)), [1, last]);
        }
    }
}
