//! What is promised, with a counter that shows it is kept.

use crate::prelude::*;
use danish::ui::{Shell, shell};

use crate::dom;
use crate::requests::{self, Requests};
use crate::words::{language, say};

/// The promise and the counter.
#[component]
pub(crate) fn Promise() -> impl IntoView {
    let id = dom::unique("promise");
    let labelled_by = id.clone();
    let language = language();
    let Requests {
        hour,
        minute,
        counted,
    } = requests::use_requests();
    let number =
        move |of: fn(&requests::Count) -> u64| danish::count(counted.with(of), language.get());
    let build = requests::build_name();
    view! {
        <section class="promise" aria-labelledby=labelled_by>
            <h2 class="promise-title" id=id>{say(Shell::NothingLeaves)}</h2>
            <p>{say(Shell::NothingLeavesText)}</p>
            <dl class="promise-counts">
                <div><dt>{move || shell::requests_since(hour, minute, language.get())}</dt><dd>{move || number(|count| count.all)}</dd></div>
                <div><dt>{say(Shell::OtherRequests)}</dt><dd>{move || number(|count| count.elsewhere)}</dd></div>
                <div><dt>{say(Shell::StoredRows)}</dt><dd>"0"</dd></div>
                <div><dt>{say(Shell::Build)}</dt><dd>{build}</dd></div>
            </dl>
        </section>
    }
}
