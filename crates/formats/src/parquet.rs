//! Parquet in a narrow profile: flat columns, limits from the footer before any page is read.
//!
//! The crate `parquet` reads the footer and writes; pages are read here, so that indices of a dictionary become codes without a
//! text for each row, and so that nothing but the page at hand is in memory.

mod bits;
mod chunk;
mod column;
mod delta;
mod field;
mod footer;
mod header;
mod pages;
mod read;
mod texts;
mod thrift;
mod values;
mod verify;
mod write;

pub use read::read;
pub use write::write;

/// First and last bytes of a file.
const MAGIC: &[u8; 4] = b"PAR1";

#[cfg(test)]
mod tests;
