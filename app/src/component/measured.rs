//! Room that knows its own width: figures are laid out in px, so they are drawn again when the room changes.

use crate::prelude::*;
use browser::Width;
use chart::Density;
use leptos::html;

use crate::dom;

/// A block whose content is drawn for its width in px; nothing is drawn before the width is known.
#[component]
pub(crate) fn Measured(
    /// Draws the content.
    draw: impl Fn(f64) -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let block = NodeRef::<html::Div>::new();
    let width = RwSignal::new(0.0);
    let watch = StoredValue::new_local(None::<Width>);
    Effect::new(move |_| {
        let block = block.get();
        watch.set_value(block.and_then(|block| Width::of(block.into(), move |now| width.set(now))));
    });
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
