//! Several values in one cell: `4730 / 11794`, `49 (0)`, `39 (38-40)`.

use formats::Cell;

use crate::numbers::{self, Kind};
use crate::plan::Split;
use crate::time;
use crate::vocabulary::{is_unit_text, is_unit_word, part_name};

/// How many values there are in a cell.
pub(crate) fn part_count(split: Split) -> u32 {
    match split {
        Split::Whole => 0,
        Split::Pair | Split::Bracket => 2,
        Split::Interval => 3,
    }
}

/// How a text seems to hold several values.
pub(crate) fn detect(text: &str) -> Option<Split> {
    let text = text.trim();
    if text.ends_with([')', ']']) {
        let kinds = [Split::Interval, Split::Bracket];
        return kinds
            .into_iter()
            .find(|split| parts(text, *split).is_some());
    }
    let (left, right) = text.split_once('/')?;
    let is_apart = left.ends_with(' ') || right.starts_with(' ');
    let is_large = [left, right].iter().any(|side| side.trim().len() > 2);
    let is_pair = (is_apart || is_large) && time::parse(text).is_none();
    (is_pair && parts(text, Split::Pair).is_some()).then_some(Split::Pair)
}

/// The values in a text, as many as there should be; nothing where it holds something else.
pub(crate) fn parts(text: &str, split: Split) -> Option<Vec<&str>> {
    let text = text.trim();
    let parts = match split {
        Split::Whole => return None,
        Split::Pair => {
            let (left, right) = text.split_once('/')?;
            vec![left.trim(), right.trim()]
        }
        Split::Bracket => {
            let (before, inside) = bracketed(text)?;
            vec![before, inside]
        }
        Split::Interval => {
            let (before, inside) = bracketed(text)?;
            let (from, to) = bounds(inside)?;
            vec![before, from, to]
        }
    };
    let is_value =
        |text: &&str| matches!(numbers::kind(Cell::Text(text)), Kind::Number | Kind::Sign);
    parts.iter().all(is_value).then_some(parts)
}

/// What stands before a bracket at the end, and what in it.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let open = if text.ends_with(')') { '(' } else { '[' };
    let inside = text.strip_suffix([')', ']'])?;
    let (before, inside) = inside.split_once(open)?;
    Some((before.trim(), inside.trim()))
}

/// Both ends of an interval; a dash that begins it is a minus.
fn bounds(inside: &str) -> Option<(&str, &str)> {
    let marks = [" til ", " to ", ";", "–", "-"];
    let found = marks.iter().find_map(|mark| {
        let first = inside.chars().next()?.len_utf8();
        let at = inside.get(first..)?.find(mark)? + first;
        Some((inside.get(..at)?, inside.get(at + mark.len()..)?))
    });
    found.map(|(from, to)| (from.trim(), to.trim()))
}

/// The name of a part under a heading: the side of it that names the part, or the heading and which part it is.
pub(crate) fn name(heading: &str, split: Split, part: u32) -> String {
    let sides = match split {
        Split::Whole => None,
        Split::Pair => heading
            .split_once('/')
            .map(|(left, right)| (left.trim(), right.trim())),
        Split::Bracket | Split::Interval => bracketed(heading),
    };
    let sides = sides.filter(|(left, right)| !left.is_empty() && !right.is_empty());
    let base = match (split, sides) {
        // `Antal (%)`, `Uoplyst (%)`: the bracket has only the unit of the second value.
        (Split::Bracket, Some((left, right))) if part == 2 && is_unit_text(right) => {
            let is_bare = is_unit_word(left);
            return if is_bare {
                right.to_owned()
            } else {
                format!("{left} ({right})")
            };
        }
        (Split::Pair | Split::Bracket, Some((left, right))) => {
            return if part == 1 { left } else { right }.to_owned();
        }
        (_, Some((left, _))) => left,
        (_, None) => heading,
    };
    let words = part_name(split, part);
    if words.is_empty() || base.is_empty() {
        format!("{base}{words}")
    } else {
        format!("{base} {words}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found = detect(text).and_then(|split| Some((split, parts(text, split)?)));
        let shown = found.map(|(split, parts)| format!("{split:?} {}", parts.join("|")));
        assert_eq!(shown.unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn values_in_a_cell_are_told_apart() {
        check("4730 / 11794", "Pair 4730|11794");
        check("4.730/11.794", "Pair 4.730|11.794");
        check("39 (38-40)", "Interval 39|38|40");
        check("-1,5 [-2,5; -0,5]", "Interval -1,5|-2,5|-0,5");
        check("49 (0)", "Bracket 49|0");
        check("12 (3,4 %)", "Bracket 12|3,4 %");
        check("12 (<5)", "Bracket 12|<5");
        check("(-0,5-1)", "");
    }

    #[test]
    fn other_texts_hold_one_value() {
        for text in [
            "2023/24", "1/2", "Fyn (11)", "49", "", "a / b", "1/2/2024", "(5)",
        ] {
            check(text, "");
        }
    }

    #[test]
    fn parts_are_named_by_their_heading() {
        let names = |heading, split| -> Vec<String> {
            (1..=part_count(split))
                .map(|part| name(heading, split, part))
                .collect()
        };
        assert_eq!(
            names("Tilmeldte / kapacitet", Split::Pair),
            ["Tilmeldte", "kapacitet"]
        );
        assert_eq!(
            names("Antal (heraf døde)", Split::Bracket),
            ["Antal", "heraf døde"]
        );
        assert_eq!(
            names("Rate", Split::Interval),
            ["Rate", "Rate nedre grænse", "Rate øvre grænse"]
        );
    }
}
