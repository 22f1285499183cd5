//! Columns of limits beside the number that they are the limits of.

use crate::draft::RawMeasure;
use crate::name::slug;
use crate::plan::Adds;

/// A number with a lower and an upper limit beside it is an estimate, and no count.
pub(crate) fn mark(measures: &mut [RawMeasure]) {
    let are_limits: Vec<bool> = measures.iter().map(|it| is_limit(&it.heading)).collect();
    let next = are_limits.iter().skip(1).zip(are_limits.iter().skip(2));
    let before = measures.iter_mut().zip(&are_limits).zip(next);
    for ((measure, own), (lower, upper)) in before {
        if !own && *lower && *upper {
            measure.told.adds = measure.told.adds.or(Some(Adds::Never));
        }
    }
}

fn is_limit(heading: &str) -> bool {
    let slug = slug(heading);
    let known = [
        "nedre", "oevre", "lower", "upper", "lcl", "ucl", "ci95l", "ci95u",
    ];
    slug.split('_').any(|word| known.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Told;

    #[test]
    fn the_number_before_two_limits_is_an_estimate() {
        let measure = |heading: &str| RawMeasure {
            heading: heading.to_owned(),
            unit: String::new(),
            column: table::MeasureBuilder::new(table::Measure::default()).finish(),
            starred: Vec::new(),
            words: String::new(),
            told: Told::default(),
        };
        let mut measures = ["Svar", "Value", "Lower CI", "Upper CI", "Øvre"].map(measure);
        mark(&mut measures);
        let adds = measures.map(|measure| measure.told.adds);
        assert_eq!(adds, [None, Some(Adds::Never), None, None, None]);
    }
}
