//! From a path to an open session: packages as they are, other files by the way the browser takes.

use std::path::Path;

use danish::Language;
use danish::terminal::no_such_file;
use formats::{Format, FormatError, Limits, What};
use protocol::catalog::Catalog;
use protocol::message::{Notice, Progress, Refusal, Reply, Request, Weight};
use protocol::state;
use reading::words::{self, Refused, Said, Step};
use session::Session;
use table::Table;

use crate::failure::Failure;
use crate::progress::Line;

/// What a file holds.
pub(crate) enum Held {
    /// A package, as its bytes.
    Package(Vec<u8>),
    /// The tables of any other file, with what there is to say of them.
    Tables {
        tables: Vec<Table>,
        notices: Vec<Notice>,
    },
}

/// A file that was read.
pub(crate) struct Read {
    pub(crate) name: String,
    pub(crate) size_bytes: u64,
    pub(crate) held: Held,
}

/// Reads a file of any format.
pub(crate) fn read(path: &Path, language: Language) -> Result<Read, Failure> {
    let name = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned();
    let refused = |error: FormatError| {
        Failure::Refused(refusal(words::refusal(&error, &name, said_in(language))))
    };
    let bytes = bytes(path, &name, language)?.map_err(refused)?;
    let size_bytes = bytes.len() as u64;
    let is_package = name.to_lowercase().ends_with(".snit")
        || formats::detect(&name, &bytes) == Ok(Format::Package);
    let held = if is_package {
        Held::Package(bytes)
    } else {
        tables(&name, &bytes, language)?
    };
    Ok(Read {
        name,
        size_bytes,
        held,
    })
}

/// A session with the file open, and its catalogue.
pub(crate) fn open(read: Read, language: Language) -> Result<(Session, Catalog), Failure> {
    let Read {
        name,
        size_bytes,
        held,
    } = read;
    let spoken = spoken(language);
    let (request, attachments) = match held {
        Held::Package(bytes) => (
            Request::Open {
                name,
                language: spoken,
            },
            vec![bytes],
        ),
        Held::Tables { tables, notices } => {
            let packed = package::hand_over(tables).map_err(|error| {
                Failure::Refused(Refusal {
                    code: error.code().to_owned(),
                    ..refusal(words::no_table(&name, said_in(language)))
                })
            })?;
            (
                Request::Adopt {
                    name,
                    size_bytes,
                    language: spoken,
                    notices,
                },
                vec![packed],
            )
        }
    };
    let mut session = Session::new();
    match ask(&mut session, request, &attachments, language)? {
        Reply::Opened(catalog) => Ok((session, *catalog)),
        _ => Err(Failure::Unexpected),
    }
}

/// Puts a request to a session.
pub(crate) fn ask(
    session: &mut Session,
    request: Request,
    attachments: &[Vec<u8>],
    language: Language,
) -> Result<Reply, Failure> {
    let mut line = Line::new(language);
    let mut show = |progress: Progress| line.show(&progress.step, progress.done, progress.total);
    match session.handle(request, attachments, &mut show) {
        Reply::Refused(refusal) => Err(Failure::Refused(refusal)),
        reply => Ok(reply),
    }
}

/// The language as messages name it.
pub(crate) fn spoken(language: Language) -> state::Language {
    match language {
        Language::Da => state::Language::Da,
        Language::En => state::Language::En,
    }
}

fn said_in(language: Language) -> words::Language {
    match language {
        Language::Da => words::Language::Danish,
        Language::En => words::Language::English,
    }
}

/// The bytes, unless there are more than any reader would take.
fn bytes(
    path: &Path,
    name: &str,
    language: Language,
) -> Result<Result<Vec<u8>, FormatError>, Failure> {
    let fail = |_| Failure::Told(no_such_file(name, language));
    let found = std::fs::metadata(path).map_err(fail)?.len();
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    let what = match ending.as_str() {
        "xlsx" | "xlsm" => What::WorkbookBytes,
        "csv" | "tsv" | "txt" => What::CsvBytes,
        _ => What::ContainerBytes,
    };
    let limit = Limits::default().of(what);
    if found > limit {
        return Ok(Err(FormatError::TooLarge { what, found, limit }));
    }
    std::fs::read(path).map(Ok).map_err(fail)
}

fn tables(name: &str, bytes: &[u8], language: Language) -> Result<Held, Failure> {
    let said_in = said_in(language);
    let refused =
        |error: FormatError| Failure::Refused(refusal(words::refusal(&error, name, said_in)));
    let mut line = Line::new(language);
    let step = words::step(Step::Reading, said_in).to_owned();
    let mut show = |progress: formats::Progress| line.show(&step, progress.done, progress.total);
    let opened = formats::open(name, bytes, &Limits::default(), &mut show).map_err(refused)?;
    let reading = reading::read(name, opened.content);
    if reading.tables.is_empty() {
        return Err(Failure::Refused(refusal(words::no_table(name, said_in))));
    }
    let told = words::told(&reading, &opened.warnings, said_in);
    let notices = told.into_iter().map(notice).collect();
    Ok(Held::Tables {
        tables: reading.tables,
        notices,
    })
}

fn notice(said: Said) -> Notice {
    let weight = match said.weight {
        words::Weight::Remark => Weight::Remark,
        words::Weight::Caution => Weight::Caution,
    };
    Notice {
        weight,
        headline: said.headline,
        text: said.text,
    }
}

fn refusal(refused: Refused) -> Refusal {
    Refusal {
        code: String::new(),
        what: refused.what,
        place: refused.place,
        remedy: refused.remedy,
    }
}
