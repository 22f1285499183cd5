//! The page: package strip, view bar, and the view that is shown.

use crate::prelude::*;
use danish::ui::Shell;
use leptos::ev;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::component::drop_zone::{DropVeil, listen_for_drops};
use crate::component::file_input::FileInput;
use crate::component::live::{Announcer, Live};
use crate::component::messages::Messages;
use crate::component::strip::Strip;
use crate::component::view_bar::ViewBar;
use crate::demo::{self, Demos};
use crate::desk::{Desk, STEP, STUDY};
use crate::dom;
use crate::keys;
use crate::preference::Preference;
use crate::requests::Requests;
use crate::scene::{Scene, Stage};
use crate::state::State;
use crate::title;
use crate::words::{Spoken, say, spoken};

/// Where the skip link leads.
pub(crate) const MAIN: &str = "main";

/// The whole page.
#[component]
pub(crate) fn App() -> impl IntoView {
    let state = State::from_address();
    let announcer = Announcer(RwSignal::new(String::new()));
    let language = Memo::new(move |_| state.current().with(|state| spoken(state.language)));
    provide_context(state);
    provide_context(announcer);
    provide_context(Spoken(language));
    let preference = Preference::recall();
    provide_context(preference);
    let (demos, requests) = (Demos(RwSignal::new(None)), Requests::new());
    provide_context(demos);
    provide_context(requests);
    let desk = Desk::new(state, announcer, requests);
    provide_context(desk);

    let back = window_event_listener(ev::popstate, move |_| state.follow_address());
    on_cleanup(move || back.remove());
    keys::listen(desk, preference);
    let is_over = listen_for_drops(desk);
    title::follow(desk, announcer);
    spawn_local(async move {
        // Begun before the list is asked for, so that a link cannot open its file in between.
        let warm = future_to_promise(async move {
            desk.warm_up().await;
            Ok(JsValue::UNDEFINED)
        });
        demos.0.set(Some(demo::list().await));
        let _ = JsFuture::from(warm).await;
        requests.begin();
    });

    let is_drawn = Memo::new(move |_| desk.reading.with(Option::is_some));
    let is_study = Memo::new(move |_| matches!(Scene::of(desk), Scene::Study(_)));
    view! {
        <a class="skip no-print" href="#main" on:click=move |event| { event.prevent_default(); dom::focus(MAIN) }>{say(Shell::SkipToContent)}</a>
        <Strip />
        {move || (desk.catalog.with(Option::is_some) && !is_drawn.get()).then(|| view! { <ViewBar /> })}
        <main id=MAIN tabindex="-1" aria-busy=move || desk.work.with(Option::is_some).to_string()>
            <Messages />
            <Stage />
            <div id=STEP hidden=move || !is_drawn.get()></div>
            <div id=STUDY hidden=move || !is_study.get()></div>
        </main>
        <FileInput />
        <DropVeil shown=is_over />
        <Live />
    }
}
