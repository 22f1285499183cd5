//! Several files picked together.

use protocol::state::Language;

use crate::read_files;

/// Files as name and text, the tables that come of them, and what is said of putting them together.
fn check(files: &[(&str, &str)], expected: &str) {
    let files = files.iter().map(|(name, text)| {
        let lines = text.trim_matches('\n').lines().map(str::trim);
        let text = lines.collect::<Vec<_>>().join("\n");
        ((*name).to_owned(), format!("{text}\n").into_bytes())
    });
    let imported = read_files(files.collect(), Language::Da, &mut |_| {}).unwrap();
    let mut found: Vec<String> = imported.tables.iter().map(fixture::answer::table).collect();
    let told = imported.notices.iter();
    let told =
        told.filter(|it| !it.headline.contains("totaler") && !it.headline.contains("læst med"));
    found.extend(told.map(|it| format!("said {} {}", it.headline, it.text)));
    let found = found.join("\n");
    assert_eq!(
        fixture::answer::lines(&found).join("\n"),
        fixture::answer::lines(expected).join("\n")
    );
}

#[test]
fn exports_of_one_kind_are_appended_and_their_names_give_the_period() {
    check(
        &[
            ("ophold_2023.csv", "Kommune;Alder;Patienter\nOdense;85-;5\nOdense;0-17 år;6\n"),
            ("ophold_2022.csv", "Alder;Kommune;Patienter\n0-17 år;Odense;7\n18-84 år;Vejle;<5\n"),
        ],
        "
        table ophold: ophold
        kommune:geography | alder:age | year:time | patienter=distinct(year)
        0461 | 85+ | 2023 | 5
        0461 | 0-17 | 2023 | 6
        0461 | 0-17 | 2022 | 7
        0630 | 18-84 | 2022 | hidden
        note: 2 rækker er fra »ophold_2023«.
        note: 2 rækker er fra »ophold_2022«.
        said »ophold_2023«, »ophold_2022« er lagt sammen til én tabel, »ophold«. De har de samme kolonner.
        said 1 felter i »Patienter« er skjult af udgiveren. De vises som skjult og tæller ikke som 0.
        ",
    );
}

#[test]
fn rows_that_are_there_already_are_told_and_not_added_twice() {
    check(
        &[
            ("eksport.csv", "Kommune;År;Ophold\nOdense;2022;5\nOdense;2023;6\n"),
            ("eksport (1).csv", "Kommune;År;Ophold\nOdense;2023;6\nOdense;2024;8\n"),
            ("eksport (2).csv", "Kommune;År;Ophold\nOdense;2024;9\nVejle;2024;1\n"),
        ],
        "
        table eksport: eksport
        kommune:geography | aar:time | ophold=additive
        0461 | 2022 | 5
        0461 | 2023 | 6
        0461 | 2024 | 8
        0630 | 2024 | 1
        note: 2 rækker er fra »eksport«.
        note: 2 rækker er fra »eksport (1)«.
        note: 2 rækker er fra »eksport (2)«.
        said 1 rækker i »eksport (1)« findes allerede og er ikke lagt til igen. Den første er Odense, 2023. Tallene er de samme.
        said 1 rækker i »eksport (2)« findes allerede og er ikke lagt til igen. Den første er Odense, 2024. 1 af dem har andre tal; de første gælder.
        said »eksport«, »eksport (1)«, »eksport (2)« er lagt sammen til én tabel, »eksport«. De har de samme kolonner.
        ",
    );
}

#[test]
fn tables_of_the_same_places_and_periods_are_put_side_by_side() {
    check(
        &[
            ("ophold.csv", "Kommune;År;Ophold\nOdense;2023;5\nVejle;2023;6\n"),
            ("borgere.csv", "År;Kommune;Borgere\n2023;Vejle;600\n2023;Fanø;700\n"),
        ],
        "
        table ophold: ophold
        kommune:geography | aar:time | ophold=additive | borgere=semi(aar)
        0461 | 2023 | 5 | missing
        0630 | 2023 | 6 | 600
        0563 | 2023 | missing | 700
        said »ophold«, »borgere« er stillet op ved siden af hinanden i én tabel, »ophold«. De har de samme steder og perioder.
        ",
    );
}

#[test]
fn the_same_heading_above_other_numbers_is_told_apart_by_the_files() {
    check(
        &[
            ("indlæggelser.csv", "Kommune;År;Antal\nOdense;2023;5\nVejle;2023;6\n"),
            ("besøg.csv", "Kommune;År;Antal\nOdense;2023;50\nVejle;2023;60\n"),
        ],
        "
        table indlaeggelser: indlæggelser
        kommune:geography | aar:time | antal_indlaeggelser=additive | antal_besoeg=additive
        0461 | 2023 | 5 | 50
        0630 | 2023 | 6 | 60
        said »indlæggelser«, »besøg« er stillet op ved siden af hinanden i én tabel, »indlæggelser«. De har de samme steder og perioder.
        ",
    );
}

#[test]
fn what_does_not_fit_stays_apart() {
    check(
        &[
            ("ophold.csv", "Kommune;Ophold\nOdense;5\nVejle;6\n"),
            ("dage.csv", "Hospital;Dage\nOUH;5\nSLB;6\n"),
        ],
        "
        table ophold: ophold
        kommune:geography | ophold=additive
        0461 | 5
        0630 | 6
        table dage: dage
        hospital:organisation | dage=additive
        OUH | 5
        SLB | 6
        ",
    );
}

#[test]
fn a_package_among_files_is_refused() {
    let files = vec![
        (
            "a.csv".to_owned(),
            b"Kommune;Antal\nOdense;5\nVejle;6\n".to_vec(),
        ),
        ("b.snit".to_owned(), b"PK\x03\x04".to_vec()),
    ];
    assert!(read_files(files, Language::Da, &mut |_| {}).is_err());
}
