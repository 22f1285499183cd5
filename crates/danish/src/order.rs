//! Danish sort order: æ, ø and å come last, aa counts as å, capitals and small letters stand together.

use std::cmp::Ordering;

/// Compares two texts as a Danish register orders them; texts that differ at all never compare as equal.
#[must_use]
pub fn compare(one: &str, other: &str) -> Ordering {
    weights(one)
        .cmp(weights(other))
        .then_with(|| one.cmp(other))
}

/// What each letter weighs, with aa as one letter.
fn weights(text: &str) -> impl Iterator<Item = (u8, char)> {
    let mut letters = text.chars().flat_map(char::to_lowercase).peekable();
    std::iter::from_fn(move || {
        let letter = letters.next()?;
        let double = letter == 'a' && letters.next_if_eq(&'a').is_some();
        Some(if double { weight('å') } else { weight(letter) })
    })
}

/// Signs first, then digits, letters, and the three last of the Danish alphabet.
fn weight(letter: char) -> (u8, char) {
    match letter {
        'æ' | 'ä' => (3, '1'),
        'ø' | 'ö' => (3, '2'),
        'å' => (3, '3'),
        'à' | 'á' | 'â' | 'ã' => (2, 'a'),
        'ç' => (2, 'c'),
        'ð' => (2, 'd'),
        'è' | 'é' | 'ê' | 'ë' => (2, 'e'),
        'ì' | 'í' | 'î' | 'ï' => (2, 'i'),
        'ñ' => (2, 'n'),
        'ò' | 'ó' | 'ô' | 'õ' => (2, 'o'),
        'ù' | 'ú' | 'û' => (2, 'u'),
        'ü' | 'ý' | 'ÿ' => (2, 'y'),
        letter if letter.is_alphabetic() => (2, letter),
        letter if letter.is_numeric() => (1, letter),
        letter => (0, letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expected: &[&str]) {
        let mut sorted = expected.to_vec();
        sorted.reverse();
        sorted.sort_by(|one, other| compare(one, other));
        assert_eq!(sorted, expected);
    }

    #[test]
    fn the_last_three_letters_come_last_and_aa_is_one_of_them() {
        check(&[
            "Albertslund",
            "Vejle",
            "Zakarias",
            "Ærø",
            "Østerbro",
            "Aabenraa",
            "Aalborg",
            "Aarhus",
            "Årslev",
        ]);
    }

    #[test]
    fn capitals_signs_and_digits_have_their_place() {
        check(&[
            "",
            " a",
            "- b",
            "0-4",
            "5-9",
            "fano",
            "Fanø",
            "Favrskov",
            "Faxe",
            "Faaborg-Midtfyn",
        ]);
    }

    #[test]
    fn accents_follow_their_letter() {
        check(&["Ida", "Idé", "Idf", "Muller", "Müller", "Mynte"]);
    }

    #[test]
    fn only_the_same_text_is_equal() {
        assert_eq!(compare("Vejle", "Vejle"), Ordering::Equal);
        assert_ne!(compare("vejle", "Vejle"), Ordering::Equal);
    }
}
