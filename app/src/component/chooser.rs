//! A button that opens a long list with a field to find in it.

use crate::prelude::*;
use danish::ui::Shell;
use leptos::ev::KeyboardEvent;
use leptos::html;
use wasm_bindgen::JsCast;

use crate::component::button::ButtonKind;
use crate::component::popover::{Popover, close};
use crate::component::search::Search;
use crate::dom;
use crate::words::say;

/// A line of a long list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// What the choice is called when it is handed back.
    pub(crate) id: String,
    /// What people read and find by.
    pub(crate) label: String,
    /// The group it stands under; entries of one group follow each other.
    pub(crate) group: String,
}

/// A button, a field to find by, and the list.
#[component]
pub(crate) fn Chooser(
    /// The words on the button.
    #[prop(into)]
    label: Signal<String>,
    /// What is looked for.
    #[prop(into)]
    find: Signal<String>,
    /// How much the button asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// The list.
    #[prop(into)]
    entries: Signal<Vec<Entry>>,
    /// The id of the present choice.
    #[prop(into)]
    chosen: Signal<String>,
    /// Called with the id of the choice.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let panel = NodeRef::<html::Div>::new();
    let text = RwSignal::new(String::new());
    let found =
        Memo::new(move |_| text.with(|text| entries.with(|entries| fitting(entries, text))));
    let choose = move |id: String| {
        close(panel);
        text.set(String::new());
        on_choose.run(id);
    };
    let lines = move || {
        let present = chosen.get();
        let line = move |(heading, entry): (Option<String>, Entry)| {
            let is_present = entry.id == present;
            view! {
                {heading.map(|heading| view! { <h3 class="menu-heading">{heading}</h3> })}
                <Line entry=entry present=is_present on_choose=choose />
            }
        };
        found.get().into_iter().map(line).collect_view()
    };
    view! {
        <Popover label=label kind=kind panel=panel first="input">
            <div class="chooser" on:keydown=move |event| walk(&event, panel)>
                <Search label=find text=text />
                <div class="chooser-list">{lines}</div>
                <p class="chooser-none" role="status">{move || found.with(Vec::is_empty).then(|| say(Shell::NoMatch).get())}</p>
            </div>
        </Popover>
    }
}

/// One line of the list.
#[component]
fn Line(entry: Entry, present: bool, #[prop(into)] on_choose: Callback<String>) -> impl IntoView {
    view! {
        <button
            type="button"
            class="menu-line"
            class:menu-line-present=present
            aria-current=present.then_some("true")
            on:click=move |_| on_choose.run(entry.id.clone())
        >
            <span class="menu-label">{entry.label}</span>
        </button>
    }
}

/// Entries that hold the text, each with its group's name where a group begins.
fn fitting(entries: &[Entry], text: &str) -> Vec<(Option<String>, Entry)> {
    let wanted = dom::in_small_letters(text.trim());
    let mut group = None;
    let fits =
        |entry: &&Entry| wanted.is_empty() || dom::in_small_letters(&entry.label).contains(&wanted);
    let with_heading = |entry: &Entry| {
        let heading = (group.as_ref() != Some(&entry.group)).then(|| entry.group.clone());
        group = Some(entry.group.clone());
        (heading.filter(|heading| !heading.is_empty()), entry.clone())
    };
    entries.iter().filter(fits).map(with_heading).collect()
}

/// Arrows go from the field through the list; Enter in the field takes the first line.
fn walk(event: &KeyboardEvent, panel: NodeRef<html::Div>) {
    let Some(element) = panel.get_untracked() else {
        return;
    };
    let stops = dom::find_all(&element, "input, .menu-line");
    let focused = dom::document().active_element();
    let at = stops
        .iter()
        .position(|stop| focused.as_ref() == Some(stop.unchecked_ref()))
        .unwrap_or(0);
    let target = match event.key().as_str() {
        "ArrowDown" => stops.get(at + 1),
        "ArrowUp" => at.checked_sub(1).and_then(|before| stops.get(before)),
        "Enter" if at == 0 => {
            event.prevent_default();
            return if let Some(first) = stops.get(1) {
                first.click()
            };
        }
        _ => return,
    };
    event.prevent_default();
    if let Some(stop) = target {
        let _ = stop.focus();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(group: &str, label: &str) -> Entry {
        Entry {
            id: label.to_owned(),
            label: label.to_owned(),
            group: group.to_owned(),
        }
    }

    #[test]
    fn a_heading_stands_where_its_group_begins_among_what_is_found() {
        let entries = [
            entry("Region", "Syddanmark"),
            entry("Kommune", "Vejle"),
            entry("Kommune", "Vejen"),
        ];
        let found = fitting(&entries, "vej");
        let headings: Vec<_> = found
            .iter()
            .map(|(heading, entry)| (heading.as_deref(), entry.label.as_str()))
            .collect();
        assert_eq!(headings, [(Some("Kommune"), "Vejle"), (None, "Vejen")]);
    }
}
