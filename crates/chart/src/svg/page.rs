//! The marks of a drawing for a page, whose style sheet decides the colours: classes such as `fill-ink` and `stroke-line`.

use super::{escape, points, px};
use crate::drawing::Drawing;
use crate::mark::{Look, Mark, Paint, Point, Stroke, Weight};

/// The marks as elements, to stand inside an `<svg>` of the page.
#[must_use]
pub fn for_page(drawing: &Drawing) -> String {
    drawing.marks.iter().map(element).collect()
}

fn element(mark: &Mark) -> String {
    match mark {
        Mark::Line { from, to, stroke } => {
            let [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(px);
            let drawn = drawn(None, Some(*stroke));
            format!("<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{drawn}/>")
        }
        Mark::Polyline {
            points: through,
            stroke,
        } => {
            let drawn = drawn(None, Some(*stroke));
            format!("<polyline points=\"{}\"{drawn}/>", points(through))
        }
        Mark::Polygon { points, look } => polygon(points, *look),
        Mark::Diamond {
            center,
            radius,
            look,
        } => polygon(&Mark::diamond_corners(*center, *radius), *look),
        Mark::Rect { area, look } => {
            let [x, y, width, height] = [area.x, area.y, area.width, area.height].map(px);
            let drawn = drawn(look.fill, look.stroke);
            format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{drawn}/>")
        }
        Mark::Circle {
            center,
            radius,
            look,
        } => {
            let [x, y, radius] = [center.x, center.y, *radius].map(px);
            let drawn = drawn(look.fill, look.stroke);
            format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{drawn}/>")
        }
        Mark::Text {
            at,
            text,
            anchor,
            paint,
            weight,
        } => {
            let [x, y] = [at.x, at.y].map(px);
            let bold = match weight {
                Weight::Regular => "",
                Weight::Bold => " drawing-bold",
            };
            let (paint, anchor, text) = (paint.name(), anchor.name(), escape(text));
            format!(
                "<text x=\"{x}\" y=\"{y}\" class=\"fill-{paint}{bold}\" text-anchor=\"{anchor}\">{text}</text>"
            )
        }
    }
}

fn polygon(corners: &[Point], look: Look) -> String {
    let drawn = drawn(look.fill, look.stroke);
    format!("<polygon points=\"{}\"{drawn}/>", points(corners))
}

fn drawn(fill: Option<Paint>, stroke: Option<Stroke>) -> String {
    let fill = fill.map_or("none", Paint::name);
    let Some(stroke) = stroke else {
        return format!(" class=\"fill-{fill}\"");
    };
    let dash = stroke.dash.pattern();
    let dash = dash.map(|pattern| format!(" stroke-dasharray=\"{pattern}\""));
    format!(
        " class=\"fill-{fill} stroke-{}\" stroke-width=\"{}\"{}",
        stroke.paint.name(),
        px(stroke.width),
        dash.unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::Size;
    use crate::mark::{Anchor, Dash};

    #[test]
    fn a_mark_names_its_colours_and_its_words_are_no_markup() {
        let size = Size {
            width: 9.0,
            height: 9.0,
        };
        let marks = vec![
            Mark::Circle {
                center: Point::new(1.0, 2.0),
                radius: 3.0,
                look: Look::outlined(Stroke::broken(Paint::Accent, 2.0, Dash::Dashed)),
            },
            Mark::Text {
                at: Point::new(1.0, 2.0),
                text: "<b>&".into(),
                anchor: Anchor::End,
                paint: Paint::Ink2,
                weight: Weight::Bold,
            },
        ];
        let drawing = Drawing {
            marks,
            ..Drawing::new(size)
        };
        assert_eq!(
            for_page(&drawing),
            "<circle cx=\"1\" cy=\"2\" r=\"3\" class=\"fill-none stroke-accent\" stroke-width=\"2\" stroke-dasharray=\"4 3\"/>\
             <text x=\"1\" y=\"2\" class=\"fill-ink-2 drawing-bold\" text-anchor=\"end\">&lt;b&gt;&amp;</text>"
        );
    }
}
