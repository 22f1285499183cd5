//! The order of the places in the table beside the funnel.

use danish::ui::Quality;
use leptos::prelude::*;

use super::basis::Basis;
use super::judged::Place;
use crate::parts::Picker;
use crate::talk::Talk;

/// What orders the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// The highest value first, those without a number last.
    #[default]
    Value,
    /// By name.
    Name,
    /// By the coarser places they lie in, then by value.
    Above,
}

impl Order {
    /// Every choice by its name in a state.
    pub(crate) const ALL: [(Self, &'static str); 3] = [
        (Self::Value, "value"),
        (Self::Name, "name"),
        (Self::Above, "above"),
    ];

    /// The choice of a state.
    pub(crate) fn of(basis: &Basis) -> Self {
        let chosen = basis.state.study.get("order").and_then(|it| it.first());
        let found = Self::ALL
            .iter()
            .find(|(_, name)| chosen.is_some_and(|it| it == name));
        let is_had = |order: &Self| *order != Self::Above || basis.over.above.is_some();
        found
            .map(|(order, _)| *order)
            .filter(is_had)
            .unwrap_or_default()
    }

    /// Puts places in this order.
    pub(super) fn sort(self, places: &mut [Place]) {
        places.sort_by(|one, other| {
            let value = |place: &Place| place.number.value.unwrap_or(f64::NEG_INFINITY);
            let by_value = || value(other).total_cmp(&value(one));
            match self {
                Self::Value => by_value(),
                Self::Name => danish::order::compare(&one.label, &other.label),
                Self::Above => one.above.cmp(&other.above).then_with(by_value),
            }
        });
    }
}

/// The list to choose it from.
pub(super) fn ordering(talk: Talk, basis: &Basis, language: danish::Language) -> AnyView {
    let say = |words: Quality| words.in_language(language).to_owned();
    let above = basis.over.above.as_ref();
    let named = |(order, name): &(Order, &str)| {
        let label = match order {
            Order::Value => say(Quality::ByValue),
            Order::Name => say(Quality::ByName),
            Order::Above => above?.label.clone(),
        };
        Some(((*name).to_owned(), label))
    };
    let chosen = Order::ALL.iter().find(|(one, _)| *one == Order::of(basis));
    let chosen = chosen.map_or("value", |(_, name)| name).to_owned();
    let choose = Callback::new(move |name: String| {
        let kept = (name != "value").then_some(name);
        talk.choose_study("order", kept.into_iter().collect());
    });
    view! { <Picker id="quality-order" label=say(Quality::OrderBy) options=Order::ALL.iter().filter_map(named).collect() chosen=chosen on_choose=choose /> }
        .into_any()
}
