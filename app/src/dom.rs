//! The few things the page asks of the browser directly.

use std::sync::atomic::{AtomicU32, Ordering};

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, Document, HtmlAnchorElement, HtmlElement, Storage, Url, Window,
};

/// The window; there is always one, since the page runs nowhere else.
pub(crate) fn window() -> Window {
    leptos::prelude::window()
}

/// The document.
pub(crate) fn document() -> Document {
    leptos::prelude::document()
}

/// An id that no other element has.
pub(crate) fn unique(stem: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("{stem}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// What the browser remembers under a key, if it remembers anything at all.
pub(crate) fn remembered(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Asks the browser to remember a text; nothing depends on whether it does.
pub(crate) fn remember(key: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, text);
    }
}

/// Asks the browser to forget a key.
pub(crate) fn forget(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

/// Storage is missing or forbidden in some frames and private windows.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// Whether typing now goes into a field, so that a single letter is text and not a command.
pub(crate) fn is_typing() -> bool {
    let Some(active) = document().active_element() else {
        return false;
    };
    matches!(active.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        || active.unchecked_ref::<HtmlElement>().is_content_editable()
}

/// A text in small letters. The browser knows those of all scripts; a table of them would be a sixth of the page's text.
#[cfg(target_family = "wasm")]
pub(crate) fn in_small_letters(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// The same where there is no browser, in tests.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn in_small_letters(text: &str) -> String {
    text.to_lowercase()
}

/// Puts the focus on the element with this id.
pub(crate) fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// Every element under `root` that matches, in document order.
pub(crate) fn find_all(root: &HtmlElement, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|index| list.get(index)?.dyn_into::<HtmlElement>().ok())
        .collect()
}

/// Hands a file to the browser to save, without a request.
pub(crate) fn save(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// Copies a text; fails where the browser does not allow it.
pub(crate) async fn copy(text: &str) -> Result<(), JsValue> {
    let navigator = window().navigator();
    // Outside a secure context there is no clipboard, though the binding says there always is.
    if js_sys::Reflect::get(&navigator, &"clipboard".into())?.is_undefined() {
        return Err(JsValue::NULL);
    }
    wasm_bindgen_futures::JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .map(|_| ())
}
