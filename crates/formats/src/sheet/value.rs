//! Ten bytes a cell: eight for the value, two for its column and kind.

use super::texts::{Span, Texts};
use crate::Cell;

/// Columns a spreadsheet can have; fourteen bits.
pub(super) const MOST_COLUMNS: usize = 1 << 14;
/// Bytes of a text that fit beside its length.
const INLINE: usize = 7;

const KIND_SHORT: u16 = 0;
const KIND_LONG: u16 = 1;
const KIND_NUMBER: u16 = 2;
const KIND_BOOL: u16 = 3;

/// What a long text is; kept in the byte above its length.
const TEXT: u8 = 0;
const DATE: u8 = 1;
const ERROR: u8 = 2;

/// Values in the order of the file.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    words: Vec<[u8; 8]>,
    /// Column in the lower fourteen bits, kind in the upper two.
    columns: Vec<u16>,
}

impl Values {
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Makes room for more; whether there was memory.
    pub(super) fn reserve(&mut self, more: usize) -> bool {
        self.words.try_reserve(more).is_ok() && self.columns.try_reserve(more).is_ok()
    }

    /// Gives back what was reserved in vain.
    pub(super) fn shrink(&mut self) {
        self.words.shrink_to_fit();
        self.columns.shrink_to_fit();
    }

    /// Adds a value; whether there was room for its text.
    pub(super) fn push(&mut self, column: u16, cell: Cell<'_>, texts: &mut Texts) -> Option<()> {
        let (kind, word) = encode(cell, texts)?;
        self.words.push(word);
        self.columns.push(column | (kind << 14));
        Some(())
    }

    pub(super) fn get<'a>(&'a self, at: usize, texts: &'a Texts) -> (usize, Cell<'a>) {
        let (Some(word), Some(&column)) = (self.words.get(at), self.columns.get(at)) else {
            return (0, Cell::Empty);
        };
        (
            usize::from(column) % MOST_COLUMNS,
            decode(column >> 14, word, texts),
        )
    }

    pub(super) fn find(&self, cells: std::ops::Range<usize>, column: usize) -> Option<usize> {
        let first = cells.start;
        let columns = self.columns.get(cells)?;
        // In a row without empty cells each stands at its own number.
        let own = columns
            .get(column)
            .map(|&each| usize::from(each) % MOST_COLUMNS);
        if own == Some(column) {
            return Some(first + column);
        }
        let at = columns.binary_search_by_key(&column, |&each| usize::from(each) % MOST_COLUMNS);
        at.ok().map(|at| first + at)
    }
}

fn encode(cell: Cell<'_>, texts: &mut Texts) -> Option<(u16, [u8; 8])> {
    Some(match cell {
        Cell::Empty => (KIND_SHORT, [0; 8]),
        Cell::Text(text) if text.len() <= INLINE => (KIND_SHORT, short(text)),
        Cell::Text(text) => (KIND_LONG, long(text, TEXT, texts)?),
        Cell::Date(text) => (KIND_LONG, long(text, DATE, texts)?),
        Cell::Error(text) => (KIND_LONG, long(text, ERROR, texts)?),
        Cell::Number(number) => (KIND_NUMBER, number.to_le_bytes()),
        Cell::Bool(truth) => (KIND_BOOL, u64::from(truth).to_le_bytes()),
    })
}

fn decode<'a>(kind: u16, word: &'a [u8; 8], texts: &'a Texts) -> Cell<'a> {
    match kind {
        KIND_SHORT => Cell::Text(from_short(word)),
        KIND_LONG => from_long(word, texts),
        KIND_NUMBER => Cell::Number(f64::from_le_bytes(*word)),
        _ => Cell::Bool(*word != [0; 8]),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "at most seven")]
fn short(text: &str) -> [u8; 8] {
    let mut word = [0; 8];
    word.iter_mut()
        .zip(text.bytes())
        .for_each(|(to, from)| *to = from);
    let [.., length] = &mut word;
    *length = text.len() as u8;
    word
}

fn from_short(word: &[u8; 8]) -> &str {
    let [text @ .., length] = word;
    let text = text.get(..usize::from(*length)).unwrap_or_default();
    std::str::from_utf8(text).unwrap_or_default()
}

/// Four bytes of offset, three of length, one of kind.
fn long(text: &str, kind: u8, texts: &mut Texts) -> Option<[u8; 8]> {
    let span = texts.keep(text)?;
    let [a, b, c, d] = span.start.to_le_bytes();
    let [e, f, g, beyond] = span.length.to_le_bytes();
    (beyond == 0).then_some([a, b, c, d, e, f, g, kind])
}

fn from_long<'a>(word: &[u8; 8], texts: &'a Texts) -> Cell<'a> {
    let [a, b, c, d, e, f, g, kind] = *word;
    let start = u32::from_le_bytes([a, b, c, d]);
    let text = texts.get(Span {
        start,
        length: u32::from_le_bytes([e, f, g, 0]),
    });
    match kind {
        DATE => Cell::Date(text),
        ERROR => Cell::Error(text),
        _ => Cell::Text(text),
    }
}
