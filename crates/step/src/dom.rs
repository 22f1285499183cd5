//! The few things the step asks of the browser directly.

use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlElement, HtmlSelectElement, Url,
};

/// Puts the focus on the element with this id, if there is one.
pub(crate) fn focus(id: &str) -> bool {
    let element = document().get_element_by_id(id);
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Elements under a root that match, in document order.
pub(crate) fn all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|index| list.get(index)?.dyn_into().ok())
        .collect()
}

/// Lets each list show what holds: a choice that was not taken over would stay in it otherwise.
pub(crate) fn settle_lists() {
    let lists = document()
        .body()
        .map(|body| all(&body, "select[data-value]"));
    for list in lists.unwrap_or_default() {
        let holds = list.get_attribute("data-value").unwrap_or_default();
        if let Ok(list) = list.dyn_into::<HtmlSelectElement>()
            && !holds.is_empty()
            && list.value() != holds
        {
            list.set_value(&holds);
        }
    }
}

/// Hands a file to the browser to save, without a request.
pub(crate) fn save(name: &str, text: &str) {
    // A browser that cannot save says so itself.
    let _ = try_save(name, text);
}

fn try_save(name: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
