//! The bytes of one chunk, as the library asks for them.

use ::parquet::errors::{ParquetError, Result};
use ::parquet::file::reader::{ChunkReader, Length};
use bytes::{Buf, Bytes, buf::Reader};

/// The bytes of one chunk, addressed as in the whole file.
pub(super) struct Piece {
    pub(super) bytes: Bytes,
    pub(super) start: u64,
}

impl Piece {
    fn from(&self, start: u64) -> Result<Bytes> {
        let at = start
            .checked_sub(self.start)
            .and_then(|at| usize::try_from(at).ok());
        let at = at.filter(|at| *at <= self.bytes.len());
        at.map(|at| self.bytes.slice(at..)).ok_or_else(outside)
    }
}

fn outside() -> ParquetError {
    ParquetError::EOF("outside the column chunk".to_owned())
}

impl Length for Piece {
    fn len(&self) -> u64 {
        self.start + self.bytes.len() as u64
    }
}

impl ChunkReader for Piece {
    type T = Reader<Bytes>;

    fn get_read(&self, start: u64) -> Result<Self::T> {
        self.from(start).map(Buf::reader)
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        let bytes = self.from(start)?;
        if length <= bytes.len() {
            Ok(bytes.slice(..length))
        } else {
            Err(outside())
        }
    }
}
