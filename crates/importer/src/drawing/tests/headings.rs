//! Texts above columns of numbers, each read as somebody says.

use super::*;

const SIDE_BY_SIDE: &str = "Ophold efter k\u{f8}n\n\n;2024;;I \u{e5}r;\nKommune;H;D;H;D\nKolding;11;12;13;14\nVejle;21;22;23;24\n";

/// Sets a field of a text in a row of the header.
fn decide(drawing: &mut Drawing, row: u64, text: &str, (field, value): (&str, &str)) -> View {
    let view = drawing.view(Language::Da);
    let terms = &view
        .rows
        .iter()
        .find(|own| own.number == row)
        .unwrap()
        .terms;
    let term = terms.rows.iter().find(|term| term.text == text).unwrap();
    // The page names the field of how a text is read by that of what it is.
    let field = term.id.replacen(".is:", &format!(".{field}:"), 1);
    let value = value.to_owned();
    changed(drawing, Change::Table { field, value })
}

fn terms(view: &View, row: u64) -> Vec<(String, String, String)> {
    let row = view.rows.iter().find(|own| own.number == row).unwrap();
    let terms = row.terms.rows.iter();
    terms
        .map(|it| (it.text.clone(), it.is.clone(), it.read.clone()))
        .collect()
}

#[test]
fn members_in_headings_are_named_one_by_one_and_come_into_the_outcome() {
    let mut drawing = begun(SIDE_BY_SIDE, Kept::default());
    let view = drawing.view(Language::Da);
    let text = |text: &str, read: &str| (text.to_owned(), "part".to_owned(), read.to_owned());
    assert_eq!(terms(&view, 3), [text("2024", ""), text("I \u{e5}r", "")]);
    assert_eq!(terms(&view, 4), [text("H", ""), text("D", "")]);
    decide(&mut drawing, 3, "I \u{e5}r", ("read", "2025*"));
    decide(&mut drawing, 4, "H", ("read", "M\u{e6}nd"));
    let view = decide(&mut drawing, 4, "D", ("read", "Kvinder"));
    assert_eq!(view.said, "R\u{e6}kke 4: Kvinder.");
    assert_eq!(
        terms(&view, 4),
        [text("H", "M\u{e6}nd"), text("D", "Kvinder")]
    );
    let saved = drawing.as_decided();
    let table = &drawing.imported(Language::Da).unwrap().tables[0];
    let shown = fixture::answer::table(table);
    assert!(
        shown.contains("0621 | 2025 | K | 14") && shown.contains("0630 | 2024 | M | 21"),
        "{shown}"
    );
    let decided = Decided::By(Plan::parse(&saved.to_json()).unwrap());
    let bytes = SIDE_BY_SIDE.as_bytes().to_vec();
    let opened = formats::open("a.csv", &bytes, &Limits::default(), &mut |_| {});
    let again = Drawing::begin("a.csv", opened.unwrap(), decided);
    let again = again.imported(Language::Da).unwrap();
    assert_eq!(fixture::answer::table(&again.tables[0]), shown);
}

#[test]
fn a_name_that_is_taken_back_is_as_it_is_written() {
    let mut drawing = begun(SIDE_BY_SIDE, Kept::default());
    let before = drawing.view(Language::Da).outcome;
    let view = decide(&mut drawing, 3, "2024", ("read", "2023"));
    assert_ne!(view.outcome, before);
    let view = decide(&mut drawing, 3, "2024", ("read", " "));
    assert_eq!(view.outcome, before);
}

#[test]
fn a_member_in_a_heading_is_made_a_total() {
    let text = "Kommune;Tilsammen;M\u{e6}nd;Kvinder\nKolding;23;11;12\nVejle;43;21;22\n";
    let mut drawing = begun(text, Kept::default());
    let view = decide(&mut drawing, 1, "Tilsammen", ("is", "total"));
    let kinds: Vec<String> = terms(&view, 1).into_iter().map(|(_, is, _)| is).collect();
    assert_eq!(kinds, ["total", "part", "part"]);
    let table = &drawing.imported(Language::Da).unwrap().tables[0];
    let shown = fixture::answer::table(table);
    assert!(shown.contains("0621 | Tilsammen= | 23"), "{shown}");
}

#[test]
fn a_total_in_a_heading_stays_one_under_another_name_and_when_it_is_taken_back() {
    let text = "Kommune;Tilsammen;M\u{e6}nd;Kvinder\nKolding;23;11;12\nVejle;43;21;22\n";
    for (name, shown_as) in [("Hele huset", "Hele huset"), (" ", "Tilsammen")] {
        let mut drawing = begun(text, Kept::default());
        decide(&mut drawing, 1, "Tilsammen", ("is", "total"));
        decide(&mut drawing, 1, "Tilsammen", ("read", "Alt her"));
        let view = decide(&mut drawing, 1, "Tilsammen", ("read", name));
        let kinds: Vec<String> = terms(&view, 1).into_iter().map(|(_, is, _)| is).collect();
        assert_eq!(kinds, ["total", "part", "part"]);
        let table = &drawing.imported(Language::Da).unwrap().tables[0];
        let shown = fixture::answer::table(table);
        assert!(
            shown.contains(&format!("0621 | {shown_as}= | 23")),
            "{shown}"
        );
    }
}

#[test]
fn names_of_measures_are_no_totals_and_units_are_left_to_their_columns() {
    let text = "Kommune;Ophold;Rate\n;antal;pr. 1.000\nKolding;23;1,1\nVejle;43;2,1\n";
    let view = begun(text, Kept::default()).view(Language::Da);
    let options = |row: usize| view.rows[row].terms.options.len();
    assert_eq!((options(0), terms(&view, 1).len()), (0, 2));
    assert_eq!(terms(&view, 2), []);
}
