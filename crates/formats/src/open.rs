//! From the bytes of any file to sheets or a table.

use table::Table;

use crate::source::reserve;
use crate::{Feature, Format, FormatError, Limits, Progress, Sheet, Source, Warning, What, detect};

/// What a file holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// Sheets of cells, still to be understood.
    Sheets(Vec<Sheet>),
    /// A large text file column by column, still to be understood.
    Grid(crate::Grid),
    /// A table with typed columns, still to be understood.
    Table(Table),
    /// A table that was described when it was written, by us.
    Described(Table),
    /// Tables with typed columns, still to be understood.
    Tables(Vec<Table>),
    /// Tables whose columns have names, labels and units, but whose meaning is still to be understood.
    Labelled(Vec<Table>),
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its format.
    pub format: Format,
    /// What it holds.
    pub content: Content,
    /// What was left out or guessed.
    pub warnings: Vec<Warning>,
}

/// Reads a file of any format this build has; the name only helps to say what is wrong.
///
/// # Errors
/// When the format is not recognised, not built in, over a limit, or the file is damaged.
pub fn open<S: Source + ?Sized>(
    name: &str,
    source: &S,
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<Opened, FormatError> {
    let source: &dyn Source = &source;
    if let Some(bytes) = source.in_memory() {
        #[cfg(feature = "csv")]
        if let Some(opened) = large_text(name, source, limits, progress) {
            return Ok(opened);
        }
        return read(name, (detect(name, bytes)?, source), limits, progress);
    }
    // Formats made for reading pieces of them are known by their first bytes.
    let mut head = [0; 8];
    if source.read_at(0, &mut head).is_some()
        && let Ok(format @ (Format::Parquet | Format::Arrow)) = detect(name, &head)
    {
        return read(name, (format, source), limits, progress);
    }
    #[cfg(feature = "csv")]
    if let Some(opened) = large_text(name, source, limits, progress) {
        return Ok(opened);
    }
    limits.check(What::ContainerBytes, source.len())?;
    let mut bytes = reserve(source.len())?;
    source.read_at(0, &mut bytes).ok_or(FormatError::Empty)?;
    read(name, (detect(name, &bytes)?, &bytes), limits, progress)
}

/// Bytes from which a text file is read column by column.
#[cfg(feature = "csv")]
const LARGE_TEXT: u64 = 1 << 20;
/// Bytes that tell text from other formats.
#[cfg(feature = "csv")]
const TEXT_HEAD: usize = 1 << 16;

/// A large text file whose lines are all alike.
#[cfg(feature = "csv")]
fn large_text(
    name: &str,
    source: &dyn Source,
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Option<Opened> {
    let mut head = vec![0; TEXT_HEAD];
    let is_large = source.len() >= LARGE_TEXT && source.read_at(0, &mut head).is_some();
    (is_large && detect(name, &head) == Ok(Format::Csv)).then_some(())?;
    let (grid, warnings) = crate::csv::read_grid(source, limits, progress)?;
    Some(Opened {
        format: Format::Csv,
        content: Content::Grid(grid),
        warnings,
    })
}

fn read(
    name: &str,
    (format, source): (Format, &dyn Source),
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<Opened, FormatError> {
    #[cfg(any(
        feature = "csv",
        feature = "json_stat",
        feature = "ods",
        feature = "px",
        feature = "xls",
        feature = "xlsx"
    ))]
    let bytes = source.in_memory().unwrap_or_default();
    let (content, warnings) = match format {
        #[cfg(feature = "csv")]
        Format::Csv => sheets(text(name, bytes, (limits, progress)))?,
        #[cfg(feature = "xlsx")]
        Format::Xlsx => sheets(crate::xlsx::read(bytes, limits, progress))?,
        #[cfg(feature = "xls")]
        Format::Xls => sheets(crate::xls::read(bytes, limits, progress))?,
        #[cfg(feature = "ods")]
        Format::Ods => sheets(crate::ods::read(bytes, limits, progress))?,
        #[cfg(feature = "px")]
        Format::Px => {
            labelled(crate::px::read(bytes, limits, progress).map(|(table, w)| (vec![table], w)))?
        }
        #[cfg(feature = "data_package")]
        Format::DataPackage => crate::data_package::read(bytes, limits, progress)
            .map(|(tables, warnings)| (Content::Tables(tables), warnings))?,
        #[cfg(feature = "json_stat")]
        Format::JsonStat => labelled(crate::json_stat::read(bytes, limits, progress))?,
        #[cfg(feature = "parquet")]
        Format::Parquet => crate::parquet::read(stem(name), source, limits, progress)
            .map(|(table, warnings)| (Content::Table(table), warnings))?,
        #[cfg(feature = "arrow")]
        Format::Arrow => crate::arrow::open(stem(name), source, limits, progress)?,
        _ => return Err(FormatError::unsupported(Feature::NotBuilt)),
    };
    Ok(Opened {
        format,
        content,
        warnings,
    })
}

type Read<T> = Result<(T, Vec<Warning>), FormatError>;

#[cfg(any(feature = "csv", feature = "ods", feature = "xls", feature = "xlsx"))]
fn sheets(read: Read<Vec<Sheet>>) -> Read<Content> {
    read.map(|(sheets, warnings)| (Content::Sheets(sheets), warnings))
}

/// Text, which programs also write under the name of a workbook.
#[cfg(feature = "csv")]
fn text(
    name: &str,
    bytes: &[u8],
    (limits, progress): (&Limits, &mut dyn FnMut(Progress)),
) -> Read<Vec<Sheet>> {
    let (sheet, mut warnings) = crate::csv::read(bytes, limits, progress)?;
    if name.to_lowercase().ends_with(".xls") {
        warnings.push(Warning::TextNamedWorkbook);
    }
    Ok((vec![sheet], warnings))
}

#[cfg(any(feature = "json_stat", feature = "px"))]
fn labelled(read: Read<Vec<Table>>) -> Read<Content> {
    read.map(|(tables, warnings)| (Content::Labelled(tables), warnings))
}

/// The file's name without folders and ending.
#[cfg(any(feature = "parquet", feature = "arrow"))]
fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}
