//! The lists that choose place, period and whatever else the table is divided by; what they choose is the state's own.

use danish::ui::Across as Word;
use leptos::prelude::*;

use super::asked::{Filter, Kind, keep};
use super::phrase;
use crate::talk::use_talk;

/// One list for each filter.
#[component]
pub(super) fn Filters(
    /// What can be filtered.
    filters: Memo<Vec<Filter>>,
    /// Leads the ids of the lists.
    name: &'static str,
) -> impl IntoView {
    let lists = move || {
        let filters = filters.get().into_iter();
        filters
            .map(|filter| view! { <List filter name /> })
            .collect_view()
    };
    view! { <div class="across-filters" role="group" aria-label=phrase(Word::Filters)>{lists}</div> }
}

#[component]
fn List(filter: Filter, name: &'static str) -> impl IntoView {
    let talk = use_talk();
    let Filter {
        kind,
        level,
        label,
        members,
        kept,
        all,
    } = filter;
    let id = format!("{name}-{level}");
    let label = match kind {
        Kind::Place => phrase(Word::Place),
        _ => Signal::stored(label),
    };
    let all = if all.is_empty() {
        phrase(Word::All)
    } else {
        Signal::stored(all)
    };
    // One period is always meant.
    let all = (kind != Kind::Period)
        .then(|| view! { <option value="" selected=kept.is_empty()>{all}</option> });
    let choose = move |event: web_sys::Event| {
        let id = event_target_value(&event);
        talk.choose(|state| keep(state, kind, (&level, id)));
    };
    view! {
        <label class="across-filter">
            <span class="quiet">{label}</span>
            <select id=id on:change=choose>
                {all}
                {grouped(members, &kept)}
            </select>
        </label>
    }
}

/// The members under their groups, in order.
fn grouped(members: Vec<(String, String, String)>, kept: &str) -> Vec<AnyView> {
    let mut groups: Vec<(String, Vec<AnyView>)> = Vec::new();
    for (id, label, group) in members {
        let selected = id == kept;
        let line = view! { <option value=id selected=selected>{label}</option> }.into_any();
        match groups.last_mut().filter(|(last, _)| *last == group) {
            Some((_, lines)) => lines.push(line),
            None => groups.push((group, vec![line])),
        }
    }
    let view = |(group, lines): (String, Vec<AnyView>)| {
        if group.is_empty() {
            lines.into_any()
        } else {
            view! { <optgroup label=group>{lines}</optgroup> }.into_any()
        }
    };
    groups.into_iter().map(view).collect()
}
