//! What lies on the desk: the open package, the view that is shown, the work in hand, and what went wrong.
//!
//! The state says what should be shown; the desk asks the session for it and keeps the last answer.

mod named;
mod opening;
mod showing;
mod step;
mod study;
mod work;

use std::rc::Rc;

use crate::prelude::*;
use danish::ui::Shell;
use leptos::task::spawn_local;
use protocol::message::Refusal;
use protocol::state::ViewName;
use protocol::{Catalog, Reply, Request, View, ViewState};

use crate::client::{Client, OnProgress};
use crate::component::live::Announcer;
use crate::dom;
use crate::late::Late;
use crate::requests::Requests;
use crate::state::State;
use crate::words::spoken;

use named::is_named;
pub(crate) use step::ELEMENT as STEP;
pub(crate) use study::ELEMENT as STUDY;
pub(crate) use work::Work;

/// Everything the page shows beside the state itself.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    /// What should be shown.
    pub(crate) state: State,
    /// What is open.
    pub(crate) catalog: RwSignal<Option<Catalog>>,
    /// The view that was last made, with the state it was made from.
    pub(crate) shown: RwSignal<Option<Shown>>,
    /// The request in hand, if any.
    pub(crate) work: RwSignal<Option<Work>>,
    /// What was last refused, until it is put aside or something succeeds.
    pub(crate) refusal: RwSignal<Option<Refusal>>,
    /// What the last refusal was about.
    pub(crate) refused: RwSignal<Refused>,
    /// Whether the session was replaced, until it is put aside.
    pub(crate) restarted: RwSignal<bool>,
    /// The name of the file whose reading is drawn, while it is.
    pub(crate) reading: RwSignal<Option<String>>,
    /// Whether how the open file was read can be drawn.
    pub(crate) is_drawable: RwSignal<bool>,
    /// The pages that have come.
    pub(crate) late: StoredValue<Late>,
    step: StoredValue<step::Step, LocalStorage>,
    announcer: Announcer,
    requests: Requests,
    client: StoredValue<Client, LocalStorage>,
    waiting: StoredValue<Waiting>,
    /// Counts what was opened, so that the same package opened again is shown again.
    generation: RwSignal<u32>,
}

/// What was refused, which decides what can be done next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Refused {
    /// A view or an export of what is open.
    #[default]
    Question,
    /// A file.
    File,
}

/// A view with the state it was made from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shown {
    /// The state, gaps filled in.
    pub(crate) state: ViewState,
    /// What is painted.
    pub(crate) view: View,
}

impl Shown {
    /// Which view it is.
    pub(crate) const fn name(&self) -> ViewName {
        match self.view {
            View::Overview(_) => ViewName::Overview,
            View::Indicator(_) => ViewName::Indicator,
            View::Pivot(_) => ViewName::Pivot,
            View::Declaration(_) => ViewName::Declaration,
        }
    }
}

/// The one view that is asked for next, and whether one is being made.
#[derive(Clone, Debug, Default)]
struct Waiting {
    next: Option<ViewState>,
    is_making: bool,
    tickets: u32,
    /// The last ticket when work was last cancelled: what comes of it or of those before is dropped.
    ended: u32,
}

/// The desk, from anywhere below [`crate::app::App`].
pub(crate) fn use_desk() -> Desk {
    expect_context()
}

impl Desk {
    /// An empty desk that follows the state.
    pub(crate) fn new(state: State, announcer: Announcer, requests: Requests) -> Self {
        let desk = Self {
            state,
            catalog: RwSignal::new(None),
            shown: RwSignal::new(None),
            work: RwSignal::new(None),
            refusal: RwSignal::new(None),
            refused: RwSignal::new(Refused::default()),
            restarted: RwSignal::new(false),
            reading: RwSignal::new(None),
            is_drawable: RwSignal::new(false),
            late: StoredValue::new(Late::default()),
            step: StoredValue::new_local(step::Step::default()),
            announcer,
            requests,
            client: StoredValue::new_local(Client::new()),
            waiting: StoredValue::new(Waiting::default()),
            generation: RwSignal::new(0),
        };
        desk.follow_state();
        desk.follow_language();
        desk.follow_step();
        desk.follow_study();
        desk
    }

    /// What the state calls the open package: as a link has named it, or else by its dataset.
    pub(crate) fn open_name(self) -> Option<String> {
        let named = self.state.current().with(|state| state.package.clone());
        self.catalog.with(|catalog| {
            let card = &catalog.as_ref()?.card;
            let named = named.filter(|name| is_named(card, name));
            Some(named.unwrap_or_else(|| card.id.clone()))
        })
    }

    /// The package that the state names and that is not the open one.
    pub(crate) fn wanted_package(self) -> Option<String> {
        let wanted = self.state.current().with(|state| state.package.clone());
        wanted.filter(|wanted| self.open_name().as_ref() != Some(wanted))
    }

    /// Makes ready for a file that is on its way.
    pub(crate) fn warm(self) {
        self.client.with_value(Client::warm);
    }

    /// Writes the table of the present view to a file.
    pub(crate) fn export(self) {
        let is_study = self
            .state
            .current()
            .with_untracked(|state| state.view.is_study());
        if is_study {
            return study::export();
        }
        let Some(state) = self
            .shown
            .with_untracked(|shown| Some(shown.as_ref()?.state.clone()))
        else {
            return;
        };
        spawn_local(async move {
            match self.request(Request::Export(Box::new(state))).await {
                Ok(Reply::File {
                    name,
                    media_type,
                    text,
                }) => {
                    let _ = dom::save(&name, &media_type, &text);
                }
                Ok(Reply::Refused(refusal)) => self.refusal.set(Some(refusal)),
                Ok(_) | Err(_) => self.refuse(Shell::Restarted, Shell::TryAgain),
            }
        });
    }

    /// Says a phrase aloud.
    pub(crate) fn announce(self, phrase: Shell) {
        let language = self
            .state
            .current()
            .with_untracked(|state| spoken(state.language));
        self.announcer
            .0
            .set(phrase.in_language(language).to_owned());
    }

    /// Asks the session something that does not change what is shown.
    async fn request(self, request: Request) -> Result<Reply, crate::client::port::Stopped> {
        let client = self.client.get_value();
        client.request(&request, Rc::new(|_| {})).await
    }

    /// Asks for the view of the state whenever the state or the open package has changed.
    fn follow_state(self) {
        Effect::new(move |_| {
            self.generation.track();
            let state = self.state.current().get();
            let is_here = state.package.is_some() && state.package == self.open_name();
            let is_shown = self
                .shown
                .with_untracked(|shown| shown.as_ref().is_some_and(|shown| shown.state == state));
            if is_here && is_shown {
                // What was refused is no longer asked for.
                self.refusal.set(None);
            } else if is_here && state.view != ViewName::Start && !state.view.is_study() {
                self.show(state);
            }
        });
    }

    /// Describes the open package again when the language has changed.
    fn follow_language(self) {
        let language = self.state.part(|state| state.language);
        Effect::new(move |before: Option<protocol::state::Language>| {
            let language = language.get();
            let is_open = self.catalog.with_untracked(Option::is_some);
            if is_open && before.is_some_and(|before| before != language) {
                spawn_local(async move {
                    if let Ok(Reply::Opened(catalog)) =
                        self.request(Request::Describe(language)).await
                    {
                        self.catalog.set(Some(*catalog));
                    }
                });
            }
            language
        });
    }

    /// Starts the session before it is needed, while the reader looks for a file, and waits until it answers.
    ///
    /// A session that cannot start is tried again, and told about, when a file is opened.
    pub(crate) async fn warm_up(self) {
        let _ = self.request(Request::Close).await;
    }
}
