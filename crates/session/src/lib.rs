//! The application without a screen: requests in, view models out; it decides everything that the screen shows.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        clippy::panic,
        reason = "a test may fail"
    )
)]

mod against;
mod ask;
mod benchmark;
mod beside;
mod catalog;
mod columns;
mod complete;
mod coverage;
mod declaration;
mod export;
mod filters;
mod further;
mod handed;
mod held;
mod indicator;
mod judge;
mod lens;
mod notes;
mod open;
mod opening;
mod overview;
mod pivot;
mod present;
mod reply;
mod scale;
mod session;
pub mod share;
#[cfg(test)]
mod tests;
mod words;

pub use beside::{Beside, BesideRow};
pub use further::Further;
pub use handed::{Handed, run_lengths};
pub use held::HeldRow;
pub use session::{Session, Step, too_large};
