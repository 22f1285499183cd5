//! What the page asks of a file, and how it is told what comes of it.

use browser::{field, object, post, text};
use js_sys::Array;
use protocol::message::{Progress, Refusal};
use protocol::state::Language;
use wasm_bindgen::JsValue;
use web_sys::DedicatedWorkerGlobalScope;

use super::handing::bytes;
use crate::drawing::Drawing;
use crate::kept::Kept;
use crate::read::{self, Decided, Found};
use crate::refuse;
use crate::source::Outside;

/// A file, and what it is read for.
pub(super) struct Asked {
    pub(super) id: JsValue,
    pub(super) name: String,
    pub(super) language: Language,
    pub(super) purpose: Purpose,
    form: Form,
    draw: Draw,
    /// The readings that are remembered.
    kept: String,
    /// Whether a person has looked at the reading and used it.
    pub(super) is_changed: bool,
}

/// Whether a raw file is drawn for a person to look at before it is handed over.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Draw {
    Never,
    /// Where only a person can say how it is to be read.
    Doubts,
    Always,
}

/// How progress and refusals are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As bytes, for the page of this build.
    Packed,
    /// As plain objects, for other pages.
    Plain,
}

/// What becomes of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// It is opened.
    Open,
    /// Its rows are added to what is open.
    Append,
}

impl Asked {
    pub(super) fn of(data: &JsValue) -> Self {
        let is_more = field(data, "append").is_truthy();
        Self {
            id: field(data, "id"),
            name: text(data, "name").unwrap_or_default(),
            language: language(data),
            form: if field(data, "plain").is_truthy() {
                Form::Plain
            } else {
                Form::Packed
            },
            purpose: if is_more {
                Purpose::Append
            } else {
                Purpose::Open
            },
            draw: match text(data, "draw").as_deref() {
                Some("doubts") => Draw::Doubts,
                Some("always") => Draw::Always,
                _ => Draw::Never,
            },
            kept: text(data, "kept").unwrap_or_default(),
            is_changed: false,
        }
    }

    /// The same file asked for in a later message.
    pub(super) fn again(self, data: &JsValue) -> Self {
        Self {
            id: field(data, "id"),
            language: language(data),
            is_changed: true,
            ..self
        }
    }

    /// The readings that are remembered, as the page keeps them.
    pub(super) fn kept(&self) -> &str {
        &self.kept
    }

    pub(super) fn is_drawn(&self, drawing: &Drawing) -> bool {
        match self.draw {
            Draw::Never => false,
            Draw::Doubts => drawing.has_questions(),
            Draw::Always => drawing.is_drawable(),
        }
    }

    pub(super) fn read(
        &self,
        scope: &DedicatedWorkerGlobalScope,
        source: Outside,
    ) -> Result<Found, Refusal> {
        let mut tell = |progress: Progress| {
            let fields = [("id", &self.id), ("progress", &self.progress(&progress))];
            post(scope, &fields, &Array::new());
        };
        let decided = Decided::AsKept(Kept::parse(&self.kept));
        let found = read::open(&self.name, source, (self.language, decided), &mut tell)?;
        if self.purpose == Purpose::Append && matches!(found, Found::Package(_)) {
            return Err(refuse::stands_alone(&self.name, self.language));
        }
        Ok(found)
    }

    pub(super) fn progress(&self, progress: &Progress) -> JsValue {
        #[expect(
            clippy::cast_precision_loss,
            reason = "bytes and rows are fewer than 2^53"
        )]
        let (done, total) = (progress.done as f64, progress.total as f64);
        match self.form {
            Form::Packed => bytes(progress),
            Form::Plain => object(&[
                ("step", &progress.step.as_str().into()),
                ("done", &done.into()),
                ("total", &total.into()),
            ])
            .into(),
        }
    }

    pub(super) fn refusal(&self, refusal: &Refusal) -> JsValue {
        match self.form {
            Form::Packed => bytes(refusal),
            Form::Plain => object(&[
                ("code", &refusal.code.as_str().into()),
                ("what", &refusal.what.as_str().into()),
                ("place", &refusal.place.as_str().into()),
                ("remedy", &refusal.remedy.as_str().into()),
            ])
            .into(),
        }
    }
}

fn language(data: &JsValue) -> Language {
    match text(data, "language").as_deref() {
        Some("en") => Language::En,
        _ => Language::Da,
    }
}
