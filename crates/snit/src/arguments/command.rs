//! The commands and their options, with help in one language.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};
use danish::Language;
use danish::terminal::{Phrase, phrase};

/// The whole tool.
pub(super) fn command(language: Language) -> Command {
    let subcommands = [
        demo(language),
        inspect(language),
        query(language),
        convert(language),
        diff(language),
    ];
    titled(Command::new("snit"), Phrase::About, language)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .arg(
            flag(("version", Phrase::Version), language)
                .short('V')
                .action(ArgAction::Version),
        )
        .arg(
            option(("lang", "da|en"), Phrase::Language, language)
                .global(true)
                .value_parser(["da", "en"])
                .hide_possible_values(true),
        )
        .subcommand_help_heading(phrase(Phrase::Commands, language))
        .arg_required_else_help(true)
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommands(subcommands)
}

fn demo(language: Language) -> Command {
    let option = |name, wanted| option(name, wanted, language);
    titled(Command::new("demo"), Phrase::Demo, language).args([
        option(("out", "DIR"), Phrase::Out)
            .required(true)
            .value_parser(value_parser!(PathBuf)),
        option(("only", "NAME"), Phrase::Only),
        option(("seed", "N"), Phrase::Seed)
            .default_value("1")
            .value_parser(value_parser!(u64)),
        option(("rows", "N"), Phrase::Rows)
            .default_value("1000000")
            .value_parser(value_parser!(u32).range(1..=20_000_000)),
    ])
}

fn inspect(language: Language) -> Command {
    let path = |name, wanted| {
        option((name, "FILE"), wanted, language).value_parser(value_parser!(PathBuf))
    };
    let arguments = [
        file(language).num_args(1..),
        flag(("json", Phrase::Json), language),
        path("reading", Phrase::Reading),
        path("save-reading", Phrase::SaveReading),
    ];
    titled(Command::new("inspect"), Phrase::Inspect, language).args(arguments)
}

fn query(language: Language) -> Command {
    let slice = Arg::new("slice")
        .value_name("SLICE")
        .help(phrase(Phrase::Slice, language));
    titled(Command::new("query"), Phrase::Query, language).args([
        file(language),
        slice.required(true).allow_hyphen_values(true),
        flag(("json", Phrase::Json), language),
        flag(("csv", Phrase::Csv), language).conflicts_with("json"),
        flag(("lines", Phrase::Lines), language).conflicts_with_all(["json", "csv"]),
        option(("against", "PLACE"), Phrase::Against, language).conflicts_with("lines"),
    ])
}

fn diff(language: Language) -> Command {
    let edition = |name, help| {
        Arg::new(name)
            .value_name("FILE")
            .help(phrase(help, language))
            .required(true)
            .value_parser(value_parser!(PathBuf))
    };
    titled(Command::new("diff"), Phrase::Diff, language).args([
        edition("earlier", Phrase::Earlier),
        edition("later", Phrase::Later),
        flag(("json", Phrase::Json), language),
    ])
}

fn convert(language: Language) -> Command {
    titled(Command::new("convert"), Phrase::Convert, language).args([
        file(language),
        option(("out", "OUT"), Phrase::ConvertTo, language)
            .short('o')
            .required(true)
            .value_parser(value_parser!(PathBuf)),
        flag(("force", Phrase::Force), language),
    ])
}

/// A command with its sentence, and help that is in the language asked for.
fn titled(command: Command, about: Phrase, language: Language) -> Command {
    let usage = phrase(Phrase::Usage, language);
    command
        .about(phrase(about, language))
        .help_template(format!("{{about}}\n\n{usage}: {{usage}}\n\n{{all-args}}"))
        .next_help_heading(phrase(Phrase::Options, language))
        .disable_help_flag(true)
        .arg(
            flag(("help", Phrase::Help), language)
                .short('h')
                .action(ArgAction::Help),
        )
}

fn file(language: Language) -> Arg {
    let help = phrase(Phrase::File, language);
    Arg::new("file")
        .value_name("FILE")
        .help(help)
        .required(true)
        .value_parser(value_parser!(PathBuf))
}

fn flag((name, help): (&'static str, Phrase), language: Language) -> Arg {
    Arg::new(name)
        .long(name)
        .help(phrase(help, language))
        .action(ArgAction::SetTrue)
}

fn option((name, value): (&'static str, &'static str), help: Phrase, language: Language) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .help(phrase(help, language))
}
