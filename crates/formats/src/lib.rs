//! Bytes to sheets and tables and back: CSV, XLSX, PX, Parquet and Arrow. No files, no network, no words.
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
#[cfg(any(feature = "json_stat", feature = "px"))]
mod cube;
#[cfg(feature = "data_package")]
pub mod data_package;
mod detect;
#[cfg(any(feature = "data_package", feature = "px"))]
mod distinct;
mod error;
#[cfg(feature = "export")]
pub mod export;
mod grid;
#[cfg(feature = "json_stat")]
pub mod json_stat;
mod limits;
#[cfg(any(feature = "ods", feature = "xls", feature = "xlsx"))]
mod moment;
#[cfg(any(feature = "data_package", feature = "json_stat"))]
mod nesting;
#[cfg(feature = "ods")]
pub mod ods;
#[cfg_attr(
    not(any(
        feature = "arrow",
        feature = "csv",
        feature = "data_package",
        feature = "json_stat",
        feature = "parquet",
        feature = "ods",
        feature = "px",
        feature = "xls",
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
#[cfg(test)]
mod pieces;
mod progress;
#[cfg(feature = "px")]
pub mod px;
mod sheet;
mod source;
#[cfg(any(feature = "ods", feature = "xlsx"))]
mod survey;
#[cfg(test)]
mod testing;
mod warning;
mod wide;
#[cfg(feature = "xls")]
pub mod xls;
#[cfg(feature = "xlsx")]
pub mod xlsx;

pub use cell::Cell;
pub use detect::{Format, detect};
pub use error::{Feature, FormatError, ListLength, Place, Reason};
pub use grid::{Figure, FigureColumn, Grid, GridColumn, TextColumn};
pub use limits::{Limits, What};
pub use open::{Content, Opened, open};
pub use progress::{Progress, unheard};
pub use sheet::{Merged, Sheet, SheetBuilder};
pub use source::Source;
pub use warning::Warning;
