//! A button: primary (one on a screen), plain, or quiet.

use crate::prelude::*;
use leptos::ev::MouseEvent;

use crate::component::icon::{Icon, IconSign};
use crate::dom;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ButtonKind {
    /// The one thing to do on this screen.
    Primary,
    /// An ordinary act.
    #[default]
    Plain,
    /// Without an edge, until it is pointed at.
    Quiet,
}

impl ButtonKind {
    /// The classes of the element.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Plain => "button",
            Self::Quiet => "button button-quiet",
        }
    }
}

/// A button with words; a disabled one stays focusable and says why it cannot be pressed.
#[component]
pub(crate) fn Button(
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// The name, where the words inside do not tell enough.
    #[prop(optional, into)]
    name: MaybeProp<String>,
    /// For a button that stays pressed, whether it is.
    #[prop(optional, into)]
    pressed: MaybeProp<bool>,
    /// Why it cannot be pressed now, if it cannot.
    #[prop(optional, into)]
    disabled_because: MaybeProp<String>,
    /// The key that does the same.
    #[prop(optional)]
    key: &'static str,
    /// The words.
    children: Children,
) -> impl IntoView {
    let reason_id = dom::unique("reason");
    let described_by = {
        let reason_id = reason_id.clone();
        move || disabled_because.get().map(|_| reason_id.clone())
    };
    let press = move |_: MouseEvent| {
        if !disabled_because.is_some_untracked() {
            on_press.run(());
        }
    };
    view! {
        <button
            type="button"
            class=kind.class()
            aria-label=move || name.get()
            aria-pressed=move || pressed.get().map(|pressed| pressed.to_string())
            aria-disabled=move || disabled_because.get().map(|_| "true")
            aria-describedby=described_by
            title=move || disabled_because.get()
            on:click=press
        >
            {children()}
            {(!key.is_empty()).then(|| view! { <kbd class="key" aria-hidden="true">{key}</kbd> })}
            <span class="spoken" id=reason_id hidden=move || !disabled_because.is_some()>
                {move || disabled_because.get()}
            </span>
        </button>
    }
}

/// A square button with an icon and a name.
#[component]
pub(crate) fn IconButton(
    /// What is drawn.
    icon: Icon,
    /// What it does, in words.
    #[prop(into)]
    name: Signal<String>,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
    /// Why it cannot be pressed now, if it cannot.
    #[prop(optional, into)]
    disabled_because: MaybeProp<String>,
) -> impl IntoView {
    let press = move |_: MouseEvent| {
        if !disabled_because.is_some_untracked() {
            on_press.run(());
        }
    };
    view! {
        <button
            type="button"
            class="button button-quiet button-icon"
            aria-label=name
            title=move || disabled_because.get().unwrap_or_else(|| name.get())
            aria-disabled=move || disabled_because.get().map(|_| "true")
            on:click=press
        >
            <IconSign icon=icon />
        </button>
    }
}
