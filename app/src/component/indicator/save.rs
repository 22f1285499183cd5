//! Saving a figure as a file of its own, with its heading, source and package.

use crate::prelude::*;
use chart::svg::Caption;
use chart::{Density, Drawing, Frame, Size};
use danish::Language;
use danish::ui::{Indicator, Shell};
use protocol::Catalog;
use protocol::catalog::{Origin, Trust};
use protocol::view::IndicatorView;

use super::sight::{Sight, use_sight};
use super::{breakdown, ranking, trend};
use crate::component::live::announce;
use crate::component::menu::{Menu, MenuItem};
use crate::dom;
use crate::words::{language, say};

/// A saved figure is as wide as a column of a report.
const WIDTH: f64 = 680.0;
const TREND_HEIGHT: f64 = 380.0;

/// A figure that can be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Figure {
    Ranking,
    Trend,
    Breakdown,
}

impl Figure {
    const ALL: [Self; 3] = [Self::Ranking, Self::Trend, Self::Breakdown];

    /// Its line in the menu, its title, and the end of its file name.
    const fn words(self) -> [Indicator; 3] {
        match self {
            Self::Ranking => [
                Indicator::SaveRanking,
                Indicator::Ranking,
                Indicator::RankingFile,
            ],
            Self::Trend => [Indicator::SaveTrend, Indicator::Trend, Indicator::TrendFile],
            Self::Breakdown => [
                Indicator::SaveBreakdown,
                Indicator::Breakdown,
                Indicator::BreakdownFile,
            ],
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Ranking => "ranking",
            Self::Trend => "trend",
            Self::Breakdown => "breakdown",
        }
    }

    fn is_in(self, view: &IndicatorView) -> bool {
        match self {
            Self::Ranking => true,
            Self::Trend => view.trend.periods.len() > 1,
            Self::Breakdown => view.breakdown.is_some(),
        }
    }

    fn drawing(self, view: &IndicatorView, language: Language) -> Drawing {
        match self {
            Self::Ranking => {
                let frame = Frame {
                    width: WIDTH,
                    density: Density::Compact,
                };
                ranking::figure(&view.ranking, frame, language).drawing
            }
            Self::Trend => trend::drawing(
                &view.trend,
                Size {
                    width: WIDTH,
                    height: TREND_HEIGHT,
                },
                language,
            ),
            Self::Breakdown => {
                breakdown::drawing(&view.breakdown.clone().unwrap_or_default(), WIDTH)
            }
        }
    }

    /// What its signs mean.
    fn signs(self, view: &IndicatorView) -> String {
        match self {
            Self::Ranking => view.ranking.subtitle.clone(),
            Self::Trend => view.trend.note.clone(),
            Self::Breakdown => String::new(),
        }
    }
}

/// The menu of figures.
#[component]
pub(super) fn SaveMenu() -> impl IntoView {
    let sight = use_sight();
    let language = language();
    let items = move || {
        let there = Figure::ALL
            .into_iter()
            .filter(|figure| sight.view.with(|view| figure.is_in(view)));
        let item = |figure: Figure| {
            let [line, ..] = figure.words();
            MenuItem::act(figure.id(), danish::ui::phrase(line, language.get()))
        };
        there.map(item).collect::<Vec<_>>()
    };
    let save = move |id: String| {
        if let Some(figure) = Figure::ALL.into_iter().find(|figure| figure.id() == id) {
            save(sight, figure, language.get_untracked());
        }
    };
    view! { <Menu label=say(Indicator::SaveFigure) items=Signal::derive(items) on_choose=save /> }
}

fn save(sight: Sight, figure: Figure, language: Language) {
    let [.., end] = figure.words();
    let view = sight.view.get_untracked();
    let name = format!(
        "{}-{}.svg",
        view.indicator.id,
        danish::ui::phrase(end, language)
    );
    let text = sight
        .catalog
        .with_untracked(|catalog| svg(&view, catalog, figure, language));
    if dom::save(&name, "image/svg+xml", &text).is_ok() {
        announce(danish::ui::indicator::saved(&name, language));
    }
}

fn svg(view: &IndicatorView, catalog: &Catalog, figure: Figure, language: Language) -> String {
    let [_, title, _] = figure.words();
    let title = dom::in_small_letters(danish::ui::phrase(title, language));
    let heading = format!("{}: {title}", view.indicator.label);
    let below = below(view, catalog, figure, language);
    let caption = Caption {
        heading: &heading,
        subtitle: &view.sentence,
        below: &below,
    };
    chart::svg::write(&figure.drawing(view, language), &caption)
}

/// What the figure's signs mean, its source, and the package it comes from.
fn below(
    view: &IndicatorView,
    catalog: &Catalog,
    figure: Figure,
    language: Language,
) -> Vec<String> {
    let card = &catalog.card;
    let package = [card.title.as_str(), &card.edition]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let synthetic = (card.synthetic == Origin::Synthetic)
        .then(|| danish::ui::phrase(Shell::Synthetic, language).to_owned());
    let own = (card.trust == Trust::OwnData)
        .then(|| danish::ui::phrase(Shell::OwnDataLong, language).to_owned());
    let lines = [
        Some(figure.signs(view)),
        Some(view.source.clone()),
        Some(package),
        synthetic,
        own,
    ];
    lines
        .into_iter()
        .flatten()
        .filter(|line| !line.is_empty())
        .collect()
}
