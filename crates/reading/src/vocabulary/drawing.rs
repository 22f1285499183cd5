//! What is said of a reading that is drawn on its sheet: rows, roles and questions.

use super::language::Language;
use crate::drawn::{Answer, DrawnColumn, Question, RowUse};
use crate::plan::ColumnRole;
use crate::reading::Convention;

/// A question in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub question: String,
    /// What gives rise to it.
    pub because: String,
    /// What can be answered, in the order of [`Question::answers`].
    pub answers: Vec<String>,
}

/// The letters of a column, from 1: `A`, `Z`, `AA`.
#[must_use]
pub fn column_letters(column: u64) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// What a row is.
#[must_use]
pub fn row_use(is: RowUse, language: Language) -> &'static str {
    let (danish, english) = match is {
        RowUse::Title => ("titel", "title"),
        RowUse::Header => ("overskrift", "header"),
        RowUse::Unit => ("enhed", "unit"),
        RowUse::Body => ("tabel", "table"),
        RowUse::Note => ("note", "note"),
        RowUse::Blank => ("sprunget over: tom", "skipped: blank"),
        RowUse::Heading => (
            "sprunget over: overskrift uden tal",
            "skipped: heading without numbers",
        ),
        RowUse::NoNumbers => (
            "sprunget over: tekst, hvor der ventes tal",
            "skipped: words where numbers are expected",
        ),
        RowUse::RepeatedHeader => (
            "sprunget over: tabelhovedet gentaget",
            "skipped: the header repeated",
        ),
        RowUse::LeftOut => ("sprunget over: valgt fra", "skipped: left out"),
    };
    language.pick(danish, english)
}

/// What a column is for.
#[must_use]
pub fn column_role(role: ColumnRole, language: Language) -> &'static str {
    let (danish, english) = match role {
        ColumnRole::Geography => ("Sted", "Place"),
        ColumnRole::Time => ("Tid", "Time"),
        ColumnRole::Age => ("Alder", "Age"),
        ColumnRole::Sex => ("Køn", "Sex"),
        ColumnRole::Sector => ("Sektor", "Sector"),
        ColumnRole::Diagnosis => ("Diagnose", "Diagnosis"),
        ColumnRole::Organisation => ("Enhed i sundhedsvæsenet", "Giver of care"),
        ColumnRole::Other => ("Gruppe", "Group"),
        ColumnRole::Code => ("Kode", "Code"),
        ColumnRole::Measure => ("Mål", "Measure"),
        ColumnRole::MeasureName => ("Nøgletallets navn", "Name of measure"),
        ColumnRole::Unit => ("Måleenhed", "Unit"),
        ColumnRole::Note => ("Note", "Note"),
        ColumnRole::Constant => ("Ens i alle rækker", "The same in every row"),
        ColumnRole::RowNumber => ("Rækkenummer", "Row number"),
        ColumnRole::LeftOut => ("Udeladt", "Left out"),
    };
    language.pick(danish, english)
}

/// Puts a question about a column into words.
#[must_use]
pub fn question(question: &Question, column: &DrawnColumn, language: Language) -> Asked {
    let (asked, because) = match language {
        Language::Danish => danish(question),
        Language::English => english(question),
    };
    let letters = column_letters(column.column);
    let answers = question.answers().into_iter();
    Asked {
        question: format!("{} {letters}: {asked}", language.pick("Kolonne", "Column")),
        because,
        answers: answers.map(|it| answer(it, question, language)).collect(),
    }
}

fn danish(question: &Question) -> (String, String) {
    let number = |count: u64| Language::Danish.number(count);
    match question {
        Question::WholeNumber { example, count } => (
            format!("er {example} et helt tal?"),
            match count {
                1 => "Tallet har tre cifre efter punktum.".to_owned(),
                _ => format!(
                    "Alle {} tal med punktum har tre cifre efter det.",
                    number(*count)
                ),
            },
        ),
        Question::Thousands { example, count } => (
            format!("er {example} et helt tal?"),
            match count {
                1 => "Tallet har tre cifre efter komma.".to_owned(),
                _ => format!(
                    "Alle {} tal med komma har tre cifre efter det.",
                    number(*count)
                ),
            },
        ),
        Question::TwoConventions { commas, dots } => (
            "er det komma eller punktum, der er decimaltegn?".to_owned(),
            format!(
                "{} tal bruger komma og {} punktum.",
                number(*commas),
                number(*dots)
            ),
        ),
        Question::Words { example, count } => (
            format!("hvad betyder »{example}« blandt tallene?"),
            format!(
                "{} felter er hverken tal eller et kendt tegn.",
                number(*count)
            ),
        ),
        Question::NoPlace => (
            "hvor hører tallene hen?".to_owned(),
            "De andre kolonner har en periode eller gruppe i overskriften, denne har ikke."
                .to_owned(),
        ),
    }
}

fn english(question: &Question) -> (String, String) {
    let number = |count: u64| Language::English.number(count);
    match question {
        Question::WholeNumber { example, count } => (
            format!("is {example} a whole number?"),
            format!(
                "{} numbers with a dot have three digits after it.",
                number(*count)
            ),
        ),
        Question::Thousands { example, count } => (
            format!("is {example} a whole number?"),
            format!(
                "{} numbers with a comma have three digits after it.",
                number(*count)
            ),
        ),
        Question::TwoConventions { commas, dots } => (
            "is the comma or the dot the decimal mark?".to_owned(),
            format!(
                "{} numbers use a comma and {} a dot.",
                number(*commas),
                number(*dots)
            ),
        ),
        Question::Words { example, count } => (
            format!("what does “{example}” among the numbers mean?"),
            format!(
                "{} cells are neither a number nor a known sign.",
                number(*count)
            ),
        ),
        Question::NoPlace => (
            "where do the numbers belong?".to_owned(),
            "The other columns have a period or group in their heading, this one has none."
                .to_owned(),
        ),
    }
}

fn answer(answer: Answer, question: &Question, language: Language) -> String {
    let example = match question {
        Question::WholeNumber { example, .. } | Question::Thousands { example, .. } => example,
        _ => "",
    };
    match (answer, question) {
        (
            Answer::Convention(convention),
            Question::WholeNumber { .. } | Question::Thousands { .. },
        ) => {
            let groups = match convention {
                Convention::Danish => '.',
                Convention::English | Convention::Each => ',',
            };
            of_number(example, groups, language)
        }
        (Answer::Convention(Convention::Danish), _) => language
            .pick(
                "Komma er decimaltegn, punktum skiller tusinder.",
                "The comma is the decimal mark, the dot groups thousands.",
            )
            .to_owned(),
        (Answer::Convention(Convention::English), _) => language
            .pick(
                "Punktum er decimaltegn, komma skiller tusinder.",
                "The dot is the decimal mark, the comma groups thousands.",
            )
            .to_owned(),
        (Answer::Convention(Convention::Each), _) => language
            .pick(
                "Begge dele: læs hvert tal for sig.",
                "Both are: read each number by itself.",
            )
            .to_owned(),
        (Answer::Role(ColumnRole::Measure), _) => language
            .pick(
                "Læs tallene, og regn resten som manglende.",
                "Read the numbers and take the rest as missing.",
            )
            .to_owned(),
        (Answer::Role(ColumnRole::LeftOut), _) => language
            .pick("Udelad kolonnen.", "Leave the column out.")
            .to_owned(),
        (Answer::Role(ColumnRole::Note), _) => language
            .pick("Behold den som note.", "Keep it as a note.")
            .to_owned(),
        (Answer::Role(_), _) => language
            .pick(
                "Kolonnen er ikke tal, men grupper.",
                "The column holds groups, not numbers.",
            )
            .to_owned(),
    }
}

/// `Ja, 1473. Punktum skiller tusinder.`
fn of_number(example: &str, groups: char, language: Language) -> String {
    let mark = if example.contains('.') { '.' } else { ',' };
    let sign = match (mark, language) {
        ('.', Language::Danish) => "Punktum",
        ('.', Language::English) => "The dot",
        (_, Language::Danish) => "Komma",
        (_, Language::English) => "The comma",
    };
    let whole = example.replace(mark, "");
    let decimal = example.replace(mark, language.pick(",", "."));
    match (groups == mark, language) {
        (true, Language::Danish) => format!("Ja, {whole}. {sign} skiller tusinder."),
        (true, Language::English) => format!("Yes, {whole}. {sign} groups thousands."),
        (false, Language::Danish) => format!("Nej, {decimal}. {sign} er decimaltegn."),
        (false, Language::English) => format!("No, {decimal}. {sign} is the decimal mark."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_asked_with_its_answers() {
        let column = DrawnColumn {
            column: 7,
            ..DrawnColumn::default()
        };
        let whole = Question::WholeNumber {
            example: "1.473".to_owned(),
            count: 13,
        };
        let asked = question(&whole, &column, Language::Danish);
        assert_eq!(asked.question, "Kolonne G: er 1.473 et helt tal?");
        assert_eq!(
            asked.because,
            "Alle 13 tal med punktum har tre cifre efter det."
        );
        assert_eq!(
            asked.answers,
            [
                "Ja, 1473. Punktum skiller tusinder.",
                "Nej, 1,473. Punktum er decimaltegn.",
                "Udelad kolonnen."
            ]
        );
    }

    #[test]
    fn columns_are_named_as_on_a_sheet() {
        let letters = [1, 26, 27, 703, 16_384].map(column_letters);
        assert_eq!(letters, ["A", "Z", "AA", "AAA", "XFD"]);
    }
}
