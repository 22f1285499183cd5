//! The cells of a file, one after the other.

use table::Status;

use crate::cube::{Cells, Entry};
use crate::{FormatError, Limits, ListLength, Progress, Reason, Warning};

use super::meta::Meta;
use super::variables::Variables;

/// How often progress is told.
const STEP: usize = 1 << 20;
/// From this number on not every whole number can be held.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Cells, and what there is to say of them.
pub(super) struct Found {
    pub(super) cells: Cells,
    pub(super) warnings: Vec<Warning>,
}

/// Reads the cells from `start` of the text on.
pub(super) fn read(
    meta: &Meta<'_>,
    variables: &Variables,
    (start, limits): (usize, &Limits),
    progress: &mut dyn FnMut(Progress),
) -> Result<Found, FormatError> {
    let mut tokens = Tokens::new(meta, start)?;
    let expected = variables.cell_count;
    let total = meta.text().len();
    // Each cell takes a byte and what parts it from the next: room is made for no more than there can be.
    let most = expected.min((total - start.min(total)) / 2 + 1);
    let mut cells = Cells::with_room(most)?;
    let (mut told, mut exact) = (start, Exactness::default());
    while let Some(token) = tokens.next(limits)? {
        if cells.len() == expected {
            let found = expected as u64 + 1 + tokens.rest(limits)?;
            return Err(uneven(meta, token.at, (found, expected)));
        }
        let entry = token.entry();
        let entry = entry.ok_or_else(|| meta.malformed(token.at, Reason::Syntax))?;
        exact.see(entry);
        cells.push(entry);
        if token.at >= told + STEP {
            told = token.at;
            let (done, total) = (told as u64, total as u64);
            progress(Progress { done, total });
        }
    }
    if cells.len() < expected {
        let found = cells.len() as u64;
        return Err(uneven(meta, total, (found, expected)));
    }
    let warnings = exact.warnings(meta);
    Ok(Found { cells, warnings })
}

fn uneven(meta: &Meta<'_>, at: usize, (found, expected): (u64, usize)) -> FormatError {
    let expected = expected as u64;
    let list = "DATA".to_owned();
    meta.malformed(
        at,
        Reason::ListLength(Box::new(ListLength {
            list,
            found,
            expected,
        })),
    )
}

/// Whether a whole number was too large to be held as it is.
#[derive(Default)]
pub(super) struct Exactness {
    is_lost: bool,
}

impl Exactness {
    pub(super) fn see(&mut self, entry: Entry) {
        self.is_lost |= matches!(entry, Entry::Number(number) if number.abs() >= EXACT);
    }

    pub(super) fn warnings(&self, meta: &Meta<'_>) -> Vec<Warning> {
        let column = || meta.word("CONTENTS", &[]).unwrap_or_default().to_owned();
        let warning = self.is_lost.then(|| Warning::NotExact { column: column() });
        warning.into_iter().collect()
    }
}

/// A cell or key as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) is_quoted: bool,
    pub(super) at: usize,
}

impl Token<'_> {
    /// What it says: a number, or one of the signs of official statistics.
    pub(super) fn entry(&self) -> Option<Entry> {
        let absent = |status| Some(Entry::Absent(status));
        match self.text.trim() {
            // Nothing is there, and that is known.
            "-" => Some(Entry::Number(0.0)),
            // Cannot occur by the nature of things.
            "." => absent(Status::NotApplicable),
            // Too uncertain, or withheld.
            ".." => absent(Status::Hidden),
            // Not available; what four to six dots say each office decides, seven stand for sums of such cells.
            "..." | "...." | "....." | "......" | "......." | ":" | "" => absent(Status::Missing),
            _ if self.is_quoted => None,
            text => number(text).map(Entry::Number),
        }
    }
}

/// Digits with at most a sign, a point and an exponent.
fn number(text: &str) -> Option<f64> {
    let bytes = text.as_bytes();
    if bytes.len() <= 15 && bytes.iter().all(u8::is_ascii_digit) {
        let digits = bytes.iter().map(|byte| f64::from(byte & 15));
        return Some(digits.fold(0.0, |number, digit| number * 10.0 + digit));
    }
    let is_part = |byte: &u8| byte.is_ascii_digit() || b"+-.eE".contains(byte);
    let number = bytes.iter().all(is_part).then(|| text.parse::<f64>().ok());
    number.flatten().filter(|number| number.is_finite())
}

/// What stands between blanks, commas and semicolons.
pub(super) struct Tokens<'a> {
    meta: &'a Meta<'a>,
    at: usize,
}

impl<'a> Tokens<'a> {
    /// The text from a place on, which must end as such texts do.
    pub(super) fn new(meta: &'a Meta<'a>, at: usize) -> Result<Self, FormatError> {
        let is_blank = |letter: char| letter.is_ascii_whitespace() || letter == '\u{1A}';
        let end = meta.text().trim_end_matches(is_blank);
        if end.len() <= at || !end.ends_with(';') {
            return Err(meta.malformed(meta.text().len(), Reason::Truncated));
        }
        Ok(Self { meta, at })
    }

    fn bytes(&self) -> &'a [u8] {
        self.meta
            .text()
            .as_bytes()
            .get(self.at..)
            .unwrap_or_default()
    }

    pub(super) fn next(&mut self, limits: &Limits) -> Result<Option<Token<'a>>, FormatError> {
        let is_between = |byte: &&u8| byte.is_ascii_whitespace() || b",;\x1A".contains(byte);
        self.at += self.bytes().iter().take_while(is_between).count();
        let at = self.at;
        let Some(first) = self.bytes().first() else {
            return Ok(None);
        };
        if *first == b'"' {
            let inside = self.bytes().get(1..).unwrap_or_default();
            let length = inside.iter().position(|byte| *byte == b'"');
            let length =
                length.ok_or_else(|| self.meta.malformed(at, Reason::UnterminatedQuote))?;
            limits.check(crate::What::TextBytes, length as u64)?;
            self.at += length + 2;
            let text = self.meta.text().get(at + 1..at + 1 + length);
            return Ok(Some(Token {
                text: text.unwrap_or_default(),
                is_quoted: true,
                at,
            }));
        }
        let is_part = |byte: &&u8| !is_between(byte) && **byte != b'"';
        self.at += self.bytes().iter().take_while(is_part).count();
        Ok(Some(Token {
            text: self.meta.text().get(at..self.at).unwrap_or_default(),
            is_quoted: false,
            at,
        }))
    }

    /// How many more there are.
    fn rest(&mut self, limits: &Limits) -> Result<u64, FormatError> {
        let mut count = 0;
        while self.next(limits)?.is_some() {
            count += 1;
        }
        Ok(count)
    }
}
