//! The head of the view: what it is about, in a sentence, and what can be chosen.

use danish::ui::Quality;
use leptos::prelude::*;
use protocol::catalog::PlaceChoice;
use protocol::view::Named;

use super::basis::Basis;
use super::filtered::filtered;
use super::over::{self, Kind};
use crate::parts::Picker;
use crate::talk::Talk;
use crate::words::spoken;

/// The head.
pub(super) fn top(talk: Talk, basis: &Basis) -> AnyView {
    let language = spoken(basis.state.language);
    let say = move |words: Quality| words.in_language(language).to_owned();
    let view = &basis.view;
    let indicators = basis.catalog.indicators.iter();
    let indicators = indicators.map(|one| (one.id.clone(), one.label.clone()));
    let over = &basis.over;
    let levels = over::levels(basis).into_iter();
    let levels = levels.map(|level| (level.id, level.label));
    let periods = basis.catalog.periods.iter();
    let periods = periods.map(|period| (period.id.clone(), period.label.clone()));
    let targets = targets(basis);
    let kind = over.kind;
    let (place_label, places) = match kind {
        Kind::Place => (say(Quality::Place), places(basis, say(Quality::NoPlace))),
        Kind::Unit => (
            over.level.label.clone(),
            units(basis, say(Quality::AllUnits)),
        ),
    };
    let place = over.chosen.as_ref().map(|place| place.id.clone());
    let known = basis.view.level_choices.clone();
    let filters = filtered(basis, language).into_iter();
    let filters = filters.map(|line| view! { <p class="study-sentence">{line}</p> });
    let filters = filters.collect_view();
    view! {
        <header class="study-head">
            <p class="quiet">{view.topic.clone()}</p>
            <h1 id="study-title" tabindex="-1">{view.indicator.label.clone()}</h1>
            <p class="study-sentence">{view.sentence.clone()}</p>
            {filters}
            <div class="study-choices no-print">
                <Picker id="quality-indicator" label=say(Quality::Indicator) options=indicators.collect()
                    chosen=view.indicator.id.clone()
                    on_choose=Callback::new(move |id| talk.choose(|state| {
                        state.indicator = Some(id);
                        state.study.remove("chart");
                        state.study.remove("phases");
                    })) />
                <Picker id="quality-place" label=place_label options=places
                    chosen=place.unwrap_or_default()
                    on_choose=Callback::new(move |id: String| choose_member(talk, (kind, id))) />
                <Picker id="quality-level" label=say(Quality::Level) options=levels.collect()
                    chosen=over.level.id.clone()
                    on_choose=Callback::new(move |id: String| choose_level(talk, &known, id)) />
                {within(talk, basis)}
                <Picker id="quality-period" label=say(Quality::Period) options=periods.collect()
                    chosen=view.period.id.clone()
                    on_choose=Callback::new(move |id| talk.choose(|state| state.period = Some(id))) />
                <Picker id="quality-against" label=say(Quality::Against) options=targets
                    chosen=view.against.id.clone()
                    on_choose=Callback::new(move |id| talk.choose(|state| state.against = Some(id))) />
            </div>
        </header>
    }
    .into_any()
}

/// Chooses a place or unit by its id; none is all of them.
pub(super) fn choose_member(talk: Talk, (kind, id): (Kind, String)) {
    let id = Some(id).filter(|id| !id.is_empty());
    match kind {
        Kind::Place => talk.choose(|state| state.place = id),
        Kind::Unit => talk.choose_study("unit", id.into_iter().collect()),
    }
}

/// Chooses a level: one of places that the session knows is the state's own, any other is remembered by the module.
fn choose_level(talk: Talk, known: &[Named], id: String) {
    talk.choose(|state| {
        state.study.remove("unit");
        if known.iter().any(|level| level.id == id) {
            state.study.remove("over");
            state.level = Some(id);
        } else {
            state.study.insert("over".to_owned(), vec![id]);
        }
    });
}

/// The place that all members lie in, where there are some to choose from.
fn within(talk: Talk, basis: &Basis) -> Option<AnyView> {
    let say = |words: Quality| words.in_language(spoken(basis.state.language)).to_owned();
    let rooms = over::rooms(basis, &basis.over);
    if rooms.is_empty() {
        return None;
    }
    let all = (String::new(), say(Quality::NoPlace));
    let options = std::iter::once(all).chain(rooms.iter().map(named));
    let chosen = basis.over.within.as_ref().map(|place| place.id.clone());
    let choose = Callback::new(move |id: String| {
        let kept = Some(id).filter(|id| !id.is_empty());
        talk.choose_study("within", kept.into_iter().collect());
    });
    Some(view! { <Picker id="quality-within" label=say(Quality::Inside) options=options.collect() chosen=chosen.unwrap_or_default() on_choose=choose /> }.into_any())
}

/// All units, and each.
fn units(basis: &Basis, all: String) -> Vec<(String, String)> {
    let units = over::units(basis, &basis.over.level.id).into_iter();
    let units = units.map(|unit| (unit.id, unit.label));
    std::iter::once((String::new(), all)).chain(units).collect()
}

fn named(place: &PlaceChoice) -> (String, String) {
    let label = format!("{} ({})", place.label, place.level_label);
    (place.id.clone(), label)
}

/// What places can be held against, the present choice among them.
fn targets(basis: &Basis) -> Vec<(String, String)> {
    let against = &basis.view.against;
    let mut targets: Vec<(String, String)> = basis
        .view
        .against_choices
        .iter()
        .map(|choice| (choice.id.clone(), choice.label.clone()))
        .collect();
    if targets.iter().all(|(id, _)| *id != against.id) {
        targets.insert(0, (against.id.clone(), against.label.clone()));
    }
    targets
}

/// The country, and the places of each level that the indicator is counted at, in the order of the catalogue.
fn places(basis: &Basis, country: String) -> Vec<(String, String)> {
    let is_counted = |place: &&PlaceChoice| over::is_counted_at(basis, &place.level);
    let places = basis.catalog.places.iter().filter(is_counted);
    std::iter::once((String::new(), country))
        .chain(places.map(named))
        .collect()
}
