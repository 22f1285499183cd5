//! Meaning: places, indicators, what may be summed, and what may be shown.
//!
//! Questions come in by name ([`Question`]) and leave as [`Published`], the only form in which numbers leave this crate.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        clippy::panic,
        reason = "a test may fail"
    )
)]

pub mod across;
mod answer;
mod axis;
mod caveat;
pub mod check;
mod column;
pub mod dataset;
mod declared;
pub mod disclosure;
mod door;
pub mod edition;
mod fold;
mod gap;
pub mod geography;
mod histogram;
pub mod indicator;
pub mod interval;
mod mark;
mod named;
mod pass;
mod peers;
pub mod place;
pub mod question;
pub mod refusal;
mod rollup;
mod share;
pub mod statistics;
mod strata;
#[cfg(test)]
mod tests;
mod whole;

pub use axis::{
    dimension_label, finest_label, has_level, level_label, level_of_role, member_label, role_of,
    same_dimension,
};
pub use caveat::Reach;
pub use dataset::{Dataset, Topic};
pub use declared::Declared;
pub use disclosure::{Cell, Columns, End, Figure, KeyCodes, Published, Values};
pub use indicator::{Direction, Indicator};
pub use peers::{PeerClass, Peers};
pub use place::Place;
pub use question::{Keep, Question, Wanted};
pub use refusal::{Instead, NotComputed, Reason, Refusal, Remark};
pub use share::{Partial, Work};

pub use table::{Aggregation, Dimension, Measure, Member, MemberKind, Role, Table, Text};
