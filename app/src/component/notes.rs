//! Notes on single numbers, under the figure that they stand in.

use crate::prelude::*;

/// The notes, each led by the mark that stands beside its numbers.
#[component]
pub(crate) fn Notes(
    /// The lines.
    #[prop(into)]
    lines: Signal<Vec<String>>,
) -> impl IntoView {
    let lines = move || {
        let line = |line: String| view! { <li>{line}</li> };
        lines.get().into_iter().map(line).collect_view()
    };
    view! { <ul class="notes">{lines}</ul> }
}
