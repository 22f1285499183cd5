//! What every target does: read bytes under small limits, understand what was read, and hold what is always true of it.

use formats::{Content, FormatError, Limits, Progress, Warning, What};

/// What a reader gives.
pub type Read<T> = Result<(T, Vec<Warning>), FormatError>;

/// Limits that keep one run below a second and 100 MB: a reader that needs more has not asked them.
#[must_use]
pub fn limits() -> Limits {
    Limits::default()
        .with(What::Cells, 100_000)
        .with(What::Rows, 100_000)
        .with(What::Unpacked, 16 << 20)
        .with(What::WorkbookUnpacked, 16 << 20)
        .with(What::SharedStrings, 20_000)
        .with(What::Dictionary, 20_000)
}

/// Nobody listens.
pub fn unheard(_: Progress) {}

/// Understands what was read: whatever the bytes, a reading is told or an error is.
pub fn understand<T>(read: Read<T>, content: impl Fn(T) -> Content) {
    if let Ok((found, _)) = read {
        let reading = reading::read("fuzz", content(found));
        for table in &reading.tables {
            assert!(table.row_count() <= 1_000_000, "more rows than were let in");
        }
    }
}

/// A ZIP with these members, uncompressed: mutated bytes get past the container and into the reader behind it.
#[must_use]
pub fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::{Cursor, Write as _};
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in members {
        archive
            .start_file(*name, stored)
            .expect("a fresh archive takes any member");
        archive.write_all(bytes).expect("memory takes any bytes");
    }
    archive
        .finish()
        .expect("memory takes any bytes")
        .into_inner()
}
