//! A drawing as text: one primitive a line.

use chart::svg::{points, px};
use chart::{Drawing, Figure, Look, Mark, Stroke, Weight};

/// The size, the words and the marks of a drawing.
pub(crate) fn drawing(drawing: &Drawing) -> String {
    let mut lines = vec![format!("size {} {}", px(drawing.width), px(drawing.height))];
    let words = [("title", &drawing.title), ("summary", &drawing.summary)];
    lines.extend(
        words
            .into_iter()
            .filter(|(_, words)| !words.is_empty())
            .map(|(name, words)| format!("{name} {words}")),
    );
    lines.extend(drawing.marks.iter().map(mark));
    lines.join("\n") + "\n"
}

/// The drawing of a figure and where it can be acted on.
pub(crate) fn figure(figure: &Figure) -> String {
    let hit = |hit: &chart::Hit| {
        let area = [hit.area.x, hit.area.y, hit.area.width, hit.area.height]
            .map(px)
            .join(" ");
        format!(
            "hit {} [{area}] {}{}\n",
            hit.id,
            hit.label,
            if hit.chosen { " (chosen)" } else { "" }
        )
    };
    drawing(&figure.drawing) + &figure.hits.iter().map(hit).collect::<String>()
}

fn mark(mark: &Mark) -> String {
    match mark {
        Mark::Line { from, to, stroke } => {
            format!("line {} {}", points(&[*from, *to]), outline(*stroke))
        }
        Mark::Polyline {
            points: through,
            stroke,
        } => format!("polyline {} {}", points(through), outline(*stroke)),
        Mark::Polygon {
            points: corners,
            look,
        } => format!("polygon {} {}", points(corners), looks(*look)),
        Mark::Rect { area, look } => {
            format!(
                "rect {} {}",
                [area.x, area.y, area.width, area.height].map(px).join(" "),
                looks(*look)
            )
        }
        Mark::Circle {
            center,
            radius,
            look,
        } => format!(
            "circle {} r{} {}",
            points(&[*center]),
            px(*radius),
            looks(*look)
        ),
        Mark::Diamond {
            center,
            radius,
            look,
        } => format!(
            "diamond {} r{} {}",
            points(&[*center]),
            px(*radius),
            looks(*look)
        ),
        Mark::Text {
            at,
            text,
            anchor,
            paint,
            weight,
        } => {
            let bold = if *weight == Weight::Bold { " bold" } else { "" };
            format!(
                "text {} {} {}{bold} {text:?}",
                points(&[*at]),
                anchor.name(),
                paint.name()
            )
        }
    }
}

fn looks(look: Look) -> String {
    let fill = look.fill.map_or_else(
        || "empty".to_owned(),
        |paint| format!("fill {}", paint.name()),
    );
    look.stroke.map_or_else(
        || fill.clone(),
        |stroke| format!("{fill} {}", outline(stroke)),
    )
}

fn outline(stroke: Stroke) -> String {
    format!(
        "{} {} {:?}",
        stroke.paint.name(),
        px(stroke.width),
        stroke.dash
    )
    .to_lowercase()
}
