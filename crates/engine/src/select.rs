//! Lists the rows of a chunk that pass every selection.

use std::ops::Range;

use table::statistics::BLOCK_ROWS;
use table::{Part, Table};

use crate::block::{Rows, listed, push, room};
use crate::kept::Kept;
use crate::stored::{Lookup, Spare, Stored};
use crate::{EngineError, Selection};

/// The selections of a query, one for each column that has any.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sieve {
    filters: Vec<(usize, Vec<u8>)>,
}

/// The selections as a part of the rows is held against them.
#[derive(Debug)]
pub(crate) struct PartSieve<'a> {
    filters: Vec<PartFilter<'a>>,
    kept: Kept,
    spare: Spare,
}

/// One selection, by stored code: 1 where the row is kept.
#[derive(Debug)]
pub(crate) struct PartFilter<'a> {
    pub(crate) column: usize,
    allowed: Lookup<'a, u8>,
    /// The allowed codes as first code and number of further ones, when they lie close together.
    spans: Option<Vec<Span>>,
    part: Part<'a>,
}

/// Codes that lie side by side: the first, and how many more there are.
type Span = (u8, u8);

/// Up to so many spans are compared faster than looked up: a comparison takes sixteen rows at once.
const MOST_SPANS: usize = 4;
/// Blocks with a wider range of codes are not judged as a whole.
const JUDGED_CODES: u32 = 4096;

/// What is known of a block before its rows are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Every,
    None,
    Some,
}

impl Sieve {
    pub(crate) fn try_new<'s>(
        table: &Table,
        select: impl Iterator<Item = &'s Selection>,
    ) -> Result<Self, EngineError> {
        let mut filters: Vec<(usize, Vec<u8>)> = Vec::new();
        for selection in select {
            let allowed = check(table, selection)?;
            match filters
                .iter_mut()
                .find(|(column, _)| *column == selection.column)
            {
                Some((_, known)) => known
                    .iter_mut()
                    .zip(allowed)
                    .for_each(|(known, other)| *known &= other),
                None => push(&mut filters, (selection.column, allowed))?,
            }
        }
        Ok(Self { filters })
    }

    /// The columns that are selected by.
    pub(crate) fn columns(&self) -> impl ExactSizeIterator<Item = usize> {
        self.filters.iter().map(|(column, _)| *column)
    }

    /// The columns, each with whether a member is allowed.
    pub(crate) fn filters(&self) -> impl Iterator<Item = (usize, &[u8])> {
        self.filters
            .iter()
            .map(|(column, allowed)| (*column, &allowed[..]))
    }

    pub(crate) fn on<'a>(&self, part: Part<'a>) -> Result<PartSieve<'a>, EngineError> {
        let mut filters = room(self.filters.len())?;
        for (column, allowed) in &self.filters {
            if let Some(codes) = part.codes(*column) {
                let allowed = Lookup::try_new(codes, allowed, 0)?;
                push(&mut filters, PartFilter::try_new(part, *column, allowed)?)?;
            }
        }
        Ok(PartSieve {
            filters,
            kept: Kept::try_new()?,
            spare: Spare::default(),
        })
    }
}

fn check(table: &Table, selection: &Selection) -> Result<Vec<u8>, EngineError> {
    let column = selection.column;
    let dimension = table.dimensions().get(column);
    let dimension = dimension.ok_or(EngineError::UnknownDimension { index: column })?;
    let expected = dimension.dimension.members.len();
    let found = selection.allowed.len();
    if found == expected {
        listed(found, selection.allowed.iter().copied().map(u8::from))
    } else {
        Err(EngineError::MemberCount {
            column,
            expected,
            found,
        })
    }
}

impl<'a> PartFilter<'a> {
    fn try_new(
        part: Part<'a>,
        column: usize,
        allowed: Lookup<'a, u8>,
    ) -> Result<Self, EngineError> {
        Ok(Self {
            column,
            spans: match allowed.stored {
                Stored::U8(_) => spans(&allowed)?,
                _ => None,
            },
            allowed,
            part,
        })
    }

    /// What the statistics of the block say that holds these rows.
    pub(crate) fn verdict(&self, range: &Range<usize>) -> Verdict {
        let block = self
            .part
            .code_blocks(self.column)
            .get(range.start / BLOCK_ROWS);
        let Some(block) =
            block.filter(|block| block.largest.saturating_sub(block.smallest) < JUDGED_CODES)
        else {
            return Verdict::Some;
        };
        let mut allowed = self.allowed.between(block.smallest, block.largest);
        match allowed.next() {
            Some(first) if allowed.any(|other| other != first) => Verdict::Some,
            Some(0) | None => Verdict::None,
            Some(_) => Verdict::Every,
        }
    }

    /// Changes the mark of each row by whether it passes.
    pub(crate) fn mark(
        &self,
        range: &Range<usize>,
        (marks, spare): (&mut [u8], &mut Spare),
        change: impl Fn(u8, u8) -> u8,
    ) -> Result<(), EngineError> {
        match (self.allowed.stored, &self.spans) {
            (Stored::U8(codes), Some(spans)) => {
                compare(
                    codes.get(range.clone()).unwrap_or_default(),
                    spans,
                    marks,
                    change,
                );
                Ok(())
            }
            _ => self
                .allowed
                .change((&Rows::all(range.clone()), spare), marks, change),
        }
    }
}

/// Marks rows by comparing codes with a few spans, many rows at once: their number is known where the loop is made.
fn compare(codes: &[u8], spans: &[Span], marks: &mut [u8], change: impl Fn(u8, u8) -> u8) {
    match *spans {
        [] => compare_with([], codes, marks, change),
        [one] => compare_with([one], codes, marks, change),
        [one, two] => compare_with([one, two], codes, marks, change),
        [one, two, three] => compare_with([one, two, three], codes, marks, change),
        [one, two, three, four, ..] => compare_with([one, two, three, four], codes, marks, change),
    }
}

#[inline(always)]
fn compare_with<const N: usize>(
    spans: [Span; N],
    codes: &[u8],
    marks: &mut [u8],
    change: impl Fn(u8, u8) -> u8,
) {
    for (mark, code) in marks.iter_mut().zip(codes) {
        let within = spans.map(|(first, further)| u8::from(code.wrapping_sub(first) <= further));
        *mark = change(
            *mark,
            within.into_iter().fold(0, |any, within| any | within),
        );
    }
}

/// The allowed codes of a byte as spans, unless there are too many.
fn spans(allowed: &Lookup<'_, u8>) -> Result<Option<Vec<Span>>, EngineError> {
    let mut spans: Vec<Span> = room(MOST_SPANS)?;
    let mut is_open = false;
    for code in 0..=u8::MAX {
        let is_allowed = allowed.entry(u32::from(code)) != 0;
        let count = spans.len();
        match spans.last_mut() {
            Some((_, further)) if is_allowed && is_open => *further += 1,
            _ if !is_allowed => {}
            _ if count < MOST_SPANS => spans.push((code, 0)),
            _ => return Ok(None),
        }
        is_open = is_allowed;
    }
    Ok(Some(spans))
}

impl<'a> PartSieve<'a> {
    pub(crate) fn filters(&self) -> &[PartFilter<'a>] {
        &self.filters
    }

    /// What the statistics say of a block of rows.
    pub(crate) fn verdict(&self, range: &Range<usize>) -> Verdict {
        let mut verdicts = self.filters.iter().map(|filter| filter.verdict(range));
        verdicts
            .try_fold(Verdict::Every, |so_far, verdict| match verdict {
                Verdict::None => Err(Verdict::None),
                Verdict::Some => Ok(Verdict::Some),
                Verdict::Every => Ok(so_far),
            })
            .unwrap_or_else(|none| none)
    }

    /// The rows of a chunk that pass.
    pub(crate) fn keep(
        &mut self,
        range: Range<usize>,
        verdict: Verdict,
    ) -> Result<Rows<'_>, EngineError> {
        match verdict {
            Verdict::Every => return Ok(Rows::all(range)),
            Verdict::None => self.kept.clear(),
            Verdict::Some => {
                let marks = self.kept.marks(range.len());
                for filter in &self.filters {
                    filter.mark(&range, (marks, &mut self.spare), |mark, passes| {
                        mark & passes
                    })?;
                }
                self.kept.list();
            }
        }
        Ok(Rows::new(range, &self.kept))
    }
}
