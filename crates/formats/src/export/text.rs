//! A table as text with one line a row, which spreadsheets open without running any of it.

use table::Table;

use super::Convention;
use super::columns::{Column, Field, columns};
use crate::FormatError;

/// What is added to the name of a dimension for its column of labels.
const LABEL: &str = "_label";
/// The mark by which spreadsheets know UTF-8.
const MARK: &str = "\u{FEFF}";
/// Signs that make quotes necessary: each that could be taken for the one between fields, and those of quotes and lines.
const QUOTED: [char; 7] = [';', ',', '\t', '|', '"', '\n', '\r'];
/// Decimals that look like a thousand.
const THOUSAND: u8 = 3;

/// A header of names, and a line a row.
///
/// # Errors
/// When there is no memory for it.
pub fn csv(table: &Table, convention: Convention) -> Result<Vec<u8>, FormatError> {
    let columns = columns(table, convention);
    let mut line = MARK.to_owned();
    let headings = columns.iter().map(|column| heading(*column));
    for (at, heading) in headings.enumerate() {
        separate(at, convention, &mut line);
        write_text(&heading, &mut line);
    }
    line.push_str("\r\n");
    let mut bytes = Vec::new();
    append(&mut bytes, &line)?;
    for row in 0..table.row_count() {
        line.clear();
        for (at, column) in columns.iter().enumerate() {
            separate(at, convention, &mut line);
            write_field(column.field(row, convention), convention, &mut line);
        }
        if columns.len() == 1 {
            alone(&mut line);
        }
        line.push_str("\r\n");
        append(&mut bytes, &line)?;
    }
    Ok(bytes)
}

/// The only field of a line: an empty line would be none, and a decimal comma alone would be taken for the sign between fields.
fn alone(line: &mut String) {
    if line.is_empty() || !line.starts_with('"') && line.contains(QUOTED) {
        *line = format!("\"{line}\"");
    }
}

fn heading(column: Column<'_>) -> String {
    match column {
        Column::Code(column) => column.dimension.name.clone(),
        Column::Label(column) => format!("{}{LABEL}", column.dimension.name),
        Column::Measure(column) => column.measure.name.clone(),
    }
}

fn append(bytes: &mut Vec<u8>, line: &str) -> Result<(), FormatError> {
    let count = line.len() as u64;
    let no_memory = |_| FormatError::OutOfMemory { bytes: count };
    bytes.try_reserve(line.len()).map_err(no_memory)?;
    bytes.extend_from_slice(line.as_bytes());
    Ok(())
}

fn separate(at: usize, convention: Convention, line: &mut String) {
    if at > 0 {
        line.push(delimiter(convention));
    }
}

fn delimiter(convention: Convention) -> char {
    match convention {
        Convention::Danish => ';',
        Convention::English => ',',
    }
}

fn write_field(field: Field<'_>, convention: Convention, line: &mut String) {
    match field {
        Field::Blank => {}
        Field::Text(text) => write_text(text, line),
        Field::Sign(sign) => line.push_str(sign),
        Field::Exact(digits, decimals) => write_exact(digits, decimals, convention, line),
        Field::Float(number) => {
            let text = number.to_string();
            let is_like_thousand = text.split_once('.').is_some_and(|(_, it)| it.len() == 3);
            match convention {
                Convention::Danish => line.push_str(&text.replace('.', ",")),
                Convention::English => line.push_str(&text),
            }
            line.push_str(if is_like_thousand { "0" } else { "" });
        }
    }
}

/// Every digit as it is kept; after three decimals comes a zero, since `1,234` alone could mean a thousand.
fn write_exact(digits: i64, decimals: u8, convention: Convention, line: &mut String) {
    let sign = if digits < 0 { "-" } else { "" };
    let width = usize::from(decimals) + 1;
    let digits = format!("{:0width$}", digits.unsigned_abs());
    let (whole, part) = digits.split_at(digits.len() - usize::from(decimals));
    line.push_str(sign);
    line.push_str(whole);
    if decimals > 0 {
        line.push(match convention {
            Convention::Danish => ',',
            Convention::English => '.',
        });
        line.push_str(part);
    }
    if decimals == THOUSAND {
        line.push('0');
    }
}

/// A text: harmless to spreadsheets, quoted where it must be.
fn write_text(text: &str, line: &mut String) {
    let guard = if runs(text) { "'" } else { "" };
    if text.contains(QUOTED) {
        line.push('"');
        line.push_str(guard);
        line.push_str(&text.replace('"', "\"\""));
        line.push('"');
    } else {
        line.push_str(guard);
        line.push_str(text);
    }
}

/// Whether a spreadsheet would take the text for a formula. What it would take for a number is none.
fn runs(text: &str) -> bool {
    let starts = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    starts && !is_plain_number(text)
}

fn is_plain_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, part) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    are_digits(whole) && are_digits(part)
}
