//! Answering what changes nothing: a question to what is open, as often as it is put.

use protocol::message::{Refusal, Reply};
use protocol::state::{Language, ViewName};
use protocol::view::View;
use protocol::{Slice, ViewState};

use crate::open::Open;
use crate::{
    ask, catalog, columns, complete, declaration, export, indicator, overview, pivot, words,
};

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
    pub(crate) fn reply(&self, open: Option<&Open>) -> Result<Reply, Refusal> {
        let language = words::language(self.language());
        let open = open.ok_or_else(|| words::nothing_open(language))?;
        match self {
            Self::Describe(_) => Ok(Reply::Opened(Box::new(catalog::catalog(open, language)))),
            Self::Show(state) => show(open, state),
            Self::Ask(slice, _) => ask::answer(&open.dataset, slice, language).map(Reply::Answer),
            Self::Columns(slice, _, known) => {
                columns::answer(&open.dataset, slice, known, language).map(Reply::Columns)
            }
            Self::Export(state) => export::export(open, &complete::complete(open, state)),
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

fn show(open: &Open, state: &ViewState) -> Result<Reply, Refusal> {
    let mut state = complete::complete(open, state);
    let view = match state.view {
        ViewName::Pivot => View::Pivot(pivot::view(open, &state)?),
        ViewName::Declaration => {
            let text = words::text(&open.facts.declaration, words::language(state.language));
            View::Declaration(declaration::view(&text))
        }
        ViewName::Indicator => match indicator::view(open, &state) {
            Some(view) => View::Indicator(view),
            None => pivot_instead(open, &mut state)?,
        },
        _ if open.dataset.indicators().is_empty() => pivot_instead(open, &mut state)?,
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
fn pivot_instead(open: &Open, state: &mut ViewState) -> Result<View, Refusal> {
    state.view = ViewName::Pivot;
    Ok(View::Pivot(pivot::view(open, state)?))
}
