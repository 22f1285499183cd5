//! Names that a slice can use, made from what people wrote.

/// Small letters, digits and underscores; Danish letters in the old spelling.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for letter in text.trim().chars().flat_map(char::to_lowercase) {
        match letter {
            'å' => slug.push_str("aa"),
            'æ' => slug.push_str("ae"),
            'ø' => slug.push_str("oe"),
            letter if letter.is_alphanumeric() => slug.push(letter),
            _ if slug.ends_with('_') => {}
            _ => slug.push('_'),
        }
    }
    slug.trim_matches('_').to_owned()
}

/// A slug that is not among the names, which it is added to.
pub(crate) fn unique(text: &str, fallback: &str, names: &mut Vec<String>) -> String {
    let slug = slug(text);
    let stem = if slug.is_empty() { fallback } else { &slug };
    let numbered = (2..).map(|number| format!("{stem}_{number}"));
    let mut candidates = std::iter::once(stem.to_owned()).chain(numbered);
    let name = candidates
        .find(|name| !names.contains(name))
        .unwrap_or_default();
    names.push(name.clone());
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_only_what_an_address_can_hold() {
        assert_eq!(
            slug("  Antal indlæggelser (pr. 1.000) "),
            "antal_indlaeggelser_pr_1_000"
        );
        assert_eq!(slug("År"), "aar");
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let mut names = vec!["antal".to_owned()];
        assert_eq!(unique("Antal", "value", &mut names), "antal_2");
        assert_eq!(unique("", "value", &mut names), "value");
    }
}
