//! The sheets of a document, cell by cell as the XML is read.

use std::collections::BTreeSet;
use std::io::BufRead;

use super::events::{Events, Met, Name};
use super::malformed;
use super::row::Row;
use super::value::value;
use crate::{FormatError, Limits, Merged, Reason, Sheet, SheetBuilder, Warning, What};

/// A document being read.
pub(super) struct Content<'a, R> {
    events: Events<R>,
    limits: &'a Limits,
    /// Styles of sheets that are not shown.
    hidden_styles: BTreeSet<String>,
    style: String,
    cell_count: u64,
    pub(super) warnings: Vec<Warning>,
}

/// Rows of a sheet in LibreOffice.
const MOST_ROWS: usize = 1 << 20;
/// Rows after which progress is told.
const STEP: usize = 1_000;

impl<'a, R: BufRead> Content<'a, R> {
    pub(super) fn new(xml: R, limits: &'a Limits) -> Self {
        Self {
            events: Events::new(xml),
            limits,
            hidden_styles: BTreeSet::new(),
            style: String::new(),
            cell_count: 0,
            warnings: Vec::new(),
        }
    }

    pub(super) fn sheets(&mut self, told: &mut dyn FnMut(u64)) -> Result<Vec<Sheet>, FormatError> {
        let (mut sheets, mut count) = (Vec::new(), 0);
        loop {
            match self.events.next()? {
                Met::Open(Name::Style) => {
                    self.events
                        .attributes
                        .get("style:name")
                        .clone_into(&mut self.style);
                }
                Met::Open(Name::TableProperties) => {
                    if self.events.attributes.get("table:display") == "false" {
                        self.hidden_styles.insert(std::mem::take(&mut self.style));
                    }
                }
                Met::Open(Name::Table) => {
                    count += 1;
                    self.limits.check(What::Sheets, count)?;
                    sheets.extend(self.sheet(told)?);
                }
                Met::Letters => self.events.letters.clear(),
                Met::End => return Ok(sheets),
                Met::Open(_) | Met::Close(_) => {}
            }
        }
    }

    /// A sheet; none when it is a copy of one in another file.
    fn sheet(&mut self, told: &mut dyn FnMut(u64)) -> Result<Option<Sheet>, FormatError> {
        let attributes = &self.events.attributes;
        let mut builder = SheetBuilder::new(attributes.get("table:name"), self.limits);
        if self
            .hidden_styles
            .contains(attributes.get("table:style-name"))
        {
            builder.hide();
        }
        let (mut is_copy, mut row, mut column) = (false, 0, 0);
        loop {
            match self.events.next()? {
                Met::Open(Name::Source) => is_copy = true,
                Met::Open(Name::Column) => {
                    let count = self.repeated("table:number-columns-repeated");
                    if self.is_hidden() {
                        builder.hide_columns(column, column.saturating_add(count - 1));
                    }
                    column = column.saturating_add(count);
                }
                Met::Open(Name::Row) => {
                    let count = self.row(row, &mut builder)?;
                    row = row.saturating_add(count);
                    if row % STEP < count {
                        told(self.events.position());
                    }
                }
                Met::Close(Name::Table) => break,
                Met::Letters => self.events.letters.clear(),
                Met::End => return Err(malformed(Reason::Truncated)),
                Met::Open(_) | Met::Close(_) => {}
            }
        }
        let sheet = builder.finish();
        if is_copy {
            if !self.warnings.contains(&Warning::ExternalLinks) {
                self.warnings.push(Warning::ExternalLinks);
            }
            return Ok(None);
        }
        self.cell_count += sheet.cell_count() as u64;
        self.limits.check(What::Cells, self.cell_count)?;
        self.warnings.extend(sheet.warnings());
        Ok(Some(sheet))
    }

    /// Reads a row; how many rows it stands for.
    fn row(&mut self, number: usize, builder: &mut SheetBuilder) -> Result<usize, FormatError> {
        let count = self.repeated("table:number-rows-repeated");
        if self.is_hidden() {
            builder.hide_rows(number, number.saturating_add(count - 1));
        }
        let mut row = Row::new(number, count);
        loop {
            match self.events.next()? {
                Met::Open(Name::Cell) => self.cell(&mut row, builder)?,
                Met::Close(Name::Row) => break,
                Met::End => return Err(malformed(Reason::Truncated)),
                _ => {}
            }
        }
        row.repeat(self.limits, builder)?;
        Ok(count)
    }

    fn cell(&mut self, row: &mut Row, builder: &mut SheetBuilder) -> Result<(), FormatError> {
        let attributes = std::mem::take(&mut self.events.attributes);
        let count = attributes.count("table:number-columns-repeated").max(1);
        self.text()?;
        let text = std::mem::take(&mut self.events.letters);
        let cell = value(&attributes, &text)?;
        if cell.is_empty() && !attributes.get("table:formula").is_empty() {
            let has_type = !attributes.get("office:value-type").is_empty();
            if !has_type {
                builder.lacks_value(row.number, row.column);
            }
        }
        if !cell.is_empty() {
            within_sheet(row.number, row.rows)?;
        }
        merge(row, &attributes, builder);
        row.push((cell, count), builder)?;
        self.events.letters = text;
        self.events.letters.clear();
        self.events.attributes = attributes;
        Ok(())
    }

    /// Reads up to the end of a cell; its text is left among the letters, paragraphs on lines of their own.
    fn text(&mut self) -> Result<(), FormatError> {
        let mut text = String::new();
        let (mut paragraphs, mut is_inside) = (0, false);
        self.events.letters.clear();
        loop {
            let met = self.events.next()?;
            if is_inside {
                text.push_str(&self.events.letters);
            }
            self.events.letters.clear();
            match met {
                Met::Open(Name::Paragraph) => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                    is_inside = true;
                }
                Met::Close(Name::Paragraph) => is_inside = false,
                Met::Open(Name::Space) => {
                    let count = self.events.attributes.count("text:c") as u64;
                    self.limits
                        .check(What::FieldBytes, count.saturating_add(text.len() as u64))?;
                    text.extend((0..count).map(|_| ' '));
                }
                Met::Open(Name::Tab) => text.push('\t'),
                Met::Open(Name::Break) => text.push('\n'),
                Met::Close(Name::Cell) => break,
                Met::End => return Err(malformed(Reason::Truncated)),
                _ => {}
            }
        }
        self.events.letters = text;
        Ok(())
    }

    fn repeated(&self, name: &str) -> usize {
        self.events.attributes.count(name).max(1)
    }

    fn is_hidden(&self) -> bool {
        let visibility = self.events.attributes.get("table:visibility");
        matches!(visibility, "collapse" | "filter")
    }
}

/// A row with cells that stands beyond the last row.
fn within_sheet(row: usize, rows: usize) -> Result<(), FormatError> {
    let found = row.saturating_add(rows);
    if found <= MOST_ROWS {
        return Ok(());
    }
    Err(FormatError::TooLarge {
        what: What::Rows,
        found: found as u64,
        limit: MOST_ROWS as u64,
    })
}

fn merge(row: &Row, attributes: &super::events::Attributes, builder: &mut SheetBuilder) {
    let columns = attributes.count("table:number-columns-spanned").max(1);
    let rows = attributes.count("table:number-rows-spanned").max(1);
    if (columns, rows) != (1, 1) {
        builder.merge(Merged {
            first_row: row.number,
            first_column: row.column,
            last_row: row.number.saturating_add(rows - 1),
            last_column: row.column.saturating_add(columns - 1),
        });
    }
}
