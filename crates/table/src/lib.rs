//! Columns in memory over Arrow buffers: what a table is, and nothing of what it means.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        reason = "a test may fail"
    )
)]

mod builder;
mod codes;
mod error;
mod numbers;
pub mod schema;
mod status;
#[path = "table.rs"]
mod tables;

pub use builder::{DimensionBuilder, MeasureBuilder, TableBuilder};
pub use codes::{Codes, NO_MEMBER};
pub use error::TableError;
pub use numbers::{Numbers, Scaled};
pub use schema::{
    Aggregation, Collapse, Dimension, Level, Measure, Member, MemberKind, Role, Text,
};
pub use status::{Status, StatusColumn};
pub use tables::{DimensionColumn, MeasureColumn, Note, Table};
