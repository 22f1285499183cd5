//! What a row of the ranking says aloud: name, value, interval, judgement.

use danish::Language;
use danish::ui::indicator::{self as words, Differs};
use protocol::view::indicator::RankingRow;
use protocol::view::{CellView, Judgement};

use crate::component::judgement::word;

/// Such as `Lillebælt 58,4, interval 56,5 til 60,3, bedre end hele landet`.
pub(super) fn row(row: &RankingRow, against: &str, language: Language) -> String {
    let cell = &row.cell;
    let value = if cell.spoken.is_empty() {
        &cell.text
    } else {
        &cell.spoken
    };
    let judged = cell
        .value
        .is_some()
        .then(|| judgement(row.judgement, against, language));
    let parts = [
        Some(
            format!("{} {value} {}", row.place.label, row.marks)
                .trim()
                .to_owned(),
        ),
        limits(cell, language).filter(|_| cell.spoken.is_empty()),
        judged,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn limits(cell: &CellView, language: Language) -> Option<String> {
    let (low, high) = cell.low.zip(cell.high)?;
    let decimals = decimals(&cell.text);
    let number = |limit| danish::number(limit, decimals, language);
    Some(words::spoken_interval(
        &number(low),
        &number(high),
        language,
    ))
}

fn judgement(judgement: Judgement, against: &str, language: Language) -> String {
    let said = danish::ui::phrase(word(judgement), language);
    match judgement {
        Judgement::Better | Judgement::Worse => {
            words::spoken_judgement(said, against, Differs::Yes, language)
        }
        Judgement::Same => words::spoken_judgement(said, against, Differs::No, language),
        Judgement::NotAssessed => said.to_owned(),
    }
}

/// How many digits a printed number has after its decimal sign; thousands stand in groups of three.
fn decimals(text: &str) -> u8 {
    let signs = [',', '.'];
    let Some(at) = text.rfind(signs) else {
        return 0;
    };
    let after = text.get(at + 1..).unwrap_or_default();
    let count = after.chars().take_while(char::is_ascii_digit).count();
    let is_thousands = count == 3;
    if is_thousands {
        0
    } else {
        u8::try_from(count).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::view::{CellKind, Named};

    fn example(cell: CellView, judgement: Judgement) -> RankingRow {
        let place = Named {
            id: "sundhedsraad:10".into(),
            label: "Lillebælt".into(),
        };
        RankingRow {
            place,
            cell,
            judgement,
            ..RankingRow::default()
        }
    }

    #[test]
    fn a_row_is_read_with_its_doubt_and_its_judgement() {
        let cell = CellView {
            text: "58,4".into(),
            value: Some(58.41),
            low: Some(56.52),
            high: Some(60.3),
            ..CellView::default()
        };
        let said = row(
            &example(cell, Judgement::Better),
            "Hele landet",
            Language::Da,
        );
        assert_eq!(
            said,
            "Lillebælt 58,4, interval 56,5 til 60,3, bedre end hele landet"
        );
    }

    #[test]
    fn a_hidden_number_is_neither_judged_nor_given_limits() {
        let cell = CellView {
            kind: CellKind::Hidden,
            text: "skjult".into(),
            ..CellView::default()
        };
        assert_eq!(
            row(
                &example(cell, Judgement::NotAssessed),
                "Hele landet",
                Language::Da
            ),
            "Lillebælt skjult"
        );
    }

    #[test]
    fn limits_have_the_decimals_of_the_number() {
        assert_eq!(["1.112", "58,4", "0,25", "12"].map(decimals), [0, 1, 2, 0]);
    }
}
