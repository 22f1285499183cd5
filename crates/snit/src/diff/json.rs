//! What differs between two editions, for machines.

use health::edition::{
    ByMember, DefinitionKind, Field, Members, Numbers, Revision, Section, TableChange,
};
use serde_json::{Value, json};

use super::{Found, present};

/// One object.
pub(super) fn write(found: &Found) -> String {
    let comparison = &found.comparison;
    let definitions = comparison.definitions.iter().map(|it| {
        let kind = match it.kind {
            DefinitionKind::Indicator => "indicator",
            DefinitionKind::Measure => "measure",
        };
        let fields = it.fields.iter().map(field).collect::<Vec<_>>();
        json!({"kind": kind, "name": it.name, "change": state(it.present), "fields": fields})
    });
    let section = |it: &Section| json!({"heading": it.heading, "change": state(present(it))});
    let sections = found.sections.iter().map(section);
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

fn field(it: &Field) -> Value {
    json!({"field": it.name, "from": it.from, "to": it.to})
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
    let by = |it: &ByMember| json!({"dimension": it.dimension, "member": it.code, "compared": it.compared, "revised": it.revised});
    let by = numbers.by.iter().filter(|it| it.revised > 0).map(by);
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
        "by": by.collect::<Vec<_>>(),
        "largest": numbers.largest.iter().map(revision).collect::<Vec<_>>(),
    })
}
