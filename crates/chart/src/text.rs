//! How wide a text will be, nearly: the reader's own system font draws it.
//!
//! The widths are those of common system faces, rounded up, so that a label is rather dropped than drawn over another.

use crate::mark::Weight;
use crate::measure::TEXT;

/// Width in px of a line of 12 px.
#[must_use]
pub fn width(text: &str, weight: Weight) -> f64 {
    let heavier = match weight {
        Weight::Regular => 1.0,
        Weight::Bold => 1.07,
    };
    text.chars().map(em).sum::<f64>() * TEXT * heavier
}

/// The text, or as much of its beginning as fits, with an ellipsis.
#[must_use]
pub fn fit(text: &str, room: f64, weight: Weight) -> String {
    if width(text, weight) <= room {
        return text.to_owned();
    }
    let mut kept = text.to_owned();
    while kept.pop().is_some() {
        let shortened = format!("{}…", kept.trim_end());
        if width(&shortened, weight) <= room {
            return shortened;
        }
    }
    String::new()
}

/// The same for a name: where it ends in a number, that is what tells it from its fellows, so that it is kept, and so are the
/// marks of notes after it.
#[must_use]
pub fn fit_name(name: &str, room: f64, weight: Weight) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let is_number = |word: &&&str| word.chars().any(char::is_numeric);
    let count = words.iter().rev().take_while(is_number).count();
    let (head, numbers) = words.split_at(words.len() - count);
    let numbers: String = numbers.iter().map(|word| format!(" {word}")).collect();
    let head = fit(&head.join(" "), room - width(&numbers, weight), weight);
    if width(name, weight) <= room || matches!(head.as_str(), "" | "…") {
        return fit(name, room, weight);
    }
    head + &numbers
}

/// The text in lines that fit; a word longer than a line stands alone.
#[must_use]
pub fn wrap(text: &str, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line)
                if width(line, Weight::Regular) + width(word, Weight::Regular) + em(' ') * TEXT
                    <= room =>
            {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Width of a letter as a share of the size, as in Noto Sans, which is among the wider of them.
fn em(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '’' | '.' | ',' | ':' | ';' | '|' | '·' | ' ' => 0.27,
        'f' | 't' | 'I' | 'J' | '(' | ')' | '-' | '/' => 0.36,
        'r' | 's' | 'c' | 'z' => 0.47,
        'k' | 'v' | 'x' | 'y' => 0.53,
        'a' | 'e' | '*' | '0'..='9' | '+' | '−' => 0.57,
        'w' => 0.79,
        'm' | 'M' | 'W' | '\u{e6}' | '\u{c6}' | '%' | '—' | '…' | '@' => 0.93,
        letter if letter.is_uppercase() => 0.68,
        letter if u32::from(letter) > 0x2e7f => 1.0,
        _ => 0.62,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wider_letters_and_bold_are_wider() {
        assert!(width("mmm", Weight::Regular) > width("aaa", Weight::Regular));
        assert!(width("iii", Weight::Regular) < width("aaa", Weight::Regular));
        assert!(width("Vejle", Weight::Bold) > width("Vejle", Weight::Regular));
        assert_eq!(width("", Weight::Bold), 0.0);
    }

    #[test]
    fn a_text_is_shortened_to_its_room() {
        let cases = [
            ("Vejle", 100.0, "Vejle"),
            ("Københavns Omegn Nord", 90.0, "Københavns…"),
            ("Midt- og Vestsjælland", 68.0, "Midt- og…"),
            ("Vejle", 12.0, "…"),
            ("Vejle", 3.0, ""),
        ];
        for (text, room, expected) in cases {
            assert_eq!(
                fit(text, room, Weight::Regular),
                expected,
                "{text} in {room}"
            );
        }
    }

    #[test]
    fn a_name_that_ends_in_a_number_keeps_it() {
        let cases = [
            ("København plejehjem 12", 200.0, "København plejehjem 12"),
            ("København plejehjem 12", 100.0, "København… 12"),
            ("København plejehjem 12 ¹", 110.0, "København… 12 ¹"),
            ("København plejehjem 12", 30.0, "Kø…"),
            ("Midt- og Vestsjælland", 68.0, "Midt- og…"),
        ];
        for (name, room, expected) in cases {
            let found = fit_name(name, room, Weight::Regular);
            assert_eq!(found, expected, "{name} in {room}");
        }
    }

    #[test]
    fn a_text_is_broken_between_words() {
        let text = "Kilde: demoudgiver, udtræk 10.9.2026, interval: Byar";
        let lines = wrap(text, 170.0);
        assert!(
            lines.len() == 2
                && lines
                    .iter()
                    .all(|line| width(line, Weight::Regular) <= 170.0),
            "{lines:?}"
        );
        assert_eq!(lines.join(" "), text);
        assert_eq!(
            wrap("Lægemiddelordinationsstatistik", 20.0),
            ["Lægemiddelordinationsstatistik"]
        );
        assert!(wrap("  ", 20.0).is_empty());
    }
}
