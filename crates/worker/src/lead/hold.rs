//! Rows of large tables: given to those who hold them, and let go.

use browser::object;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;

use crate::crew::Crew;

use super::Lead;
use super::adopt::{Moving, OthersSegment};

impl Lead {
    /// Lets go of the rows of what was open before.
    pub(super) fn let_go(&mut self) {
        self.share.clear();
        self.deals.clear();
        if let Some(crew) = &self.crew {
            crew.post_all(&[("clear", &JsValue::TRUE)]);
        }
    }

    /// Gives rows to those who are to hold them.
    pub(super) fn hold(&mut self, moving: Vec<Moving>) {
        if moving.is_empty() && self.deals.iter().all(Option::is_none) {
            // Their memory is given back only when they end.
            self.crew.iter_mut().for_each(Crew::dismiss);
        }
        for Moving {
            table,
            header,
            own,
            others,
        } in moving
        {
            if let Some(crew) = &self.crew {
                give(crew, (table, &header), &others);
            }
            if let Err(error) = self.share.add(table, &header, own) {
                // The session has taken the table over; without its rows it is of no use, and the page starts a new worker.
                wasm_bindgen::throw_str(&error.to_string());
            }
        }
    }
}

/// Tells every fellow of the table, and gives it the rows that are its own.
fn give(crew: &Crew, of: (usize, &[u8]), segments: &[OthersSegment]) {
    let (table, header) = of;
    for fellow in 0..crew.len() {
        let transfer = Array::new();
        let own = segments.iter().filter(|segment| segment.fellow == fellow);
        let own: Array = own.map(|it| segment(it, &transfer)).collect();
        let fields = [
            ("add", &index(table)),
            ("header", &Uint8Array::from(header).into()),
            ("segments", &own.into()),
        ];
        crew.post(fellow, &fields, &transfer);
    }
}

fn segment(segment: &OthersSegment, transfer: &Array) -> JsValue {
    let runs: Array = segment.runs.iter().collect();
    segment.runs.iter().for_each(|run| {
        transfer.push(run);
    });
    object(&[("number", &index(segment.segment)), ("parts", &runs)]).into()
}

fn index(index: usize) -> JsValue {
    #[expect(
        clippy::cast_precision_loss,
        reason = "tables and segments are numbered from 0 and are few"
    )]
    let index = index as f64;
    index.into()
}
