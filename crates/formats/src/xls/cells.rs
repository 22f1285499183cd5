//! The cells of one sheet, record by record.

use super::bytes::{f64_at, u16_at, u32_at};
use super::globals::Globals;
use super::records::{Record, Records};
use super::texts::Pieces;
use super::{malformed, truncated};
use crate::moment::{finite, serial};
use crate::{Cell, FormatError, Merged, Reason, SheetBuilder};

/// What a cell holds, before it is looked up.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Number(f64),
    Day(f64),
    Listed(u32),
    Text(String),
    Bool(bool),
    Error(&'static str),
}

/// A cell and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) row: u16,
    pub(super) column: u16,
    pub(super) value: Value,
}

/// Takes cells in the order of the file.
pub(super) type Take<'t> = dyn FnMut(&mut SheetBuilder, Found) -> Result<(), FormatError> + 't;

type Put<'p> = dyn FnMut(Found) -> Result<(), FormatError> + 'p;

/// A sheet being read.
pub(super) struct Cells<'a> {
    name: &'a str,
    globals: &'a Globals,
    records: Records<'a>,
    /// A formula whose text comes in a record of its own.
    awaited: Option<(u16, u16)>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(name: &'a str, globals: &'a Globals, records: Records<'a>) -> Self {
        Self {
            name,
            globals,
            records,
            awaited: None,
        }
    }

    /// Hands over all cells, and notes in the sheet what else there is.
    pub(super) fn read(
        &mut self,
        builder: &mut SheetBuilder,
        take: &mut Take<'_>,
    ) -> Result<(), FormatError> {
        // A chart on the sheet is a sheet inside the sheet.
        let mut depth = 0_u32;
        loop {
            let Some(record) = self.records.next() else {
                return Err(truncated(self.records.at));
            };
            match record.kind {
                0x0809 => depth += 1,
                0x000A if depth <= 1 => break,
                0x000A => depth -= 1,
                _ if depth > 1 => {}
                _ => {
                    self.note(record, builder);
                    self.record(record, &mut |found| take(builder, found))?;
                }
            }
        }
        Ok(())
    }

    fn record(&mut self, record: Record<'a>, take: &mut Put<'_>) -> Result<(), FormatError> {
        let body = record.body;
        let damaged = || malformed(self.name, Reason::Container);
        let found = match record.kind {
            0x00BD => return self.many(body, take),
            0x0203 => at(body, self.number(body, f64_at(body, 6))),
            0x027E => at(body, self.number(body, u32_at(body, 6).map(packed))),
            0x00FD => at(body, u32_at(body, 6).map(Value::Listed)),
            0x0204 | 0x00D6 => {
                let pieces = self.records.continued(body.get(6..).unwrap_or_default());
                at(
                    body,
                    self.globals.text(Pieces::new(pieces)).map(Value::Text),
                )
            }
            0x0205 => at(body, truth(body, 6)),
            0x0006 => match self.formula(body).ok_or_else(damaged)? {
                Some(found) => Some(found),
                None => return Ok(()),
            },
            0x0207 => {
                let pieces = self.records.continued(body);
                let text = self.globals.text(Pieces::new(pieces)).map(Value::Text);
                let Some((row, column)) = self.awaited.take() else {
                    return Ok(());
                };
                text.map(|value| Found { row, column, value })
            }
            _ => return Ok(()),
        };
        take(found.ok_or_else(|| malformed(self.name, Reason::Container))?)
    }

    /// Several packed numbers beside one another.
    fn many(&self, body: &[u8], take: &mut Put<'_>) -> Result<(), FormatError> {
        let cells = body.get(4..body.len().saturating_sub(2));
        let (row, first) = (u16_at(body, 0), u16_at(body, 2));
        let (Some(cells), Some(row), Some(first)) = (cells, row, first) else {
            return Err(malformed(self.name, Reason::Container));
        };
        let (cells, _) = cells.as_chunks::<6>();
        for (column, cell) in (first..).zip(cells) {
            let [low, high, number @ ..] = *cell;
            let format = u16::from_le_bytes([low, high]);
            let value = self.value(format, packed(u32::from_le_bytes(number)));
            take(Found { row, column, value })?;
        }
        Ok(())
    }

    /// The stored result of a formula; inside, none where a text follows or nothing was stored.
    #[expect(
        clippy::option_option,
        reason = "a damaged formula is not one without a result"
    )]
    fn formula(&mut self, body: &[u8]) -> Option<Option<Found>> {
        let result = body.get(6..14)?;
        let value = match (result.get(6..8)?, result.first()?) {
            ([0xFF, 0xFF], 0) => {
                self.awaited = Some((u16_at(body, 0)?, u16_at(body, 2)?));
                return Some(None);
            }
            ([0xFF, 0xFF], 1) => Value::Bool(result.get(2)? != &0),
            ([0xFF, 0xFF], 2) => Value::Error(error_sign(*result.get(2)?)),
            ([0xFF, 0xFF], _) => return Some(None),
            _ => self.number(body, f64_at(result, 0))?,
        };
        Some(Some(at(body, Some(value))?))
    }

    fn number(&self, body: &[u8], number: Option<f64>) -> Option<Value> {
        Some(self.value(u16_at(body, 4)?, number?))
    }

    fn value(&self, format: u16, number: f64) -> Value {
        if self.globals.is_date(format) {
            let shift = if self.globals.is_1904 { 1_462.0 } else { 0.0 };
            Value::Day(number + shift)
        } else {
            Value::Number(number)
        }
    }

    /// What there is beside cells: what is shown as one, and what is not shown.
    fn note(&self, record: Record<'_>, builder: &mut SheetBuilder) -> Option<()> {
        let body = record.body;
        let number = |at| u16_at(body, at).map(usize::from);
        match record.kind {
            0x00E5 => {
                let (ranges, _) = body.get(2..)?.as_chunks::<8>();
                for range in ranges.iter().take(number(0)?) {
                    let number = |at| u16_at(range, at).map(usize::from);
                    builder.merge(Merged {
                        first_row: number(0)?,
                        last_row: number(2)?,
                        first_column: number(4)?,
                        last_column: number(6)?,
                    });
                }
            }
            0x0208 if number(12)? & 0x20 != 0 => builder.hide_rows(number(0)?, number(0)?),
            0x007D if number(8)? & 1 != 0 => builder.hide_columns(number(0)?, number(2)?),
            _ => {}
        }
        Some(())
    }
}

fn at(body: &[u8], value: Option<Value>) -> Option<Found> {
    Some(Found {
        row: u16_at(body, 0)?,
        column: u16_at(body, 2)?,
        value: value?,
    })
}

/// A truth, or an error.
fn truth(body: &[u8], at: usize) -> Option<Value> {
    let value = *body.get(at)?;
    Some(match body.get(at + 1)? {
        0 => Value::Bool(value != 0),
        _ => Value::Error(error_sign(value)),
    })
}

/// A number in four bytes: a whole one or the upper half of a double, perhaps in hundredths.
fn packed(bits: u32) -> f64 {
    let number = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & !3) << 32)
    } else {
        f64::from(bits.cast_signed() >> 2)
    };
    if bits & 1 == 0 {
        number
    } else {
        number / 100.0
    }
}

fn error_sign(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR",
    }
}

impl Value {
    /// The cell; texts are looked up, and those that have to be made are put into `text`.
    pub(super) fn cell<'t>(
        &'t self,
        globals: &'t Globals,
        text: &'t mut String,
    ) -> Option<Cell<'t>> {
        Some(match self {
            Self::Number(number) => finite(*number),
            Self::Day(days) => serial(*days, text),
            Self::Listed(number) => Cell::Text(globals.texts.get(*number as usize)?),
            Self::Text(text) => Cell::Text(text),
            Self::Bool(truth) => Cell::Bool(*truth),
            Self::Error(sign) => Cell::Error(sign),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_four_bytes_are_whole_or_half_a_double_or_hundredths() {
        let half = |number: f64| (number.to_bits() >> 32) as u32 & !3;
        let whole = |number: i32| (number << 2).cast_unsigned() | 2;
        let cases = [
            (half(12.5), 12.5),
            (half(1.0) | 1, 0.01),
            (whole(-7), -7.0),
            (whole(1_234) | 1, 12.34),
            (whole(0x1FFF_FFFF), 536_870_911.0),
        ];
        for (bits, expected) in cases {
            assert_eq!(packed(bits), expected);
        }
    }
}
