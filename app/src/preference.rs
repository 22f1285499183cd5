//! What the reader has chosen about the page itself, kept by the browser if it keeps anything.

use crate::prelude::*;

use crate::dom;

const THEME: &str = "snit-theme";
const DECLARATION_KEY: &str = "snit-declaration-key";

/// Light, dark, or whatever the machine says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
    /// As the machine says.
    #[default]
    Machine,
}

impl Theme {
    /// Every theme, in the order of the menu.
    pub(crate) const ALL: [Self; 3] = [Self::Machine, Self::Light, Self::Dark];

    /// The name that is remembered, and that style sheets know.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Machine => "machine",
        }
    }

    /// The theme of a name; what is not known is the machine's.
    pub(crate) fn from_name(name: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|theme| theme.name() == name)
            .unwrap_or_default()
    }
}

/// The reader's choices, offered to everything below [`crate::app::App`].
#[derive(Clone, Copy)]
pub(crate) struct Preference {
    /// Light or dark.
    pub(crate) theme: RwSignal<Theme>,
    /// Whether the key D opens the declaration.
    pub(crate) declaration_key: RwSignal<bool>,
}

/// The reader's choices.
pub(crate) fn use_preference() -> Preference {
    expect_context()
}

impl Preference {
    /// What was remembered; from here on every change is remembered and shown.
    pub(crate) fn recall() -> Self {
        let theme = dom::remembered(THEME)
            .map(|name| Theme::from_name(&name))
            .unwrap_or_default();
        let preference = Self {
            theme: RwSignal::new(theme),
            declaration_key: RwSignal::new(
                dom::remembered(DECLARATION_KEY).as_deref() != Some("off"),
            ),
        };
        Effect::new(move |_| show(preference.theme.get()));
        let key = preference.declaration_key;
        remember_changes(THEME, move || {
            let theme = preference.theme.get();
            (theme != Theme::Machine).then(|| theme.name())
        });
        remember_changes(DECLARATION_KEY, move || (!key.get()).then_some("off"));
        preference
    }
}

fn show(theme: Theme) {
    let Some(root) = dom::document().document_element() else {
        return;
    };
    let _ = match theme {
        Theme::Machine => root.remove_attribute("data-theme"),
        chosen => root.set_attribute("data-theme", chosen.name()),
    };
}

/// Only what differs from the default is kept, and nothing before the reader has changed something.
fn remember_changes(
    key: &'static str,
    value: impl Fn() -> Option<&'static str> + Send + Sync + 'static,
) {
    Effect::new(move |before: Option<Option<&'static str>>| {
        let value = value();
        match (before, value) {
            (Some(before), Some(value)) if before != Some(value) => dom::remember(key, value),
            (Some(Some(_)), None) => dom::forget(key),
            _ => {}
        }
        value
    });
}
