//! Where a column's values of one group of rows lie, and how they are packed.

use ::parquet::basic::Compression;
use ::parquet::file::metadata::ColumnChunkMetaData;

use super::MAGIC;
use crate::codec::Codec;

/// The bytes of a chunk, from the dictionary if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chunk {
    pub(super) start: u64,
    pub(super) end: u64,
    pub(super) codec: Option<Codec>,
}

/// What a chunk is.
pub(super) enum Found {
    Readable(Chunk),
    /// Packed in a way that is not read.
    Packed(&'static str),
    /// Nowhere.
    Lost,
}

impl Found {
    pub(super) fn of(chunk: &ColumnChunkMetaData) -> Self {
        let codec = match codec(chunk.compression()) {
            Ok(codec) => codec,
            Err(name) => return Self::Packed(name),
        };
        let place = || {
            // Some writers say 0 where there is no dictionary.
            let dictionary = chunk.dictionary_page_offset().filter(|offset| *offset > 0);
            let first = chunk.data_page_offset();
            let start = u64::try_from(dictionary.map_or(first, |it| it.min(first))).ok()?;
            let end = start.checked_add(u64::try_from(chunk.compressed_size()).ok()?)?;
            (start >= MAGIC.len() as u64).then_some(Chunk { start, end, codec })
        };
        place().map_or(Self::Lost, Self::Readable)
    }
}

fn codec(compression: Compression) -> Result<Option<Codec>, &'static str> {
    match compression {
        Compression::UNCOMPRESSED => Ok(None),
        Compression::SNAPPY => Ok(Some(Codec::Snappy)),
        Compression::GZIP(_) => Ok(Some(Codec::Gzip)),
        Compression::LZ4_RAW => Ok(Some(Codec::Lz4Block)),
        Compression::ZSTD(_) => Ok(Some(Codec::Zstd)),
        Compression::LZO => Err("lzo"),
        Compression::BROTLI(_) => Err("brotli"),
        Compression::LZ4 => Err("lz4"),
    }
}
