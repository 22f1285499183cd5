//! What was checked, and how it stands: shape, word, sentence.

use leptos::prelude::*;
use protocol::reading::{Check, Sign};

use crate::screen::word;
use crate::stages::Tick;
use crate::talk::use_talk;

/// The checks.
#[component]
pub(crate) fn Checks() -> impl IntoView {
    let checks = use_talk().part(|view| view.checks.clone());
    let checks = move || {
        let check = |check: Check| {
            let sign = match check.sign {
                Sign::Well => view! { <Tick /> }.into_any(),
                Sign::Caution => {
                    view! { <span class="reading-sign" aria-hidden="true">"!"</span> }.into_any()
                }
                Sign::Question => {
                    view! { <span class="reading-sign" aria-hidden="true">"?"</span> }.into_any()
                }
            };
            view! {
                <li class="reading-check">
                    {sign}
                    <p><span class="spoken">{check.spoken}": "</span>{check.headline}</p>
                    <p class="quiet">{check.text}</p>
                </li>
            }
        };
        checks.get().into_iter().map(check).collect_view()
    };
    view! {
        <section class="reading-section" aria-labelledby="reading-checks-title">
            <div class="reading-section-head"><h2 id="reading-checks-title">{word(|words| &words.checks)}</h2></div>
            <ul>{checks}</ul>
        </section>
    }
}
