//! Room that knows its own width: figures are laid out in px, so they are drawn again when the room changes.

use crate::prelude::*;
use chart::Density;
use leptos::html;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlDivElement, ResizeObserver};

use crate::dom;

/// A block whose content is drawn for its width in px; nothing is drawn before the width is known.
#[component]
pub(crate) fn Measured(
    /// Draws the content.
    draw: impl Fn(f64) -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let block = NodeRef::<html::Div>::new();
    let width = RwSignal::new(0.0);
    let watch = StoredValue::new_local(None::<Watch>);
    Effect::new(move |_| watch.set_value(block.get().and_then(|block| Watch::on(block, width))));
    on_cleanup(move || watch.set_value(None));
    view! {
        <div class="measured" node_ref=block>
            {move || { let width = width.get(); (width > 0.0).then(|| draw(width)) }}
        </div>
    }
}

/// How close rows stand: further apart where a finger points.
pub(crate) fn density() -> Density {
    let query = dom::window().match_media("(pointer: coarse)");
    let is_coarse = query.ok().flatten().is_some_and(|query| query.matches());
    if is_coarse {
        Density::Comfortable
    } else {
        Density::Compact
    }
}

/// An observer with the closure it calls, which must live as long.
struct Watch {
    observer: ResizeObserver,
    _changed: Closure<dyn FnMut()>,
}

impl Watch {
    fn on(block: HtmlDivElement, width: RwSignal<f64>) -> Option<Self> {
        let observed = block.clone();
        let changed = Closure::<dyn FnMut()>::new(move || {
            let now = f64::from(block.client_width());
            if (now - width.get_untracked()).abs() >= 1.0 {
                width.set(now);
            }
        });
        let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok()?;
        observer.observe(&observed);
        Some(Self {
            observer,
            _changed: changed,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
