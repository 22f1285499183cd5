//! The sheet that says what the others hold: columns, signs and notes.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};
use table::{Status, Table};

use super::workbook::{Wording, written};
use super::{Convention, sign};

/// Widths of its two columns, in letters.
const WIDTHS: [f64; 2] = [34.0, 90.0];

/// Writes the sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    tables: &[(&str, &Table)],
    (wording, convention): (&Wording<'_>, Convention),
) -> Result<(), XlsxError> {
    let mut page = Page {
        sheet,
        row: 0,
        bold: Format::new().set_bold(),
        wrapped: Format::new().set_text_wrap().set_align(FormatAlign::Top),
    };
    for (column, width) in (0..).zip(WIDTHS) {
        page.sheet.set_column_width(column, width)?;
    }
    page.heading(wording.declaration)?;
    for (name, table) in tables {
        page.row += 1;
        page.heading(name)?;
        page.line(wording.title, convention.words(table.title()))?;
        columns(&mut page, table, convention)?;
        for note in table.notes() {
            let of = note.column.as_deref().unwrap_or(wording.note);
            page.line(of, convention.words(&note.text))?;
        }
    }
    page.row += 1;
    page.heading(wording.signs)?;
    let meanings = [
        (Status::Hidden, wording.hidden),
        (Status::Missing, wording.missing),
        (Status::NotApplicable, wording.not_applicable),
    ];
    for (status, meaning) in meanings {
        page.line(meaning, sign(status).unwrap_or_default())?;
    }
    Ok(())
}

/// What each column is.
fn columns(page: &mut Page<'_>, table: &Table, convention: Convention) -> Result<(), XlsxError> {
    for column in table.dimensions() {
        let dimension = &column.dimension;
        page.line(&dimension.name, convention.words(&dimension.label))?;
    }
    for column in table.measures() {
        let measure = &column.measure;
        let (label, unit) = (&measure.label, convention.words(&measure.unit));
        let label = convention.words(label);
        let parts = [label, unit].into_iter().filter(|part| !part.is_empty());
        let said = parts.collect::<Vec<_>>().join(" · ");
        page.line(&measure.name, &said)?;
        if !measure.preliminary.is_empty() {
            let periods = measure.preliminary.join(", ");
            page.line("", &format!("* {periods}"))?;
        }
    }
    Ok(())
}

/// A sheet of lines.
struct Page<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    bold: Format,
    wrapped: Format,
}

impl Page<'_> {
    fn heading(&mut self, words: &str) -> Result<(), XlsxError> {
        self.sheet
            .write_string_with_format(self.row, 0, written(words)?, &self.bold)?;
        self.row += 1;
        Ok(())
    }

    fn line(&mut self, name: &str, words: &str) -> Result<(), XlsxError> {
        for (column, text) in (0..).zip([name, words]) {
            if !text.is_empty() {
                let text = written(text)?;
                self.sheet
                    .write_string_with_format(self.row, column, text, &self.wrapped)?;
            }
        }
        self.row += 1;
        Ok(())
    }
}
