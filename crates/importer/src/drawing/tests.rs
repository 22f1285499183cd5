//! A raw file, changed as a person would.

use formats::Limits;
use protocol::reading::{CellKind, RowChoice, RowKind, View};
use table::Table;

use super::*;

mod corrections;
mod headings;

const DOUBTFUL: &str = "Tilmeldte pr. kommune\n\nKommune;\u{c5}r;Tilmeldte;Rate\nKolding;2024;1.688;5,5\nVejle;2024;1.655;<5\nMiddelfart;2024;1.473;-\nNote: med forbehold\n";

fn begun(text: &str, kept: Kept) -> Drawing {
    let bytes = text.as_bytes().to_vec();
    let opened = formats::open("a.csv", &bytes, &Limits::default(), &mut |_| {}).unwrap();
    Drawing::begin("a.csv", opened, Decided::AsKept(kept))
}

fn changed(drawing: &mut Drawing, change: Change) -> View {
    assert_eq!(drawing.change(change, Language::Da), Next::Draw);
    drawing.view(Language::Da)
}

fn column(view: &View, letter: &str) -> usize {
    view.columns
        .iter()
        .position(|column| column.letter == letter)
        .unwrap()
}

fn field(view: &View, letter: &str, label: &str) -> (String, String) {
    let column = &view.columns[column(view, letter)];
    let field = column
        .fields
        .iter()
        .find(|field| field.label == label)
        .unwrap();
    (field.id.clone(), field.value.clone())
}

fn set(drawing: &mut Drawing, letter: &str, label: &str, value: &str) -> View {
    let view = drawing.view(Language::Da);
    let change = Change::Column {
        column: u32::try_from(column(&view, letter)).unwrap(),
        field: field(&view, letter, label).0,
        value: value.to_owned(),
    };
    changed(drawing, change)
}

fn first_number(drawing: Drawing) -> Option<f64> {
    let tables: Vec<Table> = drawing.imported(Language::Da).unwrap().tables;
    tables[0].measures()[0].number(0)
}

fn answered(choice: u32) -> Drawing {
    let mut drawing = begun(DOUBTFUL, Kept::default());
    let question = 0;
    changed(&mut drawing, Change::Answer { question, choice });
    drawing
}

#[test]
fn a_doubtful_file_is_drawn_with_its_question_and_cannot_be_used_yet() {
    let mut drawing = begun(DOUBTFUL, Kept::default());
    assert!(drawing.has_questions());
    let view = changed(&mut drawing, Change::Use);
    assert_eq!(view.not_yet, "Svar først på 1 spørgsmål");
    assert_eq!(view.questions[0].text, "Kolonne C: er 1.688 et helt tal?");
    let doubtful: Vec<&str> = view
        .columns
        .iter()
        .filter(|column| column.is_doubtful)
        .map(|column| column.letter.as_str())
        .collect();
    assert_eq!(doubtful, ["C"]);
    let open: Vec<(&str, &str)> = view
        .steps
        .iter()
        .map(|step| (step.label.as_str(), step.open.as_str()))
        .filter(|(_, open)| !open.is_empty())
        .collect();
    assert_eq!(open, [("Tal", "1 spørgsmål")]);
}

#[test]
fn rows_and_cells_say_what_they_were_read_as() {
    let view = begun(DOUBTFUL, Kept::default()).view(Language::Da);
    let rows: Vec<(u64, RowKind, &str)> = view
        .rows
        .iter()
        .map(|row| (row.number, row.kind, row.words.as_str()))
        .collect();
    assert_eq!(rows[0], (1, RowKind::Title, "titel"));
    assert_eq!(rows[2], (3, RowKind::Header, "overskrift"));
    assert_eq!(rows[3], (4, RowKind::Body, "kommune"));
    assert_eq!(rows[4], (5, RowKind::Body, ""), "the level is said once");
    let rates: Vec<CellKind> = (3..6).map(|row| view.rows[row].cells[3].kind).collect();
    assert_eq!(rates, [CellKind::Number, CellKind::Hidden, CellKind::Zero]);
}

#[test]
fn an_answer_settles_the_numbers_of_the_column() {
    let view = answered(0).view(Language::Da);
    assert_eq!((view.questions.len(), view.not_yet.as_str()), (0, ""));
    assert_eq!(first_number(answered(0)), Some(1688.0));
    assert_eq!(first_number(answered(1)), Some(1.688));
}

#[test]
fn a_role_is_changed_and_the_outcome_follows() {
    let mut drawing = answered(0);
    let heads = |view: &View| view.outcome.heads.clone();
    let before = drawing.view(Language::Da);
    assert_eq!(
        heads(&before),
        ["Kommune", "År", "Nøgletal", "Værdi", "Mærke"]
    );
    let after = set(&mut drawing, "D", "Rolle", "left_out");
    assert_eq!(field(&after, "D", "Rolle").1, "left_out");
    assert_eq!(heads(&after), ["Kommune", "År", "Værdi", "Mærke"]);
    assert_eq!(after.said, "Kolonne D: Udeladt.");
    let reset = changed(&mut drawing, Change::Reset);
    assert_eq!((heads(&reset), reset.questions.len()), (heads(&before), 1));
}

#[test]
fn a_dash_is_what_a_person_says_it_is() {
    let mut drawing = answered(0);
    let after = set(&mut drawing, "D", "En streg betyder", "hidden");
    assert_eq!(after.rows[5].cells[3].kind, CellKind::Hidden);
}

#[test]
fn a_row_is_left_out_and_taken_in_again() {
    let mut drawing = answered(0);
    let (row, choice) = (5, RowChoice::Skip);
    let after = changed(&mut drawing, Change::Row { row, choice });
    assert_eq!(after.rows[4].words, "sprunget over: valgt fra");
    assert_eq!(after.outcome.summary, "4 celler fra 2 rækker · 4 vist");
    let choice = RowChoice::Recognised;
    let after = changed(&mut drawing, Change::Row { row, choice });
    assert_eq!(after.outcome.summary, "6 celler fra 3 rækker · 6 vist");
}

#[test]
fn a_remembered_reading_is_used_by_itself_the_next_time() {
    let mut drawing = answered(1);
    assert_eq!(drawing.change(Change::Use, Language::Da), Next::HandOver);
    let kept = drawing.remembered().to_json();
    let newer = DOUBTFUL.replace("2024", "2025");
    let next = begun(&newer, Kept::parse(&kept));
    assert!(!next.has_questions());
    let imported = next.imported(Language::Da).unwrap();
    assert_eq!(imported.notices[0].headline, "Læst som sidst.");
    assert_eq!(imported.tables[0].measures()[0].number(0), Some(1.688));
    assert!(
        !kept.contains("1.688") && !kept.contains("Kolding"),
        "{kept}"
    );
}

#[test]
fn a_reading_is_exported_and_taken_over_by_a_colleague() {
    let mut drawing = answered(1);
    let saved = changed(&mut drawing, Change::Export).file_to_save;
    assert_eq!(saved[0], "a.reading.json");
    let mut other = begun(DOUBTFUL, Kept::default());
    let view = changed(&mut other, Change::Import(saved[1].clone()));
    assert_eq!(
        (view.questions.len(), view.said.as_str()),
        (0, "Læsningen er hentet.")
    );
    let view = changed(&mut other, Change::Import("{".to_owned()));
    assert!(view.said.contains("kan ikke bruges"), "{}", view.said);
}

#[test]
fn a_reading_that_is_not_to_be_remembered_is_forgotten() {
    let mut drawing = answered(0);
    changed(&mut drawing, Change::Remember(false));
    assert_eq!(drawing.remembered(), Kept::default());
}
