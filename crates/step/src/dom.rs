//! The few things the step asks of the browser directly.

use browser::page;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, KeyboardEvent};

/// Puts the focus on the element with this id, if there is one.
pub(crate) fn focus(id: &str) -> bool {
    page::focus(&document(), id)
}

/// Lets each list show what holds: a choice that was not taken over would stay in it otherwise.
pub(crate) fn settle_lists() {
    let lists = document()
        .body()
        .map(|body| page::all(&body, "select[data-value]"));
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

/// The field that is being written in: its id and what stands in it.
pub(crate) fn typed() -> Option<(String, String)> {
    let active = document().active_element()?;
    let input = active.dyn_into::<HtmlInputElement>().ok();
    let input = input.filter(|input| input.type_() == "text")?;
    Some((input.id(), input.value()))
}

/// Puts back what was being written in a field that was drawn anew meanwhile.
pub(crate) fn type_again(typed: Option<(String, String)>) {
    let Some((id, text)) = typed else { return };
    let field = document().get_element_by_id(&id);
    let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field.filter(|field| field.value() != text) {
        field.set_value(&text);
    }
}

/// Takes a key that is held down for one press.
pub(crate) fn press_once(event: &KeyboardEvent) {
    if event.repeat() {
        event.prevent_default();
    }
}

/// Hands a file to the browser to save, without a request.
pub(crate) fn save(name: &str, text: &str) {
    page::save(&document(), name, ("application/json", text));
}
