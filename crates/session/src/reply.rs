//! Answering what changes nothing: a question to what is open, as often as it is put.

use protocol::message::{Refusal, Reply};
use protocol::state::{Language, ViewName};
use protocol::view::View;
use protocol::{Request, Slice, ViewState};

use crate::further::Further;
use crate::open::Open;
use crate::{catalog, complete, declaration, overview, words};

/// A request that changes nothing.
#[derive(Debug)]
pub(crate) enum Question {
    /// What is open?
    Describe(Language),
    /// The view of a state.
    Show(Box<ViewState>),
    /// The answer to a slice.
    Ask(Slice, Language),
    /// The same as columns; the members of these are known.
    Columns(Slice, Language, Vec<String>),
    /// The table of a view as a file.
    Export(Box<ViewState>),
}

impl Question {
    /// The reply, or why there is none.
    pub(crate) fn reply(
        &self,
        open: Option<&Open>,
        further: Option<&Further>,
    ) -> Result<Reply, Refusal> {
        let language = words::language(self.language());
        let open = open.ok_or_else(|| words::nothing_open(language))?;
        let further = || further.ok_or_else(|| words::piece_missing(language));
        match self {
            Self::Describe(_) => Ok(Reply::Opened(Box::new(catalog::catalog(open, language)))),
            Self::Show(state) => show(open, state, further),
            Self::Ask(slice, _) => {
                (further()?.ask)(&open.dataset, slice, language).map(Reply::Answer)
            }
            Self::Columns(slice, _, known) => {
                let columns = (further()?.columns)(&open.dataset, slice, known, language);
                columns.map(Reply::Columns)
            }
            Self::Export(state) => (further()?.export)(open, &complete::complete(open, state)),
        }
    }

    /// Whether only further answers answer it.
    pub(crate) fn is_further(request: &Request, open: &Open) -> bool {
        match request {
            Request::Show(state) => match state.view {
                ViewName::Pivot | ViewName::Indicator => true,
                ViewName::Declaration => false,
                _ => open.dataset.indicators().is_empty(),
            },
            Request::Ask { .. } | Request::Columns { .. } | Request::Export(_) => true,
            _ => false,
        }
    }

    /// That it takes more than can be done.
    pub(crate) fn too_large(&self) -> Refusal {
        words::refusal(&health::Refusal::TooLarge, words::language(self.language()))
    }

    fn language(&self) -> Language {
        match self {
            Self::Describe(language) | Self::Ask(_, language) | Self::Columns(_, language, _) => {
                *language
            }
            Self::Show(state) | Self::Export(state) => state.language,
        }
    }
}

fn show<'a>(
    open: &Open,
    state: &ViewState,
    further: impl Fn() -> Result<&'a Further, Refusal>,
) -> Result<Reply, Refusal> {
    let mut state = complete::complete(open, state);
    let view = match state.view {
        ViewName::Pivot => View::Pivot((further()?.pivot)(open, &state)?),
        ViewName::Declaration => {
            let text = words::text(&open.facts.declaration, words::language(state.language));
            View::Declaration(declaration::view(&text))
        }
        ViewName::Indicator => match (further()?.indicator)(open, &state) {
            Some(view) => View::Indicator(view),
            None => pivot_instead(open, &mut state, further()?)?,
        },
        _ if open.dataset.indicators().is_empty() => pivot_instead(open, &mut state, further()?)?,
        _ => {
            let view = overview::view(open, &state);
            state.view = ViewName::Overview;
            state.place = Some(view.place.id.clone());
            View::Overview(view)
        }
    };
    Ok(Reply::View {
        state: Box::new(state),
        view: Box::new(view),
    })
}

/// A file without indicators has nothing but the pivot to show.
fn pivot_instead(open: &Open, state: &mut ViewState, further: &Further) -> Result<View, Refusal> {
    state.view = ViewName::Pivot;
    Ok(View::Pivot((further.pivot)(open, state)?))
}
