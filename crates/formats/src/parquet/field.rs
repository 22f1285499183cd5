//! What a column holds: how its values lie in the file, and what they mean.

use ::parquet::basic::{ConvertedType, LogicalType, Repetition, TimeUnit, Type as Physical};
use ::parquet::schema::types::Type;

use crate::columns::Meaning;
use crate::{Feature, FormatError, Place};

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) physical: Physical,
    pub(super) meaning: Meaning,
    pub(super) optional: bool,
    /// Bytes of a value where all have as many.
    pub(super) width: usize,
}

/// Decimals of an integer of 64 bits.
const MOST_DECIMALS: u8 = 18;

impl Field {
    pub(super) fn try_new(column: &Type) -> Result<Self, FormatError> {
        let name = column.name().to_owned();
        let refuse = |feature| FormatError::Unsupported {
            feature,
            place: Place::column(&name),
        };
        let described = column.get_basic_info();
        let is_list = described.has_repetition() && described.repetition() == Repetition::REPEATED;
        let Type::PrimitiveType {
            physical_type,
            type_length,
            scale,
            ..
        } = column
        else {
            return Err(refuse(Feature::Nested));
        };
        if is_list {
            return Err(refuse(Feature::Nested));
        }
        let said = Said {
            logical: described.logical_type_ref().cloned(),
            converted: described.converted_type(),
            decimals: *scale,
        };
        let meaning = said.meaning(*physical_type);
        let meaning = meaning.map_err(|kind| refuse(Feature::ColumnType(kind.to_owned())))?;
        let optional = described.repetition() == Repetition::OPTIONAL;
        Ok(Self {
            name,
            physical: *physical_type,
            meaning,
            optional,
            width: width(*physical_type, *type_length),
        })
    }
}

/// What the file says a column means, in the newer and the older way.
struct Said {
    logical: Option<LogicalType>,
    converted: ConvertedType,
    decimals: i32,
}

impl Said {
    fn meaning(&self, physical: Physical) -> Result<Meaning, &'static str> {
        match physical {
            Physical::BOOLEAN => Ok(Meaning::Truth),
            Physical::FLOAT | Physical::DOUBLE => Ok(Meaning::Float),
            Physical::BYTE_ARRAY if self.is_decimal() => Err("DECIMAL"),
            Physical::BYTE_ARRAY => Ok(Meaning::Text),
            Physical::INT96 => Err("INT96"),
            Physical::INT32 | Physical::INT64 if self.is_decimal() => self.decimal(),
            Physical::INT32 | Physical::INT64 => self.whole(),
            Physical::FIXED_LEN_BYTE_ARRAY if self.is_decimal() => self.decimal(),
            Physical::FIXED_LEN_BYTE_ARRAY => Err("FIXED_LEN_BYTE_ARRAY"),
        }
    }

    fn is_decimal(&self) -> bool {
        matches!(self.logical, Some(LogicalType::Decimal(_)))
            || self.converted == ConvertedType::DECIMAL
    }

    /// Whether integers of so many digits fit 64 bits is seen from the values.
    fn decimal(&self) -> Result<Meaning, &'static str> {
        let decimals = u8::try_from(self.decimals).ok();
        let decimals = decimals.filter(|decimals| *decimals <= MOST_DECIMALS);
        Ok(Meaning::Decimal {
            decimals: decimals.ok_or("DECIMAL")?,
        })
    }

    fn whole(&self) -> Result<Meaning, &'static str> {
        match &self.logical {
            Some(LogicalType::Date) => Ok(Meaning::Date),
            Some(LogicalType::Time(_)) => Err("TIME"),
            Some(LogicalType::Timestamp(it)) => Ok(Meaning::Moment {
                per_second: per_second(it.unit),
            }),
            Some(LogicalType::Integer(it)) => Ok(Meaning::Integer {
                signed: it.is_signed,
            }),
            _ => self.whole_as_converted(),
        }
    }

    fn whole_as_converted(&self) -> Result<Meaning, &'static str> {
        match self.converted {
            ConvertedType::DATE => Ok(Meaning::Date),
            ConvertedType::TIME_MILLIS | ConvertedType::TIME_MICROS => Err("TIME"),
            ConvertedType::TIMESTAMP_MILLIS => Ok(Meaning::Moment { per_second: 1_000 }),
            ConvertedType::TIMESTAMP_MICROS => Ok(Meaning::Moment {
                per_second: 1_000_000,
            }),
            ConvertedType::UINT_8
            | ConvertedType::UINT_16
            | ConvertedType::UINT_32
            | ConvertedType::UINT_64 => Ok(Meaning::Integer { signed: false }),
            _ => Ok(Meaning::Integer { signed: true }),
        }
    }
}

fn per_second(unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::MILLIS => 1_000,
        TimeUnit::MICROS => 1_000_000,
        TimeUnit::NANOS => 1_000_000_000,
    }
}

fn width(physical: Physical, length: i32) -> usize {
    match physical {
        Physical::INT32 | Physical::FLOAT => 4,
        Physical::INT64 | Physical::DOUBLE => 8,
        Physical::FIXED_LEN_BYTE_ARRAY => usize::try_from(length).unwrap_or(0),
        _ => 0,
    }
}
