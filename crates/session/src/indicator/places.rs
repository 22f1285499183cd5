//! The table beside the charts: a place's parts, itself, its region and what it is held against.

use danish::answer::{figure, place, view as word};
use health::{Cell, Figure, Place};
use protocol::view::indicator::{PlaceRow, PlaceTable};
use protocol::view::{CellKind, Named};

use super::{Frame, interval, parts};
use crate::lens::Lens;
use crate::notes::{self, Notes};
use crate::{coverage, present, words};

/// The parts of the chosen place, or all places of the level, with totals below.
pub(crate) fn table(frame: &Frame<'_>) -> PlaceTable {
    let language = frame.language;
    let country = frame.open.country();
    let chosen = frame.place.as_ref();
    let parts = chosen
        .map(|place| frame.open.children(&place.id))
        .unwrap_or_default();
    let parts: Vec<&Place> = match parts.first() {
        Some(part) if frame.lens.is_counted_at(&part.id) => {
            let listed = frame.listed(&part.level);
            let is_listed = |part: &&Place| listed.iter().any(|place| place.id == part.id);
            parts.into_iter().filter(is_listed).collect()
        }
        _ => Vec::new(),
    };
    let listed = if parts.is_empty() {
        frame.listed(&frame.level)
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
    let totals = [chosen, frame.second.as_ref()];
    let totals = totals
        .into_iter()
        .flatten()
        .filter(|place| listed.iter().all(|l| l.id != place.id) && !frame.against.is(&place.id));
    let is_listed = listed.iter().any(|place| frame.against.is(&place.id));
    let mut rows = Rows::new(frame, level, within);
    let mut shown: Vec<PlaceRow> = listed.iter().map(|place| rows.part(place)).collect();
    shown.extend(totals.map(|place| rows.total(place)));
    if !is_listed {
        shown.push(rows.benchmark());
    }
    let previous = frame.previous.as_deref().unwrap_or_default();
    let made_of = parts::of(&frame.open.dataset, frame.indicator);
    let doubt = words::doubt(frame.indicator);
    let note = place::note(made_of, language).map(str::to_owned);
    PlaceTable {
        subtitle: word::places_within(&counted, &frame.short(&within.id).label, language),
        heads: place::heads(
            (made_of, doubt),
            (previous, frame.against.label()),
            language,
        ),
        rows: shown,
        notes: rows.notes.lines().into_iter().chain(note).collect(),
    }
}

/// Values of the level in the period and the one before.
struct Rows<'a> {
    frame: &'a Frame<'a>,
    now: Vec<(health::Member, Cell)>,
    before: Vec<(health::Member, Cell)>,
    notes: Notes,
}

impl<'a> Rows<'a> {
    fn new(frame: &'a Frame<'a>, level: &str, within: &Place) -> Self {
        let at = |period: &str| frame.lens.by(level, &within.id, period);
        Self {
            frame,
            now: at(&frame.period),
            before: frame.previous.as_deref().map(at).unwrap_or_default(),
            notes: Notes::default(),
        }
    }

    fn part(&mut self, place: &Place) -> PlaceRow {
        let code = place.code();
        let find = |rows: &[(health::Member, Cell)]| {
            let found = rows.iter().find(|(member, _)| member.code == code);
            found.map_or(Cell::of(Figure::Missing), |(_, cell)| *cell)
        };
        let cells = (find(&self.now), find(&self.before));
        self.place(place, cells)
    }

    fn total(&mut self, place: &Place) -> PlaceRow {
        let lens = &self.frame.lens;
        let now = lens.at(&place.id, &self.frame.period);
        let before = before(self.frame, |lens, period| lens.at(&place.id, period));
        PlaceRow {
            total: true,
            ..self.place(place, (now, before))
        }
    }

    /// The row of what places are held against, which need not be one place.
    fn benchmark(&mut self) -> PlaceRow {
        let frame = self.frame;
        let against = &frame.against;
        if let [place] = against.places.as_slice() {
            return PlaceRow {
                judgement: None,
                ..self.total(place)
            };
        }
        let now = frame.benchmark.cell;
        let before = before(frame, |lens, period| against.at(lens, period).cell);
        let asked = (Vec::new(), against.keep());
        let caveats = notes::caveats(&frame.lens, asked, Some(&frame.period), frame.language);
        let texts = caveats.into_iter().map(|(text, _)| text);
        let held = frame.benchmark.note(frame.language);
        let named = Named {
            id: against.row_id(),
            label: against.label().to_owned(),
        };
        PlaceRow {
            marks: self.notes.marks(texts.chain(held)),
            total: true,
            judgement: None,
            ..row(frame, named, (now, before))
        }
    }

    fn place(&mut self, place: &Place, cells: (Cell, Cell)) -> PlaceRow {
        let frame = self.frame;
        let at = (place.id.as_str(), frame.period.as_str());
        let mut row = row(frame, frame.short(&place.id), cells);
        row.value = coverage::shown((frame.open, &frame.lens), at, &cells.0, frame.language);
        if row.value.kind == CellKind::Incomplete {
            row.interval.clone_from(&row.value.spoken);
        }
        if !frame.lens.is_counted_at(&place.id) {
            let none = || present::not_made(frame.language);
            (row.numerator, row.denominator, row.change) = (none(), none(), none());
        }
        row.chosen = frame.place.as_ref().is_some_and(|it| it.id == place.id);
        let asked = (Vec::new(), health::place::keep(&place.id));
        let caveats = notes::caveats(&frame.lens, asked, Some(&frame.period), frame.language);
        let few = notes::of_cell(frame.indicator, &cells.0, frame.language);
        let texts = caveats.into_iter().map(|(text, _)| text).chain(few);
        if frame.against.is(&place.id) {
            let held = frame.benchmark.note(frame.language);
            row.marks = self.notes.marks(texts.chain(held));
            row.judgement = None;
        } else {
            row.marks = self.notes.marks(texts);
        }
        row
    }
}

/// The same in the period before.
fn before(frame: &Frame<'_>, at: impl Fn(&Lens<'_>, &str) -> Cell) -> Cell {
    let previous = frame.previous.as_deref();
    let before = previous.map(|period| at(&frame.lens, period));
    before.unwrap_or(Cell::of(Figure::Missing))
}

fn row(frame: &Frame<'_>, place: Named, (now, before): (Cell, Cell)) -> PlaceRow {
    let language = frame.language;
    let value = frame.cell(&now);
    // A value without parts is not its own numerator; that it is hidden or missing is true of them as well.
    let whole = match now.figure.value() {
        Some(_) => Figure::NotApplicable,
        None => now.figure,
    };
    let parts = now.parts.unwrap_or((whole, whole));
    let broken = frame
        .previous
        .as_ref()
        .is_none_or(|previous| frame.indicator.is_broken(previous, &frame.period));
    let change = if broken {
        present::not_applicable(language)
    } else {
        let style = (frame.indicator.decimals, language);
        present::change(before.figure, now.figure, style)
    };
    PlaceRow {
        place,
        numerator: present::figure(parts.0, 0, language),
        denominator: present::figure(parts.1, 0, language),
        interval: interval(&value, frame)
            .unwrap_or_else(|| figure::no_interval(language).to_owned()),
        value,
        change,
        judgement: Some(super::judged(frame, &now)),
        ..PlaceRow::default()
    }
}
