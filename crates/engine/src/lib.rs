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

mod absent;
mod accumulate;
mod aggregate;
mod block;
mod bytes;
mod cells;
mod cube;
mod distinct;
mod error;
mod extreme;
mod float;
mod group;
mod key_space;
mod lanes;
mod linked;
mod merge;
pub mod order;
mod query;
mod select;
mod spread;
mod stored;
mod sum;
mod task;

pub use aggregate::{run, run_with};
pub use cells::{Cells, MeasureCells};
pub use cube::Cube;
pub use distinct::distinct;
pub use error::EngineError;
pub use linked::histograms;
pub use query::{Groups, Key, Linked, Query, Selection};
pub use sum::Sum;
pub use task::{Outcome, Task, perform};
