//! Footnotes and the cells that have their marks.

use formats::Sheet;

use crate::block::Block;
use crate::header::{Part, text};
use crate::numbers::{self, Kind};
use crate::reading::Notice;
use crate::view::{Mark, View, leading_mark};

/// How many cells a notice names.
const NAMED: usize = 5;

/// The marks of footnotes in a block, each with the columns that have it.
pub(crate) fn tied(view: &View<'_>, block: &Block) -> Vec<(String, usize)> {
    let marks = view.marks.iter();
    let within = marks.filter(|mark| block.rows.contains(&mark.row));
    let mut tied: Vec<(String, usize)> = within
        .map(|mark| (mark.mark.clone(), mark.column))
        .collect();
    tied.sort();
    tied.dedup();
    tied
}

/// For each footnote the cells of the body that have its mark.
pub(crate) fn cells(
    view: &View<'_>,
    block: &Block,
    parts: &[Vec<Part>],
    notes: &[String],
) -> Vec<Notice> {
    let told = notes.iter().filter_map(|note| {
        let mark = leading_mark(note)?;
        let is_own = |own: &&Mark| own.mark == mark && block.body.binary_search(&own.row).is_ok();
        let marks: Vec<&Mark> = view.marks.iter().filter(is_own).collect();
        let named = marks
            .iter()
            .take(NAMED)
            .map(|mark| cell(&view.sheet, mark, parts));
        (!marks.is_empty()).then(|| Notice::Marked {
            note: note.clone(),
            cells: named.collect(),
            count: u64::try_from(marks.len()).unwrap_or(u64::MAX),
        })
    });
    told.collect()
}

/// What stands left of a cell and above it; a text of its own names itself.
fn cell(sheet: &Sheet, mark: &Mark, parts: &[Vec<Part>]) -> String {
    let own = sheet.cell(mark.row, mark.column);
    if numbers::kind(own) == Kind::Words {
        return text(own).into_owned();
    }
    let words = |(_, cell): &(usize, formats::Cell<'_>)| numbers::kind(*cell) == Kind::Words;
    let label = sheet.row(mark.row).find(words);
    let label = label.map(|(_, cell)| text(cell).into_owned());
    let path = parts.get(mark.column).into_iter().flatten();
    let texts = label.into_iter().chain(path.map(|part| part.text.clone()));
    texts.collect::<Vec<_>>().join(", ")
}
