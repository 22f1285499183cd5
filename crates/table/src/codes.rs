//! Member indices of a dimension column, run of rows after run of rows, each in the fewest bytes that serve.

use crate::CodePart;
use crate::code_part::Code;
use crate::runs::Runs;
use crate::statistics::CodeBlock;

/// What a row without a member holds once widened to `u32`.
pub const NO_MEMBER: u32 = u32::MAX;

/// One member index a row, in one or more parts.
#[derive(Clone, Debug, Default)]
pub struct Codes {
    runs: Runs<CodePart>,
    blocks: Vec<Vec<CodeBlock>>,
}

impl Codes {
    /// Packs indices for a dimension of `member_count` members; `NO_MEMBER` stands for none.
    #[must_use]
    pub fn pack(indices: Vec<u32>, member_count: usize) -> Self {
        // An index that no member has must not turn into "no member".
        let outside = indices.iter().map(|index| index.next()).max().unwrap_or(0);
        let count = member_count.max(outside as usize);
        let part = if count <= usize::from(u8::MAX) {
            let narrow = |index| u8::try_from(index).unwrap_or(u8::MAX);
            CodePart::U8(indices.into_iter().map(narrow).collect())
        } else if count <= usize::from(u16::MAX) {
            let narrow = |index| u16::try_from(index).unwrap_or(u16::MAX);
            CodePart::U16(indices.into_iter().map(narrow).collect())
        } else {
            CodePart::U32(indices.into())
        };
        Self::from_parts(vec![part])
    }

    /// Parts, one after the other; one without rows is left out.
    #[must_use]
    pub fn from_parts(parts: Vec<CodePart>) -> Self {
        let runs = Runs::new(parts);
        let blocks = runs.parts().iter().map(CodePart::blocks).collect();
        Self { runs, blocks }
    }

    /// The runs of rows.
    #[must_use]
    pub fn parts(&self) -> &[CodePart] {
        self.runs.parts()
    }

    /// What is known of the stored codes of each block of a part.
    #[must_use]
    pub fn blocks(&self, part: usize) -> &[CodeBlock] {
        self.blocks.get(part).map_or(&[], Vec::as_slice)
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.runs.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The member index of a row, or none.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<usize> {
        let (part, row) = self.runs.find(row)?;
        part.get(row)
    }

    /// The member index of each row, or none.
    pub fn iter(&self) -> impl Iterator<Item = Option<usize>> {
        self.parts()
            .iter()
            .flat_map(|part| (0..part.len()).map(|row| part.get(row)))
    }

    /// The indices as `u32`, `NO_MEMBER` for a row without.
    #[must_use]
    pub fn to_vec(&self) -> Vec<u32> {
        self.parts().iter().flat_map(CodePart::to_vec).collect()
    }

    /// No row has a larger member index.
    pub(crate) fn largest(&self) -> Option<u32> {
        let parts = self.parts().iter().zip(&self.blocks);
        parts
            .filter_map(|(part, blocks)| part.largest(blocks))
            .max()
    }

    pub(crate) fn lengths(&self) -> Vec<usize> {
        self.runs.lengths()
    }

    pub(crate) fn joined(self, more: Self) -> Self {
        Self {
            runs: self.runs.joined(more.runs),
            blocks: [self.blocks, more.blocks].concat(),
        }
    }

    pub(crate) fn cut(self) -> Self {
        Self::from_parts(self.runs.cut().into_parts())
    }
}

impl PartialEq for Codes {
    /// The same member in every row; how rows are cut into parts does not count.
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indices_are_packed_in_the_fewest_bytes() {
        let part = |count| Codes::pack(vec![0, NO_MEMBER], count).parts()[0].clone();
        assert!(matches!(part(255), CodePart::U8(_)));
        assert!(matches!(part(256), CodePart::U16(_)));
        assert!(matches!(part(65_536), CodePart::U32(_)));
    }

    #[test]
    fn a_row_without_a_member_stays_without() {
        for member_count in [3, 300, 70_000] {
            let codes = Codes::pack(vec![2, NO_MEMBER], member_count);
            let rows = (codes.get(0), codes.get(1), codes.get(2));
            assert_eq!(rows, (Some(2), None, None));
            assert_eq!(codes.largest(), Some(2));
        }
        assert_eq!(Codes::pack(vec![NO_MEMBER; 3], 9).largest(), None);
    }

    #[test]
    fn an_index_that_no_member_has_is_not_lost() {
        for index in [255, 65_535, NO_MEMBER - 1] {
            assert_eq!(Codes::pack(vec![index], 9).largest(), Some(index));
        }
    }

    #[test]
    fn rows_are_found_across_parts() {
        let part = |rows: &[u8]| CodePart::U8(rows.to_vec().into());
        let codes = Codes::from_parts(vec![part(&[1, 2]), part(&[]), part(&[3])]);
        assert_eq!(
            (codes.len(), codes.get(2), codes.get(3)),
            (3, Some(3), None)
        );
        assert_eq!(codes, Codes::pack(vec![1, 2, 3], 300));
    }
}
