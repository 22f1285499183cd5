//! How the open file is handed to a session, kept so that a new session can be given the same.

use protocol::Request;
use protocol::message::Notice;
use protocol::state::Language;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// A file that was picked, dropped or fetched; its bytes are read when they are needed.
#[derive(Clone, Debug)]
pub(crate) struct Incoming {
    /// The file's name.
    pub(crate) name: String,
    /// Its bytes, where the browser keeps them.
    pub(crate) blob: Blob,
}

impl Incoming {
    /// Whether it goes straight to the session; everything else is read by the importer first.
    pub(crate) fn is_package(&self) -> bool {
        self.name.to_lowercase().ends_with(".snit")
    }
}

/// A package, or the tables of a raw file.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    kind: Kind,
    name: String,
    parts: Vec<Blob>,
}

#[derive(Clone, Debug)]
enum Kind {
    Package,
    Tables {
        size_bytes: u64,
        notices: Vec<Notice>,
    },
}

impl Source {
    /// A package.
    pub(crate) fn package(file: Incoming) -> Self {
        Self {
            kind: Kind::Package,
            name: file.name,
            parts: vec![file.blob],
        }
    }

    /// The tables of a raw file, as the importer wrote them.
    pub(crate) fn tables(file: &Incoming, parts: Vec<Blob>, notices: Vec<Notice>) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a file's size is a whole number"
        )]
        let size_bytes = file.blob.size() as u64;
        Self {
            kind: Kind::Tables {
                size_bytes,
                notices,
            },
            name: file.name.clone(),
            parts,
        }
    }

    /// The request that opens it.
    pub(crate) fn request(&self, language: Language) -> Request {
        let name = self.name.clone();
        match &self.kind {
            Kind::Package => Request::Open { name, language },
            Kind::Tables {
                size_bytes,
                notices,
            } => Request::Adopt {
                name,
                size_bytes: *size_bytes,
                language,
                notices: notices.clone(),
            },
        }
    }

    /// The bytes that travel beside the request; `None` when the file can no longer be read.
    pub(crate) async fn attachments(&self) -> Option<Vec<js_sys::ArrayBuffer>> {
        let mut buffers = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            buffers.push(bytes(part).await?);
        }
        Some(buffers)
    }
}

/// The bytes of a file; `None` when the browser cannot read it.
pub(crate) async fn bytes(blob: &Blob) -> Option<js_sys::ArrayBuffer> {
    JsFuture::from(blob.array_buffer())
        .await
        .ok()?
        .dyn_into()
        .ok()
}
