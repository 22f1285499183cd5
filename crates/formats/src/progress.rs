//! How far a reader has come.

/// Work done so far and in all, in bytes of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes dealt with.
    pub done: u64,
    /// Bytes there are.
    pub total: u64,
}

/// A listener for who does not want to know.
pub fn unheard(_: Progress) {}
