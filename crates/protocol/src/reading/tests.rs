//! What importer and step say to each other comes over as it went.

use super::*;

#[test]
fn a_view_comes_back_as_it_went() {
    let cell = Cell {
        text: "<5".to_owned(),
        kind: CellKind::Hidden,
        span: 1,
        indent: 2,
    };
    let view = View {
        file: "tabel3.xlsx".to_owned(),
        file_number: 2,
        shown: 1,
        columns: vec![Column {
            letter: "C".to_owned(),
            kind: ColumnKind::Measure,
            is_doubtful: true,
            ..Column::default()
        }],
        rows: vec![Row {
            number: 17,
            kind: RowKind::Body,
            cells: vec![cell],
            ..Row::default()
        }],
        questions: vec![Question {
            answers: vec!["Ja".to_owned(), "Nej".to_owned()],
            ..Question::default()
        }],
        ..View::default()
    };
    assert_eq!(packed::read::<View>(&packed::write(&view)), Some(view));
}

#[test]
fn every_change_comes_back_as_it_went() {
    let (field, value) = ("0.role".to_owned(), "measure".to_owned());
    let changes = [
        Change::Look,
        Change::Tab(3),
        Change::Column {
            column: 6,
            field,
            value,
        },
        Change::Row {
            row: 11,
            choice: RowChoice::Skip,
        },
        Change::Answer {
            question: 0,
            choice: 1,
        },
        Change::Import("{}".to_owned()),
        Change::Use,
        Change::Cancel,
    ];
    for change in changes {
        assert_eq!(
            packed::read::<Change>(&packed::write(&change)),
            Some(change)
        );
    }
}

#[test]
fn a_choice_of_a_row_is_known_by_its_name() {
    for choice in RowChoice::ALL {
        assert_eq!(RowChoice::from_name(choice.name()), Some(choice));
    }
    assert_eq!(RowChoice::from_name("other"), None);
}
