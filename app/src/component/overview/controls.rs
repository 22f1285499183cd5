//! Which place, against which, and when; and how the indicators stand in all.

use crate::prelude::*;
use danish::ui::{Overview, overview};
use protocol::catalog::{Choice, PlaceChoice};
use protocol::view::Judgement;

use super::Page;
use crate::component::against::AgainstControl;
use crate::component::chooser::{Chooser, Entry};
use crate::component::judgement::{JudgementSign, word};
use crate::component::menu::{Menu, MenuItem};
use crate::desk::use_desk;
use crate::state::use_state;
use crate::words::{language, say};

/// The place, its parts, and the tally.
#[component]
pub(super) fn Title() -> impl IntoView {
    let Page { view, .. } = expect_context();
    view! {
        <header class="overview-title">
            <div class="overview-place">
                <h1>{move || view.with(|view| view.place.label.clone())}</h1>
                <ChangePlace />
            </div>
            <p class="overview-subtitle">{move || view.with(|view| view.subtitle.clone())}</p>
            <Tally />
        </header>
    }
}

/// All places, by level, with a field to find by.
#[component]
fn ChangePlace() -> impl IntoView {
    let Page { view, .. } = expect_context();
    let desk = use_desk();
    let state = use_state();
    let entries = Memo::new(move |_| {
        let entry = |place: &PlaceChoice| Entry {
            id: place.id.clone(),
            label: place.label.clone(),
            group: place.level_label.clone(),
        };
        desk.catalog.with(|catalog| {
            catalog
                .iter()
                .flat_map(|catalog| catalog.places.iter().map(entry))
                .collect::<Vec<_>>()
        })
    });
    let chosen = Signal::derive(move || view.with(|view| view.place.id.clone()));
    view! {
        <Chooser
            label=say(Overview::ChangePlace)
            find=say(Overview::FindPlace)
            entries=entries
            chosen=chosen
            on_choose=move |id: String| state.change(|state| state.place = Some(id))
        />
    }
}

/// How many indicators stand each way.
#[component]
fn Tally() -> impl IntoView {
    let Page { view, .. } = expect_context();
    let language = language();
    let one = move |(judgement, count): (Judgement, u32)| {
        view! {
            <li class="tally-one">
                <JudgementSign judgement=judgement />
                <span><strong>{move || danish::count(u64::from(count), language.get())}</strong>" "{say(word(judgement))}</span>
            </li>
        }
    };
    view! {
        <ul class="tally" aria-label=say(Overview::Judgement) title=say(Overview::JudgementRule)>
            {move || view.with(|view| view.tally.clone()).into_iter().map(one).collect_view()}
        </ul>
    }
}

/// What is compared with, the period, and what the marks stand for.
#[component]
pub(super) fn Comparison() -> impl IntoView {
    let Page { view, .. } = expect_context();
    let choices = Memo::new(move |_| view.with(|view| view.against_choices.clone()));
    let against = Memo::new(move |_| view.with(|view| view.against.clone()));
    let place = Memo::new(move |_| view.with(|view| view.place.id.clone()));
    view! {
        <div class="overview-controls">
            <AgainstControl label=say(Overview::CompareWith) against=against choices=choices place=place />
            <ChangePeriod />
            <Legend />
        </div>
    }
}

#[component]
fn ChangePeriod() -> impl IntoView {
    let Page { view, .. } = expect_context();
    let desk = use_desk();
    let state = use_state();
    let items = Memo::new(move |_| {
        let present = view.with(|view| view.period.id.clone());
        let item =
            |period: &Choice| MenuItem::choice(period.id.clone(), period.label.clone(), &present);
        desk.catalog.with(|catalog| {
            catalog
                .iter()
                .flat_map(|catalog| catalog.periods.iter().map(item))
                .collect::<Vec<_>>()
        })
    });
    let label = Signal::derive(move || view.with(|view| view.period.label.clone()));
    let title = say(Overview::Period);
    view! {
        <div class="labelled">
            <span class="labelled-words">{title}</span>
            <Menu
                label=label
                name=Signal::derive(move || Some(format!("{} {}", title.get(), label.get())))
                items=items
                on_choose=move |id: String| state.change(|state| state.period = Some(id))
            />
        </div>
    }
}

/// What the mark and the tick stand for.
#[component]
fn Legend() -> impl IntoView {
    let Page { view, .. } = expect_context();
    let second = move || view.with(|view| view.second.clone());
    view! {
        <ul class="overview-legend">
            <li>
                <svg class="legend-sign" viewBox="0 0 30 12" width="30" height="12" aria-hidden="true" focusable="false">
                    <path class="legend-interval" d="M1 6H29M1 2.5V9.5M29 2.5V9.5" />
                    <circle class="legend-value" cx="15" cy="6" r="4.5" />
                </svg>
                <span>{move || view.with(|view| overview::short_place(&view.place.label).to_owned())}</span>
            </li>
            {move || second().map(|second| view! {
                <li>
                    <svg class="legend-sign" viewBox="0 0 4 12" width="4" height="12" aria-hidden="true" focusable="false">
                        <rect class="legend-second" width="3" height="12" />
                    </svg>
                    <span>{second.label}</span>
                </li>
            })}
        </ul>
    }
}
