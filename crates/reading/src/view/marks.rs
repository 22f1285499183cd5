//! Marks of footnotes: `1)`, `[2]`, `³`, behind texts and numbers.

use formats::{Cell, Sheet};

/// A mark that was taken off a cell; rows and columns count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) row: usize,
    pub(crate) column: usize,
    pub(crate) mark: String,
}

/// Most footnotes of a sheet.
const MOST_NOTES: usize = 100;

/// The marks that lines of the sheet begin with.
pub(super) fn known(sheet: &Sheet) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    for row in 0..sheet.row_count() {
        let mut cells = sheet.row(row);
        let (Some((_, Cell::Text(text))), None) = (cells.next(), cells.next()) else {
            continue;
        };
        let mark = leading(text).filter(|mark| !known.iter().any(|own| own == mark));
        known.extend(mark.and_then(raised));
        known.extend(mark.map(str::to_owned));
        if known.len() >= MOST_NOTES {
            break;
        }
    }
    known
}

/// The mark `1)` as it is written behind what it is about: `¹`.
fn raised(mark: &str) -> Option<String> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = mark.trim_start_matches('[').trim_end_matches([')', ']']);
    let raised = |digit: char| {
        DIGITS
            .get(usize::try_from(digit.to_digit(10)?).ok()?)
            .copied()
    };
    digits.chars().map(raised).collect()
}

/// The mark that a line begins with, if words follow.
pub(crate) fn leading(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let end = match line.chars().next()? {
        first if is_raised(first) => line.find(|letter| !is_raised(letter))?,
        '[' => line.find(']')? + 1,
        _ => line.find(')')? + 1,
    };
    let (mark, rest) = line.split_at_checked(end)?;
    let inside = mark.trim_start_matches('[').trim_end_matches([')', ']']);
    let is_number = inside.len() <= 2 && inside.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = inside.len() == 1 && inside.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_mark = inside.chars().all(is_raised) || is_number || is_letter;
    (is_mark && !inside.is_empty() && rest.trim_start().starts_with(char::is_alphabetic))
        .then_some(mark)
}

fn is_raised(letter: char) -> bool {
    matches!(
        letter,
        '¹' | '²' | '³' | '⁴' | '⁵' | '⁶' | '⁷' | '⁸' | '⁹' | '⁰'
    )
}

/// A text without one of the marks at its end, and the mark.
pub(super) fn without<'t>(text: &'t str, known: &'t [String]) -> Option<(&'t str, &'t str)> {
    let trimmed = text.trim_end();
    let mark = known.iter().find(|mark| trimmed.ends_with(mark.as_str()))?;
    let rest = trimmed.strip_suffix(mark.as_str())?;
    let raised = mark.chars().all(is_raised);
    let before = rest.chars().next_back()?;
    let is_apart =
        before.is_whitespace() || before.is_alphabetic() || (raised && !is_raised(before));
    (is_apart && !rest.trim().is_empty()).then_some((rest.trim_end(), mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_known_by_the_line_that_explains_it() {
        let marks = [
            "1) Afsluttede",
            "[2] Se",
            "³ Uden",
            "a) Kun",
            "1.000) x",
            "(1) x",
            "1)",
            "12 1) x",
        ]
        .map(leading);
        assert_eq!(
            marks,
            [
                Some("1)"),
                Some("[2]"),
                Some("³"),
                Some("a)"),
                None,
                None,
                None,
                None
            ]
        );
    }

    #[test]
    fn a_mark_is_taken_off_and_a_bracket_stays() {
        let known = ["1)".to_owned(), "²".to_owned()];
        let check = |text, expected| {
            assert_eq!(
                without(text, &known).map(|(rest, _)| rest),
                expected,
                "{text}"
            )
        };
        check("Ophold 1)", Some("Ophold"));
        check("Odense1)", Some("Odense"));
        check("1.234²", Some("1.234"));
        check("49 (1)", None);
        check("1)", None);
        check("Odense", None);
    }
}
