//! Cells of a file that leaves out rows of nothing but zeros: each row begins with the values it is about.

use std::collections::{BTreeMap, HashSet};

use crate::cube::{Cells, Entry};
use crate::{FormatError, Limits, ListLength, Reason};

use super::figures::{Exactness, Found, Token, Tokens};
use super::meta::Meta;
use super::variables::{Variable, Variables};

/// A variable of the stub: where its keys lead.
struct Key<'a> {
    values: BTreeMap<&'a str, usize>,
    count: usize,
}

/// Reads the rows from `start` of the text on.
pub(super) fn read(
    meta: &Meta<'_>,
    variables: &Variables,
    (start, limits): (usize, &Limits),
) -> Result<Found, FormatError> {
    let (stub, heading) = variables.all.split_at(variables.stub);
    let keys: Vec<Key<'_>> = stub.iter().map(|it| key(meta, it)).collect();
    let length: usize = heading.iter().map(|it| it.values.len()).product();
    let mut tokens = Tokens::new(meta, start)?;
    let (mut said, mut rows, mut seen) = (Cells::with_room(0)?, Vec::new(), HashSet::new());
    let mut exact = Exactness::default();
    while let Some(first) = tokens.next(limits)? {
        let at = first.at;
        let row = row(meta, &keys, (first, &mut tokens, limits))?;
        if !seen.insert(row) {
            return Err(meta.malformed(at, Reason::RowTwice));
        }
        rows.push(row);
        for column in 0..length {
            let token = tokens.next(limits)?;
            let token = token.ok_or_else(|| short(meta, (column, length)))?;
            let entry = token.entry();
            let entry = entry.ok_or_else(|| meta.malformed(token.at, Reason::Syntax))?;
            exact.see(entry);
            said.push(entry);
        }
    }
    let cells = placed(&said, (&rows, length), variables.cell_count)?;
    let warnings = exact.warnings(meta);
    Ok(Found { cells, warnings })
}

/// The cells of rows, each so long, among all cells.
fn placed(
    said: &Cells,
    (rows, length): (&[usize], usize),
    count: usize,
) -> Result<Cells, FormatError> {
    let places = || rows.iter().flat_map(|row| row * length..(row + 1) * length);
    // Rows that are left out hold zeros.
    let mut cells = Cells::said_of(places(), (count, Entry::Number(0.0)))?;
    for (from, to) in places().enumerate() {
        cells.set(to, said.get(from));
    }
    Ok(cells)
}

fn key<'a>(meta: &Meta<'_>, variable: &'a Variable) -> Key<'a> {
    let word = meta.word("KEYS", &[&variable.name]);
    let by_text = word.is_some_and(|word| word.eq_ignore_ascii_case("VALUES"));
    let codes = || variable.written_codes.iter().map(String::as_str);
    let texts = || variable.values.iter().map(|value| value.plain.as_str());
    let numbered: Vec<&str> = if by_text {
        texts().collect()
    } else {
        codes().collect()
    };
    // Of two values with one name the first is meant.
    let values = numbered.into_iter().enumerate().rev();
    let values = values.map(|(index, value)| (value, index)).collect();
    Key {
        values,
        count: variable.values.len(),
    }
}

/// The row of the keys that begin it.
fn row(
    meta: &Meta<'_>,
    keys: &[Key<'_>],
    (first, tokens, limits): (Token<'_>, &mut Tokens<'_>, &Limits),
) -> Result<usize, FormatError> {
    let (mut row, mut token) = (0, Some(first));
    for (number, key) in keys.iter().enumerate() {
        if number > 0 {
            token = tokens.next(limits)?;
        }
        let token = token.ok_or_else(|| short(meta, (number, keys.len())))?;
        let value = key.values.get(token.text).copied();
        let value = value.ok_or_else(|| meta.malformed(token.at, Reason::UnknownMember))?;
        row = row * key.count + value;
    }
    Ok(row)
}

/// The last row is not complete.
fn short(meta: &Meta<'_>, (found, expected): (usize, usize)) -> FormatError {
    let (found, expected) = (found as u64, expected as u64);
    let list = "DATA".to_owned();
    meta.malformed(
        meta.text().len(),
        Reason::ListLength(Box::new(ListLength {
            list,
            found,
            expected,
        })),
    )
}
