//! A comparison as plain data for the screen.

use health::edition::{
    ByMember, Comparison, Definition, DefinitionKind, Field, Members, Numbers, Revision,
    TableChange,
};
use health::{Dataset, Role, Table, Text};
use protocol::facts::Words;
use protocol::view::editions as view;
use protocol::view::editions::{Change, Editions, Kind, Named};

/// What differs, with the words of the later edition.
pub(super) fn of(found: &Comparison, later: &Dataset) -> Editions {
    let tables = found.tables.iter().filter_map(|change| {
        let table = later.table(&change.name).ok()?;
        Some(of_table(change, table))
    });
    Editions {
        came: found.came.clone(),
        gone: found.gone.clone(),
        tables: tables.collect(),
        definitions: found.definitions.iter().map(definition).collect(),
        ..Editions::default()
    }
}

fn of_table(change: &TableChange, table: &Table) -> view::TableChange {
    let dimensions = || table.dimensions().iter().map(|column| &column.dimension);
    let dimension = |it: &health::Dimension| view::Dimension {
        name: named(&it.name, &it.label),
        kind: match it.role {
            Role::Geography => Kind::Place,
            Role::Time => Kind::Period,
            _ => Kind::Other,
        },
    };
    let label = |name: &str| {
        let found = dimensions().find(|it| it.name == name);
        found.map(|it| it.label.clone()).unwrap_or_default()
    };
    let of_members = |it: &Members| members(it, &label(&it.dimension));
    let unit = |name: &str| {
        let mut columns = table.measures().iter();
        let found = columns.find(|column| column.measure.name == name);
        found
            .map(|column| column.measure.unit.clone())
            .unwrap_or_default()
    };
    view::TableChange {
        name: named(&change.name, &change.title),
        dimensions: dimensions().map(dimension).collect(),
        other_dimensions: change.other_dimensions.clone(),
        members: change.members.iter().map(of_members).collect(),
        numbers: change
            .numbers
            .iter()
            .map(|it| numbers(it, &unit(&it.measure)))
            .collect(),
    }
}

fn members(it: &Members, label: &Text) -> view::Members {
    let all = |members: &[(String, Text)]| -> Vec<Named> {
        let named = members.iter().map(|(code, label)| named(code, label));
        named.collect()
    };
    let renamed = it.renamed.iter().map(|(code, from, to)| view::Renamed {
        code: code.clone(),
        from: words(from),
        to: words(to),
    });
    view::Members {
        dimension: named(&it.dimension, label),
        came: all(&it.came),
        gone: all(&it.gone),
        renamed: renamed.collect(),
    }
}

fn numbers(it: &Numbers, unit: &Text) -> view::Numbers {
    let shifts = |shifts: &[health::edition::Shift]| {
        let cells = shifts.iter().map(|it| all_named(&it.codes, &it.labels));
        cells.collect::<Vec<_>>()
    };
    view::Numbers {
        measure: named(&it.measure, &it.label),
        unit: words(unit),
        decimals: it.decimals,
        compared: it.compared,
        revised: it.revised,
        withheld: it.withheld,
        came: it.came,
        gone: it.gone,
        now_hidden: it.now_hidden,
        no_longer_hidden: it.no_longer_hidden,
        otherwise: it.otherwise,
        largest: it.largest.iter().map(revision).collect(),
        hidden: shifts(&it.hidden),
        shown: shifts(&it.shown),
        by: it.by.iter().map(by_member).collect(),
    }
}

fn revision(it: &Revision) -> view::Revision {
    view::Revision {
        members: all_named(&it.codes, &it.labels),
        from: it.from,
        to: it.to,
    }
}

fn by_member(it: &ByMember) -> view::ByMember {
    view::ByMember {
        dimension: it.dimension.clone(),
        member: named(&it.code, &it.label),
        compared: it.compared,
        revised: it.revised,
    }
}

fn definition(it: &Definition) -> view::Definition {
    let field = |it: &Field| view::Field {
        name: it.name.to_owned(),
        from: words(&it.from),
        to: words(&it.to),
    };
    view::Definition {
        is_measure: it.kind == DefinitionKind::Measure,
        name: named(&it.name, &it.label),
        change: match it.present {
            (false, _) => Change::Came,
            (true, false) => Change::Gone,
            (true, true) => Change::Changed,
        },
        fields: it.fields.iter().map(field).collect(),
    }
}

fn all_named(codes: &[String], labels: &[Text]) -> Vec<Named> {
    let pairs = codes.iter().zip(labels);
    pairs.map(|(code, label)| named(code, label)).collect()
}

fn named(code: &str, label: &Text) -> Named {
    Named {
        code: code.to_owned(),
        label: words(label),
    }
}

fn words(text: &Text) -> Words {
    Words {
        da: text.da.clone(),
        en: text.en.clone(),
    }
}
