//! Plain data that crosses between the worker, the screen and the command line.
//!
//! Nothing here decides anything: a [`slice::Slice`] is the one question of the product, a [`state::ViewState`] is what a
//! link holds, and everything under [`view`] is ready to be painted, numbers rounded and put into words.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        reason = "a test may fail"
    )
)]

mod bytes;
pub mod catalog;
pub mod columns;
pub mod facts;
pub mod hash;
pub mod message;
pub mod reading;
pub mod slice;
pub mod state;
pub mod view;

pub use catalog::Catalog;
pub use columns::Columns;
pub use facts::Facts;
pub use message::{Envelope, Notice, Refusal, Reply, Request};
pub use slice::Slice;
pub use state::ViewState;
pub use view::View;
