//! A menu: a button and a list of acts or choices, walked with the arrow keys.

use crate::prelude::*;
use leptos::ev::KeyboardEvent;
use leptos::html;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::component::button::ButtonKind;
use crate::component::popover::{Opener, PanelRole, Popover, close};
use crate::dom;

/// A line of a menu.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct MenuItem {
    /// What the choice is called when it is handed back.
    pub(crate) id: String,
    /// What people read.
    pub(crate) label: String,
    /// A quiet second line; may be empty.
    pub(crate) hint: String,
    /// A heading that stands above this line; may be empty.
    pub(crate) heading: String,
    /// Whether it is the present choice; `None` for an act.
    pub(crate) chosen: Option<bool>,
    /// A key shown at the right that does the same; may be empty.
    pub(crate) key: String,
}

impl MenuItem {
    /// Something to do.
    pub(crate) fn act(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
            ..Self::default()
        }
    }

    /// Something to choose, which may be the present choice.
    pub(crate) fn choice(id: impl Into<String>, label: impl Into<String>, present: &str) -> Self {
        let id = id.into();
        let chosen = Some(id == present);
        Self {
            id,
            label: label.into(),
            chosen,
            ..Self::default()
        }
    }
}

/// A button with a menu.
#[component]
pub(crate) fn Menu(
    /// The words on the button.
    #[prop(into)]
    label: Signal<String>,
    /// The name of button and menu, where the words do not tell enough.
    #[prop(optional, into)]
    name: MaybeProp<String>,
    /// What is drawn on the button.
    #[prop(optional)]
    opener: Opener,
    /// How much the button asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// The lines.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
    /// Called with the id of the chosen line.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let panel = NodeRef::<html::Div>::new();
    let choose = move |id: String| {
        close(panel);
        on_choose.run(id);
    };
    let lines = move || {
        items
            .get()
            .into_iter()
            .map(|item| line(item, choose))
            .collect_view()
    };
    view! {
        <Popover label=label name=name role=PanelRole::Menu opener=opener kind=kind panel=panel first="[aria-checked=true], [role^=menuitem]">
            <div class="menu" role="presentation" on:keydown=move |event| walk(&event, panel)>{lines}</div>
        </Popover>
    }
}

fn line(item: MenuItem, choose: impl Fn(String) + 'static) -> impl IntoView {
    let MenuItem {
        id,
        label,
        hint,
        heading,
        chosen,
        key,
    } = item;
    view! {
        {(!heading.is_empty()).then(|| view! { <p class="menu-heading" role="presentation">{heading}</p> })}
        <button
            type="button"
            class="menu-line"
            tabindex="-1"
            role=if chosen.is_some() { "menuitemradio" } else { "menuitem" }
            aria-checked=chosen.map(|chosen| chosen.to_string())
            on:click=move |_| choose(id.clone())
        >
            <span class="menu-label">{label}</span>
            {(!key.is_empty()).then(|| view! { <kbd class="key" aria-hidden="true">{key}</kbd> })}
            {(!hint.is_empty()).then(|| view! { <span class="menu-hint">{hint}</span> })}
        </button>
    }
}

/// Arrows, Home and End walk; Tab leaves; a letter jumps to the next line that begins with it.
fn walk(event: &KeyboardEvent, panel: NodeRef<html::Div>) {
    let Some(element) = panel.get_untracked() else {
        return;
    };
    let lines = dom::find_all(&element, "[role^=menuitem]");
    let focused = dom::document().active_element();
    let at = lines
        .iter()
        .position(|line| focused.as_ref() == Some(line.unchecked_ref()));
    let target = match event.key().as_str() {
        "ArrowDown" => Some(at.map_or(0, |at| at + 1) % lines.len().max(1)),
        "ArrowUp" => Some(
            at.unwrap_or(0)
                .checked_sub(1)
                .unwrap_or(lines.len().saturating_sub(1)),
        ),
        "Home" => Some(0),
        "End" => Some(lines.len().saturating_sub(1)),
        "Tab" => return close(panel),
        letter => beginning_with(&lines, letter, at),
    };
    if let Some(line) = target.and_then(|target| lines.get(target)) {
        event.prevent_default();
        let _ = line.focus();
    }
}

fn beginning_with(lines: &[HtmlElement], letter: &str, at: Option<usize>) -> Option<usize> {
    let letter =
        (letter.chars().count() == 1 && letter != " ").then(|| dom::in_small_letters(letter))?;
    let start = at.map_or(0, |at| at + 1);
    let fits = |index: &usize| {
        let text = lines.get(*index).and_then(|line| line.text_content());
        text.is_some_and(|text| dom::in_small_letters(text.trim()).starts_with(&letter))
    };
    (start..lines.len()).chain(0..start).find(fits)
}
