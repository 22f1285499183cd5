//! A file can be dropped anywhere on the page; the drop zone on the start page says so and offers the picker.

use crate::prelude::*;
use danish::ui::Shell;
use leptos::ev;
use web_sys::DragEvent;

use crate::component::button::ButtonKind;
use crate::component::file_input;
use crate::component::progress::ProgressBar;
use crate::desk::{Desk, use_desk};
use crate::words::say;

/// Opens what is dropped on the page; the signal says whether files are being held over it.
pub(crate) fn listen_for_drops(desk: Desk) -> RwSignal<bool> {
    let is_over = RwSignal::new(false);
    let over = window_event_listener(ev::dragover, move |event: DragEvent| {
        if holds_files(&event) {
            event.prevent_default();
            is_over.set(true);
            desk.warm();
        }
    });
    let leave = window_event_listener(ev::dragleave, move |event: DragEvent| {
        if event.related_target().is_none() {
            is_over.set(false);
        }
    });
    let dropped = window_event_listener(ev::drop, move |event: DragEvent| {
        event.prevent_default();
        is_over.set(false);
        let file = event
            .data_transfer()
            .and_then(|held| held.files())
            .and_then(|files| file_input::incoming(&files));
        if let Some(file) = file {
            desk.open(file);
        }
    });
    on_cleanup(move || {
        over.remove();
        leave.remove();
        dropped.remove();
    });
    is_over
}

fn holds_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|held| held.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}

/// Lies over the page while files are held over it.
#[component]
pub(crate) fn DropVeil(
    /// Whether it is there.
    shown: RwSignal<bool>,
) -> impl IntoView {
    view! { <div class="drop-veil no-print" hidden=move || !shown.get()><p>{say(Shell::DropNow)}</p></div> }
}

/// Where the start page says what can be dropped, and how far the reading of it is.
#[component]
pub(crate) fn DropZone() -> impl IntoView {
    let desk = use_desk();
    let is_working = Memo::new(move |_| desk.work.with(Option::is_some));
    view! {
        <section class="drop-zone" aria-label=say(Shell::OpenFileShort)>
            <FileDrawing />
            <div class="drop-zone-words">
                {move || {
                    if is_working.get() {
                        view! { <WorkInHand /> }.into_any()
                    } else {
                        view! { <DropInvitation /> }.into_any()
                    }
                }}
            </div>
        </section>
    }
}

#[component]
fn DropInvitation() -> impl IntoView {
    view! {
        <h2 class="drop-zone-title">
            <span class="drop-zone-long">{say(Shell::Drop)}</span>
            <span class="drop-zone-short">{say(Shell::OpenFileShort)}</span>
        </h2>
        <button type="button" class=format!("{} button-large", ButtonKind::Primary.class()) on:click=|_| file_input::pick()>
            {say(Shell::PickFile)}
        </button>
        <p class="quiet">{say(Shell::FileTypes)}</p>
    }
}

/// The work in hand, with its bar.
#[component]
pub(crate) fn WorkInHand() -> impl IntoView {
    let desk = use_desk();
    let title = Signal::derive(move || {
        desk.work.with(|work| {
            work.as_ref()
                .map(|work| work.title.clone())
                .unwrap_or_default()
        })
    });
    let progress = Signal::derive(move || {
        desk.work.with(|work| {
            work.as_ref()
                .map(|work| work.progress.clone())
                .unwrap_or_default()
        })
    });
    view! { <ProgressBar title=title progress=progress on_cancel=move |()| desk.cancel() /> }
}

#[component]
fn FileDrawing() -> impl IntoView {
    view! {
        <svg class="file-drawing" viewBox="0 0 34 48" width="34" height="48" aria-hidden="true" focusable="false">
            <path class="file-drawing-sheet" d="M1 1H23L33 11V47H1ZM23 1V11H33" />
            <path class="file-drawing-lines" d="M7 20H15M7 26H15M7 32H15M7 38H13" />
            <path class="file-drawing-marks" d="M19 20H25M19 26H23M19 32H27M19 38H22" />
        </svg>
    }
}
