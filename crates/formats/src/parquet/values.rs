//! The values of pages, as they are written for each kind of number.

use ::parquet::basic::Type as Physical;

use super::bits;
use super::delta;
use super::header::Encoding;

/// How numbers of one kind lie in the file.
pub(super) trait Lies: Copy {
    /// Decodes values that lie one after the other, `width` bytes each.
    fn plain(bytes: &[u8], width: usize, count: usize) -> Option<Vec<Self>>;

    /// From a whole number.
    fn whole(_value: i64) -> Option<Self> {
        None
    }
}

macro_rules! lies {
    ($($number:ty),*) => {$(
        impl Lies for $number {
            fn plain(bytes: &[u8], _width: usize, count: usize) -> Option<Vec<Self>> {
                let (values, _) = bytes.as_chunks::<{ size_of::<$number>() }>();
                let values = values.get(..count)?;
                Some(values.iter().map(|value| <$number>::from_le_bytes(*value)).collect())
            }
        }
    )*};
}
lies!(f32, f64);

macro_rules! lies_whole {
    ($($number:ty),*) => {$(
        impl Lies for $number {
            fn plain(bytes: &[u8], _width: usize, count: usize) -> Option<Vec<Self>> {
                let (values, _) = bytes.as_chunks::<{ size_of::<$number>() }>();
                let values = values.get(..count)?;
                Some(values.iter().map(|value| <$number>::from_le_bytes(*value)).collect())
            }

            /// Differences wrap around in the number's own width.
            #[allow(clippy::cast_possible_truncation, reason = "the lowest bits are the number")]
            fn whole(value: i64) -> Option<Self> {
                Some(value as Self)
            }
        }
    )*};
}
lies_whole!(i32, i64);

/// Truths, one bit each.
impl Lies for bool {
    fn plain(bytes: &[u8], _width: usize, count: usize) -> Option<Vec<Self>> {
        (bytes.len() >= count.div_ceil(8)).then_some(())?;
        let bits = bytes
            .iter()
            .flat_map(|byte| (0..8).map(move |bit| byte >> bit & 1 == 1));
        Some(bits.take(count).collect())
    }

    fn whole(value: i64) -> Option<Self> {
        Some(value & 1 == 1)
    }
}

/// A decimal of several bytes, the highest first; none if it does not fit eight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal(pub(super) Option<i64>);

impl Lies for Decimal {
    fn plain(bytes: &[u8], width: usize, count: usize) -> Option<Vec<Self>> {
        let length = width.checked_mul(count).filter(|_| width > 0)?;
        let values = bytes.get(..length)?.chunks_exact(width);
        Some(values.map(decimal).collect())
    }
}

fn decimal(bytes: &[u8]) -> Decimal {
    let negative = bytes.first().is_some_and(|byte| byte.cast_signed() < 0);
    let fill = if negative { u8::MAX } else { 0 };
    let (high, low) = bytes.split_at(bytes.len().saturating_sub(16));
    if high.iter().any(|byte| *byte != fill) {
        return Decimal(None);
    }
    let start = if negative { -1_i128 } else { 0 };
    let value = low
        .iter()
        .fold(start, |value, byte| (value << 8) | i128::from(*byte));
    Decimal(i64::try_from(value).ok())
}

/// Why values cannot be had.
pub(super) enum Wrong {
    Damaged,
    Unsupported,
}

/// Values and what indices stand for.
pub(super) struct Decoder<V> {
    physical: Physical,
    width: usize,
    dictionary: Option<Vec<V>>,
}

impl<V: Lies> Decoder<V> {
    /// `width` is the bytes of a value.
    pub(super) fn new(physical: Physical, width: usize) -> Self {
        Self {
            physical,
            width,
            dictionary: None,
        }
    }

    pub(super) fn set_dictionary(&mut self, bytes: &[u8], count: usize) -> Result<(), Wrong> {
        self.dictionary = Some(V::plain(bytes, self.width, count).ok_or(Wrong::Damaged)?);
        Ok(())
    }

    pub(super) fn values(
        &self,
        encoding: Encoding,
        bytes: &[u8],
        count: usize,
    ) -> Result<Vec<V>, Wrong> {
        let is_whole = [Physical::INT32, Physical::INT64].contains(&self.physical);
        let is_truth = self.physical == Physical::BOOLEAN;
        let values = match encoding {
            Encoding::PLAIN => V::plain(bytes, self.width, count),
            Encoding::PLAIN_DICTIONARY | Encoding::RLE_DICTIONARY => self.looked_up(bytes, count),
            Encoding::RLE if is_truth => truths(bytes, count),
            Encoding::DELTA_BINARY_PACKED if is_whole => {
                let values = delta::integers(bytes, count);
                values.and_then(|(values, _)| values.into_iter().map(V::whole).collect())
            }
            Encoding::BYTE_STREAM_SPLIT if !is_truth => self.split(bytes, count),
            _ => return Err(Wrong::Unsupported),
        };
        values
            .filter(|values| values.len() == count)
            .ok_or(Wrong::Damaged)
    }

    fn looked_up(&self, bytes: &[u8], count: usize) -> Option<Vec<V>> {
        let dictionary = self.dictionary.as_ref()?;
        if count == 0 {
            return Some(Vec::new());
        }
        let (width, bytes) = bytes.split_first()?;
        let indices = bits::indices::<u32>(bytes, usize::from(*width), count)?;
        let value = |index: u32| dictionary.get(usize::try_from(index).ok()?).copied();
        indices.into_iter().map(value).collect()
    }

    /// The first bytes of all values, then the second, and so on.
    fn split(&self, bytes: &[u8], count: usize) -> Option<Vec<V>> {
        let length = self.width.checked_mul(count)?;
        let bytes = bytes.get(..length)?;
        let mut joined = vec![0; length];
        for (place, stream) in bytes.chunks_exact(count.max(1)).enumerate() {
            let places = joined.iter_mut().skip(place).step_by(self.width);
            places.zip(stream).for_each(|(to, from)| *to = *from);
        }
        V::plain(&joined, self.width, count)
    }
}

fn truths<V: Lies>(bytes: &[u8], count: usize) -> Option<Vec<V>> {
    let bytes = bytes.get(4..)?;
    let bits = bits::indices::<u8>(bytes, 1, count)?;
    bits.into_iter().map(|bit| V::whole(bit.into())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_of_many_bytes_fit_or_are_told() {
        let check = |bytes: &[u8], expected| assert_eq!(decimal(bytes), Decimal(expected));
        check(&[0x01, 0x00], Some(256));
        check(&[0xFF], Some(-1));
        check(&[0; 20], Some(0));
        check(
            &[&[0xFF; 12][..], &[0x80, 0, 0, 0, 0, 0, 0, 0]].concat(),
            Some(i64::MIN),
        );
        check(&[0x01, 0, 0, 0, 0, 0, 0, 0, 0], None);
        check(&[&[1][..], &[0; 16]].concat(), None);
    }
}
