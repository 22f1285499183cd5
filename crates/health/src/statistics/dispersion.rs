//! Over-dispersion: places that differ by more than chance, and funnels that allow for it (Spiegelhalter, Statistics in
//! Medicine 24 (2005) 1185–1202, §2.4; Handling over-dispersion of performance indicators, Quality and Safety in Health Care
//! 14 (2005) 347–351).

use super::funnel::{Plotted, around};
use super::{Confidence, is_count, is_size};

/// The share of places at each end whose distance is drawn in before the spread is measured, as in the papers.
pub const USUAL_SHARE: f64 = 0.1;

/// A place: its events, and its people or the events expected of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Events seen.
    pub events: f64,
    /// People, years or expected events.
    pub size: f64,
}

/// How much wider than by chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The mean square of the standardised distances, after the ends are drawn in: about one by chance.
    pub phi: f64,
    /// The variance between places that is not chance (DerSimonian and Laird's moment estimate); zero where there is none.
    pub tau_squared: f64,
}

/// How the funnel is widened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Widened {
    /// Every standard error by the root of `phi`, if that is over one.
    Multiplied,
    /// By a variance between places, the same for small and large.
    Added,
}

/// Distances of places from the target in standard errors at the target.
#[must_use]
pub fn distances(plotted: Plotted, target: f64, places: &[Place]) -> Option<Vec<f64>> {
    let variance = plotted.variance(target)?;
    let distance = |place: &Place| {
        let sound = is_count(place.events) && is_size(place.size);
        let from_target = place.events / place.size - target;
        sound.then(|| from_target / libm::sqrt(variance / place.size))
    };
    places.iter().map(distance).collect()
}

/// The same with the `share` most extreme at each end drawn in to the first that is not (winsorised); a quantile between two
/// lies on the line between them, as R's type 7 does.
#[must_use]
pub fn drawn_in(distances: &[f64], share: f64) -> Option<Vec<f64>> {
    let mut sorted = distances.to_vec();
    sorted.sort_by(f64::total_cmp);
    if !(0.0..0.5).contains(&share) {
        return None;
    }
    let (low, high) = (quantile(&sorted, share)?, quantile(&sorted, 1.0 - share)?);
    let drawn = distances.iter().map(|distance| distance.max(low).min(high));
    Some(drawn.collect())
}

fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = last as f64 * share;
    let whole = libm::floor(place);
    let at = |index: f64| (0_u32..).zip(sorted).find(|(i, _)| f64::from(*i) >= index);
    let (_, below) = at(whole)?;
    let (_, above) = at((whole + 1.0).min(last as f64))?;
    Some(below + (place - whole) * (above - below))
}

/// How much more than by chance places lie from the target; none with fewer than two.
#[must_use]
pub fn spread(plotted: Plotted, target: f64, places: &[Place], share: f64) -> Option<Spread> {
    let variance = plotted.variance(target)?;
    let distances = drawn_in(&distances(plotted, target, places)?, share)?;
    let weights = places.iter().map(|place| place.size / variance);
    from_distances(&distances, &weights.collect::<Vec<f64>>())
}

/// The spread of standardised distances whose weights are one over their squared standard errors.
fn from_distances(distances: &[f64], weights: &[f64]) -> Option<Spread> {
    let number = distances.len() as f64;
    if number < 2.0 {
        return None;
    }
    let squares: f64 = distances.iter().map(|distance| distance * distance).sum();
    let total: f64 = weights.iter().sum();
    let of_squares: f64 = weights.iter().map(|weight| weight * weight).sum();
    let excess = squares - (number - 1.0);
    let found = Spread {
        phi: squares / number,
        tau_squared: (excess / (total - of_squares / total)).max(0.0),
    };
    (found.phi.is_finite() && found.tau_squared.is_finite()).then_some(found)
}

/// Funnel limits that allow for the spread between places; never narrower than those by chance.
#[must_use]
pub fn limits(
    (plotted, target): (Plotted, f64),
    size: f64,
    (spread, widened): (Spread, Widened),
    confidence: Confidence,
) -> Option<(f64, f64)> {
    let by_chance = plotted.variance(target)? / size;
    if !is_size(size) || !is_count(spread.phi) || !is_count(spread.tau_squared) {
        return None;
    }
    let variance = match widened {
        Widened::Multiplied => by_chance * spread.phi.max(1.0),
        Widened::Added => by_chance + spread.tau_squared,
    };
    Some(around(plotted, target, (variance, confidence)))
}

#[cfg(test)]
mod tests;
