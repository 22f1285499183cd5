//! A message in place: what happened, where, and what to do.

use crate::prelude::*;
use danish::ui::{Shell, shell};
use protocol::message::{Notice, Refusal, Weight};

use crate::component::button::{Button, ButtonKind};
use crate::words::{say, say_with};

/// What kind of message it is; the edge and the tint follow, the words carry it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Good to know.
    #[default]
    Remark,
    /// The numbers are other than one might think.
    Caution,
    /// Something was not done.
    Refusal,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Remark => "banner banner-remark",
            Self::Caution => "banner banner-caution",
            Self::Refusal => "banner banner-refusal",
        }
    }

    const fn role(self) -> &'static str {
        match self {
            Self::Refusal => "alert",
            Self::Remark | Self::Caution => "note",
        }
    }
}

impl From<Weight> for Tone {
    fn from(weight: Weight) -> Self {
        match weight {
            Weight::Remark => Self::Remark,
            Weight::Caution => Self::Caution,
        }
    }
}

/// A message with a bold first sentence; its children are its buttons.
#[component]
pub(crate) fn Banner(
    /// What kind of message it is.
    #[prop(optional)]
    tone: Tone,
    /// The bold first sentence.
    #[prop(into)]
    headline: Signal<String>,
    /// The rest; may be empty.
    #[prop(optional, into)]
    text: Signal<String>,
    /// What to do, quieter; may be empty.
    #[prop(optional, into)]
    remedy: Signal<String>,
    /// Buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=tone.class() role=tone.role()>
            <p class="banner-text"><strong>{headline}</strong>" "{text}</p>
            <p class="banner-remedy">{remedy}</p>
            {children.map(|children| view! { <div class="banner-acts">{children()}</div> })}
        </div>
    }
}

/// A remark from the session.
#[component]
pub(crate) fn NoticeBanner(
    /// The remark.
    notice: Notice,
) -> impl IntoView {
    view! { <Banner tone=notice.weight.into() headline=notice.headline text=notice.text /> }
}

/// A request that was not carried out: the code, what happened, where, what to do; with a way to put it aside.
#[component]
pub(crate) fn RefusalBanner(
    /// The refusal.
    refusal: Refusal,
    /// Puts it aside.
    #[prop(into)]
    on_close: Callback<()>,
    /// Further buttons, before the one that closes.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let Refusal {
        code,
        what,
        place,
        remedy,
    } = refusal;
    let headline = if code.is_empty() {
        what.clone()
    } else {
        format!("{code} · {what}")
    };
    let place = say_with(move |language| shell::place(&place, language));
    view! {
        <Banner tone=Tone::Refusal headline=headline text=place remedy=remedy>
            {children.map(|children| children())}
            <Button kind=ButtonKind::Quiet on_press=on_close>{say(Shell::Close)}</Button>
        </Banner>
    }
}
