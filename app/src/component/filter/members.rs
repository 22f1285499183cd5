//! Which members of a level are kept: a list of check boxes, found by typing, with all and none.

use std::collections::BTreeSet;

use crate::prelude::*;
use danish::ui::{Pivot, Shell};
use protocol::catalog::{Choice, FieldCard};

use super::Kept;
use crate::component::button::{Button, ButtonKind};
use crate::component::search::Search;
use crate::dom;
use crate::words::say;

/// The list for one level.
#[component]
pub(crate) fn Members(
    #[prop(into)] field: Signal<FieldCard>,
    #[prop(into)] kept: Signal<Kept>,
    on_keep: Callback<Kept>,
) -> impl IntoView {
    let choosing = Choosing::new(field, kept, on_keep);
    let text = RwSignal::new(String::new());
    let found =
        Memo::new(move |_| text.with(|text| field.with(|field| fitting(&field.members, text))));
    let shown = move || -> BTreeSet<String> { found.with_untracked(|found| ids(found).collect()) };
    let all = move |()| choosing.keep(choosing.kept.get_untracked().union(&shown()).cloned());
    let none = move |()| choosing.keep(choosing.kept.get_untracked().difference(&shown()).cloned());
    let toggle = move |id: String| choosing.toggle(id);
    let notes = move || {
        let emptied = choosing.emptied.get().then_some(Pivot::KeepOne);
        let cut = field.with(is_cut).then_some(Pivot::FirstMembersOnly);
        let note = |phrase| view! { <p class="members-note">{say(phrase)}</p> };
        [emptied, cut]
            .into_iter()
            .flatten()
            .map(note)
            .collect_view()
    };
    view! {
        <div class="members">
            <Search label=say(Shell::Find) text=text />
            <div class="members-acts">
                <Button kind=ButtonKind::Quiet on_press=Callback::new(all)>{say(Pivot::ChooseAll)}</Button>
                <Button kind=ButtonKind::Quiet on_press=Callback::new(none)>{say(Pivot::ChooseNone)}</Button>
            </div>
            <fieldset class="members-list">
                <legend class="spoken">{say(Pivot::Kept)}</legend>
                <For each=move || found.get() key=|choice| choice.id.clone() let:choice>
                    <Member choice=choice kept=choosing.kept on_toggle=Callback::new(toggle) />
                </For>
            </fieldset>
            <div role="status">{notes}</div>
        </div>
    }
}

/// Which members of a level are kept, and one way to change that.
#[derive(Clone, Copy)]
struct Choosing {
    field: Signal<FieldCard>,
    kept: Memo<BTreeSet<String>>,
    /// No member at all is a step on the way to a choice, never a filter.
    emptied: RwSignal<bool>,
    on_keep: Callback<Kept>,
}

impl Choosing {
    fn new(field: Signal<FieldCard>, filter: Signal<Kept>, on_keep: Callback<Kept>) -> Self {
        let emptied = RwSignal::new(false);
        let kept = Memo::new(move |_| {
            if emptied.get() {
                BTreeSet::new()
            } else {
                field.with(|field| kept_of(field, filter.get()))
            }
        });
        Self {
            field,
            kept,
            emptied,
            on_keep,
        }
    }

    fn keep(self, next: impl Iterator<Item = String>) {
        let next: BTreeSet<String> = next.collect();
        self.emptied.set(next.is_empty());
        let filter = self.field.with_untracked(|field| filter_of(field, &next));
        if let Some(filter) = filter {
            self.on_keep.run(filter);
        }
    }

    fn toggle(self, id: String) {
        let mut next = self.kept.get_untracked();
        if !next.remove(&id) {
            next.insert(id);
        }
        self.keep(next.into_iter());
    }
}

/// Whether the catalogue names only the first of the members.
fn is_cut(field: &FieldCard) -> bool {
    usize::try_from(field.member_count).is_ok_and(|count| count > field.members.len())
}

/// One member with its check box.
#[component]
fn Member(
    choice: Choice,
    kept: Memo<BTreeSet<String>>,
    on_toggle: Callback<String>,
) -> impl IntoView {
    let Choice { id, label } = choice;
    let own = id.clone();
    let is_kept = Memo::new(move |_| kept.with(|kept| kept.contains(&own)));
    view! {
        <label class="member">
            <input type="checkbox" prop:checked=move || is_kept.get() on:change=move |_| on_toggle.run(id.clone()) />
            <span>{label}</span>
        </label>
    }
}

fn ids(choices: &[Choice]) -> impl Iterator<Item = String> {
    choices.iter().map(|choice| choice.id.clone())
}

/// Members whose label holds the text.
fn fitting(members: &[Choice], text: &str) -> Vec<Choice> {
    let wanted = dom::in_small_letters(text.trim());
    let fits = |choice: &&Choice| {
        wanted.is_empty() || dom::in_small_letters(&choice.label).contains(&wanted)
    };
    members.iter().filter(fits).cloned().collect()
}

/// The members a filter keeps; without a filter, all.
fn kept_of(field: &FieldCard, filter: Kept) -> BTreeSet<String> {
    match filter {
        Some(kept) => kept.into_iter().collect(),
        None => ids(&field.members).collect(),
    }
}

/// The filter that keeps these members, in the level's order: `Some(None)` for all, nothing when none is left to keep.
fn filter_of(field: &FieldCard, kept: &BTreeSet<String>) -> Option<Kept> {
    let in_order: Vec<String> = ids(&field.members).filter(|id| kept.contains(id)).collect();
    if in_order.is_empty() {
        return None;
    }
    let is_all = in_order.len() == field.members.len();
    Some((!is_all).then_some(in_order))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sex() -> FieldCard {
        let member = |id: &str, label: &str| Choice {
            id: id.into(),
            label: label.into(),
        };
        let members = vec![
            member("M", "mænd"),
            member("K", "kvinder"),
            member("U", "uoplyst"),
        ];
        FieldCard {
            name: "koen".into(),
            members,
            ..FieldCard::default()
        }
    }

    fn filter(kept: &[&str]) -> Option<Kept> {
        filter_of(&sex(), &kept.iter().map(|id| (*id).to_owned()).collect())
    }

    #[test]
    fn a_filter_keeps_members_in_their_own_order() {
        assert_eq!(
            filter(&["K", "M"]),
            Some(Some(vec!["M".to_owned(), "K".to_owned()]))
        );
    }

    #[test]
    fn keeping_all_is_no_filter_and_keeping_none_is_no_change() {
        assert_eq!(filter(&["K", "M", "U"]), Some(None));
        assert_eq!(filter(&[]), None);
    }

    #[test]
    fn members_are_found_by_any_part_of_their_label() {
        let labels = |text| {
            fitting(&sex().members, text)
                .into_iter()
                .map(|choice| choice.label)
                .collect::<Vec<_>>()
        };
        assert_eq!(labels(" ÆN "), ["mænd"]);
        assert_eq!(labels("").len(), 3);
    }
}
