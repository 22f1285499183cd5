//! The table beside the funnel: every place with its numbers, limits and judgement.

use chart::funnel;
use danish::ui::Quality;
use leptos::prelude::*;

use super::basis::Basis;
use super::format::{self, Style};
use super::funnel_section::{size, standing};
use super::judged::{Judged, Place, Standing};
use super::top::choose_member;
use crate::parts::JudgementWord;
use crate::talk::Talk;

/// The table of the same numbers.
pub(super) fn table(talk: Talk, basis: &Basis, judged: &Judged) -> AnyView {
    let style = Style::of(basis);
    let say = |words: Quality| words.in_language(style.language).to_owned();
    let rows = judged.places.iter().map(|it| row(talk, basis, it));
    let above = basis.over.above.as_ref().map(|above| above.label.clone());
    view! {
            <div class="study-table" role="region" tabindex="0" aria-label=format!("{}: {}", say(Quality::Funnel), say(Quality::AsTable))>
                <table>
                    <thead><tr>
                        <th scope="col">{basis.over.level.label.clone()}</th>
                        {above.map(|above| view! { <th scope="col">{above}</th> })}
                        <th scope="col" class="number">{say(Quality::Numerator)}</th>
                        <th scope="col" class="number">{say(size(basis.nature()))}</th>
                        <th scope="col" class="number">{say(Quality::Value)}</th>
                        <th scope="col" class="number">{say(Quality::Inner)}</th>
                        <th scope="col" class="number">{say(Quality::Outer)}</th>
                        <th scope="col">{say(Quality::Judgement)}</th>
                    </tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
    }
    .into_any()
}

fn row(talk: Talk, basis: &Basis, place: &Place) -> impl IntoView + use<> {
    let (style, kind) = (Style::of(basis), basis.over.kind);
    let say = |words: Quality| words.in_language(style.language).to_owned();
    let limits = |of: fn(&funnel::Limits) -> (f64, f64)| {
        let limits = place.limits.as_ref().map(of);
        limits.map_or_else(|| "·".to_owned(), |limits| style.finer().range(limits))
    };
    let word = match place.standing {
        Standing::Nowhere => say(Quality::NotAssessed),
        other => format!(
            "{}, {}",
            say(format::judgement(place.judgement)),
            say(standing(other))
        ),
    };
    let id = place.id.clone();
    view! {
        <tr class:chosen=place.is_chosen>
            <th scope="row">
                <button type="button" class="study-choose" id=format!("funnel-row-{}", place.id) aria-pressed=place.is_chosen.to_string()
                    on:click=move |_| choose_member(talk, (kind, id.clone()))>{place.label.clone()}</button>
            </th>
            {place.above.as_ref().map(|(_, above)| view! { <td>{above.clone()}</td> })}
            <td class="number">{style.count(place.number.events)}</td>
            <td class="number">{style.size(basis.nature(), &place.number)}</td>
            <td class="number study-value">{style.value(&place.number)}</td>
            <td class="number">{limits(|limits| limits.inner)}</td>
            <td class="number">{limits(|limits| limits.outer)}</td>
            <td><JudgementWord judgement=place.judgement word=word /></td>
        </tr>
    }
}
