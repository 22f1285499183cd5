//! The words a person types after `cargo xtask`.

use std::ffi::OsString;
use std::num::NonZeroU64;

use anyhow::{Context as _, anyhow, bail};
use lexopt::prelude::*;

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
cargo xtask serve [--port 8080] [--no-open] [--dev] [--no-build]
                         set up, build and open Snit; --dev rebuilds on change
cargo xtask test [--only STEP]... [--list]
                         every check, a real browser's among them
cargo xtask dist         build the static site into dist/ and list its files
cargo xtask setup        fetch and build the tools, and nothing more
cargo xtask layers       no crate depends on what it may not know
cargo xtask tidy         the rules of STYLE.md a program can check
cargo xtask size         what the first view weighs against its budget
cargo xtask bench [--quick] [--rows N]... [--only SECTION]...
                         kernels, and ours beside its peers in one browser; sections are kernels, questions,
                         brush, formats, sheets and columns; a whole run renews the figures in README.md
cargo xtask fuzz [--minutes N] [TARGET]...
                         every reader under mutated bytes, 30 minutes each unless told otherwise
cargo xtask corpora      files that packages of public registries carry, each with what is known of it
";

/// One command with its options.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Serve(Serve),
    Test(Test),
    Dist,
    Setup,
    Layers,
    Tidy,
    Size,
    Bench(Bench),
    Fuzz(Fuzz),
    Corpora,
    Hook,
    Help,
}

/// Options of `serve`.
#[derive(Debug, PartialEq)]
pub(crate) struct Serve {
    pub port: u16,
    pub browser: Browser,
    pub build: Build,
}

/// Whether `serve` shows the page itself.
#[derive(Debug, PartialEq)]
pub(crate) enum Browser {
    Open,
    LeaveClosed,
}

/// What `serve` builds before it answers.
#[derive(Debug, PartialEq)]
pub(crate) enum Build {
    Release,
    OnEveryChange,
    Nothing,
}

/// Options of `test`.
#[derive(Debug, PartialEq)]
pub(crate) enum Test {
    All,
    Only(Vec<String>),
    List,
}

/// Options of `bench`; empty lists mean all.
#[derive(Debug, PartialEq)]
pub(crate) struct Bench {
    pub depth: Depth,
    pub rows: Vec<u64>,
    pub only: Vec<String>,
}

/// Options of `fuzz`; no target means all.
#[derive(Debug, PartialEq)]
pub(crate) struct Fuzz {
    pub targets: Vec<String>,
    pub minutes: u64,
}

/// How thoroughly `bench` measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Depth {
    Full,
    Quick,
}

/// Reads the command line; an unknown word is refused by name, and help is given behind any command.
pub(crate) fn parse(words: Vec<OsString>) -> anyhow::Result<Command> {
    if words.iter().any(|word| word == "--help" || word == "-h") {
        return Ok(Command::Help);
    }
    let parser = lexopt::Parser::from_args(words);
    command(parser)
        .map_err(|error| anyhow!("{error:#}; `cargo xtask help` lists what can be asked for"))
}

fn command(mut words: lexopt::Parser) -> anyhow::Result<Command> {
    let Some(first) = words.next()? else {
        return Ok(Command::Help);
    };
    let name = match first {
        Value(name) => name.string()?,
        other => return Err(other.unexpected().into()),
    };
    let command = match name.as_str() {
        "serve" => return parse_serve(words).map(Command::Serve),
        "test" => return parse_test(words).map(Command::Test),
        "bench" => return parse_bench(words).map(Command::Bench),
        "fuzz" => return parse_fuzz(words).map(Command::Fuzz),
        "dist" => Command::Dist,
        "setup" => Command::Setup,
        "layers" => Command::Layers,
        "tidy" => Command::Tidy,
        "size" => Command::Size,
        "corpora" => Command::Corpora,
        "hook" => Command::Hook,
        "help" => Command::Help,
        _ => bail!("`{name}` is not a command of cargo xtask"),
    };
    match words.next()? {
        None => Ok(command),
        Some(extra) => Err(extra.unexpected().into()),
    }
}

fn parse_serve(mut words: lexopt::Parser) -> anyhow::Result<Serve> {
    let mut options = Serve {
        port: 8080,
        browser: Browser::Open,
        build: Build::Release,
    };
    while let Some(word) = words.next()? {
        match word {
            Long("port") => {
                let port = words.value()?.string()?;
                options.port = port
                    .parse()
                    .with_context(|| format!("`--port {port}` is not a number from 0 to 65535"))?;
            }
            Long("no-open") => options.browser = Browser::LeaveClosed,
            Long("dev") => options.build = Build::OnEveryChange,
            Long("no-build") => options.build = Build::Nothing,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn parse_test(mut words: lexopt::Parser) -> anyhow::Result<Test> {
    let mut only = Vec::new();
    while let Some(word) = words.next()? {
        match word {
            Long("list") => return Ok(Test::List),
            Long("only") => only.push(words.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(if only.is_empty() {
        Test::All
    } else {
        Test::Only(only)
    })
}

fn parse_bench(mut words: lexopt::Parser) -> anyhow::Result<Bench> {
    let mut options = Bench {
        depth: Depth::Full,
        rows: Vec::new(),
        only: Vec::new(),
    };
    while let Some(word) = words.next()? {
        match word {
            Long("quick") => options.depth = Depth::Quick,
            Long("rows") => {
                let rows = words.value()?.string()?;
                let rows = rows.parse();
                options
                    .rows
                    .push(rows.context("`--rows` is not a whole number")?);
            }
            Long("only") => options.only.push(words.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn parse_fuzz(mut words: lexopt::Parser) -> anyhow::Result<Fuzz> {
    let mut options = Fuzz {
        targets: Vec::new(),
        minutes: 30,
    };
    while let Some(word) = words.next()? {
        match word {
            Long("minutes") => {
                let minutes = words.value()?.string()?.parse();
                let minutes: NonZeroU64 = minutes.context("`--minutes` is no number from 1 on")?;
                options.minutes = minutes.get();
            }
            Value(target) => options.targets.push(target.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> anyhow::Result<Command> {
        parse(line.split_whitespace().map(OsString::from).collect())
    }

    fn parsed(line: &str) -> Command {
        read(line).unwrap()
    }

    #[test]
    fn serve_answers_on_8080_unless_told_otherwise() {
        let Command::Serve(plain) = parsed("serve") else {
            panic!("not serve")
        };
        assert_eq!(plain.port, 8080);
        let Command::Serve(told) = parsed("serve --port 0 --no-open --no-build") else {
            panic!("not serve")
        };
        assert_eq!(
            (told.port, told.browser, told.build),
            (0, Browser::LeaveClosed, Build::Nothing)
        );
    }

    #[test]
    fn steps_can_be_chosen_more_than_once() {
        let chosen = vec!["fmt".to_string(), "tidy".to_string()];
        assert_eq!(
            parsed("test --only fmt --only tidy"),
            Command::Test(Test::Only(chosen))
        );
    }

    #[test]
    fn all_targets_run_half_an_hour_each_unless_told_otherwise() {
        let all = Fuzz {
            targets: Vec::new(),
            minutes: 30,
        };
        assert_eq!(parsed("fuzz"), Command::Fuzz(all));
        let two = Fuzz {
            targets: vec!["px".to_string(), "csv".to_string()],
            minutes: 1,
        };
        assert_eq!(parsed("fuzz --minutes 1 px csv"), Command::Fuzz(two));
    }

    #[test]
    fn an_unknown_word_is_named() {
        for line in ["sevre", "tidy now", "serve --prot 1", "fuzz --minutes 0"] {
            let error = format!("{:#}", read(line).unwrap_err());
            let word = line.split_whitespace().find(|word| error.contains(word));
            assert!(word.is_some(), "{line}: {error}");
            assert!(error.contains("cargo xtask help"), "{error}");
        }
    }

    #[test]
    fn help_is_given_behind_any_command() {
        for line in ["", "help", "--help", "serve --help", "test -h"] {
            assert_eq!(parsed(line), Command::Help, "{line}");
        }
    }
}
