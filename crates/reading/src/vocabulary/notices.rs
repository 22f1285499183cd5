//! What is said about the decisions of a reading.

use formats::Warning;

use super::decisions_da::danish;
use super::decisions_en::english;
use super::language::{Language, Said, Weight};
use super::refusals::Refused;
use super::warnings::warning;
use crate::reading::{Notice, Reading, SkipReason, Skipped};

/// Everything there is to say of a file that was read: warnings, decisions, skipped rows, texts outside the tables.
#[must_use]
pub fn told(reading: &Reading, warnings: &[Warning], language: Language) -> Vec<Said> {
    let warned = warnings.iter().map(|it| warning(it, language));
    let decided = reading.notices.iter().map(|it| notice(it, language));
    let skipped = skipped(&reading.skipped, language);
    let outside = notes(&reading.notes, language);
    let mut told: Vec<Said> = Vec::new();
    for said in warned.chain(decided).chain(skipped).chain(outside) {
        // Several sheets of one workbook often give rise to the same remark.
        if !told.contains(&said) {
            told.push(said);
        }
    }
    told
}

/// Puts a decision into words.
#[must_use]
pub fn notice(notice: &Notice, language: Language) -> Said {
    let (headline, text) = match language {
        Language::Danish => danish(notice),
        Language::English => english(notice),
    };
    Said {
        weight: weight(notice),
        headline,
        text,
    }
}

fn weight(notice: &Notice) -> Weight {
    match notice {
        Notice::Unread { .. }
        | Notice::Errors { .. }
        | Notice::SameHeading { .. }
        | Notice::Overlap { .. }
        | Notice::TooManyRows { .. }
        | Notice::ColumnLeftOut { .. }
        | Notice::MixedMeasures { .. }
        | Notice::TableLeftOut { .. }
        | Notice::Convention { .. } => Weight::Caution,
        _ => Weight::Remark,
    }
}

/// What is said where a file was read and holds no table.
#[must_use]
pub fn no_table(name: &str, language: Language) -> Refused {
    let what = match language {
        Language::Danish => format!("Der er ingen tabel med tal i »{name}«."),
        Language::English => format!("There is no table of numbers in “{name}”."),
    };
    let remedy = language.pick(
        "En tabel har en række med overskrifter og tal under dem. Se efter, om det er den rigtige fil.",
        "A table has a row of headings and numbers below them. See whether this is the right file.",
    );
    Refused {
        what,
        place: String::new(),
        remedy: remedy.to_owned(),
    }
}

/// What is said of texts that stand outside every table.
#[must_use]
pub fn notes(notes: &[String], language: Language) -> Option<Said> {
    let headline = language
        .pick("Tekst uden for tabellerne", "Text outside the tables")
        .to_owned();
    (!notes.is_empty()).then(|| Said {
        weight: Weight::Remark,
        headline,
        text: notes.join("\n"),
    })
}

/// A step of reading a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Bytes become cells.
    Reading,
    /// Cells become tables.
    Understanding,
    /// Tables are handed on.
    Packing,
}

/// What is said of a step while it lasts.
#[must_use]
pub fn step(step: Step, language: Language) -> &'static str {
    match step {
        Step::Reading => language.pick("Læser filen", "Reading the file"),
        Step::Understanding => language.pick("Finder tabellerne", "Finding the tables"),
        Step::Packing => language.pick("Gør tabellerne klar", "Making the tables ready"),
    }
}

/// Puts skipped rows into words: one remark for each reason and sheet; none where nothing was skipped.
#[must_use]
pub fn skipped(skipped: &[Skipped], language: Language) -> Vec<Said> {
    let mut groups: Vec<(&str, SkipReason)> = Vec::new();
    for row in skipped
        .iter()
        .filter(|row| row.reason != SkipReason::NoTable)
    {
        let group = (row.sheet.as_str(), row.reason);
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    groups
        .into_iter()
        .map(|group| skipped_group(skipped, group, language))
        .collect()
}

/// How many rows a remark names one by one.
const NAMED: usize = 12;

fn skipped_group(skipped: &[Skipped], group: (&str, SkipReason), language: Language) -> Said {
    let (sheet, reason) = group;
    let rows = || {
        skipped
            .iter()
            .filter(|row| (row.sheet.as_str(), row.reason) == group)
    };
    let count = language.number(rows().map(|row| row.count).sum());
    let named: Vec<String> = rows().take(NAMED).map(span).collect();
    let more = if rows().count() > NAMED { " …" } else { "" };
    let place = match (sheet.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::Danish) => format!("arket »{sheet}«, "),
        (false, Language::English) => format!("sheet “{sheet}”, "),
    };
    let why = match reason {
        SkipReason::Heading => language.pick("en overskrift uden tal", "a heading without numbers"),
        SkipReason::NoNumbers => language.pick(
            "tekst, hvor der ventes tal",
            "words where numbers are expected",
        ),
        SkipReason::RepeatedHeader => language.pick("tabelhovedet gentaget", "the header repeated"),
        SkipReason::ColumnNumbers => {
            language.pick("kolonnernes numre", "the numbers of the columns")
        }
        SkipReason::LeftOut => language.pick("valgt fra i læsningen", "left out by the reading"),
        SkipReason::NoTable => language.pick("intet ark med tabel", "no table on the sheet"),
    };
    let weight = if reason == SkipReason::NoNumbers {
        Weight::Caution
    } else {
        Weight::Remark
    };
    match language {
        Language::Danish => Said {
            weight,
            headline: format!("{count} rækker er ikke taget med: {why}."),
            text: format!("Se {place}række {}{more}.", named.join(", ")),
        },
        Language::English => Said {
            weight,
            headline: format!("{count} rows were left out: {why}."),
            text: format!("See {place}row {}{more}.", named.join(", ")),
        },
    }
}

/// `7`, or `7-9` for three rows.
fn span(rows: &Skipped) -> String {
    match rows.count {
        1 => rows.row.to_string(),
        count => format!("{}-{}", rows.row, rows.row + count - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_left_out_are_counted_by_reason_and_named() {
        let row = |row, reason| Skipped {
            sheet: "Ark1".to_owned(),
            row,
            count: 1,
            reason,
        };
        let rows = [
            row(4, SkipReason::Heading),
            row(9, SkipReason::Heading),
            row(1, SkipReason::NoTable),
        ];
        let said = skipped(&rows, Language::Danish);
        assert_eq!(said.len(), 1);
        assert_eq!(
            said[0].headline,
            "2 rækker er ikke taget med: en overskrift uden tal."
        );
        assert_eq!(said[0].text, "Se arket »Ark1«, række 4, 9.");
    }

    #[test]
    fn hidden_cells_are_told_in_both_languages() {
        let hidden = Notice::Hidden {
            column: "antal".to_owned(),
            count: 1_234,
        };
        assert!(
            notice(&hidden, Language::Danish)
                .headline
                .starts_with("1.234 felter")
        );
        assert!(
            notice(&hidden, Language::English)
                .headline
                .starts_with("1,234 cells")
        );
    }
}
