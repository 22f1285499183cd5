//! What the fields of a table are called on shelves and chips.

use danish::Language;
use danish::ui::pivot as words;
use protocol::Catalog;
use protocol::catalog::{FieldCard, FieldGroup, TableCard};
use protocol::slice::MeasureExpr;
use protocol::state::Pivot;

/// The table a layout is about: the named one, else the first.
pub(crate) fn table_of<'catalog>(
    catalog: &'catalog Catalog,
    pivot: &Pivot,
) -> Option<&'catalog TableCard> {
    let named = pivot
        .table
        .as_ref()
        .and_then(|name| catalog.tables.iter().find(|table| table.name == *name));
    named.or_else(|| catalog.tables.first())
}

/// The field with this name.
pub(crate) fn field_of<'table>(
    table: Option<&'table TableCard>,
    name: &str,
) -> Option<&'table FieldCard> {
    table?.fields.iter().find(|field| field.name == name)
}

/// What a level or measure is called; its own name where the table does not know it.
pub(crate) fn field_label(table: Option<&TableCard>, name: &str) -> String {
    field_of(table, name).map_or_else(|| name.to_owned(), |field| field.label.clone())
}

/// The measure as one text, no two alike.
pub(crate) fn key_of(measure: &MeasureExpr) -> String {
    let kind = match measure {
        MeasureExpr::Sum(_) => "sum",
        MeasureExpr::Count(_) => "count",
        MeasureExpr::Min(_) => "min",
        MeasureExpr::Max(_) => "max",
        MeasureExpr::Mean(_) => "mean",
        MeasureExpr::Indicator(_) => "indicator",
        MeasureExpr::Ratio([above, below]) => {
            return format!("ratio {}:{above}{below}", above.len());
        }
    };
    format!("{kind} {}", measure.column_name())
}

/// What a measure is called on its shelf.
pub(crate) fn measure_label(
    catalog: &Catalog,
    table: Option<&TableCard>,
    measure: &MeasureExpr,
    language: Language,
) -> String {
    let label = |name: &str| field_label(table, name);
    match measure {
        MeasureExpr::Sum(name) => label(name),
        MeasureExpr::Count(name) => words::count_of(&label(name), language),
        MeasureExpr::Min(name) => words::smallest_of(&label(name), language),
        MeasureExpr::Max(name) => words::largest_of(&label(name), language),
        MeasureExpr::Mean(name) => words::mean_of(&label(name), language),
        MeasureExpr::Ratio([above, below]) => {
            words::ratio_of(&label(above), &label(below), language)
        }
        MeasureExpr::Indicator(id) => catalog
            .indicators
            .iter()
            .find(|indicator| indicator.id == *id)
            .map_or_else(|| label(id), |indicator| indicator.label.clone()),
    }
}

/// How the catalogue marks a field that is a declared indicator.
const INDICATOR: &str = "indicator:";

/// What is asked when a field of the table is chosen as a measure.
pub(crate) fn measure_of(field: &FieldCard) -> MeasureExpr {
    match field.name.strip_prefix(INDICATOR) {
        Some(id) => MeasureExpr::Indicator(id.to_owned()),
        None => MeasureExpr::Sum(field.name.clone()),
    }
}

/// Whether a measure asks for this field, in whichever way.
pub(crate) fn concerns(measure: &MeasureExpr, field: &FieldCard) -> bool {
    match measure {
        MeasureExpr::Sum(name)
        | MeasureExpr::Count(name)
        | MeasureExpr::Min(name)
        | MeasureExpr::Max(name)
        | MeasureExpr::Mean(name) => *name == field.name,
        MeasureExpr::Ratio(both) => both.contains(&field.name),
        MeasureExpr::Indicator(_) => *measure == measure_of(field),
    }
}

/// The heading of a group of fields.
pub(crate) fn group_heading(group: FieldGroup) -> danish::ui::Pivot {
    match group {
        FieldGroup::Place => danish::ui::Pivot::GroupPlace,
        FieldGroup::Time => danish::ui::Pivot::GroupTime,
        FieldGroup::Person => danish::ui::Pivot::GroupPerson,
        FieldGroup::Service => danish::ui::Pivot::GroupService,
        FieldGroup::Other => danish::ui::Pivot::GroupOther,
        FieldGroup::Measure => danish::ui::Pivot::GroupMeasure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_is_a_declared_indicator_is_asked_as_one() {
        let field = |name: &str| FieldCard {
            name: name.into(),
            ..FieldCard::default()
        };
        assert_eq!(
            measure_of(&field("indicator:akut")),
            MeasureExpr::Indicator("akut".into())
        );
        assert_eq!(
            measure_of(&field("ophold")),
            MeasureExpr::Sum("ophold".into())
        );
        assert!(concerns(
            &MeasureExpr::Mean("ophold".into()),
            &field("ophold")
        ));
        assert!(!concerns(
            &MeasureExpr::Sum("akut".into()),
            &field("indicator:akut")
        ));
    }
}
