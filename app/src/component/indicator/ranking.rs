//! The ranking: a drawing, and over it a list of its rows that can be pointed at, walked and chosen.

use crate::prelude::*;
use chart::mark::Mark;
use chart::{Area, Drawing, Figure, Frame, measure};
use danish::ui::Indicator;
use leptos::ev::KeyboardEvent;
use leptos::html;
use protocol::view::indicator::Ranking;
use wasm_bindgen::JsCast;

use super::ranking_row::RowTarget;
use super::short;
use super::sight::use_sight;
use crate::component::drawing::{DrawingFigure, Voice};
use crate::component::measured::{Measured, density};
use crate::component::notes::Notes;
use crate::component::section::Section;
use crate::dom;
use crate::lookup::Lookup;
use crate::words::{language, say, say_with};

/// Where each row of the ranking is drawn, by its place.
pub(super) type Areas = Memo<Lookup<Area>>;

/// The section with its source.
#[component]
pub(super) fn RankingSection() -> impl IntoView {
    let sight = use_sight();
    let subtitle = sight.part(|view| view.ranking.subtitle.clone());
    let source = sight.part(|view| view.source.clone());
    let notes = sight.part(|view| view.ranking.notes.clone());
    let width = RwSignal::new(0.0);
    let draw = move |room: f64| {
        width.set(room);
        view! { <Picture width=width /> }.into_any()
    };
    view! {
        <div class="indicator-ranking">
            <Section title=say(Indicator::Ranking) subtitle=subtitle>
                <div class="ranking-scroll"><Measured draw=draw /></div>
                <Notes lines=notes />
                <p class="quieter">{source}</p>
                <p class="quieter no-print">{say(Indicator::RankingKeys)}</p>
            </Section>
        </div>
    }
}

/// The drawing under its rows.
#[component]
fn Picture(width: RwSignal<f64>) -> impl IntoView {
    let sight = use_sight();
    let language = language();
    let ranking = sight.part(|view| view.ranking.clone());
    let figure = Memo::new(move |_| {
        let frame = Frame {
            width: width.get(),
            density: density(),
        };
        ranking.with(|ranking| figure(ranking, frame, language.get()))
    });
    let ids = Memo::new(move |_| {
        ranking.with(|ranking| {
            ranking
                .rows
                .iter()
                .map(|row| row.place.id.clone())
                .collect::<Vec<_>>()
        })
    });
    let areas: Areas = Memo::new(move |_| {
        figure.with(|figure| {
            figure
                .hits
                .iter()
                .map(|hit| (hit.id.clone(), hit.area))
                .collect()
        })
    });
    let name =
        say_with(move |language| danish::ui::indicator::ranking_of(ids.with(Vec::len), language));
    let list = NodeRef::<html::Div>::new();
    // The one row that Tab comes to: where the focus was last, else the chosen, else the first.
    let visited = RwSignal::new(None::<String>);
    let stop = Memo::new(move |_| {
        let known = visited.get().filter(|id| ids.with(|ids| ids.contains(id)));
        let chosen = || {
            ranking.with(|ranking| {
                ranking
                    .rows
                    .iter()
                    .find(|row| row.chosen)
                    .map(|row| row.place.id.clone())
            })
        };
        known
            .or_else(chosen)
            .or_else(|| ids.with(|ids| ids.first().cloned()))
    });
    let chosen = Memo::new(move |_| {
        figure.with(|figure| {
            figure
                .hits
                .iter()
                .find(|hit| hit.chosen)
                .map(|hit| hit.area)
        })
    });
    Effect::new(move |_| {
        if let Some(area) = chosen.get() {
            request_animation_frame(move || bring_into_view(list, area));
        }
    });
    view! {
        <div class="ranking-axis" aria-hidden="true">
            {move || figure.with(|figure| view! { <DrawingFigure drawing=axis(&figure.drawing) voice=Voice::Silent /> })}
        </div>
        <div class="ranking" role="listbox" aria-label=name node_ref=list on:keydown=move |event| walk(&event, list) on:mouseleave=move |_| sight.point(None)>
            <For each=move || ids.get() key=Clone::clone let:id>
                <RowTarget id=id areas=areas stop=stop visited=visited />
            </For>
        </div>
        <div class="ranking-drawing">
            {move || figure.with(|figure| view! { <DrawingFigure drawing=figure.drawing.clone() voice=Voice::Silent /> })}
        </div>
    }
}

/// The ranking laid out in a frame.
pub(super) fn figure(ranking: &Ranking, frame: Frame, language: danish::Language) -> Figure {
    let word =
        |judgement| danish::ui::phrase(crate::component::judgement::word(judgement), language);
    let words = chart::judgement::Words {
        better: word(protocol::view::Judgement::Better),
        same: word(protocol::view::Judgement::Same),
        worse: word(protocol::view::Judgement::Worse),
        not_assessed: word(protocol::view::Judgement::NotAssessed),
    };
    chart::ranking::layout(&short::labels(ranking), frame, &words)
}

/// The tick labels alone: they stay in view while a long ranking scrolls under them.
fn axis(drawing: &Drawing) -> Drawing {
    let is_tick = |mark: &&Mark| matches!(mark, Mark::Text { at, .. } if at.y < measure::AXIS);
    let marks = drawing.marks.iter().filter(is_tick).cloned().collect();
    Drawing {
        width: drawing.width,
        height: measure::AXIS,
        marks,
        ..Drawing::default()
    }
}

/// Scrolls the frame of a long ranking, never the page, to where the chosen row can be seen.
fn bring_into_view(list: NodeRef<html::Div>, row: Area) {
    let frame = list
        .try_get_untracked()
        .flatten()
        .and_then(|list| list.closest(".ranking-scroll").ok().flatten());
    let Some(frame) = frame else { return };
    let height = f64::from(frame.client_height());
    let top = f64::from(frame.scroll_top());
    let is_seen = row.y >= top + measure::AXIS && row.bottom() <= top + height;
    if !is_seen {
        let middle = row.y + row.height / 2.0 - height / 2.0;
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a scroll position is a whole number of pixels"
        )]
        frame.set_scroll_top(middle.max(0.0) as i32);
    }
}

/// Arrows, Home and End go from row to row.
fn walk(event: &KeyboardEvent, list: NodeRef<html::Div>) {
    let Some(list) = list.get_untracked() else {
        return;
    };
    let rows = dom::find_all(&list, "[role=option]");
    let focused = dom::document().active_element();
    let at = rows
        .iter()
        .position(|row| focused.as_ref() == Some(row.unchecked_ref()))
        .unwrap_or(0);
    let target = match event.key().as_str() {
        "ArrowDown" => at + 1,
        "ArrowUp" => at.saturating_sub(1),
        "Home" => 0,
        "End" => rows.len().saturating_sub(1),
        _ => return,
    };
    event.prevent_default();
    if let Some(row) = rows.get(target) {
        let _ = row.focus();
    }
}
