//! Which page fills the room under the bars.

use crate::prelude::*;
use protocol::View;
use protocol::state::ViewName;

use crate::app::MAIN;
use crate::component::declaration::DeclarationPage;
use crate::component::overview::OverviewPage;
use crate::component::start::StartPage;
use crate::desk::{Desk, Shown, use_desk};
use crate::dom;

/// What fills the page under the bars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scene {
    /// The start page; also where a link waits for its file.
    Start,
    /// How a file is read is drawn, by the step.
    Reading,
    /// A module draws the view.
    Study(ViewName),
    /// A view is being made, and there is none to show meanwhile.
    Waiting,
    /// The last view.
    View(ViewName),
}

impl Scene {
    /// The scene for what is on the desk.
    pub(crate) fn of(desk: Desk) -> Self {
        if desk.reading.with(Option::is_some) {
            return Self::Reading;
        }
        let at_start = desk
            .state
            .current()
            .with(|state| state.view == ViewName::Start);
        if at_start || desk.wanted_package().is_some() || desk.catalog.with(Option::is_none) {
            return Self::Start;
        }
        let shown = desk.shown.with(|shown| shown.as_ref().map(Shown::name));
        let asked = desk.state.current().with(|state| state.view);
        if asked.is_study() {
            return Self::Study(asked);
        }
        match shown {
            // A refusal stands in the place of the view it is about.
            Some(name) if name == asked || desk.refusal.with(Option::is_none) => Self::View(name),
            _ => Self::Waiting,
        }
    }
}

/// The view that is shown; each page is kept while its model changes.
#[component]
pub(crate) fn Stage() -> impl IntoView {
    let desk = use_desk();
    let scene = Memo::new(move |_| Scene::of(desk));
    Effect::new(move |before: Option<Scene>| {
        let scene = scene.get();
        if before.is_some_and(|before| before != scene) {
            request_animation_frame(take_lost_focus);
        }
        scene
    });
    move || match scene.get() {
        Scene::Start => view! { <StartPage /> }.into_any(),
        Scene::View(ViewName::Overview) => {
            view! { <OverviewPage view=part(desk, overview) /> }.into_any()
        }
        // A view is put up when its page has come.
        Scene::View(ViewName::Indicator) => {
            let page = desk.late.with_value(|late| late.indicator);
            page.map(|page| page(part(desk, indicator))).into_any()
        }
        Scene::View(ViewName::Pivot) => {
            let page = desk.late.with_value(|late| late.pivot);
            page.map(|page| page(part(desk, pivot))).into_any()
        }
        Scene::View(ViewName::Declaration) => {
            view! { <DeclarationPage view=part(desk, declaration) /> }.into_any()
        }
        Scene::Reading | Scene::Waiting | Scene::Study(_) | Scene::View(_) => ().into_any(),
    }
}

/// When what had the focus is gone with its view, the keyboard goes on from the top of the new one.
fn take_lost_focus() {
    let document = dom::document();
    let is_lost = document
        .active_element()
        .is_none_or(|active| active.tag_name() == "BODY");
    if is_lost {
        dom::focus(MAIN);
        dom::window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The model of one view as a signal; while another view is up it keeps what it had.
fn part<T>(desk: Desk, of: fn(&View) -> Option<&T>) -> Memo<T>
where
    T: Clone + Default + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |before: Option<&T>| {
        desk.shown.with(|shown| {
            let model = shown.as_ref().and_then(|shown| of(&shown.view));
            model.or(before).cloned().unwrap_or_default()
        })
    })
}

fn overview(view: &View) -> Option<&protocol::view::OverviewView> {
    if let View::Overview(view) = view {
        Some(view)
    } else {
        None
    }
}

fn indicator(view: &View) -> Option<&protocol::view::IndicatorView> {
    if let View::Indicator(view) = view {
        Some(view)
    } else {
        None
    }
}

fn pivot(view: &View) -> Option<&protocol::view::PivotView> {
    if let View::Pivot(view) = view {
        Some(view)
    } else {
        None
    }
}

fn declaration(view: &View) -> Option<&protocol::view::DeclarationView> {
    if let View::Declaration(view) = view {
        Some(view)
    } else {
        None
    }
}
