//! Columns in memory over Arrow buffers: what a table is, and nothing of what it means.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        reason = "a test may fail"
    )
)]

mod append;
mod bitmaps;
mod blank;
mod builder;
mod check;
mod code_part;
mod codes;
mod derive;
mod doubles;
mod error;
mod gather;
mod integer_part;
mod integers;
mod members;
mod numbers;
mod offsets;
mod part;
mod recode;
mod runs;
pub mod schema;
pub mod statistics;
mod status;
#[path = "table.rs"]
mod tables;
pub mod wire;

pub use arrow_buffer::BooleanBuffer;
pub use bitmaps::StatusPart;
pub use builder::{DimensionBuilder, MeasureBuilder, TableBuilder};
pub use code_part::{CodePart, Mapped};
pub use codes::{Codes, NO_MEMBER};
pub use error::TableError;
pub use gather::Doubles;
pub use integer_part::IntegerPart;
pub use integers::Integers;
pub use numbers::{Floats, Numbers, Scaled};
pub use offsets::Offsets;
pub use part::Part;
pub use schema::{
    Aggregation, Collapse, Dimension, Level, Measure, Member, MemberKind, Role, Text,
};
pub use status::{Status, StatusColumn};
pub use tables::{DimensionColumn, MeasureColumn, Note, Table};
