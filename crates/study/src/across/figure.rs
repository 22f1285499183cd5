//! Cells of an answer as figures to add up, and sums of them as cells: worded and rounded as the session does it.

use danish::Language;
use danish::answer::cell as word;
use danish::number::{number, range};
use health::Figure;
use protocol::view::{CellKind, CellView};

/// What a cell of an answer says.
pub(super) fn figure(cell: &CellView) -> Figure {
    let number = |value: Option<f64>| value.map_or(Figure::Missing, Figure::number);
    match cell.kind {
        CellKind::Value | CellKind::Zero => number(cell.value),
        CellKind::Hidden => Figure::Hidden,
        CellKind::Missing => Figure::Missing,
        CellKind::NotApplicable => Figure::NotApplicable,
        CellKind::Bounds => match (cell.low, cell.high) {
            (Some(low), Some(high)) => Figure::Bounds(low, high),
            _ => Figure::Missing,
        },
        CellKind::AtLeast => cell.low.map_or(Figure::Hidden, Figure::AtLeast),
        CellKind::Incomplete => Figure::Incomplete {
            sum: None,
            covered: 0,
            of: 0,
        },
        CellKind::Refused => Figure::Refused,
    }
}

/// A sum as it is shown.
pub(super) fn cell(figure: Figure, language: Language) -> CellView {
    let whole = |value: f64| number(value, 0, language);
    let plain = |kind, text: String| CellView {
        kind,
        text,
        ..CellView::default()
    };
    match figure {
        Figure::Value(value) => CellView {
            value: Some(value),
            ..plain(CellKind::Value, whole(value))
        },
        Figure::Zero => CellView {
            value: Some(0.0),
            spoken: word::zero(language).to_owned(),
            ..plain(CellKind::Zero, "0".to_owned())
        },
        Figure::Hidden => plain(CellKind::Hidden, word::hidden(language).to_owned()),
        Figure::Missing => plain(CellKind::Missing, word::missing(language).to_owned()),
        Figure::NotApplicable => CellView {
            spoken: word::not_applicable(language).to_owned(),
            ..plain(CellKind::NotApplicable, word::NOT_APPLICABLE.to_owned())
        },
        Figure::Bounds(low, high) => CellView {
            low: Some(low),
            high: Some(high),
            spoken: word::bounds_spoken(&whole(low), &whole(high), language),
            ..plain(CellKind::Bounds, range(low, high, 0, language))
        },
        Figure::AtLeast(low) => CellView {
            low: Some(low),
            ..plain(CellKind::AtLeast, word::at_least(&whole(low), language))
        },
        Figure::Incomplete { .. } => {
            plain(CellKind::Incomplete, word::missing(language).to_owned())
        }
        Figure::Refused => plain(CellKind::Refused, word::refused(language).to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_becomes_a_cell_and_is_read_back_as_it_was() {
        for expected in [
            Figure::Value(1234.0),
            Figure::Zero,
            Figure::Hidden,
            Figure::Missing,
            Figure::NotApplicable,
            Figure::Bounds(10.0, 20.0),
            Figure::AtLeast(7.0),
            Figure::Refused,
        ] {
            assert_eq!(figure(&cell(expected, Language::Da)), expected);
        }
    }

    #[test]
    fn a_sum_over_a_hidden_part_says_that_it_is_at_least() {
        let cell = cell(Figure::AtLeast(1234.0), Language::Da);
        assert_eq!(cell.text, "mindst 1.234");
    }
}
