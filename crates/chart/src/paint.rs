//! How marks are drawn: what they mean, which decides their colour, and how their lines run.

/// What a mark means, which decides its colour in the theme at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Paint {
    /// The benchmark, and text of interest.
    Ink,
    /// Labels and axes.
    Ink2,
    /// Quiet text.
    Ink3,
    /// Gridlines.
    Line,
    /// Quiet marks: second benchmark, muted series, hatching.
    Edge,
    /// The chosen series and the edge of a chosen row.
    Accent,
    /// The ground of a chosen row.
    AccentTint,
    /// The accent at 16 %: the band of an interval.
    Band,
    /// Better than the benchmark.
    Better,
    /// No difference from the benchmark, or not assessed.
    Same,
    /// Worse than the benchmark.
    Worse,
    /// The ground the figure stands on, inside open marks.
    Paper,
}

impl Paint {
    /// Every paint.
    pub const ALL: [Self; 12] = [
        Self::Ink,
        Self::Ink2,
        Self::Ink3,
        Self::Line,
        Self::Edge,
        Self::Accent,
        Self::AccentTint,
        Self::Band,
        Self::Better,
        Self::Same,
        Self::Worse,
        Self::Paper,
    ];

    /// The name of its token, such as `accent-tint`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ink => "ink",
            Self::Ink2 => "ink-2",
            Self::Ink3 => "ink-3",
            Self::Line => "line",
            Self::Edge => "edge",
            Self::Accent => "accent",
            Self::AccentTint => "accent-tint",
            Self::Band => "band",
            Self::Better => "better",
            Self::Same => "same",
            Self::Worse => "worse",
            Self::Paper => "paper",
        }
    }
}

/// How a line is broken up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dash {
    /// Unbroken.
    #[default]
    Solid,
    /// The second benchmark.
    Dashed,
    /// Breaks in series, and what is missing.
    Dotted,
    /// The small signs of what is not assessed.
    Fine,
}

impl Dash {
    /// The `stroke-dasharray`, if any.
    #[must_use]
    pub const fn pattern(self) -> Option<&'static str> {
        match self {
            Self::Solid => None,
            Self::Dashed => Some("4 3"),
            Self::Dotted => Some("1.5 3"),
            Self::Fine => Some("2 2"),
        }
    }
}

/// A line's paint, width and dash.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its paint.
    pub paint: Paint,
    /// Its width in px.
    pub width: f64,
    /// How it is broken up.
    pub dash: Dash,
}

impl Stroke {
    /// An unbroken line.
    #[must_use]
    pub const fn solid(paint: Paint, width: f64) -> Self {
        Self {
            paint,
            width,
            dash: Dash::Solid,
        }
    }

    /// A broken line.
    #[must_use]
    pub const fn broken(paint: Paint, width: f64, dash: Dash) -> Self {
        Self { paint, width, dash }
    }
}

/// Inside and outline of a closed mark.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Look {
    /// The inside; none lets through what lies under it.
    pub fill: Option<Paint>,
    /// The outline.
    pub stroke: Option<Stroke>,
}

impl Look {
    /// An inside without an outline.
    #[must_use]
    pub const fn filled(paint: Paint) -> Self {
        Self {
            fill: Some(paint),
            stroke: None,
        }
    }

    /// An outline around the paper.
    #[must_use]
    pub const fn open(stroke: Stroke) -> Self {
        Self {
            fill: Some(Paint::Paper),
            stroke: Some(stroke),
        }
    }

    /// An outline that lets through what lies under it.
    #[must_use]
    pub const fn outlined(stroke: Stroke) -> Self {
        Self {
            fill: None,
            stroke: Some(stroke),
        }
    }
}

/// Which end of a text its position is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The left end.
    #[default]
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

impl Anchor {
    /// The `text-anchor`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// How heavy a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400.
    #[default]
    Regular,
    /// 600: what is chosen, and the benchmark.
    Bold,
}
