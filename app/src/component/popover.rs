//! A button that opens a panel over the page; Esc or a click outside closes it and the focus returns.

use crate::prelude::*;
use leptos::ev::KeyboardEvent;
use leptos::html;
use web_sys::{HtmlButtonElement, HtmlElement};

use crate::component::button::ButtonKind;
use crate::component::icon::{Icon, IconSign};
use crate::dom;

/// What kind of thing a panel is to a screen reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum PanelRole {
    /// A list of acts or choices.
    Menu,
    /// Fields and text.
    #[default]
    Dialog,
}

impl PanelRole {
    const fn name(self) -> &'static str {
        match self {
            Self::Menu => "menu",
            Self::Dialog => "dialog",
        }
    }
}

/// What is drawn on the button beside its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Opener {
    /// A chevron after the words.
    #[default]
    Words,
    /// Only an icon; the words are its name.
    Icon(Icon),
}

/// A button and the panel it opens; the panel's content takes care of its own keys.
#[component]
pub(crate) fn Popover(
    /// The words on the button.
    #[prop(into)]
    label: Signal<String>,
    /// The name of button and panel, where the words do not tell enough.
    #[prop(optional, into)]
    name: MaybeProp<String>,
    /// What kind of panel it is.
    #[prop(optional)]
    role: PanelRole,
    /// What is drawn on the button.
    #[prop(optional)]
    opener: Opener,
    /// How much the button asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// The panel's element, for content that closes it.
    panel: NodeRef<html::Div>,
    /// The element that gets the focus when the panel opens, as a selector inside it.
    #[prop(default = "[data-first], button, input")]
    first: &'static str,
    /// The panel's content.
    children: Children,
) -> impl IntoView {
    let id = dom::unique("panel");
    let button = NodeRef::<html::Button>::new();
    let accessible = move || name.get().unwrap_or_else(|| label.get());
    let place = move || {
        if let (Some(button), Some(panel)) = (button.get_untracked(), panel.get_untracked()) {
            place_below(&button, &panel);
        }
    };
    let enter = move || {
        let target = panel.get_untracked().filter(|panel| is_open(panel));
        if let Some(found) =
            target.and_then(|panel| dom::find_all(&panel, first).into_iter().next())
        {
            let _ = found.focus();
        }
    };
    let open_by_arrow = move |event: KeyboardEvent| {
        if event.key() == "ArrowDown" && role == PanelRole::Menu {
            event.prevent_default();
            place();
            if let Some(panel) = panel.get_untracked() {
                let _ = panel.show_popover();
            }
        }
    };
    view! {
        <button
            type="button"
            class=kind.class()
            class:button-icon=matches!(opener, Opener::Icon(_))
            aria-haspopup=role.name()
            aria-label=accessible
            title=move || matches!(opener, Opener::Icon(_)).then(accessible)
            popovertarget=id.clone()
            node_ref=button
            on:click=move |_| place()
            on:keydown=open_by_arrow
        >
            {match opener {
                Opener::Words => view! { <span>{label}</span><IconSign icon=Icon::ChevronDown /> }.into_any(),
                Opener::Icon(icon) => view! { <IconSign icon=icon /> }.into_any(),
            }}
        </button>
        <div id=id popover="auto" class="popover" role=role.name() aria-label=accessible node_ref=panel on:toggle=move |_| enter()>
            {children()}
        </div>
    }
}

/// Closes a panel; the browser gives the focus back to the button.
pub(crate) fn close(panel: NodeRef<html::Div>) {
    if let Some(panel) = panel.get_untracked() {
        let _ = panel.hide_popover();
    }
}

fn is_open(panel: &HtmlElement) -> bool {
    panel.matches(":popover-open").unwrap_or(false)
}

/// Under the button, from its left edge, or from its right edge when it stands in the right half of the window.
fn place_below(button: &HtmlButtonElement, panel: &HtmlElement) {
    let window = dom::window();
    let number = |value: Result<wasm_bindgen::JsValue, _>| {
        value
            .ok()
            .and_then(|value: wasm_bindgen::JsValue| value.as_f64())
    };
    let (Some(width), Some(height)) = (number(window.inner_width()), number(window.inner_height()))
    else {
        return;
    };
    let frame = button.get_bounding_client_rect();
    let scrolled = window.scroll_y().unwrap_or(0.0);
    let style = panel.style();
    let set = |name: &str, value: f64| {
        let _ = style.set_property(name, &format!("{value:.0}px"));
    };
    set("top", frame.bottom() + scrolled + 2.0);
    set("max-height", (height - frame.bottom() - 12.0).max(160.0));
    if frame.left() > width / 2.0 {
        let _ = style.set_property("left", "auto");
        set(
            "right",
            (document_width().unwrap_or(width) - frame.right()).max(4.0),
        );
    } else {
        let _ = style.set_property("right", "auto");
        set("left", frame.left().max(4.0));
    }
}

/// The width without the scroll bar, which is what `right` counts from.
fn document_width() -> Option<f64> {
    dom::document()
        .document_element()
        .map(|root| f64::from(root.client_width()))
}
