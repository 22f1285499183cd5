//! A drawing of crate `chart` on the page; colours come from the classes of the page's own drawings.

use chart::{Drawing, svg};
use leptos::prelude::*;

/// A drawing at its own size, as an image named by its title and summary; without a title it decorates words beside it.
#[component]
pub(crate) fn DrawingFigure(
    /// The drawing.
    drawing: Drawing,
) -> impl IntoView {
    let (width, height) = (svg::px(drawing.width), svg::px(drawing.height));
    let is_named = !drawing.title.is_empty();
    let words = [drawing.title.as_str(), drawing.summary.as_str()];
    let words = words.into_iter().filter(|part| !part.is_empty());
    let name = words.collect::<Vec<_>>().join(". ");
    view! {
        <svg
            class="drawing"
            viewBox=format!("0 0 {width} {height}")
            width=width.clone()
            height=height.clone()
            focusable="false"
            role=is_named.then_some("img")
            aria-label=is_named.then_some(name)
            aria-hidden=(!is_named).then_some("true")
            inner_html=svg::for_page(&drawing)
        ></svg>
    }
}
