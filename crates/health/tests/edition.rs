//! Two editions of one data set held against each other.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use health::edition::{Comparison, Revision, compare};
use health::indicator::Source;
use health::{Dataset, Indicator};

const EARLIER: &str = "k:other aar:time n m=mean(n)
    a 2024 10 1.5
    b 2024 20 2.5
    c 2024 h h
    d 2024 h h
    alle* 2024 40 9
    a 2025 5 1
    b 2025 6 1
    alle* 2025 11 1";

const LATER: &str = "k:other aar:time n m=mean(n)
    a 2024 12 1.5
    b 2024 h 2.5
    c 2024 7 h
    d 2024 h h
    alle* 2024 43 9
    a 2025 5 1
    b 2025 9 1
    alle* 2025 14 1
    e 2025 1 1";

fn edition(rows: &str, factor: f64) -> Dataset {
    let indicator = Indicator {
        id: "i".to_owned(),
        numerator: Source {
            table: "t".to_owned(),
            measure: "n".to_owned(),
        },
        factor: Some(factor),
        ..Indicator::default()
    };
    let tables = vec![fixture::text::named("t", rows)];
    Dataset::bind(tables, vec![indicator], vec![]).unwrap()
}

fn compared() -> Comparison {
    compare(&edition(EARLIER, 100.0), &edition(LATER, 1000.0), 10).unwrap()
}

fn written(revision: &Revision) -> String {
    let (from, to) = (revision.from, revision.to);
    format!("{} {from} -> {to}", revision.codes.join(" "))
}

#[test]
fn members_that_came_are_told() {
    let members = &compared().tables[0].members[0];
    assert_eq!(members.dimension, "k");
    assert_eq!(members.came[0].0, "e");
    assert!(members.gone.is_empty() && members.renamed.is_empty());
}

#[test]
fn revisions_are_counted_and_the_largest_come_first() {
    let numbers = &compared().tables[0].numbers[0];
    let largest: Vec<String> = numbers.largest.iter().map(written).collect();
    assert_eq!(
        largest,
        ["alle 2025 11 -> 14", "b 2025 6 -> 9", "a 2024 10 -> 12"]
    );
    assert_eq!((numbers.compared, numbers.revised, numbers.came), (5, 4, 1));
}

/// The country of 2024 has hidden parts in either edition: by how much it was revised would tell of them.
#[test]
fn hidden_cells_are_counted_and_what_tells_of_them_is_withheld() {
    let numbers = &compared().tables[0].numbers[0];
    assert_eq!(numbers.withheld, 1);
    assert_eq!((numbers.now_hidden, numbers.no_longer_hidden), (1, 1));
    let told = |codes: &[&str]| numbers.largest.iter().any(|it| it.codes == codes);
    assert!(!told(&["alle", "2024"]) && !told(&["b", "2024"]) && !told(&["c", "2024"]));
}

#[test]
fn definitions_that_changed_are_named_by_field() {
    let found = compared().definitions;
    assert_eq!(found.len(), 1);
    let fields = found[0].fields.iter();
    let fields: Vec<String> = fields
        .map(|it| format!("{} {} -> {}", it.name, it.from.da, it.to.da))
        .collect();
    assert_eq!(
        (found[0].name.as_str(), fields),
        ("i", vec!["factor 100 -> 1000".to_owned()])
    );
}

#[test]
fn an_edition_does_not_differ_from_itself() {
    let same = compare(&edition(LATER, 1.0), &edition(LATER, 1.0), 10).unwrap();
    assert_eq!(
        (same.tables[0].members.len(), same.definitions.len()),
        (0, 0)
    );
    let numbers = &same.tables[0].numbers[0];
    assert_eq!(
        (numbers.revised, numbers.withheld, numbers.now_hidden),
        (0, 0, 0)
    );
}

/// Whether a revision of a cell is told, and how many are not.
fn told(earlier: &str, later: &str, cell: &[&str]) -> (bool, usize) {
    let compared = compare(&edition(earlier, 1.0), &edition(later, 1.0), 10).unwrap();
    let numbers = &compared.tables[0].numbers[0];
    let told = numbers.largest.iter().any(|it| it.codes == cell);
    (told, numbers.withheld)
}

/// With an unrevised total, a part that rose by two says that its only hidden sibling fell by two.
#[test]
fn a_revised_part_beside_a_single_hidden_sibling_is_withheld() {
    let earlier = "k:other n
        a 10
        b 20
        c h
        alle* 34";
    assert_eq!(
        told(earlier, &earlier.replace("a 10", "a 12"), &["a"]),
        (false, 1)
    );
    let two_hidden = earlier.replace("b 20", "b h");
    let later = two_hidden.replace("a 10", "a 12");
    assert_eq!(told(&two_hidden, &later, &["a"]), (true, 0));
    let no_total = earlier.replace("alle* 34", "d 34");
    assert_eq!(
        told(&no_total, &no_total.replace("a 10", "a 12"), &["a"]),
        (true, 0)
    );
}

#[test]
fn a_sibling_that_only_one_edition_hides_counts_as_hidden() {
    let earlier = "k:other n
        a 10
        b 20
        c h
        alle* 34";
    let later = earlier.replace("c h", "c 6").replace("a 10", "a 8");
    assert_eq!(told(earlier, &later, &["a"]), (false, 1));
    assert_eq!(told(&later, earlier, &["a"]), (false, 1));
}

/// Of `a x` nothing may be told, since `b x` is hidden; from the row of `a` it would follow after all, so another cell of it goes too.
#[test]
fn what_is_withheld_does_not_follow_from_another_total() {
    let earlier = "k:other g:other n
        a x 10
        a y 20
        a alle* 30
        b x h
        b y h
        b alle* 9
        alle* x 14
        alle* y 25
        alle* alle* 39";
    let later = earlier
        .replace("a x 10", "a x 12")
        .replace("a y 20", "a y 21")
        .replace("a alle* 30", "a alle* 33");
    for cell in [["a", "x"], ["a", "y"]] {
        assert_eq!(told(earlier, &later, &cell), (false, 2));
    }
    assert_eq!(told(earlier, &later, &["a", "alle"]), (true, 2));
}
