//! What automatic reading gets wrong, put right one decision at a time.

use super::*;

fn opened(name: &str, text: &str) -> Drawing {
    let bytes = text.as_bytes().to_vec();
    let opened = formats::open(name, &bytes, &Limits::default(), &mut |_| {}).unwrap();
    Drawing::begin(name, opened, Decided::AsKept(Kept::default()))
}

/// Sets the field of a column that is called so, without a look at what it was.
fn decide(drawing: &mut Drawing, field: &str, value: &str) -> View {
    let column = field.split('.').next().unwrap().parse().unwrap();
    let (field, value) = (field.to_owned(), value.to_owned());
    changed(
        drawing,
        Change::Column {
            column,
            field,
            value,
        },
    )
}

fn decide_table(drawing: &mut Drawing, field: &str, value: &str) -> View {
    let (field, value) = (field.to_owned(), value.to_owned());
    changed(drawing, Change::Table { field, value })
}

/// The cells of the table that comes of it, each with the members it belongs to.
fn cells(drawing: Drawing) -> Vec<String> {
    let table = drawing.imported(Language::Da).unwrap().tables.remove(0);
    let mut cells = Vec::new();
    for row in 0..table.row_count() {
        let members = table.dimensions().iter().map(|column| {
            let member = column.codes.get(row).unwrap();
            let member = &column.dimension.members[member];
            let kind = match &member.kind {
                table::MemberKind::Part => "",
                _ => "=",
            };
            format!("{}{kind}", member.label.da)
        });
        let numbers = table.measures().iter().map(|column| {
            let number = column.number(row).map(|number| number.to_string());
            number.unwrap_or_else(|| format!("{:?}", column.status(row)))
        });
        cells.push(members.chain(numbers).collect::<Vec<_>>().join(" "));
    }
    cells
}

#[test]
fn a_member_is_a_total_and_another_is_read_under_its_common_name() {
    let mut drawing = begun(
        "Sted;Ophold\nHele huset;120\nKbh.;100\nKolding;20\n",
        Kept::default(),
    );
    let view = drawing.view(Language::Da);
    let terms = &view.columns[0].terms;
    let listed: Vec<(&str, &str)> = terms
        .rows
        .iter()
        .map(|term| (term.text.as_str(), term.is.as_str()))
        .collect();
    assert_eq!(
        listed,
        [
            ("Hele huset", "part"),
            ("Kbh.", "part"),
            ("Kolding", "part")
        ]
    );
    decide(&mut drawing, "0.is:Hele huset", "total");
    let view = decide(&mut drawing, "0.read:Kbh.", " København ");
    let kbh = &view.columns[0].terms.rows[1];
    assert_eq!(
        (kbh.text.as_str(), kbh.read.as_str()),
        ("Kbh.", "København")
    );
    assert!(!kbh.is_doubtful);
    assert_eq!(
        cells(drawing),
        ["Hele huset= 120", "København 100", "Kolding 20"]
    );
}

#[test]
fn a_total_stays_one_under_another_name_and_when_it_is_taken_back() {
    let text = "Sted;Ophold\nHele huset;120\nKirurgi;100\nMedicin;20\n";
    for (name, shown_as) in [("Klinikken", "Klinikken= 120"), ("", "Hele huset= 120")] {
        let mut drawing = begun(text, Kept::default());
        decide(&mut drawing, "0.is:Hele huset", "total");
        decide(&mut drawing, "0.read:Hele huset", "Huset");
        let view = decide(&mut drawing, "0.read:Hele huset", name);
        assert_eq!(view.columns[0].terms.rows[0].is, "total");
        assert_eq!(cells(drawing)[0], shown_as);
    }
}

#[test]
fn a_row_is_said_to_be_a_total() {
    let mut drawing = begun(
        "Afdeling;Ophold\nKoncernen;240\nKirurgi;120\nMedicin;120\n",
        Kept::default(),
    );
    let (row, choice) = (2, RowChoice::Total);
    changed(&mut drawing, Change::Row { row, choice });
    assert_eq!(cells(drawing)[0], "I alt= 240");
}

#[test]
fn words_among_numbers_are_explained_and_then_nothing_is_asked() {
    let mut drawing = begun(
        "Kommune;År;Ophold\nKolding;2025;120\nVejle;2025;lukket\nFanø;2025;#\nEsbjerg;2025;50\nVarde;2025;40\n",
        Kept::default(),
    );
    assert!(drawing.has_questions());
    decide(&mut drawing, "2.sign:lukket", "zero");
    assert!(drawing.has_questions(), "one of two is explained");
    let view = decide(&mut drawing, "2.sign:#", "hidden");
    assert!(!drawing.has_questions(), "{:?}", view.questions);
    assert_eq!(view.rows[3].cells[2].kind, CellKind::Hidden);
    assert_eq!(
        cells(drawing),
        [
            "Kolding 2025 120",
            "Vejle 2025 0",
            "Fanø 2025 Hidden",
            "Esbjerg 2025 50",
            "Varde 2025 40"
        ]
    );
}

#[test]
fn two_conventions_in_a_column_are_read_each_number_by_itself() {
    let mut drawing = begun(
        "Kommune;Udgift\nKolding;41,5\nVejle;1.238,25\nFanø;44.5\nVarde;1,039.75\nEsbjerg;1.500\n",
        Kept::default(),
    );
    let (question, choice) = (0, 0);
    changed(&mut drawing, Change::Answer { question, choice });
    assert_eq!(
        cells(drawing),
        [
            "Kolding 41.5",
            "Vejle 1238.25",
            "Fanø 44.5",
            "Varde 1039.75",
            "Esbjerg 1500"
        ]
    );
}

#[test]
fn a_measure_of_several_columns_has_one_name_unit_and_class() {
    let mut drawing = begun(
        "Kommune;2024;2025\nKolding;11;12\nVejle;21;22\n",
        Kept::default(),
    );
    decide(&mut drawing, "2.name", "Ophold");
    decide(&mut drawing, "1.unit", "pr. 100");
    decide(&mut drawing, "2.decimals", "1");
    let view = decide(&mut drawing, "2.adds", "never");
    assert_eq!(view.columns[1].group, "Ophold");
    let tables = drawing.imported(Language::Da).unwrap().tables;
    let measure = &tables[0].measures()[0].measure;
    assert_eq!(
        (
            measure.label.da.as_str(),
            measure.unit.da.as_str(),
            measure.decimals
        ),
        ("Ophold", "pr. 100", 1)
    );
    assert_eq!(measure.aggregation, table::Aggregation::Printed);
}

#[test]
fn a_table_has_the_title_and_the_rows_that_somebody_says() {
    let mut drawing = begun(
        "Kommune;År;Ophold\nKolding;2024;5\nVejle;2024;6\nFanø;2024;7\n",
        Kept::default(),
    );
    decide_table(&mut drawing, "title", "Ophold i alt");
    let view = decide_table(&mut drawing, "body_last", "3");
    assert_eq!(view.outcome.summary, "2 celler fra 2 rækker · 2 vist");
    assert_eq!(view.rows[2].choice, "last");
    let view = decide_table(&mut drawing, "body_last", "99");
    assert!(
        view.said.contains("ikke nummeret på en række"),
        "{}",
        view.said
    );
    let field = |id: &str| {
        let mut fields = view.fields.iter();
        fields.find(|field| field.id == id).unwrap().value.clone()
    };
    assert_eq!(
        (field("title"), field("body_last")),
        ("Ophold i alt".to_owned(), "3".to_owned())
    );
    let tables = drawing.imported(Language::Da).unwrap().tables;
    assert_eq!(tables[0].title().da, "Ophold i alt");
}

const PX: &str = "CHARSET=\"ANSI\";\nMATRIX=\"A\";\nCONTENTS=\"Ophold\";\nUNITS=\"antal\";\nSTUB=\"område\";\nHEADING=\"tid\";\nVALUES(\"område\")=\"Kolding\",\"Vejle\";\nVALUES(\"tid\")=\"2024\",\"2025\";\nDATA=\n1 2\n3 \"..\";\n";

#[test]
fn a_file_that_describes_itself_is_shown_and_put_right_column_by_column() {
    let mut drawing = opened("a.px", PX);
    assert!(drawing.is_drawable() && !drawing.has_questions());
    let view = drawing.view(Language::Da);
    assert!(view.columns.iter().all(|column| !column.fields.is_empty()));
    assert_eq!(view.rows[0].kind, RowKind::Header);
    let last = view.rows.last().unwrap();
    assert_eq!(
        (last.kind, last.cells.last().unwrap().kind),
        (RowKind::Body, CellKind::Hidden)
    );
    let view = decide(&mut drawing, "0.read:Vejle", "Kolding by");
    assert_eq!(view.columns[0].terms.rows[1].read, "Kolding by");
    let view = decide(&mut drawing, "2.name", "Sengedage");
    assert_eq!(view.columns[2].group, "Sengedage");
    assert_eq!(drawing.change(Change::Use, Language::Da), Next::HandOver);
}

fn choices(view: &View) -> Vec<&str> {
    let choices = view.row_choices.iter();
    choices.map(|choice| choice.id.as_str()).collect()
}

#[test]
fn of_rows_that_come_with_types_only_a_total_can_be_decided() {
    let mut drawing = opened("a.px", PX);
    let before = drawing.view(Language::Da);
    assert_eq!(choices(&before), ["recognised", "total"]);
    assert_eq!(before.header_choices, []);
    assert!(before.rows.iter().all(|row| row.header.is_empty()));
    let (row, choice) = (2, RowChoice::Skip);
    let after = changed(&mut drawing, Change::Row { row, choice });
    assert_eq!((after.said.as_str(), &after.outcome), ("", &before.outcome));
    assert_eq!(drawing.as_decided().tables[0].skip, []);
    let choice = RowChoice::Total;
    changed(&mut drawing, Change::Row { row, choice });
    assert_eq!(cells(drawing)[0], "Kolding= 2024 1");
}

#[test]
fn rows_that_a_saved_reading_leaves_out_where_there_are_none_are_told() {
    let mut drawing = opened("a.px", PX);
    let mut plan = drawing.as_decided();
    plan.tables[0].skip.push(reading::RowMark {
        row: 3,
        words: "Vejle".to_owned(),
    });
    let view = changed(&mut drawing, Change::Import(plan.to_json()));
    let told: Vec<&str> = view.checks.iter().map(|it| it.text.as_str()).collect();
    let words = "R\u{e6}kken »Vejle« (f\u{f8}r r\u{e6}kke 3) er ikke fundet p\u{e5} arket »«.";
    assert!(told.contains(&words), "{told:?}");
    assert!(view.rows.iter().all(|row| row.choice == "recognised"));
}

#[test]
fn nothing_can_be_decided_of_rows_where_a_table_says_itself_what_it_means() {
    let table = opened("a.px", PX).imported(Language::Da).unwrap();
    let opened = Opened {
        format: formats::Format::Arrow,
        content: Content::Described(table.tables[0].clone()),
        warnings: Vec::new(),
    };
    let kept = Decided::AsKept(Kept::default());
    let drawing = Drawing::begin("a.arrow", opened, kept);
    assert_eq!(choices(&drawing.view(Language::Da)), ["recognised"]);
}

#[test]
fn a_saved_reading_keeps_names_signs_and_other_words() {
    let text = "Sted;År;Ophold\nKbh.;2025;100\nOdense;2025;lukket\nVejle;2025;7\n";
    let mut drawing = begun(text, Kept::default());
    decide(&mut drawing, "0.read:Kbh.", "København");
    decide(&mut drawing, "2.sign:lukket", "missing");
    let saved = changed(&mut drawing, Change::Export).file_to_save;
    let mut other = begun(text, Kept::default());
    let view = changed(&mut other, Change::Import(saved[1].clone()));
    assert_eq!(view.not_yet, "");
    assert_eq!(
        cells(other),
        ["København 2025 100", "Odense 2025 Missing", "Vejle 2025 7"]
    );
}
