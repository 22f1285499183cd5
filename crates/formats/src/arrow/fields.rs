//! The columns that a file declares, as far as they can be in a table.

use arrow_ipc::{DateUnit, Endianness, Int, KeyValue, Precision, Schema, TimeUnit, Type};

use super::{KEY, malformed};
use crate::columns::Meaning;
use crate::{Feature, FormatError, Limits, Place, Reason, What};

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// What our own files say of it.
    pub(super) said: Option<String>,
}

/// How values lie in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Truth,
    Integer(Width),
    Float { bits: i16 },
    Decimal { bits: i32, decimals: u8 },
    Days,
    Millis,
    Moment { per_second: i64 },
    Text(Texts),
    Dictionary { id: i64, key: Width, texts: Texts },
}

/// How wide whole numbers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Width {
    pub(super) bits: i32,
    pub(super) signed: bool,
}

/// Where texts end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Texts {
    /// Offsets of four bytes.
    Short,
    /// Offsets of eight bytes.
    Long,
    /// In a description of each text, which may lie in several buffers.
    Views,
}

impl Field {
    pub(super) fn meaning(&self) -> Meaning {
        match self.kind {
            Kind::Truth => Meaning::Truth,
            Kind::Integer(Width { signed, .. }) => Meaning::Integer { signed },
            Kind::Float { .. } => Meaning::Float,
            Kind::Decimal { decimals, .. } => Meaning::Decimal { decimals },
            Kind::Days | Kind::Millis => Meaning::Date,
            Kind::Moment { per_second } => Meaning::Moment { per_second },
            Kind::Text(_) | Kind::Dictionary { .. } => Meaning::Text,
        }
    }

    /// Bytes that a row of the column takes in a table, as a rule.
    pub(super) fn usual_bytes(&self) -> u64 {
        match self.kind {
            Kind::Truth | Kind::Text(_) => 1,
            Kind::Dictionary { key: width, .. } | Kind::Integer(width) => {
                u64::from(width.bits.unsigned_abs() / 8).min(2)
            }
            Kind::Days | Kind::Millis | Kind::Moment { .. } => 2,
            Kind::Float { .. } | Kind::Decimal { .. } => 3,
        }
    }
}

/// The columns, if all are of kinds that can be in a table.
pub(super) fn read(schema: Schema<'_>, limits: &Limits) -> Result<Vec<Field>, FormatError> {
    let bad = || malformed(Place::default(), Reason::Footer);
    let fields = schema.fields().ok_or_else(bad)?;
    limits.check(What::Columns, fields.len() as u64)?;
    if schema.endianness() != Endianness::Little {
        let feature = Feature::ColumnType("big-endian".to_owned());
        return Err(FormatError::unsupported(feature));
    }
    let field = |field: arrow_ipc::Field<'_>| {
        let name = field.name().ok_or_else(bad)?.to_owned();
        let kind = match support(&field) {
            Support::Full(kind) => kind,
            Support::None(feature) => {
                let place = Place::column(&name);
                return Err(FormatError::Unsupported { feature, place });
            }
            Support::Damaged => return Err(malformed(Place::column(&name), Reason::Footer)),
        };
        let said = said(field.custom_metadata().into_iter().flatten());
        Ok(Field { name, kind, said })
    };
    fields.iter().map(field).collect()
}

/// What our own files say.
pub(super) fn said<'a>(mut pairs: impl Iterator<Item = KeyValue<'a>>) -> Option<String> {
    let ours = pairs.find(|pair| pair.key() == Some(KEY))?;
    ours.value().map(str::to_owned)
}

/// What becomes of a column.
enum Support {
    Full(Kind),
    None(Feature),
    Damaged,
}

fn support(field: &arrow_ipc::Field<'_>) -> Support {
    let kind = field.type_type();
    let nested = [
        Type::List,
        Type::LargeList,
        Type::FixedSizeList,
        Type::ListView,
        Type::LargeListView,
        Type::Struct_,
        Type::Map,
    ];
    let has_children = field
        .children()
        .is_some_and(|children| !children.is_empty());
    if nested.contains(&kind) || has_children {
        return Support::None(Feature::Nested);
    }
    let found = match field.dictionary() {
        Some(dictionary) => texts(kind).map(|texts| {
            let key = dictionary.indexType().map_or(
                Some(Width {
                    bits: 32,
                    signed: true,
                }),
                width,
            );
            let id = dictionary.id();
            key.map(|key| Kind::Dictionary { id, key, texts })
        }),
        None => plain(field),
    };
    match (found, kind.variant_name()) {
        (Some(Some(kind)), _) => Support::Full(kind),
        (Some(None), _) | (None, None) => Support::Damaged,
        (None, Some(name)) => Support::None(Feature::ColumnType(name.to_owned())),
    }
}

/// The kind, if the details of the type are sound; nothing when it has no place in a table.
fn plain(field: &arrow_ipc::Field<'_>) -> Option<Option<Kind>> {
    let kind = field.type_type();
    match kind {
        Type::Bool => Some(Some(Kind::Truth)),
        Type::Int => Some(field.type_as_int().and_then(width).map(Kind::Integer)),
        Type::FloatingPoint => match field.type_as_floating_point()?.precision() {
            Precision::SINGLE => Some(Some(Kind::Float { bits: 32 })),
            Precision::DOUBLE => Some(Some(Kind::Float { bits: 64 })),
            Precision::HALF => None,
            _ => Some(None),
        },
        Type::Decimal => decimal(&field.type_as_decimal()?),
        Type::Date => match field.type_as_date()?.unit() {
            DateUnit::DAY => Some(Some(Kind::Days)),
            DateUnit::MILLISECOND => Some(Some(Kind::Millis)),
            _ => Some(None),
        },
        Type::Timestamp => {
            let per_second = per_second(field.type_as_timestamp()?.unit());
            Some(per_second.map(|per_second| Kind::Moment { per_second }))
        }
        _ => texts(kind).map(|texts| Some(Kind::Text(texts))),
    }
}

/// Decimals that may fit 64 bits; whether they do is seen from their values.
fn decimal(decimal: &arrow_ipc::Decimal<'_>) -> Option<Option<Kind>> {
    let (bits, digits, scale) = (decimal.bitWidth(), decimal.precision(), decimal.scale());
    let most = [(32, 9), (64, 18), (128, 38)];
    let fits = most
        .iter()
        .any(|(width, most)| bits == *width && (1..=*most).contains(&digits));
    if bits == 256 {
        return None;
    }
    if !fits || !(0..=digits).contains(&scale) {
        return Some(None);
    }
    let decimals = u8::try_from(scale)
        .ok()
        .filter(|decimals| *decimals <= MOST_DECIMALS)?;
    Some(Some(Kind::Decimal { bits, decimals }))
}

/// Decimals of an integer of 64 bits.
const MOST_DECIMALS: u8 = 18;

fn texts(kind: Type) -> Option<Texts> {
    match kind {
        Type::Utf8 => Some(Texts::Short),
        Type::LargeUtf8 => Some(Texts::Long),
        Type::Utf8View => Some(Texts::Views),
        _ => None,
    }
}

fn width(int: Int<'_>) -> Option<Width> {
    let (bits, signed) = (int.bitWidth(), int.is_signed());
    [8, 16, 32, 64]
        .contains(&bits)
        .then_some(Width { bits, signed })
}

fn per_second(unit: TimeUnit) -> Option<i64> {
    match unit {
        TimeUnit::SECOND => Some(1),
        TimeUnit::MILLISECOND => Some(1_000),
        TimeUnit::MICROSECOND => Some(1_000_000),
        TimeUnit::NANOSECOND => Some(1_000_000_000),
        _ => None,
    }
}
