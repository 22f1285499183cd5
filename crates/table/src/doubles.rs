//! Doubles that are short decimals, made integers without losing a digit.

/// Most decimals that are looked for; more means a float.
const MOST_DECIMALS: u8 = 6;
/// Integers beyond this are not exact in a double, so a source in doubles cannot vouch for them.
const EXACT_LIMIT: f64 = 9_007_199_254_740_992.0;
/// Numbers up to this are rounded by adding `SHIFT`.
const SMALL: f64 = 2_251_799_813_685_247.0;
/// 1.5 × 2^52: a sum with it has no room for a fraction, and holds the integer in its lowest bits.
const SHIFT: f64 = 6_755_399_441_055_744.0;
/// An integer that doubles are scaled to; the narrower of the two takes half the time where it serves.
pub(crate) trait Integer: Copy + Default {
    /// Numbers up to this are rounded by adding `SHIFT`, and fit.
    const SMALL: f64;
    /// The lowest bits.
    fn of_bits(bits: u64) -> Self;
    /// The integer, if it fits.
    fn of_integer(integer: i64) -> Option<Self>;
}

impl Integer for i32 {
    const SMALL: f64 = 2_147_483_647.0;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the lowest bits are wanted"
    )]
    #[inline]
    fn of_bits(bits: u64) -> Self {
        bits as Self
    }
    fn of_integer(integer: i64) -> Option<Self> {
        integer.try_into().ok()
    }
}

impl Integer for i64 {
    const SMALL: f64 = SMALL;
    #[inline]
    fn of_bits(bits: u64) -> Self {
        bits.cast_signed()
    }
    fn of_integer(integer: i64) -> Option<Self> {
        Some(integer)
    }
}

/// Values that are looked at to guess the decimals, before all are held against the guess.
const SAMPLE: usize = 512;
/// Values scaled between two looks at whether all went well: the loop itself then has no branch.
const CHUNK: usize = 1024;

/// The integers that the values are 10^-decimals of, and the fewest decimals that serve; none if one value is no such decimal.
pub(crate) fn scaled<T: Integer>(values: &[f64]) -> Option<(Vec<T>, u8)> {
    let sample = values.get(..SAMPLE).unwrap_or(values);
    let fits = |decimals: &u8| scale_all::<T>(sample, *decimals).is_some();
    let fewest = (0..=MOST_DECIMALS).find(fits)?;
    (fewest..=MOST_DECIMALS).find_map(|decimals| Some((scale_all(values, decimals)?, decimals)))
}

fn scale_all<T: Integer>(values: &[f64], decimals: u8) -> Option<Vec<T>> {
    let factor = power_of_ten(decimals);
    let mut integers = vec![T::default(); values.len()];
    for (values, integers) in values.chunks(CHUNK).zip(integers.chunks_mut(CHUNK)) {
        if !scale_small(values, factor, integers) && !scale_large(values, factor, integers) {
            return None;
        }
    }
    Some(integers)
}

/// Scales numbers below 2^51, and tells whether they all are such and decimals. Only additions, comparisons and a division, without
/// a branch: vector code, about three times as fast as rounding one by one.
fn scale_small<T: Integer>(values: &[f64], factor: f64, integers: &mut [T]) -> bool {
    let mut are_exact = true;
    for (value, integer) in values.iter().zip(integers) {
        let shifted = value * factor + SHIFT;
        let rounded = shifted - SHIFT;
        are_exact &= is_decimal(*value, rounded, factor, T::SMALL);
        *integer = T::of_bits(shifted.to_bits().wrapping_sub(SHIFT.to_bits()));
    }
    are_exact
}

fn scale_large<T: Integer>(values: &[f64], factor: f64, integers: &mut [T]) -> bool {
    let mut are_exact = true;
    for (value, integer) in values.iter().zip(integers) {
        let (scaled, is_exact) = scale(*value, factor);
        let fitting = T::of_integer(scaled);
        *integer = fitting.unwrap_or_default();
        are_exact &= is_exact & fitting.is_some();
    }
    are_exact
}

#[expect(clippy::cast_possible_truncation, reason = "what is cut off is told")]
fn scale(value: f64, factor: f64) -> (i64, bool) {
    let rounded = (value * factor).round_ties_even();
    let is_exact = is_decimal(value, rounded, factor, EXACT_LIMIT);
    (rounded as i64, is_exact)
}

/// Whether an integer within a limit, divided by the factor, is this very double.
#[expect(
    clippy::float_cmp,
    reason = "the question is whether the double comes back unchanged"
)]
#[inline]
fn is_decimal(value: f64, integer: f64, factor: f64, limit: f64) -> bool {
    (integer.abs() <= limit) & (integer / factor == value)
}

/// Whether a double can vouch for an integer.
#[expect(clippy::cast_precision_loss, reason = "compared with what is exact")]
pub(crate) fn is_exact(integer: i64) -> bool {
    (integer as f64).abs() <= EXACT_LIMIT
}

/// The double nearest to so many units.
#[expect(
    clippy::cast_precision_loss,
    reason = "a single cell is shown, not summed"
)]
pub(crate) fn unscale(value: i64, decimals: u8) -> f64 {
    value as f64 / power_of_ten(decimals)
}

pub(crate) fn power_of_ten(decimals: u8) -> f64 {
    (0..decimals).fold(1.0, |power, _| power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_value_may_need_more_decimals_than_the_sample() {
        let mut values = vec![1.0; SAMPLE + 2000];
        values[SAMPLE + 1500] = 0.125;
        let (integers, decimals) = scaled::<i64>(&values).unwrap();
        assert_eq!(
            (decimals, integers[0], integers[SAMPLE + 1500]),
            (3, 1000, 125)
        );
        values[SAMPLE + 1500] = 1.0 / 3.0;
        assert_eq!(scaled::<i64>(&values), None);
    }

    #[test]
    fn every_short_decimal_comes_back_unchanged() {
        for units in (-2_000_000..2_000_000).step_by(37) {
            let value = unscale(units, 2);
            assert_eq!(scale(value, 100.0), (units, true));
        }
    }

    #[test]
    fn what_a_double_cannot_hold_exactly_is_told() {
        assert!(!scale(f64::NAN, 1.0).1);
        assert!(!scale(f64::INFINITY, 1.0).1);
        assert!(!scale(EXACT_LIMIT * 4.0, 1.0).1);
    }

    #[test]
    fn small_and_large_numbers_are_scaled_alike() {
        let powers = (0..54).map(|power| 2.0_f64.powi(power));
        let near = powers.flat_map(|power| [power - 1.0, power - 0.5, power, power + 0.5]);
        for value in near.flat_map(|value| [value, -value]) {
            for factor in [1.0, 10.0, 1000.0] {
                let mut integers = [0_i64];
                if scale_small(&[value], factor, &mut integers) {
                    assert_eq!((integers[0], true), scale(value, factor), "{value}");
                }
                let mut narrow = [0_i32];
                if scale_small(&[value], factor, &mut narrow) {
                    assert_eq!(
                        (i64::from(narrow[0]), true),
                        scale(value, factor),
                        "{value}"
                    );
                }
            }
            let whole = scale(value, 1.0);
            let found = scale_all::<i64>(&[value], 0).map(|integers| integers[0]);
            assert_eq!(found, whole.1.then_some(whole.0), "{value}");
        }
    }
}
