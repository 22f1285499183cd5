//! The plots in the rows: all on one axis, as wide as the window allows.

use crate::prelude::*;
use chart::interval::Axis;
use chart::{Density, Size};
use danish::ui::overview;
use leptos::ev;
use protocol::view::overview::OverviewRow;
use protocol::view::{OverviewView, Tick};

use super::Page;
use crate::component::drawing::{DrawingFigure, Voice};
use crate::dom;
use crate::words::language;

/// Width and height of a row's plot in px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Room {
    /// Width.
    pub(super) width: f64,
    /// Height.
    pub(super) height: f64,
}

/// The room in the window as it is now, and as it changes.
pub(super) fn room() -> Memo<Room> {
    let width = RwSignal::new(window_width());
    let listener = window_event_listener(ev::resize, move |_| width.set(window_width()));
    on_cleanup(move || listener.remove());
    let is_coarse = dom::window()
        .match_media("(pointer: coarse)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches());
    let density = if is_coarse {
        Density::Comfortable
    } else {
        Density::Compact
    };
    Memo::new(move |_| fitting(width.get(), density))
}

/// Beside eight columns, seven or four, or under the words of its item.
fn fitting(window_width: f64, density: Density) -> Room {
    // One px more than the row, so that the benchmark is one line down the table.
    let height = density.row_height() + 1.0;
    let width = match window_width {
        wide if wide >= 1200.0 => 324.0,
        middle if middle >= 900.0 => 240.0,
        middle if middle >= 600.0 => 200.0,
        narrow => (narrow - 172.0).clamp(150.0, 300.0),
    };
    Room { width, height }
}

fn window_width() -> f64 {
    dom::window()
        .inner_width()
        .ok()
        .and_then(|width| width.as_f64())
        .unwrap_or(1440.0)
}

/// The ticks of the axis; the one at the benchmark carries its name.
pub(super) fn ticks(view: &OverviewView) -> Vec<Tick> {
    let named = |tick: &Tick| match tick.value {
        0.0 => Tick {
            text: overview::short_place(&view.against.label).to_owned(),
            ..tick.clone()
        },
        _ => tick.clone(),
    };
    view.ticks.iter().map(named).collect()
}

/// The plot of a row, and the same in words.
pub(super) fn plot(page: Page, row: &OverviewRow) -> impl IntoView + use<> {
    let Page { view, room, .. } = page;
    let language = language();
    let words = match &row.distance {
        Some(distance) => overview::distance(
            distance.value,
            distance.low.zip(distance.high),
            language.get(),
        ),
        None => row.remark.clone(),
    };
    let room = room.get();
    let size = Size {
        width: room.width,
        height: room.height,
    };
    let drawing = view.with(|view| {
        chart::interval::layout(
            row,
            &Axis {
                reach: view.axis_reach,
                ticks: &view.ticks,
                size,
            },
        )
    });
    view! {
        <span class="spoken">{words}</span>
        <DrawingFigure drawing=drawing voice=Voice::Silent />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_gives_the_plot_what_the_word_beside_it_leaves() {
        assert_eq!(
            fitting(390.0, Density::Compact),
            Room {
                width: 218.0,
                height: 26.0
            }
        );
        assert_eq!(
            fitting(320.0, Density::Comfortable),
            Room {
                width: 150.0,
                height: 33.0
            }
        );
        assert_eq!(fitting(1440.0, Density::Compact).width, 324.0);
    }
}
