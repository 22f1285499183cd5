//! The funnel, with its table.

use chart::Size;
use chart::funnel::{self, Funnel};
use danish::axis::Start;
use danish::ui::{Quality, quality};
use leptos::prelude::*;
use protocol::view::Named;

use super::basis::Basis;
use super::format::{self, Style};
use super::funnel_table::table;
use super::judged::{Dispersion, Judged, Place, Side, Standing, judged};
use super::left_out::left_out;
use super::number::Nature;
use super::order::ordering;
use super::top::choose_member;
use crate::figure::{ActedFigure, Measured};
use crate::parts::{Picker, Section};
use crate::talk::Talk;

/// Height of the figure in px.
const HEIGHT: f64 = 420.0;
/// More names than these are read in the table.
const MOST_NAMES: usize = 8;

/// The section.
pub(super) fn funnel_section(talk: Talk, basis: &Basis) -> AnyView {
    let style = Style::of(basis);
    let say = |words: Quality| words.in_language(style.language).to_owned();
    let view = &basis.view;
    let over = &basis.over;
    let within = over.within.as_ref().map(|place| &place.label);
    let words = [&over.level.label, &view.period.label, &view.against.label].into_iter();
    let subtitle: Vec<&str> = words.chain(within).map(String::as_str).collect();
    let content = match judged(basis) {
        Some(judged) => drawn(talk, basis, judged),
        None if basis.nature() == Nature::Measured => {
            view! { <p class="quiet">{say(Quality::NoFunnel)}</p> }.into_any()
        }
        None => view! { <p class="quiet">{say(Quality::NoTarget)}</p> }.into_any(),
    };
    view! {
        <Section id="quality-funnel" title=say(Quality::Funnel) subtitle=subtitle.join(" · ")>{content}</Section>
    }
    .into_any()
}

fn drawn(talk: Talk, basis: &Basis, judged: Judged) -> AnyView {
    let style = Style::of(basis);
    let language = style.language;
    let say = |words: Quality| words.in_language(language).to_owned();
    let reading = reading(&judged, style);
    let funnel = model(basis, &judged, style);
    let (target, title) = (basis.view.against.label.clone(), say(Quality::Funnel));
    let (summary, hits) = (reading.clone(), basis.over.level.label.clone());
    let kind = basis.over.kind;
    let left_out = left_out(&judged.places, language);
    let order = ordering(talk, basis, language);
    let draw = move |width: f64| {
        let words = funnel::Words {
            target: &target,
            inner: Quality::InnerShort.in_language(language),
            outer: Quality::OuterShort.in_language(language),
        };
        let mut figure = funnel::layout(
            &funnel,
            Size {
                width,
                height: HEIGHT,
            },
            &words,
        );
        figure.drawing = figure.drawing.with_words(&title, &summary);
        let choose = Callback::new(move |id| choose_member(talk, (kind, id)));
        view! { <ActedFigure figure=figure label=hits.clone() on_choose=choose /> }.into_any()
    };
    let spread = judged.spread.map(|spread| {
        let phi = danish::number::number(spread.phi, 2, language);
        quality::spread(&phi, language)
    });
    let dispersion = Dispersion::of(basis);
    let method = match dispersion {
        Dispersion::Chance => Quality::FunnelMethod,
        Dispersion::Multiplied | Dispersion::Added => Quality::DispersionMethod,
    };
    view! {
        <p class="study-reading">{reading}" "{left_out}</p>
        <div class="study-choices no-print">
            {widening(talk, dispersion, language)}
            {order}
        </div>
        <div class="study-pair" class:study-stack=basis.over.above.is_some()>
            <Measured draw=draw />
            {table(talk, basis, &judged)}
        </div>
        <div class="study-notes">
            <p>{say(method)}</p>
            {sizes(basis.nature()).map(|words| view! { <p>{say(words)}</p> })}
            {spread.map(|spread| view! { <p>{spread}</p> })}
            <p>{say(Quality::FewRule)}</p>
            <p>{basis.view.source.clone()}</p>
        </div>
    }
    .into_any()
}

/// What a place's size is called.
pub(super) const fn size(nature: Nature) -> Quality {
    match nature {
        Nature::Expected => Quality::ExpectedEvents,
        Nature::Standardised => Quality::EffectivePeople,
        Nature::Proportion | Nature::Rate | Nature::Measured => Quality::Denominator,
    }
}

/// Where sizes come from that are not counted.
const fn sizes(nature: Nature) -> Option<Quality> {
    match nature {
        Nature::Expected => Some(Quality::ExpectedMethod),
        Nature::Standardised => Some(Quality::StandardisedMethod),
        Nature::Proportion | Nature::Rate | Nature::Measured => None,
    }
}

/// How the limits are widened.
fn widening(talk: Talk, dispersion: Dispersion, language: danish::Language) -> AnyView {
    let say = |words: Quality| words.in_language(language).to_owned();
    let choices = Dispersion::ALL.map(|(one, name)| (name.to_owned(), say(dispersion_words(one))));
    let chosen = Dispersion::ALL.iter().find(|(one, _)| *one == dispersion);
    let chosen = chosen.map_or("chance", |(_, name)| name).to_owned();
    let widen = Callback::new(move |name: String| {
        let kept = (name != "chance").then_some(name);
        talk.choose_study("dispersion", kept.into_iter().collect());
    });
    view! { <Picker id="quality-dispersion" label=say(Quality::Dispersion) options=choices.to_vec() chosen=chosen on_choose=widen /> }
        .into_any()
}

const fn dispersion_words(dispersion: Dispersion) -> Quality {
    match dispersion {
        Dispersion::Chance => Quality::Chance,
        Dispersion::Multiplied => Quality::Multiplied,
        Dispersion::Added => Quality::Added,
    }
}

/// How many lie outside, in a sentence.
fn reading(judged: &Judged, style: Style) -> String {
    let is_outside = |place: &&Place| matches!(place.standing, Standing::Beyond998(_));
    let outside: Vec<&Place> = judged.places.iter().filter(is_outside).collect();
    let all = judged
        .places
        .iter()
        .filter(|place| place.is_drawn())
        .count();
    let names: Vec<&str> = match outside.len() {
        0..=MOST_NAMES => outside.iter().map(|place| place.label.as_str()).collect(),
        _ => Vec::new(),
    };
    quality::outside((outside.len(), all), &names, style.language)
}

/// The funnel as it is drawn.
fn model(basis: &Basis, judged: &Judged, style: Style) -> Funnel {
    let drawn = || judged.places.iter().filter(|place| place.is_drawn());
    let values = drawn().filter_map(|place| place.number.value);
    let ends = judged
        .limits
        .first()
        .into_iter()
        .flat_map(|limits| [limits.outer.0, limits.outer.1]);
    let values = style.axis(values.chain(ends).chain([judged.target]), Start::Data);
    let sizes = drawn().filter_map(|place| place.number.size);
    let sizes = style.axis(sizes, Start::Zero);
    let denominator = size(basis.nature()).in_language(style.language).to_owned();
    let place = |place: &Place| {
        Some(funnel::Place {
            place: Named {
                id: place.id.clone(),
                label: place.label.clone(),
            },
            size: place.number.size?,
            value: place.number.value?,
            judgement: place.judgement,
            is_named: matches!(place.standing, Standing::Beyond998(_)),
            chosen: place.is_chosen,
            spoken: spoken(place, style),
        })
    };
    let unit = crate::words::text(&basis.indicator.unit, style.language);
    Funnel {
        sizes: chart::Axis {
            title: denominator,
            ..sizes
        },
        values: chart::Axis {
            title: unit,
            ..values
        },
        target: judged.target,
        limits: judged.limits.clone(),
        places: drawn().filter_map(place).collect(),
    }
}

/// Name, value and where it lies.
fn spoken(place: &Place, style: Style) -> String {
    let standing = standing(place.standing).in_language(style.language);
    let judged = format::judgement(place.judgement).in_language(style.language);
    format!(
        "{}: {}, {standing}, {judged}",
        place.label,
        style.value(&place.number)
    )
}

pub(super) const fn standing(standing: Standing) -> Quality {
    match standing {
        Standing::Within => Quality::Within,
        Standing::Beyond95(Side::Above) => Quality::Above95,
        Standing::Beyond95(Side::Below) => Quality::Below95,
        Standing::Beyond998(Side::Above) => Quality::Above998,
        Standing::Beyond998(Side::Below) => Quality::Below998,
        Standing::Few => Quality::Few,
        Standing::Nowhere => Quality::NotAssessed,
    }
}
