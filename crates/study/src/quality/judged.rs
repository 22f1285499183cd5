//! Places in a funnel: how far from the target by more than chance.

use chart::funnel::Limits;
use health::Direction;
use health::statistics::Confidence;
use health::statistics::dispersion::{self, Spread, USUAL_SHARE, Widened};
use health::statistics::funnel::{self, Plotted};
use health::statistics::small::{self, Weight};
use protocol::view::Judgement;

use super::basis::Basis;
use super::number::{Nature, Number, Row};
use super::order::Order;

/// How many sizes the limits are drawn through.
const STEPS: u32 = 60;
/// Fewer places than these have no spread to speak of.
const FEWEST_PLACES: usize = 5;

/// How the funnel is widened where places differ by more than chance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Dispersion {
    /// Not at all.
    #[default]
    Chance,
    /// Every standard error multiplied.
    Multiplied,
    /// A variance between places added.
    Added,
}

impl Dispersion {
    /// Every choice by its name in a state.
    pub(crate) const ALL: [(Self, &'static str); 3] = [
        (Self::Chance, "chance"),
        (Self::Multiplied, "multiplied"),
        (Self::Added, "added"),
    ];

    /// The choice of a state.
    pub(crate) fn of(basis: &Basis) -> Self {
        let chosen = basis
            .state
            .study
            .get("dispersion")
            .and_then(|it| it.first());
        let found = Self::ALL
            .iter()
            .find(|(_, name)| chosen.is_some_and(|it| it == name));
        found.map_or(Self::Chance, |(dispersion, _)| *dispersion)
    }
}

/// On which side of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Above,
    Below,
}

/// Where a place lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Within the limits.
    Within,
    /// Outside the inner limits alone.
    Beyond95(Side),
    /// Outside the outer limits.
    Beyond998(Side),
    /// Too few events to be judged.
    Few,
    /// There is no number, or no size, to place it by.
    Nowhere,
}

/// A place with its limits.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Place {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) number: Number,
    pub(crate) limits: Option<Limits>,
    pub(crate) standing: Standing,
    pub(crate) judgement: Judgement,
    pub(crate) is_chosen: bool,
    /// The coarser place that it lies in, with its position among them.
    pub(crate) above: Option<(usize, String)>,
}

impl Place {
    /// Whether it is drawn: it has a number and limits.
    pub(crate) const fn is_drawn(&self) -> bool {
        self.limits.is_some() && self.number.value.is_some()
    }
}

/// The funnel of a period.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Judged {
    /// The target, in the indicator's unit.
    pub(crate) target: f64,
    /// The measured spread, where it widens the limits or could.
    pub(crate) spread: Option<Spread>,
    /// The limits from the smallest place to the largest.
    pub(crate) limits: Vec<Limits>,
    /// The places in the order that is chosen: the highest value first and those without a number last, by name, or by what they
    /// lie in.
    pub(crate) places: Vec<Place>,
}

/// The funnel; none where the indicator has none, or nothing to hold places against.
pub(crate) fn judged(basis: &Basis) -> Option<Judged> {
    let rule = Rule::of(basis)?;
    let chosen = basis.over.chosen.as_ref().map(|place| place.id.as_str());
    let place = |row: &Row| {
        let id = basis.place_id(row);
        let limits = row.number.size.and_then(|size| rule.limits(size));
        let standing = rule.standing(&row.number, limits);
        Place {
            judgement: judgement(standing, basis.indicator.direction),
            is_chosen: chosen == Some(&id),
            label: basis.short(row),
            number: row.number.clone(),
            above: basis
                .over
                .above
                .as_ref()
                .and_then(|above| above.of.get(&id).cloned()),
            id,
            limits,
            standing,
        }
    };
    let mut places: Vec<Place> = basis.at(&basis.view.period.id).map(place).collect();
    Order::of(basis).sort(&mut places);
    let sizes = places.iter().filter(|place| place.is_drawn());
    let sizes = sizes.filter_map(|place| place.number.size);
    let ends = sizes.fold(None, |ends: Option<(f64, f64)>, size| {
        let (low, high) = ends.unwrap_or((size, size));
        Some((low.min(size), high.max(size)))
    })?;
    Some(Judged {
        target: rule.target * rule.factor,
        spread: rule.spread,
        limits: rule.between(ends),
        places,
    })
}

/// How limits are computed.
struct Rule {
    plotted: Plotted,
    target: f64,
    factor: f64,
    spread: Option<Spread>,
    dispersion: Dispersion,
}

impl Rule {
    fn of(basis: &Basis) -> Option<Self> {
        let plotted = match basis.nature() {
            Nature::Proportion => Plotted::Proportion,
            Nature::Rate | Nature::Expected | Nature::Standardised => Plotted::Rate,
            Nature::Measured => return None,
        };
        let factor = basis.factor();
        let target = basis.view.ranking.benchmark? / factor;
        let place = |row: &Row| {
            Some(dispersion::Place {
                events: row.number.events?,
                size: row.number.size?,
            })
        };
        let places: Vec<_> = basis.at(&basis.view.period.id).filter_map(place).collect();
        let spread = dispersion::spread(plotted, target, &places, USUAL_SHARE);
        Some(Self {
            plotted,
            target,
            factor,
            spread: spread.filter(|_| places.len() >= FEWEST_PLACES),
            dispersion: Dispersion::of(basis),
        })
    }

    /// The limits for a size, in the indicator's unit.
    fn limits(&self, size: f64) -> Option<Limits> {
        let at = |confidence| {
            let widened = match self.dispersion {
                Dispersion::Chance => None,
                Dispersion::Multiplied => Some(Widened::Multiplied),
                Dispersion::Added => Some(Widened::Added),
            };
            let (low, high) = match self.spread.zip(widened) {
                Some(spread) => {
                    dispersion::limits((self.plotted, self.target), size, spread, confidence)
                }
                None => funnel::limits(self.plotted, self.target, size, confidence),
            }?;
            Some((low * self.factor, high * self.factor))
        };
        Some(Limits {
            size,
            inner: at(Confidence::P95)?,
            outer: at(Confidence::P998)?,
        })
    }

    /// The limits for sizes from one to another, closer where they are small.
    fn between(&self, (low, high): (f64, f64)) -> Vec<Limits> {
        let share = |step: u32| f64::from(step) / f64::from(STEPS);
        let size = |step| low + (high - low) * share(step) * share(step);
        (0..=STEPS)
            .filter_map(|step| self.limits(size(step)))
            .collect()
    }

    fn standing(&self, number: &Number, limits: Option<Limits>) -> Standing {
        let (Some(limits), Some(value)) = (limits, number.value) else {
            return Standing::Nowhere;
        };
        if is_few(number, self.plotted) {
            return Standing::Few;
        }
        let side = if value > limits.inner.1 {
            Side::Above
        } else {
            Side::Below
        };
        let is_outside = |(low, high): (f64, f64)| value < low || value > high;
        match (is_outside(limits.outer), is_outside(limits.inner)) {
            (true, _) => Standing::Beyond998(side),
            (false, true) => Standing::Beyond95(side),
            (false, false) => Standing::Within,
        }
    }
}

/// Whether there are too few events, or of a proportion too few without the event, to judge by.
fn is_few(number: &Number, plotted: Plotted) -> bool {
    let (Some(events), Some(size)) = (number.events, number.size) else {
        return false;
    };
    let counted = match plotted {
        Plotted::Proportion => events.min(size - events),
        Plotted::Rate => events,
    };
    small::weight(counted) == Some(Weight::Few)
}

/// The same for numbers of a nature.
pub(crate) fn has_few(number: &Number, nature: Nature) -> bool {
    match nature {
        Nature::Proportion => is_few(number, Plotted::Proportion),
        Nature::Rate | Nature::Expected | Nature::Standardised => is_few(number, Plotted::Rate),
        Nature::Measured => false,
    }
}

/// Outside is better or worse by the way that is good; without one nothing is judged.
fn judgement(standing: Standing, direction: Direction) -> Judgement {
    let side = match standing {
        Standing::Within if direction != Direction::None => return Judgement::Same,
        Standing::Beyond95(side) | Standing::Beyond998(side) => side,
        Standing::Within | Standing::Few | Standing::Nowhere => return Judgement::NotAssessed,
    };
    match (side, direction) {
        (_, Direction::None) => Judgement::NotAssessed,
        (Side::Above, Direction::High) | (Side::Below, Direction::Low) => Judgement::Better,
        _ => Judgement::Worse,
    }
}
