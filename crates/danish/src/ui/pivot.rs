//! Snit: the free pivot.

use super::phrases;
use crate::{Language, letters, number};

phrases! {
    /// Phrases of Snit.
    Pivot {
        Table: "Tabel", "Table";
        Fields: "Felter", "Fields";
        FindField: "Find felt", "Find field";
        GroupPlace: "Sted", "Place";
        GroupTime: "Tid", "Time";
        GroupPerson: "Person", "Person";
        GroupService: "Forløb", "Service";
        GroupOther: "Andet", "Other";
        GroupMeasure: "Mål", "Measures";
        Rows: "Rækker", "Rows";
        Columns: "Kolonner", "Columns";
        Filters: "Filtre", "Filters";
        Measures: "Mål", "Measures";
        Add: "Tilføj", "Add";
        AddRow: "Tilføj til rækker", "Add to rows";
        AddColumn: "Tilføj til kolonner", "Add to columns";
        AddFilter: "Tilføj til filtre", "Add to filters";
        AddMeasure: "Tilføj mål", "Add measure";
        MoveEarlier: "Flyt frem", "Move earlier";
        MoveLater: "Flyt tilbage", "Move later";
        RemoveField: "Fjern", "Remove";
        Numbers: "Tal", "Numbers";
        RowShare: "% af række", "% of row";
        ColumnShare: "% af kolonne", "% of column";
        ShownAs: "Vis som", "Show as";
        HeatNone: "Ingen varme", "No heat";
        HeatPerColumn: "Varme: pr. kolonne", "Heat: by column";
        AllRows: "Alle rækker", "All rows";
        UnfoldAll: "Fold alle ud", "Unfold all";
        FoldAll: "Fold alle sammen", "Fold all";
        Swap: "Byt rækker og kolonner", "Swap rows and columns";
        CopyToExcel: "Kopiér til Excel", "Copy to Excel";
        Copied: "Kopieret. Indsæt i Excel.", "Copied. Paste it into Excel.";
        NoRows: "Ingen rækker passer til filtrene", "No rows match the filters";
        ClearFilters: "Ryd alle filtre", "Clear all filters";
        ChooseAll: "Vælg alle", "Choose all";
        ChooseNone: "Vælg ingen", "Choose none";
        Kept: "Medlemmer, der er med", "Members that are kept";
        KeepOne: "Vælg mindst ét medlem.", "Choose at least one member.";
        FirstMembersOnly: "Kun de første tusind medlemmer kan vælges her.", "Only the first thousand members can be chosen here.";
        PivotFrame: "Snittets tabel. Kan rulles til siden.", "The table of the slice. It can be scrolled sideways.";
        InUse: "i brug", "in use";
        CopyFailed: "Tabellen kunne ikke kopieres. Brug Eksportér.", "The table could not be copied. Use Export.";
        Tools: "Tabellens værktøjer", "Tools of the table";
    }
}

/// The heading of the menu that moves a field, such as `Flyt Køn til`.
#[must_use]
pub fn move_to(field: &str, language: Language) -> String {
    match language {
        Language::Da => format!("Flyt {field} til"),
        Language::En => format!("Move {field} to"),
    }
}

/// Only the first rows, such as `Top 10`.
#[must_use]
pub fn top(count: u32, _language: Language) -> String {
    format!("Top {count}")
}

/// The name of a button that takes a chip from its shelf, such as `Fjern Køn fra rækker`.
#[must_use]
pub fn remove_from(field: &str, shelf: &str, language: Language) -> String {
    let shelf = letters::small(shelf);
    match language {
        Language::Da => format!("Fjern {field} fra {shelf}"),
        Language::En => format!("Remove {field} from {shelf}"),
    }
}

/// What a filter keeps, such as `kvinder`, `0-17 år, 18-64 år`, `8 af 9, uden brud` or `3 af 17`.
#[must_use]
pub fn kept_members(kept: &[&str], left_out: &[&str], language: Language) -> String {
    let total = kept.len() + left_out.len();
    let of = language.pick("af", "of");
    let joined = kept.join(", ");
    let short = kept.len() == 1 || (kept.len() == 2 && joined.chars().count() <= 24);
    match (short, left_out) {
        (true, _) => joined,
        (false, [only]) => format!(
            "{} {of} {total}, {} {only}",
            kept.len(),
            language.pick("uden", "without")
        ),
        (false, _) => format!("{} {of} {total}", kept.len()),
    }
}

/// What is announced when an answer has come, such as `21 rækker` or `1 række`.
#[must_use]
pub fn row_count(count: usize, language: Language) -> String {
    let word = match (count, language) {
        (1, Language::Da) => "række",
        (_, Language::Da) => "rækker",
        (1, Language::En) => "row",
        (_, Language::En) => "rows",
    };
    format!("{} {word}", number::whole(count, language))
}

/// The button under a long table, such as `Vis 300 rækker mere`.
#[must_use]
pub fn show_more(count: usize, language: Language) -> String {
    let count = number::whole(count, language);
    match language {
        Language::Da => format!("Vis {count} rækker mere"),
        Language::En => format!("Show {count} more rows"),
    }
}

/// A measure that is averaged, such as `Gennemsnit af ventetid`.
#[must_use]
pub fn mean_of(measure: &str, language: Language) -> String {
    format!(
        "{} {}",
        language.pick("Gennemsnit af", "Mean of"),
        lowered(measure)
    )
}

/// A measure whose rows are counted, such as `Antal tal i ventetid`.
#[must_use]
pub fn count_of(measure: &str, language: Language) -> String {
    format!(
        "{} {}",
        language.pick("Antal tal i", "Count of"),
        lowered(measure)
    )
}

/// The smallest number of a measure, such as `Mindste ventetid`.
#[must_use]
pub fn smallest_of(measure: &str, language: Language) -> String {
    format!(
        "{} {}",
        language.pick("Mindste", "Smallest"),
        lowered(measure)
    )
}

/// The largest number of a measure, such as `Største ventetid`.
#[must_use]
pub fn largest_of(measure: &str, language: Language) -> String {
    format!(
        "{} {}",
        language.pick("Største", "Largest"),
        lowered(measure)
    )
}

/// One measure for each unit of another, such as `Udgifter pr. kontakter`.
#[must_use]
pub fn ratio_of(above: &str, below: &str, language: Language) -> String {
    format!("{above} {} {}", language.pick("pr.", "per"), lowered(below))
}

/// The name of a head that sorts, such as `Kontakter, Hospital: sortér`.
#[must_use]
pub fn sort_by(column: &str, language: Language) -> String {
    format!("{column}: {}", language.pick("sortér", "sort"))
}

/// The name of the button that opens the menu of a field, such as `Flyt eller fjern Køn`.
#[must_use]
pub fn field_menu(field: &str, language: Language) -> String {
    format!(
        "{} {field}",
        language.pick("Flyt eller fjern", "Move or remove")
    )
}

/// The name of the menu with further ways to ask for a measure, such as `Flere måder at vise Ventetid`.
#[must_use]
pub fn further_ways(measure: &str, language: Language) -> String {
    match language {
        Language::Da => format!("Flere måder at vise {measure}"),
        Language::En => format!("More ways to show {measure}"),
    }
}

/// What is announced when a field has moved, such as `Køn er flyttet til rækker`.
#[must_use]
pub fn moved_to(field: &str, shelf: &str, language: Language) -> String {
    let shelf = letters::small(shelf);
    match language {
        Language::Da => format!("{field} er flyttet til {shelf}"),
        Language::En => format!("{field} was moved to {shelf}"),
    }
}

/// What is announced when a field has been taken away, such as `Køn er fjernet`.
#[must_use]
pub fn removed(field: &str, language: Language) -> String {
    format!("{field} {}", language.pick("er fjernet", "was removed"))
}

/// A word inside a sentence: its first letter small, unless it is a name in capitals.
fn lowered(word: &str) -> String {
    let mut letters = word.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if letters::is_small(second) => {
            let first = letters::small_letter(first);
            std::iter::once(first).chain(letters).collect()
        }
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_says_what_is_kept_or_what_is_left_out() {
        let said = |kept: &[&str], left_out: &[&str]| kept_members(kept, left_out, Language::Da);
        assert_eq!(said(&["kvinder"], &["mænd"]), "kvinder");
        assert_eq!(
            said(&["0-17 år", "18-64 år"], &["65-79 år", "80+ år"]),
            "0-17 år, 18-64 år"
        );
        assert_eq!(
            said(&["a", "b", "c", "d", "e", "f", "g", "h"], &["brud"]),
            "8 af 9, uden brud"
        );
        assert_eq!(said(&["a", "b", "c"], &["d", "e"]), "3 af 5");
    }

    #[test]
    fn measures_read_as_words_in_a_sentence() {
        assert_eq!(mean_of("Ventetid", Language::Da), "Gennemsnit af ventetid");
        assert_eq!(
            ratio_of("DRG-værdi", "Kontakter", Language::Da),
            "DRG-værdi pr. kontakter"
        );
        assert_eq!(largest_of("DRG-værdi", Language::En), "Largest DRG-værdi");
        assert_eq!(row_count(1, Language::Da), "1 række");
    }
}
