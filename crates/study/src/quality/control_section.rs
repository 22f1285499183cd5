//! The control chart of the chosen place, with its table.

use chart::Size;
use chart::control::{self, Control, Moment};
use danish::Language;
use danish::axis::Start;
use danish::ui::{Quality, quality};
use health::statistics::chart::Chart;
use health::statistics::phase::Phase;
use leptos::prelude::*;

use super::basis::Basis;
use super::control_table::control_table;
use super::format::Style;
use super::steered::{CHARTS, FEWEST_POINTS, Steered, carried, steered};
use crate::drawing::DrawingFigure;
use crate::figure::Measured;
use crate::parts::{Picker, Section};
use crate::talk::Talk;
use crate::words::text;

/// Heights of the figures in px.
const HEIGHT: f64 = 320.0;
const RANGES_HEIGHT: f64 = 150.0;

/// The section.
pub(super) fn control_section(talk: Talk, basis: &Basis) -> AnyView {
    let style = Style::of(basis);
    let language = style.language;
    let say = |words: Quality| words.in_language(language).to_owned();
    let steered = steered(basis);
    let place = basis.chosen_label(&say(Quality::NoPlace));
    let kind = steered
        .as_ref()
        .map(|steered| say(chart_words(steered.chart)));
    let subtitle: Vec<String> = std::iter::once(place).chain(kind).collect();
    let choices = choices(talk, basis, language);
    let content = match steered {
        None => view! { <p class="quiet">{say(Quality::NoSeries)}</p> }.into_any(),
        Some(steered) => drawn(talk, basis, steered),
    };
    view! {
        <Section id="quality-control" title=say(Quality::Control) subtitle=subtitle.join(" · ")>
            <div class="study-choices no-print">{choices}</div>
            {content}
        </Section>
    }
    .into_any()
}

/// The name of a chart.
pub(super) const fn chart_words(chart: Chart) -> Quality {
    match chart {
        Chart::Run => Quality::Run,
        Chart::Individuals | Chart::MovingRanges => Quality::Individuals,
        Chart::Proportions => Quality::Proportions,
        Chart::Rates => Quality::Rates,
        Chart::ProportionsPrime => Quality::ProportionsPrime,
        Chart::RatesPrime => Quality::RatesPrime,
    }
}

/// Which chart, and by which time.
fn choices(talk: Talk, basis: &Basis, language: Language) -> AnyView {
    let say = |words: Quality| words.in_language(language).to_owned();
    let carried = carried(basis.nature());
    let named = CHARTS.iter().filter(|(chart, _)| carried.contains(chart));
    let named = named.map(|(chart, name)| ((*name).to_owned(), say(chart_words(*chart))));
    let charts = std::iter::once((String::new(), say(Quality::Automatic))).chain(named);
    let asked = basis.state.study.get("chart").and_then(|it| it.first());
    let choose = Callback::new(move |name: String| {
        let kept = Some(name).filter(|name| !name.is_empty());
        talk.choose_study("chart", kept.into_iter().collect());
    });
    let time = Callback::new(move |name: String| talk.choose_study("time", vec![name]));
    let times = (basis.times.len() > 1).then(|| {
        view! { <Picker id="quality-time" label=say(Quality::Time) options=basis.times.clone() chosen=basis.time.clone() on_choose=time /> }
    });
    view! {
        <Picker id="quality-chart" label=say(Quality::Chart) options=charts.collect() chosen=asked.cloned().unwrap_or_default() on_choose=choose />
        {times}
    }
    .into_any()
}

fn drawn(talk: Talk, basis: &Basis, steered: Steered) -> AnyView {
    let style = Style::of(basis);
    let language = style.language;
    let say = |words: Quality| words.in_language(language).to_owned();
    let count = basis
        .series
        .iter()
        .filter(|row| row.number.value.is_some())
        .count();
    let few = steered
        .has_few_points
        .then(|| quality::few_points(count, FEWEST_POINTS, language));
    let summary = summary(basis, &steered, language);
    let unit = text(&basis.indicator.unit, language);
    let figure = figure(
        model(basis, &steered.phases, unit, style),
        HEIGHT,
        (style, steered.chart),
        summary.join(" "),
    );
    let ranges = steered.ranges.as_ref().map(|ranges| {
        let model = model(basis, ranges, say(Quality::Ranges), style);
        figure_of_ranges(model, style)
    });
    let lines = summary.into_iter().map(|line| view! { <p>{line}</p> });
    view! {
        <div class="study-reading">{few.map(|few| view! { <p>{few}</p> })}{lines.collect_view()}</div>
        <div class="study-pair">
            <div>{figure}{ranges}</div>
            {control_table(talk, basis, &steered)}
        </div>
        <div class="study-notes"><p>{say(Quality::ControlMethod)}</p><p>{basis.view.source.clone()}</p></div>
    }
    .into_any()
}

fn figure_of_ranges(model: Control, style: Style) -> AnyView {
    let title = model.values.title.clone();
    figure(model, RANGES_HEIGHT, (style, Chart::MovingRanges), title)
}

fn figure(
    control: Control,
    height: f64,
    (style, chart): (Style, Chart),
    summary: String,
) -> AnyView {
    let language = style.language;
    let named = move |words: Quality, value: f64| {
        format!(
            "{} {}",
            words.in_language(language),
            style.finer().number(value)
        )
    };
    let centre = if chart == Chart::Run {
        Quality::Median
    } else {
        Quality::Mean
    };
    let draw = move |width: f64| {
        let last = control.phases.last().map_or(0.0, |phase| phase.centre);
        let limits = control.points.iter().rev().find_map(|point| point.limits);
        let limit =
            |words, of: fn((f64, f64)) -> f64| limits.map(|limits| named(words, of(limits)));
        let (upper, lower) = (
            limit(Quality::Upper, |limits| limits.1).unwrap_or_default(),
            limit(Quality::Lower, |limits| limits.0).unwrap_or_default(),
        );
        let words = control::Words {
            centre: &named(centre, last),
            upper: &upper,
            lower: &lower,
        };
        let drawing = control::layout(&control, Size { width, height }, &words);
        let title = Quality::Control.in_language(language);
        view! { <DrawingFigure drawing=drawing.with_words(title, &summary) /> }.into_any()
    };
    view! { <Measured draw=draw /> }.into_any()
}

/// What is drawn: the series, with the lines of its phases.
fn model(basis: &Basis, phases: &[Phase], title: String, style: Style) -> Control {
    let drawn = phases.iter().flat_map(|phase| &phase.drawn);
    let point =
        |(row, (value, lines)): (&super::number::Row, &health::statistics::chart::Drawn)| Moment {
            period: row.label.clone(),
            value: *value,
            kind: row.number.kind,
            is_preliminary: row.number.is_preliminary,
            limits: lines.and_then(|lines| lines.limits),
            is_beyond: false,
        };
    let mut points: Vec<Moment> = basis.series.iter().zip(drawn).map(point).collect();
    for index in phases.iter().flat_map(|phase| &phase.signals.beyond) {
        if let Some(point) = points.get_mut(*index) {
            point.is_beyond = true;
        }
    }
    let centres = phases
        .iter()
        .filter_map(|phase| Some(phase.drawn.iter().find_map(|drawn| drawn.1)?.centre));
    let limits = points
        .iter()
        .filter_map(|point| point.limits)
        .flat_map(|limits| [limits.0, limits.1]);
    let numbers = points
        .iter()
        .filter_map(|point| point.value)
        .chain(limits)
        .chain(centres);
    let axis = style.axis(numbers.collect::<Vec<f64>>().into_iter(), Start::Data);
    Control {
        values: chart::Axis { title, ..axis },
        phases: phases
            .iter()
            .enumerate()
            .map(|(index, phase)| part(basis, phases.len(), (index, phase), style.language))
            .collect(),
        points,
    }
}

fn part(
    basis: &Basis,
    count: usize,
    (index, phase): (usize, &Phase),
    language: Language,
) -> control::Phase {
    let centre = phase.drawn.iter().find_map(|(_, lines)| *lines);
    let title = if count > 1 {
        phase_title(basis, index, phase, language)
    } else {
        String::new()
    };
    control::Phase {
        points: phase.points.clone(),
        centre: centre.map_or(0.0, |lines| lines.centre),
        title,
        signal: run_signal(phase, language),
    }
}

/// The number of a phase, where it begins, and the break that begins it.
pub(super) fn phase_title(
    basis: &Basis,
    index: usize,
    phase: &Phase,
    language: Language,
) -> String {
    let first = basis.series.get(phase.points.start);
    let before = phase
        .points
        .start
        .checked_sub(1)
        .and_then(|at| basis.series.get(at));
    let code = |row: Option<&super::number::Row>| {
        row.and_then(|row| row.codes.first().cloned())
            .unwrap_or_default()
    };
    let (first_code, before_code) = (code(first), code(before));
    let mut breaks = basis.indicator.breaks.iter();
    let why = breaks.find(|cut| before_code < cut.period && cut.period <= first_code);
    let why = why.map(|cut| text(&cut.why, language));
    let from = first.map_or("", |row| row.label.as_str());
    quality::phase(index + 1, from, why.as_deref(), language)
}

/// The signals of the runs of a phase in words; empty where there is none.
pub(super) fn run_signal(phase: &Phase, language: Language) -> String {
    let Some(runs) = phase.signals.runs else {
        return String::new();
    };
    let signals = [
        (runs.is_too_long(), Quality::LongRun),
        (runs.is_crossed_too_seldom(), Quality::FewCrossings),
    ];
    let found = signals.into_iter().filter(|(is, _)| *is == Some(true));
    let found: Vec<&str> = found
        .map(|(_, words)| words.in_language(language))
        .collect();
    found.join(", ")
}

/// What each phase says.
fn summary(basis: &Basis, steered: &Steered, language: Language) -> Vec<String> {
    let of = |(index, phase): (usize, &Phase)| {
        use health::statistics::runs::{crossings_needed, longest_allowed};
        let title = (steered.phases.len() > 1)
            .then(|| format!("{}:", phase_title(basis, index, phase, language)));
        let beyond = (steered.chart != Chart::Run)
            .then(|| quality::beyond(phase.signals.beyond.len(), language));
        let runs = phase.signals.runs.map(|runs| {
            let longest = (runs.longest, longest_allowed(runs.useful));
            let crossings = (runs.crossings, crossings_needed(runs.useful));
            quality::runs(runs.useful, longest, crossings, language)
        });
        let parts: Vec<String> = [title, beyond, runs].into_iter().flatten().collect();
        parts.join(" ")
    };
    steered.phases.iter().enumerate().map(of).collect()
}
