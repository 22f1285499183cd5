//! A drawing of crate `chart` as SVG elements; colours come from classes, so that the theme decides them.

use crate::prelude::*;
use chart::mark::{Look, Mark, Point, Stroke, Weight};
use chart::{Drawing, Paint};

/// Whether a drawing speaks for itself or decorates words that stand beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Voice {
    /// It is an image with a name: its title and summary.
    #[default]
    Named,
    /// The same is said in words beside it.
    Silent,
}

/// A drawing at its own size.
#[component]
pub(crate) fn DrawingFigure(
    /// The drawing.
    drawing: Drawing,
    /// Whether it speaks for itself.
    #[prop(optional)]
    voice: Voice,
) -> impl IntoView {
    let Drawing {
        width,
        height,
        marks,
        title,
        summary,
    } = drawing;
    let name = [title, summary]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(". ");
    let is_named = voice == Voice::Named;
    view! {
        <svg
            class="drawing"
            viewBox=format!("0 0 {width} {height}")
            width=width
            height=height
            focusable="false"
            role=is_named.then_some("img")
            aria-label=is_named.then_some(name)
            aria-hidden=(!is_named).then_some("true")
        >
            {marks.into_iter().map(mark).collect_view()}
        </svg>
    }
}

/// One mark; a figure that draws its own frame around marks uses it too.
pub(crate) fn mark(mark: Mark) -> AnyView {
    match mark {
        Mark::Line { from, to, stroke } => line(from, to, stroke).into_any(),
        Mark::Polyline { points, stroke } => {
            view! { <polyline points=listed(&points) class=stroke_class(stroke) stroke-width=stroke.width stroke-dasharray=stroke.dash.pattern() /> }
                .into_any()
        }
        Mark::Polygon { points, look } => polygon(&points, look).into_any(),
        Mark::Rect { area, look } => {
            let outline = Outline::of(look);
            view! { <rect x=area.x y=area.y width=area.width height=area.height class=outline.class stroke-width=outline.width stroke-dasharray=outline.dash /> }
                .into_any()
        }
        Mark::Circle { center, radius, look } => {
            let outline = Outline::of(look);
            view! { <circle cx=center.x cy=center.y r=radius class=outline.class stroke-width=outline.width stroke-dasharray=outline.dash /> }
                .into_any()
        }
        Mark::Diamond { center, radius, look } => polygon(&Mark::diamond_corners(center, radius), look).into_any(),
        Mark::Text { at, text, anchor, paint, weight } => {
            let class = match weight {
                Weight::Regular => fill_class(paint),
                Weight::Bold => format!("{} drawing-bold", fill_class(paint)),
            };
            view! { <text x=at.x y=at.y class=class text-anchor=anchor.name()>{text}</text> }.into_any()
        }
    }
}

fn line(from: Point, to: Point, stroke: Stroke) -> impl IntoView {
    view! {
        <line
            x1=from.x
            y1=from.y
            x2=to.x
            y2=to.y
            class=stroke_class(stroke)
            stroke-width=stroke.width
            stroke-dasharray=stroke.dash.pattern()
        />
    }
}

fn polygon(points: &[Point], look: Look) -> impl IntoView + use<> {
    let outline = Outline::of(look);
    view! { <polygon points=listed(points) class=outline.class stroke-width=outline.width stroke-dasharray=outline.dash /> }
}

/// Class, width and dash of a closed mark.
struct Outline {
    class: String,
    width: Option<f64>,
    dash: Option<&'static str>,
}

impl Outline {
    fn of(look: Look) -> Self {
        let fill = look.fill.map_or_else(|| "fill-none".to_owned(), fill_class);
        let stroke = look.stroke.map_or_else(String::new, |stroke| {
            format!(" stroke-{}", stroke.paint.name())
        });
        Self {
            class: fill + &stroke,
            width: look.stroke.map(|stroke| stroke.width),
            dash: look.stroke.and_then(|stroke| stroke.dash.pattern()),
        }
    }
}

fn fill_class(paint: Paint) -> String {
    format!("fill-{}", paint.name())
}

fn stroke_class(stroke: Stroke) -> String {
    format!("fill-none stroke-{}", stroke.paint.name())
}

fn listed(points: &[Point]) -> String {
    let pairs: Vec<String> = points
        .iter()
        .map(|point| format!("{:.2},{:.2}", point.x, point.y))
        .collect();
    pairs.join(" ")
}
