//! The trend of the chosen place over years, in words.

use danish::ui::{Quality, quality};
use health::statistics::Confidence;
use health::statistics::change::is_beyond_chance;
use leptos::prelude::*;

use super::basis::Basis;
use super::format::Style;
use super::moved::{Trend, comparable, trend_of};
use super::number::Nature;
use crate::parts::Section;
use crate::words::text;

/// The section.
pub(super) fn trend_section(basis: &Basis) -> AnyView {
    let style = Style::of(basis);
    let say = |words: Quality| words.in_language(style.language).to_owned();
    let years = comparable(basis);
    let lines = match trend_of(&years, basis.nature()) {
        None => vec![say(Quality::NoTrend)],
        Some(trend) => {
            let labels: Vec<&str> = years.iter().map(|row| row.label.as_str()).collect();
            let ends = (labels.first().copied(), labels.last().copied());
            let ends = (ends.0.unwrap_or_default(), ends.1.unwrap_or_default());
            words(basis, &trend, ends, style)
        }
    };
    let cut = basis
        .indicator
        .breaks
        .iter()
        .map(|cut| cut.period.as_str())
        .max();
    let cut = cut.map(|period| {
        quality::since_break(
            &danish::date::period(period, style.language),
            style.language,
        )
    });
    let place = basis.chosen_label(&say(Quality::NoPlace));
    let lines = lines
        .into_iter()
        .chain(cut)
        .map(|line| view! { <p>{line}</p> });
    view! {
        <Section id="quality-trend" title=say(Quality::Trend) subtitle=place>
            <div class="study-reading" id="quality-trend-words">{lines.collect_view()}</div>
        </Section>
    }
    .into_any()
}

fn words(basis: &Basis, trend: &Trend, ends: (&str, &str), style: Style) -> Vec<String> {
    let is_share = basis.nature() == Nature::Proportion && basis.indicator.factor == Some(100.0);
    let unit = match (trend.is_percent, is_share) {
        (true, _) => "%".to_owned(),
        (false, true) => Quality::Points.in_language(style.language).to_owned(),
        (false, false) => text(&basis.indicator.unit, style.language),
    };
    let finer = if trend.is_percent {
        Style {
            decimals: 1,
            ..style
        }
    } else {
        style.finer()
    };
    let change = format!("{} {unit}", finer.signed(trend.yearly.value));
    let interval = finer.range((trend.yearly.low, trend.yearly.high));
    let sure = match is_beyond_chance(trend.yearly, 0.0) {
        true => Quality::SureTrend,
        false => Quality::UnsureTrend,
    };
    let kendall = trend.agreement.map_or(Quality::TooFewYears, |agreement| {
        if agreement.is_trend(Confidence::P95) {
            Quality::KendallTrend
        } else {
            Quality::KendallNone
        }
    });
    let method = if trend.is_percent {
        Quality::RateTrendMethod
    } else {
        Quality::LineTrendMethod
    };
    vec![
        format!(
            "{} {}",
            quality::trend(ends, (&change, &interval), style.language),
            sure.in_language(style.language)
        ),
        kendall.in_language(style.language).to_owned(),
        method.in_language(style.language).to_owned(),
    ]
}
