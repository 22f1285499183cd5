//! Bytes to sheets and tables and back: CSV, XLSX, Parquet and Arrow. No files, no network, no words.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a test may fail"
    )
)]

#[cfg(feature = "arrow")]
pub mod arrow;
mod cell;
#[cfg(any(feature = "arrow", feature = "parquet"))]
mod codec;
#[cfg(any(feature = "arrow", feature = "parquet"))]
mod columns;
#[cfg(feature = "csv")]
pub mod csv;
mod detect;
mod error;
mod grid;
mod limits;
#[cfg_attr(
    not(any(
        feature = "arrow",
        feature = "csv",
        feature = "parquet",
        feature = "xlsx"
    )),
    allow(
        dead_code,
        unreachable_code,
        unused_variables,
        reason = "a build without readers opens nothing"
    )
)]
mod open;
#[cfg(feature = "parquet")]
pub mod parquet;
mod progress;
mod sheet;
mod source;
#[cfg(test)]
mod testing;
mod warning;
#[cfg(feature = "xlsx")]
pub mod xlsx;

pub use cell::Cell;
pub use detect::{Format, detect};
pub use error::{Feature, FormatError, Place, Reason};
pub use grid::{Figure, FigureColumn, Grid, GridColumn, TextColumn};
pub use limits::{Limits, What};
pub use open::{Content, Opened, open};
pub use progress::{Progress, unheard};
pub use sheet::{Merged, Sheet, SheetBuilder};
pub use source::Source;
pub use warning::Warning;
