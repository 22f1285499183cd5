//! Scenarios: the built `snit`, run on files as people have them, and what it prints.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads and writes files"
)]

mod answers;
mod asked;
mod elsewhere;
mod hostile;
mod real;
mod text_files;
mod typed_files;
mod workbook;
