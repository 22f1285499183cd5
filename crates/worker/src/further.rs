//! Answers that the first view does not ask for: a piece of the worker's wasm, which the build takes out of it and the browser
//! fetches once something is open.

use session::Further;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// The piece could not be fetched.
pub(crate) struct Lost;

impl From<SplitLoaderError> for Lost {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// What becomes of the piece, once it has come or is lost.
pub(crate) type Learn = dyn Fn(Result<Further, Lost>);

#[wasm_split(further, fallible)]
pub(crate) fn further() -> Result<Further, Lost> {
    Ok(Further::all())
}
