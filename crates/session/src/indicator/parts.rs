//! What the value of an indicator is made from.

use danish::answer::place::Parts;
use health::indicator::Standard;
use health::{Aggregation, Dataset, Indicator};

/// The kind of parts that an indicator's values have.
pub(super) fn of(dataset: &Dataset, indicator: &Indicator) -> Parts {
    if indicator.denominator.is_some() {
        return match &indicator.standardisation {
            None => Parts::Ratio,
            Some(standard) if standard.method == Standard::Indirect => Parts::Expected,
            Some(_) => Parts::Standardised,
        };
    }
    let source = &indicator.numerator;
    let table = dataset.table(&source.table).ok();
    let measures = table.map(|table| table.measures()).unwrap_or_default();
    let mut measures = measures.iter().map(|column| &column.measure);
    let measure = measures.find(|measure| measure.name == source.measure);
    match measure.map(|measure| &measure.aggregation) {
        Some(Aggregation::Mean { .. }) => Parts::Mean,
        Some(Aggregation::Ratio { .. }) => Parts::Quotient,
        Some(Aggregation::Printed) => Parts::Printed,
        _ => Parts::Count,
    }
}
