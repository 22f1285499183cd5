//! Showing a state: one view is made at a time, only the newest wish waits, and an answer to an old wish is dropped.

use crate::prelude::*;
use danish::ui::Shell;
use leptos::task::spawn_local;
use protocol::state::ViewName;
use protocol::{Reply, Request, View, ViewState};

use super::{Desk, OnProgress, Refused, Shown};
use crate::client::port::Stopped;
use crate::late::{Late, Lost};
use crate::words::spoken;

impl Desk {
    /// Asks for the view of a state.
    pub(super) fn show(self, state: ViewState) {
        let is_making = self.waiting.try_update_value(|waiting| {
            waiting.next = Some(state);
            std::mem::replace(&mut waiting.is_making, true)
        });
        if is_making == Some(false) {
            spawn_local(async move {
                while let Some(state) = self.next_wish() {
                    self.make(state).await;
                }
            });
        }
    }

    /// The newest wish; when there is none, the making is over.
    fn next_wish(self) -> Option<ViewState> {
        self.waiting.try_update_value(|waiting| {
            let next = waiting.next.take();
            waiting.is_making = next.is_some();
            next
        })?
    }

    async fn make(self, state: ViewState) {
        let reply = self.ask_for(&state).await;
        if self.state.current().get_untracked() != state {
            return;
        }
        match reply {
            Ok(Reply::View { state, view }) => self.put_up_when_whole(*state, *view).await,
            Ok(Reply::Refused(refusal)) => self.refusal.set(Some(refusal)),
            Ok(_) | Err(Stopped::Failed) => self.recover().await,
            Err(Stopped::Cancelled) => self.return_to_shown(),
        }
    }

    async fn ask_for(self, state: &ViewState) -> Result<Reply, Stopped> {
        self.refused.set(Refused::Question);
        let (ticket, on_progress) = self.begin_calculating(state);
        let client = self.client.get_value();
        let request = Request::Show(Box::new(state.clone()));
        let reply = client.request(&request, on_progress).await;
        self.end_work(ticket);
        reply
    }

    fn begin_calculating(self, state: &ViewState) -> (u32, OnProgress) {
        let title = Shell::Calculating.in_language(spoken(state.language));
        self.begin_work(title.to_owned())
    }

    /// A view of a kind not yet shown needs a piece of the page first; where it cannot be had, a refusal stands in its place.
    async fn put_up_when_whole(self, state: ViewState, view: View) {
        let asked = self.state.current().get_untracked();
        let come = self.fetch_piece_of(&state).await;
        if self.state.current().get_untracked() == asked {
            match come {
                Ok(true) => self.put_up(state, view),
                Ok(false) => self.return_to_shown(),
                Err(Lost) => self.refuse(Shell::PieceMissing, Shell::PieceMissingRemedy),
            }
        }
        self.fetch_ahead();
    }

    /// Whether it is still wanted once it has come.
    async fn fetch_piece_of(self, state: &ViewState) -> Result<bool, Lost> {
        if self.late.with_value(|late| late.has(state.view)) {
            return Ok(true);
        }
        let (ticket, _) = self.begin_calculating(state);
        let come = Late::fetch(state.view, self.late).await;
        let is_wanted = self.is_wanted(ticket);
        self.end_work(ticket);
        come.map(|()| is_wanted)
    }

    /// Once a view is up, the pieces of the others are fetched, so that they show at once and without a network.
    fn fetch_ahead(self) {
        if self.late.with_value(Late::is_whole) {
            return;
        }
        request_idle_callback(move || {
            spawn_local(async move {
                for view in [ViewName::Indicator, ViewName::Pivot] {
                    // One that cannot be had is asked for again, and spoken of, when it is wanted.
                    let _ = Late::fetch(view, self.late).await;
                }
            });
        });
    }

    /// The completed state takes the place of the one that was asked for; it names the open package, as the one before did.
    fn put_up(self, mut state: ViewState, view: View) {
        state.package = untrack(|| self.open_name());
        self.refusal.set(None);
        self.shown.set(Some(Shown {
            state: state.clone(),
            view,
        }));
        self.state.replace(state);
    }

    /// A new session is given the file and the view that was shown last; when that fails too, the package is put away.
    async fn recover(self) {
        let last = self
            .shown
            .with_untracked(|shown| shown.as_ref().map(|shown| shown.state.clone()));
        let Some(last) = last else {
            return self.give_up();
        };
        match self.ask_for(&last).await {
            Ok(Reply::View { state, view }) => {
                self.restarted.set(true);
                self.announce(Shell::Restarted);
                self.put_up(*state, *view);
            }
            _ => self.give_up(),
        }
    }

    fn give_up(self) {
        self.shown.set(None);
        self.catalog.set(None);
        self.refused.set(Refused::File);
        self.refuse(Shell::StoppedReading, Shell::StoppedReadingRemedy);
    }

    fn return_to_shown(self) {
        if let Some(shown) = self.shown.get_untracked() {
            self.state.replace(shown.state);
        }
    }
}
