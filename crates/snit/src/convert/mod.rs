//! `snit convert`: a file of any format that is read, written in another.

mod target;

use std::path::{Path, PathBuf};

use danish::Language;
use danish::terminal::convert::{Word, does_not_fit, exists, word};
use danish::terminal::{not_written, written};
use formats::export::{self, Convention, Wording};
use formats::{FormatError, arrow, parquet};
use table::Table;

use crate::arguments::Convert;
use crate::failure::Failure;
use crate::query::tell;
use crate::{file, output};
use target::Target;

/// Reads a file and writes its tables; nothing is read when there is nowhere to write.
pub(crate) fn run(asked: &Convert, language: Language) -> Result<(), Failure> {
    let target = target::of(&asked.out, language)?;
    free(&asked.out, asked, language)?;
    let read = file::read(&asked.file, language)?;
    read.imported.notices.iter().for_each(tell);
    let tables = &read.imported.tables;
    let outs = outs(target, &asked.out, tables);
    for (out, _) in &outs {
        free(out, asked, language)?;
    }
    for (out, tables) in outs {
        let bytes = bytes(target, tables, language);
        let bytes = bytes.map_err(|error| refused(&out, &error, language))?;
        let shown = out.to_string_lossy();
        std::fs::write(&out, &bytes).map_err(|_| Failure::Told(not_written(&shown, language)))?;
        let line = written(&shown, bytes.len() as u64, language);
        output::print(&format!("{line}\n"))?;
    }
    Ok(())
}

/// Whether a file may be written there.
fn free(out: &Path, asked: &Convert, language: Language) -> Result<(), Failure> {
    if asked.force || !out.exists() {
        return Ok(());
    }
    Err(Failure::Told(exists(&out.to_string_lossy(), language)))
}

/// Which file gets which tables: a workbook gets all of them, of other files each gets one.
fn outs<'t>(target: Target, out: &Path, tables: &'t [Table]) -> Vec<(PathBuf, &'t [Table])> {
    if target == Target::Workbook || tables.len() == 1 {
        return vec![(out.to_owned(), tables)];
    }
    let names = tables.iter().map(Table::name);
    let outs = target::outs(out, names);
    outs.into_iter().zip(tables.chunks(1)).collect()
}

fn bytes(target: Target, tables: &[Table], language: Language) -> Result<Vec<u8>, FormatError> {
    let convention = match language {
        Language::Da => Convention::Danish,
        Language::En => Convention::English,
    };
    let Some(first) = tables.first() else {
        return Err(FormatError::Empty);
    };
    match target {
        Target::Text => export::csv(first, convention),
        Target::Workbook => export::xlsx(tables, &wording(language), convention),
        Target::Arrow => arrow::write(first),
        Target::Parquet => parquet::write(first),
    }
}

fn wording(language: Language) -> Wording<'static> {
    let of = |wanted| word(wanted, language);
    Wording {
        declaration: of(Word::Declaration),
        title: of(Word::Title),
        note: of(Word::Note),
        signs: of(Word::Signs),
        code: of(Word::Code),
        hidden: of(Word::Hidden),
        missing: of(Word::Missing),
        not_applicable: of(Word::NotApplicable),
    }
}

fn refused(out: &Path, error: &FormatError, language: Language) -> Failure {
    let name = out.to_string_lossy();
    Failure::Told(does_not_fit(&name, &error.to_string(), language))
}
