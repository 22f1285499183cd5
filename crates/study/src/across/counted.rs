//! The combinations of an answer, ranked, with what they add up to.

use health::across::{Combinations, Exclusive, Overlap, Set, overlap};
use protocol::message::{Answer, Notice};
use protocol::view::{CellKind, CellView};

use super::figure::figure;

/// What is shown of a table of combinations.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Counted {
    /// The largest first; those that are no number last, in the publisher's order.
    pub(super) lines: Vec<Line>,
    /// All people, as printed or added up by the session.
    pub(super) total: CellView,
    /// Sectors against sectors.
    pub(super) overlap: Overlap,
    /// What the session remarks.
    pub(super) notices: Vec<Notice>,
}

/// A combination.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    pub(super) label: String,
    pub(super) set: Set,
    pub(super) cell: CellView,
    /// Its share of all people, where both are numbers.
    pub(super) share: Option<f64>,
}

/// Reads the answer by combination, and the one for all together.
pub(super) fn counted(declared: &Combinations, by: &Answer, all: &Answer) -> Counted {
    let total = all.rows.first().and_then(|row| row.cells.first());
    let total = total.cloned().unwrap_or_default();
    let most = number(&total).filter(|total| *total > 0.0);
    let mut lines: Vec<Line> = Vec::new();
    for row in &by.rows {
        let set = row.codes.first().and_then(|code| declared.set(code));
        let (Some(set), Some(cell), Some(label)) = (set, row.cells.first(), row.labels.first())
        else {
            continue;
        };
        lines.push(Line {
            label: label.clone(),
            set,
            cell: cell.clone(),
            share: most.zip(number(cell)).map(|(most, value)| value / most),
        });
    }
    let exclusive: Vec<Exclusive> = lines
        .iter()
        .map(|line| Exclusive {
            set: line.set,
            people: figure(&line.cell),
        })
        .collect();
    lines.sort_by(|a, b| least(b).total_cmp(&least(a)));
    Counted {
        overlap: overlap(&exclusive, declared.sectors.len()),
        notices: notices(by, all),
        lines,
        total,
    }
}

/// What a combination is at the least, so that those of which nothing is known come last.
fn least(line: &Line) -> f64 {
    number(&line.cell).or(line.cell.low).unwrap_or(-1.0)
}

/// The largest of the combinations that are shown, where each is a number or hidden.
pub(super) fn largest(lines: &[Line]) -> Option<&Line> {
    let is_open = |line: &Line| number(&line.cell).is_none() && line.cell.low.is_some();
    let is_known = !lines.iter().any(is_open);
    lines
        .first()
        .filter(|line| is_known && number(&line.cell).is_some())
}

/// The number of a cell that has exactly one.
pub(super) fn number(cell: &CellView) -> Option<f64> {
    let is_number = matches!(cell.kind, CellKind::Value | CellKind::Zero);
    cell.value.filter(|_| is_number)
}

fn notices(by: &Answer, all: &Answer) -> Vec<Notice> {
    let mut notices: Vec<Notice> = Vec::new();
    for notice in by.notices.iter().chain(&all.notices) {
        // The same remark has another example in each answer.
        if !notices
            .iter()
            .any(|known| known.headline == notice.headline)
        {
            notices.push(notice.clone());
        }
    }
    notices
}

/// The positions of the sectors in a set.
pub(super) fn positions(set: Set, sector_count: usize) -> Vec<usize> {
    let has = |at: &usize| health::across::bits(std::iter::once(*at)) & set != 0;
    (0..sector_count).filter(has).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use health::Figure;
    use health::across::Sector;
    use protocol::message::AnswerRow;

    fn declared() -> Combinations {
        let members = [
            ("H", vec!["H"]),
            ("HA", vec!["H", "A"]),
            ("A", vec!["A"]),
            ("0", vec![]),
        ];
        let members = members.map(|(code, met)| {
            (
                code.to_owned(),
                met.into_iter().map(str::to_owned).collect(),
            )
        });
        let sector = |id: &str| Sector {
            id: id.to_owned(),
            ..Sector::default()
        };
        Combinations {
            sectors: vec![sector("H"), sector("A")],
            members: members.into(),
            ..Combinations::default()
        }
    }

    fn answer(rows: &[(&str, Option<f64>)]) -> Answer {
        let row = |(code, value): &(&str, Option<f64>)| AnswerRow {
            codes: vec![(*code).to_owned()],
            labels: vec![(*code).to_owned()],
            cells: vec![CellView {
                kind: if value.is_some() {
                    CellKind::Value
                } else {
                    CellKind::Hidden
                },
                value: *value,
                ..CellView::default()
            }],
        };
        Answer {
            rows: rows.iter().map(row).collect(),
            ..Answer::default()
        }
    }

    #[test]
    fn the_largest_comes_first_and_hidden_ones_last() {
        let by = answer(&[
            ("0", Some(5.0)),
            ("H", None),
            ("HA", Some(20.0)),
            ("A", Some(75.0)),
        ]);
        let counted = counted(&declared(), &by, &answer(&[("", Some(100.0))]));
        let lines = counted
            .lines
            .iter()
            .map(|line| (line.label.as_str(), line.share));
        let expected = [
            ("A", Some(0.75)),
            ("HA", Some(0.2)),
            ("0", Some(0.05)),
            ("H", None),
        ];
        assert_eq!(lines.collect::<Vec<_>>(), expected);
        assert_eq!(largest(&counted.lines).unwrap().label, "A");
        assert_eq!(counted.overlap.sectors[0].at_all, Figure::AtLeast(20.0));
        assert_eq!(counted.overlap.sectors[1].at_all, Figure::Value(95.0));
    }
}
