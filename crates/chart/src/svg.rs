//! A drawing as a file of its own, in the light colours.

mod page;

use std::fmt::Write as _;

use crate::drawing::Drawing;
use crate::mark::{Anchor, Look, Mark, Paint, Point, Stroke, Weight};
use crate::measure::TEXT_LINE;
use crate::text::wrap;

pub use page::for_page;

/// Air around the figure.
const MARGIN: f64 = 16.0;
const FONT: &str =
    "Segoe UI, system-ui, -apple-system, Helvetica Neue, Noto Sans, Arial, sans-serif";

/// What stands around the figure in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Caption<'text> {
    /// What the figure shows.
    pub heading: &'text str,
    /// Unit, population, place and period.
    pub subtitle: &'text str,
    /// Source, extract date, method, signs: one line each, under the figure.
    pub below: &'text [String],
}

/// A standalone SVG: text and shapes only, no script, link, style sheet or outside reference.
#[must_use]
pub fn write(drawing: &Drawing, caption: &Caption<'_>) -> String {
    let above = above(drawing, caption);
    let below: Vec<String> = caption
        .below
        .iter()
        .flat_map(|line| wrap(line, drawing.width))
        .collect();
    let top = MARGIN + TEXT_LINE * above.len() as f64 + if above.is_empty() { 0.0 } else { 8.0 };
    let foot = top + drawing.height + 8.0;
    let (width, height) = (
        drawing.width + 2.0 * MARGIN,
        foot + TEXT_LINE * below.len() as f64 + MARGIN,
    );
    let mut file = opening((width, height), drawing, caption);
    for (index, (line, weight)) in above.iter().enumerate() {
        push_line(
            &mut file,
            line,
            (MARGIN + TEXT_LINE * (index as f64 + 0.75), *weight),
        );
    }
    let _ = writeln!(
        file,
        "<g transform=\"translate({} {})\">",
        px(MARGIN),
        px(top)
    );
    for mark in &drawing.marks {
        file.push_str(&element(mark));
        file.push('\n');
    }
    file.push_str("</g>\n");
    for (index, line) in below.iter().enumerate() {
        push_line(
            &mut file,
            line,
            (foot + TEXT_LINE * (index as f64 + 0.75), Weight::Regular),
        );
    }
    file + "</svg>\n"
}

/// A length or position as text: hundredths of a px, no more.
#[must_use]
pub fn px(value: f64) -> String {
    // Adding nothing turns a negative zero into a plain one.
    format!("{}", (value * 100.0).round() / 100.0 + 0.0)
}

/// Points as the attribute of a polyline or polygon.
#[must_use]
pub fn points(points: &[Point]) -> String {
    points
        .iter()
        .map(|point| format!("{},{}", px(point.x), px(point.y)))
        .collect::<Vec<_>>()
        .join(" ")
}

fn above(drawing: &Drawing, caption: &Caption<'_>) -> Vec<(String, Weight)> {
    let lines = |text: &str, weight| {
        wrap(text, drawing.width)
            .into_iter()
            .map(move |line| (line, weight))
            .collect::<Vec<_>>()
    };
    [
        lines(caption.heading, Weight::Bold),
        lines(caption.subtitle, Weight::Regular),
    ]
    .concat()
}

fn opening((width, height): (f64, f64), drawing: &Drawing, caption: &Caption<'_>) -> String {
    let [width, height] = [width, height].map(px);
    let title = if drawing.title.is_empty() {
        caption.heading
    } else {
        &drawing.title
    };
    let mut file = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{FONT}\" font-size=\"12\">\n"
    );
    for (name, text) in [("title", title), ("desc", &drawing.summary)] {
        if !text.is_empty() {
            let _ = writeln!(file, "<{name}>{}</{name}>", escape(text));
        }
    }
    let _ = writeln!(
        file,
        "<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
        colour(Paint::Paper)
    );
    file
}

fn push_line(file: &mut String, line: &str, (y, weight): (f64, Weight)) {
    let paint = match weight {
        Weight::Regular => Paint::Ink2,
        Weight::Bold => Paint::Ink,
    };
    file.push_str(&label(
        (Point::new(MARGIN, y), line),
        Anchor::Start,
        (paint, weight),
    ));
    file.push('\n');
}

fn element(mark: &Mark) -> String {
    match mark {
        Mark::Line { from, to, stroke } => {
            let [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(px);
            format!(
                "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{}/>",
                outline(*stroke)
            )
        }
        Mark::Polyline {
            points: through,
            stroke,
        } => {
            let (through, outline) = (points(through), outline(*stroke));
            format!(
                "<polyline points=\"{through}\" fill=\"none\"{outline} stroke-linejoin=\"round\"/>"
            )
        }
        Mark::Text {
            at,
            text,
            anchor,
            paint,
            weight,
        } => label((*at, text), *anchor, (*paint, *weight)),
        closed => shape(closed),
    }
}

/// A mark with an inside.
fn shape(mark: &Mark) -> String {
    match mark {
        Mark::Polygon { points, look } => polygon(points, *look),
        Mark::Diamond {
            center,
            radius,
            look,
        } => polygon(&Mark::diamond_corners(*center, *radius), *look),
        Mark::Rect { area, look } => {
            let [x, y, width, height] = [area.x, area.y, area.width, area.height].map(px);
            format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{}/>",
                looks(*look)
            )
        }
        Mark::Circle {
            center,
            radius,
            look,
        } => {
            let [x, y, radius] = [center.x, center.y, *radius].map(px);
            format!(
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{}/>",
                looks(*look)
            )
        }
        Mark::Line { .. } | Mark::Polyline { .. } | Mark::Text { .. } => String::new(),
    }
}

fn label((at, words): (Point, &str), anchor: Anchor, (paint, weight): (Paint, Weight)) -> String {
    let [x, y] = [at.x, at.y].map(px);
    let bold = if weight == Weight::Bold {
        " font-weight=\"600\""
    } else {
        ""
    };
    let (anchor, fill, words) = (anchor.name(), colour(paint), escape(words));
    format!(
        "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" fill=\"{fill}\"{bold}>{words}</text>"
    )
}

fn polygon(corners: &[Point], look: Look) -> String {
    format!("<polygon points=\"{}\"{}/>", points(corners), looks(look))
}

fn looks(look: Look) -> String {
    let fill = match look.fill {
        Some(Paint::Band) => format!(" fill=\"{}\" fill-opacity=\"0.16\"", colour(Paint::Band)),
        Some(paint) => format!(" fill=\"{}\"", colour(paint)),
        None => " fill=\"none\"".to_owned(),
    };
    fill + &look.stroke.map(outline).unwrap_or_default()
}

fn outline(stroke: Stroke) -> String {
    let dash = stroke
        .dash
        .pattern()
        .map(|pattern| format!(" stroke-dasharray=\"{pattern}\""))
        .unwrap_or_default();
    format!(
        " stroke=\"{}\" stroke-width=\"{}\"{dash}",
        colour(stroke.paint),
        px(stroke.width)
    )
}

/// The light colour of a paint: what is printed is always light.
const fn colour(paint: Paint) -> &'static str {
    match paint {
        Paint::Ink => "#17212b",
        Paint::Ink2 => "#47525d",
        Paint::Ink3 | Paint::Same => "#5f6b76",
        Paint::Line => "#d9dedd",
        Paint::Edge => "#7c8790",
        Paint::Accent | Paint::Band => "#005c66",
        Paint::AccentTint => "#e1eff0",
        Paint::Better => "#1f55b5",
        Paint::Worse => "#b24a00",
        Paint::Paper => "#ffffff",
    }
}

/// Text that may stand between tags; what XML cannot hold becomes a sign that shows it was there.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push(char::REPLACEMENT_CHARACTER),
            letter if letter.is_control() => escaped.push(char::REPLACEMENT_CHARACTER),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests;
