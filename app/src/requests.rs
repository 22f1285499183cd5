//! How many requests the page has made since it was ready, as the browser itself has counted them.

use crate::prelude::*;
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    HtmlMetaElement, PerformanceEntry, PerformanceObserver, PerformanceObserverEntryList,
    PerformanceObserverInit,
};

use crate::dom;

/// Since when is counted, and how many there were.
#[derive(Clone, Copy)]
pub(crate) struct Requests {
    /// Hour of the clock, local time.
    pub(crate) hour: u32,
    /// Minute of the hour.
    pub(crate) minute: u32,
    /// What was counted.
    pub(crate) counted: RwSignal<Count>,
}

/// Requests since the page was ready.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// All of them; demonstrations and the reader of raw files are fetched when they are asked for.
    pub(crate) all: u64,
    /// Those to another place than the page came from.
    pub(crate) elsewhere: u64,
}

/// The counter, from anywhere below [`crate::app::App`].
pub(crate) fn use_requests() -> Requests {
    expect_context()
}

impl Requests {
    /// A counter at nought.
    pub(crate) fn new() -> Self {
        let now = js_sys::Date::new_0();
        Self {
            hour: now.get_hours(),
            minute: now.get_minutes(),
            counted: RwSignal::new(Count::default()),
        }
    }

    /// Counts from now on.
    pub(crate) fn begin(self) {
        observe(self.counted);
    }

    /// Counts a request that the browser does not list for the page: a worker that fetches its own module.
    pub(crate) fn add_unlisted(self) {
        self.counted.update(|counted| counted.all += 1);
    }
}

/// Without an observer, as in some old browsers, the counter would lie; then the page does not start it.
fn observe(counted: RwSignal<Count>) {
    let origin = dom::window().location().origin().unwrap_or_default();
    let started = dom::window()
        .performance()
        .map(|performance| performance.now())
        .unwrap_or_default();
    let see = move |list: PerformanceObserverEntryList, _: PerformanceObserver| {
        let seen = count(&list.get_entries(), started, &origin);
        counted.update(|counted| {
            counted.all += seen.all;
            counted.elsewhere += seen.elsewhere;
        });
    };
    let see = Closure::<dyn Fn(PerformanceObserverEntryList, PerformanceObserver)>::new(see);
    if let Ok(observer) = PerformanceObserver::new(see.as_ref().unchecked_ref()) {
        let kinds = Array::of1(&JsValue::from_str("resource"));
        observer.observe(&PerformanceObserverInit::new(&kinds));
        // The page counts for as long as it lives.
        see.forget();
    }
}

fn count(entries: &Array, started: f64, origin: &str) -> Count {
    let entries = entries
        .iter()
        .map(JsCast::unchecked_into::<PerformanceEntry>);
    entries
        .filter(|entry| entry.start_time() >= started && leaves(&entry.name()))
        .fold(Count::default(), |count, entry| Count {
            all: count.all + 1,
            elsewhere: count.elsewhere + u64::from(!entry.name().starts_with(origin)),
        })
}

/// Addresses inside the page's own memory are listed as resources too, but are no requests; and the browser fetches the
/// page's icon anew whenever the address after `#` changes.
fn leaves(address: &str) -> bool {
    !address.starts_with("blob:")
        && !address.starts_with("data:")
        && !address.ends_with("/favicon.svg")
}

/// The version and the fingerprint of the build.
pub(crate) fn build_name() -> String {
    let meta = dom::document()
        .query_selector("meta[name=snit-build]")
        .ok()
        .flatten();
    let build = meta
        .and_then(|meta| meta.dyn_into::<HtmlMetaElement>().ok())
        .map(|meta| meta.content());
    match build {
        Some(build) => format!("{} · {build}", env!("CARGO_PKG_VERSION")),
        None => env!("CARGO_PKG_VERSION").to_owned(),
    }
}
