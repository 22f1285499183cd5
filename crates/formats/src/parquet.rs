//! Parquet in a narrow profile: flat columns, uncompressed or snappy, limits from the footer before any page is read.
//!
//! The crate `parquet` can still panic on a damaged file. A package's bytes are held against their digest
//! before they come here; raw files are read in a worker that is thrown away when it dies.

mod column;
mod field;
mod pages;
mod piece;
mod read;
mod rows;
mod verify;
mod write;

pub use read::read;
pub use write::write;

/// First and last bytes of a file.
const MAGIC: &[u8; 4] = b"PAR1";

#[cfg(test)]
mod tests;
