//! Cells as they are shown: the one place where numbers are rounded.

use danish::Language;
use danish::answer::cell as word;
use danish::number::{number, range, signed};
use health::{Cell, Figure};
use protocol::view::{CellKind, CellView};

/// A cell with so many decimals.
pub(crate) fn cell(cell: &Cell, decimals: u8, language: Language) -> CellView {
    let shown = figure(cell.figure, decimals, language);
    match (cell.interval, shown.kind) {
        (Some((low, high)), CellKind::Value | CellKind::Zero) => CellView {
            low: Some(low),
            high: Some(high),
            preliminary: cell.preliminary,
            spoken: spoken(&shown.text, (low, high), (decimals, language)),
            ..shown
        },
        _ => CellView {
            preliminary: cell.preliminary && shown.value.is_some(),
            ..shown
        },
    }
}

fn spoken(text: &str, limits: (f64, f64), style: (u8, Language)) -> String {
    let (decimals, language) = style;
    let limit = |value| number(value, decimals, language);
    word::interval_spoken(text, (&limit(limits.0), &limit(limits.1)), language)
}

/// A figure with so many decimals.
pub(crate) fn figure(figure: Figure, decimals: u8, language: Language) -> CellView {
    let plain = |kind, text: String| CellView {
        kind,
        text,
        ..CellView::default()
    };
    let count = |count: u64| danish::number::count(count, language);
    match figure {
        Figure::Value(value) => CellView {
            value: Some(value),
            ..plain(CellKind::Value, number(value, decimals, language))
        },
        Figure::Zero => CellView {
            value: Some(0.0),
            spoken: word::zero(language).to_owned(),
            ..plain(CellKind::Zero, "0".to_owned())
        },
        Figure::Hidden => plain(CellKind::Hidden, word::hidden(language).to_owned()),
        Figure::Missing => plain(CellKind::Missing, word::missing(language).to_owned()),
        Figure::NotApplicable => not_applicable(language),
        Figure::Bounds(low, high) => CellView {
            low: Some(low),
            high: Some(high),
            spoken: word::bounds_spoken(
                &number(low, decimals, language),
                &number(high, decimals, language),
                language,
            ),
            ..plain(CellKind::Bounds, range(low, high, decimals, language))
        },
        Figure::AtLeast(low) => {
            let text = word::at_least(&number(low, decimals, language), language);
            CellView {
                low: Some(low),
                ..plain(CellKind::AtLeast, text)
            }
        }
        Figure::Incomplete { sum, covered, of } => {
            let sum_text = sum.map(|sum| number(sum, decimals, language));
            let parts = (count(covered), count(of), share(covered, of));
            let (text, spoken) = word::incomplete(sum_text.as_deref(), &parts, language);
            CellView {
                value: sum,
                spoken,
                ..plain(CellKind::Incomplete, text)
            }
        }
        Figure::Refused => plain(CellKind::Refused, word::refused(language).to_owned()),
    }
}

/// How many percent have reported: less than a hundred as long as one has not.
fn share(covered: u64, of: u64) -> u64 {
    u64::try_from(u128::from(covered) * 100 / u128::from(of.max(1))).unwrap_or(0)
}

/// A cell of a level that no number is made at.
pub(crate) fn not_made(language: Language) -> CellView {
    CellView {
        spoken: word::not_made(language).to_owned(),
        ..not_applicable(language)
    }
}

/// A cell that cannot exist.
pub(crate) fn not_applicable(language: Language) -> CellView {
    CellView {
        kind: CellKind::NotApplicable,
        text: word::NOT_APPLICABLE.to_owned(),
        spoken: word::not_applicable(language).to_owned(),
        ..CellView::default()
    }
}

/// The change from one figure to another, with its sign.
pub(crate) fn change(from: Figure, to: Figure, style: (u8, Language)) -> CellView {
    let (decimals, language) = style;
    match (from.value(), to.value()) {
        (Some(from), Some(to)) => CellView {
            kind: CellKind::Value,
            text: signed(to - from, decimals, language),
            value: Some(to - from),
            ..CellView::default()
        },
        _ if from == Figure::Hidden || to == Figure::Hidden => figure(Figure::Hidden, 0, language),
        _ if to == Figure::NotApplicable => not_applicable(language),
        _ => figure(Figure::Missing, 0, language),
    }
}

/// What stands in the plot of a cell that has nothing to draw.
pub(crate) fn remark(cell: &CellView, language: Language) -> String {
    match cell.kind {
        CellKind::Hidden => word::hidden_remark(language).to_owned(),
        CellKind::Missing => word::missing_remark(language).to_owned(),
        CellKind::NotApplicable | CellKind::Incomplete => cell.spoken.clone(),
        _ => String::new(),
    }
}
