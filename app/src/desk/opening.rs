//! Opening a file: a package goes to the session, anything else through the importer first.

use crate::prelude::*;
use danish::ui::Shell;
use danish::ui::shell;
use leptos::task::spawn_local;
use protocol::message::Refusal;
use protocol::state::{Language, ViewName};
use protocol::{Catalog, Reply, ViewState};

use super::{Desk, Refused, is_named};
use crate::client::port::Stopped;
use crate::client::source::{Incoming, Source};
use crate::client::{Failure, Import, OnProgress, Wish};
use crate::demo;
use crate::recent;
use crate::words::spoken;

impl Desk {
    /// Opens a file; what is open stays open until this one is.
    pub(crate) fn open(self, file: Incoming) {
        self.open_drawn(file, "doubts");
    }

    /// Opens a file, and says whether how it is read is drawn first.
    pub(super) fn open_drawn(self, file: Incoming, draw: &'static str) {
        self.cancel();
        self.leave_step();
        spawn_local(async move {
            let work = self.begin_opening(&file.name);
            let ticket = work.0;
            let outcome = self.read(file, draw, work).await;
            self.end_work(ticket);
            self.conclude(outcome);
        });
    }

    /// Fetches a demonstration from beside the page and opens it.
    pub(crate) fn open_demo(self, file_name: String) {
        self.cancel();
        self.leave_step();
        spawn_local(async move {
            let work = self.begin_opening(&file_name);
            let ticket = work.0;
            let outcome = match demo::fetch(&file_name).await {
                _ if !self.is_wanted(ticket) => Err(Failure::Stopped(Stopped::Cancelled)),
                Some(file) => self.read(file, "doubts", work).await,
                None => Err(Failure::Unreadable),
            };
            self.end_work(ticket);
            match outcome {
                // By its file, since two demonstrations may be editions of one dataset.
                Ok(Some(catalog)) => self.lay_out(catalog, demo::stem(&file_name)),
                outcome => self.conclude(outcome),
            }
        });
    }

    pub(super) fn begin_opening(self, file_name: &str) -> (u32, OnProgress) {
        self.refusal.set(None);
        self.begin_work(shell::reading_file(file_name, spoken(self.language())))
    }

    /// What is on the desk afterwards; nothing new while the file is drawn.
    async fn read(
        self,
        file: Incoming,
        draw: &'static str,
        (ticket, on_progress): (u32, OnProgress),
    ) -> Result<Option<Catalog>, Failure> {
        let client = self.client.get_value();
        let language = self.language();
        self.requests.add_unlisted();
        let wish = Wish { language, draw };
        let import = client.import(&file, wish, on_progress.clone()).await?;
        if !self.is_wanted(ticket) {
            return Err(Failure::Stopped(Stopped::Cancelled));
        }
        match import {
            Import::Drawn(port) => {
                self.begin_step(port, file);
                Ok(None)
            }
            Import::Read(source, is_drawable) => {
                self.take_over(source, is_drawable.then_some(file), on_progress)
                    .await
            }
        }
    }

    /// Opens what was read, and keeps the file whose reading can be drawn.
    pub(super) async fn take_over(
        self,
        source: Source,
        file: Option<Incoming>,
        on_progress: OnProgress,
    ) -> Result<Option<Catalog>, Failure> {
        match self.client.get_value().open(source, on_progress).await? {
            Reply::Opened(catalog) => {
                self.keep_file(file);
                Ok(Some(*catalog))
            }
            _ => Err(Failure::Stopped(Stopped::Failed)),
        }
    }

    pub(super) fn conclude(self, outcome: Result<Option<Catalog>, Failure>) {
        self.refused.set(Refused::File);
        match outcome {
            Ok(None) => {}
            Ok(Some(catalog)) => {
                let name = catalog.card.id.clone();
                self.lay_out(catalog, &name);
            }
            Err(Failure::Refused(refusal)) => self.refusal.set(Some(refusal)),
            Err(Failure::Unreadable) => self.refuse(Shell::Unreadable, Shell::UnreadableRemedy),
            Err(Failure::Stopped(Stopped::Failed)) => {
                self.refuse(Shell::StoppedReading, Shell::StoppedReadingRemedy)
            }
            Err(Failure::Stopped(Stopped::Cancelled)) => {}
        }
    }

    /// Puts an opened package on the desk; a link to it decides the view, else its first view does, with this name in links.
    fn lay_out(self, catalog: Catalog, name: &str) {
        let language = self.language();
        let is_linked = self.state.current().with_untracked(|state| {
            let mut named = state.package.iter();
            named.any(|name| is_named(&catalog.card, name)) && state.view != ViewName::Start
        });
        let first = first_state(&catalog, name, language);
        recent::note(&catalog.card);
        self.shown.set(None);
        self.refusal.set(None);
        self.restarted.set(false);
        self.catalog.set(Some(catalog));
        self.generation.update(|generation| *generation += 1);
        if !is_linked {
            self.state.begin(first);
        }
    }

    pub(super) fn refuse(self, what: Shell, remedy: Shell) {
        let language = spoken(self.language());
        self.refusal.set(Some(Refusal {
            what: what.in_language(language).to_owned(),
            remedy: remedy.in_language(language).to_owned(),
            ..Refusal::default()
        }));
    }

    pub(super) fn language(self) -> Language {
        self.state.current().with_untracked(|state| state.language)
    }
}

/// What a package is shown as first: its key figures, or the pivot when it declares none.
fn first_state(catalog: &Catalog, name: &str, language: Language) -> ViewState {
    let view = if catalog.indicators.is_empty() {
        ViewName::Pivot
    } else {
        ViewName::Overview
    };
    ViewState {
        view,
        language,
        package: Some(name.to_owned()),
        ..ViewState::default()
    }
}
