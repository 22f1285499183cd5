//! How page and module speak: events on the window, whose details are bytes that the page does not read.

use browser::{field, page};
use health::Declared;
use js_sys::Uint8Array;
use leptos::mount::mount_to;
use leptos::prelude::*;
use protocol::{Facts, Request, ViewState};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use crate::ask::Asking;
use crate::export;
use crate::screen::Screen;

/// The element that the page keeps for the module.
const ELEMENT: &str = "study";
/// Where the page names the style sheet.
const STYLE: &str = "snit-study-style";
/// The page tells the state, or that nothing of the module's is shown.
const STATE: &str = "snit-study";
/// The module chooses a state; without one it asks to be told.
const CHOOSE: &str = "snit-choose";

/// What the module knows, from anywhere below [`Screen`].
#[derive(Clone, Copy)]
pub(crate) struct Talk {
    /// The state, while one of the module's views is shown.
    pub(crate) state: RwSignal<Option<ViewState>>,
    /// The open package.
    pub(crate) package: RwSignal<Package>,
    /// Whether answers are awaited.
    pub(crate) is_busy: RwSignal<bool>,
    /// What is read aloud.
    pub(crate) said: RwSignal<String>,
    /// How the page handed the open file to its session: `request` in bytes and `buffers` as Blobs.
    pub(crate) source: StoredValue<JsValue, LocalStorage>,
    pub(crate) asking: StoredValue<Asking, LocalStorage>,
}

/// What the open package says of itself; empty for a file that no publisher vouches for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Package {
    /// Counts the packages that were opened, so that the same opened again is another.
    pub(crate) number: u32,
    /// Its facts.
    pub(crate) facts: Facts,
    /// Its indicators.
    pub(crate) declared: Declared,
}

/// The talk, from anywhere below [`Screen`].
pub(crate) fn use_talk() -> Talk {
    expect_context()
}

impl Talk {
    fn new() -> Self {
        Self {
            state: RwSignal::new(None),
            package: RwSignal::new(Package::default()),
            is_busy: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            source: StoredValue::new_local(JsValue::UNDEFINED),
            asking: StoredValue::new_local(Asking::default()),
        }
    }

    /// Changes the state by way of the page, so that it can be undone and linked to.
    pub(crate) fn choose(self, edit: impl FnOnce(&mut ViewState)) {
        let Some(mut state) = self.state.get_untracked() else {
            return;
        };
        edit(&mut state);
        let bytes = Uint8Array::from(packed::write(&state).as_slice());
        page::tell(&window(), CHOOSE, &bytes);
    }

    /// Asks to be told the state again, after something went wrong.
    pub(crate) fn again(self) {
        self.package.update(|package| package.number += 1);
    }

    /// Chooses what one of the module's own names stands for in the state; nothing takes the name away.
    pub(crate) fn choose_study(self, name: &str, values: Vec<String>) {
        self.choose(|state| {
            if values.is_empty() {
                state.study.remove(name);
            } else {
                state.study.insert(name.to_owned(), values);
            }
        });
    }

    /// A part of the state that is drawn anew only when it has changed; the default's while nothing is shown.
    pub(crate) fn part<T>(self, part: impl Fn(&ViewState) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            self.state.with(|state| match state {
                Some(state) => part(state),
                None => part(&ViewState::default()),
            })
        })
    }

    fn receive(self, told: &JsValue) {
        let source = field_of(told, "source");
        let request = field_of(&source, "request");
        let known = self.source.with_value(|known| field_of(known, "request"));
        if request != known {
            self.package
                .update(|package| *package = opened(&request, package.number + 1));
            self.source.set_value(source);
        }
        self.state.set(read(&field_of(told, "state")));
    }
}

/// A field; undefined also where there is no object.
fn field_of(object: &JsValue, name: &str) -> JsValue {
    if object.is_object() {
        field(object, name)
    } else {
        JsValue::UNDEFINED
    }
}

/// What bytes of the page are of, if they are bytes and of that.
pub(crate) fn read<T: packed::Packed>(bytes: &JsValue) -> Option<T> {
    let bytes = bytes.dyn_ref::<Uint8Array>()?;
    packed::read(&bytes.to_vec())
}

fn opened(request: &JsValue, number: u32) -> Package {
    let facts = match read(request) {
        Some(Request::Adopt { facts, .. }) => facts.map(|facts| *facts).unwrap_or_default(),
        _ => Facts::default(),
    };
    Package {
        number,
        declared: Declared::from_bytes(&facts.declared).unwrap_or_default(),
        facts,
    }
}

/// Fetches the style sheet, and mounts the screen when it has come or cannot be had.
pub(crate) fn begin() {
    page::with_style(&document(), STYLE, mount);
}

fn mount() {
    let element = document().get_element_by_id(ELEMENT);
    let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let owner = Owner::new();
    owner.set();
    let talk = Talk::new();
    page::hear(&window(), STATE, move |told| talk.receive(&told));
    talk.hear_answers();
    export::hear(talk);
    mount_to(element, move || {
        provide_context(talk);
        view! { <Screen /> }
    })
    .forget();
    // The module stays for as long as the page lives; the page hides its element.
    std::mem::forget(owner);
    page::tell(&window(), CHOOSE, &JsValue::NULL);
}
