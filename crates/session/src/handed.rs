//! Tables as they are handed over: for each a header, then the buffers of its rows.

use health::Table;
use table::TableError;
use table::wire::{self, Header};

/// What came with a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handed {
    /// For each table its header as bytes, then its runs of rows; of a table whose rows lie elsewhere the header alone.
    pub buffers: Vec<Vec<u8>>,
    /// Indices of the tables whose rows lie elsewhere.
    pub elsewhere: Vec<usize>,
}

/// A table that was handed over.
#[derive(Debug)]
pub(crate) struct HandedTable {
    /// The rows that are here.
    pub(crate) table: Table,
    /// How many rows there are elsewhere.
    pub(crate) elsewhere: Option<u64>,
}

impl Handed {
    /// The tables.
    ///
    /// # Errors
    /// When a header cannot be read, or a buffer is missing or damaged.
    pub(crate) fn into_tables(self) -> Result<Vec<HandedTable>, TableError> {
        let mut tables = Vec::new();
        let mut buffers = self.buffers.into_iter();
        while let Some(header) = buffers.next() {
            let header = Header::from_bytes(&header)?;
            let is_elsewhere = self.elsewhere.contains(&tables.len());
            let run_count = if is_elsewhere { 0 } else { header.rows.len() };
            let runs: Vec<Vec<u8>> = buffers.by_ref().take(run_count).collect();
            if runs.len() < run_count {
                return Err(TableError::Damaged { part: runs.len() });
            }
            tables.push(HandedTable {
                elsewhere: is_elsewhere.then(|| header.row_count() as u64),
                table: wire::unpack(header, runs)?,
            });
        }
        Ok(tables)
    }
}

/// Rows of each run of a table, by its header.
///
/// # Errors
/// When it is not a header.
pub fn run_lengths(header: &[u8]) -> Result<Vec<usize>, TableError> {
    Header::from_bytes(header).map(|header| header.rows)
}
