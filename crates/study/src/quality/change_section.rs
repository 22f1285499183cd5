//! The change of every place between two periods, in order, with intervals.

use chart::{Density, Frame, judgement, ranking};
use danish::axis::Start;
use danish::ui::{Quality, quality};
use leptos::prelude::*;
use protocol::view::indicator::{Ranking, RankingRow};
use protocol::view::{CellKind, CellView, Named};

use super::basis::Basis;
use super::format::{self, Style};
use super::moved::{Moved, from_period, is_comparable, moved};
use super::number::Nature;
use super::over::Kind;
use super::top::choose_member;
use crate::figure::{ActedFigure, Measured};
use crate::parts::{JudgementWord, Picker, Section};
use crate::talk::Talk;

/// The section.
pub(super) fn change_section(talk: Talk, basis: &Basis) -> AnyView {
    let style = Style::of(basis);
    let say = |words: Quality| words.in_language(style.language).to_owned();
    let from = from_period(basis);
    let label = |code: &str| danish::date::period(code, style.language);
    let subtitle = from.as_ref().map(|from| {
        format!(
            "{} · {} → {}",
            basis.over.level.label,
            label(from),
            basis.view.period.label
        )
    });
    let content = match &from {
        None => view! { <p class="quiet">{say(Quality::NoChange)}</p> }.into_any(),
        Some(from) => {
            let earlier = basis.catalog.periods.iter();
            let earlier = earlier.filter(|period| {
                period.id < basis.view.period.id && basis.at(&period.id).next().is_some()
            });
            let options = earlier.map(|period| (period.id.clone(), period.label.clone()));
            let choose = Callback::new(move |period| talk.choose_study("from", vec![period]));
            let drawn = if is_comparable(basis, from) {
                drawn(talk, basis, from)
            } else {
                view! { <p class="study-reading">{say(Quality::Broken)}</p> }.into_any()
            };
            view! {
                <div class="study-choices no-print">
                    <Picker id="quality-from" label=say(Quality::From) options=options.collect() chosen=from.clone() on_choose=choose />
                </div>
                {drawn}
            }
            .into_any()
        }
    };
    view! {
        <Section id="quality-change" title=say(Quality::Change) subtitle=subtitle.unwrap_or_default()>{content}</Section>
    }
    .into_any()
}

/// How changes are written: one decimal of per cent, else as the indicator is.
fn changes(basis: &Basis) -> Style {
    let style = Style::of(basis);
    match basis.nature() {
        Nature::Rate | Nature::Expected => Style {
            decimals: 1,
            ..style
        },
        Nature::Proportion | Nature::Standardised | Nature::Measured => style,
    }
}

fn drawn(talk: Talk, basis: &Basis, from: &str) -> AnyView {
    let (rows, kind) = (moved(basis, from), basis.over.kind);
    let (style, shown) = (changes(basis), Style::of(basis));
    let language = style.language;
    let say = |words: Quality| words.in_language(language).to_owned();
    let method = match basis.nature() {
        Nature::Proportion => Quality::ShareChangeMethod,
        Nature::Rate | Nature::Expected => Quality::RateChangeMethod,
        Nature::Standardised => Quality::StandardisedChangeMethod,
        Nature::Measured => Quality::PlainChangeMethod,
    };
    let has_interval = !matches!(basis.nature(), Nature::Standardised | Nature::Measured);
    let reading = has_interval.then(|| counted(&rows, style));
    let (model, title) = (model(&rows, style), say(Quality::Change));
    let summary = reading.clone().unwrap_or_default();
    let draw = move |width: f64| {
        let words = judgement::Words {
            better: Quality::Better.in_language(language),
            same: Quality::Same.in_language(language),
            worse: Quality::Worse.in_language(language),
            not_assessed: Quality::NotAssessed.in_language(language),
        };
        let frame = Frame {
            width,
            density: Density::Compact,
        };
        let mut figure = ranking::layout(&model, frame, &words);
        figure.drawing = figure.drawing.with_words(&title, &summary);
        let choose = Callback::new(move |id| choose_member(talk, (kind, id)));
        view! { <ActedFigure figure=figure label=title.clone() on_choose=choose /> }.into_any()
    };
    let body: Vec<_> = rows
        .iter()
        .map(|row| row_view((talk, kind), row, (style, shown)))
        .collect();
    let period = |code: &str| danish::date::period(code, language);
    view! {
        <p class="study-reading">{reading}</p>
        <div class="study-pair">
            <div class="study-scroll" role="region" tabindex="0" aria-label=say(Quality::Change)><Measured draw=draw /></div>
            <div class="study-table" role="region" tabindex="0" aria-label=format!("{}: {}", say(Quality::Change), say(Quality::AsTable))>
                <table>
                    <thead><tr>
                        <th scope="col">{basis.over.level.label.clone()}</th>
                        <th scope="col" class="number">{period(from)}</th>
                        <th scope="col" class="number">{basis.view.period.label.clone()}</th>
                        <th scope="col" class="number">{say(Quality::ChangeColumn)}{(method == Quality::RateChangeMethod).then_some(", %")}</th>
                        <th scope="col" class="number">{say(Quality::Interval)}</th>
                        <th scope="col">{say(Quality::Judgement)}</th>
                    </tr></thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
        </div>
        <div class="study-notes"><p>{say(method)}</p><p>{say(Quality::FewRule)}</p><p>{basis.view.source.clone()}</p></div>
    }
    .into_any()
}

/// How many have fallen and risen by more than chance.
fn counted(rows: &[Moved], style: Style) -> String {
    let judged = || {
        rows.iter()
            .filter(|row| !row.has_few)
            .filter_map(|row| row.interval)
    };
    let down = judged().filter(|(_, high)| *high < 0.0).count();
    let up = judged().filter(|(low, _)| *low > 0.0).count();
    let all = rows.iter().filter(|row| row.change.is_some()).count();
    quality::changed((down, up, all), style.language)
}

/// The changes as a ranking about zero.
fn model(rows: &[Moved], style: Style) -> Ranking {
    let ends = rows
        .iter()
        .filter_map(|row| row.interval)
        .flat_map(|(low, high)| [low, high]);
    let changes = rows.iter().filter_map(|row| row.change);
    let axis = style.axis(ends.chain(changes).chain([0.0]), Start::Data);
    Ranking {
        domain: axis.domain,
        ticks: axis.ticks,
        benchmark: Some(0.0),
        rows: rows.iter().map(|row| ranked(row, style)).collect(),
        ..Ranking::default()
    }
}

fn ranked(row: &Moved, style: Style) -> RankingRow {
    let absent = if row.to.value.is_none() {
        row.to.kind
    } else {
        row.from.kind
    };
    let kind = match row.change {
        Some(_) => CellKind::Value,
        None if absent == CellKind::Hidden => CellKind::Hidden,
        None => CellKind::Missing,
    };
    RankingRow {
        place: Named {
            id: row.id.clone(),
            label: row.label.clone(),
        },
        cell: CellView {
            kind,
            text: row
                .change
                .map(|change| style.signed(change))
                .unwrap_or_default(),
            value: row.change,
            low: row.interval.map(|interval| interval.0),
            high: row.interval.map(|interval| interval.1),
            ..CellView::default()
        },
        judgement: row.judgement,
        chosen: row.is_chosen,
        ..RankingRow::default()
    }
}

fn row_view(
    (talk, kind): (Talk, Kind),
    row: &Moved,
    (style, shown): (Style, Style),
) -> impl IntoView + use<> {
    let say = |words: Quality| words.in_language(style.language).to_owned();
    let change = row
        .change
        .map_or_else(|| "·".to_owned(), |change| style.signed(change));
    let interval = row.interval.map_or_else(
        || say(Quality::NoInterval),
        |interval| style.range(interval),
    );
    let mut word = say(format::judgement(row.judgement));
    if row.has_few {
        word = format!("{word}, {}", say(Quality::Few));
    }
    let id = row.id.clone();
    view! {
        <tr class:chosen=row.is_chosen>
            <th scope="row">
                <button type="button" class="study-choose" id=format!("change-row-{}", row.id) aria-pressed=row.is_chosen.to_string()
                    on:click=move |_| choose_member(talk, (kind, id.clone()))>{row.label.clone()}</button>
            </th>
            <td class="number">{shown.value(&row.from)}</td>
            <td class="number">{shown.value(&row.to)}</td>
            <td class="number study-value">{change}</td>
            <td class="number">{interval}</td>
            <td><JudgementWord judgement=row.judgement word=word /></td>
        </tr>
    }
}
