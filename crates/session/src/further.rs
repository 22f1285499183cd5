//! Answers that the first view does not ask for, as functions that may come later than the rest: in the browser they are a piece
//! of the worker that is fetched when it is first needed.

use danish::Language;
use health::Dataset;
use protocol::message::{Answer, Refusal, Reply};
use protocol::view::{IndicatorView, PivotView};
use protocol::{Slice, ViewState};

use crate::open::Open;
use crate::{ask, columns, export, indicator, pivot};

type Columns = Vec<protocol::Columns>;

/// The answers. A session has them from the beginning, or learns them.
#[derive(Clone, Copy, Debug)]
pub struct Further {
    pub(crate) pivot: fn(&Open, &ViewState) -> Result<PivotView, Refusal>,
    pub(crate) indicator: fn(&Open, &ViewState) -> Option<IndicatorView>,
    pub(crate) ask: fn(&Dataset, &Slice, Language) -> Result<Answer, Refusal>,
    pub(crate) columns: fn(&Dataset, &Slice, &[String], Language) -> Result<Columns, Refusal>,
    pub(crate) export: fn(&Open, &ViewState) -> Result<Reply, Refusal>,
}

impl Further {
    /// All of them.
    #[must_use]
    pub fn all() -> Self {
        Self {
            pivot: pivot::view,
            indicator: indicator::view,
            ask: ask::answer,
            columns: columns::answer,
            export: export::export,
        }
    }
}
