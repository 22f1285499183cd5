//! The work in hand: one request at a time is shown with how far it is, and what was cancelled has no effect any more.

use std::rc::Rc;

use crate::prelude::*;
use danish::ui::Shell;
use protocol::message::Progress;

use super::Desk;
use crate::client::{Client, OnProgress};

/// A request in hand.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Work {
    /// What is being done, in words.
    pub(crate) title: String,
    /// How far it is.
    pub(crate) progress: Progress,
    pub(super) ticket: u32,
}

impl Desk {
    /// Stops the work in hand; what was open stays open.
    pub(crate) fn cancel(self) {
        self.waiting
            .update_value(|waiting| waiting.ended = waiting.tickets);
        let is_working = self.work.with_untracked(Option::is_some);
        if is_working || self.client.with_value(Client::is_importing) {
            self.client.with_value(Client::cancel);
        }
        if is_working {
            self.work.set(None);
            self.announce(Shell::Cancelled);
        }
    }

    pub(super) fn begin_work(self, title: String) -> (u32, OnProgress) {
        let ticket = self.waiting.try_update_value(|waiting| {
            waiting.tickets += 1;
            waiting.tickets
        });
        let ticket = ticket.unwrap_or_default();
        self.work.set(Some(Work {
            title,
            progress: Progress::default(),
            ticket,
        }));
        let on_progress = move |progress| {
            self.work.update(|work| {
                if let Some(work) = work.as_mut().filter(|work| work.ticket == ticket) {
                    work.progress = progress;
                }
            });
        };
        (ticket, Rc::new(on_progress))
    }

    pub(super) fn end_work(self, ticket: u32) {
        if self
            .work
            .with_untracked(|work| work.as_ref().is_some_and(|work| work.ticket == ticket))
        {
            self.work.set(None);
        }
    }

    /// Whether nobody has cancelled the work, or opened another file in its place.
    pub(super) fn is_wanted(self, ticket: u32) -> bool {
        self.waiting.with_value(|waiting| ticket > waiting.ended)
    }
}
