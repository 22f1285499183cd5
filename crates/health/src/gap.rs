//! The gap between a printed grand total and the sum of its parts.

use table::Aggregation;

use crate::column::Column;
use crate::disclosure::Figure;
use crate::question::Bound;
use crate::refusal::Remark;

/// Tells when a printed grand total is not the sum of its parts.
pub(crate) fn printed_total(
    bound: &Bound<'_>,
    measure: usize,
    columns: (&Column<Figure>, &Column<Figure>),
) -> Option<Remark> {
    let described = &bound.table.measures().get(measure)?.measure;
    let grand: &[u32] = &[];
    let (printed, computed) = (
        columns.0.get(grand)?.value()?,
        columns.1.get(grand)?.value()?,
    );
    let differ =
        described.aggregation == Aggregation::Additive && printed.to_bits() != computed.to_bits();
    let measure = described.label.clone();
    differ.then_some(Remark::PrintedTotal {
        measure,
        printed,
        computed,
    })
}
