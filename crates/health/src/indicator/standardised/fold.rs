//! The strata of a group folded to one figure.

use super::{Figure, NotComputed, Standard};
use crate::fold::of_quotient;
use crate::statistics::standard::{self, NotStandardised, Stratum};
use crate::statistics::{Confidence, Estimate};

/// One stratum of a group, and what the standard has there.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub(super) events: Figure,
    pub(super) people: Figure,
    /// People of the standard.
    pub(super) standard: Figure,
    /// Events among them.
    pub(super) reference: Figure,
}

/// What the strata of a group come to.
#[derive(Clone, Copy)]
pub(super) struct Folded {
    /// What keeps them from coming to anything.
    pub(super) unknown: Option<Figure>,
    /// Strata in which the standard has people.
    pub(super) strata: usize,
    sums: (f64, f64),
    outcome: Result<Outcome, NotStandardised>,
}

#[derive(Clone, Copy)]
enum Outcome {
    Rate(Estimate),
    Expected(f64),
}

impl Folded {
    /// The figure with its limits, and what it was made from; none where what was seen is no certain number.
    pub(super) fn estimate(
        &self,
        observed: Option<Figure>,
    ) -> Result<(Option<Estimate>, (Figure, Figure)), NotComputed> {
        match self.outcome.map_err(why)? {
            Outcome::Rate(estimate) => {
                let (events, people) = self.sums;
                let parts = (Figure::number(events), Figure::number(people));
                Ok((Some(estimate), parts))
            }
            Outcome::Expected(expected) => {
                let observed = observed.unwrap_or(Figure::Missing);
                let ratio = |events| standard::indirect(events, expected, Confidence::P95);
                let estimate = observed.value().map(ratio).transpose().map_err(why)?;
                Ok((estimate, (observed, Figure::number(expected))))
            }
        }
    }
}

/// The strata of a group.
pub(super) fn folded(parts: &[Part], method: Standard) -> Folded {
    let is_direct = method == Standard::Direct;
    let weighing = |part: &&Part| part.standard.value().is_some_and(|people| people > 0.0);
    let needed = |part: &Part| match is_direct {
        true => [part.events, part.people, part.standard],
        false => [part.people, part.standard, part.reference],
    };
    let strata: Option<Vec<[f64; 3]>> = parts
        .iter()
        .map(|part| {
            let [a, b, c] = needed(part).map(Figure::value);
            Some([a?, b?, c?])
        })
        .collect();
    let unknown = strata
        .is_none()
        .then(|| unknown(parts.iter().flat_map(needed)));
    let strata = strata.unwrap_or_default();
    let outcome = if is_direct {
        direct(&strata).map(Outcome::Rate)
    } else {
        let expected = strata
            .iter()
            .map(|[people, standard, events]| (*people, (*events, *standard)));
        standard::expected(expected).map(Outcome::Expected)
    };
    Folded {
        unknown,
        strata: parts.iter().filter(weighing).count(),
        sums: strata
            .iter()
            .fold((0.0, 0.0), |(events, people), [more, also, _]| {
                (events + more, people + also)
            }),
        outcome,
    }
}

fn direct(strata: &[[f64; 3]]) -> Result<Estimate, NotStandardised> {
    let strata: Vec<Stratum> = strata
        .iter()
        .map(|&[events, population, standard]| Stratum {
            events,
            population,
            standard,
        })
        .collect();
    standard::direct(&strata, Confidence::P95)
}

/// What a whole is that has these parts without a number: withheld where one of them is.
fn unknown(figures: impl Iterator<Item = Figure>) -> Figure {
    let mut unknown = figures.filter(|figure| figure.value().is_none());
    let first = unknown.next().unwrap_or(Figure::Missing);
    if unknown.any(|figure| figure == Figure::Hidden) {
        return Figure::Hidden;
    }
    of_quotient(first)
}

fn why(why: NotStandardised) -> NotComputed {
    match why {
        NotStandardised::FewEvents => NotComputed::FewEvents,
        NotStandardised::EmptyStratum => NotComputed::EmptyStratum,
        NotStandardised::NoStandard => NotComputed::NoStandard,
        NotStandardised::Unsound => NotComputed::Unsound,
    }
}
