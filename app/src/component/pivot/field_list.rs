//! The list of fields at the left: grouped as people look for them, found by typing; on narrow screens a sheet.

use crate::prelude::*;
use danish::ui::{Pivot, Shell};
use protocol::catalog::{FieldCard, FieldGroup};

use super::field_line::FieldLine;
use super::labels;
use super::table_menu::TableMenu;
use super::workbench::use_bench;
use crate::component::search::Search;
use crate::dom;
use crate::words::say;

/// The id of the sheet, for the button that opens it.
pub(super) const SHEET: &str = "pivot-fields";

/// All fields of the table.
#[component]
pub(super) fn FieldList() -> impl IntoView {
    let bench = use_bench();
    let text = RwSignal::new(String::new());
    let groups = Memo::new(move |_| {
        let wanted = text.with(|text| dom::in_small_letters(text.trim()));
        bench.table.with(|table| grouped(&table.fields, &wanted))
    });
    let drawn = move || {
        groups
            .get()
            .into_iter()
            .map(|(group, fields)| view! { <Group group=group fields=fields /> })
            .collect_view()
    };
    let none = move || {
        groups
            .with(Vec::is_empty)
            .then(|| say(Shell::NoMatch).get())
    };
    view! {
        <section id=SHEET class="pivot-fields" popover="auto" aria-label=say(Pivot::Fields)>
            <TableMenu />
            <Search label=say(Pivot::FindField) text=text />
            {drawn}
            <p class="quiet" role="status">{none}</p>
        </section>
    }
}

/// One heading with its fields.
#[component]
fn Group(group: FieldGroup, fields: Vec<FieldCard>) -> impl IntoView {
    view! {
        <h2 class="pivot-group">{say(labels::group_heading(group))}</h2>
        <ul class="pivot-group-fields">{fields.into_iter().map(|field| view! { <FieldLine field=field /> }).collect_view()}</ul>
    }
}

/// Fields that hold the text, under their groups; groups in the order of the catalogue's type.
fn grouped(fields: &[FieldCard], wanted: &str) -> Vec<(FieldGroup, Vec<FieldCard>)> {
    let fits = |field: &&FieldCard| {
        wanted.is_empty() || dom::in_small_letters(&field.label).contains(wanted)
    };
    let mut groups: Vec<(FieldGroup, Vec<FieldCard>)> = Vec::new();
    for field in fields.iter().filter(fits) {
        match groups.iter_mut().find(|(group, _)| *group == field.group) {
            Some((_, present)) => present.push(field.clone()),
            None => groups.push((field.group, vec![field.clone()])),
        }
    }
    groups.sort_by_key(|(group, _)| *group);
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(label: &str, group: FieldGroup) -> FieldCard {
        FieldCard {
            name: label.to_lowercase(),
            label: label.into(),
            group,
            ..FieldCard::default()
        }
    }

    #[test]
    fn what_is_found_stands_under_its_group_and_measures_come_last() {
        let fields = [
            field("Kontakter", FieldGroup::Measure),
            field("Kommune", FieldGroup::Place),
            field("År", FieldGroup::Time),
            field("Region", FieldGroup::Place),
        ];
        let told = |wanted: &str| -> Vec<(FieldGroup, Vec<String>)> {
            let labels =
                |fields: Vec<FieldCard>| fields.into_iter().map(|field| field.label).collect();
            grouped(&fields, wanted)
                .into_iter()
                .map(|(group, fields)| (group, labels(fields)))
                .collect()
        };
        assert_eq!(
            told("ko"),
            [
                (FieldGroup::Place, vec!["Kommune".into()]),
                (FieldGroup::Measure, vec!["Kontakter".into()])
            ]
        );
        assert_eq!(told("").len(), 3);
    }
}
