//! Files that were opened before; only their names are kept.

use crate::prelude::*;
use danish::ui::{Shell, shell};
use protocol::catalog::{Origin, Trust};

use crate::component::file_input;
use crate::component::icon::{Icon, IconSign};
use crate::demo::Demos;
use crate::desk::use_desk;
use crate::dom;
use crate::recent::{self, Recent};
use crate::words::{language, say};

/// The list; nothing at all when nothing was opened before.
#[component]
pub(crate) fn RecentFiles() -> impl IntoView {
    let files = RwSignal::new(recent::list());
    let id = dom::unique("recent");
    view! {
        <section class="recent" aria-labelledby=id.clone() hidden=move || files.with(Vec::is_empty)>
            <div class="list-head">
                <h2 id=id.clone()>{say(Shell::RecentFiles)}</h2>
                <p class="quiet">{say(Shell::OnlyNamesKept)}</p>
            </div>
            <ul>{move || files.get().into_iter().map(|file| view! { <RecentLine file=file files=files /> }).collect_view()}</ul>
        </section>
    }
}

#[component]
fn RecentLine(file: Recent, files: RwSignal<Vec<Recent>>) -> impl IntoView {
    let language = language();
    let Recent {
        title,
        file: name,
        trust,
        origin,
        opened,
    } = file;
    let when = move || shell::opened(&opened, &recent::today(), language.get());
    let forgotten = name.clone();
    let forget = move |_| {
        recent::remove(&forgotten);
        files.set(recent::list());
    };
    let label = name.clone();
    let open = open_again(name.clone());
    view! {
        <li class="recent-file">
            <button type="button" class="recent-name" on:click=move |_| open()>
                <span class="recent-title">{title}</span>
                <span class="recent-path">{name}</span>
            </button>
            <span class="recent-mark">{mark(trust, origin)}</span>
            <span class="recent-when">{when}</span>
            <button
                type="button"
                class="button button-quiet button-icon"
                aria-label=move || format!("{} {label}", Shell::Forget.in_language(language.get()))
                on:click=forget
            >
                <IconSign icon=Icon::Cross />
            </button>
        </li>
    }
}

/// A demonstration lies beside the page and is opened at once; any other file is picked again.
fn open_again(name: String) -> impl Fn() {
    let (desk, Demos(demos)) = (use_desk(), expect_context());
    move || {
        let is_demo =
            demos.with_untracked(|demos| demos.iter().flatten().any(|demo| demo.file == name));
        if is_demo {
            desk.open_demo(name.clone());
        } else {
            file_input::pick();
        }
    }
}

fn mark(trust: Trust, origin: Origin) -> AnyView {
    match (trust, origin) {
        (Trust::OwnData, _) => {
            view! { <span class="mark mark-dashed">{say(Shell::OwnData)}</span> }.into_any()
        }
        (_, Origin::Synthetic) => {
            view! { <span class="mark">{say(Shell::Synthetic)}</span> }.into_any()
        }
        (Trust::Unsigned, Origin::Real) => say(Shell::Unsigned).into_render().into_any(),
    }
}
