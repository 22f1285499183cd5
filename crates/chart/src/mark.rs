//! The primitives every figure is made of.

pub use crate::paint::{Anchor, Dash, Look, Paint, Stroke, Weight};

/// A position in px from the upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// A point.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// An upright rectangle in px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Area {
    /// The right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The lower edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }
}

/// One primitive of a drawing; later ones lie on top.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A straight line.
    Line {
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A line through points.
    Polyline {
        /// The points.
        points: Vec<Point>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A closed shape.
    Polygon {
        /// Its corners.
        points: Vec<Point>,
        /// How it is drawn.
        look: Look,
    },
    /// An upright rectangle.
    Rect {
        /// Where.
        area: Area,
        /// How it is drawn.
        look: Look,
    },
    /// A circle.
    Circle {
        /// Its centre.
        center: Point,
        /// Its radius.
        radius: f64,
        /// How it is drawn.
        look: Look,
    },
    /// A square on its corner.
    Diamond {
        /// Its centre.
        center: Point,
        /// From the centre to a corner.
        radius: f64,
        /// How it is drawn.
        look: Look,
    },
    /// A line of text of 12 px.
    Text {
        /// The end that the anchor names, on the baseline.
        at: Point,
        /// What it says.
        text: String,
        /// Which end is meant.
        anchor: Anchor,
        /// Its paint.
        paint: Paint,
        /// How heavy it is.
        weight: Weight,
    },
}

impl Mark {
    /// The corners of a diamond: top, right, bottom, left.
    #[must_use]
    pub fn diamond_corners(center: Point, radius: f64) -> [Point; 4] {
        [
            Point::new(center.x, center.y - radius),
            Point::new(center.x + radius, center.y),
            Point::new(center.x, center.y + radius),
            Point::new(center.x - radius, center.y),
        ]
    }
}
