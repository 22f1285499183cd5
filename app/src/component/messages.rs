//! What the page has to say above the view: a refusal, a restart, remarks on the file.

use danish::ui::Shell;
use leptos::prelude::*;
use protocol::catalog::Trust;
use protocol::state::ViewName;

use crate::component::banner::{Banner, NoticeBanner, RefusalBanner, Tone};
use crate::component::button::{Button, ButtonKind};
use crate::component::drop_zone::WorkInHand;
use crate::component::file_input;
use crate::desk::{Desk, use_desk};
use crate::scene::Scene;
use crate::words::say;

/// The messages, the gravest first.
#[component]
pub(crate) fn Messages() -> impl IntoView {
    let desk = use_desk();
    let at_start = Memo::new(move |_| Scene::of(desk) == Scene::Start);
    // The start page shows the work in its drop zone.
    let is_working = Memo::new(move |_| !at_start.get() && desk.work.with(Option::is_some));
    view! {
        <div class="messages no-print">
            {move || is_working.get().then(|| view! { <div class="messages-work"><WorkInHand /></div> })}
            {move || refusal(desk)}
            {move || desk.restarted.get().then(|| view! { <Restarted /> })}
            {move || (!at_start.get()).then(|| view! { <Remarks /> })}
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
    let copy = move |()| {
        let words = words.clone();
        leptos::task::spawn_local(async move {
            let _ = crate::dom::copy(&words).await;
        });
    };
    Some(view! {
        <RefusalBanner refusal=refusal on_close=move |()| desk.refusal.set(None)>
            <Button kind=ButtonKind::Primary on_press=|()| file_input::pick()>{say(Shell::PickAnotherFile)}</Button>
            <Button on_press=copy>{say(Shell::CopyError)}</Button>
        </RefusalBanner>
    })
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

/// What was odd about the file, and that it is the reader's own; shown until it is put aside, once for each file.
#[component]
fn Remarks() -> impl IntoView {
    let desk = use_desk();
    let put_aside = RwSignal::new(None::<String>);
    let card = Memo::new(move |_| {
        desk.catalog
            .with(|catalog| catalog.as_ref().map(|catalog| catalog.card.clone()))
    });
    let notices = Memo::new(move |_| {
        desk.catalog.with(|catalog| {
            catalog
                .as_ref()
                .map(|catalog| catalog.notices.clone())
                .unwrap_or_default()
        })
    });
    let on_declaration = desk.state.part(|state| state.view == ViewName::Declaration);
    move || {
        let card = card.get()?;
        let is_own = card.trust == Trust::OwnData;
        let is_done =
            put_aside.with(|done| done.as_ref() == Some(&card.id)) && !on_declaration.get();
        if is_done || (!is_own && notices.with(Vec::is_empty)) {
            return None;
        }
        let id = card.id.clone();
        Some(view! {
            {notices.get().into_iter().map(|notice| view! { <NoticeBanner notice=notice /> }).collect_view()}
            {is_own.then(|| view! { <Banner tone=Tone::Caution headline=say(Shell::OwnDataHeadline) text=say(Shell::OwnDataText) /> })}
            <Button on_press=move |()| put_aside.set(Some(id.clone()))>{say(Shell::Understood)}</Button>
        })
    }
}
