//! A spark line: the shape of a series, its last point marked; a gap is a gap.

use chart::Size;
use leptos::prelude::*;

use crate::component::drawing::{DrawingFigure, Voice};

/// As wide as its column in a table.
pub(crate) const SIZE: Size = Size {
    width: 102.0,
    height: 20.0,
};

/// A series as a small line on a scale of its own; its first and last numbers stand in words beside it.
#[component]
pub(crate) fn Spark(
    /// The series, oldest first.
    points: Vec<Option<f64>>,
) -> impl IntoView {
    view! { <span class="spark"><DrawingFigure drawing=chart::spark::layout(&points, SIZE) voice=Voice::Silent /></span> }
}
