//! Tables as a workbook of Excel, a sheet a table: numbers are numbers, dates are dates, and no text is ever a formula.

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use table::{Member, Role, Table};

use super::columns::{Column, Field, columns, is_labelled};
use super::sheet_names::sheet_names;
use super::{Convention, declaration};
use crate::{Format as FileFormat, FormatError, Limits, Place, Reason, What};

/// Words of the sheet that explains the others, in the language of the workbook.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'w> {
    /// The name of the sheet.
    pub declaration: &'w str,
    /// What stands beside a title.
    pub title: &'w str,
    /// What stands beside a note on a whole table.
    pub note: &'w str,
    /// The heading over the signs.
    pub signs: &'w str,
    /// What the heading of a column of codes says after the name of the dimension.
    pub code: &'w str,
    /// What a cell is that was withheld.
    pub hidden: &'w str,
    /// What a cell is that was not reported.
    pub missing: &'w str,
    /// What a cell is that cannot exist.
    pub not_applicable: &'w str,
}

/// Rows of a sheet in Excel, with the header.
const MOST_ROWS: u64 = 1 << 20;
/// Columns of a sheet in Excel.
const MOST_COLUMNS: u64 = 1 << 14;
/// Letters of a cell in Excel.
const LONGEST_TEXT: usize = 32_767;
/// Letters after which a column is wide enough.
const WIDEST: usize = 48;
/// Letters a number has room for.
const NUMBER_WIDTH: usize = 12;
/// Whole numbers from here on are not all doubles.
const EXACT: u64 = 1 << 53;

/// A workbook with a sheet for each table, and one that explains them.
///
/// # Errors
/// When a table has more rows, or a text more letters, than Excel holds.
pub fn xlsx(
    tables: &[Table],
    wording: &Wording<'_>,
    convention: Convention,
) -> Result<Vec<u8>, FormatError> {
    let mut workbook = Workbook::new();
    let titles = tables.iter().map(Table::name);
    let names = sheet_names(titles.chain([wording.declaration]));
    for (name, table) in names.iter().zip(tables) {
        within_excel(table, convention)?;
        let sheet = workbook.add_worksheet();
        let written = sheet.set_name(name).and_then(|sheet| {
            let written = Written {
                table,
                wording,
                convention,
            };
            written.write(sheet)
        });
        written.map_err(|error| refused(&error, name))?;
    }
    let described: Vec<_> = names.iter().map(String::as_str).zip(tables).collect();
    let name = names.last().map_or(wording.declaration, String::as_str);
    let sheet = workbook.add_worksheet();
    let written = sheet
        .set_name(name)
        .and_then(|sheet| declaration::write(sheet, &described, (wording, convention)));
    written.map_err(|error| refused(&error, name))?;
    let saved = workbook.save_to_buffer();
    saved.map_err(|error| refused(&error, ""))
}

fn within_excel(table: &Table, convention: Convention) -> Result<(), FormatError> {
    let rows = Limits::default().with(What::Rows, MOST_ROWS - 1);
    rows.check(What::Rows, table.row_count() as u64)?;
    let columns_limit = Limits::default().with(What::Columns, MOST_COLUMNS);
    columns_limit.check(What::Columns, columns(table, convention).len() as u64)
}

fn refused(error: &XlsxError, sheet: &str) -> FormatError {
    if matches!(error, XlsxError::MaxStringLengthExceeded) {
        let limit = LONGEST_TEXT as u64;
        let what = What::TextBytes;
        return FormatError::TooLarge {
            what,
            found: limit + 1,
            limit,
        };
    }
    let reason = Reason::Other(error.to_string());
    FormatError::malformed(FileFormat::Xlsx, Place::sheet(sheet), reason)
}

/// A text, if a cell can hold it.
pub(super) fn written(text: &str) -> Result<&str, XlsxError> {
    // No text of fewer bytes has more letters.
    if text.len() > LONGEST_TEXT && text.encode_utf16().count() > LONGEST_TEXT {
        return Err(XlsxError::MaxStringLengthExceeded);
    }
    Ok(text)
}

/// A table being written.
struct Written<'a> {
    table: &'a Table,
    wording: &'a Wording<'a>,
    convention: Convention,
}

impl Written<'_> {
    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let header = Format::new().set_bold().set_text_wrap();
        let header = header.set_align(FormatAlign::Top);
        let columns = columns(self.table, self.convention);
        for (number, column) in (0_u16..).zip(&columns) {
            let heading = self.heading(*column);
            sheet.write_string_with_format(0, number, written(&heading)?, &header)?;
            sheet.set_column_width(number, width(self.width(*column, &heading)))?;
            self.column(sheet, number, *column)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        let last = u32::try_from(self.table.row_count()).unwrap_or(u32::MAX);
        match u16::try_from(columns.len())
            .ok()
            .and_then(|count| count.checked_sub(1))
        {
            Some(column) if last > 0 => sheet.autofilter(0, 0, last, column).map(|_| ()),
            _ => Ok(()),
        }
    }

    fn column(
        &self,
        sheet: &mut Worksheet,
        number: u16,
        column: Column<'_>,
    ) -> Result<(), XlsxError> {
        let format = number_format(column);
        let sign = Format::new().set_align(FormatAlign::Right);
        for (at, row) in (1_u32..).zip(0..self.table.row_count()) {
            match column.field(row, self.convention) {
                Field::Blank => {}
                Field::Text(text) => self.member(sheet, (at, number), (column, text))?,
                Field::Sign(text) => {
                    sheet.write_string_with_format(at, number, text, &sign)?;
                }
                Field::Float(value) => {
                    sheet.write_number_with_format(at, number, value, &format)?;
                }
                Field::Exact(digits, decimals) => match double(digits, decimals) {
                    Some(value) => {
                        sheet.write_number_with_format(at, number, value, &format)?;
                    }
                    None => {
                        let text = digits.to_string();
                        sheet.write_string_with_format(at, number, text, &sign)?;
                    }
                },
            }
        }
        Ok(())
    }

    /// Days are dates and years are numbers; all other members are texts, whatever they look like.
    fn member(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        (kind, text): (Column<'_>, &str),
    ) -> Result<(), XlsxError> {
        let is_time = matches!(kind, Column::Code(it) if it.dimension.role == Role::Time);
        if is_time && let Some(day) = day(text) {
            let format = Format::new().set_num_format("yyyy-mm-dd");
            sheet.write_datetime_with_format(row, column, day, &format)?;
        } else if is_time && is_year(text) {
            sheet.write_number(row, column, text.parse::<u16>().unwrap_or(0))?;
        } else {
            sheet.write_string(row, column, written(text)?)?;
        }
        Ok(())
    }

    fn heading(&self, column: Column<'_>) -> String {
        let words = |text, name: &str| {
            let words = self.convention.words(text);
            if words.is_empty() {
                name.to_owned()
            } else {
                words.to_owned()
            }
        };
        match column {
            Column::Label(it) => words(&it.dimension.label, &it.dimension.name),
            Column::Code(it) if is_labelled(it, self.convention) => {
                let label = words(&it.dimension.label, &it.dimension.name);
                format!("{label} ({})", self.wording.code)
            }
            Column::Code(it) => words(&it.dimension.label, &it.dimension.name),
            Column::Measure(it) => {
                let label = words(&it.measure.label, &it.measure.name);
                match self.convention.words(&it.measure.unit) {
                    "" => label,
                    unit => format!("{label} ({unit})"),
                }
            }
        }
    }

    fn width(&self, column: Column<'_>, heading: &str) -> usize {
        let longest = |text: fn(&Member, Convention) -> &str, members: &[Member]| {
            let lengths = members
                .iter()
                .map(|it| text(it, self.convention).chars().count());
            lengths.max().unwrap_or(0)
        };
        let content = match column {
            Column::Code(it) => longest(|it, _| &it.code, &it.dimension.members),
            Column::Label(it) => longest(|it, how| how.words(&it.label), &it.dimension.members),
            Column::Measure(_) => NUMBER_WIDTH,
        };
        // A heading may go over two lines.
        content.max(heading.chars().count().div_ceil(2)) + 2
    }
}

fn width(letters: usize) -> f64 {
    let letters = letters.min(WIDEST);
    u8::try_from(letters).map_or(0.0, f64::from)
}

/// How numbers are shown: with the decimals the publisher shows.
fn number_format(column: Column<'_>) -> Format {
    let decimals = match column {
        Column::Measure(column) => column.measure.decimals,
        Column::Code(_) | Column::Label(_) => 0,
    };
    let shown = match decimals {
        0 => "#,##0".to_owned(),
        _ => format!("#,##0.{}", "0".repeat(decimals.into())),
    };
    Format::new().set_num_format(shown)
}

/// A number as Excel keeps it; none where digits would be lost.
pub(super) fn double(digits: i64, decimals: u8) -> Option<f64> {
    (digits.unsigned_abs() <= EXACT).then_some(())?;
    #[expect(clippy::cast_precision_loss, reason = "not beyond 2^53")]
    let whole = digits as f64;
    Some(whole / 10_f64.powi(decimals.into()))
}

fn day(text: &str) -> Option<ExcelDateTime> {
    let is_day = text.len() == 10 && text.bytes().filter(|it| *it == b'-').count() == 2;
    is_day.then_some(())?;
    ExcelDateTime::parse_from_str(text).ok()
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.starts_with(['1', '2']) && text.bytes().all(|it| it.is_ascii_digit())
}
