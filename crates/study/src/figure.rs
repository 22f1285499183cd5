//! A figure: room that knows its width, a drawing in it, and the places in the drawing that can be acted on.

use browser::{Width, page};
use chart::{Figure, Hit};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use crate::drawing::DrawingFigure;

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
        let told = move |now| {
            // The figure may be gone.
            let _ = width.try_set(now);
        };
        let block = block.get();
        watch.set_value(block.and_then(|block| Width::of(block.into(), told)));
    });
    view! {
        <div class="study-measured" node_ref=block>
            {move || { let width = width.get(); (width > 0.0).then(|| draw(width)) }}
        </div>
    }
}

/// A drawing with its places as buttons over it: one of them is in the order of tabs, arrows lead to the others.
#[component]
pub(crate) fn ActedFigure(
    /// The drawing with its places.
    figure: Figure,
    /// What the places are, for those who do not see them.
    label: String,
    /// Called with the id of a place that is chosen.
    on_choose: Callback<String>,
) -> impl IntoView {
    let Figure { drawing, hits } = figure;
    let first = hits.iter().position(|hit| hit.chosen).unwrap_or(0);
    let hit = move |(index, hit): (usize, Hit)| {
        let Hit {
            id,
            area,
            label,
            chosen,
        } = hit;
        // The page's policy refuses a style as an attribute.
        let px = |length: f64| format!("{length:.1}px");
        view! {
            <button
                type="button"
                class="study-hit"
                style:left=px(area.x)
                style:top=px(area.y)
                style:width=px(area.width)
                style:height=px(area.height)
                data-place=id.clone()
                aria-label=label.clone()
                title=label
                aria-pressed=chosen.to_string()
                tabindex=if index == first { "0" } else { "-1" }
                on:click=move |_| on_choose.run(id.clone())
            ></button>
        }
    };
    let frame = NodeRef::<html::Div>::new();
    let walk = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => 1,
            "ArrowLeft" | "ArrowUp" => -1,
            _ => return,
        };
        if let Some(frame) = frame.get_untracked() {
            event.prevent_default();
            move_focus(&frame, step);
        }
    };
    view! {
        <div class="study-figure" node_ref=frame>
            <DrawingFigure drawing=drawing />
            <div role="group" aria-label=label class="study-hits" on:keydown=walk>
                {hits.into_iter().enumerate().map(hit).collect_view()}
            </div>
        </div>
    }
}

/// Puts the focus on the next place in the order of the figure, and it alone in the order of tabs.
fn move_focus(frame: &web_sys::Element, step: isize) {
    let places = page::all(frame, ".study-hit");
    let active = document().active_element();
    let here = places
        .iter()
        .position(|place| Some(place.as_ref()) == active.as_ref());
    let next = here.and_then(|here| here.checked_add_signed(step));
    let Some(next) = next.and_then(|next| places.get(next)) else {
        return;
    };
    for place in &places {
        place.set_tab_index(-1);
    }
    next.set_tab_index(0);
    let _ = next.focus();
}
