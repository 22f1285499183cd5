//! Numbers and signs in cells, and what dots and commas mean in a column.

use formats::Cell;
use table::Status;

use crate::plan::{Dash, SignPlan};
use crate::reading::Convention;
use crate::vocabulary::SPREADSHEET_ERRORS;

/// What a cell of a column of numbers holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value {
    /// Nothing.
    Blank,
    /// A number.
    Number(f64),
    /// A sign instead of a number.
    Sign(Status),
    /// An error of the spreadsheet, which has no number.
    Error,
    /// Anything else.
    Words,
}

/// How the numbers of a column are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Notation {
    pub(crate) convention: Convention,
    pub(crate) dash: Dash,
}

/// What kind of text a cell holds, before dots and commas are settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Blank,
    Number,
    Sign,
    Words,
}

/// The kind of a cell.
pub(crate) fn kind(cell: Cell<'_>) -> Kind {
    match cell {
        Cell::Empty => Kind::Blank,
        Cell::Number(_) => Kind::Number,
        // A number should stand there.
        Cell::Error(_) => Kind::Sign,
        Cell::Bool(_) | Cell::Date(_) => Kind::Words,
        Cell::Text(text) => kind_of_text(text),
    }
}

fn kind_of_text(text: &str) -> Kind {
    let text = text.trim();
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        // Most cells of most files: no need to ask further.
        if text.is_empty() {
            Kind::Blank
        } else {
            Kind::Number
        }
    } else if sign(text).is_some() || is_error(text) {
        Kind::Sign
    } else if written(text).is_some() {
        Kind::Number
    } else {
        Kind::Words
    }
}

/// The signs of Danish statistics and of publishers who hide small counts.
pub(crate) fn sign(text: &str) -> Option<Value> {
    let status = match text {
        _ if is_dash(text) => return Some(Value::Number(0.0)),
        ".." | "‥" | "x" | "X" | "*" => Status::Hidden,
        "..." | "…" => Status::Missing,
        "." => Status::NotApplicable,
        _ if is_small(text) => Status::Hidden,
        _ => return word(text).map(Value::Sign),
    };
    Some(Value::Sign(status))
}

/// `<5`, `< 5`, `n<5`, `1-4`.
fn is_small(text: &str) -> bool {
    let is_digits = |text: &str| {
        !text.is_empty() && text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit())
    };
    let below = text.strip_prefix(['n', 'N']).map_or(text, str::trim_start);
    let below = below
        .strip_prefix(['<', '≤'])
        .map(|rest| rest.trim_start_matches('=').trim());
    let range = text
        .split_once(['-', '–'])
        .filter(|(from, to)| *from == "1" && to.len() == 1);
    below.is_some_and(is_digits) || range.is_some_and(|(_, to)| is_digits(to))
}

/// Whether a text is an error of a spreadsheet.
fn is_error(text: &str) -> bool {
    text.starts_with('#') && SPREADSHEET_ERRORS.contains(&text)
}

/// Words that stand for a number.
const WORDS: [(&str, Status); 20] = [
    ("na", Status::Missing),
    ("n/a", Status::Missing),
    ("n.a.", Status::Missing),
    ("nan", Status::Missing),
    ("null", Status::Missing),
    ("none", Status::Missing),
    ("i.o.", Status::Missing),
    ("i/o", Status::Missing),
    ("u.o.", Status::Missing),
    ("uoplyst", Status::Missing),
    ("ikke oplyst", Status::Missing),
    ("mangler", Status::Missing),
    ("missing", Status::Missing),
    ("diskretioneret", Status::Hidden),
    ("diskretion", Status::Hidden),
    ("maskeret", Status::Hidden),
    ("skjult", Status::Hidden),
    ("suppressed", Status::Hidden),
    ("masked", Status::Hidden),
    ("hidden", Status::Hidden),
];
/// Bytes of the longest of them.
const LONGEST_WORD: usize = 14;

fn word(text: &str) -> Option<Status> {
    let mut words = WORDS.iter().filter(|_| text.len() <= LONGEST_WORD);
    let own = words.find(|(word, _)| word.eq_ignore_ascii_case(text));
    own.map(|(_, status)| *status)
}

/// A number as written: its sign, digits with separators, and whether a star stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written<'a> {
    pub(crate) digits: &'a str,
    negative: bool,
    starred: bool,
    pub(crate) percent: bool,
}

pub(crate) fn written(text: &str) -> Option<Written<'_>> {
    let text = text.trim();
    let unmarked = text.trim_end_matches('*').trim_end();
    let starred = unmarked.len() < text.len();
    let percent = unmarked.ends_with('%');
    let unmarked = unmarked.strip_suffix('%').map_or(unmarked, str::trim_end);
    let positive = unmarked.strip_prefix('+').unwrap_or(unmarked);
    let signed = positive.strip_prefix(['-', '\u{2212}', '–']);
    let digits = signed.unwrap_or(positive).trim_start();
    let is_part = |letter: char| letter.is_ascii_digit() || is_separator(letter);
    let edge = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let leads = edge(digits.chars().next()) || digits.starts_with([',', '.']);
    (leads && edge(digits.chars().last()) && digits.chars().all(is_part)).then_some(Written {
        digits,
        negative: signed.is_some(),
        starred,
        percent,
    })
}

fn is_separator(letter: char) -> bool {
    matches!(letter, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'')
}

/// The value of a cell, once dots and commas are settled.
pub(crate) fn value(cell: Cell<'_>, notation: Notation) -> Value {
    match cell {
        Cell::Empty => Value::Blank,
        Cell::Number(number) => Value::Number(number),
        Cell::Error(_) => Value::Error,
        Cell::Bool(_) | Cell::Date(_) => Value::Words,
        Cell::Text(text) => value_of_text(text.trim(), notation),
    }
}

fn value_of_text(text: &str, notation: Notation) -> Value {
    if text.is_empty() {
        return Value::Blank;
    }
    if is_error(text) {
        return Value::Error;
    }
    let number = || {
        written(text)
            .and_then(|written| number(written, notation.convention))
            .map(Value::Number)
    };
    let sign = if is_dash(text) {
        Some(of_dash(notation.dash))
    } else {
        sign(text)
    };
    sign.or_else(number).unwrap_or(Value::Words)
}

fn is_dash(text: &str) -> bool {
    matches!(text, "-" | "–" | "—" | "\u{2212}")
}

fn of_dash(dash: Dash) -> Value {
    match dash {
        Dash::Zero => Value::Number(0.0),
        Dash::Missing => Value::Sign(Status::Missing),
        Dash::Hidden => Value::Sign(Status::Hidden),
        Dash::NotApplicable => Value::Sign(Status::NotApplicable),
    }
}

fn number(written: Written<'_>, convention: Convention) -> Option<f64> {
    let decimal = match convention {
        Convention::Danish => ',',
        Convention::English => '.',
        Convention::Each => decimal_of(written.digits),
    };
    if !written.negative && written.digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return written.digits.parse().ok();
    }
    if !are_groups(written.digits, decimal) {
        return None;
    }
    let mut plain = String::with_capacity(written.digits.len() + 1);
    if written.negative {
        plain.push('-');
    }
    let mut has_decimals = false;
    for letter in written.digits.chars() {
        match letter {
            letter if letter == decimal => {
                plain.push('.');
                has_decimals = true;
            }
            letter if letter.is_ascii_digit() => plain.push(letter),
            // Thousands are not marked behind the decimal mark: the number is written the other way.
            '.' | ',' if has_decimals => return None,
            _ => {}
        }
    }
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Whether the mark that is no decimal mark stands before groups of three: `139.5` is no 1395.
fn are_groups(digits: &str, decimal: char) -> bool {
    let grouping = if decimal == ',' { '.' } else { ',' };
    let whole = digits.split(decimal).next().unwrap_or_default();
    !whole.contains(grouping) || crate::evidence::is_grouped(whole, grouping)
}

/// The decimal mark of a number that is read by itself: the last of its marks, unless it only groups thousands.
fn decimal_of(digits: &str) -> char {
    let marks = || digits.chars().filter(|letter| matches!(letter, '.' | ','));
    let Some(last) = marks().next_back() else {
        return ',';
    };
    let other = if last == ',' { '.' } else { ',' };
    let is_alone = marks().all(|mark| mark == last);
    let groups = is_alone && crate::evidence::is_grouped(digits, last);
    if groups { other } else { last }
}

/// What a text stands for that somebody has explained.
pub(crate) fn explained(cell: Cell<'_>, signs: &[SignPlan]) -> Option<Value> {
    let Cell::Text(text) = cell else { return None };
    let sign = signs.iter().find(|sign| sign.written == text.trim())?;
    Some(of_dash(sign.is))
}

/// Whether a star stands beside a number, which marks it as preliminary.
pub(crate) fn is_starred(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Text(text) => {
            text.ends_with('*') && written(text).is_some_and(|written| written.starred)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Evidence;

    /// A column as texts, read as numbers; signs by their status, words as `?`.
    fn check(column: &[&str], expected: &str) {
        let mut evidence = Evidence::default();
        column
            .iter()
            .for_each(|text| evidence.add(Cell::Text(text)));
        let notation = Notation {
            convention: evidence.convention(),
            dash: Dash::Zero,
        };
        let read = column
            .iter()
            .map(|text| match value(Cell::Text(text), notation) {
                Value::Blank => "blank".to_owned(),
                Value::Number(number) => number.to_string(),
                Value::Sign(status) => format!("{status:?}"),
                Value::Error => "error".to_owned(),
                Value::Words => "?".to_owned(),
            });
        assert_eq!(read.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn one_decimal_comma_makes_every_dot_a_mark_of_thousands() {
        check(&["1.234", "139,5", "12.345,6"], "1234 139.5 12345.6");
    }

    #[test]
    fn dots_before_three_digits_everywhere_mark_thousands() {
        check(&["1.473", "12.345", "473"], "1473 12345 473");
        check(&["1.234.567"], "1234567");
    }

    #[test]
    fn other_dots_are_decimal_points() {
        check(&["150.37", "1.473"], "150.37 1.473");
        check(&["0.125", "0.250"], "0.125 0.25");
        check(&["1.473", "25000"], "1.473 25000");
        check(&["1,234.5", "12"], "1234.5 12");
        check(&["1,234,567", "1,234"], "1234567 1234");
    }

    #[test]
    fn a_number_of_the_other_convention_is_none_rather_than_another_number() {
        check(&["1.234,5", "1,234.5", "139,5"], "1234.5 ? 139.5");
        check(&["1,234.5", "2,345.5", "12,5"], "? ? 12.5");
        check(&["12,5", "139.5", "1.23", "1.234"], "12.5 ? ? 1234");
    }

    #[test]
    fn signs_keep_their_meaning() {
        check(
            &["-", "..", "...", ".", "<5", "1-4", "", "n.a.", "Læge"],
            "0 Hidden Missing NotApplicable Hidden Hidden blank Missing ?",
        );
        check(
            &[
                "n<5",
                "≤4",
                "Diskretioneret",
                "u.o.",
                "suppressed",
                "n",
                "skjult tal",
            ],
            "Hidden Hidden Hidden Missing Hidden ? ?",
        );
    }

    #[test]
    fn marks_beside_a_number_do_not_hide_it() {
        check(
            &["198,4*", "-3", "\u{2212}3", "12 %", "1 234", " 7 "],
            "198.4 -3 -3 12 1234 7",
        );
        assert!(is_starred(Cell::Text("198,4*")) && !is_starred(Cell::Text("*")));
    }
}
