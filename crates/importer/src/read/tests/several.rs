//! Several files picked together.

use protocol::message::Refusal;
use protocol::reading::Change;
use protocol::state::Language;
use reading::Plan;

use crate::drawing::{Drawing, Next};
use crate::kept::Kept;
use crate::read::{Imported, Wish};
use crate::read_files;
use crate::several::Several;

type Files = Vec<(String, Vec<u8>)>;

fn files(files: &[(&str, &str)]) -> Files {
    let file = |(name, text): &(&str, &str)| {
        let lines = text.trim_matches('\n').lines().map(str::trim);
        let text = lines.collect::<Vec<_>>().join("\n");
        ((*name).to_owned(), format!("{text}\n").into_bytes())
    };
    files.iter().map(file).collect()
}

fn read(files: Files, plan: &Plan) -> Result<Imported, Refusal> {
    let language = Language::Da;
    read_files(files, Wish { language, plan }, &mut |_| {})
}

/// Files as name and text, the tables that come of them, and what is said of putting them together.
fn check(texts: &[(&str, &str)], expected: &str) {
    told(&read(files(texts), &Plan::default()).unwrap(), expected);
}

fn told(imported: &Imported, expected: &str) {
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
fn a_package_or_a_broken_file_among_files_is_refused_by_its_name() {
    let good = || files(&[("a.csv", "Kommune;Antal\nOdense;5\nVejle;6\n")]);
    for (name, bytes) in [
        ("b.snit", b"PK\x03\x04".as_slice()),
        ("b.xlsx", b"PK\x03\x04 and no more"),
        ("b.csv", b""),
    ] {
        let mut files = good();
        files.push((name.to_owned(), bytes.to_vec()));
        let refusal = read(files, &Plan::default()).unwrap_err();
        let words = [refusal.what, refusal.place, refusal.remedy].join(" ");
        assert!(words.contains(name), "{words}");
    }
}

const DOUBTFUL: [(&str, &str); 3] = [
    (
        "a.csv",
        "Kommune;\u{c5}r;Tilmeldte\nKolding;2023;1.688\nVejle;2023;1.655\n",
    ),
    (
        "b.csv",
        "Hospital;\u{c5}r;Besøg\nOUH;2023;12\nSLB;2023;13\n",
    ),
    (
        "c.csv",
        "Kommune;\u{c5}r;Tilmeldte\nKolding;2024;1.711\nVejle;2024;1.702\n",
    ),
];

fn doubts(drawing: &Drawing) -> bool {
    drawing.has_questions()
}

fn begun(wants: &dyn Fn(&Drawing) -> bool) -> Several {
    let kept = (Language::Da, Kept::default());
    Several::read(files(&DOUBTFUL), kept, wants, &mut |_| {}).unwrap()
}

const APPENDED: &str = "
    table a: a
    kommune:geography | aar:time | tilmeldte=semi(aar)
    0621 | 2023 | 1.688
    0630 | 2023 | 1.655
    0621 | 2024 | 1.711
    0630 | 2024 | 1.702
    note: 2 rækker er fra »a«.
    note: 2 rækker er fra »c«.
    table b: b
    hospital:organisation | aar:time | besoeg=additive
    OUH | 2023 | 12
    SLB | 2023 | 13
    said »a«, »c« er lagt sammen til én tabel, »a«. De har de samme kolonner.
    ";

/// What is said of files that are read as an earlier one.
const AS_LAST: &str = "said Læst som sidst. Filen ligner en fra samme afsender, og dine valg fra dengang er brugt igen.";

#[test]
fn an_answer_about_one_file_holds_for_the_others_of_its_sender() {
    let mut several = begun(&doubts);
    let mut first = several.next(&doubts).unwrap();
    let (question, choice) = (0, 1);
    let answer = Change::Answer { question, choice };
    assert_eq!(first.change(answer, Language::Da), Next::Draw);
    let subtitle = first.view(Language::Da).words.subtitle;
    assert!(subtitle.starts_with("Fil 1 af 3: a.csv. "), "{subtitle}");
    assert_eq!(first.change(Change::Use, Language::Da), Next::HandOver);
    several.take_back(first);
    assert!(several.next(&doubts).is_none(), "nothing is asked twice");
    let kept = several.remembered();
    assert!(kept.contains("Tilmeldte"));
    told(&several.finish(Language::Da).unwrap(), APPENDED);
    let kept = (Language::Da, Kept::parse(&kept));
    let mut later = Several::read(files(&DOUBTFUL), kept, &doubts, &mut |_| {}).unwrap();
    assert!(later.next(&doubts).is_none());
    let later = later.finish(Language::Da).unwrap();
    told(&later, &format!("{APPENDED}{AS_LAST}"));
}

#[test]
fn a_file_without_a_table_is_refused_before_anything_is_asked() {
    let mut files = files(&DOUBTFUL);
    files.push(("ord.csv".to_owned(), b"kun ord\nog flere\n".to_vec()));
    let kept = (Language::Da, Kept::default());
    let refusal = Several::read(files, kept, &doubts, &mut |_| {}).unwrap_err();
    assert_eq!(refusal.what, "Der er ingen tabel med tal i »ord.csv«.");
}

#[test]
fn every_file_is_looked_at_in_turn_where_somebody_wants_to_see_them() {
    let all = |_: &Drawing| true;
    let mut several = begun(&all);
    let mut seen = Vec::new();
    while let Some(mut drawing) = several.next(&all) {
        let view = drawing.view(Language::Da);
        seen.push((view.file_number, view.file, view.questions.len()));
        if seen.len() == 1 {
            let (question, choice) = (0, 1);
            drawing.change(Change::Answer { question, choice }, Language::Da);
        }
        several.take_back(drawing);
    }
    let expected = [(1, "a.csv", 1), (2, "b.csv", 0), (3, "c.csv", 0)];
    let expected = expected.map(|(number, name, count)| (number, name.to_owned(), count));
    assert_eq!(seen, expected);
}

#[test]
fn a_saved_reading_decides_about_every_file_of_its_sender() {
    let mut several = begun(&doubts);
    let mut first = several.next(&doubts).unwrap();
    let (question, choice) = (0, 1);
    first.change(Change::Answer { question, choice }, Language::Da);
    let plan = first.as_decided();
    let again = read(files(&DOUBTFUL), &plan).unwrap();
    told(&again, &format!("{APPENDED}{AS_LAST}"));
    let unsent = Plan {
        sender: String::new(),
        ..plan
    };
    let read = read(files(&DOUBTFUL), &unsent).unwrap();
    let numbers = read.tables[0].measures()[0].number(0);
    assert_eq!(
        numbers,
        Some(1.688),
        "a reading of no sender is for the first"
    );
}
