//! A column of texts: each different one kept once, and one number a row.

use super::fields::{Marks, word};

/// Odd, so that no two words are mixed into the same from zero.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
/// Up to so many bytes a hash tells texts apart by itself.
const TOLD_BY_HASH: u32 = 7;
/// Places for texts to begin with, a power of two; always more than twice as many as texts.
const PLACES: usize = 512;
/// Most different texts of a column.
const MOST_TEXTS: u32 = 1 << 20;

/// A place in the table of texts.
#[derive(Clone, Copy, Debug)]
struct Slot {
    hash: u64,
    length: u32,
    number: u32,
}

const FREE: Slot = Slot {
    hash: 0,
    length: u32::MAX,
    number: 0,
};

/// Different texts, each with a number in the order they came.
#[derive(Clone, Debug)]
pub(super) struct Dictionary {
    slots: Vec<Slot>,
    texts: Vec<Box<[u8]>>,
}

impl Dictionary {
    pub(super) fn new() -> Self {
        Self {
            slots: vec![FREE; PLACES],
            texts: Vec::new(),
        }
    }

    /// The texts by their numbers.
    pub(super) fn texts(&self) -> &[Box<[u8]>] {
        &self.texts
    }

    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    /// The number of a text; none when there are too many.
    pub(super) fn number(&mut self, text: &[u8]) -> Option<u32> {
        self.number_of(hash(text), text)
    }

    #[inline]
    fn number_of(&mut self, hash: u64, text: &[u8]) -> Option<u32> {
        let length = u32::try_from(text.len()).ok()?;
        let mut place = place(hash, self.slots.len());
        loop {
            let slot = *self.slots.get(place)?;
            if slot.length == length && slot.hash == hash && self.is_same(slot, text) {
                return Some(slot.number);
            }
            if slot.length == FREE.length {
                return self.add(
                    text,
                    Slot {
                        hash,
                        length,
                        ..FREE
                    },
                    place,
                );
            }
            place = (place + 1) & self.slots.len().wrapping_sub(1);
        }
    }

    #[inline]
    fn is_same(&self, slot: Slot, text: &[u8]) -> bool {
        let own = || self.texts.get(slot.number as usize);
        slot.length <= TOLD_BY_HASH || own().is_some_and(|own| are_same(own, text))
    }

    #[cold]
    fn add(&mut self, text: &[u8], slot: Slot, at: usize) -> Option<u32> {
        let number = u32::try_from(self.texts.len()).ok()?;
        (number < MOST_TEXTS).then_some(())?;
        self.texts.push(text.into());
        *self.slots.get_mut(at)? = Slot { number, ..slot };
        if self.texts.len() * 2 > self.slots.len() {
            self.grow()?;
        }
        Some(number)
    }

    fn grow(&mut self) -> Option<()> {
        let count = self.slots.len() * 2;
        let old = std::mem::replace(&mut self.slots, vec![FREE; count]);
        for slot in old.into_iter().filter(|slot| slot.length != FREE.length) {
            let mut at = place(slot.hash, count);
            while self.slots.get(at)?.length != FREE.length {
                at = (at + 1) & count.wrapping_sub(1);
            }
            *self.slots.get_mut(at)? = slot;
        }
        Some(())
    }

    /// The number of the field that begins here, and where it ends.
    #[inline]
    pub(super) fn take(
        &mut self,
        bytes: &[u8],
        start: usize,
        marks: Marks,
    ) -> Option<(u32, usize)> {
        if bytes.get(start) == Some(&b'"') {
            let (text, end) = marks.field(bytes, start)?;
            return Some((self.number(&text)?, end));
        }
        let (mut at, mut hash) = (start, 0);
        let stops = loop {
            let word = word(bytes, at);
            let stops = marks.stops(word);
            if stops != 0 {
                // Everything from the end of the field on is cut off.
                let below = (stops & stops.wrapping_neg()) >> 7;
                hash = mixed(hash, word & below.wrapping_sub(1));
                break stops;
            }
            hash = mixed(hash, word);
            at += 8;
        };
        let end = at + stops.trailing_zeros() as usize / 8;
        Some((self.number_of(hash, bytes.get(start..end)?)?, end))
    }
}

/// Whether two texts of equal length, eight bytes or more, are the same.
#[inline]
fn are_same(left: &[u8], right: &[u8]) -> bool {
    let (lefts, rights) = (left.as_chunks::<8>().0, right.as_chunks::<8>().0);
    let mut words = lefts.iter().zip(rights);
    let are_same =
        words.all(|(left, right)| u64::from_le_bytes(*left) == u64::from_le_bytes(*right));
    are_same && left.last_chunk::<8>() == right.last_chunk::<8>()
}

#[inline]
fn mixed(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(29) ^ word).wrapping_mul(MIX)
}

fn hash(text: &[u8]) -> u64 {
    let (words, rest) = text.as_chunks::<8>();
    let words = words.iter().map(|word| u64::from_le_bytes(*word));
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    mixed(words.fold(0, mixed), u64::from_le_bytes(last))
}

/// The upper bits of a product are the best mixed; the count is a power of two.
#[inline]
fn place(hash: u64, count: usize) -> usize {
    (hash >> 34) as usize & count.wrapping_sub(1)
}

#[cfg(test)]
mod tests {
    use super::super::fields::PADDING;
    use super::*;

    #[test]
    fn equal_texts_have_one_number_however_long_and_quoted() {
        let texts: Vec<String> = (0..3000)
            .map(|n| "x".repeat(n % 23) + &n.to_string())
            .collect();
        let mut dictionary = Dictionary::new();
        for (number, text) in texts.iter().enumerate() {
            let found = dictionary.number(text.as_bytes()).unwrap();
            assert_eq!(found as usize, number);
        }
        for (number, text) in texts.iter().enumerate() {
            for written in [format!("{text};"), format!("\"{text}\"\n")] {
                let bytes = [written.as_bytes(), &[0; PADDING]].concat();
                let found = dictionary.take(&bytes, 0, Marks::new(b';'));
                assert_eq!(
                    found.unwrap(),
                    (number as u32, written.len() - 1),
                    "{written}"
                );
            }
        }
    }

    #[test]
    fn the_empty_text_is_one_too() {
        let mut dictionary = Dictionary::new();
        let bytes = [b";\"\"\n".as_slice(), &[0; PADDING]].concat();
        assert_eq!(dictionary.take(&bytes, 0, Marks::new(b';')), Some((0, 0)));
        assert_eq!(dictionary.take(&bytes, 1, Marks::new(b';')), Some((0, 3)));
    }
}
