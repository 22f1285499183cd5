//! Names as people write them, brought to one form.

use super::Level;

/// A place as somebody wrote it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    /// Digits before or after the name.
    pub(super) code: String,
    /// The kinds that a word such as `Kommune` leaves open; all of them without one.
    pub(super) levels: &'static [Level],
    /// The name without code and kind, folded.
    pub(super) key: String,
    /// The name with the word for its kind, folded: `Region H` is a name that `H` alone is not.
    pub(super) whole: String,
}

/// Words that say what kind of place a name is, folded.
const KINDS: [(&str, &[Level]); 10] = [
    ("kommune", &[Level::Municipality]),
    ("regionskommune", &[Level::Municipality]),
    ("municipality", &[Level::Municipality]),
    ("sundhedsraad", &[Level::HealthCouncil]),
    ("sundhedsraadet", &[Level::HealthCouncil]),
    ("healthcouncil", &[Level::HealthCouncil]),
    ("landsdel", &[Level::Province]),
    ("province", &[Level::Province]),
    ("region", &[Level::Region, Level::Region2007]),
    ("regionen", &[Level::Region, Level::Region2007]),
];

/// Takes a text apart.
pub(super) fn written(text: &str) -> Written {
    let text = without_mark(text.trim());
    let (code, name) = code_and_name(text);
    let (levels, key) = kind_and_key(name);
    Written {
        code: code.to_owned(),
        levels,
        key,
        whole: fold(name),
    }
}

/// Lower case, letters and digits only, Danish letters as in the old spelling, without the s of the genitive.
pub(super) fn fold(text: &str) -> String {
    let mut folded = spell(text);
    if folded.ends_with('s') {
        folded.pop();
    }
    folded
}

fn spell(text: &str) -> String {
    let mut spelt = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'å' => spelt.push_str("aa"),
            'æ' => spelt.push_str("ae"),
            'ø' => spelt.push_str("oe"),
            letter if letter.is_alphanumeric() => spelt.push(letter),
            _ => {}
        }
    }
    spelt
}

/// Footnote marks such as `*` and `1)` and the words of a printed sum are no part of a name.
fn without_mark(text: &str) -> &str {
    let text = text.trim_end_matches(['*', '¹', '²', '³']).trim_end();
    let text = match text.rsplit_once(' ') {
        Some((name, mark)) if is_note_mark(mark) => name.trim_end(),
        _ => text,
    };
    let sum = [" i alt", " I alt", " I ALT", " total", " Total"];
    let name = sum.iter().find_map(|words| text.strip_suffix(words));
    name.map_or(text, |name| name.trim_end_matches(',').trim_end())
}

fn is_note_mark(mark: &str) -> bool {
    mark.strip_suffix(')').is_some_and(is_number)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `101 København`, `0101: København`, `København (101)`.
fn code_and_name(text: &str) -> (&str, &str) {
    if is_number(text) {
        return (text, "");
    }
    let before = text.split_once([' ', ':', '-', '.', '\u{a0}']);
    if let Some((code, name)) = before.filter(|(code, _)| is_number(code)) {
        return (code, name.trim_start_matches([' ', ':', '-', '.', '–']));
    }
    let after = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    match after.filter(|(_, code)| is_number(code)) {
        Some((name, code)) => (code, name.trim_end()),
        None => ("", text),
    }
}

fn kind_and_key(name: &str) -> (&'static [Level], String) {
    let words: Vec<&str> = name.split_whitespace().collect();
    let kind = |word: &[&str]| {
        let word = spell(&word.concat());
        KINDS
            .iter()
            .find(|(kind, _)| *kind == word)
            .map(|(_, levels)| *levels)
    };
    let first_two = words
        .split_at_checked(2)
        .and_then(|(kinds, rest)| Some((kind(kinds)?, rest)));
    let first = || {
        words
            .split_at_checked(1)
            .and_then(|(kinds, rest)| Some((kind(kinds)?, rest)))
    };
    let last = || {
        let (rest, kinds) = words.split_at_checked(words.len().checked_sub(1)?)?;
        Some((kind(kinds)?, rest))
    };
    let found = first_two
        .or_else(first)
        .or_else(last)
        .filter(|(_, rest)| !rest.is_empty());
    match found {
        Some((levels, rest)) => (levels, fold(&rest.concat())),
        None => (&Level::ALL, fold(name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, code: &str, key: &str) {
        let written = written(text);
        assert_eq!(
            (written.code.as_str(), written.key.as_str()),
            (code, key),
            "{text}"
        );
    }

    #[test]
    fn a_name_is_told_from_its_code_and_kind() {
        check("0101", "0101", "");
        check("101 København", "101", "koebenhavn");
        check("Københavns Kommune", "", "koebenhavn");
        check("Bornholms Regionskommune", "", "bornholm");
        check("København (101)", "101", "koebenhavn");
        check("  Region Hovedstaden i alt", "", "hovedstaden");
        check("Læsø 1)", "", "laesoe");
        check("Health council Fyn", "", "fyn");
    }

    #[test]
    fn spellings_of_one_name_are_one() {
        check("Lyngby-Tårbæk", "", "lyngbytaarbaek");
        check("LYNGBY TAARBÆK", "", "lyngbytaarbaek");
        check("Nordfyns", "", "nordfyn");
    }

    #[test]
    fn a_word_for_a_kind_alone_is_a_name_like_any_other() {
        check("Region", "", "region");
    }
}
