//! From the bytes of a file to its tables, with what there is to say about them.

use formats::{Format, FormatError, Limits, Opened, Source};
use protocol::facts::Facts;
use protocol::message::{Notice, Progress, Refusal, Weight};
use protocol::state;
use reading::words::{self, Language, Refused, Said, Step};
use reading::{Applied, Plan};
use table::Table;

use crate::drawing::Drawing;
use crate::kept::Kept;
use crate::opening;

/// A file, read and understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// What a package says of itself; none for any other file.
    pub facts: Option<Facts>,
    /// The tables, their rows in runs.
    pub tables: Vec<Table>,
    /// What there is to say, in words.
    pub notices: Vec<Notice>,
    /// How a file that is no package was read; its tables are above.
    pub applied: Option<Box<Applied>>,
}

/// How a file is to be read.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// The language of what is said.
    pub language: state::Language,
    /// What is decided already.
    pub plan: &'a Plan,
}

/// Reads a file of any format, a package or any other; the file is let go as soon as its bytes are of no more use.
///
/// # Errors
/// When the file cannot be read or holds no table: what happened, where, and what to do.
pub fn read_file<S: Source>(
    name: &str,
    source: S,
    language: state::Language,
    progress: &mut dyn FnMut(Progress),
) -> Result<Imported, Refusal> {
    let plan = &Plan::default();
    read_file_with(name, source, Wish { language, plan }, progress)
}

/// Reads a file as a plan decides; a package has nothing to decide.
///
/// # Errors
/// When the file cannot be read or holds no table.
pub fn read_file_with<S: Source>(
    name: &str,
    source: S,
    wish: Wish<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Imported, Refusal> {
    let decided = Decided::By(wish.plan.clone());
    match open(name, source, (wish.language, decided), progress)? {
        Found::Package(imported) => Ok(*imported),
        Found::Raw(drawing) => drawing.imported(wish.language),
    }
}

/// What is decided of a raw file before it is read.
#[derive(Clone, Debug)]
pub(crate) enum Decided {
    /// What a plan says.
    By(Plan),
    /// What was decided of the last file of its sender.
    AsKept(Kept),
}

/// What a file turned out to be.
#[derive(Debug)]
pub(crate) enum Found {
    /// A package, opened.
    Package(Box<Imported>),
    /// Any other file.
    Raw(Box<Drawing>),
}

/// Reads a file of any format; a package has nothing to decide.
pub(crate) fn open<S: Source>(
    name: &str,
    source: S,
    (language, decided): (state::Language, Decided),
    progress: &mut dyn FnMut(Progress),
) -> Result<Found, Refusal> {
    if is_package(name, &source) {
        let opened = opening::package(name, &source, language, progress)?;
        drop(source);
        return Ok(Found::Package(Box::new(Imported {
            facts: Some(opened.facts),
            tables: in_runs(opened.tables),
            notices: opened.notices,
            applied: None,
        })));
    }
    let mut steps = Told {
        language: words_in(language),
        progress,
        percent: u64::MAX,
    };
    let opened = opened(name, &source, &mut steps);
    drop(source);
    let opened = opened?;
    steps.step(Step::Understanding, 0, 0);
    let drawing = Drawing::begin(name, opened, decided);
    steps.step(Step::Packing, 0, 0);
    Ok(Found::Raw(Box::new(drawing)))
}

/// Bytes from which a package is told: the head of its first member, with the member's name.
const HEAD_BYTES: usize = 64;

fn is_package(name: &str, source: &dyn Source) -> bool {
    let mut head = [0; HEAD_BYTES];
    name.to_lowercase().ends_with(".snit")
        || source.read_at(0, &mut head).is_some()
            && formats::detect(name, &head) == Ok(Format::Package)
            && !formats::data_package::is_one(source)
}

/// The tables as they are handed over: in runs, and what follows from another column looked up.
pub(crate) fn in_runs(tables: Vec<Table>) -> Vec<Table> {
    let in_runs = |table: Table| table.in_parts().derived();
    tables.into_iter().map(in_runs).collect()
}

fn opened(name: &str, source: &dyn Source, told: &mut Told<'_>) -> Result<Opened, Refusal> {
    let language = told.language;
    let mut report =
        |progress: formats::Progress| told.step(Step::Reading, progress.done, progress.total);
    let opened = formats::open(name, source, &Limits::default(), &mut report);
    opened.map_err(|error| refusal(words::refusal(&error, name, language)))
}

/// That a file was not read, in words.
pub(crate) fn unread(name: &str, error: &FormatError, language: state::Language) -> Refusal {
    refusal(words::refusal(error, name, words_in(language)))
}

/// That no table comes of a file, in words.
pub(crate) fn no_table(name: &str, language: state::Language) -> Refusal {
    refusal(words::no_table(name, words_in(language)))
}

/// The words' language for a message's.
pub(crate) fn words_in(language: state::Language) -> Language {
    match language {
        state::Language::Da => Language::Danish,
        state::Language::En => Language::English,
    }
}

/// Progress in words, told once for each hundredth.
struct Told<'a> {
    language: Language,
    progress: &'a mut dyn FnMut(Progress),
    percent: u64,
}

impl Told<'_> {
    fn step(&mut self, step: Step, done: u64, total: u64) {
        let percent = done.saturating_mul(100).checked_div(total).unwrap_or(0);
        if step == Step::Reading && percent == self.percent {
            return;
        }
        self.percent = percent;
        let step = words::step(step, self.language).to_owned();
        (self.progress)(Progress { step, done, total });
    }
}

/// A remark of a reading as the page shows it.
pub(crate) fn said(said: Said) -> Notice {
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

#[cfg(test)]
mod tests;
