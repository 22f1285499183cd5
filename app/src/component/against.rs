//! What places are compared with: a menu of what there is, who they are, and an own list of places.

use crate::prelude::*;
use danish::ui::Overview;
use leptos::html;
use protocol::catalog::{Choice, FieldCard, PlaceChoice};
use protocol::view::overview::{Against, AgainstChoice};

use crate::component::button::ButtonKind;
use crate::component::filter::{Kept, Members};
use crate::component::menu::{Menu, MenuItem};
use crate::component::popover::Popover;
use crate::desk::use_desk;
use crate::state::use_state;
use crate::words::{say, say_with};

/// What the state holds for an own list.
const LIST: &str = "list";

/// The control of a view that compares places.
#[component]
pub(crate) fn AgainstControl(
    /// What is printed before it.
    #[prop(into)]
    label: Signal<String>,
    /// What is compared with now.
    #[prop(into)]
    against: Signal<Against>,
    /// What else may be.
    #[prop(into)]
    choices: Signal<Vec<AgainstChoice>>,
    /// The place whose fellows an own list begins with.
    #[prop(into)]
    place: Signal<String>,
) -> impl IntoView {
    let state = use_state();
    let is_own = state.part(|state| state.against.as_deref() == Some(LIST));
    let present = move || against.with(|against| against.label.clone());
    let name = Signal::derive(move || Some(format!("{} {}", label.get(), present())));
    let items = Signal::derive(move || {
        let chosen = if is_own.get() {
            LIST.to_owned()
        } else {
            against.with(|against| against.id.clone())
        };
        let item = |choice: &AgainstChoice| MenuItem {
            hint: choice.hint.clone(),
            ..MenuItem::choice(choice.id.clone(), choice.label.clone(), &chosen)
        };
        choices.with(|choices| choices.iter().map(item).collect::<Vec<_>>())
    });
    let choose = move |id: String| state.change(|state| state.against = Some(id));
    let is_group = Memo::new(move |_| against.with(|against| !against.members.is_empty()));
    view! {
        <span class="against labelled">
            <span class="labelled-words" aria-hidden="true">{label}</span>
            <Menu label=Signal::derive(present) name=name items=items on_choose=choose />
            <Show when=move || is_own.get()><OwnList place=place /></Show>
            <Show when=move || is_group.get() && !is_own.get()><Who against=against /></Show>
        </span>
    }
}

/// The places that are compared with, by name.
#[component]
fn Who(against: Signal<Against>) -> impl IntoView {
    let panel = NodeRef::<html::Div>::new();
    let name = say_with(move |language| {
        let who = danish::ui::phrase(Overview::WhoTheyAre, language);
        against.with(|against| format!("{who}: {}", against.label))
    });
    let members = move || {
        let members = against.with(|against| against.members.clone());
        let member = |member: protocol::view::Named| view! { <li>{member.label}</li> };
        members.into_iter().map(member).collect_view()
    };
    view! {
        <Popover label=say(Overview::WhoTheyAre) name=name kind=ButtonKind::Quiet panel=panel first=".against-members">
            <p class="against-what">{move || against.with(|against| against.what.clone())}</p>
            <ul class="against-members" tabindex="0">{members}</ul>
        </Popover>
    }
}

/// The own list: places of one level, to begin with that of the place.
#[component]
fn OwnList(place: Signal<String>) -> impl IntoView {
    let (state, desk) = (use_state(), use_desk());
    let list = state.part(|state| state.list.clone());
    let field = Memo::new(move |_| {
        desk.catalog.with(|catalog| {
            let places = catalog.as_ref().map_or(&[][..], |catalog| &catalog.places);
            let first = list.with(|list| list.first().cloned());
            field(places, &[first.unwrap_or_default(), place.get()])
        })
    });
    let kept = Signal::derive(move || Some(list.get()));
    let keep = move |kept: Kept| {
        let all =
            || field.with_untracked(|field| field.members.iter().map(|it| it.id.clone()).collect());
        let list = kept.unwrap_or_else(all);
        state.change(|state| state.list = list);
    };
    let panel = NodeRef::<html::Div>::new();
    view! {
        <Popover label=say(Overview::ChoosePlaces) kind=ButtonKind::Quiet panel=panel first="input">
            <Members field=field kept=kept on_keep=Callback::new(keep) />
        </Popover>
    }
}

/// The places of one level: that of the first of these that is on a level below the country, or else the finest.
fn field(places: &[PlaceChoice], of: &[String]) -> FieldCard {
    let found = of.iter().find_map(|id| {
        let mut places = places.iter();
        places.find(|place| place.id == *id && place.parent.is_some())
    });
    let level = found.or(places.last()).map_or("", |place| &place.level);
    let of_level = places.iter().filter(|place| place.level == level);
    let members = of_level.map(|place| Choice {
        id: place.id.clone(),
        label: place.label.clone(),
    });
    FieldCard {
        members: members.collect(),
        ..FieldCard::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_own_list_is_of_the_level_of_its_first_place_or_of_the_place_or_of_the_finest() {
        let place = |level: &str, code: &str, parent: Option<&str>| PlaceChoice {
            id: format!("{level}:{code}"),
            level: level.to_owned(),
            parent: parent.map(str::to_owned),
            ..PlaceChoice::default()
        };
        let places = [
            place("land", "0", None),
            place("raad", "1", Some("land:0")),
            place("raad", "2", Some("land:0")),
            place("kommune", "3", Some("raad:1")),
        ];
        let ids = |of: [&str; 2]| {
            let members = field(&places, &of.map(str::to_owned)).members;
            members.into_iter().map(|it| it.id).collect::<Vec<_>>()
        };
        assert_eq!(ids(["raad:2", "kommune:3"]), ["raad:1", "raad:2"]);
        assert_eq!(ids(["", "raad:1"]), ["raad:1", "raad:2"]);
        assert_eq!(ids(["", "land:0"]), ["kommune:3"]);
    }
}
