//! Tables that other programs wrote: texts and dates are dimensions, numbers are measures.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowDictionaryKeyType, ArrowPrimitiveType, Date32Type, Date64Type, Decimal32Type,
    Decimal64Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, Field, TimeUnit};
use table::{NO_MEMBER, Table};

use super::batches::Batches;
use crate::columns::{Filled, Meaning, Named, Parts, Texts, Values, status_of};
use crate::{Feature, Format, FormatError, Limits, Place, Warning};

/// Reads a table of this name.
pub(super) fn table(
    name: &str,
    batches: &Batches,
    limits: &Limits,
) -> Result<(Table, Vec<Warning>), FormatError> {
    let fields = batches.schema.fields();
    let named = fields
        .iter()
        .map(|field| Ok((field.name().as_str(), meaning(field)?)));
    let named = named.collect::<Result<Vec<_>, FormatError>>()?;
    let mut parts = Parts::new(Format::Arrow);
    for (at, &(name, meaning)) in named.iter().enumerate() {
        let status_of = status_of(name, meaning, named.iter().copied());
        let mut column = Column::new(name, limits);
        for piece in batches
            .batches
            .iter()
            .filter_map(|batch| batch.columns().get(at))
        {
            column.add(piece)?;
        }
        parts.add(
            Named {
                name,
                meaning,
                status_of,
            },
            column.filled(meaning),
        )?;
    }
    parts.finish(name)
}

/// Digits that always fit 64 bits.
const MOST_DIGITS: u8 = 18;
/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

fn meaning(field: &Field) -> Result<Meaning, FormatError> {
    use DataType as T;
    Ok(match field.data_type() {
        T::Boolean => Meaning::Truth,
        T::Int8 | T::Int16 | T::Int32 | T::Int64 => Meaning::Integer { signed: true },
        T::UInt8 | T::UInt16 | T::UInt32 | T::UInt64 => Meaning::Integer { signed: false },
        T::Float32 | T::Float64 => Meaning::Float,
        T::Decimal32(digits, scale)
        | T::Decimal64(digits, scale)
        | T::Decimal128(digits, scale) => {
            let decimals = u8::try_from(*scale).ok().filter(|_| *digits <= MOST_DIGITS);
            Meaning::Decimal {
                decimals: decimals.ok_or_else(|| unsupported(field))?,
            }
        }
        T::Date32 | T::Date64 => Meaning::Date,
        T::Timestamp(unit, _) => Meaning::Moment {
            per_second: per_second(*unit),
        },
        T::Utf8 | T::LargeUtf8 | T::Utf8View => Meaning::Text,
        T::Dictionary(_, values) if matches!(**values, T::Utf8 | T::LargeUtf8 | T::Utf8View) => {
            Meaning::Text
        }
        _ => return Err(unsupported(field)),
    })
}

fn unsupported(field: &Field) -> FormatError {
    let feature = if field.data_type().is_nested() {
        Feature::Nested
    } else {
        Feature::ColumnType(field.data_type().to_string())
    };
    FormatError::Unsupported {
        feature,
        place: Place::column(field.name()),
    }
}

fn per_second(unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::Second => 1,
        TimeUnit::Millisecond => 1_000,
        TimeUnit::Microsecond => 1_000_000,
        TimeUnit::Nanosecond => 1_000_000_000,
    }
}

/// A column so far; one of the lists is filled.
struct Column<'a> {
    texts: Texts<'a>,
    members: Vec<u32>,
    integers: Vec<i64>,
    floats: Vec<f64>,
    absent: Vec<bool>,
}

impl<'a> Column<'a> {
    fn new(name: &'a str, limits: &'a Limits) -> Self {
        let texts = Texts::new(Format::Arrow, name, limits);
        let (members, integers) = (Vec::new(), Vec::new());
        Self {
            texts,
            members,
            integers,
            floats: Vec::new(),
            absent: Vec::new(),
        }
    }

    fn filled(self, meaning: Meaning) -> Filled {
        let has_gaps = self.absent.iter().any(|absent| *absent);
        let values = match meaning {
            Meaning::Text => Values::Texts(self.texts.finish(), self.members),
            Meaning::Float => Values::Floats(self.floats),
            _ => Values::Integers(self.integers),
        };
        Filled {
            values,
            absent: has_gaps.then_some(self.absent),
        }
    }

    fn add(&mut self, piece: &ArrayRef) -> Result<(), FormatError> {
        use DataType as T;
        self.absent
            .extend((0..piece.len()).map(|row| piece.is_null(row)));
        match piece.data_type() {
            T::Boolean => {
                let truths = piece.as_boolean().iter();
                self.integers
                    .extend(truths.map(|it| i64::from(it.unwrap_or_default())));
            }
            T::Int8 => self.whole::<Int8Type>(piece, Into::into),
            T::Int16 => self.whole::<Int16Type>(piece, Into::into),
            T::Int32 => self.whole::<Int32Type>(piece, Into::into),
            T::Int64 => self.whole::<Int64Type>(piece, Into::into),
            T::UInt8 => self.whole::<UInt8Type>(piece, Into::into),
            T::UInt16 => self.whole::<UInt16Type>(piece, Into::into),
            T::UInt32 => self.whole::<UInt32Type>(piece, Into::into),
            T::UInt64 => self.whole::<UInt64Type>(piece, u64::cast_signed),
            T::Decimal32(..) => self.whole::<Decimal32Type>(piece, Into::into),
            T::Decimal64(..) => self.whole::<Decimal64Type>(piece, Into::into),
            T::Decimal128(..) => self.whole::<Decimal128Type>(piece, narrow),
            T::Date32 => self.whole::<Date32Type>(piece, Into::into),
            T::Date64 => self.whole::<Date64Type>(piece, |millis: i64| millis.div_euclid(DAY)),
            T::Timestamp(unit, _) => self.moments(piece, *unit),
            T::Float32 => self.fractions::<Float32Type>(piece, Into::into),
            T::Float64 => self.fractions::<Float64Type>(piece, Into::into),
            T::Dictionary(key, _) => return self.dictionary(piece, key),
            _ => return self.strings(piece),
        }
        Ok(())
    }

    fn whole<P: ArrowPrimitiveType>(&mut self, piece: &ArrayRef, to: impl Fn(P::Native) -> i64) {
        let values = piece.as_primitive::<P>().iter();
        self.integers
            .extend(values.map(|value| value.map_or(0, &to)));
    }

    fn fractions<P: ArrowPrimitiveType>(
        &mut self,
        piece: &ArrayRef,
        to: impl Fn(P::Native) -> f64,
    ) {
        let values = piece.as_primitive::<P>().iter();
        self.floats
            .extend(values.map(|value| value.map_or(0.0, &to)));
    }

    fn moments(&mut self, piece: &ArrayRef, unit: TimeUnit) {
        match unit {
            TimeUnit::Second => self.whole::<TimestampSecondType>(piece, Into::into),
            TimeUnit::Millisecond => self.whole::<TimestampMillisecondType>(piece, Into::into),
            TimeUnit::Microsecond => self.whole::<TimestampMicrosecondType>(piece, Into::into),
            TimeUnit::Nanosecond => self.whole::<TimestampNanosecondType>(piece, Into::into),
        }
    }

    fn strings(&mut self, piece: &ArrayRef) -> Result<(), FormatError> {
        match piece.data_type() {
            DataType::LargeUtf8 => self.met(piece.as_string::<i64>().iter()),
            DataType::Utf8View => self.met(piece.as_string_view().iter()),
            _ => self.met(piece.as_string::<i32>().iter()),
        }
    }

    fn met<'t>(&mut self, texts: impl Iterator<Item = Option<&'t str>>) -> Result<(), FormatError> {
        for text in texts {
            let row = self.members.len();
            let index = text.map_or(Ok(NO_MEMBER), |it| self.texts.index(it.as_bytes(), row))?;
            self.members.push(index);
        }
        Ok(())
    }

    fn dictionary(&mut self, piece: &ArrayRef, key: &DataType) -> Result<(), FormatError> {
        match key {
            DataType::Int8 => self.keys::<Int8Type>(piece),
            DataType::Int16 => self.keys::<Int16Type>(piece),
            DataType::Int32 => self.keys::<Int32Type>(piece),
            DataType::Int64 => self.keys::<Int64Type>(piece),
            DataType::UInt8 => self.keys::<UInt8Type>(piece),
            DataType::UInt16 => self.keys::<UInt16Type>(piece),
            DataType::UInt32 => self.keys::<UInt32Type>(piece),
            _ => self.keys::<UInt64Type>(piece),
        }
    }

    fn keys<K: ArrowDictionaryKeyType>(&mut self, piece: &ArrayRef) -> Result<(), FormatError> {
        let piece = piece.as_dictionary::<K>();
        let rows = (0..piece.len()).map(|row| piece.key(row));
        match piece.values().data_type() {
            DataType::LargeUtf8 => {
                let values = piece.values().as_string::<i64>();
                self.met(rows.map(|key| key.map(|at| values.value(at))))
            }
            DataType::Utf8View => {
                let values = piece.values().as_string_view();
                self.met(rows.map(|key| key.map(|at| values.value(at))))
            }
            _ => {
                let values = piece.values().as_string::<i32>();
                self.met(rows.map(|key| key.map(|at| values.value(at))))
            }
        }
    }
}

/// Decimals of sixteen bytes that are known to fit eight.
#[expect(clippy::cast_possible_truncation, reason = "clamped to what fits")]
fn narrow(value: i128) -> i64 {
    value.clamp(i64::MIN.into(), i64::MAX.into()) as i64
}
