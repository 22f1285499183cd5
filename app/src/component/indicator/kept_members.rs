//! Filters on the indicator: the people and services that its table knows, each as a chip.

use std::collections::BTreeSet;

use crate::prelude::*;
use danish::ui::Shell;
use protocol::Catalog;
use protocol::catalog::{FieldCard, FieldGroup};

use super::sight::{Sight, use_sight};
use crate::component::button::ButtonKind;
use crate::component::filter::{self, FilterChip, Kept};
use crate::component::menu::{Menu, MenuItem};
use crate::words::say;

/// The filters, and a menu to add more.
#[component]
pub(super) fn KeptMembers() -> impl IntoView {
    let sight = use_sight();
    let fields = Memo::new(move |_| {
        sight
            .catalog
            .with(|catalog| sight.view.with(|view| fields(catalog, &view.indicator.id)))
    });
    // A filter stands here from the moment it is added, though it keeps everything as yet.
    let added = RwSignal::new(BTreeSet::<String>::new());
    let asked = sight.asked(|state| state.filters.keys().cloned().collect::<BTreeSet<_>>());
    let shown = Memo::new(move |_| {
        let is_shown = |field: &&FieldCard| {
            asked.with(|asked| asked.contains(&field.name))
                || added.with(|added| added.contains(&field.name))
        };
        fields.with(|fields| {
            fields
                .iter()
                .filter(is_shown)
                .map(|field| field.name.clone())
                .collect::<Vec<_>>()
        })
    });
    let items = Signal::derive(move || {
        let is_left = |field: &&FieldCard| {
            field.group != FieldGroup::Place && shown.with(|shown| !shown.contains(&field.name))
        };
        fields.with(|fields| {
            fields
                .iter()
                .filter(is_left)
                .map(|field| MenuItem::act(field.name.clone(), field.label.clone()))
                .collect::<Vec<_>>()
        })
    });
    let add = move |level: String| {
        added.update(|added| {
            added.insert(level.clone());
        });
        if let Some(position) =
            shown.with_untracked(|shown| shown.iter().position(|name| *name == level))
        {
            filter::open(position);
        }
    };
    view! {
        <For each=move || shown.get() key=Clone::clone let:level>
            <LevelFilter level=level fields=fields added=added />
        </For>
        <Show when=move || items.with(|items| !items.is_empty())>
            <Menu label=say(Shell::AddFilter) kind=ButtonKind::Quiet items=items on_choose=add />
        </Show>
    }
}

/// The filter of one level.
#[component]
fn LevelFilter(
    level: String,
    fields: Memo<Vec<FieldCard>>,
    added: RwSignal<BTreeSet<String>>,
) -> impl IntoView {
    let sight = use_sight();
    let level = StoredValue::new(level);
    let field = Memo::new(move |_| {
        let found = |fields: &Vec<FieldCard>| {
            level.with_value(|level| fields.iter().find(|field| field.name == *level).cloned())
        };
        fields.with(found).unwrap_or_default()
    });
    let kept =
        sight.asked(move |state| level.with_value(|level| state.filters.get(level).cloned()));
    let keep = move |kept: Kept| level.with_value(|level| keep(sight, level, kept));
    let remove = move |()| {
        let level = level.get_value();
        keep(None);
        added.update(|added| {
            added.remove(&level);
        });
    };
    view! { <FilterChip field=field kept=kept on_keep=Callback::new(keep) on_remove=Callback::new(remove) /> }
}

fn keep(sight: Sight, level: &str, kept: Kept) {
    sight.change(|state| match kept {
        Some(kept) => {
            state.filters.insert(level.to_owned(), kept);
        }
        None => {
            state.filters.remove(level);
        }
    });
}

/// Levels of people, services and other groupings in the table that the indicator is counted in; those of places too, which
/// only a link filters by.
fn fields(catalog: &Catalog, indicator: &str) -> Vec<FieldCard> {
    let marked = format!("indicator:{indicator}");
    let table = catalog
        .tables
        .iter()
        .find(|table| table.fields.iter().any(|field| field.name == marked));
    let can_filter = |field: &&FieldCard| {
        matches!(
            field.group,
            FieldGroup::Person | FieldGroup::Service | FieldGroup::Other | FieldGroup::Place
        )
    };
    let fields = table.into_iter().flat_map(|table| &table.fields);
    fields
        .filter(can_filter)
        .filter(|field| field.member_count > 1)
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::catalog::TableCard;

    #[test]
    fn filters_are_the_groupings_of_the_indicators_own_table() {
        let field = |name: &str, group, member_count| FieldCard {
            name: name.into(),
            group,
            member_count,
            ..FieldCard::default()
        };
        let table = |fields: Vec<FieldCard>| TableCard {
            fields,
            ..TableCard::default()
        };
        let catalog = Catalog {
            tables: vec![
                table(vec![field("plejehjem", FieldGroup::Service, 9)]),
                table(vec![
                    field("kommune", FieldGroup::Place, 98),
                    field("koen", FieldGroup::Person, 2),
                    field("sektor", FieldGroup::Service, 1),
                    field("indicator:akut", FieldGroup::Measure, 0),
                ]),
            ],
            ..Catalog::default()
        };
        let named = |indicator| {
            fields(&catalog, indicator)
                .into_iter()
                .map(|field| field.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(named("akut"), ["kommune", "koen"]);
        assert!(named("ukendt").is_empty());
    }
}
