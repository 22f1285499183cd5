//! What a layout gives: marks, their size and where they can be acted on.

use crate::mark::{Area, Mark};

/// Width and height in px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// How close rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Density {
    /// 25 px a row.
    #[default]
    Compact,
    /// 32 px a row, and whenever the pointer is coarse.
    Comfortable,
}

impl Density {
    /// Height of a row in px.
    #[must_use]
    pub const fn row_height(self) -> f64 {
        match self {
            Self::Compact => 25.0,
            Self::Comfortable => 32.0,
        }
    }
}

/// Room for a figure whose height follows from its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Frame {
    /// Width in px.
    pub width: f64,
    /// How close rows stand.
    pub density: Density,
}

/// Marks with their size and, for those who do not see them, their words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Width in px.
    pub width: f64,
    /// Height in px.
    pub height: f64,
    /// Primitives, later ones on top.
    pub marks: Vec<Mark>,
    /// What it shows, in a few words.
    pub title: String,
    /// What it says, in a sentence.
    pub summary: String,
}

impl Drawing {
    /// An empty drawing.
    #[must_use]
    pub fn new(size: Size) -> Self {
        Self {
            width: size.width,
            height: size.height,
            ..Self::default()
        }
    }

    /// The drawing with its words.
    #[must_use]
    pub fn with_words(mut self, title: &str, summary: &str) -> Self {
        title.clone_into(&mut self.title);
        summary.clone_into(&mut self.summary);
        self
    }
}

/// A place in a drawing that can be focused, pointed at or chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hit {
    /// What is chosen there, such as `sundhedsraad:10`.
    pub id: String,
    /// Where, in px.
    pub area: Area,
    /// What a screen reader says: name, value and judgement.
    pub label: String,
    /// Whether it is chosen already.
    pub chosen: bool,
}

/// A drawing with the places in it that can be acted on, in reading order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// The marks.
    pub drawing: Drawing,
    /// The places.
    pub hits: Vec<Hit>,
}
