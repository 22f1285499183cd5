//! The way between periods: where people were before, and where they are now.

use std::collections::BTreeMap;

use chart::Size;
use chart::flow::{Flows, height_of_names, layout};
use danish::Language;
use danish::ui::Across as Word;
use health::across::Flow;
use leptos::prelude::*;
use protocol::Slice;
use protocol::message::{Answer, Notice};
use protocol::view::{CellKind, CellView};

use super::asked::{Filter, Subject};
use super::counted::number;
use super::filters::Filters;
use super::shown::{Cell, notices};
use super::{Subjects, answer, trouble};
use crate::ask::Loaded;
use crate::drawing::DrawingFigure;
use crate::figure::Measured;
use crate::talk::use_talk;

/// The most room that the drawing takes, in px.
const MOST_WIDTH: f64 = 640.0;
const HEIGHT: f64 = 420.0;
/// The height that is left for the bands, at the least.
const LEAST_BANDS: f64 = 240.0;

/// The first table of flows that the package declares.
#[component]
pub(super) fn FlowsSection(subjects: Subjects) -> impl IntoView {
    let talk = use_talk();
    let flow = Memo::new(move |_| {
        let declared = subjects.declared.get();
        declared.flows.into_iter().next().unwrap_or_default()
    });
    let filters = Memo::new(move |_| {
        let state = subjects.state.get();
        subjects
            .catalog
            .with(|catalog| subject(&flow.get()).filters(catalog, &state))
    });
    let asked = Memo::new(move |_| {
        let language = subjects.state.with(|state| state.language);
        (slices(&flow.get(), &filters.get()), language)
    });
    let loaded = talk.load(asked, move |([each, from, to], language)| async move {
        Ok(Ways::new(
            &answer(talk, each, language).await?,
            &answer(talk, from, language).await?,
            &answer(talk, to, language).await?,
        ))
    });
    let body = move || {
        let language = subjects.language.get();
        loaded.with(|loaded| match loaded {
            Loaded::Here(ways) => figures(ways.clone(), language).into_any(),
            other => {
                let (what, remedy) = trouble(other, language).unwrap_or_default();
                view! { <p role="status">{what}</p> <p class="quiet">{remedy}</p> }.into_any()
            }
        })
    };
    let title = super::phrase(Word::Flows);
    view! {
        <section class="section across-flows" aria-labelledby="across-flows-title">
            <div class="section-head"><h2 id="across-flows-title">{title}</h2></div>
            <p class="quiet">{super::phrase(Word::FlowsRule)}</p>
            <Filters filters name="across-flow" />
            {body}
        </section>
    }
}

fn subject(flow: &Flow) -> Subject {
    Subject {
        table: flow.table.clone(),
        by: vec![flow.from.clone(), flow.to.clone()],
        measure: flow.measure.clone(),
    }
}

/// Each flow, and all from and all to each state.
fn slices(flow: &Flow, filters: &[Filter]) -> [Slice; 3] {
    let subject = subject(flow);
    let (from, to) = (&flow.from, &flow.to);
    [
        subject.slice(&[from, to], filters),
        subject.slice(&[from], filters),
        subject.slice(&[to], filters),
    ]
}

/// Everybody's way, by the codes of the states.
#[derive(Clone, Debug, Default, PartialEq)]
struct Ways {
    from: Vec<State>,
    to: Vec<State>,
    each: BTreeMap<(String, String), CellView>,
    notices: Vec<Notice>,
}

/// A state with all who were in it.
#[derive(Clone, Debug, Default, PartialEq)]
struct State {
    code: String,
    label: String,
    all: CellView,
}

impl Ways {
    fn new(each: &Answer, from: &Answer, to: &Answer) -> Self {
        let pairs = each
            .rows
            .iter()
            .filter_map(|row| match row.codes.as_slice() {
                [from, to] => Some(((from.clone(), to.clone()), row.cells.first()?.clone())),
                _ => None,
            });
        Self {
            from: states(from),
            to: states(to),
            each: pairs.collect(),
            notices: each.notices.clone(),
        }
    }

    fn bands(&self) -> Vec<(usize, usize, f64)> {
        let place = |states: &[State], code: &str| states.iter().position(|it| it.code == code);
        let bands = self.each.iter().filter_map(|((from, to), cell)| {
            let value = number(cell).filter(|value| *value > 0.0)?;
            Some((place(&self.from, from)?, place(&self.to, to)?, value))
        });
        bands.collect()
    }

    fn has_hidden(&self) -> bool {
        let mut cells = self.each.values();
        cells.any(|cell| cell.kind == CellKind::Hidden)
    }
}

fn states(answer: &Answer) -> Vec<State> {
    let rows = answer.rows.iter().filter_map(|row| {
        Some(State {
            code: row.codes.first()?.clone(),
            label: row.labels.first()?.clone(),
            all: row.cells.first()?.clone(),
        })
    });
    rows.collect()
}

fn figures(ways: Ways, language: Language) -> impl IntoView {
    let names = |states: &[State]| states.iter().map(|it| it.label.clone()).collect();
    let flows = Flows {
        from: names(&ways.from),
        to: names(&ways.to),
        bands: ways.bands(),
    };
    let title = Word::Flows.in_language(language);
    let rule = Word::FlowsRule.in_language(language);
    let draw = move |width: f64| {
        let width = width.min(MOST_WIDTH);
        let height = HEIGHT.max(height_of_names(&flows, width) + LEAST_BANDS);
        let size = Size { width, height };
        let drawing = layout(&flows, size).with_words(title, rule);
        view! { <DrawingFigure drawing /> }.into_any()
    };
    let hidden = ways.has_hidden().then(|| {
        view! { <p class="quiet">{Word::HiddenFlows.in_language(language)}</p> }
    });
    view! {
        <div class="across-notices">{notices(ways.notices.clone())}</div>
        <div class="across-figures">
            <div>
                <p class="across-ends quiet"><span>{Word::From.in_language(language)}</span><span>{Word::To.in_language(language)}</span></p>
                <Measured draw />
                {hidden}
            </div>
            {table(&ways, language)}
        </div>
    }
}

fn table(ways: &Ways, language: Language) -> impl IntoView + use<> {
    let say = |word: Word| word.in_language(language);
    let heads = ways.to.iter().map(|state| {
        let label = state.label.clone();
        view! { <th scope="col" class="number">{label}</th> }
    });
    let heads = heads.collect_view();
    let one = |cell: CellView| view! { <td class="number"><Cell cell /></td> };
    let rows = ways.from.iter().map(|from| {
        let cells = ways.to.iter().map(|to| {
            let key = (from.code.clone(), to.code.clone());
            one(ways.each.get(&key).cloned().unwrap_or_default())
        });
        let cells = cells.collect_view();
        view! { <tr><th scope="row">{from.label.clone()}</th>{one(from.all.clone())}{cells}</tr> }
    });
    let rows = rows.collect_view();
    let sums = ways.to.iter().map(|to| one(to.all.clone())).collect_view();
    view! {
        <div class="figure-table-frame" tabindex="0" role="group" aria-label=say(Word::AsTable)>
            <table class="across-table" id="across-ways">
                <thead><tr>
                    <th scope="col">{say(Word::From)}</th>
                    <th scope="col" class="number">{say(Word::Together)}</th>
                    {heads}
                </tr></thead>
                <tbody>{rows}</tbody>
                <tfoot><tr><th scope="row">{say(Word::Together)}</th><td></td>{sums}</tr></tfoot>
            </table>
        </div>
    }
}
