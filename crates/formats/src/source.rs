//! Bytes read where they lie: in our memory, or outside it, such as a file held by the browser.

use crate::FormatError;

/// A file of which any piece can be read.
pub trait Source {
    /// Number of bytes.
    fn len(&self) -> u64;

    /// Whether there are no bytes.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Fills `into` with the bytes from `offset` on; none if there are not so many.
    #[must_use]
    fn read_at(&self, offset: u64, into: &mut [u8]) -> Option<()>;

    /// All bytes, where they lie in our memory already.
    fn in_memory(&self) -> Option<&[u8]> {
        None
    }
}

impl Source for [u8] {
    fn len(&self) -> u64 {
        <[u8]>::len(self) as u64
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Option<()> {
        let start = usize::try_from(offset).ok()?;
        let bytes = self.get(start..start.checked_add(into.len())?)?;
        into.copy_from_slice(bytes);
        Some(())
    }

    fn in_memory(&self) -> Option<&[u8]> {
        Some(self)
    }
}

impl Source for Vec<u8> {
    fn len(&self) -> u64 {
        Source::len(self.as_slice())
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Option<()> {
        self.as_slice().read_at(offset, into)
    }

    fn in_memory(&self) -> Option<&[u8]> {
        Some(self)
    }
}

impl<S: Source + ?Sized> Source for &S {
    fn len(&self) -> u64 {
        (**self).len()
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Option<()> {
        (**self).read_at(offset, into)
    }

    fn in_memory(&self) -> Option<&[u8]> {
        (**self).in_memory()
    }
}

/// Memory for so many bytes, all 0; the limits were asked before.
///
/// # Errors
/// When the machine has not the memory.
pub(crate) fn reserve(bytes: u64) -> Result<Vec<u8>, FormatError> {
    let no_memory = || FormatError::OutOfMemory { bytes };
    let count = usize::try_from(bytes).map_err(|_| no_memory())?;
    let mut memory = Vec::new();
    memory.try_reserve_exact(count).map_err(|_| no_memory())?;
    memory.resize(count, 0);
    Ok(memory)
}

/// Has the allocator take so much memory from the machine in one go. In WebAssembly memory otherwise grows a little for each run
/// of rows, and growing is what costs. That there is not so much is no failure yet.
#[cfg(feature = "arrow")]
pub(crate) fn make_room(bytes: u64) {
    let mut room = Vec::<u8>::new();
    if usize::try_from(bytes).is_ok_and(|bytes| room.try_reserve_exact(bytes).is_ok()) {
        // Without a look at it the compiler leaves out what is given back at once.
        std::hint::black_box(&mut room);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_read_whole_or_not_at_all() {
        let bytes: &[u8] = b"abcdef";
        let read = |offset, count| {
            let mut into = vec![0; count];
            bytes.read_at(offset, &mut into).map(|()| into)
        };
        assert_eq!(read(2, 3), Some(b"cde".to_vec()));
        assert_eq!(read(6, 0), Some(Vec::new()));
        assert_eq!((read(4, 3), read(u64::MAX, 1)), (None, None));
    }
}
