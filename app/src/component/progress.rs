//! How far a long request is: shown from half a second on, always with a way to stop it.

use std::time::Duration;

use crate::prelude::*;
use danish::ui::Shell;
use danish::{Language, count, percent};
use protocol::message::Progress;

use crate::component::button::Button;
use crate::words::{language, say};

/// Shorter waits are not worth a flicker.
const PATIENCE: Duration = Duration::from_millis(500);

/// A bar with its step, its counts and a button that cancels.
#[component]
pub(crate) fn ProgressBar(
    /// What is being worked on.
    #[prop(into)]
    title: Signal<String>,
    /// How far it is.
    #[prop(into)]
    progress: Signal<Progress>,
    /// Stops it.
    #[prop(into)]
    on_cancel: Callback<()>,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    let timer = set_timeout_with_handle(move || shown.set(true), PATIENCE).ok();
    on_cleanup(move || {
        if let Some(timer) = timer {
            timer.clear();
        }
    });
    let language = language();
    let share = move || progress.with(share_done);
    view! {
        <div class="progress" hidden=move || !shown.get()>
            <h2 class="progress-title">{title}</h2>
            <progress class="progress-bar" max="1" value=share aria-label=title></progress>
            <p class="progress-words">
                <span>{move || progress.with(|progress| words(progress, language.get()))}</span>
                <span>{move || share().map(|share| percent(share * 100.0, 0, language.get()))}</span>
            </p>
            <Button on_press=on_cancel key="Esc">{say(Shell::Cancel)}</Button>
        </div>
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a bar is a few hundred pixels wide"
)]
fn share_done(progress: &Progress) -> Option<f64> {
    (progress.total > 0).then(|| (progress.done as f64 / progress.total as f64).min(1.0))
}

fn words(progress: &Progress, language: Language) -> String {
    if progress.total == 0 {
        return progress.step.clone();
    }
    let of = language.pick("af", "of");
    format!(
        "{} · {} {of} {}",
        progress.step,
        count(progress.done, language),
        count(progress.total, language)
    )
}
