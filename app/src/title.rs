//! The document's language and title, and what is said aloud when another view is up.

use crate::prelude::*;
use danish::Language;
use danish::ui::Shell;
use protocol::View;
use protocol::catalog::Origin;

use crate::component::live::Announcer;
use crate::component::view_bar::words;
use crate::desk::Desk;
use crate::dom;
use crate::scene::Scene;
use crate::words::Spoken;

/// Keeps language and title true, and says each new view aloud.
pub(crate) fn follow(desk: Desk, announcer: Announcer) {
    let Spoken(language) = expect_context();
    Effect::new(move |_| {
        if let Some(root) = dom::document().document_element() {
            let _ = root.set_attribute("lang", language.get().code());
        }
    });
    let view = Memo::new(move |_| view_title(desk, language.get()));
    Effect::new(move |_| {
        let package = package_title(desk, language.get());
        let parts = [view.get(), package, Some("Snit".to_owned())];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        dom::document().set_title(&parts.join(" · "));
    });
    Effect::new(move |_| {
        if let Some(title) = view.get() {
            announcer.0.set(title);
        }
    });
}

/// What the view is about: its place and period, its indicator, or its name.
fn view_title(desk: Desk, language: Language) -> Option<String> {
    match Scene::of(desk) {
        Scene::View(_) => {}
        Scene::Study(view) => return Some(words(view).in_language(language).to_owned()),
        _ => return None,
    }
    let both = |one: &str, other: &str| format!("{one}, {other}");
    desk.shown.with(|shown| match &shown.as_ref()?.view {
        View::Overview(view) => Some(both(&view.place.label, &view.period.label)),
        View::Indicator(view) => Some(both(&view.indicator.label, &view.period.label)),
        View::Pivot(_) => Some(Shell::ViewPivot.in_language(language).to_owned()),
        View::Declaration(_) => Some(Shell::ViewDeclaration.in_language(language).to_owned()),
    })
}

fn package_title(desk: Desk, language: Language) -> Option<String> {
    desk.catalog.with(|catalog| {
        let card = &catalog.as_ref()?.card;
        Some(match card.synthetic {
            Origin::Synthetic => format!(
                "{} ({})",
                card.title,
                Shell::Synthetic.in_language(language)
            ),
            Origin::Real => card.title.clone(),
        })
    })
}
