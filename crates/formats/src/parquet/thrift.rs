//! Thrift in its compact protocol, every length held against the bytes that are there.

pub(super) const TRUE: u8 = 1;
pub(super) const FALSE: u8 = 2;
pub(super) const BYTE: u8 = 3;
pub(super) const INTEGER: u8 = 5;
pub(super) const DOUBLE: u8 = 7;
pub(super) const BINARY: u8 = 8;
pub(super) const LIST: u8 = 9;
const SET: u8 = 10;
pub(super) const STRUCT: u8 = 12;

/// Structs within structs that are skipped at most.
pub(super) const DEPTH: usize = 8;

/// Bytes in the compact protocol.
pub(super) struct Thrift<'a> {
    bytes: &'a [u8],
    /// The field before, to which the next is relative.
    pub(super) last: i64,
}

impl<'a> Thrift<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, last: 0 }
    }

    /// Bytes that were not read yet.
    pub(super) fn left(&self) -> usize {
        self.bytes.len()
    }

    /// The next field and how it is written; none at the end of the struct.
    pub(super) fn field(&mut self) -> Option<Option<(i64, u8)>> {
        let head = self.byte()?;
        if head == 0 {
            return Some(None);
        }
        self.last = match head >> 4 {
            0 => self.integer()?,
            delta => self.last.checked_add(delta.into())?,
        };
        // Fields are counted in sixteen bits.
        let field = i16::try_from(self.last).ok()?;
        Some(Some((field.into(), integers_alike(head & 15))))
    }

    /// Reads over a value; none if the bytes do not hold all of it.
    pub(super) fn skip(&mut self, wire: u8, depth: usize) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        match wire {
            TRUE | FALSE => {}
            BYTE => drop(self.byte()?),
            INTEGER => drop(self.integer()?),
            DOUBLE => drop(self.take(8)?),
            BINARY => {
                let length = usize::try_from(self.unsigned()?).ok()?;
                self.take(length)?;
            }
            LIST | SET => {
                let (count, wire) = self.list()?;
                for _ in 0..count {
                    self.skip(wire, depth)?;
                }
            }
            STRUCT => {
                let before = std::mem::take(&mut self.last);
                while let Some((_, wire)) = self.field()? {
                    self.skip(wire, depth)?;
                }
                self.last = before;
            }
            _ => return None,
        }
        Some(())
    }

    /// How many elements a list has, and how they are written. Truths are refused: some readers take no byte for each, others one,
    /// and the first go round as often as a few bytes say.
    pub(super) fn list(&mut self) -> Option<(u64, u8)> {
        let head = self.byte()?;
        let count = match head >> 4 {
            15 => self.unsigned()?,
            count => count.into(),
        };
        let wire = integers_alike(head & 15);
        let is_sound = count <= self.bytes.len() as u64 && !matches!(wire, TRUE | FALSE);
        (is_sound || count == 0).then_some((count, wire))
    }

    fn take(&mut self, count: usize) -> Option<&[u8]> {
        let (taken, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(taken)
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }

    fn unsigned(&mut self) -> Option<u64> {
        let (number, rest) = super::bits::varint(self.bytes)?;
        self.bytes = rest;
        Some(number)
    }

    pub(super) fn integer(&mut self) -> Option<i64> {
        self.unsigned().map(super::bits::zigzag)
    }
}

/// Integers of 16, 32 and 64 bits are written alike.
fn integers_alike(wire: u8) -> u8 {
    if (4..=6).contains(&wire) {
        INTEGER
    } else {
        wire
    }
}
