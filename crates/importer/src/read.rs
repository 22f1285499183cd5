//! From the bytes of a raw file to its tables, packed for the session, with what there is to say about them.

use formats::{Content, FormatError, Limits, Warning};
use protocol::message::{Notice, Progress, Refusal, Weight};
use protocol::state;
use reading::words::{self, Language, Refused, Said, Step};

/// A raw file, read and understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// The tables, as `package::hand_over` packs them.
    pub tables: Vec<u8>,
    /// What there is to say, in words.
    pub notices: Vec<Notice>,
}

/// Reads a raw file of any format.
///
/// # Errors
/// When the file cannot be read or holds no table: what happened, where, and what to do.
pub fn read_file(
    name: &str,
    bytes: Vec<u8>,
    language: state::Language,
    progress: &mut dyn FnMut(Progress),
) -> Result<Imported, Refusal> {
    let language = match language {
        state::Language::Da => Language::Danish,
        state::Language::En => Language::English,
    };
    let refused = |error: FormatError| refusal(words::refusal(&error, name, language));
    let mut steps = Told {
        language,
        progress,
        percent: u64::MAX,
    };
    let (content, warnings) = open(name, bytes, &mut steps).map_err(refused)?;
    steps.step(Step::Understanding, 0, 0);
    let reading = reading::read(name, content);
    if reading.tables.is_empty() {
        return Err(refusal(words::no_table(name, language)));
    }
    let told = words::told(&reading, &warnings, language);
    let notices = told.into_iter().map(said).collect();
    steps.step(Step::Packing, 0, 0);
    let tables = package::hand_over(reading.tables).map_err(|error| Refusal {
        code: error.code().to_owned(),
        ..refusal(words::no_table(name, language))
    })?;
    Ok(Imported { tables, notices })
}

/// The bytes are let go as soon as they are read: two copies of a large file can be too much.
fn open(
    name: &str,
    bytes: Vec<u8>,
    told: &mut Told<'_>,
) -> Result<(Content, Vec<Warning>), FormatError> {
    let mut report =
        |progress: formats::Progress| told.step(Step::Reading, progress.done, progress.total);
    let opened = formats::open(name, &bytes, &Limits::default(), &mut report)?;
    Ok((opened.content, opened.warnings))
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
