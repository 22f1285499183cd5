//! Numbers that are not made at a level, numbers without intervals, means, and filters on places.

use super::*;
use health::Dataset;
use protocol::message::{Notice, Reply};
use protocol::state::{Language, ViewName};
use protocol::view::IndicatorView;

/// Two regions of two municipalities; what is waited is counted by region only.
const PEOPLE: &str = "kommune:geography aar:time koen:sex sygdom borgere=semi(aar)
    0607 2024 K 30 500
    0607 2024 M 30 500
    0607 2025 K 20 500
    0607 2025 M 40 500
    0621 2025 K 40 500
    0621 2025 M 60 500
    0751 2025 K 300 2000
    0751 2025 M 340 2000
    0741 2025 K 50 500
    0741 2025 M 50 500";
const WAITS: &str = "region:geography aar:time ventedage=mean(behandlede) behandlede
    syddanmark  2024 40 100
    syddanmark  2025 30 100
    midtjylland 2025 60 300";
const INDICATORS: &str = r#"[
    {"id":"rate","label":{"da":"Rate","en":"Rate"},"decimals":1,"factor":1000,"interval":"byar","direction":"low",
        "numerator":{"table":"people","measure":"sygdom"},"denominator":{"table":"people","measure":"borgere"}},
    {"id":"ventetid","label":{"da":"Ventetid","en":"Wait"},"decimals":0,"direction":"low",
        "numerator":{"table":"waits","measure":"ventedage"}},
    {"id":"antal","label":{"da":"Syge","en":"Ill"},"interval":"byar",
        "numerator":{"table":"people","measure":"sygdom"}}]"#;

fn opened() -> Open {
    let tables = [("people", PEOPLE), ("waits", WAITS)];
    let tables = tables.map(|(name, text)| fixture::text::named(name, text));
    let indicators: Vec<Indicator> = serde_json::from_str(INDICATORS).unwrap();
    let dataset = Dataset::bind(tables.into(), indicators, vec![]).unwrap();
    Open::new(dataset, Facts::default(), vec![])
}

fn indicator_of(id: &str, state: ViewState) -> IndicatorView {
    let state = ViewState {
        indicator: Some(id.into()),
        ..state
    };
    let open = opened();
    indicator::view(&open, &complete::complete(&open, &state)).unwrap()
}

fn filtered(level: &str, members: &[&str]) -> ViewState {
    ViewState {
        filters: [(level.to_owned(), strings(members))].into(),
        ..ViewState::default()
    }
}

fn at(place: &str) -> ViewState {
    ViewState {
        place: Some(place.into()),
        ..ViewState::default()
    }
}

fn told(notices: &[Notice]) -> Vec<String> {
    let told = notices.iter();
    told.map(|it| format!("{} {}", it.headline, it.text).trim().to_owned())
        .collect()
}

/// Label, value and what is said of it, for each row of the table.
fn table(view: &IndicatorView) -> Vec<String> {
    let rows = view.table.rows.iter();
    rows.map(|row| {
        format!(
            "{} {} {}",
            row.place.label, row.value.text, row.value.spoken
        )
    })
    .map(|row| row.trim().to_owned())
    .collect()
}

#[test]
fn a_number_that_is_not_made_at_the_level_of_a_place_says_so() {
    let open = opened();
    let row = |place: &str| {
        let view = overview::view(&open, &complete::complete(&open, &at(place)));
        let row = &view.topics[0].rows[1];
        let cells = [&row.value, &row.second, &row.benchmark, &row.change];
        (row.remark.clone(), cells.map(|cell| cell.text.clone()))
    };
    let cells = |texts: [&str; 4]| texts.map(str::to_owned);
    let not_made = "opgøres ikke på dette niveau".to_owned();
    // The mean of 30 for 100 people and 60 for 300.
    assert_eq!(
        row("kommune:0607"),
        (not_made, cells(["·", "30", "53", "·"]))
    );
    assert_eq!(
        row("region:syddanmark"),
        (String::new(), cells(["30", "", "53", "−10"]))
    );
}

#[test]
fn an_indicator_is_ranked_at_the_nearest_level_that_it_is_counted_at() {
    let view = indicator_of(
        "ventetid",
        ViewState {
            level: Some("kommune".into()),
            ..at("kommune:0607")
        },
    );
    assert_eq!(
        told(&view.notices),
        ["Nøgletallet opgøres ikke på niveauet kommune. Viser niveauet region i stedet."]
    );
    assert_eq!(view.level.id, "region");
    let ranked: Vec<&str> = view
        .ranking
        .rows
        .iter()
        .map(|row| row.cell.text.as_str())
        .collect();
    // Two of the four regions have no row.
    assert_eq!(ranked, ["30", "60", "mangler", "mangler"]);
    assert!(
        view.sentence
            .ends_with("· 0607 opgøres ikke på dette niveau"),
        "{}",
        view.sentence
    );
    assert_eq!(
        table(&view),
        [
            "Region Nordjylland mangler",
            "Region Midtjylland 60",
            "Region Syddanmark 30",
            "Region Østdanmark mangler",
            "0607 · opgøres ikke på dette niveau",
            "Hele landet 53"
        ]
    );
    let drawn: Vec<&str> = view
        .trend
        .series
        .iter()
        .map(|it| it.end_label.as_str())
        .collect();
    assert_eq!(drawn, ["Hele landet 53", "Region Syddanmark 30"]);
}

#[test]
fn an_indicator_without_intervals_promises_none() {
    let view = indicator_of("ventetid", at("region:syddanmark"));
    assert_eq!(
        view.ranking.subtitle,
        "intet interval · streg: Hele landet 53"
    );
    assert!(
        view.sentence
            .contains("lavt er godt · intet interval, så intet vurderes")
    );
    assert_eq!(view.trend.note, "Lodret akse begynder ved 30.");
    assert!(view.source.ends_with(", intet interval"), "{}", view.source);
    let view = indicator_of("rate", at("region:syddanmark"));
    assert!(view.ranking.subtitle.starts_with("95 %-interval · "));
    assert!(view.trend.note.ends_with("Bånd: 95 %-interval."));
    assert_eq!(view.table.heads[3], "95 %-interval");
    // What is counted among nothing has no limits, whatever method is named.
    let view = indicator_of("antal", ViewState::default());
    assert_eq!(view.table.heads[3], "");
}

#[test]
fn a_mean_is_not_its_own_numerator() {
    let view = indicator_of("ventetid", ViewState::default());
    assert_eq!(
        view.table.heads,
        ["", "", "Værdi", "", "Fra 2024", "Mod hele landet"]
    );
    let row = &view.table.rows[0];
    assert_eq!((row.numerator.value, row.denominator.value), (None, None));
    assert_eq!(
        view.table.notes,
        ["Gennemsnit: tæller og nævner vises ikke."]
    );
    let view = indicator_of("rate", ViewState::default());
    assert_eq!(view.table.heads[..2], ["Tæller", "Nævner"]);
    let last = view.table.rows.last().unwrap();
    assert_eq!(
        (last.numerator.text.as_str(), last.denominator.text.as_str()),
        ("900", "7.000")
    );
}

#[test]
fn a_filter_on_places_picks_what_is_listed_and_leaves_every_number_whole() {
    let whole = indicator_of(
        "rate",
        ViewState {
            level: Some("kommune".into()),
            ..ViewState::default()
        },
    );
    let picked = indicator_of(
        "rate",
        ViewState {
            level: Some("kommune".into()),
            ..filtered("kommune", &["0607", "0751"])
        },
    );
    let benchmark = |view: &IndicatorView| view.table.rows.last().cloned();
    assert_eq!(benchmark(&picked), benchmark(&whole));
    assert_eq!(picked.trend.series, whole.trend.series);
    assert_eq!(
        table(&picked)
            .iter()
            .map(|row| &row[..9])
            .collect::<Vec<_>>(),
        ["0607 60,0", "0751 160,", "Hele land"]
    );
    assert_eq!(picked.ranking.rows.len(), 2);
    assert_eq!(
        told(&picked.notices),
        [
            "Viser kun de valgte steder. Hvert tal gælder hele stedet, og det, der sammenlignes med, er ikke filtreret."
        ]
    );
    // The councils that hold a chosen municipality, each whole.
    let councils = indicator_of("rate", filtered("kommune", &["0607"]));
    let ranked: Vec<String> = councils
        .ranking
        .rows
        .iter()
        .map(|row| format!("{} {}", row.place.label, row.cell.text))
        .collect();
    assert_eq!(ranked, ["Lillebælt 80,0"]);
}

#[test]
fn filters_that_hold_in_the_overview_are_told_and_what_does_not_know_them_is_marked() {
    let open = opened();
    let state = ViewState {
        place: Some("region:syddanmark".into()),
        ..filtered("koen", &["K"])
    };
    let view = overview::view(&open, &complete::complete(&open, &state));
    assert_eq!(told(&view.notices), ["Filtreret: koen: K."]);
    let rows = view.topics[0].rows.iter();
    let rows: Vec<String> = rows
        .map(|row| format!("{}{}", row.value.text, row.marks))
        .collect();
    assert_eq!(rows, ["60,0", "30¹", "60"]);
    assert_eq!(
        view.notes,
        ["¹ Uden filter: tabellen er ikke opdelt på koen."]
    );
}

#[test]
fn nothing_is_judged_against_itself_and_the_page_says_why() {
    let open = opened();
    let view = |place: &str| overview::view(&open, &complete::complete(&open, &at(place)));
    let country = view("land:000");
    assert_eq!(
        told(&country.notices),
        [
            "Hele landet sammenlignes med sig selv, så intet vurderes. Skift sted, eller sammenlign med noget andet."
        ]
    );
    assert_eq!(country.tally[3].1, 3);
    assert!(view("kommune:0607").notices.is_empty());
}

#[test]
fn an_export_says_what_is_not_made_and_which_numbers_it_holds() {
    let open = opened();
    let text = |view, state: ViewState| {
        let state = ViewState { view, ..state };
        match crate::export::export(&open, &complete::complete(&open, &state)) {
            Ok(Reply::File { text, .. }) => text,
            other => panic!("{other:?}"),
        }
    };
    let overview = text(ViewName::Overview, at("kommune:0607"));
    assert!(
        overview.contains("Ventetid;opgøres ikke på dette niveau;"),
        "{overview}"
    );
    assert!(overview.contains("Periode: 2025\r\n"), "{overview}");
    let state = ViewState {
        indicator: Some("ventetid".into()),
        ..filtered("aar", &["2025"])
    };
    let places = text(ViewName::Indicator, state);
    let head = places.trim_start_matches('\u{feff}').lines().next();
    assert_eq!(head, Some("Ventetid;Værdi;Fra 2024"));
    assert!(!places.contains("95 %"), "{places}");
    assert!(
        places.contains("\"Filtreret: aar: 2025.\"") || places.contains("Filtreret: aar: 2025."),
        "{places}"
    );
}

/// What an export of an indicator says of its filters and what the page says, or an export of Overblik, and its notes.
fn scope_of(view: ViewName, state: ViewState) -> (Vec<String>, Vec<String>) {
    let open = opened();
    let state = complete::complete(&open, &ViewState { view, ..state });
    let exported = match crate::export::export(&open, &state) {
        Ok(Reply::File { text, .. }) => text,
        other => panic!("{other:?}"),
    };
    let page = match view {
        ViewName::Indicator => told(&indicator::view(&open, &state).unwrap().notices),
        _ => overview::view(&open, &state).notes,
    };
    let lines = exported.lines().map(|line| line.trim_matches('"'));
    let starts = ["Filtreret", "Uden filter", "Viser kun"];
    let lines = lines.filter(|line| starts.iter().any(|start| line.starts_with(start)));
    (lines.map(str::to_owned).collect(), page)
}

#[test]
fn an_export_says_filtered_of_filtered_numbers_alone_and_the_page_tells_the_rest() {
    let of = |id: &str, state: ViewState| {
        let indicator = Some(id.to_owned());
        scope_of(
            ViewName::Indicator,
            ViewState {
                indicator,
                level: Some("region".into()),
                ..state
            },
        )
    };
    let women = filtered("koen", &["K"]);
    let (exported, page) = of("rate", women.clone());
    assert_eq!(exported, ["Filtreret: koen: K."]);
    assert_eq!(page, Vec::<String>::new());
    // What is waited is not divided by sex.
    let unfiltered = ["Uden filter: tabellen er ikke opdelt på koen."];
    let (exported, page) = of("ventetid", women.clone());
    assert_eq!(
        (exported, page),
        (strings(&unfiltered), strings(&unfiltered))
    );
    let (exported, _) = of("rate", filtered("kommune", &["0607"]));
    assert_eq!(
        exported,
        [
            "Viser kun de valgte steder. Hvert tal gælder hele stedet, og det, der sammenlignes med, er ikke filtreret."
        ]
    );
    let (exported, _) = scope_of(ViewName::Overview, women);
    assert_eq!(exported, ["Filtreret: koen: K."]);
}

#[test]
fn a_filter_on_places_is_no_filter_of_the_overview_whatever_its_rows_know() {
    let places = filtered("kommune", &["0607"]);
    assert_eq!(scope_of(ViewName::Overview, places), (vec![], vec![]));
}

#[test]
fn a_ratio_of_two_measures_of_a_table_is_not_called_printed() {
    let open = open(
        &[
            "region:geography aar:time takst=ratio(kroner,ydelser) kroner ydelser\n syddanmark 2025 2 20 10\n midtjylland 2025 3 90 30",
        ],
        r#"[{"id":"takst","label":{"da":"Takst","en":"Price"},"decimals":1,"numerator":{"table":"t","measure":"takst"}}]"#,
    );
    let state = complete::complete(&open, &ViewState::default());
    let view = indicator::view(&open, &state).unwrap();
    assert_eq!(
        view.table.notes,
        ["Forhold mellem to mål i tabellen: tæller og nævner vises ikke."]
    );
    // 110 for 40: it is computed anew, and not printed.
    assert_eq!(view.table.rows.last().unwrap().value.text, "2,8");
}

#[test]
fn a_question_for_a_level_that_the_numbers_are_not_made_at_is_told_from_a_misspelt_one() {
    let open = opened();
    let asked = |level: &str| {
        let slice = Slice {
            by: strings(&[level]),
            measures: vec![MeasureExpr::Indicator("ventetid".into())],
            ..Slice::default()
        };
        let refusal = ask::answer(&open.dataset, &slice, danish::Language::Da).unwrap_err();
        format!("{} {}", refusal.what, refusal.remedy)
    };
    assert_eq!(
        asked("kommune"),
        "Tallene opgøres ikke på niveauet »kommune«. Deres tabel har region og aar."
    );
    assert!(asked("komune").starts_with("Der er ikke noget niveau ved navn »komune«."));
}

#[test]
fn english_words_are_there_for_all_of_it() {
    let state = ViewState {
        language: Language::En,
        level: Some("kommune".into()),
        ..at("kommune:0607")
    };
    let view = indicator_of("ventetid", state);
    assert_eq!(
        told(&view.notices),
        [
            "The indicator is not counted at the level of municipality. Showing the level of region instead."
        ]
    );
    assert!(view.sentence.ends_with("0607 not counted at this level"));
}

#[test]
fn columns_that_are_left_out_are_told() {
    let rows = (0..201).map(|code| format!("{code:03} 1"));
    let rows = rows.collect::<Vec<_>>().join("\n");
    let table = fixture::text::named("t", &format!("kode:other antal\n{rows}"));
    let dataset = Dataset::bind(vec![table], vec![], vec![]).unwrap();
    let open = Open::new(dataset, Facts::default(), vec![]);
    let pivot = Pivot {
        columns: strings(&["kode"]),
        measures: vec![MeasureExpr::Sum("antal".into())],
        ..Pivot::default()
    };
    let state = ViewState {
        pivot,
        ..ViewState::default()
    };
    let view = pivot::view(&open, &complete::complete(&open, &state)).unwrap();
    assert_eq!(
        told(&view.notices),
        [
            "Viser de første 200 af 201 kolonner. Byt rækker og kolonner, eller vælg færre medlemmer."
        ]
    );
    // The total is of all.
    assert_eq!(view.rows[0].cells.last().unwrap().text, "201");
}
