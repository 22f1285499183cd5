//! `snit`, the command-line tool: demonstration packages, how a file is read, and answers to slices.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "the command line is where files are read and written, and answers printed"
)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::expect_used,
        reason = "a test may fail"
    )
)]

mod arguments;
mod convert;
mod demo;
mod diff;
mod failure;
mod file;
mod inspect;
mod output;
mod progress;
mod query;
mod write;

use std::process::ExitCode;

use arguments::{Action, Asked};
use failure::Failure;

fn main() -> ExitCode {
    let asked = match arguments::read(std::env::args_os().collect()) {
        Ok(asked) => asked,
        Err(outcome) => return outcome.print(),
    };
    match run(&asked) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.print(asked.language),
    }
}

fn run(asked: &Asked) -> Result<(), Failure> {
    match &asked.action {
        Action::Demo(demo) => write::demos(demo, asked.language),
        Action::Inspect(inspect) => inspect::run(inspect, asked.language),
        Action::Diff(diff) => diff::run(diff, asked.language),
        Action::Convert(convert) => convert::run(convert, asked.language),
        Action::Query(query) => query::run(query, asked.language),
    }
}
