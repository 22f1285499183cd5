//! Files as people have them, from their bytes, read without a hand laid on them.

use fixture::files::Known;
use formats::{Limits, Warning};

use crate::words::{Language, told};
use crate::{Applied, Plan, apply};

fn read(known: &Known) -> (Applied, Vec<Warning>) {
    let opened = formats::open(
        known.name,
        &known.bytes,
        &Limits::default(),
        &mut formats::unheard,
    );
    let opened = opened.unwrap();
    let applied = apply(known.name, &Plan::default(), &opened.content);
    // What is proposed reads the file in the same way.
    let again = apply(known.name, &Plan::of(&applied), &opened.content);
    assert_eq!(again.unmatched, [], "{}", known.name);
    let notices = |applied: &Applied| format!("{:#?}", applied.reading.notices);
    let tables = |applied: &Applied| -> Vec<String> {
        let tables = applied.reading.tables.iter();
        tables.map(fixture::answer::table).collect()
    };
    assert_eq!(
        tables(&again).join("\n"),
        tables(&applied).join("\n"),
        "{}",
        known.name
    );
    assert_eq!(notices(&again), notices(&applied), "{}", known.name);
    assert!(again.reading == applied.reading, "{}", known.name);
    (applied, opened.warnings)
}

/// Tables, what stands outside of them, rows left out with the reason, and what is told.
fn found(known: &Known) -> String {
    let (applied, warnings) = read(known);
    let reading = &applied.reading;
    let mut lines: Vec<String> = reading.tables.iter().map(fixture::answer::table).collect();
    lines.extend(reading.notes.iter().map(|note| format!("outside: {note}")));
    lines.extend(reading.skipped.iter().map(|rows| {
        let last = rows.row + rows.count - 1;
        let until = if last > rows.row {
            format!("-{last}")
        } else {
            String::new()
        };
        let (sheet, reason) = (&rows.sheet, rows.reason);
        format!("skip {sheet} {}{until} {reason:?}", rows.row)
    }));
    let told = told(reading, &warnings, Language::Danish);
    lines.extend(told.iter().map(|it| format!("said {}", it.headline)));
    lines.join("\n")
}

fn differs(known: &Known) -> Option<String> {
    let found = found(known);
    let found = fixture::answer::lines(&found);
    let expected = fixture::answer::lines(known.answer);
    let mut differing = String::new();
    for line in expected.iter().filter(|line| !found.contains(line)) {
        differing.push_str(&format!("- {line}\n"));
    }
    for line in found.iter().filter(|line| !expected.contains(line)) {
        differing.push_str(&format!("+ {line}\n"));
    }
    let same = found == expected;
    (!same).then(|| format!("{}\n{differing}\n{}\n", known.name, found.join("\n")))
}

#[test]
fn every_file_is_read_as_its_publisher_meant_it() {
    let differing: Vec<String> = fixture::files::all().iter().filter_map(differs).collect();
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
