//! The `.snit` container: a ZIP in strict shape with a descriptor, Parquet tables and a declaration.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::cast_possible_truncation,
        reason = "a test may fail"
    )
)]

mod bind;
pub mod container;
pub mod descriptor;
mod error;
mod packages;
mod read;
mod write;

pub use descriptor::{
    Descriptor, DescriptorText, Disclosure, Publisher, Spot, Stored, StoredMeasure, TableEntry,
};
pub use error::{Code, ContainerFault, DescriptorFault, PackageError};
pub use packages::{Declaration, Package};
pub use read::read;
pub use write::write;

pub use formats::{Limits, Progress};
