//! What the page and the modules that it fetches say to each other and to the document.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CustomEvent, CustomEventInit, Document, Element, Event, EventTarget,
    HtmlAnchorElement, HtmlElement, HtmlLinkElement, HtmlMetaElement, Url,
};

/// Tells something at a place of the page: an event that bubbles, with what it is about.
pub fn tell(target: &EventTarget, name: &str, detail: &JsValue) {
    let about = CustomEventInit::new();
    about.set_bubbles(true);
    about.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &about) {
        // Whoever is gone has no use for it.
        let _ = target.dispatch_event(&event);
    }
}

/// Hears what is told at a place of the page, for as long as the page lives.
pub fn hear(target: &EventTarget, name: &str, heard: impl Fn(JsValue) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
        heard(detail.unwrap_or(JsValue::UNDEFINED));
    });
    let _ = target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    listener.forget();
}

/// What the page's `<meta name=…>` holds.
#[must_use]
pub fn meta(document: &Document, name: &str) -> Option<String> {
    let found = document.query_selector(&format!("meta[name={name}]"));
    let element = found.ok().flatten()?.dyn_into::<HtmlMetaElement>().ok()?;
    Some(element.content())
}

/// Fetches the style sheet that the page's `<meta name=…>` names, and goes on when it has come or cannot be had.
pub fn with_style(document: &Document, name: &str, then: impl FnOnce() + 'static) {
    let link = document.create_element("link").ok();
    let link = link.and_then(|link| link.dyn_into::<HtmlLinkElement>().ok());
    let (Some(address), Some(link), Some(head)) = (meta(document, name), link, document.head())
    else {
        return then();
    };
    link.set_rel("stylesheet");
    link.set_href(&address);
    let on_end = Closure::once_into_js(then);
    for event in ["load", "error"] {
        let _ = link.add_event_listener_with_callback(event, on_end.unchecked_ref());
    }
    let _ = head.append_child(&link);
}

/// Puts the focus on the element with this id, if there is one.
#[must_use]
pub fn focus(document: &Document, id: &str) -> bool {
    let element = document.get_element_by_id(id);
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// The id of what has the focus; empty for what has none, nothing where the page itself has it.
#[must_use]
pub fn focused(document: &Document) -> Option<String> {
    let active = document.active_element()?;
    (active.tag_name() != "BODY").then(|| active.id())
}

/// Elements under a root that match, in document order.
#[must_use]
pub fn all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|index| list.get(index)?.dyn_into().ok())
        .collect()
}

/// Hands a file to the browser to save, without a request.
pub fn save(document: &Document, name: &str, (media_type, text): (&str, &str)) {
    // A browser that cannot save says so itself.
    let _ = try_save(document, name, (media_type, text));
}

fn try_save(
    document: &Document,
    name: &str,
    (media_type, text): (&str, &str),
) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
