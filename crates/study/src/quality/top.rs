//! The head of the view: what it is about, in a sentence, and what can be chosen.

use danish::ui::Quality;
use leptos::prelude::*;
use protocol::catalog::PlaceChoice;

use super::basis::Basis;
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
    let levels = view
        .level_choices
        .iter()
        .map(|level| (level.id.clone(), level.label.clone()));
    let periods = basis.catalog.periods.iter();
    let periods = periods.map(|period| (period.id.clone(), period.label.clone()));
    let targets = targets(basis);
    let place = view.place.as_ref().map(|place| place.id.clone());
    view! {
        <header class="study-head">
            <p class="quiet">{view.topic.clone()}</p>
            <h1 id="study-title" tabindex="-1">{view.indicator.label.clone()}</h1>
            <p class="study-sentence">{view.sentence.clone()}</p>
            <div class="study-choices no-print">
                <Picker id="quality-indicator" label=say(Quality::Indicator) options=indicators.collect()
                    chosen=view.indicator.id.clone()
                    on_choose=Callback::new(move |id| talk.choose(|state| {
                        state.indicator = Some(id);
                        state.study.remove("chart");
                        state.study.remove("phases");
                    })) />
                <Picker id="quality-place" label=say(Quality::Place) options=places(basis, say(Quality::NoPlace))
                    chosen=place.unwrap_or_default()
                    on_choose=Callback::new(move |id: String| choose_place(talk, id)) />
                <Picker id="quality-level" label=say(Quality::Level) options=levels.collect()
                    chosen=view.level.id.clone()
                    on_choose=Callback::new(move |id| talk.choose(|state| state.level = Some(id))) />
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

/// Chooses a place by its id; none is the whole country.
pub(super) fn choose_place(talk: Talk, id: String) {
    talk.choose(|state| state.place = Some(id).filter(|id| !id.is_empty()));
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

/// The country, and the places of each level in the order of the catalogue.
fn places(basis: &Basis, country: String) -> Vec<(String, String)> {
    let is_place = |place: &&PlaceChoice| place.level != health::place::COUNTRY;
    let places = basis.catalog.places.iter().filter(is_place);
    let places = places.map(|place| {
        let label = format!("{} ({})", place.label, place.level_label);
        (place.id.clone(), label)
    });
    std::iter::once((String::new(), country))
        .chain(places)
        .collect()
}
