//! From the bytes of a file to its tables, with what there is to say about them.

use formats::{Format, FormatError, Limits, Opened, Source};
use protocol::facts::Facts;
use protocol::message::{Notice, Progress, Refusal, Weight};
use protocol::state;
use reading::words::{self, Language, Refused, Said, Step};
use table::Table;

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
    if is_package(name, &source) {
        let opened = opening::package(name, &source, language, progress)?;
        drop(source);
        return Ok(Imported {
            facts: Some(opened.facts),
            tables: in_runs(opened.tables),
            notices: opened.notices,
        });
    }
    let mut steps = Told {
        language: spoken(language),
        progress,
        percent: u64::MAX,
    };
    let opened = opened(name, &source, &mut steps);
    drop(source);
    understood(name, opened?, steps)
}

/// Bytes from which a package is told: the head of its first member, with the member's name.
const HEAD_BYTES: usize = 64;

fn is_package(name: &str, source: &dyn Source) -> bool {
    let mut head = [0; HEAD_BYTES];
    name.to_lowercase().ends_with(".snit")
        || source.read_at(0, &mut head).is_some()
            && formats::detect(name, &head) == Ok(Format::Package)
}

/// The tables as they are handed over: in runs, and what follows from another column looked up.
fn in_runs(tables: Vec<Table>) -> Vec<Table> {
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

fn understood(name: &str, opened: Opened, mut steps: Told<'_>) -> Result<Imported, Refusal> {
    let language = steps.language;
    steps.step(Step::Understanding, 0, 0);
    let reading = reading::read(name, opened.content);
    if reading.tables.is_empty() {
        return Err(refusal(words::no_table(name, language)));
    }
    let told = words::told(&reading, &opened.warnings, language);
    let notices = told.into_iter().map(said).collect();
    steps.step(Step::Packing, 0, 0);
    Ok(Imported {
        facts: None,
        tables: in_runs(reading.tables),
        notices,
    })
}

/// That a file was not read, in words.
pub(crate) fn unread(name: &str, error: &FormatError, language: state::Language) -> Refusal {
    refusal(words::refusal(error, name, spoken(language)))
}

fn spoken(language: state::Language) -> Language {
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

fn said(said: Said) -> Notice {
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
