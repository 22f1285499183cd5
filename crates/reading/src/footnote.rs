//! What is written around a table: its title, its unit, and its notes.

use formats::Sheet;

use crate::block::Block;
use crate::header::text;
use crate::numbers::{self, Kind};
use crate::vocabulary::{
    Heading, begins_table, heading_of, is_filter, is_pivot_filter, is_unit_text, is_unit_word,
};

/// The texts of a row, joined.
pub(crate) fn line(sheet: &Sheet, row: usize) -> String {
    let texts = sheet.row(row).map(|(_, cell)| text(cell).into_owned());
    texts
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The texts of a row that are no numbers, joined.
pub(crate) fn words(sheet: &Sheet, row: usize) -> String {
    let words = sheet
        .row(row)
        .filter(|(_, cell)| numbers::kind(*cell) == Kind::Words);
    let texts: Vec<_> = words.map(|(_, cell)| text(cell).into_owned()).collect();
    texts.join(" ")
}

/// The first line above the table, unless it only says how the table was narrowed down.
pub(crate) fn title(sheet: &Sheet, block: &Block) -> Option<String> {
    let first = block.titles.first().map(|row| line(sheet, *row));
    first.filter(|line| !is_filter(line))
}

/// What a line between title and table says that the numbers are: `Indikator: Udgifter pr. borger`.
pub(crate) fn indicated(sheet: &Sheet, block: &Block) -> Option<String> {
    let lines = block.titles.iter().map(|row| line(sheet, *row));
    let said = |line: String| {
        let (word, said) = line.split_once(':')?;
        let is_name = heading_of(word) == Some(Heading::MeasureName) && !word.contains(' ');
        let said = said.trim();
        (is_name && !said.is_empty()).then(|| said.to_owned())
    };
    lines.filter_map(said).next()
}

/// What the publisher wrote above and below the table, apart from the title.
pub(crate) fn notes(sheet: &Sheet, block: &Block) -> Vec<String> {
    let has_title = usize::from(title(sheet, block).is_some());
    let rows = block.titles.iter().skip(has_title).chain(&block.foot);
    rows.map(|row| line(sheet, *row))
        .filter(|line| !line.is_empty())
        .collect()
}

/// The unit that a line between title and table names: `Units: number`, or `kr., takst 2026`.
pub(crate) fn unit(sheet: &Sheet, block: &Block) -> String {
    let lines = block.titles.iter().skip(1).map(|row| line(sheet, *row));
    lines
        .filter_map(|line| unit_of(&line))
        .next()
        .unwrap_or_default()
}

fn unit_of(line: &str) -> Option<String> {
    let announced = line
        .split_once(':')
        .filter(|(word, _)| heading_of(word) == Some(Heading::Unit));
    let bare = line.trim_matches(['(', ')']);
    if is_unit_text(bare) {
        return Some(bare.to_owned());
    }
    let before_comma = bare.split(',').next().map(str::trim);
    if let Some(unit) = before_comma.filter(|unit| is_unit_text(unit)) {
        return Some(unit.to_owned());
    }
    let first = line
        .split([',', ' '])
        .next()
        .filter(|word| is_unit_word(word));
    announced
        .map(|(_, unit)| unit.trim().to_owned())
        .or_else(|| first.map(str::to_owned))
}

/// The last bracket of a heading, or what stands behind its last comma, which names its unit.
pub(crate) fn bracketed(heading: &str) -> Option<String> {
    let heading = heading.trim_end();
    let round = heading.strip_suffix(')').and_then(|it| it.rsplit_once('('));
    let square = || heading.strip_suffix(']').and_then(|it| it.rsplit_once('['));
    let comma = || {
        heading
            .rsplit_once(',')
            .filter(|(_, unit)| is_unit_text(unit))
    };
    let (_, inside) = round.or_else(square).or_else(comma)?;
    let inside = inside.trim();
    (!inside.is_empty()).then(|| inside.to_owned())
}

/// The unit in a bracket within a title: `DRG-værdi (mio. kr.) efter hospital`.
pub(crate) fn enclosed(title: &str) -> Option<&str> {
    let inside = title
        .split('(')
        .skip(1)
        .filter_map(|rest| rest.split_once(')'));
    let mut units = inside.map(|(inside, _)| inside.trim());
    units.find(|inside| is_unit_text(inside))
}

/// What a title is about: without its number in front and the years at its end.
pub(crate) fn subject(title: &str) -> String {
    if is_pivot_filter(title) {
        return String::new();
    }
    let (first, rest) = title.split_once(['.', ':']).unwrap_or(("", title));
    let numbered = first.split_whitespace().count() <= 2
        && first.rsplit(' ').next().is_some_and(is_number_of_table);
    let subject = match numbered {
        true => rest,
        false if begins_table(title) => after_words(title, 2),
        false => title,
    };
    let mut words: Vec<&str> = subject.split_whitespace().collect();
    while words.last().is_some_and(|word| are_years(word)) {
        words.pop();
    }
    words
        .join(" ")
        .trim_end_matches([',', ':', ';', '-', '–'])
        .trim_end()
        .to_owned()
}

/// A text without so many words at its beginning.
fn after_words(text: &str, count: usize) -> &str {
    let rest = text.splitn(count + 1, char::is_whitespace).nth(count);
    rest.unwrap_or(text)
}

/// `3`, `7b`.
fn is_number_of_table(word: &str) -> bool {
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    digits.len() + 1 >= word.len() && digits.ends_with(|letter: char| letter.is_ascii_digit())
}

/// `2024`, `2021-2024`, `2021,`, or a dash between.
fn are_years(word: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_digit() || "-–/,*()".contains(letter);
    let digits = word.chars().filter(char::is_ascii_digit).count();
    word.chars().all(is_part) && digits.is_multiple_of(4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_about_what_stands_between_number_and_years() {
        assert_eq!(
            subject("Tabel 3. Akutte indlæggelser, 2021-2024"),
            "Akutte indlæggelser"
        );
        assert_eq!(
            subject("Tabel 2 Brugere af hjemmehjælp"),
            "Brugere af hjemmehjælp"
        );
        assert_eq!(
            subject("Akutte indlæggelser pr. 1.000 (65+)"),
            "Akutte indlæggelser pr. 1.000 (65+)"
        );
    }

    #[test]
    fn a_line_above_the_table_names_the_unit() {
        let unit = |line| unit_of(line).unwrap_or_default();
        assert_eq!(unit("Units: number"), "number");
        assert_eq!(unit("kr., takst 2026"), "kr.");
        assert_eq!(unit("(1.000 kr., 2025-pl)"), "1.000 kr.");
        assert_eq!(unit("Efter bopæl"), "");
    }

    #[test]
    fn a_bracket_at_the_end_names_the_unit() {
        assert_eq!(
            bracketed("Ophold (pr. 1.000)").as_deref(),
            Some("pr. 1.000")
        );
        assert_eq!(bracketed("Ophold"), None);
    }
}
