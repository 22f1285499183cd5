//! A section: an ink rule, a heading, what belongs beside it, and the content.

use crate::prelude::*;

use crate::dom;

/// A section of a page.
#[component]
pub(crate) fn Section(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// A quiet line beside the heading; may be empty.
    #[prop(optional, into)]
    subtitle: Signal<String>,
    /// Controls at the right of the heading.
    #[prop(optional)]
    tools: Option<ViewFn>,
    /// The content.
    children: Children,
) -> impl IntoView {
    let id = dom::unique("section");
    let labelled_by = id.clone();
    view! {
        <section class="section" aria-labelledby=labelled_by>
            <div class="section-head">
                <h2 id=id>{title}</h2>
                <p class="section-subtitle">{subtitle}</p>
                {tools.map(|tools| view! { <div class="section-tools">{tools.run()}</div> })}
            </div>
            {children()}
        </section>
    }
}
