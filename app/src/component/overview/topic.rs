//! A topic: a heading row that folds, and its indicators.

use crate::prelude::*;
use danish::ui::{Overview, overview};
use protocol::view::overview::Topic;

use super::Page;
use super::row::row;
use crate::component::icon::{Icon, IconSign};
use crate::words::{language, say_with};

/// A topic with its rows.
pub(super) fn topic(page: Page, topic: &Topic) -> impl IntoView + use<> {
    let title = topic.title.clone();
    let count = topic.rows.len();
    let is_folded = page.folded.with(|folded| folded.contains(&title));
    let rows = if is_folded {
        Vec::new()
    } else {
        topic.rows.iter().map(|shown| row(page, shown)).collect()
    };
    let language = language();
    let counted = say_with(move |language| overview::indicator_count(count, language));
    let named = title.clone();
    let name = move || {
        format!(
            "{} {named}",
            Overview::FoldTopic.in_language(language.get())
        )
    };
    let toggled = title.clone();
    let toggle = move |_| {
        page.folded.update(|folded| {
            if !folded.remove(&toggled) {
                folded.insert(toggled.clone());
            }
        });
    };
    view! {
        <tbody role="rowgroup" class="overview-topic">
            <tr role="row" class="overview-topic-head">
                <th role="rowheader" scope="rowgroup" colspan="9">
                    <button type="button" class="fold" aria-expanded=(!is_folded).to_string() aria-label=name on:click=toggle>
                        <IconSign icon=if is_folded { Icon::ChevronRight } else { Icon::ChevronDown } />
                    </button>
                    <strong>{title}</strong>
                    <span class="quiet">{counted}</span>
                </th>
            </tr>
            {rows}
        </tbody>
    }
}
