//! Small letters of the alphabets we write. The tables of all scripts would weigh more in a browser than all our words.

/// Whether this is a small letter.
pub(crate) const fn is_small(letter: char) -> bool {
    matches!(letter, 'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ')
}

/// The text in small letters.
pub(crate) fn small(text: &str) -> String {
    text.chars().map(small_letter).collect()
}

/// The letter as a small one; one of another alphabet stays as it is.
pub(crate) fn small_letter(letter: char) -> char {
    match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        // In this block a small letter comes 32 places after its capital.
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(letter) + 32).unwrap_or(letter),
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_letters_get_the_small_letters_of_all_scripts() {
        for letter in (0..0xFF)
            .filter_map(char::from_u32)
            .filter(|letter| *letter != 'µ')
        {
            let full: String = letter.to_lowercase().collect();
            assert_eq!(small_letter(letter).to_string(), full, "{letter:?}");
            let is_letter = letter.is_lowercase() && !matches!(letter, 'ª' | 'º');
            assert_eq!(is_small(letter), is_letter, "{letter:?}");
        }
        assert_eq!(small("RÆKKER og Årstal"), "rækker og årstal");
    }
}
