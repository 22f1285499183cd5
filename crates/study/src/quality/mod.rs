//! The view Quality: one indicator judged by funnel, control chart, trend and change.

mod basis;
mod change_section;
mod control_section;
mod control_table;
mod filtered;
mod format;
mod funnel_section;
mod funnel_table;
mod judged;
mod left_out;
mod moved;
mod number;
mod order;
mod over;
mod rows;
mod steered;
#[cfg(test)]
mod tests;
mod top;
mod trend_section;

use browser::page;
use danish::ui::Quality;
use leptos::prelude::*;

use crate::ask::{Loaded, Trouble};
use crate::talk::{Talk, use_talk};
use crate::words;
use basis::Basis;
use change_section::change_section;
use control_section::control_section;
use funnel_section::funnel_section;
use top::top;
use trend_section::trend_section;

/// The view.
#[component]
pub(crate) fn QualityPage() -> impl IntoView {
    let talk = use_talk();
    let key = talk.part(Clone::clone);
    let focused = StoredValue::new(None::<String>);
    let loaded = talk.load(key, move |state| {
        focused.set_value(page::focused(&document()).filter(|id| !id.is_empty()));
        let declared = talk
            .package
            .with_untracked(|it| it.declared.indicators.clone());
        basis::load(talk, state, declared)
    });
    // What had the focus is drawn anew under the same id.
    Effect::new(move |_| {
        loaded.track();
        request_animation_frame(move || {
            let held = page::focused(&document());
            if let Some(id) = focused.try_get_value().flatten().filter(|_| held.is_none()) {
                let _ = page::focus(&document(), &id);
            }
        });
    });
    move || loaded.with(|loaded| content(talk, loaded))
}

fn content(talk: Talk, loaded: &Loaded<Basis>) -> AnyView {
    let language = words::language().get_untracked();
    let say = |words: Quality| words.in_language(language);
    match loaded {
        Loaded::Waiting => view! { <p class="quiet">{say(Quality::Loading)}</p> }.into_any(),
        Loaded::Failed(trouble) => failed(talk, trouble, language),
        Loaded::Here(basis) => view! {
            {top(talk, basis)}
            {funnel_section(talk, basis)}
            {control_section(talk, basis)}
            {trend_section(basis)}
            {change_section(talk, basis)}
        }
        .into_any(),
    }
}

fn failed(talk: Talk, trouble: &Trouble, language: danish::Language) -> AnyView {
    let (what, remedy) = match trouble {
        Trouble::Refused(refusal) => (refusal.what.clone(), refusal.remedy.clone()),
        Trouble::Stopped => (
            Quality::Stopped.in_language(language).to_owned(),
            String::new(),
        ),
    };
    view! {
        <div class="study-failed" role="alert">
            <p><strong>{what}</strong></p>
            <p>{remedy}</p>
            <button type="button" class="button" on:click=move |_| talk.again()>
                {Quality::TryAgain.in_language(language)}
            </button>
        </div>
    }
    .into_any()
}
