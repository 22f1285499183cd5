//! Several figures to one: bounds, the last, means and quotients. What is unknown of a part is unknown of the whole.

use crate::disclosure::Figure;

/// The largest part and the sum of the parts; with an unknown part, only the largest is certain.
pub(crate) fn bounds(parts: &[Figure]) -> Figure {
    let low = parts
        .iter()
        .filter_map(certain)
        .fold(None, |low: Option<f64>, part| {
            Some(low.map_or(part, |low| low.max(part)))
        });
    let high = parts.iter().map(|part| match part {
        Figure::NotApplicable => Some(0.0),
        Figure::Bounds(_, high) => Some(*high),
        part => part.value(),
    });
    match (low, high.sum::<Option<f64>>()) {
        (Some(low), Some(high)) if parts.len() > 1 && low < high => Figure::Bounds(low, high),
        (Some(low), Some(_)) => Figure::number(low),
        (Some(low), None) => Figure::AtLeast(low),
        (None, _) => parts.first().map_or(Figure::Missing, |part| part.of_part()),
    }
}

/// The last of several, such as the stock at the end of a period.
pub(crate) fn last(parts: &[Figure]) -> Figure {
    parts.last().copied().unwrap_or(Figure::Missing)
}

/// The plain mean of several; with a hidden part in one of them, at least that of the others' certain parts.
#[expect(clippy::cast_precision_loss, reason = "a count of periods")]
pub(crate) fn mean(parts: &[Figure]) -> Figure {
    let mut unknown = parts.iter().filter(|part| certain(part).is_none());
    if let Some(first) = unknown.next() {
        let is_hidden = unknown.any(|part| *part == Figure::Hidden);
        return if is_hidden {
            Figure::Hidden
        } else {
            first.of_part()
        };
    }
    let mean = parts.iter().filter_map(certain).sum::<f64>() / parts.len() as f64;
    if parts.iter().all(|part| part.value().is_some()) {
        Figure::number(mean)
    } else {
        Figure::AtLeast(mean)
    }
}

/// What a part is at the least, where that is known.
fn certain(part: &Figure) -> Option<f64> {
    match part {
        Figure::AtLeast(low) | Figure::Bounds(low, _) => Some(*low),
        part => part.value(),
    }
}

/// The mean of values by their weights; a part without a number that has weight leaves no mean.
pub(crate) fn weighted(pairs: &[(Figure, Figure)]) -> Figure {
    let counted = pairs
        .iter()
        .filter(|(_, weight)| weight.value() != Some(0.0));
    let mut unknown = None;
    let (sum, weights) = counted.fold((0.0, 0.0), |(sum, weights), (value, weight)| {
        match (value.value(), weight.value()) {
            (Some(value), Some(weight)) => (sum + value * weight, weights + weight),
            (None, _) => {
                unknown.get_or_insert(*value);
                (sum, weights)
            }
            (_, None) => {
                unknown.get_or_insert(*weight);
                (sum, weights)
            }
        }
    });
    match unknown {
        Some(Figure::NotApplicable) | None if weights > 0.0 => Figure::number(sum / weights),
        Some(unknown) => of_quotient(unknown),
        None => Figure::Missing,
    }
}

/// A quotient of two figures: what is unknown of either is unknown of it.
pub(crate) fn divide(above: Figure, below: Figure) -> Figure {
    match (above, below.value()) {
        (Figure::Hidden | Figure::Missing | Figure::NotApplicable | Figure::Refused, _) => above,
        (_, Some(0.0)) => Figure::NotApplicable,
        // Those who have not reported are counted below the line all the same.
        (Figure::Incomplete { .. }, _) => above.of_part(),
        (_, Some(below)) => above.map(|above| above / below),
        (_, None) => of_quotient(below),
    }
}

/// What is unknown of a quotient because this is unknown of a part of it: with a hidden part the whole is withheld.
pub(crate) fn of_quotient(part: Figure) -> Figure {
    match part {
        Figure::Bounds(..) => Figure::Refused,
        Figure::AtLeast(_) => Figure::Hidden,
        unknown => unknown.of_part(),
    }
}
