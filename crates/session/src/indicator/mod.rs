//! Indikator: ranking, trend, breakdown and table of one indicator.

mod breakdown;
mod level;
mod parts;
mod places;
mod ranking;
mod trend;

use danish::Language;
use danish::answer::{against as word, figure, place};
use health::indicator::Caveat;
use health::statistics::benchmark::position;
use health::{Indicator, Place};
use protocol::ViewState;
use protocol::message::{Notice, Weight};
use protocol::view::{CellView, IndicatorView, Named};

use crate::against::Against;
use crate::benchmark::{Held, Way};
use crate::lens::Lens;
use crate::open::Open;
use crate::overview::period_named;
use crate::{coverage, judge, present, words};

/// What every part of the view needs to know.
pub(crate) struct Frame<'a> {
    pub(crate) open: &'a Open,
    pub(crate) indicator: &'a Indicator,
    pub(crate) lens: Lens<'a>,
    pub(crate) place: Option<Place>,
    pub(crate) against: Against<'a>,
    pub(crate) benchmark: Held,
    pub(crate) second: Option<Place>,
    pub(crate) level: String,
    pub(crate) period: String,
    pub(crate) previous: Option<String>,
    pub(crate) language: Language,
    notices: Vec<Notice>,
}

impl Frame<'_> {
    /// A cell with the indicator's decimals.
    pub(crate) fn cell(&self, cell: &health::Cell) -> CellView {
        present::cell(cell, self.indicator.decimals, self.language)
    }

    /// A place's id and short words.
    pub(crate) fn short(&self, id: &str) -> Named {
        self.open.short(id, self.language)
    }

    /// What places are held against, within a sentence.
    pub(crate) fn against_in_words(&self) -> String {
        let label = self.against.short(self.language);
        match self.benchmark.way {
            Way::Median => word::median_of(&label, self.language),
            _ => label,
        }
    }

    /// A place's id and words.
    pub(crate) fn named(&self, id: &str) -> Named {
        self.open.named(id, self.language)
    }
}

/// The view of a complete state; none when the package declares no indicator.
pub(crate) fn view(open: &Open, state: &ViewState) -> Option<IndicatorView> {
    let indicators = open.dataset.indicators();
    let indicator = indicators
        .iter()
        .find(|i| Some(&i.id) == state.indicator.as_ref())?;
    let frame = frame(open, state, indicator);
    let language = frame.language;
    let topic = open
        .dataset
        .topics()
        .iter()
        .find(|topic| topic.id == indicator.topic);
    let chosen = frame.place.as_ref().map(|place| place.id.as_str());
    let label = |place: &Place| Named {
        id: place.level.clone(),
        label: words::text(&place.level_label, language),
    };
    let levels: Vec<Named> = open.levels().into_iter().map(label).collect();
    Some(IndicatorView {
        topic: topic
            .map(|topic| words::text(&topic.label, language))
            .unwrap_or_default(),
        indicator: Named {
            id: indicator.id.clone(),
            label: words::text(&indicator.label, language),
        },
        sentence: sentence(&frame),
        place: chosen.map(|id| frame.named(id)),
        against: frame.against.shown(language),
        against_choices: frame.against.choices(state, chosen.unwrap_or_default()),
        level: levels
            .iter()
            .find(|level| level.id == frame.level)
            .cloned()
            .unwrap_or_default(),
        level_choices: levels,
        period: period_named(&frame.period, language),
        ranking: ranking::ranking(&frame),
        trend: trend::trend(&frame),
        breakdown: breakdown::breakdown(&frame),
        table: places::table(&frame),
        source: source(&frame),
        notices: notices(&frame),
    })
}

/// What is told of the file, and what the publisher says must be known to read any number of the indicator.
fn notices(frame: &Frame<'_>) -> Vec<Notice> {
    let caveat = |caveat: &Caveat| Notice {
        weight: Weight::Remark,
        headline: figure::caveat(frame.language).to_owned(),
        text: words::text(&caveat.text, frame.language),
    };
    let caveats = frame.indicator.caveats.iter();
    let of_all = caveats.filter(|caveat| caveat.keep.is_empty()).map(caveat);
    let open = frame.open.notices.iter().chain(&frame.notices).cloned();
    open.chain(of_all).collect()
}

fn frame<'a>(open: &'a Open, state: &ViewState, indicator: &'a Indicator) -> Frame<'a> {
    let country = open.country();
    let place = state
        .place
        .as_deref()
        .and_then(|id| open.place(id))
        .cloned();
    let place = place.filter(|place| place.id != country.id);
    let (against, mut notices) = Against::new(open, state, place.as_ref());
    let region = place
        .as_ref()
        .and_then(|place| open.region_of(&place.id))
        .cloned();
    let region = region.filter(|region| Some(&region.id) != place.as_ref().map(|place| &place.id));
    let second = if against.is(&country.id) {
        region
    } else {
        Some(country)
    };
    let period = state.period.clone().unwrap_or_default();
    let periods = health::place::periods(&open.dataset);
    let previous = periods
        .iter()
        .rfind(|p| p.code < period)
        .map(|period| period.code.clone());
    let lens = Lens::new(&open.dataset, indicator, &state.filters);
    let language = words::language(state.language);
    let level = state.level.as_deref().unwrap_or_default();
    let (level, told) = level::shown(open, &lens, (level, &period), language);
    notices.extend(told);
    let second = second.filter(|place| lens.is_counted_at(&place.id));
    Frame {
        open,
        indicator,
        benchmark: against.at(&lens, &period),
        lens,
        place,
        against,
        second,
        level,
        period,
        previous,
        language,
        notices,
    }
}

fn sentence(frame: &Frame<'_>) -> String {
    let language = frame.language;
    let low_is_good = match frame.indicator.direction {
        health::Direction::Low => Some(true),
        health::Direction::High => Some(false),
        health::Direction::None => None,
    };
    let star = if frame.indicator.preliminary.contains(&frame.period) {
        "*"
    } else {
        ""
    };
    let mut parts = vec![
        words::text(&frame.indicator.unit, language),
        format!("{}{star}", danish::date::period(&frame.period, language)),
        figure::direction(low_is_good, words::doubt(frame.indicator), language),
    ];
    parts.extend(standing(frame));
    parts.join(" · ")
}

/// The chosen place's value and how it stands, in words.
fn standing(frame: &Frame<'_>) -> Option<String> {
    let place = frame.place.as_ref()?;
    if !frame.lens.is_counted_at(&place.id) {
        let label = frame.short(&place.id).label;
        return Some(format!(
            "{label} {}",
            danish::answer::cell::not_made(frame.language)
        ));
    }
    let value = frame.lens.at(&place.id, &frame.period);
    let benchmark = &frame.benchmark.cell;
    let at = (place.id.as_str(), frame.period.as_str());
    let shown = coverage::shown((frame.open, &frame.lens), at, &value, frame.language);
    let label = frame.short(&place.id).label;
    let interval = interval(&shown, frame)
        .map(|text| format!(" ({text})"))
        .unwrap_or_default();
    let value_text = format!("{label} {}{interval}", shown.text);
    let limits = value.interval.zip(benchmark.figure.value());
    let limits = limits.filter(|_| !judge::is_few(frame.indicator, &value));
    let ordering = limits.and_then(|(limits, benchmark)| position(limits, benchmark));
    let against = ordering.map(|ordering| {
        figure::against(
            ordering,
            &place::within(&frame.against_in_words()),
            &frame.cell(benchmark).text,
            frame.language,
        )
    });
    Some(against.map_or(value_text.clone(), |against| {
        format!("{value_text}, {against}")
    }))
}

/// The limits of a cell in words; bounds are no interval.
pub(crate) fn interval(cell: &CellView, frame: &Frame<'_>) -> Option<String> {
    let (low, high) = cell.low.zip(cell.high)?;
    cell.value?;
    Some(danish::number::range(
        low,
        high,
        frame.indicator.decimals,
        frame.language,
    ))
}

/// How a cell stands against the benchmark.
pub(crate) fn judged(frame: &Frame<'_>, cell: &health::Cell) -> protocol::view::Judgement {
    judge::judge(frame.indicator, cell, &frame.benchmark.cell)
}

fn source(frame: &Frame<'_>) -> String {
    let language = frame.language;
    let facts = &frame.open.facts;
    let indicator = frame.indicator;
    let day = match indicator.extracted.as_str() {
        "" => &facts.extracted,
        own => own,
    };
    let extracted = danish::date::date(day, language);
    let publisher = match words::text(&indicator.publisher, language) {
        own if own.is_empty() => words::text(&facts.publisher, language),
        own => own,
    };
    figure::source((&publisher, &extracted), words::doubt(indicator), language)
}
