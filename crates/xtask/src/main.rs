//! `cargo xtask`: everything a person needs to set up, build, serve and check Snit.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "this program is all files, clocks and words on a terminal"
)]

mod args;
mod bench;
mod build;
mod checks;
mod child;
mod corpora;
mod demo;
mod files;
mod fuzz;
mod layers;
mod place;
mod progress;
mod serve;
mod server;
mod setup;
mod size;
mod tidy;

use std::process::ExitCode;

use args::Command;

fn main() -> ExitCode {
    match args::parse(std::env::args_os().skip(1).collect()).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve(options) => serve::run(&options),
        Command::Test(options) => checks::run(&options),
        Command::Dist => build::print_dist(),
        Command::Setup => setup::for_tests().map(drop),
        Command::Layers => layers::run(),
        Command::Tidy => tidy::run(),
        Command::Size => size::run(),
        Command::Bench(options) => bench::run(&options),
        Command::Fuzz(options) => fuzz::run(&options),
        Command::Corpora => corpora::run(),
        Command::Hook => build::hook::run(),
        Command::Help => {
            print!("{}", args::HELP);
            Ok(())
        }
    }
}
