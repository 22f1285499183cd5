//! What places are held against, with numbers that can be recomputed by hand.

use super::*;
use health::{PeerClass, Peers};
use protocol::view::{IndicatorView, OverviewView};

/// Six municipalities of three councils: towns 0607 0621 0751, an island 0741, and 0630 and 0615 of no class.
const PEOPLE: &str = "kommune:geography aar:time sygdom borgere=semi(aar) ventetid=printed
    0607 2024 30 1000 20
    0607 2025 20 1000 30
    0621 2024 50 1000 40
    0621 2025 40 1000 50
    0751 2024 700 9000 70
    0751 2025 640 8000 60
    0741 2024 9 1000 10
    0741 2025 5 1000 10
    0630 2024 h 1000 50
    0630 2025 h 1000 40
    0615 2024 60 1000 50
    0615 2025 m 1000 m";

const INDICATORS: &str = r#"[
    {"id":"rate","label":{"da":"Rate","en":"Rate"},"decimals":1,"factor":1000,"interval":"byar","direction":"low",
        "numerator":{"table":"t","measure":"sygdom"},"denominator":{"table":"t","measure":"borgere"},
        "breaks":[{"period":"2025","why":{"da":"Nyt","en":"New"}}],"preliminary":["2025"],
        "caveats":[{"where":{"kommune":["0621"],"aar":["2025"]},"text":{"da":"Sent","en":"Late"}},
            {"text":{"da":"Alle","en":"All"}}]},
    {"id":"ventetid","label":{"da":"Ventetid","en":"Wait"},"decimals":0,"direction":"low",
        "numerator":{"table":"t","measure":"ventetid"}}]"#;

fn opened() -> Open {
    let class = |id: &str, da: &str, members: &[&str]| PeerClass {
        id: id.to_owned(),
        label: health::Text::same(da),
        members: strings(members),
    };
    let mut open = open(&[PEOPLE], INDICATORS);
    open.facts.peers = vec![Peers {
        id: "type".into(),
        level: "kommune".into(),
        label: health::Text::same("Kommunetype"),
        classes: vec![
            class("by", "Byer", &["0607", "0621", "0751", "0999"]),
            class("skjult", "Skjulte", &["0741", "0607x", "0630"]),
            class("sen", "Sene", &["0615"]),
        ],
        ..Peers::default()
    }];
    open
}

fn state(place: &str, against: &str, list: &[&str]) -> ViewState {
    ViewState {
        place: Some(place.into()),
        against: Some(against.into()),
        list: strings(list),
        ..ViewState::default()
    }
}

fn overview_of(state: &ViewState) -> OverviewView {
    let open = opened();
    overview::view(&open, &complete::complete(&open, state))
}

fn indicator_of(state: &ViewState) -> IndicatorView {
    let open = opened();
    indicator::view(&open, &complete::complete(&open, state)).unwrap()
}

/// Label of the benchmark, then value, benchmark and judgement of each indicator, then notes and notices.
fn check(state: &ViewState, expected: &str) {
    let view = overview_of(state);
    let rows = view.topics.iter().flat_map(|topic| &topic.rows);
    let rows = rows.map(|row| {
        let (value, benchmark) = (&row.value.text, &row.benchmark.text);
        let marks = (&row.marks, &row.benchmark_marks);
        format!(
            "{value}{} {benchmark}{} {:?}",
            marks.0, marks.1, row.judgement
        )
    });
    let notices = view.notices.iter();
    let notices = notices.map(|notice| format!("! {} {}", notice.headline, notice.text));
    let told: Vec<String> = std::iter::once(view.against.label.clone())
        .chain(rows)
        .chain(view.notes.iter().cloned())
        .chain(notices)
        .collect();
    let expected: Vec<&str> = expected.lines().map(str::trim).collect();
    let expected: Vec<&str> = expected.into_iter().filter(|it| !it.is_empty()).collect();
    assert_eq!(told, expected);
}

#[test]
fn similar_places_are_one_rate_together_and_a_median_where_nothing_may_be_summed() {
    // (40 + 640) of (1000 + 8000), itself left out; the median of 50 and 60.
    check(
        &state("kommune:0607", "peers:type", &[]),
        "
        2 lignende kommuner
        20,0 75,6 Better
        30 55¹ NotAssessed
        ¹ Median af 2 kommuner: deres tal kan ikke lægges sammen.",
    );
}

#[test]
fn an_own_list_is_one_rate_together() {
    // (20 + 640) of (1000 + 8000) in 2025; the place itself may be on the list.
    check(
        &state("kommune:0607", "list", &["kommune:0607", "kommune:0751"]),
        "
        2 valgte kommuner
        20,0 73,3 Better
        30 45¹ NotAssessed
        ¹ Median af 2 kommuner: deres tal kan ikke lægges sammen.",
    );
}

#[test]
fn a_place_without_a_number_is_left_out_above_and_below_the_line_and_told() {
    check(
        &state(
            "kommune:0607",
            "list",
            &["kommune:0621", "kommune:0751", "kommune:0615"],
        ),
        "
        3 valgte kommuner
        20,0 75,6¹ Better
        30 55² NotAssessed
        ¹ Sammenligningen dækker 2 af 3 kommuner; de andre har intet tal.
        ² Median af 2 af 3 kommuner: deres tal kan ikke lægges sammen.",
    );
}

#[test]
fn a_hidden_number_among_them_leaves_no_sum_and_the_list_without_it_tells_nothing_more() {
    let list = ["kommune:0621", "kommune:0751", "kommune:0630"];
    check(
        &state("kommune:0607", "list", &list),
        "
        3 valgte kommuner
        20,0 mindst 68,0¹ NotAssessed
        30 50² NotAssessed
        ¹ Et af tallene bag sammenligningen er skjult, så deres sum kendes ikke.
        ² Median af 3 kommuner: deres tal kan ikke lægges sammen.",
    );
    let benchmark = |list: &[&str]| {
        let view = overview_of(&state("kommune:0607", "list", list));
        view.topics[0].rows[0].benchmark.clone()
    };
    // What is known with the hidden one is what is known without it, over more people.
    let (with, without) = (benchmark(&list), benchmark(&list[..2]));
    assert_eq!(with.value, None);
    let shown = without.value.unwrap() * 9000.0 / 1000.0;
    assert_eq!(
        with.low.map(|low| (low * 10.0).round()),
        Some(shown.round())
    );
    let alone = benchmark(&["kommune:0630"]);
    assert_eq!(
        (alone.value, alone.low, alone.text.as_str()),
        (None, None, "skjult")
    );
}

#[test]
fn few_events_are_flagged_and_not_judged() {
    check(
        &state("kommune:0741", "kommune:0751", &[]),
        "
        0751
        5,0¹ 80,0 NotAssessed
        10 60 NotAssessed
        ¹ Under 10 tilfælde: for få til at blive vurderet.",
    );
}

#[test]
fn a_level_is_the_place_of_it_that_the_place_lies_in() {
    let label = |place: &str, against: &str| {
        let view = overview_of(&state(place, against, &[]));
        (view.against.label, view.against.id, view.notices.len())
    };
    let of = |label: &str, id: &str, notices| (label.to_owned(), id.to_owned(), notices);
    let council = of("Sundhedsråd Lillebælt", "sundhedsraad", 0);
    assert_eq!(label("kommune:0607", "sundhedsraad"), council);
    let council = of("Sundhedsråd Aarhus", "sundhedsraad", 0);
    assert_eq!(label("kommune:0751", "sundhedsraad"), council);
    let region = of("Region Syddanmark", "region", 0);
    assert_eq!(label("sundhedsraad:10", "region"), region);
    let country = of("Hele landet", "land:000", 1);
    assert_eq!(label("region:syddanmark", "region"), country);
    assert_eq!(label("kommune:0615", "peers:type"), country);
    assert_eq!(label("kommune:0607", "list"), country);
    assert_eq!(label("kommune:0607", "peers:nosuch"), country);
}

#[test]
fn the_choices_are_what_the_place_lies_in_those_like_it_and_a_list() {
    let choices = |state: &ViewState| -> Vec<String> {
        let choices = overview_of(state).against_choices.into_iter();
        choices
            .map(|it| format!("{}: {}, {}", it.id, it.label, it.hint))
            .collect()
    };
    let expected = [
        "land:000: Hele landet, ",
        "region: Region Syddanmark, ",
        "sundhedsraad: Sundhedsråd Lillebælt, ",
        "peers:type: 2 lignende kommuner, Byer · Kommunetype",
        "list: Egen liste, 1 valgt kommune",
    ];
    let listed = state("kommune:0607", "region", &["kommune:0751"]);
    assert_eq!(choices(&listed), expected);
    let elsewhere = choices(&state("kommune:0741", "kommune:0751", &[]));
    let expected = [
        "peers:type: 1 lignende kommune, Skjulte · Kommunetype",
        "kommune:0751: 0751, ",
        "list: Egen liste, ",
    ];
    assert_eq!(elsewhere[3..], expected);
}

#[test]
fn a_list_keeps_to_the_level_of_its_first_place_and_tells_what_it_left_out() {
    check(
        &state("kommune:0607", "list", &["kommune:0751", "region:syddanmark", "kommune:9"]),
        "
        0751
        20,0 80,0 Better
        30 60 NotAssessed
        ! 2 af listens steder er ikke med. De findes ikke i pakken, eller de er af et andet niveau end det første.",
    );
}

#[test]
fn the_indicator_view_ranks_draws_and_lists_against_similar_places() {
    let view = indicator_of(&ViewState {
        level: Some("kommune".into()),
        ..state("kommune:0607", "peers:type", &[])
    });
    assert_eq!(
        view.sentence,
        " · 2025* · lavt er godt · 0607 20,0 (12,2-30,9), lavere end 2 lignende kommuner: 75,6"
    );
    assert_eq!(
        view.ranking.subtitle,
        "95 %-interval · streg: 2 lignende kommuner 75,6 · stiplet: Hele landet mindst 54,2"
    );
    let series: Vec<&str> = view
        .trend
        .series
        .iter()
        .map(|it| it.end_label.as_str())
        .collect();
    assert_eq!(
        series,
        ["0607 20,0", "2 lignende kommuner 75,6", "Hele landet"]
    );
    assert_eq!(view.trend.breaks[0].id, "2025");
    let last = view.table.rows.last().unwrap();
    let told = (
        last.place.id.as_str(),
        last.place.label.as_str(),
        last.judgement,
    );
    assert_eq!(told, ("peers:type", "2 lignende kommuner", None));
    let told = [
        &last.numerator.text,
        &last.denominator.text,
        &last.change.text,
    ];
    assert_eq!(told, ["680", "9.000", "·"]);
    let marked: Vec<String> = view
        .ranking
        .rows
        .iter()
        .map(|row| format!("{}{} {:?}", row.place.label, row.marks, row.judgement))
        .collect();
    assert_eq!(
        marked,
        [
            "0741¹ NotAssessed",
            "0607 Better",
            "0621² Better",
            "0751 Same",
            "0630 NotAssessed",
            "0615 NotAssessed"
        ]
    );
    assert_eq!(view.ranking.notes[1], "² Forbehold. Sent");
    // A caveat that concerns all numbers is told above them.
    let told: Vec<&str> = view.notices.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(told, ["Alle"]);
}

#[test]
fn an_incomplete_number_says_how_many_of_its_parts_have_reported() {
    let open = open(
        &[
            "kommune:geography alder:age n people\n 0607 a 1 10\n 0607 b 2 10\n 0621 a 3 10\n 0621 b 4 10\n 0751 a m 10\n 0751 b m 10",
        ],
        r#"[{"id":"rate","label":{"da":"Rate","en":"Rate"},"decimals":2,"direction":"low","interval":"byar",
            "numerator":{"table":"t","measure":"n"},"denominator":{"table":"t","measure":"people"}},
            {"id":"n","label":{"da":"n","en":"n"},"numerator":{"table":"t","measure":"n"}}]"#,
    );
    let state = complete::complete(&open, &state("region:midtjylland", "land:000", &[]));
    let view = overview::view(&open, &state);
    let told = |at: usize| {
        let row = &view.topics[0].rows[at];
        let (value, benchmark) = (&row.value.text, &row.benchmark.text);
        format!(
            "{value} / {} / {benchmark}{}",
            row.remark, row.benchmark_marks
        )
    };
    // Ten people of forty: the third municipality is left out below the line as well.
    assert_eq!(told(0), "mangler / ikke indberettet / 0,25¹");
    assert_eq!(
        view.notes[0],
        "¹ Sammenligningen dækker 2 af 3 kommuner; de andre har intet tal."
    );
    let state = ViewState {
        place: Some("land:000".into()),
        ..state
    };
    let view = overview::view(&open, &complete::complete(&open, &state));
    let row = |at: usize| view.topics[0].rows[at].clone();
    assert_eq!(row(0).value.text, "2 af 3 kommuner");
    assert_eq!(row(0).remark, "2 af 3 kommuner har indberettet");
    assert_eq!(row(1).value.text, "10 (2 af 3 kommuner)");
}

#[test]
fn places_of_which_only_some_have_a_printed_total_are_not_added() {
    let open = open(
        &[
            "kommune:geography alder:age n people\n 0607 a 1 10\n 0607 b 2 10\n 0607 alle* 3 20\n 0621 a 3 10\n 0621 b 4 10\n 0751 alle* 5 20",
        ],
        r#"[{"id":"rate","label":{"da":"Rate","en":"Rate"},"decimals":2,"numerator":{"table":"t","measure":"n"},
            "denominator":{"table":"t","measure":"people"}}]"#,
    );
    let state = state("kommune:0751", "list", &["kommune:0607", "kommune:0621"]);
    let view = overview::view(&open, &complete::complete(&open, &state));
    let row = &view.topics[0].rows[0];
    // 3 of 20 and 7 of 20 lie 0.25 apart in the middle; what is printed of one place is not the total of two.
    assert_eq!(
        (row.value.text.as_str(), row.benchmark.text.as_str()),
        ("0,25", "0,25")
    );
    assert_eq!(
        view.notes,
        ["¹ Median af 2 kommuner: deres tal kan ikke lægges sammen."]
    );
}
