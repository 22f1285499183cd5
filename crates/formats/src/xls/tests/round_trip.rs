//! What is written is read again, in whichever records it is written.

use proptest::prelude::*;

use super::*;
use crate::testing::{Cells, Given, any_cells, cells};

const SECTOR: usize = 512;
const END: u32 = 0xFFFF_FFFE;

/// How a workbook is written.
#[derive(Clone, Copy, Debug)]
struct Style {
    /// Texts in a list at the beginning, or each in its cell.
    is_listed: bool,
    /// Texts of the list in one record, before it goes on in the next.
    texts: usize,
}

fn record(kind: u16, body: &[u8], into: &mut Vec<u8>) {
    into.extend(kind.to_le_bytes());
    into.extend((body.len() as u16).to_le_bytes());
    into.extend(body);
}

/// Letters of one byte where all are, else of two.
fn letters(text: &str, into: &mut Vec<u8>) {
    let units: Vec<u16> = text.encode_utf16().collect();
    into.extend((units.len() as u16).to_le_bytes());
    let is_narrow = units.iter().all(|unit| *unit < 256);
    into.push(u8::from(!is_narrow));
    for unit in units {
        into.extend(
            unit.to_le_bytes()
                .iter()
                .take(if is_narrow { 1 } else { 2 }),
        );
    }
}

fn globals(texts: &[&str], style: Style, sheet_at: u32) -> Vec<u8> {
    let mut stream = Vec::new();
    record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0], &mut stream);
    let mut sheet = sheet_at.to_le_bytes().to_vec();
    sheet.extend([0, 0, 1, 0, b'A']);
    record(0x0085, &sheet, &mut stream);
    let mut body = [texts.len() as u32, texts.len() as u32]
        .map(u32::to_le_bytes)
        .concat();
    let mut kind = 0x00FC;
    for (number, text) in texts.iter().enumerate() {
        if number > 0 && number % style.texts == 0 {
            record(kind, &body, &mut stream);
            (kind, body) = (0x003C, Vec::new());
        }
        letters(text, &mut body);
    }
    record(kind, &body, &mut stream);
    record(0x000A, &[], &mut stream);
    stream
}

fn sheet(given: &Cells, style: Style) -> Vec<u8> {
    let mut stream = Vec::new();
    record(0x0809, &[0, 6, 16, 0, 0, 0, 0, 0], &mut stream);
    let mut listed = 0_u32;
    for ((row, column), given) in given {
        let mut body = [*row, *column, 0].map(u16::to_le_bytes).concat();
        let hundredths = |number: f64| (number * 100.0).round();
        let kind = match given {
            Given::Text(_) if style.is_listed => {
                body.extend(listed.to_le_bytes());
                listed += 1;
                0x00FD
            }
            Given::Text(text) => {
                letters(text, &mut body);
                0x0204
            }
            Given::Number(number)
                if hundredths(*number).abs() < 1e8
                    && hundredths(*number) / 100.0 == *number
                    && number.is_sign_positive() =>
            {
                body.extend(((hundredths(*number) as i32) << 2 | 3).to_le_bytes());
                0x027E
            }
            Given::Number(number) => {
                body.extend(number.to_le_bytes());
                0x0203
            }
            Given::Bool(truth) => {
                body.extend([u8::from(*truth), 0]);
                0x0205
            }
        };
        record(kind, &body, &mut stream);
    }
    record(0x000A, &[], &mut stream);
    stream
}

fn entry(name: &str, kind: u8, length: usize) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(128, 0);
    entry[64] = 2 * name.len() as u8 + 2;
    entry[66] = kind;
    entry[120..124].copy_from_slice(&(length as u32).to_le_bytes());
    entry
}

/// A compound file of one stream: its sectors, one of the directory, and those that chain them.
fn container(mut stream: Vec<u8>) -> Vec<u8> {
    let directory = [
        entry("Root Entry", 5, 0),
        entry("Workbook", 2, stream.len()),
    ]
    .concat();
    let count = stream.len().div_ceil(SECTOR);
    stream.resize(count * SECTOR, 0);
    stream.extend(directory);
    stream.resize((count + 1) * SECTOR, 0);
    let next = |at: usize| if at + 1 < count { at as u32 + 1 } else { END };
    let mut chain: Vec<u8> = (0..=count).flat_map(|at| next(at).to_le_bytes()).collect();
    let chains = chain.len().div_ceil(SECTOR);
    chain.resize(chains * SECTOR, 0xFF);
    let mut header = vec![0; SECTOR];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    header[30] = 9;
    let mut put =
        |at: usize, number: u32| header[at..at + 4].copy_from_slice(&number.to_le_bytes());
    put(48, count as u32);
    put(60, END);
    put(68, END);
    for at in 0..109 {
        let sector = if at < chains {
            (count + 1 + at) as u32
        } else {
            u32::MAX
        };
        put(76 + 4 * at, sector);
    }
    [header, stream, chain].concat()
}

fn write(given: &Cells, style: Style) -> Vec<u8> {
    let texts: Vec<&str> = given
        .values()
        .filter_map(|given| match given {
            Given::Text(text) if style.is_listed => Some(text.as_str()),
            _ => None,
        })
        .collect();
    let start = globals(&texts, style, 0).len() as u32;
    container([globals(&texts, style, start), sheet(given, style)].concat())
}

proptest! {
    #[test]
    fn a_sheet_of_any_cells_reads_back(
        given in any_cells(),
        is_listed: bool,
        texts in 1..20_usize,
    ) {
        let bytes = write(&given, Style { is_listed, texts });
        let (sheets, warnings) = open(&bytes).unwrap();
        prop_assert_eq!(cells(&sheets[0]), given);
        prop_assert_eq!(warnings, []);
    }
}
