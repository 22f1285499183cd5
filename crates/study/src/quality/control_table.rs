//! The numbers of the control chart, and where phases are begun and removed.

use danish::ui::Quality;
use health::statistics::chart::Drawn;
use leptos::prelude::*;

use super::basis::Basis;
use super::format::Style;
use super::funnel_section::size;
use super::number::Row;
use super::steered::Steered;
use crate::talk::Talk;

/// What stands in a row.
struct Line<'a> {
    index: usize,
    row: &'a Row,
    drawn: &'a Drawn,
    is_beyond: bool,
}

/// The table.
pub(super) fn control_table(talk: Talk, basis: &Basis, steered: &Steered) -> impl IntoView + use<> {
    let style = Style::of(basis);
    let say = |words: Quality| words.in_language(style.language).to_owned();
    let drawn = steered.phases.iter().flat_map(|phase| &phase.drawn);
    let beyond: Vec<usize> = steered
        .phases
        .iter()
        .flat_map(|phase| phase.signals.beyond.clone())
        .collect();
    let lines = basis.series.iter().zip(drawn).enumerate();
    let lines = lines.map(|(index, (row, drawn))| Line {
        index,
        row,
        drawn,
        is_beyond: beyond.contains(&index),
    });
    let rows: Vec<_> = lines
        .map(|line| line_view(talk, basis, &line, style))
        .collect();
    view! {
        <div class="study-table" role="region" tabindex="0" aria-label=format!("{}: {}", say(Quality::Control), say(Quality::AsTable))>
            <table>
                <thead><tr>
                    <th scope="col">{say(Quality::Period)}</th>
                    <th scope="col" class="number">{say(Quality::Numerator)}</th>
                    <th scope="col" class="number">{say(size(basis.nature()))}</th>
                    <th scope="col" class="number">{say(Quality::Value)}</th>
                    <th scope="col" class="number">{say(Quality::Lower)}</th>
                    <th scope="col" class="number">{say(Quality::Centre)}</th>
                    <th scope="col" class="number">{say(Quality::Upper)}</th>
                    <th scope="col">{say(Quality::Signal)}</th>
                    <th scope="col">{say(Quality::Phase)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn line_view(talk: Talk, basis: &Basis, line: &Line<'_>, style: Style) -> impl IntoView + use<> {
    let say = |words: Quality| words.in_language(style.language).to_owned();
    let lines = line.drawn.1;
    let limits = lines.and_then(|lines| lines.limits);
    let fine = |value: Option<f64>| {
        value.map_or_else(|| "·".to_owned(), |value| style.finer().number(value))
    };
    let signal = if line.is_beyond {
        Quality::BeyondLimits
    } else {
        Quality::NoSignal
    };
    let number = &line.row.number;
    view! {
        <tr class:study-signal=line.is_beyond>
            <th scope="row">{line.row.label.clone()}</th>
            <td class="number">{style.count(number.events)}</td>
            <td class="number">{style.size(basis.nature(), number)}</td>
            <td class="number study-value">{style.value(number)}</td>
            <td class="number">{fine(limits.map(|limits| limits.0))}</td>
            <td class="number">{fine(lines.map(|lines| lines.centre))}</td>
            <td class="number">{fine(limits.map(|limits| limits.1))}</td>
            <td>{line.is_beyond.then_some("◆ ")}{say(signal)}</td>
            <td>{phase_button(talk, basis, line, style)}</td>
        </tr>
    }
}

/// Begins a phase at a period, or removes one that was begun there; a break of the series stays.
fn phase_button(talk: Talk, basis: &Basis, line: &Line<'_>, style: Style) -> AnyView {
    let say = |words: Quality| words.in_language(style.language).to_owned();
    let code = line.row.codes.first().cloned().unwrap_or_default();
    let own = basis.state.study.get("phases").cloned().unwrap_or_default();
    let before = line
        .index
        .checked_sub(1)
        .and_then(|at| basis.series.get(at));
    let Some(before) = before.and_then(|row| row.codes.first()) else {
        return ().into_any();
    };
    if basis.indicator.is_broken(before, &code) {
        return view! { <span class="quiet">{say(Quality::Break)}</span> }.into_any();
    }
    let is_own = own.contains(&code);
    let words = if is_own {
        Quality::EndPhase
    } else {
        Quality::BeginPhase
    };
    let label = format!("{}: {}", say(words), line.row.label);
    let id = format!("control-phase-{code}");
    let toggle = move |_| {
        let mut phases = own.clone();
        if is_own {
            phases.retain(|phase| *phase != code);
        } else {
            phases.push(code.clone());
            phases.sort();
        }
        talk.choose_study("phases", phases);
    };
    view! { <button type="button" class="study-choose link" id=id aria-label=label on:click=toggle>{say(words)}</button> }.into_any()
}
