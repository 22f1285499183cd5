//! Member indices of a dimension column, in the fewest bytes that serve.

use arrow_buffer::ScalarBuffer;

/// What a row without a member holds once widened to `u32`.
pub const NO_MEMBER: u32 = u32::MAX;

/// One member index a row. The largest number of each width means "no member".
#[derive(Clone, Debug, PartialEq)]
pub enum Codes {
    /// Up to 255 members.
    U8(ScalarBuffer<u8>),
    /// Up to 65,535 members.
    U16(ScalarBuffer<u16>),
    /// Any number of members.
    U32(ScalarBuffer<u32>),
}

impl Codes {
    /// Packs indices for a dimension of `member_count` members; `NO_MEMBER` stands for none.
    #[must_use]
    pub fn pack(indices: Vec<u32>, member_count: usize) -> Self {
        if member_count <= usize::from(u8::MAX) {
            let narrow = |index| u8::try_from(index).unwrap_or(u8::MAX);
            Self::U8(indices.into_iter().map(narrow).collect::<Vec<_>>().into())
        } else if member_count <= usize::from(u16::MAX) {
            let narrow = |index| u16::try_from(index).unwrap_or(u16::MAX);
            Self::U16(indices.into_iter().map(narrow).collect::<Vec<_>>().into())
        } else {
            Self::U32(indices.into())
        }
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::U8(codes) => codes.len(),
            Self::U16(codes) => codes.len(),
            Self::U32(codes) => codes.len(),
        }
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The member index of a row, or none.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<usize> {
        let (code, none) = match self {
            Self::U8(codes) => (u32::from(*codes.get(row)?), u32::from(u8::MAX)),
            Self::U16(codes) => (u32::from(*codes.get(row)?), u32::from(u16::MAX)),
            Self::U32(codes) => (*codes.get(row)?, NO_MEMBER),
        };
        (code != none).then_some(code as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indices_are_packed_in_the_fewest_bytes() {
        assert!(matches!(Codes::pack(vec![0, NO_MEMBER], 255), Codes::U8(_)));
        assert!(matches!(Codes::pack(vec![0], 256), Codes::U16(_)));
        assert!(matches!(Codes::pack(vec![0], 65_536), Codes::U32(_)));
    }

    #[test]
    fn a_row_without_a_member_stays_without() {
        for member_count in [3, 300, 70_000] {
            let codes = Codes::pack(vec![2, NO_MEMBER], member_count);
            assert_eq!(
                (codes.get(0), codes.get(1), codes.get(2)),
                (Some(2), None, None)
            );
        }
    }
}
