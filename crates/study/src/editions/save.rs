//! The revised numbers as a CSV file, one row each; what is withheld is not in it.

use browser::page;
use danish::Language;
use danish::ui::Editions as Word;
use leptos::prelude::document;
use protocol::view::editions::{Editions, Revision, TableChange};

use super::listed::{difference, percent};
use super::numbers::place;
use super::text;

/// Hands the file to the browser.
pub(super) fn save(editions: &Editions, language: Language) {
    let name = format!(
        "udgaver-{}-{}.csv",
        editions.earlier.edition, editions.later.edition
    );
    // A mark of order tells a spreadsheet that the text is UTF-8.
    let text = format!("\u{feff}{}", written(editions, language));
    page::save(&document(), &name, ("text/csv;charset=utf-8", &text));
}

/// Rows with semicolons, numbers with a decimal comma in Danish.
fn written(editions: &Editions, language: Language) -> String {
    let heads = [
        Word::Table,
        Word::Measure,
        Word::Where,
        Word::Earlier,
        Word::Later,
        Word::Difference,
        Word::Percent,
    ];
    let mut rows = vec![
        heads
            .map(|word| quoted(word.in_language(language)))
            .join(";"),
    ];
    for table in &editions.tables {
        for numbers in &table.numbers {
            let measure = text(&numbers.measure.label, language);
            let revisions = numbers.largest.iter();
            rows.extend(revisions.map(|it| row((table, &measure), it, language)));
        }
    }
    rows.join("\r\n") + "\r\n"
}

fn row((table, measure): (&TableChange, &str), it: &Revision, language: Language) -> String {
    let number = |value: f64| {
        let plain = format!("{value}");
        match language {
            Language::Da => plain.replace('.', ","),
            Language::En => plain,
        }
    };
    [
        quoted(&text(&table.name.label, language)),
        quoted(measure),
        quoted(&place(&it.members, language)),
        number(it.from),
        number(it.to),
        number(difference(it)),
        percent(it).map(number).unwrap_or_default(),
    ]
    .join(";")
}

/// A text that a spreadsheet takes for nothing but text.
fn quoted(text: &str) -> String {
    let is_formula =
        text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let sign = if is_formula { "'" } else { "" };
    format!("\"{sign}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::facts::Words;
    use protocol::view::editions::{Named, Numbers};

    fn named(words: &str) -> Named {
        Named {
            code: String::new(),
            label: Words {
                da: words.to_owned(),
                en: words.to_owned(),
            },
        }
    }

    #[test]
    fn each_revision_is_a_row_and_no_text_is_a_formula() {
        let revision = Revision {
            members: vec![named("=Læsø"), named("2025")],
            from: 2.5,
            to: 5.0,
        };
        let numbers = Numbers {
            measure: named("Fald \"a\""),
            largest: vec![revision],
            ..Numbers::default()
        };
        let table = TableChange {
            name: named("Hjem"),
            numbers: vec![numbers],
            ..TableChange::default()
        };
        let editions = Editions {
            tables: vec![table],
            ..Editions::default()
        };
        let written = written(&editions, Language::Da);
        let row = written.lines().nth(1).unwrap();
        assert_eq!(row, r#""Hjem";"Fald ""a""";"'=Læsø, 2025";2,5;5;2,5;100"#);
    }
}
