//! Words, numbers, dates and sort order, in Danish and English: the only crate with Danish text.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::expect_used,
        reason = "a test may fail"
    )
)]

pub mod answer;
pub mod axis;
pub mod date;
pub mod language;
mod letters;
pub mod list;
pub mod number;
pub mod order;
pub mod refusal;
pub mod terminal;
pub mod ui;

pub use date::{date, period};
pub use language::Language;
pub use list::{counted, list};
pub use number::{bytes, count, number, percent, range, signed};
pub use order::compare;
