//! How page and step speak: events on the step's element whose detail is bytes.

use browser::page;
use js_sys::Uint8Array;
use leptos::mount::mount_to;
use leptos::prelude::*;
use protocol::reading::{Change, View};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent};

use crate::screen::Screen;
use crate::{dom, focus};

/// The element that the page keeps for the step.
const ELEMENT: &str = "reading-step";
/// The event with which the page hands over a view.
const VIEW: &str = "snit-view";
/// The event with which a decision is told.
const CHANGE: &str = "snit-change";
/// Where the page names the style sheet.
const STYLE: &str = "snit-step-style";

/// What the screen shows, and whether a decision is being worked on.
#[derive(Clone, Copy)]
pub(crate) struct Talk {
    /// The last view.
    pub(crate) view: RwSignal<View>,
    /// Whether a view is awaited.
    pub(crate) is_busy: RwSignal<bool>,
    /// Whether a button was pressed whose view is awaited.
    is_pressed: RwSignal<bool>,
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
        let bytes = Uint8Array::from(packed::write(change).as_slice());
        page::tell(&element, CHANGE, &bytes);
    }

    /// Tells a decision by a button that stands for something else in the next view, such as the next file: the second
    /// half of a double click, and a press before that view has come, are about what nobody has seen.
    pub(crate) fn press(self, event: &MouseEvent, change: &Change) {
        if event.detail() > 1 || self.is_pressed.get_untracked() {
            return;
        }
        self.is_pressed.set(true);
        self.tell(change);
    }

    /// A part of the view that is drawn anew only when it has changed.
    pub(crate) fn part<T>(self, part: impl Fn(&View) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.view.with(&part))
    }

    fn receive(self, view: View) {
        let (focused, typed) = (focus::held(), dom::typed());
        if let [name, text] = view.file_to_save.as_slice() {
            dom::save(name, text);
        }
        self.is_busy.set(false);
        self.is_pressed.set(false);
        self.view.set(view);
        // The view is drawn by effects, which run before the next frame is painted.
        request_animation_frame(move || {
            dom::settle_lists();
            focus::restore(focused);
            dom::type_again(typed);
        });
    }
}

fn element() -> Option<HtmlElement> {
    document().get_element_by_id(ELEMENT)?.dyn_into().ok()
}

/// Fetches the style sheet, and mounts the screen when it has come or cannot be had.
pub(crate) fn begin() {
    page::with_style(&document(), STYLE, mount);
}

fn mount() {
    let Some(element) = element() else { return };
    let owner = Owner::new();
    owner.set();
    let talk = Talk {
        view: RwSignal::new(View::default()),
        is_busy: RwSignal::new(false),
        is_pressed: RwSignal::new(false),
    };
    page::hear(&element, VIEW, move |detail| {
        let bytes = detail.dyn_into::<Uint8Array>().ok();
        // Nothing is told when the step is left: then nothing is shown.
        let view = bytes.and_then(|bytes| packed::read(&bytes.to_vec()));
        talk.receive(view.unwrap_or_default());
    });
    mount_to(element, move || {
        provide_context(talk);
        view! { <Screen /> }
    })
    .forget();
    // The step stays for as long as the page lives; the page hides it.
    std::mem::forget(owner);
    talk.tell(&Change::Look);
}
