//! What the choices of a state are called in an address: as in JSON.

use crate::slice::Direction;
use crate::state::{Heat, Language, Shown, ViewName};

macro_rules! names {
    ($($choice:ident { $($variant:ident = $name:literal),* })*) => {$(
        impl $choice {
            pub(super) const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),*
                }
            }

            pub(super) fn of_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }

        #[cfg(test)]
        impl $choice {
            pub(super) const ALL: &'static [Self] = &[$(Self::$variant),*];
        }
    )*};
}

names! {
    ViewName { Start = "start", Overview = "overview", Indicator = "indicator", Pivot = "pivot", Declaration = "declaration",
        Quality = "quality", Across = "across", Editions = "editions" }
    Language { Da = "da", En = "en" }
    Shown { Numbers = "numbers", RowShare = "row_share", ColumnShare = "column_share" }
    Heat { None = "none", PerColumn = "per_column" }
    Direction { Descending = "descending", Ascending = "ascending" }
}
