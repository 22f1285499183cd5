//! A spark line: the shape of a series, its last point marked; a gap is a gap.

use crate::prelude::*;
use chart::Size;

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
    /// Positions of the first points that are counted anew.
    breaks: Vec<usize>,
) -> impl IntoView {
    view! { <span class="spark"><DrawingFigure drawing=chart::spark::layout(&points, &breaks, SIZE) voice=Voice::Silent /></span> }
}
