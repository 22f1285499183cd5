//! A column of a grid on its way: texts as long as they repeat, figures where they do not.

use table::statistics::BLOCK_ROWS;
use table::{CodePart, Codes, IntegerPart, Integers};

use super::dictionary::Dictionary;
use super::fields::{Marks, PADDING};
use super::figure;
use crate::grid::{BLANK, ODD};

/// Rows of a run, the same in every column.
const RUN: usize = 4 * BLOCK_ROWS;
/// Rows after which they are kept in fewer bytes than they come in.
const STAGE: usize = BLOCK_ROWS / 4;
/// With more different texts than this a column of numbers is better kept as numbers.
const MANY: usize = 4096;
/// Odd fields of a column of figures: fewer than one row in so many, once there are some.
const RARELY: usize = 8;
const SOME: usize = 4096;

/// A column so far.
pub(super) enum Column {
    Texts(Texts),
    Figures(Figures),
}

/// Texts and the numbers of those that the rows have.
pub(super) struct Texts {
    pub(super) dictionary: Dictionary,
    /// The rows of the stage, those of the run before them, and the runs before it.
    stage: Vec<u32>,
    staged: Vec<CodePart>,
    parts: Vec<CodePart>,
    /// From so many different texts on it is asked whether they are figures.
    many: usize,
}

/// Digits and places, and what is no figure.
pub(super) struct Figures {
    /// The texts that were met before the column was known to hold figures.
    pub(super) first: Dictionary,
    pub(super) mark: Option<u8>,
    pub(super) odd: Dictionary,
    pub(super) odd_rows: Vec<(usize, usize)>,
    pub(super) places: Vec<Vec<u8>>,
    run: Vec<u8>,
    /// The digits of the stage, those of the run before them, and the runs before it.
    digits: Vec<i64>,
    staged: Vec<IntegerPart>,
    parts: Vec<IntegerPart>,
}

impl Column {
    pub(super) fn new() -> Self {
        Self::Texts(Texts {
            dictionary: Dictionary::new(),
            stage: Vec::new(),
            staged: Vec::new(),
            parts: Vec::new(),
            many: MANY,
        })
    }

    /// Takes the field that begins here; where it ends. None when it is not plain, or the column has become too much.
    #[inline]
    pub(super) fn take(&mut self, bytes: &[u8], start: usize, marks: Marks) -> Option<usize> {
        match self {
            Self::Texts(texts) => {
                let (number, end) = texts.dictionary.take(bytes, start, marks)?;
                texts.stage.push(number);
                if texts.dictionary.len() > texts.many {
                    self.look_for_figures()?;
                }
                Some(end)
            }
            Self::Figures(figures) => figures.take(bytes, start, marks),
        }
    }

    /// After some lines, of which there are so many so far.
    pub(super) fn end_stage(&mut self, rows: usize) {
        let is_run = rows.is_multiple_of(RUN);
        match self {
            Self::Texts(texts) if is_run => texts.end_run(),
            Self::Texts(texts) => texts.end_stage(),
            Self::Figures(figures) if is_run => figures.end_run(),
            Self::Figures(figures) => figures.end_stage(),
        }
    }

    #[cold]
    fn look_for_figures(&mut self) -> Option<()> {
        let Self::Texts(texts) = self else {
            return Some(());
        };
        match texts.as_figures() {
            Some(figures) => *self = Self::Figures(figures?),
            None => texts.many = usize::MAX,
        }
        Some(())
    }
}

/// Whether a stage ends after so many rows.
pub(super) fn is_stage(rows: usize) -> bool {
    rows.is_multiple_of(STAGE)
}

impl Texts {
    fn end_stage(&mut self) {
        if !self.stage.is_empty() {
            let stage = packed(&self.stage, self.dictionary.len());
            self.staged.push(stage);
            self.stage.clear();
        }
    }

    fn end_run(&mut self) {
        self.end_stage();
        let mut staged = std::mem::take(&mut self.staged);
        if staged.len() < 2 {
            self.parts.append(&mut staged);
        } else {
            let run: Vec<u32> = staged.iter().flat_map(CodePart::to_vec).collect();
            self.parts.push(packed(&run, self.dictionary.len()));
        }
    }

    pub(super) fn into_rows(mut self) -> (Dictionary, Codes) {
        self.end_run();
        (self.dictionary, Codes::from_parts(self.parts))
    }

    /// The same as figures, if most of the texts are such; inside, none when they cannot be kept so.
    fn as_figures(&self) -> Option<Option<Figures>> {
        let texts = self.dictionary.texts();
        let as_field = |text: &[u8]| [text, b"\n", &[0; PADDING]].concat();
        let fields: Vec<Vec<u8>> = texts.iter().map(|text| as_field(text)).collect();
        let is_figure = |field: &&Vec<u8>| {
            let taken = figure::take(field, 0);
            taken.is_some_and(|taken| taken.end + 1 + PADDING == field.len())
        };
        let count = fields.iter().filter(is_figure).count();
        if count * RARELY < fields.len() * (RARELY - 1) {
            return None;
        }
        let mut figures = Figures::new(self.dictionary.clone());
        let runs = self.parts.iter().map(CodePart::to_vec);
        for run in runs {
            let taken = figures.take_all(&run, &fields);
            figures.end_run();
            if taken.is_none() {
                return Some(None);
            }
        }
        for stage in self.staged.iter().map(CodePart::to_vec) {
            if figures.take_all(&stage, &fields).is_none() {
                return Some(None);
            }
            figures.end_stage();
        }
        Some(figures.take_all(&self.stage, &fields).map(|()| figures))
    }
}

fn packed(run: &[u32], count: usize) -> CodePart {
    let (run, count) = (run.iter().copied(), count);
    if count <= usize::from(u8::MAX) {
        CodePart::U8(
            run.map(|text| u8::try_from(text).unwrap_or(u8::MAX))
                .collect(),
        )
    } else if count <= usize::from(u16::MAX) {
        CodePart::U16(
            run.map(|text| u16::try_from(text).unwrap_or(u16::MAX))
                .collect(),
        )
    } else {
        CodePart::U32(run.collect())
    }
}

impl Figures {
    fn new(first: Dictionary) -> Self {
        Self {
            first,
            mark: None,
            odd: Dictionary::new(),
            odd_rows: Vec::new(),
            places: Vec::new(),
            run: Vec::new(),
            digits: Vec::new(),
            staged: Vec::new(),
            parts: Vec::new(),
        }
    }

    fn take_all(&mut self, run: &[u32], fields: &[Vec<u8>]) -> Option<()> {
        for text in run {
            let field = fields.get(*text as usize)?;
            let text = field.get(..field.len() - PADDING - 1)?;
            match figure::take(field, 0).filter(|taken| taken.end == text.len()) {
                Some(taken) if self.agrees(taken) => self.push(taken.digits, taken.places),
                _ => self.push_text(text)?,
            }
        }
        Some(())
    }

    #[inline]
    fn take(&mut self, bytes: &[u8], start: usize, marks: Marks) -> Option<usize> {
        let quote = usize::from(bytes.get(start) == Some(&b'"'));
        if let Some(taken) = figure::take(bytes, start + quote)
            && (quote == 0 || bytes.get(taken.end) == Some(&b'"'))
            && bytes
                .get(taken.end + quote)
                .is_some_and(|byte| marks.ends(*byte))
            && self.agrees(taken)
        {
            self.push(taken.digits, taken.places);
            return Some(taken.end + quote);
        }
        let (text, end) = marks.field(bytes, start)?;
        self.push_text(&text)?;
        Some(end)
    }

    /// Whether the figure has the mark that all have.
    #[inline]
    fn agrees(&mut self, taken: figure::Taken) -> bool {
        taken.places == 0 || *self.mark.get_or_insert(taken.mark) == taken.mark
    }

    #[inline]
    fn push(&mut self, digits: i64, places: u8) {
        self.digits.push(digits);
        self.run.push(places);
    }

    fn push_text(&mut self, text: &[u8]) -> Option<()> {
        if text.is_empty() {
            self.push(0, BLANK);
            return Some(());
        }
        let row = self.places.iter().map(Vec::len).sum::<usize>() + self.run.len();
        let number = self.odd.number(text)?;
        self.odd_rows.push((row, usize::try_from(number).ok()?));
        self.push(0, ODD);
        (self.odd_rows.len() < SOME + row / RARELY).then_some(())
    }

    fn end_stage(&mut self) {
        if !self.digits.is_empty() {
            self.staged.push(IntegerPart::narrow(&self.digits));
            self.digits.clear();
        }
    }

    fn end_run(&mut self) {
        if self.run.is_empty() {
            return;
        }
        self.end_stage();
        let mut staged = std::mem::take(&mut self.staged);
        if staged.len() < 2 {
            self.parts.append(&mut staged);
        } else {
            let run: Vec<i64> = staged.iter().flat_map(IntegerPart::to_vec).collect();
            self.parts.push(IntegerPart::narrow(&run));
        }
        self.places.push(std::mem::take(&mut self.run));
    }

    pub(super) fn end(&mut self) -> Integers {
        self.end_run();
        Integers::from_parts(std::mem::take(&mut self.parts))
    }
}
