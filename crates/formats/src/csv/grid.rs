//! Large files read in one pass, a piece at a time: the first thing that is not plain ends the attempt, and nothing was lost.

use super::column::{Column, is_stage};
use super::dictionary::Dictionary;
use super::fields::{Marks, next_line};
use super::letters::Letters;
use super::pieces::{Piece, Pieces, sample};
use super::{encoding, sniff};
use crate::grid::{FigureColumn, Grid, GridColumn, TextColumn};
use crate::{Limits, Progress, Source, Warning, What};

/// Reads a file whose lines all have the same fields: two or more, none of them with a line's end inside, and no blank line.
/// None for any other file, and for one over a limit: [`super::read`] reads those, or says what is wrong with them.
pub fn read_grid(
    source: &dyn Source,
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Option<(Grid, Vec<Warning>)> {
    limits.check(What::CsvBytes, source.len()).ok()?;
    let (sample, start) = sample(source)?;
    let mut lines = Lines::new(&sample)?;
    let mut pieces = Pieces::new(source, start)?;
    while let Some(piece) = pieces.next()? {
        lines.read(piece)?;
        let (done, total) = (pieces.offset, source.len());
        progress(Progress { done, total });
    }
    lines.within(limits)?;
    lines.finish(&sample)
}

/// The lines read so far.
struct Lines {
    marks: Marks,
    header: Vec<Vec<u8>>,
    columns: Vec<Column>,
    row_count: usize,
    /// Whether blank lines were met, which only may stand at the end.
    ended: bool,
}

impl Lines {
    fn new(sample: &[u8]) -> Option<Self> {
        let (text, _) = encoding::decode(sample).ok()?;
        let cut = sniff::cut(&text);
        (cut.skipped == 0).then(|| Self {
            marks: Marks::new(cut.delimiter),
            header: Vec::new(),
            columns: Vec::new(),
            row_count: 0,
            ended: false,
        })
    }

    /// A browser compiles with care what is called often, so that lines are read by a function of their own.
    #[inline(never)]
    fn read(&mut self, Piece { bytes, end }: Piece<'_>) -> Option<()> {
        let mut at = 0;
        if self.columns.is_empty() {
            at = self.read_header(bytes)?;
        }
        while at < end {
            if let Some(next) = next_line(bytes, at) {
                self.ended = true;
                at = next;
                continue;
            }
            if self.ended {
                return None;
            }
            at = self.read_line(bytes, at)?;
            self.row_count += 1;
            if is_stage(self.row_count) {
                let rows = self.row_count;
                let columns = self.columns.iter_mut();
                columns.for_each(|column| column.end_stage(rows));
            }
        }
        Some(())
    }

    fn read_header(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut at = 0;
        loop {
            let (text, end) = self.marks.field(bytes, at)?;
            self.header.push(text.into_owned());
            match self.marks.next(bytes, end) {
                Some(next) => at = next,
                None => {
                    self.columns = self.header.iter().map(|_| Column::new()).collect();
                    return next_line(bytes, end).filter(|_| self.header.len() > 1);
                }
            }
        }
    }

    #[inline]
    fn read_line(&mut self, bytes: &[u8], start: usize) -> Option<usize> {
        let (last, others) = self.columns.split_last_mut()?;
        let mut at = start;
        for column in others {
            let end = column.take(bytes, at, self.marks)?;
            at = self.marks.next(bytes, end)?;
        }
        let end = last.take(bytes, at, self.marks)?;
        next_line(bytes, end)
    }

    fn within(&self, limits: &Limits) -> Option<()> {
        (!self.columns.is_empty()).then_some(())?;
        let width = self.columns.len() as u64;
        let rows = self.row_count as u64 + 1;
        let longest = |texts: &Dictionary| texts.texts().iter().map(|it| it.len()).max();
        let longest = self.columns.iter().map(|column| match column {
            Column::Texts(texts) => longest(&texts.dictionary),
            Column::Figures(figures) => longest(&figures.first).max(longest(&figures.odd)),
        });
        let longest = longest.flatten().max().unwrap_or(0) as u64;
        limits.check(What::TextColumns, width).ok()?;
        limits.check(What::Rows, rows).ok()?;
        limits.check(What::Cells, rows.saturating_mul(width)).ok()?;
        limits.check(What::FieldBytes, longest).ok()
    }

    fn finish(self, sample: &[u8]) -> Option<(Grid, Vec<Warning>)> {
        let mut letters = Letters::default();
        let is_trailing = |column: &Column| match column {
            Column::Texts(texts) => texts.dictionary.texts().iter().all(|text| text.is_empty()),
            Column::Figures(_) => false,
        };
        let count = self.columns.len();
        let empty = self.columns.iter().zip(&self.header).rev();
        let empty = empty.take_while(|(column, header)| header.is_empty() && is_trailing(column));
        let empty = empty.count();
        letters.look_at(self.header.iter().map(Vec::as_slice));
        for column in &self.columns {
            match column {
                Column::Texts(texts) => letters.look(&texts.dictionary),
                Column::Figures(figures) => {
                    letters.look(&figures.first);
                    letters.look(&figures.odd);
                }
            }
        }
        letters.are_sure(sample).then_some(())?;
        let header = self
            .header
            .iter()
            .take(count - empty)
            .map(|it| letters.text(it));
        let header = header.collect::<Option<_>>()?;
        let columns = self.columns.into_iter().take(count - empty);
        let columns = columns.map(|column| finished(column, &letters));
        let grid = Grid {
            header,
            columns: columns.collect::<Option<_>>()?,
            row_count: self.row_count,
        };
        let trailing = (empty > 0).then_some(Warning::TrailingDelimiter);
        let encoding = letters.is_windows.then_some(Warning::Windows1252);
        Some((grid, encoding.into_iter().chain(trailing).collect()))
    }
}

fn finished(column: Column, letters: &Letters) -> Option<GridColumn> {
    Some(match column {
        Column::Texts(texts) => {
            let (dictionary, rows) = texts.into_rows();
            let texts = letters.texts(&dictionary)?;
            GridColumn::Texts(TextColumn { texts, rows })
        }
        Column::Figures(mut figures) => GridColumn::Figures(FigureColumn {
            digits: figures.end(),
            first: letters.texts(&figures.first)?,
            mark: figures.mark.map_or(',', char::from),
            odd: letters.texts(&figures.odd)?,
            odd_rows: figures.odd_rows,
            places: figures.places,
        }),
    })
}

#[cfg(test)]
mod tests;
