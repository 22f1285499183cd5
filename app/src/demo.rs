//! Demonstrations that lie beside the page.

use crate::prelude::RwSignal;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Response};

use crate::client::source::Incoming;
use crate::dom;

/// A demonstration in the list beside the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Demo {
    /// The file's name in the folder.
    pub(crate) file: String,
    /// Its size.
    pub(crate) size_bytes: u64,
}

impl Demo {
    /// The file's name without its ending: what a link calls it.
    pub(crate) fn stem(&self) -> &str {
        stem(&self.file)
    }
}

/// The name of a package's file without its ending.
pub(crate) fn stem(file_name: &str) -> &str {
    file_name.strip_suffix(".snit").unwrap_or(file_name)
}

/// The list, once it is known; offered to everything below [`crate::app::App`].
#[derive(Clone, Copy)]
pub(crate) struct Demos(pub(crate) RwSignal<Option<Vec<Demo>>>);

/// The list; empty when the page came without demonstrations.
pub(crate) async fn list() -> Vec<Demo> {
    let Some(response) = get("./demo/index.json").await else {
        return Vec::new();
    };
    let Ok(promise) = response.json() else {
        return Vec::new();
    };
    let value = JsFuture::from(promise).await.unwrap_or(JsValue::NULL);
    browser::list(&value, |demo| {
        Some(Demo {
            file: browser::text(&demo, "file")?,
            size_bytes: browser::number(&demo, "bytes")?,
        })
    })
}

/// A demonstration's bytes.
pub(crate) async fn fetch(file_name: &str) -> Option<Incoming> {
    let response = get(&format!("./demo/{file_name}")).await?;
    let blob: Blob = JsFuture::from(response.blob().ok()?)
        .await
        .ok()?
        .dyn_into()
        .ok()?;
    Some(Incoming {
        name: file_name.to_owned(),
        blob,
        more: js_sys::Array::new(),
    })
}

async fn get(address: &str) -> Option<Response> {
    let response = JsFuture::from(dom::window().fetch_with_str(address))
        .await
        .ok()?;
    response.dyn_into::<Response>().ok().filter(Response::ok)
}
