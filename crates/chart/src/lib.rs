//! View models to marks: pure geometry in px, without colours, signals or a DOM.
//!
//! Each figure has a `layout` function that takes a part of a view model and a size and gives a [`Drawing`]: a list of
//! [`Mark`]s that a screen paints one by one, or [`svg::write`] turns into a file. Words come from outside.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::expect_used,
        reason = "a test may fail"
    )
)]

pub mod breakdown;
pub mod combinations;
pub mod control;
pub mod difference;
pub mod drawing;
pub mod flow;
pub mod funnel;
pub mod interval;
pub mod judgement;
pub mod mark;
pub mod measure;
pub mod paint;
pub mod ranking;
pub mod scale;
pub mod spark;
pub mod svg;
pub mod text;
pub mod trend;

mod absence;
mod plane;
mod plot;
mod shape;

pub use drawing::{Density, Drawing, Figure, Frame, Hit, Size};
pub use mark::{Area, Mark, Point};
pub use paint::{Anchor, Dash, Look, Paint, Stroke, Weight};
pub use plane::Axis;
