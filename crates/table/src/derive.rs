//! Columns that follow from others are looked up, not stored: the region is known where the municipality is.

use std::sync::Arc;

use crate::code_part::Code;
use crate::{CodePart, Codes, Mapped, NO_MEMBER, Table};

/// Rows between two looks at whether all agree so far; most pairs of columns are told apart by the first few.
const CHUNK: usize = 4096;
/// In a run of rows shorter than this the map would weigh as much as the codes.
const WORTH_ROWS: usize = 1024;
/// No member seen yet for this code; no column has so many members.
const UNSEEN: u32 = NO_MEMBER - 1;

impl Table {
    /// The same table, each column stored only where it does not follow from another, run by run.
    #[must_use]
    pub fn derived(mut self) -> Self {
        let mut columns: Vec<Vec<CodePart>> = self
            .dimensions()
            .iter()
            .map(|column| column.codes.parts().to_vec())
            .collect();
        let counts: Vec<usize> = self
            .dimensions()
            .iter()
            .map(|column| column.dimension.members.len())
            .collect();
        for part in 0..self.part_lengths().len() {
            derive_part(&mut columns, &counts, part);
        }
        for (index, parts) in columns.into_iter().enumerate() {
            // What is known of each block is found anew only where something has changed.
            if parts.iter().any(|part| matches!(part, CodePart::Mapped(_))) {
                self.replace_codes(index, Codes::from_parts(parts));
            }
        }
        self
    }
}

/// Looks, for each column of a run from the one with most members on, for a stored one that it follows from.
fn derive_part(columns: &mut [Vec<CodePart>], counts: &[usize], part: usize) {
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|&column| std::cmp::Reverse(counts.get(column).copied()));
    let mut stored: Vec<CodePart> = Vec::new();
    for column in order {
        let Some(codes) = columns
            .get_mut(column)
            .and_then(|parts| parts.get_mut(part))
        else {
            continue;
        };
        let source = stored.iter().rev().find_map(|source| {
            let members = follows(codes, source)?;
            let codes = Box::new(source.clone());
            Some(Mapped { codes, members })
        });
        match source {
            Some(mapped) => *codes = CodePart::Mapped(mapped),
            None if !matches!(codes, CodePart::Mapped(_)) => stored.push(codes.clone()),
            None => {}
        }
    }
}

/// The member of each code of the source, if every row agrees.
fn follows(codes: &CodePart, source: &CodePart) -> Option<Arc<[u32]>> {
    if codes.len() < WORTH_ROWS || codes.len() != source.len() {
        return None;
    }
    match (codes, source) {
        (CodePart::U8(codes), CodePart::U8(source)) => map(codes, source),
        (CodePart::U8(codes), CodePart::U16(source)) => map(codes, source),
        (CodePart::U16(codes), CodePart::U16(source)) => map(codes, source),
        _ => None,
    }
}

fn map<C: Code, S: Code>(codes: &[C], source: &[S]) -> Option<Arc<[u32]>> {
    let none: u32 = S::NONE.into();
    let mut members = vec![UNSEEN; none as usize + 1];
    let mut known = vec![C::NONE; none as usize + 1];
    for (codes, source) in codes.chunks(CHUNK).zip(source.chunks(CHUNK)) {
        if are_as_known(codes, source, &known) {
            continue;
        }
        agree(codes, source, &mut members).then_some(())?;
        for (code, source) in codes.iter().zip(source) {
            let source: u32 = (*source).into();
            if let Some(known) = known.get_mut(source as usize) {
                *known = *code;
            }
        }
    }
    // A row without a member in the source has none here either, or the source does not tell.
    let of_none = members.pop()?;
    if of_none != UNSEEN && of_none != NO_MEMBER {
        return None;
    }
    let last = members.iter().rposition(|member| *member != UNSEEN);
    members.truncate(last.map_or(0, |last| last + 1));
    let seen = |member| if member == UNSEEN { NO_MEMBER } else { member };
    Some(members.into_iter().map(seen).collect())
}

/// Whether these rows are of members, and of those that the rows before had with the same code of the source: nothing is written
/// down, which is three times as fast.
fn are_as_known<C: Code, S: Code>(codes: &[C], source: &[S], known: &[C]) -> bool {
    let pairs = codes.iter().zip(source);
    pairs.fold(true, |agrees, (code, source)| {
        let source: u32 = (*source).into();
        let known = known.get(source as usize).copied().unwrap_or(C::NONE);
        agrees & (known == *code) & (*code != C::NONE)
    })
}

/// Whether each code of the source has one member in these rows and those before.
fn agree<C: Code, S: Code>(codes: &[C], source: &[S], members: &mut [u32]) -> bool {
    let mut agrees = true;
    for (code, source) in codes.iter().zip(source) {
        let source: u32 = (*source).into();
        let Some(member) = members.get_mut(source as usize) else {
            return false;
        };
        let code = code.widened();
        if *member == UNSEEN {
            *member = code;
        }
        agrees &= *member == code;
    }
    agrees
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Dimension, DimensionColumn, Member};

    fn column(name: &str, rows: Vec<u32>, count: usize) -> DimensionColumn {
        let members = (0..count).map(|code| Member {
            code: code.to_string(),
            ..Member::default()
        });
        DimensionColumn {
            dimension: Dimension {
                name: name.to_owned(),
                members: members.collect(),
                ..Dimension::default()
            },
            codes: Codes::pack(rows, count),
        }
    }

    #[test]
    fn a_column_that_follows_from_another_shares_its_memory_and_reads_the_same() {
        let fine: Vec<u32> = (0..9000)
            .map(|row| {
                if row % 50 == 3 {
                    NO_MEMBER
                } else {
                    row * 7 % 300
                }
            })
            .collect();
        let coarse = fine
            .iter()
            .map(|code| {
                if *code == NO_MEMBER {
                    NO_MEMBER
                } else {
                    code / 60
                }
            })
            .collect();
        let free = (0..9000).map(|row| row % 3).collect();
        let columns = vec![
            column("coarse", coarse, 5),
            column("free", free, 3),
            column("fine", fine, 300),
        ];
        let table = Table::try_new("t", columns.clone(), vec![]).unwrap();
        let derived = table.clone().derived();
        assert_eq!(derived, table);
        let is_mapped = |index: usize| {
            matches!(
                derived.dimensions()[index].codes.parts()[0],
                CodePart::Mapped(_)
            )
        };
        assert_eq!(
            [is_mapped(0), is_mapped(1), is_mapped(2)],
            [true, false, false]
        );
    }

    #[test]
    fn one_row_that_disagrees_keeps_the_column_stored() {
        let fine: Vec<u32> = (0..9000).map(|row| row % 20).collect();
        let mut coarse: Vec<u32> = fine.iter().map(|code| code / 10).collect();
        coarse[8999] = 0;
        let table = Table::try_new(
            "t",
            vec![column("fine", fine, 20), column("coarse", coarse, 2)],
            vec![],
        )
        .unwrap();
        let derived = table.derived();
        assert!(matches!(
            derived.dimensions()[1].codes.parts()[0],
            CodePart::U8(_)
        ));
    }
}
