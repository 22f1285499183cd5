//! Lists of fields and variants in place of derives: a page of them is read at a glance, and needs no macro crate.

/// Packs structs: `Type { field, field }`, in the order of the bytes. A field that is missing does not compile.
#[macro_export]
macro_rules! records {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl $crate::Packed for $name {
            fn pack(&self, bytes: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $($crate::Packed::pack($field, bytes);)*
            }

            fn unpack(reader: &mut $crate::Reader<'_>) -> Self {
                Self { $($field: $crate::Packed::unpack(reader)),* }
            }
        }
    )*};
}

/// Packs enums: `Type: number = Variant, …; else value;`. The number is the first byte, the value what a false number gives; a
/// variant that is missing does not compile.
#[macro_export]
macro_rules! choices {
    ($($name:ident: $($number:literal = $variant:ident $(($inner:ident))? $({ $($field:ident),* })?),*; else $fallback:expr;)*) => {$(
        impl $crate::Packed for $name {
            fn pack(&self, bytes: &mut Vec<u8>) {
                match self {
                    $(Self::$variant $(($inner))? $({ $($field),* })? => {
                        bytes.push($number);
                        $($crate::Packed::pack($inner, bytes);)?
                        $($($crate::Packed::pack($field, bytes);)*)?
                    })*
                }
            }

            fn unpack(reader: &mut $crate::Reader<'_>) -> Self {
                match reader.byte() {
                    $($number => Self::$variant
                        $(({ let $inner = $crate::Packed::unpack(reader); $inner }))?
                        $({ $($field: $crate::Packed::unpack(reader)),* })?,)*
                    _ => {
                        reader.fail();
                        $fallback
                    }
                }
            }
        }
    )*};
}
