//! Random packages with several levels, printed totals and every class: what is answered is what the rows come to by hand, and
//! what may not be summed is refused with its reason.

mod package;
mod twin;

use proptest::prelude::proptest;

use crate::{Dataset, Figure, Keep, Question, Reason, Remark, Wanted};
use package::{Asked, By, DIMENSIONS, MEASURES, Row, TOTAL};

fn question(asked: &Asked, measure: usize) -> Question {
    let by = asked.by.iter().enumerate();
    let by = by.filter_map(|(at, by)| match by {
        By::Nothing => None,
        By::Groups => Some(format!("l{at}")),
        By::Parts => Some(format!("d{at}")),
    });
    let keep = asked.kept.iter().map(|(at, groups)| {
        let members = groups.iter().map(|group| format!("g{group}"));
        (format!("l{at}"), members.collect())
    });
    Question {
        by: by.collect(),
        keep: keep.collect::<Keep>(),
        wanted: vec![Wanted::Rolled(format!("m{measure}"))],
        ..Question::default()
    }
}

/// The members printed for a group; none where the question keeps some members only.
fn printed<'a>(asked: &Asked, key: &[usize], rows: &'a [Row]) -> Option<&'a Row> {
    if asked.kept.is_some() {
        return None;
    }
    let mut named = key.iter();
    let mut wanted = [TOTAL; DIMENSIONS];
    for (wanted, by) in wanted.iter_mut().zip(&asked.by) {
        *wanted = match by {
            By::Nothing => TOTAL,
            By::Groups => package::GROUPS[*named.next()?],
            By::Parts => *named.next()?,
        };
    }
    rows.iter().find(|(members, _)| *members == wanted)
}

fn reason(measure: usize) -> Option<Reason> {
    match measure {
        4 => Some(Reason::CountedInSeveral),
        7 => Some(Reason::OnlyPrinted),
        _ => None,
    }
}

fn same(found: Figure, expected: Figure) -> bool {
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-12 * a.abs().max(b.abs());
    match (found, expected) {
        (Figure::Value(a), Figure::Value(b)) | (Figure::AtLeast(a), Figure::AtLeast(b)) => {
            close(a, b)
        }
        (Figure::Bounds(a, b), Figure::Bounds(c, d)) => close(a, c) && close(b, d),
        _ => found == expected,
    }
}

proptest! {
    #[test]
    fn an_answer_is_what_the_rows_come_to_or_refused_with_the_reason(
        (rows, asked) in package::drawn()
    ) {
        let dataset = Dataset::bind(vec![package::table(&rows)], vec![], vec![]).unwrap();
        for measure in 0..MEASURES {
            let answer = dataset.ask(&question(&asked, measure)).unwrap();
            let expected = twin::answer(&rows, &asked, measure);
            let found: Vec<(Vec<usize>, Figure)> = answer
                .rows()
                .map(|(members, cells)| {
                    let codes = members.iter().map(|member| package::index(&member.code));
                    (codes.collect(), cells[0].figure)
                })
                .collect();
            let keys = |answer: &[(Vec<usize>, Figure)]| -> Vec<Vec<usize>> {
                answer.iter().map(|(key, _)| key.clone()).collect()
            };
            assert_eq!(keys(&found), keys(&expected), "m{measure} {asked:?}");
            for ((key, found), (_, expected)) in found.iter().zip(&expected) {
                assert!(same(*found, *expected), "m{measure} {key:?}: {found:?} is not {expected:?} {asked:?}");
                if let Some((_, numbers)) = printed(&asked, key, &rows) {
                    let number = numbers[measure].map(package::double);
                    let printed = number.map_or(Figure::Hidden, Figure::number);
                    assert_eq!(*found, printed, "m{measure} {key:?}: a printed number was changed");
                }
            }
            let is_refused = found.iter().any(|(_, figure)| *figure == Figure::Refused);
            let told = |wanted: Reason| {
                let mut remarks = answer.remarks().iter();
                remarks.any(|remark| matches!(remark, Remark::NotSummed { reason, .. } if *reason == wanted))
            };
            assert!(!is_refused || reason(measure).is_some_and(told), "m{measure} {asked:?}");
            let has_bounds = found.iter().any(|(_, figure)| matches!(figure, Figure::Bounds(..)));
            assert!(!has_bounds || told(Reason::SamePerson), "m{measure} {asked:?}");
        }
    }
}
