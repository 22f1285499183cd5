//! Select, group and aggregate: rows in, one cell of sufficient statistics for each group out.
//!
//! The rows are taken part by part, block by block and chunk by chunk; types are matched once a chunk, never once a row:
//! - `select` judges a block by its statistics, or marks the rows of a chunk that pass, and `kept` lists them;
//! - `digits` numbers the rows by the codes that are stored, whatever groups are asked for;
//! - `word_sums` counts and adds up by that number, several sums to a word of 64 bits (`local`); with more numbers than there is
//!   room for, rows are grouped one by one (`numbered`);
//! - when a part ends, `key_space` and `way` tell the slot of the group that each number stands for, and `accumulate` adds what has
//!   come of it to the statistics of the slot;
//! - shares of the rows that others did the same for are put together by `merge`.
//!
//! `linked` has several such tallies in one pass, and leaves behind a `cube` that answers the next move of a selection. What a cell
//! means, and whether it may be shown, is not known here.
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
mod digits;
mod distinct;
mod error;
mod extreme;
mod failures;
mod fields;
mod float;
mod joint;
mod kept;
mod key_space;
mod lanes;
mod layout;
mod linked;
mod local;
mod measure_sums;
mod merge;
mod narrow;
mod numbered;
pub mod order;
mod query;
mod select;
mod spread;
mod stored;
mod sum;
mod tally;
mod task;
mod way;
mod widen;
mod word_sums;

pub use aggregate::{run, run_with};
pub use cells::{Cells, MeasureCells};
pub use cube::Cube;
pub use distinct::distinct;
pub use error::EngineError;
pub use linked::histograms;
pub use query::{Groups, Key, Linked, Query, Selection};
pub use sum::Sum;
pub use task::{Outcome, Task, perform};
