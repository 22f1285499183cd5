//! How plain values are packed: little-endian numbers, lengths before items, a byte before what may be absent.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Packed, Reader};

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Packed for $number {
            fn pack(&self, bytes: &mut Vec<u8>) {
                bytes.extend_from_slice(&self.to_le_bytes());
            }

            fn unpack(reader: &mut Reader<'_>) -> Self {
                Self::from_le_bytes(reader.array())
            }
        }
    )*};
}

numbers!(u8, u32, u64, i64, f64);

impl Packed for usize {
    fn pack(&self, bytes: &mut Vec<u8>) {
        u64::try_from(*self).unwrap_or(u64::MAX).pack(bytes);
    }

    fn unpack(reader: &mut Reader<'_>) -> Self {
        Self::try_from(u64::unpack(reader)).unwrap_or_else(|_| {
            reader.fail();
            0
        })
    }
}

impl Packed for bool {
    fn pack(&self, bytes: &mut Vec<u8>) {
        bytes.push(u8::from(*self));
    }

    fn unpack(reader: &mut Reader<'_>) -> Self {
        reader.byte() != 0
    }
}

impl Packed for String {
    fn pack(&self, bytes: &mut Vec<u8>) {
        count(self.len(), bytes);
        bytes.extend_from_slice(self.as_bytes());
    }

    fn unpack(reader: &mut Reader<'_>) -> Self {
        let count = reader.count();
        let text = std::str::from_utf8(reader.take(count));
        if text.is_err() {
            reader.fail();
        }
        text.unwrap_or_default().to_owned()
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.is_some().pack(bytes);
        if let Some(value) = self {
            value.pack(bytes);
        }
    }

    fn unpack(reader: &mut Reader<'_>) -> Self {
        bool::unpack(reader).then(|| T::unpack(reader))
    }
}

impl<T: Packed> Packed for Box<T> {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.as_ref().pack(bytes);
    }

    fn unpack(reader: &mut Reader<'_>) -> Self {
        Self::new(T::unpack(reader))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, bytes: &mut Vec<u8>) {
        count(self.len(), bytes);
        for item in self {
            item.pack(bytes);
        }
    }

    fn unpack(reader: &mut Reader<'_>) -> Self {
        let mut items = Self::new();
        for _ in 0..reader.count() {
            items.push(T::unpack(reader));
            if reader.failed {
                break;
            }
        }
        items
    }
}

impl<T: Packed + Ord> Packed for BTreeSet<T> {
    fn pack(&self, bytes: &mut Vec<u8>) {
        count(self.len(), bytes);
        for item in self {
            item.pack(bytes);
        }
    }

    fn unpack(reader: &mut Reader<'_>) -> Self {
        Vec::unpack(reader).into_iter().collect()
    }
}

impl<K: Packed + Ord, V: Packed> Packed for BTreeMap<K, V> {
    fn pack(&self, bytes: &mut Vec<u8>) {
        count(self.len(), bytes);
        for (key, value) in self {
            key.pack(bytes);
            value.pack(bytes);
        }
    }

    fn unpack(reader: &mut Reader<'_>) -> Self {
        Vec::<(K, V)>::unpack(reader).into_iter().collect()
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.0.pack(bytes);
        self.1.pack(bytes);
    }

    fn unpack(reader: &mut Reader<'_>) -> Self {
        (A::unpack(reader), B::unpack(reader))
    }
}

impl<T: Packed> Packed for [T; 2] {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.iter().for_each(|item| item.pack(bytes));
    }

    fn unpack(reader: &mut Reader<'_>) -> Self {
        [T::unpack(reader), T::unpack(reader)]
    }
}

/// More items than fit would be read as damaged, never as fewer.
fn count(count: usize, bytes: &mut Vec<u8>) {
    u32::try_from(count).unwrap_or(u32::MAX).pack(bytes);
}
