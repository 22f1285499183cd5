//! The columns a stream declares, checked before the library makes types of them: on others it panics.

use arrow_ipc::{DateUnit, Endianness, Field, Int, Precision, Schema, TimeUnit, Type};

use super::malformed;
use crate::{Feature, FormatError, Limits, Place, Reason, What};

/// How many buffers a column has in a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Buffers {
    /// Which rows have a value, and values or keys.
    Two,
    /// Also where texts end.
    Three,
    /// As many more as the batch says.
    Views,
}

/// The columns, if all are of kinds that can be in a table.
pub(super) fn check(schema: Schema<'_>, limits: &Limits) -> Result<Vec<Buffers>, FormatError> {
    let bad = || malformed(Place::default(), Reason::Footer);
    let fields = schema.fields().ok_or_else(bad)?;
    limits.check(What::Columns, fields.len() as u64)?;
    if schema.endianness() != Endianness::Little {
        return Err(FormatError::unsupported(Feature::ColumnType(
            "big-endian".to_owned(),
        )));
    }
    let check = |field: Field<'_>| {
        let name = field.name().ok_or_else(bad)?;
        let place = Place::column(name);
        match support(&field) {
            Support::Full => Ok(buffers(&field)),
            Support::None(feature) => Err(FormatError::Unsupported { feature, place }),
            Support::Damaged => Err(malformed(place, Reason::Footer)),
        }
    };
    fields.iter().map(check).collect()
}

fn buffers(field: &Field<'_>) -> Buffers {
    match field.type_type() {
        _ if field.dictionary().is_some() => Buffers::Two,
        Type::Utf8 | Type::LargeUtf8 => Buffers::Three,
        Type::Utf8View => Buffers::Views,
        _ => Buffers::Two,
    }
}

/// What becomes of a column.
enum Support {
    Full,
    None(Feature),
    Damaged,
}

fn support(field: &Field<'_>) -> Support {
    let nested = [
        Type::List,
        Type::LargeList,
        Type::FixedSizeList,
        Type::Struct_,
        Type::Map,
    ];
    let kind = field.type_type();
    if nested.contains(&kind)
        || field
            .children()
            .is_some_and(|children| !children.is_empty())
    {
        return Support::None(Feature::Nested);
    }
    let sound = if let Some(dictionary) = field.dictionary() {
        dictionary
            .indexType()
            .map(is_whole)
            .filter(|_| is_text(kind))
    } else {
        plain(field)
    };
    match (sound, kind.variant_name()) {
        (Some(true), _) => Support::Full,
        (Some(false), _) => Support::Damaged,
        (None, Some(name)) => Support::None(Feature::ColumnType(name.to_owned())),
        (None, None) => Support::Damaged,
    }
}

/// Whether the details of a type are sound; nothing when it has no place in a table.
fn plain(field: &Field<'_>) -> Option<bool> {
    match field.type_type() {
        Type::Bool | Type::Utf8 | Type::LargeUtf8 | Type::Utf8View => Some(true),
        Type::Int => Some(field.type_as_int().is_some_and(is_whole)),
        Type::FloatingPoint => match field.type_as_floating_point()?.precision() {
            Precision::SINGLE | Precision::DOUBLE => Some(true),
            Precision::HALF => None,
            _ => Some(false),
        },
        Type::Decimal => field.type_as_decimal().map(|decimal| {
            let (width, digits, scale) = (decimal.bitWidth(), decimal.precision(), decimal.scale());
            let most = [(32, 9), (64, 18), (128, 38)];
            let fits = most
                .iter()
                .any(|(bits, most)| width == *bits && (1..=*most).contains(&digits));
            fits && (0..=digits).contains(&scale)
        }),
        Type::Date => {
            let unit = field.type_as_date()?.unit();
            Some(unit == DateUnit::DAY || unit == DateUnit::MILLISECOND)
        }
        Type::Timestamp => {
            let unit = field.type_as_timestamp()?.unit();
            Some(unit >= TimeUnit::SECOND && unit <= TimeUnit::NANOSECOND)
        }
        _ => None,
    }
}

fn is_text(kind: Type) -> bool {
    [Type::Utf8, Type::LargeUtf8, Type::Utf8View].contains(&kind)
}

fn is_whole(int: Int<'_>) -> bool {
    [8, 16, 32, 64].contains(&int.bitWidth())
}
