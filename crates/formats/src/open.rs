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
    /// A table with typed columns.
    Table(Table),
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
    #[cfg(any(feature = "csv", feature = "xlsx"))]
    let bytes = source.in_memory().unwrap_or_default();
    let (content, warnings) = match format {
        #[cfg(feature = "csv")]
        Format::Csv => {
            sheets(crate::csv::read(bytes, limits, progress).map(|(s, w)| (vec![s], w)))?
        }
        #[cfg(feature = "xlsx")]
        Format::Xlsx => sheets(crate::xlsx::read(bytes, limits, progress))?,
        #[cfg(feature = "parquet")]
        Format::Parquet => table(crate::parquet::read(stem(name), source, limits, progress))?,
        #[cfg(feature = "arrow")]
        Format::Arrow => table(crate::arrow::read(stem(name), source, limits, progress))?,
        _ => return Err(FormatError::unsupported(Feature::NotBuilt)),
    };
    Ok(Opened {
        format,
        content,
        warnings,
    })
}

type Read<T> = Result<(T, Vec<Warning>), FormatError>;

#[cfg(any(feature = "csv", feature = "xlsx"))]
fn sheets(read: Read<Vec<Sheet>>) -> Read<Content> {
    read.map(|(sheets, warnings)| (Content::Sheets(sheets), warnings))
}

#[cfg(any(feature = "parquet", feature = "arrow"))]
fn table(read: Read<Table>) -> Read<Content> {
    read.map(|(table, warnings)| (Content::Table(table), warnings))
}

/// The file's name without folders and ending.
#[cfg(any(feature = "parquet", feature = "arrow"))]
fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}
