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

mod ask;
mod catalog;
mod complete;
mod declaration;
mod export;
mod indicator;
mod judge;
mod lens;
mod open;
mod opening;
mod overview;
mod pivot;
mod present;
mod refuse;
mod scale;
mod session;
#[cfg(test)]
mod tests;
mod words;

pub use session::Session;
