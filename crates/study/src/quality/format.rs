//! Numbers and judgements in words.

use danish::Language;
use danish::axis::{Start, over};
use danish::number::{number, range, signed};
use danish::ui::Quality;
use protocol::view::{CellKind, Judgement, Tick};

use super::basis::Basis;
use super::number::{Nature, Number};
use crate::words::spoken;

/// How numbers of the indicator are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) decimals: u8,
    pub(crate) language: Language,
}

impl Style {
    /// The style of the indicator in the language of the state.
    pub(crate) fn of(basis: &Basis) -> Self {
        Self {
            decimals: basis.indicator.decimals,
            language: spoken(basis.state.language),
        }
    }

    /// With one decimal more, as limits and centre lines are written.
    pub(crate) const fn finer(self) -> Self {
        Self {
            decimals: self.decimals + 1,
            ..self
        }
    }

    pub(crate) fn number(self, value: f64) -> String {
        number(value, self.decimals, self.language)
    }

    pub(crate) fn signed(self, value: f64) -> String {
        signed(value, self.decimals, self.language)
    }

    pub(crate) fn range(self, (low, high): (f64, f64)) -> String {
        range(low, high, self.decimals, self.language)
    }

    /// A count, or the sign of what is not there.
    pub(crate) fn count(self, count: Option<f64>) -> String {
        count.map_or_else(
            || "·".to_owned(),
            |count| {
                let decimals = u8::from((count - count.round()).abs() > 1e-6);
                number(count, decimals, self.language)
            },
        )
    }

    /// A place's size: people that are computed of a rate are no more exact than whole ones.
    pub(crate) fn size(self, nature: Nature, of: &Number) -> String {
        match nature {
            Nature::Standardised => self.count(of.size.map(f64::round)),
            _ => self.count(of.size),
        }
    }

    /// The value, or the word for why there is none.
    pub(crate) fn value(self, of: &Number) -> String {
        match of.value {
            Some(value) if of.is_preliminary => format!("{}*", self.number(value)),
            Some(value) => self.number(value),
            None => absence(of.kind).in_language(self.language).to_owned(),
        }
    }

    /// An axis with its ticks in words.
    pub(crate) fn axis(self, numbers: impl Iterator<Item = f64>, start: Start) -> chart::Axis {
        let axis = over(numbers, start, self.language);
        let ticks = axis.ticks.into_iter();
        chart::Axis {
            domain: axis.domain,
            ticks: ticks.map(|(value, text)| Tick { value, text }).collect(),
            title: String::new(),
        }
    }
}

/// The word for a number that is not there.
const fn absence(kind: CellKind) -> Quality {
    match kind {
        CellKind::Hidden | CellKind::AtLeast => Quality::Hidden,
        CellKind::NotApplicable => Quality::NotApplicable,
        CellKind::Bounds | CellKind::Refused | CellKind::Incomplete => Quality::NotOneNumber,
        CellKind::Value | CellKind::Zero | CellKind::Missing => Quality::Missing,
    }
}

/// The word of a judgement.
pub(crate) const fn judgement(judgement: Judgement) -> Quality {
    match judgement {
        Judgement::Better => Quality::Better,
        Judgement::Same => Quality::Same,
        Judgement::Worse => Quality::Worse,
        Judgement::NotAssessed => Quality::NotAssessed,
    }
}
