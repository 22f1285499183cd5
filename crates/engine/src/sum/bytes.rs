//! One sum as bytes.

use crate::Sum;

const SUM_BYTES: usize = 17;
/// Stands for the decimals of a float, and of sums that are not alike.
pub(crate) const FLOAT: u8 = u8::MAX;

/// A sum as bytes.
pub(crate) fn sum_bytes(sum: Sum) -> [u8; SUM_BYTES] {
    let (decimals, bits) = match sum {
        Sum::Exact { units, decimals } => (decimals, units.cast_unsigned()),
        Sum::Float(sum) => (FLOAT, u128::from(sum.to_bits())),
    };
    let mut bytes = [decimals; SUM_BYTES];
    let units = bits.to_le_bytes();
    bytes
        .iter_mut()
        .zip(units)
        .for_each(|(byte, unit)| *byte = unit);
    bytes
}

/// The sum that was written.
pub(crate) fn sum_of(bytes: [u8; SUM_BYTES]) -> Sum {
    let [units @ .., decimals] = bytes;
    let bits = u128::from_le_bytes(units);
    if decimals == FLOAT {
        #[expect(clippy::cast_possible_truncation, reason = "written from 64 bits")]
        Sum::Float(f64::from_bits(bits as u64))
    } else {
        Sum::Exact {
            units: bits.cast_signed(),
            decimals,
        }
    }
}
