//! Select, group and aggregate: rows in, one cell of sufficient statistics for each group out.
//!
//! A query runs block by block: `select` lists the rows that are kept, `group` gives each of them the slot of its group,
//! `accumulate` adds its numbers to the statistics of the slot. Types are matched once a block, never once a row. What a
//! cell means, and whether it may be shown, is not known here.
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        reason = "a test may fail"
    )
)]

mod accumulate;
mod aggregate;
mod block;
mod cells;
mod distinct;
mod error;
mod group;
mod histogram;
mod key_space;
pub mod order;
mod query;
mod select;
mod sum;

pub use aggregate::{run, run_with};
pub use cells::{Cells, MeasureCells};
pub use distinct::distinct;
pub use error::EngineError;
pub use histogram::histograms;
pub use query::{Groups, Key, Query, Selection};
pub use sum::Sum;
