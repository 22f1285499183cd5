//! What the page is about: the chosen place, the period, filters, the level of the ranking and the place compared with.

use crate::prelude::*;
use danish::ui::{Indicator, Overview, Shell};
use protocol::catalog::{Choice, PlaceChoice};
use protocol::view::Named;

use super::kept_members::KeptMembers;
use super::sight::use_sight;
use crate::component::against::AgainstControl;
use crate::component::button::{Button, ButtonKind};
use crate::component::chip::Chip;
use crate::component::chooser::{Chooser, Entry};
use crate::component::menu::{Menu, MenuItem};
use crate::component::segmented::Segmented;
use crate::words::{language, say};

/// The line of chips and menus.
#[component]
pub(super) fn Filters() -> impl IntoView {
    view! {
        <div class="indicator-filters">
            <div class="indicator-choices"><Chosen /><PeriodMenu /><KeptMembers /><PlaceChooser /></div>
            <div class="indicator-frame"><LevelStrip /><AgainstChoices /></div>
        </div>
    }
}

/// The chosen place with a way to take it back.
#[component]
fn Chosen() -> impl IntoView {
    let sight = use_sight();
    let place = sight.part(|view| view.place.clone());
    let label = move || place.get().map(|place| place.label).unwrap_or_default();
    view! {
        <Show when=move || place.with(Option::is_some)>
            <Chip subject=say(Indicator::Chosen) label=Signal::derive(label) chosen=true on_remove=Callback::new(move |()| sight.clear()) />
        </Show>
    }
}

/// A list of all places, and a way back to none.
#[component]
fn PlaceChooser() -> impl IntoView {
    let sight = use_sight();
    let place = sight.part(|view| view.place.clone());
    let entries = Memo::new(move |_| {
        sight
            .catalog
            .with(|catalog| catalog.places.iter().map(entry).collect::<Vec<_>>())
    });
    let chosen = Memo::new(move |_| place.get().map(|place| place.id).unwrap_or_default());
    let choose = move |id: String| {
        let label = entries.with_untracked(|entries| {
            entries
                .iter()
                .find(|entry| entry.id == id)
                .map(|entry| entry.label.clone())
        });
        sight.choose(&id, &label.unwrap_or_default());
    };
    view! {
        <Chooser label=say(Indicator::ChoosePlace) find=say(Overview::FindPlace) kind=ButtonKind::Quiet entries=entries chosen=chosen on_choose=choose />
        <Show when=move || place.with(Option::is_some)>
            <span class="indicator-clear"><Button kind=ButtonKind::Quiet key="Esc" on_press=move |()| sight.clear()>{say(Shell::ClearSelection)}</Button></span>
        </Show>
    }
}

fn entry(place: &PlaceChoice) -> Entry {
    Entry {
        id: place.id.clone(),
        label: place.label.clone(),
        group: place.level_label.clone(),
    }
}

/// The period, newest first.
#[component]
fn PeriodMenu() -> impl IntoView {
    let sight = use_sight();
    let language = language();
    let period = sight.part(|view| view.period.clone());
    let label = move || {
        format!(
            "{} {}",
            danish::ui::phrase(Indicator::Period, language.get()),
            period.get().label
        )
    };
    let items = move || {
        let present = period.get().id;
        let item =
            |choice: &Choice| MenuItem::choice(choice.id.clone(), choice.label.clone(), &present);
        sight
            .catalog
            .with(|catalog| catalog.periods.iter().map(item).collect::<Vec<_>>())
    };
    let choose = move |id: String| sight.change(|state| state.period = Some(id));
    view! { <Menu label=Signal::derive(label) items=Signal::derive(items) on_choose=choose /> }
}

/// The level of the ranking.
#[component]
fn LevelStrip() -> impl IntoView {
    let sight = use_sight();
    let choices = sight.part(|view| view.level_choices.iter().map(choice).collect::<Vec<_>>());
    let chosen = sight.part(|view| view.level.id.clone());
    let choose = move |id: String| sight.change(|state| state.level = Some(id));
    view! { <Segmented label=say(Indicator::Level) choices=choices chosen=chosen on_choose=choose /> }
}

fn choice(named: &Named) -> Choice {
    Choice {
        id: named.id.clone(),
        label: named.label.clone(),
    }
}

/// What places are compared with.
#[component]
fn AgainstChoices() -> impl IntoView {
    let sight = use_sight();
    let against = sight.part(|view| view.against.clone());
    let choices = sight.part(|view| view.against_choices.clone());
    let place = sight.part(|view| {
        view.place
            .as_ref()
            .map_or_else(String::new, |place| place.id.clone())
    });
    view! { <AgainstControl label=say(Indicator::Against) against=against choices=choices place=place /> }
}
