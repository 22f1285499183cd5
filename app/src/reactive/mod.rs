//! Memos and signals of any type over one memo and one signal of Leptos.
//!
//! Leptos compiles its graph anew for each type a signal holds. Here the value stands behind a pointer, so that only what
//! makes, compares and drops it is compiled for each type.

mod memo;
mod shown;
mod signal;
mod value;
mod writable;

pub(crate) use memo::Memo;
pub(crate) use signal::{MaybeProp, Signal};
pub(crate) use writable::RwSignal;
