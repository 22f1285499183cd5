//! How tables go from the worker that reads raw files to the one that holds the session: as a package of own data.
//!
//! The session opens packages anyway, so this costs it no second reader. Arrow IPC, tried first, made the session's worker
//! 227 kB larger after brotli, a quarter of what the first view may weigh.

use formats::{Limits, What, unheard};
use table::Table;

use crate::{Descriptor, Package, PackageError, read, write};

/// A raw file may have more members than any publisher would list; what wrote the list has held the file against its limits.
const DESCRIPTOR_BYTES: u64 = 256 << 20;
/// Two workers of one page: the size of what they hand over is bounded by what was read.
const CONTAINER_BYTES: u64 = 1 << 30;

/// The bytes in which tables are handed over.
///
/// # Errors
/// When a table cannot be written.
pub fn hand_over(tables: Vec<Table>) -> Result<Vec<u8>, PackageError> {
    let name = "own-data".to_owned();
    let descriptor = Descriptor {
        name,
        ..Descriptor::default()
    };
    write(&Package {
        descriptor,
        tables,
        ..Package::default()
    })
}

/// The tables that were handed over.
///
/// # Errors
/// When the bytes are not such a package.
pub fn take_over(bytes: &[u8]) -> Result<Vec<Table>, PackageError> {
    let limits = Limits::default()
        .with(What::DescriptorBytes, DESCRIPTOR_BYTES)
        .with(What::ContainerBytes, CONTAINER_BYTES)
        .with(What::Ratio, u64::MAX);
    Ok(read(bytes, &limits, &mut unheard)?.tables)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_come_over_as_they_were() {
        let tables = vec![
            fixture::text::named("Tabel 1 (å)", "kommune:geography n m\n a h 1.5\n b 2 m"),
            fixture::text::named(
                "t2",
                "kommune:geography aar:time n=distinct(aar)\n a 2024 2\n all* 2024 .",
            ),
        ];
        let bytes = hand_over(tables.clone()).unwrap();
        assert_eq!(take_over(&bytes).unwrap(), tables);
    }
}
