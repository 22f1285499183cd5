//! Demonstrations that can be opened with one press.

use crate::prelude::*;
use danish::ui::{Shell, shell};

use crate::demo::Demo;
use crate::desk::use_desk;
use crate::dom;
use crate::words::{language, say};

/// The list; nothing at all when the page came without demonstrations.
#[component]
pub(crate) fn DemoSection(
    /// The demonstrations, once they are known.
    demos: RwSignal<Option<Vec<Demo>>>,
) -> impl IntoView {
    let listed = Memo::new(move |_| demos.get().unwrap_or_default());
    move || (!listed.with(Vec::is_empty)).then(|| view! { <DemoList demos=listed.get() /> })
}

#[component]
fn DemoList(demos: Vec<Demo>) -> impl IntoView {
    let id = dom::unique("demos");
    let labelled_by = id.clone();
    view! {
        <section class="demos" aria-labelledby=labelled_by>
            <div class="list-head">
                <h2 id=id>{say(Shell::TryDemo)}</h2>
                <span class="mark">{say(Shell::Synthetic)}</span>
            </div>
            <ul>{demos.into_iter().map(|demo| view! { <DemoLine demo=demo /> }).collect_view()}</ul>
        </section>
    }
}

#[component]
fn DemoLine(demo: Demo) -> impl IntoView {
    let desk = use_desk();
    let language = language();
    let Demo { file, size_bytes } = demo;
    let known = {
        let file = file.clone();
        move || shell::demo(&file, language.get())
    };
    let (title_of, content_of, name) = (known.clone(), known, file.clone());
    view! {
        <li class="demo">
            <button type="button" class="link demo-title" on:click=move |_| desk.open_demo(file.clone())>
                {move || title_of().map_or_else(|| name.clone(), |(title, _)| title.to_owned())}
            </button>
            <span class="demo-content">{move || content_of().map(|(_, content)| content)}</span>
            <span class="demo-size">{move || danish::bytes(size_bytes, language.get())}</span>
        </li>
    }
}
