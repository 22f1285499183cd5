//! The views that the first one does not need: each is a piece of the page's wasm, which the build takes out of it and the
//! browser fetches before the view is first shown.

use crate::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use protocol::state::ViewName;
use protocol::view::{IndicatorView, PivotView};

use crate::component::indicator::IndicatorPage;
use crate::component::pivot::PivotPage;

/// Draws a view of its model.
pub(crate) type Page<T> = fn(Memo<T>) -> AnyView;

/// The pages that have come.
#[derive(Clone, Copy, Default)]
pub(crate) struct Late {
    /// Indikator.
    pub(crate) indicator: Option<Page<IndicatorView>>,
    /// Snit.
    pub(crate) pivot: Option<Page<PivotView>>,
}

/// A piece of the page could not be fetched.
pub(crate) struct Lost;

impl From<SplitLoaderError> for Lost {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

impl Late {
    /// Whether what a view needs has come.
    pub(crate) const fn has(&self, view: ViewName) -> bool {
        match view {
            ViewName::Indicator => self.indicator.is_some(),
            ViewName::Pivot => self.pivot.is_some(),
            _ => true,
        }
    }

    /// Whether all have come.
    pub(crate) const fn is_whole(&self) -> bool {
        self.has(ViewName::Indicator) && self.has(ViewName::Pivot)
    }

    /// Fetches what a view needs, where it is not here yet.
    ///
    /// # Errors
    /// When the browser cannot have it: there is no network, or the site has been replaced since the page was opened.
    pub(crate) async fn fetch(view: ViewName, into: StoredValue<Self>) -> Result<(), Lost> {
        match view {
            ViewName::Indicator => {
                let page = indicator().await?;
                into.update_value(|late| late.indicator = Some(page));
            }
            ViewName::Pivot => {
                let page = pivot().await?;
                into.update_value(|late| late.pivot = Some(page));
            }
            _ => {}
        }
        Ok(())
    }
}

#[wasm_split(indicator, wasm_split_path = leptos::wasm_split, fallible)]
fn indicator() -> Result<Page<IndicatorView>, Lost> {
    Ok(|view| view! { <IndicatorPage view=view /> })
}

#[wasm_split(pivot, wasm_split_path = leptos::wasm_split, fallible)]
fn pivot() -> Result<Page<PivotView>, Lost> {
    Ok(|view| view! { <PivotPage view=view /> })
}
