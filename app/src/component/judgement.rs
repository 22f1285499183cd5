//! A judgement: shape, word and colour, in that order.

use crate::prelude::*;
use danish::ui::Overview;
use protocol::view::Judgement;

use crate::component::drawing::{DrawingFigure, Voice};
use crate::words::say;

/// Side of the sign in px.
const SIGN_SIZE: f64 = 14.0;

/// The word of a judgement.
pub(crate) const fn word(judgement: Judgement) -> Overview {
    match judgement {
        Judgement::Better => Overview::Better,
        Judgement::Same => Overview::Same,
        Judgement::Worse => Overview::Worse,
        Judgement::NotAssessed => Overview::NotAssessed,
    }
}

/// The sign alone.
#[component]
pub(crate) fn JudgementSign(
    /// Which.
    judgement: Judgement,
) -> impl IntoView {
    view! { <DrawingFigure drawing=chart::judgement::sign(judgement, SIGN_SIZE) voice=Voice::Silent /> }
}

/// The sign with its word.
#[component]
pub(crate) fn JudgementWord(
    /// Which.
    judgement: Judgement,
) -> impl IntoView {
    view! {
        <span class="judgement">
            <JudgementSign judgement=judgement />
            <span>{say(word(judgement))}</span>
        </span>
    }
}
