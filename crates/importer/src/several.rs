//! Several files that somebody picked together: read one after the other, and put together where they fit.

use formats::Source;
use protocol::message::{Notice, Progress, Refusal};
use protocol::state::Language;
use reading::{Part, Together, Whence, words};

use crate::read::{self, Decided, Found, Imported, in_runs, said, words_in};
use crate::refuse;

/// Reads files of any format but packages: the same columns are put under each other, the same places and periods side
/// by side.
///
/// # Errors
/// When one of them cannot be read, holds no table, or is a package, which stands alone.
pub fn read_files<S: Source>(
    files: Vec<(String, S)>,
    language: Language,
    progress: &mut dyn FnMut(Progress),
) -> Result<Imported, Refusal> {
    let decided = Decided::By(reading::Plan::default());
    let mut read = Vec::new();
    for (name, source) in files {
        let file = one(&name, source, (language, decided.clone()), progress)?;
        read.push((name, file));
    }
    Ok(put_together(read, language))
}

/// One of several files.
pub(crate) fn one<S: Source>(
    name: &str,
    source: S,
    (language, decided): (Language, Decided),
    progress: &mut dyn FnMut(Progress),
) -> Result<Imported, Refusal> {
    match read::open(name, source, (language, decided), progress)? {
        Found::Package(_) => Err(refuse::stands_alone(language)),
        Found::Raw(drawing) => drawing.imported(language),
    }
}

/// Files that were read, as one; what is said of several of them is said once.
pub(crate) fn put_together(mut files: Vec<(String, Imported)>, language: Language) -> Imported {
    if files.len() == 1
        && let Some((_, only)) = files.pop()
    {
        return only;
    }
    let mut notices: Vec<Notice> = Vec::new();
    let mut parts = Vec::new();
    for (name, file) in files {
        let new = file.notices.into_iter().filter(|it| !notices.contains(it));
        let new: Vec<Notice> = new.collect();
        notices.extend(new);
        parts.push(Part {
            name: stem(&name).to_owned(),
            tables: file.tables,
        });
    }
    let name = parts.first().map(|part| part.name.clone());
    let together = reading::put_together(&name.unwrap_or_default(), parts, Whence::Files);
    let Together {
        tables,
        notices: done,
        ..
    } = together;
    let done = done.iter().map(|it| words::notice(it, words_in(language)));
    notices.splice(0..0, done.map(said));
    Imported {
        tables: in_runs(tables),
        notices,
        ..Imported::default()
    }
}

/// The file's name without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
