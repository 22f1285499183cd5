//! How many fields the lines have, and what that says.

use std::collections::BTreeMap;

use csv::StringRecord;

use crate::Warning;

/// Lines of one length.
#[derive(Debug, Default)]
struct Kind {
    count: u64,
    first_line: u64,
    empty_ends: u64,
}

/// Statistics over all lines.
#[derive(Debug, Default)]
pub(super) struct Lines {
    by_length: BTreeMap<usize, Kind>,
    last_start: u64,
}

impl Lines {
    pub(super) fn count(&mut self, record: &StringRecord) {
        let (line, byte) = record
            .position()
            .map_or((0, 0), |at| (at.line(), at.byte()));
        let kind = self.by_length.entry(record.len()).or_default();
        if kind.count == 0 {
            kind.first_line = line;
        }
        kind.count += 1;
        kind.empty_ends += u64::from(record.iter().next_back() == Some(""));
        self.last_start = byte;
    }

    /// The byte where the last record begins.
    pub(super) fn last_start(&self) -> u64 {
        self.last_start
    }

    pub(super) fn warnings(&self) -> Vec<Warning> {
        let Some((&length, usual)) = self.by_length.iter().max_by_key(|(_, kind)| kind.count)
        else {
            return Vec::new();
        };
        let trailing = length > 1 && usual.empty_ends == usual.count;
        let trailing = trailing.then_some(Warning::TrailingDelimiter);
        trailing.into_iter().chain(self.uneven(length)).collect()
    }

    /// Lines that are neither as long as most nor a single field, as titles and remarks are.
    fn uneven(&self, usual: usize) -> Option<Warning> {
        let odd = || {
            self.by_length
                .iter()
                .filter(|(length, _)| ![1, usual].contains(length))
        };
        let (&length, first) = odd().min_by_key(|(_, kind)| kind.first_line)?;
        Some(Warning::UnevenLine {
            line: first.first_line,
            found: length as u64,
            expected: usual as u64,
            count: odd().map(|(_, kind)| kind.count).sum(),
        })
    }
}

/// Where a quoted field opens that does not close before the end.
pub(super) fn open_quote(record: &[u8], delimiter: u8) -> Option<usize> {
    let mut opened = None;
    let mut at_start = true;
    let mut bytes = record.iter().copied().enumerate().peekable();
    while let Some((at, byte)) = bytes.next() {
        match (opened, byte) {
            (None, b'"') if at_start => opened = Some(at),
            // A doubled quote is one quote of the text.
            (Some(_), b'"') if bytes.next_if(|(_, next)| *next == b'"').is_none() => opened = None,
            _ => {}
        }
        at_start = opened.is_none() && (byte == delimiter || matches!(byte, b'\r' | b'\n'));
    }
    opened
}
