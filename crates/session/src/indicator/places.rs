//! The table beside the charts: a place's parts, itself, its region and the country.

use danish::answer::{figure, view as word};
use health::{Cell, Figure, Place};
use protocol::view::indicator::{PlaceRow, PlaceTable};

use super::{Frame, interval};
use crate::present;

/// The parts of the chosen place, or all places of the level, with totals below.
pub(crate) fn table(frame: &Frame<'_>) -> PlaceTable {
    let language = frame.language;
    let country = frame.open.country();
    let chosen = frame.place.as_ref();
    let parts = chosen
        .map(|place| frame.open.children(&place.id))
        .unwrap_or_default();
    let of_level = frame
        .open
        .places
        .iter()
        .filter(|place| place.level == frame.level);
    let listed: Vec<&Place> = if parts.is_empty() {
        of_level.collect()
    } else {
        parts
    };
    let within = if listed
        .iter()
        .any(|place| chosen.is_some_and(|c| place.parent.as_ref() == Some(&c.id)))
    {
        chosen.unwrap_or(&country)
    } else {
        &country
    };
    let level = listed.first().map_or("", |place| place.level.as_str());
    let count = danish::number::whole(listed.len(), language);
    let counted = word::place_count(level, listed.len(), &count, language);
    let rows = Rows::new(frame, level, within);
    let totals = [chosen, frame.second.as_ref(), Some(&frame.against)];
    let totals = totals
        .into_iter()
        .flatten()
        .filter(|place| listed.iter().all(|l| l.id != place.id));
    let previous = frame.previous.clone().unwrap_or_default();
    PlaceTable {
        subtitle: word::places_within(&counted, &frame.short(&within.id).label, language),
        heads: word::place_heads(&previous, &frame.named(&frame.against.id).label, language),
        rows: listed
            .iter()
            .map(|place| rows.part(place))
            .chain(totals.map(|place| rows.total(place)))
            .collect(),
    }
}

/// Values of the level in the period and the one before.
struct Rows<'a> {
    frame: &'a Frame<'a>,
    benchmark: Cell,
    now: Vec<(health::Member, Cell)>,
    before: Vec<(health::Member, Cell)>,
}

impl<'a> Rows<'a> {
    fn new(frame: &'a Frame<'a>, level: &str, within: &Place) -> Self {
        let at = |period: &str| frame.lens.by(level, &within.id, period);
        Self {
            frame,
            benchmark: frame.lens.at(&frame.against.id, &frame.period),
            now: at(&frame.period),
            before: frame.previous.as_deref().map(at).unwrap_or_default(),
        }
    }

    fn part(&self, place: &Place) -> PlaceRow {
        let code = place.id.split_once(':').map_or("", |(_, code)| code);
        let find = |rows: &[(health::Member, Cell)]| {
            let found = rows.iter().find(|(member, _)| member.code == code);
            found.map_or(Cell::of(Figure::Missing), |(_, cell)| *cell)
        };
        self.row(place, find(&self.now), find(&self.before))
    }

    fn total(&self, place: &Place) -> PlaceRow {
        let lens = &self.frame.lens;
        let before = self
            .frame
            .previous
            .as_deref()
            .map(|period| lens.at(&place.id, period));
        let now = lens.at(&place.id, &self.frame.period);
        PlaceRow {
            total: true,
            ..self.row(place, now, before.unwrap_or(Cell::of(Figure::Missing)))
        }
    }

    fn row(&self, place: &Place, now: Cell, before: Cell) -> PlaceRow {
        let (frame, language) = (self.frame, self.frame.language);
        let value = frame.cell(&now);
        let parts = now.parts.unwrap_or((now.figure, Figure::NotApplicable));
        let broken = frame
            .indicator
            .breaks
            .iter()
            .any(|b| b.period == frame.period);
        let change = if broken || frame.previous.is_none() {
            present::not_applicable(language)
        } else {
            present::change(
                before.figure,
                now.figure,
                (frame.indicator.decimals, language),
            )
        };
        let is_benchmark = place.id == frame.against.id;
        PlaceRow {
            place: frame.short(&place.id),
            numerator: present::figure(parts.0, 0, language),
            denominator: present::figure(parts.1, 0, language),
            interval: interval(&value, frame)
                .unwrap_or_else(|| figure::no_interval(language).to_owned()),
            value,
            change,
            judgement: (!is_benchmark).then(|| super::judged(frame, &now, &self.benchmark)),
            chosen: frame
                .place
                .as_ref()
                .is_some_and(|chosen| chosen.id == place.id),
            total: false,
        }
    }
}
