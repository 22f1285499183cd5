//! Which revisions are listed, in which order, and what a state remembers of it.

use super::*;
use protocol::view::editions::Dimension;

fn member(code: &str) -> Named {
    Named {
        code: code.to_owned(),
        ..Named::default()
    }
}

fn editions() -> Editions {
    let dimension = |kind| Dimension {
        kind,
        ..Dimension::default()
    };
    let revision = |codes: [&str; 2], from, to| Revision {
        members: codes.map(member).to_vec(),
        from,
        to,
    };
    let numbers = |revised| Numbers {
        revised,
        largest: vec![
            revision(["a", "2024"], 1000.0, 900.0),
            revision(["b", "2024"], 10.0, 40.0),
            revision(["a", "2025"], 0.0, 3.0),
        ],
        ..Numbers::default()
    };
    let table = TableChange {
        dimensions: vec![dimension(Kind::Place), dimension(Kind::Period)],
        numbers: vec![numbers(3), numbers(7), numbers(7)],
        ..TableChange::default()
    };
    Editions {
        tables: vec![table],
        ..Editions::default()
    }
}

fn check(narrowed: &Narrowed, expected: &str) {
    let editions = editions();
    let listed = revisions(numbers(&editions, (0, 0)).unwrap(), narrowed);
    let written = listed
        .iter()
        .map(|it| format!("{}{}", it.members[0].code, it.members[1].code));
    assert_eq!(written.collect::<Vec<_>>().join(" "), expected);
}

#[test]
fn the_largest_difference_comes_first_or_the_largest_percent() {
    check(&Narrowed::default(), "a2024 b2024 a2025");
    let order = Order::Percent;
    check(
        &Narrowed {
            order,
            ..Narrowed::default()
        },
        "a2025 b2024 a2024",
    );
}

#[test]
fn the_list_is_narrowed_to_a_place_and_a_period() {
    let place = "a".to_owned();
    check(
        &Narrowed {
            place: place.clone(),
            ..Narrowed::default()
        },
        "a2024 a2025",
    );
    let period = "2025".to_owned();
    check(
        &Narrowed {
            place,
            period,
            ..Narrowed::default()
        },
        "a2025",
    );
}

#[test]
fn what_no_revision_is_of_narrows_nothing() {
    let editions = editions();
    let among = |place: &str, period: &str| {
        let narrowed = Narrowed {
            place: place.to_owned(),
            period: period.to_owned(),
            order: Order::Percent,
        };
        let narrowed = narrowed.among(numbers(&editions, (0, 0)).unwrap());
        check(&narrowed, "a2025 b2024 a2024");
        narrowed
    };
    assert_eq!(among("2024", "a").order, Order::Percent);
    assert_eq!(among("0607", "").place, "");
    let kept = Narrowed {
        place: "b".to_owned(),
        period: "2024".to_owned(),
        order: Order::Size,
    };
    let found = kept.clone().among(numbers(&editions, (0, 0)).unwrap());
    assert_eq!(found, kept);
}

#[test]
fn the_measure_with_most_revisions_is_shown_first() {
    assert_eq!(first(&editions()), (0, 1));
    assert_eq!(picked(&editions(), &Study::new()), (0, 1));
}

#[test]
fn what_is_picked_and_narrowed_is_read_from_a_state_as_it_was_written() {
    let mut editions = editions();
    editions.tables[0].name = member("ophold");
    for (at, name) in ["a", "b", "c"].into_iter().enumerate() {
        editions.tables[0].numbers[at].measure = member(name);
    }
    let narrowed = Narrowed {
        place: "0607".to_owned(),
        period: "2025".to_owned(),
        order: Order::Percent,
    };
    let mut study = Study::new();
    pick(&editions, (0, 2), &mut study);
    narrowed.keep(&mut study);
    assert_eq!(
        (picked(&editions, &study), Narrowed::of(&study)),
        ((0, 2), narrowed)
    );
    pick(&editions, (0, 0), &mut study);
    assert_eq!(
        (picked(&editions, &study), Narrowed::of(&study)),
        ((0, 0), Narrowed::default())
    );
    study.insert(
        MEASURE.to_owned(),
        vec!["ophold".to_owned(), "d".to_owned()],
    );
    assert_eq!(picked(&editions, &study), (0, 1));
}

#[test]
fn nought_has_no_percent() {
    let editions = editions();
    let listed = revisions(numbers(&editions, (0, 0)).unwrap(), &Narrowed::default());
    let percents: Vec<Option<f64>> = listed.into_iter().map(percent).collect();
    assert_eq!(percents, [Some(-10.0), Some(300.0), None]);
}

#[test]
fn places_and_periods_to_choose_are_those_of_the_revisions() {
    let editions = editions();
    let found = choices(numbers(&editions, (0, 0)).unwrap(), Kind::Period);
    let codes: Vec<&str> = found.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["2024", "2025"]);
}
