//! What differs between two editions, for machines.

use health::edition::{DefinitionKind, Members, Numbers, Revision, TableChange};
use serde_json::{Value, json};

use super::Found;

/// One object.
pub(super) fn write(found: &Found) -> String {
    let comparison = &found.comparison;
    let definitions = comparison.definitions.iter().map(|it| {
        let kind = match it.kind {
            DefinitionKind::Indicator => "indicator",
            DefinitionKind::Measure => "measure",
        };
        json!({"kind": kind, "name": it.name, "change": state(it.present), "fields": it.fields})
    });
    let sections = found.sections.iter();
    let sections = sections.map(|it| json!({"heading": it.heading, "change": state(it.present)}));
    let whole = json!({
        "earlier": found.earlier,
        "later": found.later,
        "tables_new": comparison.came,
        "tables_gone": comparison.gone,
        "tables": comparison.tables.iter().map(table).collect::<Vec<_>>(),
        "definitions": definitions.collect::<Vec<_>>(),
        "declaration": sections.collect::<Vec<_>>(),
    });
    format!("{whole:#}\n")
}

fn state(present: (bool, bool)) -> &'static str {
    match present {
        (false, _) => "new",
        (true, false) => "gone",
        (true, true) => "changed",
    }
}

fn table(change: &TableChange) -> Value {
    json!({
        "table": change.name,
        "other_dimensions": change.other_dimensions,
        "members": change.members.iter().map(members).collect::<Vec<_>>(),
        "measures": change.numbers.iter().map(numbers).collect::<Vec<_>>(),
    })
}

fn members(members: &Members) -> Value {
    let codes = |members: &[(String, health::Text)]| -> Vec<String> {
        members.iter().map(|(code, _)| code.clone()).collect()
    };
    let renamed = members.renamed.iter();
    let renamed = renamed.map(|(code, from, to)| json!({"code": code, "from": from, "to": to}));
    json!({
        "dimension": members.dimension,
        "new": codes(&members.came),
        "gone": codes(&members.gone),
        "renamed": renamed.collect::<Vec<_>>(),
    })
}

fn numbers(numbers: &Numbers) -> Value {
    let revision = |it: &Revision| json!({"members": it.codes, "from": it.from, "to": it.to});
    json!({
        "measure": numbers.measure,
        "compared": numbers.compared,
        "revised": numbers.revised,
        "new": numbers.came,
        "gone": numbers.gone,
        "now_hidden": numbers.now_hidden,
        "no_longer_hidden": numbers.no_longer_hidden,
        "otherwise": numbers.otherwise,
        "withheld": numbers.withheld,
        "largest": numbers.largest.iter().map(revision).collect::<Vec<_>>(),
    })
}
