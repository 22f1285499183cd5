//! Texts in, tables out.

mod faults;
mod round_trip;

use table::MemberKind;

use super::*;
use crate::unheard;

fn read_text(text: &str) -> Result<(Vec<Table>, Vec<Warning>), FormatError> {
    read(text.as_bytes(), &Limits::default(), &mut unheard)
}

/// A table in words: name and title, dimensions, measures, rows, notes.
fn shown(table: &Table) -> String {
    let mut lines = vec![format!("{}: {}", table.name(), table.title().da)];
    for column in table.dimensions() {
        let dimension = &column.dimension;
        let member = |member: &table::Member| {
            let kind = match &member.kind {
                MemberKind::Part => "",
                MemberKind::Total => "!",
                MemberKind::Of(_) => "^",
            };
            format!("{}{kind}={}", member.code, member.label.da)
        };
        let members: Vec<String> = dimension.members.iter().map(member).collect();
        let head = format!(
            "{} ({}) {:?}",
            dimension.name, dimension.label.da, dimension.role
        );
        lines.push(format!("{head}: {}", members.join(", ")));
    }
    for column in table.measures() {
        let measure = &column.measure;
        let preliminary = measure.preliminary.join(" ");
        lines.push(format!(
            "{} {} [{}] {} {preliminary}",
            measure.name, measure.label.da, measure.unit.da, measure.decimals
        ));
    }
    let cell = |row: usize| {
        let cells = table.measures().iter().map(|column| {
            let number = column.number(row).map(|number| number.to_string());
            number.unwrap_or_else(|| format!("{:?}", column.status(row)))
        });
        cells.collect::<Vec<_>>().join("|")
    };
    let cells: Vec<String> = (0..table.row_count()).map(cell).collect();
    lines.push(cells.join(" "));
    for note in table.notes() {
        let column = note.column.as_deref().unwrap_or("*");
        lines.push(format!("{column}: {}", note.text.da));
    }
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    lines.join("\n")
}

fn check(text: &str, expected: &str) {
    let (tables, _) = read_text(text).unwrap();
    let tables: Vec<String> = tables.iter().map(shown).collect();
    assert_eq!(tables.join("\n---\n"), expected.trim());
}

const VERSION_2: &str = r#"{
  "version": "2.0", "class": "dataset", "label": "Ophold",
  "source": "Danmarks Statistik", "updated": "2025-01-01T08:00:00Z",
  "note": ["Foreløbige tal"],
  "id": ["område", "indhold", "tid"], "size": [3, 2, 2],
  "role": {"time": ["tid"], "geo": ["område"], "metric": ["indhold"]},
  "dimension": {
    "tid": {"category": {"index": ["2023", "2024"]}},
    "område": {"label": "Område", "note": ["Kommuner"], "category": {
      "index": {"000": 0, "751": 2, "101": 1},
      "label": {"000": "Hele landet", "101": "København", "751": "Aarhus"},
      "note": {"101": ["med Frederiksberg"]},
      "child": {"000": ["101", "751"]}}},
    "indhold": {"category": {"index": ["n", "r"], "label": {"n": "Ophold", "r": "Rate"},
      "unit": {"n": {"decimals": 0, "label": "antal"}, "r": {"decimals": 2, "base": "pr. 1.000"}}}}
  },
  "value": [1, 2, 0.5, 0.25, 3, null, null, null, null, 0, 7, 8],
  "status": {"5": "..", "6": "c", "7": "z", "8": "-", "10": "e", "11": "p"},
  "extension": {"px": {"tableid": "x"}}
}"#;

#[test]
fn a_dataset_of_version_2_is_read_with_its_roles_units_signs_and_notes() {
    check(
        VERSION_2,
        "
: Ophold
område (Område) Geography: 000!=Hele landet, 101=København, 751=Aarhus
tid (tid) Time: 2023=2023, 2024=2024
n Ophold [antal] 0 2024
r Rate [pr. 1.000] 2 2024
1|0.5 2|0.25 3|Hidden Hidden|NotApplicable 0|7 0|8
*: Foreløbige tal
område: Kommuner
område: København: med Frederiksberg
*: SOURCE: Danmarks Statistik
*: LAST-UPDATED: 2025-01-01T08:00:00Z
",
    );
    let (_, warnings) = read_text(VERSION_2).unwrap();
    let signs = vec![("e".to_owned(), 1)];
    assert_eq!(warnings, [Warning::SignsBesideNumbers { signs }]);
}

#[test]
fn a_bundle_of_version_1_gives_a_table_for_each_dataset() {
    let dataset = |value: &str| {
        format!(
            r#"{{"label": "L", "dimension": {{
            "id": ["tid", "k"], "size": [2, 1], "role": {{"time": ["tid"]}},
            "tid": {{"label": "Tid", "category": {{"index": {{"2023": 0, "2024": 1}}}}}},
            "k": {{"category": {{"label": {{"x": "Kun x"}}}}}}}},
            "value": {value}}}"#
        )
    };
    let text = format!(
        r#"{{"a": {}, "b": {}, "version": "1.3", "n": [1, {{}}], "m": null}}"#,
        dataset("[1.5, null]"),
        dataset(r#"{"1": 4}"#)
    );
    check(
        &text,
        "
a: L
tid (Tid) Time: 2023=2023, 2024=2024
k (k) Other: x=Kun x
value L [] 1
1.5 Missing
---
b: L
tid (Tid) Time: 2023=2023, 2024=2024
k (k) Other: x=Kun x
value L [] 0
Missing 4
",
    );
    let (_, warnings) = read_text(&text).unwrap();
    let keywords = ["version", "n", "m"].map(str::to_owned).to_vec();
    assert_eq!(warnings, [Warning::KeywordsUnused { keywords }]);
}

#[test]
fn a_collection_gives_its_own_datasets_and_tells_of_links() {
    let dataset = r#"{"class": "dataset", "label": "L", "id": ["a"], "size": [2],
        "dimension": {"a": {"category": {"index": ["x", "y"]}}}, "value": [1, 2], "status": "p"}"#;
    let text = format!(
        r#"{{"class": "collection", "version": "2.0", "link": {{"item": [
        {{"class": "dataset", "href": "https://example.org/x", "label": "Andet"}}, {dataset}]}}}}"#
    );
    check(&text, "2: L\na (a) Other: x=x, y=y\nvalue L [] 0\n1 2");
    let (_, warnings) = read_text(&text).unwrap();
    // Without a period nothing can be marked as preliminary.
    let signs = Warning::SignsBesideNumbers {
        signs: vec![("p".to_owned(), 2)],
    };
    let keywords = vec!["Andet".to_owned()];
    assert_eq!(warnings, [signs, Warning::KeywordsUnused { keywords }]);
}

#[test]
fn members_that_hold_others_are_no_parts() {
    let kinds = |child: &str| {
        let text = format!(
            r#"{{"id": ["a"], "size": [4], "value": [1, 2, 3, 4], "dimension": {{"a": {{"category": {{
            "index": ["w", "x", "y", "z"], "child": {child}}}}}}}}}"#
        );
        let (tables, _) = read_text(&text).unwrap();
        shown(&tables[0]).lines().nth(1).unwrap().to_owned()
    };
    let total = r#"{"w": ["x", "y"], "y": ["z"]}"#;
    assert_eq!(kinds(total), "a (a) Other: w!=w, x=x, y^=y, z=z");
    let groups = r#"{"w": ["x"], "y": ["z"]}"#;
    assert_eq!(kinds(groups), "a (a) Other: w^=w, x=x, y^=y, z=z");
}
