//! What the page has to say above the view: a refusal, a restart, remarks on the file.

use crate::prelude::*;
use danish::ui::Shell;

use crate::component::banner::{Banner, RefusalBanner, Tone};
use crate::component::button::{Button, ButtonKind};
use crate::component::drop_zone::WorkInHand;
use crate::component::file_input;
use crate::component::remarks::Remarks;
use crate::desk::{Desk, Refused, use_desk};
use crate::dom;
use crate::scene::Scene;
use crate::words::{language, say};

/// The messages, the gravest first.
#[component]
pub(crate) fn Messages() -> impl IntoView {
    let desk = use_desk();
    let scene = Memo::new(move |_| Scene::of(desk));
    let at_start = move || scene.get() == Scene::Start;
    // The start page shows the work in its drop zone.
    let is_working = Memo::new(move |_| !at_start() && desk.work.with(Option::is_some));
    view! {
        <div class="messages no-print">
            {move || is_working.get().then(|| view! { <div class="messages-work"><WorkInHand /></div> })}
            {move || refusal(desk)}
            {move || desk.restarted.get().then(|| view! { <Restarted /> })}
            {move || (!at_start() && scene.get() != Scene::Reading).then(|| view! { <Remarks /> })}
        </div>
    }
}

fn refusal(desk: Desk) -> Option<impl IntoView> {
    let refusal = desk.refusal.get()?;
    let words = [
        refusal.code.as_str(),
        &refusal.what,
        &refusal.place,
        &refusal.remedy,
    ]
    .join("\n");
    let is_copied = RwSignal::new(false);
    let copy = move |()| {
        let words = words.clone();
        leptos::task::spawn_local(async move { is_copied.set(dom::copy(&words).await.is_ok()) });
    };
    let language = language();
    let copy_words = move || {
        if is_copied.get() {
            Shell::Copied
        } else {
            Shell::CopyError
        }
        .in_language(language.get())
    };
    let of_file = desk.refused.get() == Refused::File;
    Some(view! {
        <RefusalBanner refusal=refusal on_close=move |()| desk.refusal.set(None)>
            {of_file.then(|| view! { <PickAnother /> })}
            <Button on_press=copy>{copy_words}</Button>
        </RefusalBanner>
    })
}

#[component]
fn PickAnother() -> impl IntoView {
    view! { <Button kind=ButtonKind::Primary on_press=|()| file_input::pick()>{say(Shell::PickAnotherFile)}</Button> }
}

#[component]
fn Restarted() -> impl IntoView {
    let desk = use_desk();
    view! {
        <Banner tone=Tone::Remark headline=say(Shell::Restarted) text=say(Shell::RestartedText)>
            <Button on_press=move |()| desk.restarted.set(false)>{say(Shell::Close)}</Button>
        </Banner>
    }
}
