//! Unpacking what files compress, each time to a size that is known before and was held against the limits.

use std::io::Read;

use crate::FormatError;
use crate::source::reserve;

/// How bytes are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Codec {
    /// One block of snappy.
    #[cfg(feature = "parquet")]
    Snappy,
    /// Deflate with the head and tail of gzip.
    #[cfg(feature = "parquet")]
    Gzip,
    /// One block of LZ4, bare.
    #[cfg(feature = "parquet")]
    Lz4Block,
    /// Frames of LZ4.
    #[cfg(feature = "arrow")]
    Lz4Frame,
    /// Frames of Zstandard.
    Zstd,
}

/// Unpacks to exactly so many bytes; none if the packed bytes are damaged or give another number.
///
/// # Errors
/// When the machine has not the memory.
pub(crate) fn unpack(
    codec: Codec,
    packed: &[u8],
    size: u64,
) -> Result<Option<Vec<u8>>, FormatError> {
    let mut unpacked = reserve(size)?;
    Ok(unpack_into(codec, packed, &mut unpacked).map(|()| unpacked))
}

fn unpack_into(codec: Codec, packed: &[u8], into: &mut [u8]) -> Option<()> {
    match codec {
        #[cfg(feature = "parquet")]
        Codec::Snappy => {
            let is_size = snap::raw::decompress_len(packed).ok()? == into.len();
            is_size.then_some(())?;
            let count = snap::raw::Decoder::new().decompress(packed, into).ok()?;
            (count == into.len()).then_some(())
        }
        #[cfg(feature = "parquet")]
        Codec::Gzip => fill(flate2::bufread::MultiGzDecoder::new(packed), into),
        #[cfg(feature = "parquet")]
        Codec::Lz4Block => {
            let count = lz4_flex::block::decompress_into(packed, into).ok()?;
            (count == into.len()).then_some(())
        }
        #[cfg(feature = "arrow")]
        Codec::Lz4Frame => fill(lz4_flex::frame::FrameDecoder::new(packed), into),
        Codec::Zstd => {
            let count = ruzstd::decoding::FrameDecoder::new()
                .decode_all(packed, into)
                .ok()?;
            (count == into.len()).then_some(())
        }
    }
}

/// Reads to the end, which must be where the bytes are full.
fn fill(mut packed: impl Read, into: &mut [u8]) -> Option<()> {
    packed.read_exact(into).ok()?;
    let rest = packed.read(&mut [0]).ok()?;
    (rest == 0).then_some(())
}
