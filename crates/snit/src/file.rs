//! From a path to an open session, by the way the browser takes.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use danish::Language;
use danish::terminal::no_such_file;
use formats::{FormatError, Limits, What};
use importer::{Imported, Wish};
use protocol::catalog::Catalog;
use protocol::message::{Progress, Refusal, Reply, Request};
use protocol::state;
use reading::Plan;
use reading::words::{self, Refused};
use session::{Handed, Session};
use table::wire;

use crate::failure::Failure;
use crate::progress::Line;

/// A file that was read.
pub(crate) struct Read {
    pub(crate) name: String,
    pub(crate) size_bytes: u64,
    pub(crate) imported: Imported,
}

/// Reads a file of any format.
pub(crate) fn read(path: &Path, language: Language) -> Result<Read, Failure> {
    read_with(path, &Plan::default(), language)
}

/// The name of a file without its folders.
pub(crate) fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// The text of a small file, such as a saved reading; longer ones are cut where they are too long to be one.
pub(crate) fn text(path: &Path, language: Language) -> Result<String, Failure> {
    let fail = |_| Failure::Told(no_such_file(&name(path), language));
    let mut text = String::new();
    let file = std::fs::File::open(path).map_err(fail)?;
    file.take(LONGEST_TEXT)
        .read_to_string(&mut text)
        .map_err(fail)?;
    Ok(text)
}

/// More bytes than a saved reading may have.
const LONGEST_TEXT: u64 = 2 << 20;

/// Reads a file of any format as a plan decides.
pub(crate) fn read_with(path: &Path, plan: &Plan, language: Language) -> Result<Read, Failure> {
    let name = name(path);
    let bytes = bytes(path, &name, language)?;
    let size_bytes = bytes.len() as u64;
    let mut line = Line::new(language);
    let mut show = |progress: Progress| line.show(&progress.step, progress.done, progress.total);
    let wish = Wish {
        language: spoken(language),
        plan,
    };
    let imported = importer::read_file_with(&name, bytes, wish, &mut show);
    Ok(Read {
        name,
        size_bytes,
        imported: imported.map_err(Failure::Refused)?,
    })
}

/// Reads several files as a plan decides, and puts them together.
pub(crate) fn read_several(
    (first, more): (&Path, &[PathBuf]),
    plan: &Plan,
    language: Language,
) -> Result<Read, Failure> {
    let mut files = Vec::new();
    let mut size_bytes = 0;
    for path in std::iter::once(first).chain(more.iter().map(PathBuf::as_path)) {
        let name = name(path);
        let bytes = bytes(path, &name, language)?;
        size_bytes += bytes.len() as u64;
        files.push((name, bytes));
    }
    let mut line = Line::new(language);
    let mut show = |progress: Progress| line.show(&progress.step, progress.done, progress.total);
    let wish = Wish {
        language: spoken(language),
        plan,
    };
    let imported = importer::read_files(files, wish, &mut show);
    Ok(Read {
        name: name(first),
        size_bytes,
        imported: imported.map_err(Failure::Refused)?,
    })
}

/// A session with the file open, and its catalogue.
pub(crate) fn open(read: Read, language: Language) -> Result<(Session, Catalog), Failure> {
    let mut buffers = Vec::new();
    for table in &read.imported.tables {
        let packed = wire::pack(table);
        buffers.push(packed.header.to_bytes());
        buffers.extend(packed.parts);
    }
    let request = Request::Adopt {
        name: read.name,
        size_bytes: read.size_bytes,
        language: spoken(language),
        notices: read.imported.notices,
        facts: read.imported.facts.map(Box::new),
    };
    let mut session = Session::new();
    let handed = Handed {
        buffers,
        ..Handed::default()
    };
    match ask(&mut session, request, handed)? {
        Reply::Opened(catalog) => Ok((session, *catalog)),
        _ => Err(Failure::Unexpected),
    }
}

/// Puts a request to a session.
pub(crate) fn ask(
    session: &mut Session,
    request: Request,
    handed: Handed,
) -> Result<Reply, Failure> {
    match session.handle(request, handed) {
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

/// The bytes, unless there are more than any reader would take.
fn bytes(path: &Path, name: &str, language: Language) -> Result<Vec<u8>, Failure> {
    let fail = |_| Failure::Told(no_such_file(name, language));
    let found = std::fs::metadata(path).map_err(fail)?.len();
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    let what = match ending.as_str() {
        "xlsx" | "xlsm" | "xls" | "ods" => What::WorkbookBytes,
        "csv" | "tsv" | "txt" | "px" => What::CsvBytes,
        "json" => What::JsonBytes,
        _ => What::ContainerBytes,
    };
    let limit = Limits::default().of(what);
    if found > limit {
        let error = FormatError::TooLarge { what, found, limit };
        return Err(Failure::Refused(too_large(&error, name, language)));
    }
    std::fs::read(path).map_err(fail)
}

fn too_large(error: &FormatError, name: &str, language: Language) -> Refusal {
    let said_in = match language {
        Language::Da => words::Language::Danish,
        Language::En => words::Language::English,
    };
    refusal(words::refusal(error, name, said_in))
}

/// What is refused, as the session would say it.
pub(crate) fn refusal(refused: Refused) -> Refusal {
    Refusal {
        code: String::new(),
        what: refused.what,
        place: refused.place,
        remedy: refused.remedy,
    }
}
