//! Labels of a ranking without the word they all begin with, since the level is named above and room is scarce, and with
//! their marks.

use protocol::view::indicator::Ranking;

/// The ranking with short labels, for drawing; what is read aloud keeps the whole name.
pub(super) fn labels(ranking: &Ranking) -> Ranking {
    let mut short = ranking.clone();
    let shared = ranking
        .rows
        .first()
        .and_then(|row| row.place.label.split_once(' '))
        .map(|(word, _)| format!("{word} "))
        .filter(|word| ranking.rows.len() > 1 && is_shared(ranking, word));
    if let Some(word) = shared {
        for row in &mut short.rows {
            if let Some(rest) = row.place.label.strip_prefix(&word) {
                row.place.label = rest.to_owned();
            }
        }
    }
    for row in short.rows.iter_mut().filter(|row| !row.marks.is_empty()) {
        row.place.label = format!("{} {}", row.place.label, row.marks);
    }
    short
}

fn is_shared(ranking: &Ranking, word: &str) -> bool {
    ranking
        .rows
        .iter()
        .all(|row| row.place.label.len() > word.len() && row.place.label.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::view::Named;
    use protocol::view::indicator::RankingRow;

    fn shortened(labels: &[&str]) -> Vec<String> {
        let row = |label: &&str| RankingRow {
            place: Named {
                id: (*label).to_owned(),
                label: (*label).to_owned(),
            },
            ..RankingRow::default()
        };
        let ranking = Ranking {
            rows: labels.iter().map(row).collect(),
            ..Ranking::default()
        };
        let rows = super::labels(&ranking).rows;
        rows.into_iter().map(|row| row.place.label).collect()
    }

    #[test]
    fn the_word_that_all_labels_begin_with_is_left_out() {
        let councils = ["Sundhedsråd Fyn", "Sundhedsråd Amager og Vestegnen"];
        assert_eq!(shortened(&councils), ["Fyn", "Amager og Vestegnen"]);
    }

    #[test]
    fn labels_that_differ_in_their_first_word_are_kept() {
        let towns = ["Ringkøbing-Skjern", "Faaborg-Midtfyn", "Vejle"];
        assert_eq!(shortened(&towns), towns);
        assert_eq!(shortened(&["Region Syddanmark"]), ["Region Syddanmark"]);
    }
}
