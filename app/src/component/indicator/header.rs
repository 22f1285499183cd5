//! The path, the title, the sentence that gives the reading, and what can be done with the figure.

use crate::prelude::*;
use danish::ui::Indicator;
use protocol::catalog::IndicatorChoice;
use protocol::state::ViewName;

use super::save::SaveMenu;
use super::sight::use_sight;
use crate::component::button::{Button, ButtonKind};
use crate::component::chooser::{Chooser, Entry};
use crate::words::say;

/// The top of the page.
#[component]
pub(super) fn Header() -> impl IntoView {
    let sight = use_sight();
    let topic = sight.part(|view| view.topic.clone());
    let title = sight.part(|view| view.indicator.label.clone());
    let sentence = sight.part(|view| view.sentence.clone());
    let chosen = sight.part(|view| view.indicator.id.clone());
    let entries = Memo::new(move |_| {
        sight
            .catalog
            .with(|catalog| catalog.indicators.iter().map(entry).collect::<Vec<_>>())
    });
    let choose = move |id: String| sight.change(|state| state.indicator = Some(id));
    let declare = move |()| sight.change(|state| state.view = ViewName::Declaration);
    view! {
        <div class="indicator-header">
            <div class="indicator-title">
                <p class="indicator-path">{topic}</p>
                <div class="indicator-name">
                    <h1>{title}</h1>
                    <Chooser
                        label=say(Indicator::ChangeIndicator)
                        find=say(Indicator::FindIndicator)
                        entries=entries
                        chosen=chosen
                        on_choose=choose
                    />
                </div>
                <p class="indicator-sentence">{sentence}</p>
            </div>
            <div class="indicator-acts no-print">
                <Button kind=ButtonKind::Primary on_press=declare key="D">{say(Indicator::Declaration)}</Button>
                <SaveMenu />
            </div>
        </div>
    }
}

fn entry(indicator: &IndicatorChoice) -> Entry {
    let IndicatorChoice {
        id, label, topic, ..
    } = indicator.clone();
    Entry {
        id,
        label,
        group: topic,
    }
}
