//! What differs between two editions, to read.

use danish::Language;
use danish::number::{number, signed};
use danish::terminal::diff::{Word, besides, other_dimensions, revised, word};
use health::Text;
use health::edition::{Definition, DefinitionKind, Members, Numbers, Revision, TableChange};

use super::{Found, present};
use crate::output::{Side, table};

/// So many names of members are told; then how many more there are.
const MOST_NAMES: usize = 8;

/// Tables first, then definitions, then the declaration.
pub(super) fn write(found: &Found, language: Language) -> String {
    let comparison = &found.comparison;
    let mut parts: Vec<String> = comparison
        .tables
        .iter()
        .filter_map(|table| of_table(table, language))
        .collect();
    let tables = [
        (&comparison.came, Word::Came),
        (&comparison.gone, Word::Gone),
    ];
    for (names, kind) in tables.into_iter().filter(|(names, _)| !names.is_empty()) {
        let heading = word(Word::Table, language);
        let names = names.join(", ");
        parts.push(format!("{heading}: {}: {names}\n", word(kind, language)));
    }
    let kinds = [
        (DefinitionKind::Indicator, Word::Indicators),
        (DefinitionKind::Measure, Word::Measures),
    ];
    for (kind, heading) in kinds {
        let definitions = comparison.definitions.iter().filter(|it| it.kind == kind);
        let lines: Vec<String> = definitions.map(|it| definition(it, language)).collect();
        parts.extend(list(heading, &lines, language));
    }
    let sections = found.sections.iter();
    let lines: Vec<String> = sections
        .map(|it| format!("{}: {}", it.heading, word(state(present(it)), language)))
        .collect();
    parts.extend(list(Word::Declaration, &lines, language));
    if parts.is_empty() {
        parts.push(format!("{}\n", word(Word::Same, language)));
    }
    format!(
        "{} → {}\n\n{}",
        found.earlier,
        found.later,
        parts.join("\n")
    )
}

fn list(heading: Word, lines: &[String], language: Language) -> Option<String> {
    let lines: String = lines.iter().map(|line| format!("  {line}\n")).collect();
    (!lines.is_empty()).then(|| format!("{}\n{lines}", word(heading, language)))
}

fn state(present: (bool, bool)) -> Word {
    match present {
        (false, _) => Word::Came,
        (true, false) => Word::Gone,
        (true, true) => Word::Changed,
    }
}

fn definition(it: &Definition, language: Language) -> String {
    let fields = if it.fields.is_empty() {
        String::new()
    } else {
        let names: Vec<&str> = it.fields.iter().map(|field| field.name).collect();
        format!(" ({})", names.join(", "))
    };
    format!("{}: {}{fields}", it.name, word(state(it.present), language))
}

/// A table in which something differs.
fn of_table(change: &TableChange, language: Language) -> Option<String> {
    let mut lines: Vec<String> = change
        .members
        .iter()
        .flat_map(|members| of_members(members, language))
        .map(|line| format!("  {line}\n"))
        .collect();
    if !change.other_dimensions.is_empty() {
        let names: Vec<&str> = change.other_dimensions.iter().map(String::as_str).collect();
        lines.push(format!("  {}\n", other_dimensions(&names, language)));
    }
    let numbers = change.numbers.iter();
    lines.extend(numbers.filter_map(|numbers| of_numbers(numbers, language)));
    let heading = word(Word::Table, language);
    let title = said(&change.title, language);
    let title = if title == change.name {
        String::new()
    } else {
        format!(" · {title}")
    };
    (!lines.is_empty()).then(|| format!("{heading} {}{title}\n{}", change.name, lines.concat()))
}

fn of_members(members: &Members, language: Language) -> Vec<String> {
    let named = |members: &[(String, Text)]| -> Vec<String> {
        let name = |(code, label): &(String, Text)| match said(label, language) {
            label if label == *code => code.clone(),
            label => format!("{code} {label}"),
        };
        members.iter().map(name).collect()
    };
    let renamed = members.renamed.iter().map(|(code, from, to)| {
        format!("{code} {} → {}", said(from, language), said(to, language))
    });
    let kinds = [
        (Word::Came, named(&members.came)),
        (Word::Gone, named(&members.gone)),
        (Word::Renamed, renamed.collect()),
    ];
    let line = |(kind, names): (Word, Vec<String>)| {
        let count = names.len();
        let more = count.saturating_sub(MOST_NAMES);
        let more = if more > 0 {
            format!(", … (+{more})")
        } else {
            String::new()
        };
        let names = names
            .into_iter()
            .take(MOST_NAMES)
            .collect::<Vec<_>>()
            .join(", ");
        let kind = word(kind, language);
        (count > 0).then(|| format!("{}: {count} {kind}: {names}{more}", members.dimension))
    };
    kinds.into_iter().filter_map(line).collect()
}

/// What became of a measure; nothing where nothing did.
fn of_numbers(numbers: &Numbers, language: Language) -> Option<String> {
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let besides = besides(
        [
            numbers.came,
            numbers.gone,
            numbers.now_hidden,
            numbers.no_longer_hidden,
            numbers.otherwise,
            numbers.withheld,
        ]
        .map(count),
        language,
    );
    if numbers.revised == 0 && besides.is_empty() {
        return None;
    }
    let counts = (count(numbers.revised), count(numbers.compared));
    let line = revised(&said(&numbers.label, language), counts, language);
    let besides = if besides.is_empty() {
        String::new()
    } else {
        format!("; {besides}")
    };
    Some(format!("  {line}{besides}\n{}", largest(numbers, language)))
}

fn largest(numbers: &Numbers, language: Language) -> String {
    if numbers.largest.is_empty() {
        return String::new();
    }
    let heads = [Word::Where, Word::Before, Word::After, Word::Difference];
    let heads = heads.map(|head| word(head, language).to_owned()).to_vec();
    let row = |revision: &Revision| {
        let labels: Vec<String> = revision
            .labels
            .iter()
            .map(|it| said(it, language))
            .collect();
        let shown = |value| number(value, numbers.decimals, language);
        let difference = signed(revision.to - revision.from, numbers.decimals, language);
        vec![
            labels.join(", "),
            shown(revision.from),
            shown(revision.to),
            difference,
        ]
    };
    let rows: Vec<Vec<String>> = std::iter::once(heads)
        .chain(numbers.largest.iter().map(row))
        .collect();
    let sides = [Side::Left, Side::Right, Side::Right, Side::Right];
    let lines = table(&rows, &sides);
    lines.lines().map(|line| format!("    {line}\n")).collect()
}

fn said(text: &Text, language: Language) -> String {
    language.pick(&text.da, &text.en).to_owned()
}
