//! Before a file comes: the reader reads one of its own making, so that the browser has compiled well what files run through.
//!
//! A browser compiles a module in haste, and once more with care what it has seen run often. A reader lives for one file, and would be
//! done with it before the better code is there.

use std::fmt::Write as _;

use formats::{Content, Format, Limits, Opened};
use protocol::state::Language;
use table::{Table, wire};

use crate::drawing::Drawing;
use crate::kept::Kept;
use crate::read::{Decided, Imported};

/// Enough for columns of figures to be known as such, and for what is done to each field to be seen often.
const ROWS: u32 = 6_000;
/// Readings after which the browser has seen enough.
pub(crate) const ROUNDS: u32 = 30;

/// Reads a file of texts and numbers up to the point where it is handed over.
pub(crate) fn round() -> Option<Imported> {
    let source = file().into_bytes();
    let (grid, warnings) = formats::csv::read_grid(&source, &Limits::default(), &mut |_| {})?;
    let opened = Opened {
        format: Format::Csv,
        content: Content::Grid(grid),
        warnings,
    };
    let decided = Decided::AsKept(Kept::default());
    let imported = Drawing::begin("prove.csv", opened, decided).imported(Language::Da);
    let imported = imported.ok()?;
    for part in imported.tables.iter().flat_map(Table::parts) {
        let _ = wire::lay_out(&part).len();
    }
    Some(imported)
}

/// Columns of the kinds that files have: periods, texts that repeat, whole numbers, decimals, and some of it blank.
fn file() -> String {
    let mut text = String::from("aar;kommune;koen;aldersgruppe;antal;kontakter;pris;dage\n");
    for row in 0..ROWS {
        let some = row.wrapping_mul(2_654_435_761) >> 8;
        let (year, place, age) = (2015 + some % 11, 101 + some % 89, some % 19 * 5);
        let sex = if some % 2 == 0 { "K" } else { "M" };
        let (whole, decimals) = (some / 7, some % 100);
        let days = match some % 5 {
            0 => String::new(),
            _ => format!("{},{decimals:02}", some % 9_973),
        };
        // Writing into a string does not fail.
        let _ = writeln!(
            text,
            "{year};Kommune nummer {place};{sex};{age}-{};{row};{whole};{},{decimals:02};{days}",
            age + 4,
            some % 99_991,
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_its_own_is_read_as_a_large_one() {
        let grid = formats::csv::read_grid(&file().into_bytes(), &Limits::default(), &mut |_| {});
        let (grid, _) = grid.unwrap();
        let figures = grid.columns().iter();
        let figures = figures.filter(|it| matches!(it, formats::GridColumn::Figures(_)));
        assert_eq!((grid.row_count(), figures.count()), (ROWS as usize, 4));
        let table = &round().unwrap().tables[0];
        let (dimensions, measures) = (table.dimensions().len(), table.measures().len());
        assert_eq!(
            (table.row_count(), dimensions, measures),
            (ROWS as usize, 4, 4)
        );
    }
}
