//! Words that pivot tables of spreadsheets write around their numbers.

/// Whether a text says what a pivot table counts and how: `Sum af Ophold`, `Average of Beds`.
pub(crate) fn is_counted(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let how = words.next().unwrap_or_default().to_lowercase();
    let joint = words.next().unwrap_or_default();
    let known = [
        "sum",
        "antal",
        "gennemsnit",
        "middel",
        "maks.",
        "min.",
        "produkt",
        "count",
        "average",
        "max",
        "min",
        "product",
    ];
    known.contains(&how.as_str()) && ["af", "of"].contains(&joint) && words.next().is_some()
}

/// Whether a text says no more than that labels stand below it or beside it.
pub(crate) fn is_label_of_labels(text: &str) -> bool {
    let known = [
        "rækkenavne",
        "kolonnenavne",
        "rækkeetiketter",
        "kolonneetiketter",
        "row labels",
        "column labels",
    ];
    known.contains(&text.to_lowercase().as_str())
}

/// Whether a text says no more than that several values stand below it.
pub(crate) fn is_label_of_values(text: &str) -> bool {
    ["værdier", "values"].contains(&text.to_lowercase().as_str())
}

/// Whether a line is a filter of a pivot table: its field, and what is chosen.
pub(crate) fn is_pivot_filter(line: &str) -> bool {
    let chosen = ["(alle)", "(all)", "(flere elementer)", "(multiple items)"];
    let line = line.to_lowercase();
    chosen.iter().any(|chosen| line.ends_with(chosen))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_known_in_both_languages() {
        for text in [
            "Sum af Ophold",
            "Antal af Patient-id",
            "Average of Beds",
            "Maks. af Ventetid",
        ] {
            assert!(is_counted(text), "{text}");
        }
        for text in ["Antal ophold", "Sum", "Sum af", "Andel af alle", ""] {
            assert!(!is_counted(text), "{text}");
        }
    }
}
