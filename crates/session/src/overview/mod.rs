//! Overblik: each indicator at one place against a benchmark.

mod row;

use danish::Language;
use danish::answer::figure::{self, Doubt};
use danish::answer::{level, view as word};
use health::{Indicator, Keep, Member, Place};
use protocol::ViewState;
use protocol::message::{Notice, Weight};
use protocol::view::overview::{OverviewRow, OverviewView, Topic};
use protocol::view::{Judgement, Named, Tick};

use crate::against::Against;
use crate::notes::Notes;
use crate::open::Open;
use crate::{filters, words};

/// The common axis runs this many percent to each side of the benchmark.
const AXIS_REACH: f64 = 20.0;

/// What every row of the view needs to know.
struct Frame<'a> {
    open: &'a Open,
    place: Place,
    against: Against<'a>,
    second: Option<Place>,
    period: String,
    previous: Option<String>,
    filters: Keep,
    language: Language,
    notices: Vec<Notice>,
}

/// The view of a complete state.
pub(crate) fn view(open: &Open, state: &ViewState) -> OverviewView {
    let frame = frame(open, state);
    let language = frame.language;
    let mut notes = Notes::default();
    let rows: Vec<(&Indicator, OverviewRow)> = open
        .dataset
        .indicators()
        .iter()
        .map(|indicator| {
            (
                indicator,
                row::with_parts(&frame, state, indicator, &mut notes),
            )
        })
        .collect();
    let periods = health::place::periods(&open.dataset);
    let span = periods.first().zip(periods.last());
    OverviewView {
        place: open.named(&frame.place.id, language),
        subtitle: subtitle(&frame),
        against: frame.against.shown(language),
        against_choices: frame.against.choices(state, &frame.place.id),
        second: frame
            .second
            .as_ref()
            .map(|place| open.named(&place.id, language)),
        period: period_named(&frame.period, language),
        previous_period: frame.previous.clone().unwrap_or_default(),
        spark_span: span.map_or_else(String::new, |(a, b)| format!("{}-{}", a.code, b.code)),
        tally: tally(rows.iter().map(|(_, row)| row.judgement)),
        ticks: [-20.0, -10.0, 0.0, 10.0, 20.0]
            .map(|value| tick(value, language))
            .into(),
        axis_reach: AXIS_REACH,
        topics: topics(open, rows, language),
        notes: notes.lines(),
        footnotes: {
            let indicators = open.dataset.indicators();
            let is_without = |it: &Indicator| words::doubt(it) == Doubt::NoInterval;
            let without = indicators.iter().any(is_without);
            let without = without.then(|| figure::without_interval(language).to_owned());
            let signs = footnotes(open, indicators, language).into_iter();
            signs.chain(without).collect()
        },
        notices: [open.notices.as_slice(), &frame.notices].concat(),
    }
}

/// A period's code and words.
pub(crate) fn period_named(code: &str, language: Language) -> Named {
    Named {
        id: code.to_owned(),
        label: danish::date::period(code, language),
    }
}

/// The lines under a table: signs, hidden numbers, intervals.
pub(crate) fn footnotes<'a>(
    open: &Open,
    indicators: impl IntoIterator<Item = &'a Indicator>,
    language: Language,
) -> Vec<String> {
    let threshold = open
        .facts
        .threshold
        .map(|t| danish::number::count(u64::from(t), language));
    let mut notes = vec![figure::preliminary_note(language).to_owned()];
    let methods = methods(indicators);
    if !methods.is_empty() {
        notes.push(figure::interval_note(&methods, language));
    }
    notes.push(figure::hidden_note(threshold.as_deref(), language));
    notes
}

/// The methods by which the intervals of these are computed, each once.
fn methods<'a>(indicators: impl IntoIterator<Item = &'a Indicator>) -> Vec<&'static str> {
    let method = |indicator: &Indicator| match words::doubt(indicator) {
        Doubt::Interval(method) => Some(method),
        Doubt::NoInterval => None,
    };
    let mut methods: Vec<&str> = indicators.into_iter().filter_map(method).collect();
    methods.sort_unstable();
    methods.dedup();
    methods
}

fn frame<'a>(open: &'a Open, state: &ViewState) -> Frame<'a> {
    let country = open.country();
    let default = open
        .places
        .iter()
        .find(|place| place.level == "sundhedsraad")
        .or_else(|| open.levels().first().copied())
        .unwrap_or(&country);
    let place = state
        .place
        .as_deref()
        .and_then(|id| open.place(id))
        .unwrap_or(default)
        .clone();
    let (against, mut notices) = Against::new(open, state, Some(&place));
    let region = open
        .region_of(&place.id)
        .filter(|region| region.id != place.id);
    let second = if against.is(&country.id) {
        region.cloned()
    } else {
        Some(country)
    };
    let period = state.period.clone().unwrap_or_default();
    let periods = health::place::periods(&open.dataset);
    let before = |p: &&Member| p.code < period;
    let previous = periods
        .iter()
        .rfind(before)
        .map(|period| period.code.clone());
    let (kept, language) = (state.filters.clone(), words::language(state.language));
    notices.extend(filters::told(open, &kept, language));
    if against.is(&place.id) {
        notices.push(with_itself(&words::text(&place.label, language), language));
    }
    Frame {
        open,
        place,
        against,
        second,
        period,
        previous,
        filters: kept,
        language,
        notices,
    }
}

fn with_itself(place: &str, language: Language) -> Notice {
    let (headline, text) = level::with_itself(place, language);
    Notice {
        weight: Weight::Remark,
        headline,
        text: text.to_owned(),
    }
}

fn subtitle(frame: &Frame<'_>) -> String {
    let children = frame.open.children(&frame.place.id);
    let names: Vec<String> = children
        .iter()
        .map(|place| words::text(&place.label, frame.language))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match (names.as_slice(), children.first()) {
        ([], _) | (_, None) => words::text(&frame.place.level_label, frame.language),
        (names, _) if names.len() <= 12 => danish::list::list(names, frame.language),
        (names, Some(child)) => {
            let count = danish::number::whole(names.len(), frame.language);
            word::place_count(&child.level, names.len(), &count, frame.language)
        }
    }
}

fn tally(judgements: impl Iterator<Item = Judgement>) -> Vec<(Judgement, u32)> {
    let order = [
        Judgement::Better,
        Judgement::Same,
        Judgement::Worse,
        Judgement::NotAssessed,
    ];
    let judgements: Vec<Judgement> = judgements.collect();
    let count = |judgement| {
        judgements
            .iter()
            .filter(|j| **j == judgement)
            .map(|_| 1)
            .sum()
    };
    order
        .into_iter()
        .map(|judgement| (judgement, count(judgement)))
        .collect()
}

fn tick(value: f64, language: Language) -> Tick {
    Tick {
        value,
        text: danish::number::signed(value, 0, language),
    }
}

fn topics(open: &Open, rows: Vec<(&Indicator, OverviewRow)>, language: Language) -> Vec<Topic> {
    let known = open.dataset.topics().iter();
    let mut topics: Vec<(String, Topic)> = known
        .map(|topic| {
            (
                topic.id.clone(),
                Topic {
                    title: words::text(&topic.label, language),
                    rows: vec![],
                },
            )
        })
        .collect();
    let other = Topic {
        title: word::other_topic(language).to_owned(),
        rows: vec![],
    };
    topics.push((String::new(), other));
    let last = topics.len() - 1;
    for (indicator, row) in rows {
        let position = topics
            .iter()
            .position(|(id, _)| *id == indicator.topic)
            .unwrap_or(last);
        if let Some((_, topic)) = topics.get_mut(position) {
            topic.rows.push(row);
        }
    }
    topics
        .into_iter()
        .map(|(_, topic)| topic)
        .filter(|topic| !topic.rows.is_empty())
        .collect()
}
