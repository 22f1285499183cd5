//! Notes on single numbers: each said once under its figure, with a mark beside the numbers it concerns.

use danish::Language;
use danish::answer::{against as word, figure};
use health::{Cell, Indicator, Keep, Reach};

use crate::judge;
use crate::lens::Lens;
use crate::words;

/// The notes of a figure, in the order of their marks.
#[derive(Debug, Default)]
pub(crate) struct Notes(Vec<String>);

impl Notes {
    /// The marks of some notes, such as `¹ ³`; new ones are added.
    pub(crate) fn marks(&mut self, texts: impl IntoIterator<Item = String>) -> String {
        let mark = |text: String| {
            let known = self.0.iter().position(|line| *line == text);
            let at = known.unwrap_or(self.0.len());
            if known.is_none() {
                self.0.push(text);
            }
            sign(at + 1)
        };
        let marks: Vec<String> = texts.into_iter().map(mark).collect();
        marks.join(" ")
    }

    /// The notes, each led by its mark.
    pub(crate) fn lines(self) -> Vec<String> {
        let lines = self.0.into_iter().zip(1..);
        lines
            .map(|(line, at)| format!("{} {line}", sign(at)))
            .collect()
    }
}

/// A number in raised digits.
fn sign(number: usize) -> String {
    let raised = |digit: char| match digit {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' => '⁰',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        _ => '⁹',
    };
    number.to_string().chars().map(raised).collect()
}

/// What must be known of the number of an indicator itself.
pub(crate) fn of_cell(indicator: &Indicator, cell: &Cell, language: Language) -> Option<String> {
    judge::is_few(indicator, cell).then(|| word::few_events(language).to_owned())
}

/// The caveats that are tied to members, in words, and which groups of an answer they concern.
pub(crate) fn caveats(
    lens: &Lens<'_>,
    (by, keep): (Vec<String>, Keep),
    period: Option<&str>,
    language: Language,
) -> Vec<(String, Reach)> {
    let told = |text| {
        format!(
            "{} {}",
            figure::caveat(language),
            words::text(text, language)
        )
    };
    let caveats = lens.caveats(by, keep, period).into_iter();
    caveats
        .map(|(caveat, reach)| (told(&caveat.text), reach))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_said_once_and_led_by_its_mark() {
        let mut notes = Notes::default();
        let mut marks = |texts: &[&str]| notes.marks(texts.iter().map(|text| (*text).to_owned()));
        assert_eq!(marks(&[]), "");
        assert_eq!(marks(&["late", "few"]), "¹ ²");
        assert_eq!(marks(&["few"]), "²");
        assert_eq!(notes.lines(), ["¹ late", "² few"]);
        assert_eq!(sign(106), "¹⁰⁶");
    }
}
