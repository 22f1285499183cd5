//! Scenarios: the built `snit`, run on files as people have them, and what it prints.
#![allow(
    clippy::cast_possible_truncation,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test may fail, and reads and writes files"
)]

mod against;
mod answers;
mod asked;
mod convert;
mod declarations;
mod editions;
mod elsewhere;
mod hostile;
mod readings;
mod real;
mod seeds;
mod several;
mod statistics;
mod text_files;
mod typed_files;
mod workbook;
