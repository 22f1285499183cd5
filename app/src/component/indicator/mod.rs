//! Indikator: one indicator as ranking, trend, breakdown and table, linked by the chosen place.

mod breakdown;
mod figure_table;
mod filters;
mod header;
mod kept_members;
mod place_row;
mod place_table;
mod ranking;
mod ranking_row;
mod save;
mod short;
mod sight;
mod spoken;
mod trend;

use crate::prelude::*;
use protocol::view::IndicatorView;

use crate::component::banner::NoticeBanner;
use sight::Sight;

/// The whole view.
#[component]
pub(crate) fn IndicatorPage(
    /// The last answer.
    view: Memo<IndicatorView>,
) -> impl IntoView {
    let sight = Sight::new(view);
    provide_context(sight);
    sight.listen_for_escape();
    let notices = Memo::new(move |_| view.with(|view| view.notices.clone()));
    let banners = move || {
        notices
            .get()
            .into_iter()
            .map(|notice| view! { <NoticeBanner notice=notice /> })
            .collect_view()
    };
    view! {
        <div class="indicator">
            <header::Header />
            <filters::Filters />
            <div class="indicator-notices">{banners}</div>
            <div class="indicator-figures">
                <ranking::RankingSection />
                <trend::TrendSection />
                <breakdown::BreakdownSection />
                <place_table::TableSection />
            </div>
        </div>
    }
}
