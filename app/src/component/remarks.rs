//! What was odd about the file, and that it is the reader's own: shown until it is put aside, and always on the declaration.

use crate::prelude::*;
use danish::ui::{Shell, shell};
use protocol::catalog::Trust;
use protocol::message::{Notice, Weight};
use protocol::state::ViewName;

use crate::component::banner::{Banner, NoticeBanner, Tone};
use crate::component::button::Button;
use crate::desk::use_desk;
use crate::words::{language, say};

/// More cautions than these push the numbers off the screen; they stand first in the list instead.
const CAUTIONS_SHOWN: usize = 2;

/// The remarks on the open file.
#[component]
pub(crate) fn Remarks() -> impl IntoView {
    let desk = use_desk();
    let put_aside = RwSignal::new(None::<String>);
    let told = Memo::new(move |_| {
        desk.catalog.with(|catalog| {
            let catalog = catalog.as_ref()?;
            Some((
                catalog.card.id.clone(),
                catalog.card.trust,
                catalog.notices.clone(),
            ))
        })
    });
    let on_declaration = desk.state.part(|state| state.view == ViewName::Declaration);
    move || {
        let (id, trust, notices) = told.get()?;
        let is_done = put_aside.with(|done| done.as_ref() == Some(&id)) && !on_declaration.get();
        if is_done || (trust != Trust::OwnData && notices.is_empty()) {
            return None;
        }
        let (cautions, rest) = divide(notices);
        Some(view! {
            {(trust == Trust::OwnData).then(|| view! { <OwnData /> })}
            {cautions.into_iter().map(|notice| view! { <NoticeBanner notice=notice /> }).collect_view()}
            <div class="remarks">
                <List notices=rest open=on_declaration.get() />
                <Button on_press=move |()| put_aside.set(Some(id.clone()))>{say(Shell::Understood)}</Button>
            </div>
        })
    }
}

#[component]
fn OwnData() -> impl IntoView {
    let desk = use_desk();
    view! {
        <Banner tone=Tone::Caution headline=say(Shell::OwnDataHeadline) text=say(Shell::OwnDataText)>
            {move || {
                let draw = move |()| desk.draw_reading();
                desk.is_drawable.get().then(|| view! { <Button on_press=draw>{say(Shell::SeeReading)}</Button> })
            }}
        </Banner>
    }
}

/// The first cautions, and everything else with the remaining cautions first.
fn divide(notices: Vec<Notice>) -> (Vec<Notice>, Vec<Notice>) {
    let is_caution = |notice: &Notice| notice.weight == Weight::Caution;
    let (mut cautions, remarks): (Vec<_>, Vec<_>) = notices.into_iter().partition(is_caution);
    let further = cautions.split_off(cautions.len().min(CAUTIONS_SHOWN));
    (cautions, further.into_iter().chain(remarks).collect())
}

#[component]
fn List(notices: Vec<Notice>, open: bool) -> impl IntoView {
    let language = language();
    let count = notices.len();
    let line =
        |notice: Notice| view! { <li><strong>{notice.headline}</strong>" "{notice.text}</li> };
    (count > 0).then(|| {
        view! {
            <details class="remarks-list" open=open>
                <summary>{move || shell::remark_count(count, language.get())}</summary>
                <ul>{notices.into_iter().map(line).collect_view()}</ul>
            </details>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_cautions_stand_out_and_the_others_lead_the_list() {
        let notice = |weight, headline: &str| Notice {
            weight,
            headline: headline.to_owned(),
            ..Notice::default()
        };
        let (shown, rest) = divide(vec![
            notice(Weight::Remark, "a"),
            notice(Weight::Caution, "b"),
            notice(Weight::Caution, "c"),
            notice(Weight::Caution, "d"),
        ]);
        let names = |notices: Vec<Notice>| -> String {
            notices.into_iter().map(|notice| notice.headline).collect()
        };
        assert_eq!(
            (names(shown), names(rest)),
            ("bc".to_owned(), "da".to_owned())
        );
    }
}
