//! The Excel edition of the key figures, laid out as such workbooks are handed out: a cover, a sheet for each topic, every sheet another way.

mod cover;
mod long;
mod printed;
mod wide;

use anyhow::Context as _;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use table::Table;

use printed::Printed;

/// The sign for a preliminary number, beside its year.
const STAR: &str = "*";

/// A cell to write.
enum Entry {
    Empty,
    Text(String),
    Number(f64),
}

/// The workbook's bytes.
pub(crate) fn bytes(tables: &[Table]) -> anyhow::Result<Vec<u8>> {
    let find = |name: &str| {
        let table = tables.iter().find(|table| table.name() == name);
        table
            .map(Printed::new)
            .with_context(|| format!("the package has no table {name}"))
    };
    let mut workbook = Workbook::new();
    // The writer would put today's date.
    let made = ExcelDateTime::from_ymd(2026, 9, 10)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_author("Demoudgiver")
            .set_creation_datetime(&made),
    );
    cover::write(sheet(&mut workbook, "Forside")?)?;
    wide::hospital(sheet(&mut workbook, "1 Hospital")?, &find("hospital")?)?;
    wide::preventable(
        sheet(&mut workbook, "2 Forebyggelige")?,
        &find("forebyggelige")?,
    )?;
    wide::money(
        sheet(&mut workbook, "3 Finansiering")?,
        &find("finansiering")?,
    )?;
    long::across(sheet(&mut workbook, "4 På tværs")?, &find("paa_tvaers")?)?;
    long::personnel(sheet(&mut workbook, "5 Personale")?, &find("personale")?)?;
    wide::psychiatry(sheet(&mut workbook, "6 Psykiatri")?, &find("psykiatri")?)?;
    let hidden = sheet(&mut workbook, "beregning")?;
    long::calculation(hidden, &find("befolkning")?)?;
    hidden.set_hidden(true);
    Ok(workbook.save_to_buffer()?)
}

fn sheet<'a>(workbook: &'a mut Workbook, name: &str) -> Result<&'a mut Worksheet, XlsxError> {
    workbook.add_worksheet().set_name(name)
}

/// A sheet that is filled from the top.
struct Page<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
}

impl<'a> Page<'a> {
    fn new(sheet: &'a mut Worksheet) -> Self {
        Self { sheet, row: 0 }
    }

    fn blank(&mut self) {
        self.row += 1;
    }

    /// A row of text in the first column.
    fn title(&mut self, words: &str, format: &Format) -> Result<(), XlsxError> {
        self.sheet
            .write_string_with_format(self.row, 0, words, format)?;
        self.row += 1;
        Ok(())
    }

    /// A row of cells.
    fn line(&mut self, entries: &[Entry]) -> Result<(), XlsxError> {
        for (column, entry) in (0_u16..).zip(entries) {
            match entry {
                Entry::Empty => {}
                Entry::Text(words) => {
                    self.sheet.write_string(self.row, column, words)?;
                }
                Entry::Number(number) => {
                    self.sheet.write_number(self.row, column, *number)?;
                }
            }
        }
        self.row += 1;
        Ok(())
    }

    /// Footnotes under a blank row.
    fn footnotes(&mut self, notes: &[&str]) -> Result<(), XlsxError> {
        self.blank();
        notes
            .iter()
            .try_for_each(|note| self.title(note, &Format::new().set_font_size(9)))
    }
}

fn text(words: impl Into<String>) -> Entry {
    Entry::Text(words.into())
}

/// The heading of a year; the newest has a star.
fn heading(year: &str) -> String {
    let star = if year == super::axes::PRELIMINARY {
        STAR
    } else {
        ""
    };
    format!("{year}{star}")
}
