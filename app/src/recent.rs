//! Names of files that were opened, kept by the browser if it keeps anything; never their contents.

use browser::{object, text};
use js_sys::{Array, JSON};
use protocol::catalog::{Origin, PackageCard, Trust};
use wasm_bindgen::JsValue;

use crate::dom;

const KEY: &str = "snit-recent";
const KEPT: usize = 6;
const UNSIGNED: &str = "unsigned";
const SYNTHETIC: &str = "synthetic";

/// A file that was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Recent {
    /// What people read.
    pub(crate) title: String,
    /// The file's name.
    pub(crate) file: String,
    /// Whether a publisher vouched for it.
    pub(crate) trust: Trust,
    /// Whether its numbers were made up.
    pub(crate) origin: Origin,
    /// When it was opened, as `2026-09-10T08:52`, local time.
    pub(crate) opened: String,
}

/// The files, newest first.
pub(crate) fn list() -> Vec<Recent> {
    dom::remembered(KEY)
        .and_then(|text| JSON::parse(&text).ok())
        .map_or_else(Vec::new, |files| browser::list(&files, |file| read(&file)))
}

fn read(file: &JsValue) -> Option<Recent> {
    Some(Recent {
        title: text(file, "title")?,
        file: text(file, "file")?,
        trust: match text(file, "trust")?.as_str() {
            UNSIGNED => Trust::Unsigned,
            _ => Trust::OwnData,
        },
        origin: match text(file, "origin")?.as_str() {
            SYNTHETIC => Origin::Synthetic,
            _ => Origin::Real,
        },
        opened: text(file, "opened")?,
    })
}

/// Puts a file first.
pub(crate) fn note(card: &PackageCard) {
    let newest = Recent {
        title: card.title.clone(),
        file: card.file_name.clone(),
        trust: card.trust,
        origin: card.synthetic,
        opened: now(),
    };
    write(&with_newest(list(), newest));
}

/// Leaves a file out.
pub(crate) fn remove(file: &str) {
    let mut files = list();
    files.retain(|recent| recent.file != file);
    write(&files);
}

/// Today as `2026-09-10`, local time.
pub(crate) fn today() -> String {
    now().chars().take(10).collect()
}

fn write(files: &[Recent]) {
    let list: Array = files.iter().map(written).collect();
    match JSON::stringify(&list) {
        Ok(text) if !files.is_empty() => dom::remember(KEY, &String::from(text)),
        _ => dom::forget(KEY),
    }
}

fn written(file: &Recent) -> JsValue {
    let trust = match file.trust {
        Trust::Unsigned => UNSIGNED,
        Trust::OwnData => "own_data",
    };
    let origin = match file.origin {
        Origin::Synthetic => SYNTHETIC,
        Origin::Real => "real",
    };
    let fields = [
        ("title", file.title.as_str()),
        ("file", &file.file),
        ("trust", trust),
        ("origin", origin),
        ("opened", &file.opened),
    ];
    let values = fields.map(|(name, text)| (name, JsValue::from_str(text)));
    object(&values.each_ref().map(|(name, value)| (*name, value))).into()
}

fn with_newest(mut files: Vec<Recent>, newest: Recent) -> Vec<Recent> {
    files.retain(|recent| recent.file != newest.file);
    files.insert(0, newest);
    files.truncate(KEPT);
    files
}

fn now() -> String {
    let date = js_sys::Date::new_0();
    let (year, month, day) = (date.get_full_year(), date.get_month() + 1, date.get_date());
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}",
        date.get_hours(),
        date.get_minutes()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> Recent {
        Recent {
            file: name.to_owned(),
            ..Recent::default()
        }
    }

    #[test]
    fn a_file_opened_again_moves_to_the_top_and_the_oldest_is_forgotten() {
        let names = ["a", "b", "c", "d", "e", "f", "g"];
        let files = names
            .into_iter()
            .fold(Vec::new(), |files, name| with_newest(files, file(name)));
        let files = with_newest(files, file("c"));
        let order: Vec<&str> = files.iter().map(|recent| recent.file.as_str()).collect();
        assert_eq!(order, ["c", "g", "f", "e", "d", "b"]);
    }
}
