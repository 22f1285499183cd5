//! Words in a row.

use crate::Language;

/// Names in a sentence: `Fredericia, Kolding, Middelfart og Vejle`.
#[must_use]
pub fn list(names: &[&str], language: Language) -> String {
    joined(names, language.pick("og", "and"))
}

/// Names of which one is to be taken: `region, kommune eller land`.
#[must_use]
pub fn alternatives(names: &[&str], language: Language) -> String {
    joined(names, language.pick("eller", "or"))
}

fn joined(names: &[&str], word: &str) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}

/// A count with its word: `1 kommune`, `4 kommuner`.
#[must_use]
pub fn counted(count: u64, words: (&str, &str), language: Language) -> String {
    let word = if count == 1 { words.0 } else { words.1 };
    format!("{} {word}", crate::number::count(count, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_joined_as_in_a_sentence() {
        let cases: [(&[&str], &str); 4] = [
            (&[], ""),
            (&["Vejle"], "Vejle"),
            (&["Kolding", "Vejle"], "Kolding og Vejle"),
            (
                &["Fredericia", "Kolding", "Vejle"],
                "Fredericia, Kolding og Vejle",
            ),
        ];
        for (names, expected) in cases {
            assert_eq!(list(names, Language::Da), expected);
        }
        assert_eq!(
            list(&["Kolding", "Vejle"], Language::En),
            "Kolding and Vejle"
        );
        assert_eq!(
            alternatives(&["Kolding", "Vejle"], Language::Da),
            "Kolding eller Vejle"
        );
    }

    #[test]
    fn one_is_one_and_the_rest_are_many() {
        let words = ("kommune", "kommuner");
        assert_eq!(counted(1, words, Language::Da), "1 kommune");
        assert_eq!(counted(0, words, Language::Da), "0 kommuner");
        assert_eq!(counted(1_200, words, Language::Da), "1.200 kommuner");
    }
}
