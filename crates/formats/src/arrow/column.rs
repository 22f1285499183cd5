//! One column, read from all its batches.

use std::cell::RefCell;

use arrow_buffer::{ArrowNativeType, MutableBuffer};

use super::batch::Batch;
use super::body::Body;
use super::fields::{Field, Kind, Texts, Width};
use super::index::Contents;
use super::malformed;
use super::texts;
use crate::columns::{Filled, Fractions, Members, Stage, Wholes};
use crate::{Format, FormatError, Limits, Place, Reason, Source};

/// A file being read.
pub(super) struct Reading<'a> {
    pub(super) contents: &'a Contents,
    pub(super) limits: &'a Limits,
    pub(super) body: Body<'a>,
    pub(super) scratch: RefCell<MutableBuffer>,
}

/// Rows of a batch that are read in one go.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    pub(super) batch: &'a Batch,
    pub(super) start: usize,
    pub(super) count: usize,
}

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

impl<'a> Reading<'a> {
    pub(super) fn new(source: &'a dyn Source, contents: &'a Contents, limits: &'a Limits) -> Self {
        Self {
            contents,
            limits,
            body: Body::new(source, limits),
            scratch: RefCell::new(MutableBuffer::new(0)),
        }
    }

    /// Reads the column at an index; what is wrong is told with its name.
    pub(super) fn column(&self, at: usize) -> Result<Filled<'a>, FormatError> {
        let field = self.field(at)?;
        self.filled(at, field)
            .map_err(|error| placed(error, &field.name))
    }

    pub(super) fn field(&self, at: usize) -> Result<&'a Field, FormatError> {
        let field = self.contents.fields.get(at);
        field.ok_or_else(|| malformed(Place::default(), Reason::Footer))
    }

    fn filled(&self, at: usize, field: &'a Field) -> Result<Filled<'a>, FormatError> {
        Ok(match field.kind {
            Kind::Text(texts) => {
                let mut members = self.members(field);
                self.plain_texts((at, texts), &mut members)?;
                Filled::Members(members)
            }
            Kind::Dictionary { .. } => {
                let mut members = self.members(field);
                self.dictionary(at, &mut members, |_| Ok(()))?;
                Filled::Members(members)
            }
            Kind::Float { .. } => Filled::Fractions(self.fractions(at, Fractions::exact())?),
            _ => Filled::Wholes(self.wholes(at)?),
        })
    }

    fn members(&self, field: &'a Field) -> Members<'a> {
        let row_count = self.contents.row_count;
        Members::new((Format::Arrow, &field.name), row_count, self.limits)
    }

    /// Whole numbers, days and moments.
    pub(super) fn wholes(&self, at: usize) -> Result<Wholes, FormatError> {
        let field = self.field(at)?;
        match field.kind {
            Kind::Truth => self.whole::<u8>(at, |rows, to| self.truths((at, rows), to)),
            Kind::Integer(Width { bits, signed }) => match (bits, signed) {
                (8, true) => self.whole::<i8>(at, |rows, to| self.values((at, rows), to)),
                (8, false) => self.whole::<u8>(at, |rows, to| self.values((at, rows), to)),
                (16, true) => self.whole::<i16>(at, |rows, to| self.values((at, rows), to)),
                (16, false) => self.whole::<u16>(at, |rows, to| self.values((at, rows), to)),
                (32, true) => self.whole::<i32>(at, |rows, to| self.values((at, rows), to)),
                (32, false) => self.whole::<u32>(at, |rows, to| self.values((at, rows), to)),
                // Unsigned numbers of 64 bits are taken bit by bit; which are too large is seen later.
                _ => self.whole::<i64>(at, |rows, to| self.values((at, rows), to)),
            },
            Kind::Decimal { bits: 32, .. } | Kind::Days => {
                self.whole::<i32>(at, |rows, to| self.values((at, rows), to))
            }
            Kind::Decimal { bits: 128, .. } => {
                self.whole::<i64>(at, |rows, to| self.decimals((at, rows), to))
            }
            Kind::Millis => self.whole::<i64>(at, |rows, to| {
                self.values((at, rows), to)?;
                let days = to.next(rows.count).iter_mut();
                days.for_each(|millis| *millis = millis.div_euclid(DAY));
                Ok(())
            }),
            _ => self.whole::<i64>(at, |rows, to| self.values((at, rows), to)),
        }
    }

    fn whole<T: ArrowNativeType + Ord + Into<i64>>(
        &self,
        at: usize,
        fill: impl Fn(Rows<'_>, &mut Stage<T>) -> Result<(), FormatError>,
    ) -> Result<Wholes, FormatError> {
        let mut stage = Stage::new(self.contents.row_count);
        let mut wholes = Wholes::default();
        for batch in &self.contents.batches {
            let mut start = 0;
            while start < batch.row_count {
                let count = stage.room().min(batch.row_count - start);
                let rows = Rows {
                    batch,
                    start,
                    count,
                };
                let absent = self.absent((at, rows))?;
                fill(rows, &mut stage)?;
                stage.add(count, absent.as_ref());
                wholes.pack(&mut stage);
                start += count;
            }
        }
        wholes.pack_rest(&mut stage);
        Ok(wholes)
    }

    /// Doubles, of which `fractions` says what they become.
    pub(super) fn fractions(
        &self,
        at: usize,
        mut fractions: Fractions,
    ) -> Result<Fractions, FormatError> {
        let is_single = matches!(self.field(at)?.kind, Kind::Float { bits: 32 });
        let mut stage = Stage::<f64>::new(self.contents.row_count);
        for batch in &self.contents.batches {
            let mut start = 0;
            while start < batch.row_count {
                let count = stage.room().min(batch.row_count - start);
                let rows = Rows {
                    batch,
                    start,
                    count,
                };
                let absent = self.absent((at, rows))?;
                if is_single {
                    self.singles((at, rows), &mut stage)?;
                } else {
                    self.values((at, rows), &mut stage)?;
                }
                stage.add(count, absent.as_ref());
                fractions.pack(&mut stage);
                start += count;
            }
        }
        fractions.pack_rest(&mut stage);
        Ok(fractions)
    }

    fn plain_texts(
        &self,
        (at, kind): (usize, Texts),
        members: &mut Members<'_>,
    ) -> Result<(), FormatError> {
        let mut row = 0;
        for batch in &self.contents.batches {
            let mut start = 0;
            while start < batch.row_count {
                let count = members.room().min(batch.row_count - start);
                let absent = self.absent((
                    at,
                    Rows {
                        batch,
                        start,
                        count,
                    },
                ))?;
                let mut within = 0;
                let column = self.texts(batch, at);
                column.each(kind, start..start + count, &mut |text| {
                    let is_absent = absent.as_ref().is_some_and(|absent| absent.value(within));
                    within += 1;
                    if is_absent {
                        members.add_none();
                        return Ok(());
                    }
                    members.add_text(text, row + within - 1)
                })?;
                row += count;
                start += count;
            }
        }
        Ok(())
    }

    pub(super) fn texts<'b>(&'b self, batch: &'b Batch, at: usize) -> texts::Column<'b> {
        texts::Column {
            body: &self.body,
            batch,
            at,
            limits: self.limits,
        }
    }
}

/// What is wrong, with the column it is wrong in.
fn placed(error: FormatError, column: &str) -> FormatError {
    let named = |place: Place| Place {
        column: Some(column.to_owned()),
        ..place
    };
    match error {
        FormatError::Malformed {
            format,
            place,
            reason,
        } if place.column.is_none() => FormatError::malformed(format, named(place), reason),
        FormatError::Unsupported { feature, place } if place.column.is_none() => {
            let place = named(place);
            FormatError::Unsupported { feature, place }
        }
        other => other,
    }
}
