//! Names of sheets that Excel accepts.

/// Letters a name may have, counted in units of UTF-16.
const LONGEST: usize = 31;

/// A name for each title, all different: forbidden signs left out, long ones cut, repeated ones numbered.
pub(super) fn sheet_names<'t>(titles: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for title in titles {
        let name = unlike(&allowed(title), &names);
        names.push(name);
    }
    names
}

fn allowed(title: &str) -> String {
    let is_allowed = |letter: &char| {
        !matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\') && !letter.is_control()
    };
    let name: String = title.chars().filter(is_allowed).collect();
    let name = name.trim().trim_matches('\'').trim();
    let name = cut(name, LONGEST);
    // Excel keeps this name for itself.
    if name.eq_ignore_ascii_case("history") {
        return format!("{name} 1");
    }
    if name.is_empty() {
        "1".to_owned()
    } else {
        name
    }
}

fn unlike(name: &str, names: &[String]) -> String {
    let is_taken = |name: &str| {
        let lower = name.to_lowercase();
        names.iter().any(|each| each.to_lowercase() == lower)
    };
    if !is_taken(name) {
        return name.to_owned();
    }
    let numbered = |number: usize| {
        let ending = format!(" ({number})");
        cut(name, LONGEST - ending.len()) + &ending
    };
    let mut numbers = 2..;
    let free = numbers.find(|number| !is_taken(&numbered(*number)));
    numbered(free.unwrap_or(0))
}

fn cut(name: &str, most: usize) -> String {
    let mut units = 0;
    let fits = |letter: &char| {
        units += letter.len_utf16();
        units <= most
    };
    let name: String = name.chars().take_while(fits).collect();
    name.trim_end().trim_end_matches('\'').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_allowed_and_all_different() {
        let long = "Kontakter til almen praksis fordelt på kommuner";
        let titles = [
            "Kontakter",
            "kontakter",
            "KONTAKTER",
            long,
            long,
            "A/B: [2024]*?",
            "'citat'",
            "",
            "History",
            "\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}",
        ];
        let names = sheet_names(titles.into_iter());
        let expected = [
            "Kontakter",
            "kontakter (2)",
            "KONTAKTER (3)",
            "Kontakter til almen praksis for",
            "Kontakter til almen praksis (2)",
            "AB 2024",
            "citat",
            "1",
            "History 1",
            "\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}",
        ];
        assert_eq!(names, expected);
    }
}
