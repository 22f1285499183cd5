//! The workers: one that holds the session, and one for each file that is read.
//!
//! A session that traps, falls silent or is cancelled is replaced by a new one, which is handed the same file again before
//! it is asked anything.

mod ahead;
pub(crate) mod port;
pub(crate) mod source;

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use browser::{field, object, text};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use leptos::prelude::*;
use protocol::message::{Progress, Refusal};
use protocol::state::Language;
use protocol::{Reply, Request};
use wasm_bindgen::{JsCast, JsValue};

use crate::dom;
use port::{Port, Stopped, read};
use source::{Incoming, Source, bytes};

/// A worker that says nothing for so long, while something is asked of it, is taken for lost.
const SILENCE_MILLIS: f64 = 90_000.0;
const WATCH: Duration = Duration::from_secs(5);

/// Called with how far a request is.
pub(crate) type OnProgress = Rc<dyn Fn(Progress)>;

/// Why a file was not opened.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Failure {
    /// The file is not one we open; the reason is in words.
    Refused(Refusal),
    /// The browser could not read the file.
    Unreadable,
    /// The worker stopped.
    Stopped(Stopped),
}

/// What came of reading a file.
pub(crate) enum Import {
    /// It can be opened, and how it was read can be drawn or not.
    Read(Source, bool),
    /// It is drawn first, by the worker that has read it.
    Drawn(Rc<Port>),
}

/// How a file is to be read.
#[derive(Clone, Copy)]
pub(crate) struct Wish {
    /// The language of what is said.
    pub(crate) language: Language,
    /// When it is drawn before it is opened: `doubts` or `always`.
    pub(crate) draw: &'static str,
}

/// The workers of the page.
#[derive(Clone, Default)]
pub(crate) struct Client(Rc<RefCell<Workers>>);

#[derive(Default)]
struct Workers {
    session: Option<Rc<Port>>,
    importer: Option<Rc<Port>>,
    /// An importer that rehearses until a file comes.
    ahead: Option<Port>,
    source: Option<Source>,
}

impl Client {
    /// A client that looks after its workers for as long as the page lives.
    pub(crate) fn new() -> Self {
        let client = Self::default();
        let watched = client.clone();
        let watch = move || watched.stop_if_silent();
        // The page is never unmounted, so the interval is never cleared.
        let _ = set_interval_with_handle(watch, WATCH);
        client
    }

    /// Opens a source in the session; what was open before stays open when this one is refused.
    pub(crate) async fn open(
        &self,
        source: Source,
        on_progress: OnProgress,
    ) -> Result<Reply, Failure> {
        let attachments = source.attachments().await.ok_or(Failure::Unreadable)?;
        let port = self.session().await.map_err(Failure::Stopped)?;
        let reply = send(&port, source.request(), attachments, on_progress)
            .await
            .map_err(Failure::Stopped)?;
        match reply {
            Reply::Refused(refusal) => Err(Failure::Refused(refusal)),
            reply => {
                self.0.borrow_mut().source = Some(source);
                Ok(reply)
            }
        }
    }

    /// Asks the session; a lost session is first replaced by a new one.
    pub(crate) async fn request(
        &self,
        request: &Request,
        on_progress: OnProgress,
    ) -> Result<Reply, Stopped> {
        let port = self.session().await?;
        let body = Uint8Array::from(packed::write(request).as_slice()).into();
        send(&port, &body, Vec::new(), on_progress).await
    }

    /// Carries a request to the session in bytes, and its reply back; none where it was not carried out.
    pub(crate) async fn carry(&self, body: &JsValue) -> Result<JsValue, Stopped> {
        let port = self.session().await?;
        let message = object(&[("body", body)]);
        let answer = port.send(message, Array::new(), Rc::new(|_| {})).await?;
        Ok(field(&answer, "body"))
    }

    /// How the open file was handed to the session.
    pub(crate) fn source(&self) -> JsValue {
        let workers = self.0.borrow();
        workers
            .source
            .as_ref()
            .map_or(JsValue::NULL, Source::handed)
    }

    /// Reads a file in a worker of its own, which is thrown away afterwards.
    pub(crate) async fn import(
        &self,
        file: &Incoming,
        wish: Wish,
        on_progress: OnProgress,
    ) -> Result<Import, Failure> {
        let buffer = bytes(&file.blob).await.ok_or(Failure::Unreadable)?;
        let (transfer, more) = (Array::of1(&buffer), Array::new());
        for other in file.more.iter() {
            let name = field(&other, "name");
            let bytes = bytes(other.unchecked_ref()).await;
            let buffer = bytes.ok_or(Failure::Unreadable)?;
            transfer.push(&buffer);
            more.push(&object(&[("name", &name), ("buffer", &buffer)]));
        }
        if let Ok(session) = self.session().await {
            // It may want others to share the rows with, who start while the file is read.
            session.tell(object(&[("expect", &file.bytes_of_rows().into())]));
        }
        let port = self.importer().map_err(Failure::Stopped)?;
        let request = object(&[
            ("name", &JsValue::from_str(&file.name)),
            ("language", &code(wish.language)),
            ("draw", &wish.draw.into()),
            ("kept", &dom::remembered(KEPT).into()),
            ("buffer", &buffer),
            ("more", &more),
        ]);
        let answer = port.send(request, transfer, on_progress).await;
        self.0.borrow_mut().importer = None;
        let answer = answer.map_err(Failure::Stopped)?;
        if field(&answer, "drawn").is_truthy() {
            return Ok(Import::Drawn(port));
        }
        imported(&answer)
    }

    /// Whether a file is being read.
    pub(crate) fn is_importing(&self) -> bool {
        self.0.borrow().importer.is_some()
    }

    /// Stops whatever is being worked on.
    pub(crate) fn cancel(&self) {
        let (importer, session) = {
            let mut workers = self.0.borrow_mut();
            let importer = workers.importer.take();
            // A session that is asked nothing has nothing to stop: what is in hand is fetched or read by the page.
            let is_asked = |port: &mut Rc<Port>| importer.is_none() && port.is_asked();
            let session = workers.session.take_if(is_asked);
            (importer, session)
        };
        for port in importer.into_iter().chain(session) {
            port.stop(Stopped::Cancelled);
        }
    }

    /// The session, with the file open in it that was open in the one before.
    async fn session(&self) -> Result<Rc<Port>, Stopped> {
        if let Some(port) = self.running() {
            return Ok(port);
        }
        let port = Rc::new(Port::start("snit-worker")?);
        let source = {
            let mut workers = self.0.borrow_mut();
            workers.session = Some(Rc::clone(&port));
            workers.source.clone()
        };
        if let Some(source) = source {
            self.reopen(&port, &source).await?;
        }
        Ok(port)
    }

    /// A file that cannot be opened again is let go, so that it is not tried for ever.
    async fn reopen(&self, port: &Rc<Port>, source: &Source) -> Result<(), Stopped> {
        let opened = match source.attachments().await {
            Some(attachments) => send(port, source.request(), attachments, Rc::new(|_| {})).await,
            None => Err(Stopped::Failed),
        };
        match opened {
            Ok(Reply::Opened(_)) => Ok(()),
            Ok(_) | Err(Stopped::Failed) => {
                self.0.borrow_mut().source = None;
                Err(Stopped::Failed)
            }
            Err(Stopped::Cancelled) => Err(Stopped::Cancelled),
        }
    }

    fn running(&self) -> Option<Rc<Port>> {
        let session = self.0.borrow().session.clone();
        session.filter(|port| port.is_running())
    }

    fn stop_if_silent(&self) {
        let ports = {
            let workers = self.0.borrow();
            [workers.session.clone(), workers.importer.clone()]
        };
        let silent = |port: &Rc<Port>| {
            port.silent_millis()
                .is_some_and(|millis| millis > SILENCE_MILLIS)
        };
        for port in ports.into_iter().flatten().filter(silent) {
            port.stop(Stopped::Failed);
        }
    }
}

/// Sends a request with the buffers that belong to it; an answer that cannot be read counts as a failed worker.
async fn send(
    port: &Port,
    body: &JsValue,
    attachments: Vec<ArrayBuffer>,
    on_progress: OnProgress,
) -> Result<Reply, Stopped> {
    let buffers: Array = attachments.into_iter().collect();
    let answer = port
        .send(
            object(&[("body", body), ("attachments", &buffers)]),
            buffers.clone(),
            on_progress,
        )
        .await?;
    read(&answer, "body").ok_or(Stopped::Failed)
}

/// Under which readings are remembered, in the words of the importer.
const KEPT: &str = "snit-readings";

/// What the importer found: a file to open, or why there is none. Readings that it wants kept are kept.
pub(crate) fn imported(answer: &JsValue) -> Result<Import, Failure> {
    if let Some(refusal) = read(answer, "refusal") {
        return Err(Failure::Refused(refusal));
    }
    if let Some(kept) = text(answer, "kept") {
        dom::remember(KEPT, &kept);
    }
    let is_drawable = field(answer, "drawable").is_truthy();
    let source = Source::of(answer).ok_or(Failure::Stopped(Stopped::Failed))?;
    Ok(Import::Read(source, is_drawable))
}

/// The code of a language in a message to the importer.
pub(crate) fn code(language: Language) -> JsValue {
    match language {
        Language::Da => "da",
        Language::En => "en",
    }
    .into()
}
