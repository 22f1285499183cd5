//! The session: one open package, requests in, replies out.

use protocol::message::{Progress, Refusal, Reply, Request};
use protocol::state::{Language, ViewName};
use protocol::view::View;
use protocol::{Slice, ViewState};

use crate::open::Open;
use crate::{
    ask, catalog, complete, declaration, export, indicator, opening, overview, pivot, words,
};

/// The application without a screen.
#[derive(Debug, Default)]
pub struct Session {
    open: Option<Open>,
}

impl Session {
    /// A session with nothing open.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Carries a request out. What was open stays open when the request is refused.
    pub fn handle(
        &mut self,
        request: Request,
        attachments: &[Vec<u8>],
        progress: &mut dyn FnMut(Progress),
    ) -> Reply {
        let reply = match request {
            Request::Open { name, language } => {
                let opened = opening::package(
                    &name,
                    first(attachments),
                    (words::language(language), progress),
                );
                self.take(opened, language)
            }
            Request::Adopt {
                name,
                size_bytes,
                language,
                notices,
            } => {
                let told = (size_bytes, notices, words::language(language));
                self.take(opening::tables(&name, first(attachments), told), language)
            }
            Request::Describe(language) => self.describe(language),
            Request::Show(state) => self.show(&state),
            Request::Ask { slice, language } => self.ask(&slice, language),
            Request::Export(state) => self.export(&state),
            Request::Close => {
                self.open = None;
                Ok(Reply::Closed)
            }
        };
        reply.unwrap_or_else(Reply::Refused)
    }

    fn take(
        &mut self,
        opened: Result<Open, Refusal>,
        language: Language,
    ) -> Result<Reply, Refusal> {
        self.open = Some(opened?);
        self.describe(language)
    }

    fn opened(&self, language: Language) -> Result<&Open, Refusal> {
        self.open
            .as_ref()
            .ok_or_else(|| words::nothing_open(words::language(language)))
    }

    fn describe(&self, language: Language) -> Result<Reply, Refusal> {
        let catalog = catalog::catalog(self.opened(language)?, words::language(language));
        Ok(Reply::Opened(Box::new(catalog)))
    }

    fn show(&self, state: &ViewState) -> Result<Reply, Refusal> {
        let open = self.opened(state.language)?;
        let mut state = complete::complete(open, state);
        let view = match state.view {
            ViewName::Pivot => View::Pivot(pivot::view(open, &state)?),
            ViewName::Declaration => {
                let text = words::text(&open.facts.declaration, words::language(state.language));
                View::Declaration(declaration::view(&text))
            }
            ViewName::Indicator => match indicator::view(open, &state) {
                Some(view) => View::Indicator(view),
                None => self.pivot_instead(&mut state)?,
            },
            _ if open.dataset.indicators().is_empty() => self.pivot_instead(&mut state)?,
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
    fn pivot_instead(&self, state: &mut ViewState) -> Result<View, Refusal> {
        state.view = ViewName::Pivot;
        Ok(View::Pivot(pivot::view(
            self.opened(state.language)?,
            state,
        )?))
    }

    fn ask(&self, slice: &Slice, language: Language) -> Result<Reply, Refusal> {
        let open = self.opened(language)?;
        ask::answer(&open.dataset, slice, words::language(language)).map(Reply::Answer)
    }

    fn export(&self, state: &ViewState) -> Result<Reply, Refusal> {
        let open = self.opened(state.language)?;
        export::export(open, &complete::complete(open, state))
    }
}

/// The bytes that came with a request.
fn first(attachments: &[Vec<u8>]) -> &[u8] {
    attachments.first().map_or(&[], Vec::as_slice)
}
