//! How page and step speak: events on the step's element whose detail is bytes.

use js_sys::Uint8Array;
use leptos::mount::mount_to;
use leptos::prelude::*;
use protocol::reading::{Change, View};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CustomEvent, CustomEventInit, Event, HtmlElement, HtmlLinkElement, HtmlMetaElement};

use crate::screen::Screen;
use crate::{dom, focus};

/// The element that the page keeps for the step.
const ELEMENT: &str = "reading-step";
/// The event with which the page hands over a view.
const VIEW: &str = "snit-view";
/// The event with which a decision is told.
const CHANGE: &str = "snit-change";
/// Where the page names the style sheet.
const STYLE: &str = "meta[name=snit-step-style]";

/// What the screen shows, and whether a decision is being worked on.
#[derive(Clone, Copy)]
pub(crate) struct Talk {
    /// The last view.
    pub(crate) view: RwSignal<View>,
    /// Whether a view is awaited.
    pub(crate) is_busy: RwSignal<bool>,
}

/// The talk, from anywhere below [`Screen`].
pub(crate) fn use_talk() -> Talk {
    expect_context()
}

impl Talk {
    /// Tells a decision to the page.
    pub(crate) fn tell(self, change: &Change) {
        let Some(element) = element() else { return };
        self.is_busy.set(true);
        let about = CustomEventInit::new();
        about.set_bubbles(true);
        about.set_detail(&Uint8Array::from(packed::write(change).as_slice()));
        if let Ok(event) = CustomEvent::new_with_event_init_dict(CHANGE, &about) {
            let _ = element.dispatch_event(&event);
        }
    }

    /// A part of the view that is drawn anew only when it has changed.
    pub(crate) fn part<T>(self, part: impl Fn(&View) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.view.with(&part))
    }

    fn receive(self, view: View) {
        let focused = focus::held();
        if let [name, text] = view.file_to_save.as_slice() {
            dom::save(name, text);
        }
        self.is_busy.set(false);
        self.view.set(view);
        // The view is drawn by effects, which run before the next frame is painted.
        request_animation_frame(move || {
            dom::settle_lists();
            focus::restore(focused);
        });
    }
}

fn element() -> Option<HtmlElement> {
    document().get_element_by_id(ELEMENT)?.dyn_into().ok()
}

/// Fetches the style sheet, and mounts the screen when it has come or cannot be had.
pub(crate) fn begin() {
    let style = document().query_selector(STYLE).ok().flatten();
    let style = style.and_then(|meta| meta.dyn_into::<HtmlMetaElement>().ok());
    let link = document().create_element("link").ok();
    let link = link.and_then(|link| link.dyn_into::<HtmlLinkElement>().ok());
    let (Some(style), Some(link), Some(head)) = (style, link, document().head()) else {
        return mount();
    };
    link.set_rel("stylesheet");
    link.set_href(&style.content());
    let on_end = Closure::once_into_js(mount);
    for event in ["load", "error"] {
        let _ = link.add_event_listener_with_callback(event, on_end.unchecked_ref());
    }
    let _ = head.append_child(&link);
}

fn mount() {
    let Some(element) = element() else { return };
    let owner = Owner::new();
    owner.set();
    let talk = Talk {
        view: RwSignal::new(View::default()),
        is_busy: RwSignal::new(false),
    };
    let on_view = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let detail = event
            .dyn_into::<CustomEvent>()
            .ok()
            .map(|event| event.detail());
        let bytes = detail.and_then(|detail| detail.dyn_into::<Uint8Array>().ok());
        // Nothing is told when the step is left: then nothing is shown.
        let view = bytes.and_then(|bytes| packed::read(&bytes.to_vec()));
        talk.receive(view.unwrap_or_default());
    });
    let _ = element.add_event_listener_with_callback(VIEW, on_view.as_ref().unchecked_ref());
    on_view.forget();
    mount_to(element, move || {
        provide_context(talk);
        view! { <Screen /> }
    })
    .forget();
    // The step stays for as long as the page lives; the page hides it.
    std::mem::forget(owner);
    talk.tell(&Change::Look);
}
