//! Several files that somebody picked together: read one after the other, looked at one after the other where only a
//! person can say how they are to be read, and put together where they fit.

use formats::Source;
use protocol::message::{Notice, Progress, Refusal};
use protocol::state::Language;
use reading::{Part, Plan, Together, Whence, words};

use crate::drawing::Drawing;
use crate::kept::Kept;
use crate::read::{self, Decided, Found, Imported, Wish, in_runs, said, words_in};
use crate::refuse;

/// Reads files of any format but packages: the same columns are put under each other, the same places and periods side
/// by side. A plan decides about the files of its sender, and about the first where it is of none.
///
/// # Errors
/// When one of them cannot be read, holds no table, or is a package, which stands alone.
pub fn read_files<S: Source>(
    files: Vec<(String, S)>,
    wish: Wish<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Imported, Refusal> {
    let plan = wish.plan;
    let mut kept = Kept::default();
    if !plan.sender.is_empty() {
        kept.remember(plan.clone());
    }
    // Without a plan there is nothing that could change how a file is read once it is.
    let wants = |_: &Drawing| *plan != Plan::default();
    let mut several = Several::read(files, (wish.language, kept), &wants, progress)?;
    if several.heeded == 0 && *plan != Plan::default() {
        several.decide_first(plan);
    }
    several.finish(wish.language)
}

/// Files on their way to be one.
#[derive(Debug)]
pub(crate) struct Several {
    files: Vec<(String, File)>,
    /// The file that is looked at next, or now.
    at: usize,
    /// Readings that are remembered.
    kept: Kept,
    /// Readings that were decided of these files, remembered or not.
    used: Kept,
    /// How many files were read as a remembered reading says.
    heeded: usize,
}

/// One of several files.
#[derive(Debug)]
enum File {
    /// It is read, and its cells are let go.
    Read(Box<Imported>),
    /// It is read, and what is decided of another may yet change how.
    Waiting(Box<Drawing>),
    /// A person looks at it.
    Drawn,
}

impl Several {
    /// Reads the files; from the first that a person wants to look at they are kept with their cells.
    pub(crate) fn read<S: Source>(
        files: Vec<(String, S)>,
        (language, kept): (Language, Kept),
        wants: &dyn Fn(&Drawing) -> bool,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, Refusal> {
        let mut several = Self {
            files: Vec::new(),
            at: 0,
            used: Kept::default(),
            kept,
            heeded: 0,
        };
        let mut is_waiting = false;
        for (name, source) in files {
            let decided = Decided::AsKept(several.kept.clone());
            let drawing = match read::open(&name, source, (language, decided), progress)? {
                Found::Package(_) => return Err(refuse::stands_alone(&name, language)),
                Found::Raw(drawing) => drawing,
            };
            several.heeded += usize::from(drawing.is_as_last());
            let is_wanted = wants(&drawing);
            is_waiting |= is_wanted;
            // Nobody is asked about files of which one is refused in the end.
            let file = if is_wanted || is_waiting && drawing.is_drawable() {
                File::Waiting(drawing)
            } else {
                File::Read(Box::new(drawing.imported(language)?))
            };
            several.files.push((name, file));
        }
        Ok(several)
    }

    /// The next file that a person wants to look at, read as those before it where it is of the same sender.
    pub(crate) fn next(&mut self, wants: &dyn Fn(&Drawing) -> bool) -> Option<Box<Drawing>> {
        let count = self.files.len();
        while let Some((_, file)) = self.files.get_mut(self.at) {
            if let File::Waiting(drawing) = file {
                drawing.follow(&self.used, &self.kept);
                if wants(drawing)
                    && let File::Waiting(mut drawing) = std::mem::replace(file, File::Drawn)
                {
                    drawing.is_one_of((self.at + 1, count));
                    return Some(drawing);
                }
            }
            self.at += 1;
        }
        None
    }

    /// Takes a file back that a person has looked at.
    pub(crate) fn take_back(&mut self, drawing: Box<Drawing>) {
        self.kept = drawing.remembered();
        self.used.remember(drawing.as_decided());
        if let Some((_, file)) = self.files.get_mut(self.at) {
            *file = File::Waiting(drawing);
        }
        self.at += 1;
    }

    /// All readings that are remembered from now on.
    pub(crate) fn remembered(&self) -> String {
        self.kept.to_json()
    }

    fn decide_first(&mut self, plan: &Plan) {
        let mut files = self.files.iter_mut();
        let waiting = files.find_map(|(_, file)| match file {
            File::Waiting(drawing) => Some(drawing),
            File::Read(_) | File::Drawn => None,
        });
        if let Some(drawing) = waiting {
            drawing.read_as(plan.clone());
        }
    }

    /// The files as one.
    pub(crate) fn finish(self, language: Language) -> Result<Imported, Refusal> {
        let mut read = Vec::new();
        for (name, file) in self.files {
            match file {
                File::Read(imported) => read.push((name, *imported)),
                File::Waiting(drawing) => read.push((name, drawing.imported(language)?)),
                File::Drawn => {}
            }
        }
        Ok(put_together(read, language))
    }
}

/// Files that were read, as one; what is said of several of them is said once.
fn put_together(mut files: Vec<(String, Imported)>, language: Language) -> Imported {
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
