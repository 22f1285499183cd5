//! The bar under the strip: which view, one step back, and what can be done with the view.

use crate::prelude::*;
use danish::ui::Shell;
use leptos::task::spawn_local;
use protocol::Catalog;
use protocol::state::ViewName;

use crate::component::button::{Button, IconButton};
use crate::component::icon::{Icon, IconSign};
use crate::component::menu::{Menu, MenuItem};
use crate::component::strip::LanguageSwitch;
use crate::component::theme_menu::ThemeMenu;
use crate::desk::use_desk;
use crate::dom;
use crate::scene::Scene;
use crate::state::use_state;
use crate::words::{language, say};

const VIEWS: [(ViewName, Shell); 7] = [
    (ViewName::Overview, Shell::ViewOverview),
    (ViewName::Indicator, Shell::ViewIndicator),
    (ViewName::Pivot, Shell::ViewPivot),
    (ViewName::Quality, Shell::ViewQuality),
    (ViewName::Across, Shell::ViewAcross),
    (ViewName::Editions, Shell::ViewEditions),
    (ViewName::Declaration, Shell::ViewDeclaration),
];

const TOOLS: &str = "view-bar-tools";

/// What a view is called.
pub(crate) fn words(view: ViewName) -> Shell {
    let found = VIEWS.iter().find(|(name, _)| *name == view);
    found.map_or(Shell::Views, |(_, words)| *words)
}

/// Whether a view has something to show of what is open.
fn offers(catalog: &Catalog, view: ViewName) -> bool {
    match view {
        ViewName::Overview | ViewName::Indicator => !catalog.indicators.is_empty(),
        study if study.is_study() => catalog.studies.contains(&study),
        _ => true,
    }
}

/// The bar.
#[component]
pub(crate) fn ViewBar() -> impl IntoView {
    let desk = use_desk();
    // Only a narrow window folds the tools away.
    let is_open = RwSignal::new(false);
    let offered = Memo::new(move |_| {
        desk.catalog.with(|catalog| {
            catalog.as_ref().map_or_else(Vec::new, |catalog| {
                let offered = VIEWS.iter().filter(|(view, _)| offers(catalog, *view));
                offered.copied().collect()
            })
        })
    });
    let tabs = move || {
        offered
            .get()
            .into_iter()
            .map(|(name, words)| view! { <Tab name=name words=words /> })
            .collect_view()
    };
    view! {
        <div class="view-bar no-print" class:view-bar-open=move || is_open.get()>
            <nav class="view-bar-views" aria-label=say(Shell::Views)>{tabs}</nav>
            <div class="view-bar-more">
                <button
                    type="button"
                    class="button button-quiet button-icon"
                    aria-label=say(Shell::MoreTools)
                    aria-expanded=move || is_open.get().to_string()
                    aria-controls=TOOLS
                    on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
                >
                    <IconSign icon=Icon::Menu />
                </button>
            </div>
            <div class="view-bar-tools" id=TOOLS>
                <Steps />
                <ReadyViews />
                <Share />
                <Button on_press=move |()| desk.export()>{say(Shell::Export)}</Button>
                <LanguageSwitch />
                <ThemeMenu />
            </div>
        </div>
    }
}

#[component]
fn Tab(name: ViewName, words: Shell) -> impl IntoView {
    let state = use_state();
    let desk = use_desk();
    let is_here = Memo::new(move |_| {
        Scene::of(desk) != Scene::Start && state.current().with(|state| state.view == name)
    });
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        state.change(|state| {
            state.view = name;
            state.package = desk.open_name();
        });
    };
    let address = move || {
        let mut target = state.current().get();
        target.view = name;
        target.package = desk.open_name();
        format!("#{}", protocol::hash::write(&target))
    };
    view! {
        <a class="view-tab" href=address aria-current=move || is_here.get().then_some("page") on:click=go>{say(words)}</a>
    }
}

#[component]
fn Steps() -> impl IntoView {
    let state = use_state();
    let language = language();
    let why =
        move |can: bool, words: Shell| (!can).then(|| words.in_language(language.get()).to_owned());
    let undo = Signal::derive(move || why(state.can_undo(), Shell::NothingToUndo));
    let redo = Signal::derive(move || why(state.can_redo(), Shell::NothingToRedo));
    view! {
        <IconButton icon=Icon::Undo name=say(Shell::Undo) on_press=move |()| state.undo() disabled_because=undo />
        <IconButton icon=Icon::Redo name=say(Shell::Redo) on_press=move |()| state.redo() disabled_because=redo />
    }
}

/// Views that came with the package.
#[component]
fn ReadyViews() -> impl IntoView {
    let desk = use_desk();
    let items = Memo::new(move |_| {
        desk.catalog.with(|catalog| {
            let views = catalog.iter().flat_map(|catalog| &catalog.ready_views);
            let item = |view: &protocol::catalog::ReadyView| MenuItem {
                hint: view.question.clone(),
                ..MenuItem::act(view.fragment.clone(), view.title.clone())
            };
            views.map(item).collect::<Vec<_>>()
        })
    });
    let open = move |fragment: String| {
        let (mut next, _) = protocol::hash::read(&fragment);
        next.package = desk.open_name();
        desk.state.change(|state| {
            next.language = state.language;
            *state = next;
        });
    };
    move || {
        (!items.with(Vec::is_empty))
            .then(|| view! { <Menu label=say(Shell::ReadyViews) items=items on_choose=open /> })
    }
}

/// Copies the address; what came of it stands beside the button and is read aloud.
#[component]
fn Share() -> impl IntoView {
    let outcome = RwSignal::new(None::<Shell>);
    let state = use_state();
    let share = move |()| {
        spawn_local(async move {
            let address = dom::window().location().href().unwrap_or_default();
            let words = if dom::copy(&address).await.is_ok() {
                Shell::LinkCopied
            } else {
                Shell::LinkNotCopied
            };
            outcome.set(Some(words));
        });
    };
    // The sentence is about the link that was copied; another view has another link.
    Effect::new(move |_| {
        state.current().track();
        outcome.set(None);
    });
    view! {
        <span class="share">
            <Button on_press=share>{say(Shell::ShareLink)}</Button>
            <span class="share-outcome" role="status">{move || outcome.get().map(|outcome| say(outcome).get())}</span>
        </span>
    }
}
