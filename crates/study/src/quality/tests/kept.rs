//! Which place, level and filters the numbers are of, and what is told of those without a point.

use health::Keep;
use protocol::Slice;

use super::super::filtered::filtered;
use super::super::left_out::left_out;
use super::super::rows::{Filter, slice};
use super::*;

/// The basis with a place chosen, which the session shows whether the indicator is counted at its level or not.
fn at(place: &str) -> Basis {
    let mut basis = with_levels(basis());
    basis.view.place = Some(Named {
        id: place.to_owned(),
        label: place.to_owned(),
    });
    chosen(basis, &[])
}

fn keep(kept: &[(&str, &[&str])]) -> Keep {
    let owned = |members: &[&str]| members.iter().map(|code| (*code).to_owned()).collect();
    kept.iter()
        .map(|(level, members)| ((*level).to_owned(), owned(members)))
        .collect()
}

fn asked(basis: &Basis, source: &health::indicator::Source, of: &Filter) -> Option<Slice> {
    slice(
        basis,
        source,
        (&["sundhedsraad".to_owned()], of),
        Vec::new(),
    )
}

#[test]
fn a_place_that_the_indicator_is_not_counted_at_gives_way_to_the_country() {
    let lacking = at("kommune:0461");
    assert_eq!(lacking.over.chosen, None);
    assert_eq!(lacking.over.keep_chosen(), Filter::new());
    assert_eq!(lacking.chosen_label("Hele landet"), "Hele landet");
    let counted = at("hjem:a");
    assert_eq!(
        counted.over.keep_chosen(),
        filter(keep(&[("hjem", &["a"])]))
    );
    assert_eq!(counted.chosen_label("Hele landet"), "hjem:a");
}

#[test]
fn a_table_without_the_level_of_the_chosen_place_is_not_asked() {
    let mut basis = at("hjem:a");
    let of = basis.over.keep_chosen();
    let [above, below] = [
        basis.indicator.numerator.clone(),
        basis.indicator.denominator.clone().unwrap(),
    ];
    assert_eq!(asked(&basis, &below, &of).unwrap().filter, of);
    basis.catalog.tables[1]
        .fields
        .retain(|field| field.name != "hjem");
    assert_eq!(asked(&basis, &below, &of), None);
    assert_eq!(asked(&basis, &above, &of).unwrap().filter, of);
}

#[test]
fn a_filter_on_places_changes_no_number_and_the_indicators_own_members_are_kept() {
    let mut basis = at("hjem:a");
    basis.state.filters = keep(&[
        ("region", &["1"]),
        ("hjem", &["b"]),
        ("sex", &["K"]),
        ("praksis", &["x"]),
    ]);
    basis.indicator.keep = keep(&[("diagnose", &["X"]), ("region", &["2"])]);
    let above = basis.indicator.numerator.clone();
    let of_all = asked(&basis, &above, &Filter::new()).unwrap();
    let own: &[(&str, &[&str])] = &[("diagnose", &["X"]), ("region", &["2"]), ("sex", &["K"])];
    assert_eq!(of_all.filter, filter(keep(own)));
    let of_one = asked(&basis, &above, &basis.over.keep_chosen()).unwrap();
    let own = [own, &[("hjem", &["a"])]].concat();
    assert_eq!(of_one.filter, filter(keep(&own)));
}

#[test]
fn a_council_is_named_in_short_whether_the_session_lists_it_or_not() {
    let mut basis = basis();
    let row = Row {
        label: "Sundhedsråd Lillebælt".to_owned(),
        ..Row::default()
    };
    assert_eq!(basis.short(&row), "Lillebælt");
    basis.over.level.id = "hjem".to_owned();
    assert_eq!(basis.short(&row), row.label);
}

#[test]
fn the_filters_that_hold_are_told_and_so_are_those_that_do_not() {
    let mut basis = with_levels(basis());
    let told = |basis: &Basis| filtered(basis, danish::Language::Da);
    assert!(told(&basis).is_empty());
    basis.state.filters = keep(&[
        ("region", &["1"]),
        ("sex", &["K", "U"]),
        ("praksis", &["x"]),
    ]);
    assert_eq!(
        told(&basis),
        [
            "Filtreret: sex: k, U.",
            "Uden filter: tabellen er ikke opdelt på praksis."
        ]
    );
    basis.state.filters = keep(&[("diagnose", &["X"])]);
    basis.indicator.numerator.table = "folk".to_owned();
    assert_eq!(
        told(&basis),
        ["Uden filter: tabellen er ikke opdelt på diagnose."]
    );
}

#[test]
fn a_remembered_level_that_is_not_there_gives_way_to_the_level_of_the_state() {
    let mut basis = with_levels(basis());
    basis.state.level = Some("hjem".into());
    let basis = chosen(basis, &[("over", "afdeling")]);
    assert_eq!(basis.over.level.id, "hjem");
    let basis = chosen(basis, &[("over", "hospital")]);
    assert_eq!(basis.over.level.id, "hospital");
}

#[test]
fn those_without_a_point_are_counted_by_the_reason() {
    let mut basis = basis();
    for (kind, count) in [
        (CellKind::Hidden, 2),
        (CellKind::Missing, 1),
        (CellKind::Refused, 1),
    ] {
        for at in 0..count {
            let number = Number {
                kind,
                ..Number::default()
            };
            basis
                .places
                .push(row(&[&format!("{kind:?}{at}"), "2025"], number));
        }
    }
    let without_size = Number {
        size: None,
        ..number(3.0, 40.0, 100.0)
    };
    basis.places.push(row(&["e", "2025"], without_size));
    let places = judged(&basis).unwrap().places;
    let words = left_out(&places, danish::Language::Da).unwrap();
    assert_eq!(
        words,
        "Ikke i tragten: 2 skjult, 1 mangler, 1 uden ét tal, 1 uden størrelse."
    );
}
