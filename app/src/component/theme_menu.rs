//! Light, dark, or as the machine says.

use crate::prelude::*;
use danish::ui::Shell;

use crate::component::button::ButtonKind;
use crate::component::icon::Icon;
use crate::component::menu::{Menu, MenuItem};
use crate::component::popover::Opener;
use crate::preference::{Theme, use_preference};
use crate::words::{language, say};

/// A button with the three themes.
#[component]
pub(crate) fn ThemeMenu() -> impl IntoView {
    let theme = use_preference().theme;
    let language = language();
    let items = move || {
        let present = theme.get().name();
        let item = |choice: Theme| {
            MenuItem::choice(
                choice.name(),
                words(choice).in_language(language.get()),
                present,
            )
        };
        Theme::ALL.into_iter().map(item).collect::<Vec<_>>()
    };
    view! {
        <Menu
            label=say(Shell::Theme)
            kind=ButtonKind::Quiet
            opener=Opener::Icon(Icon::Theme)
            items=Signal::derive(items)
            on_choose=move |name: String| theme.set(Theme::from_name(&name))
        />
    }
}

const fn words(theme: Theme) -> Shell {
    match theme {
        Theme::Light => Shell::ThemeLight,
        Theme::Dark => Shell::ThemeDark,
        Theme::Machine => Shell::ThemeAuto,
    }
}
