//! The address after `#`: a view state as readable `key=value` pairs, only where it differs from the default.
//!
//! Words stand as they are, all else as JSON. It is written and read here without serde: both are in the first view.

mod json;
mod names;
mod pivot;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::ViewState;
use crate::state::{Language, ViewName};
use json::Json;

/// The fragment for a state, without the `#`.
#[must_use]
pub fn write(state: &ViewState) -> String {
    let written: Vec<String> = pairs(state)
        .into_iter()
        .map(|(key, text)| format!("{key}={}", escape(&text)))
        .collect();
    written.join("&")
}

/// The state of a fragment, with or without its `#`; what cannot be read is left at its default and named. A place without a
/// view is shown in Overblik.
#[must_use]
pub fn read(fragment: &str) -> (ViewState, Vec<String>) {
    let mut state = ViewState::default();
    let (mut unread, mut has_view) = (Vec::new(), false);
    for pair in fragment
        .trim_start_matches('#')
        .split('&')
        .filter(|pair| !pair.is_empty())
    {
        let (key, text) = pair.split_once('=').unwrap_or((pair, ""));
        has_view |= key == "view";
        if unescape(text)
            .and_then(|text| set(&mut state, key, text))
            .is_none()
        {
            unread.push(key.to_owned());
        }
    }
    if !has_view && state.place.is_some() {
        state.view = ViewName::Overview;
    }
    (state, unread)
}

/// Keys with their texts, in the order of the keys.
fn pairs(state: &ViewState) -> Vec<(&'static str, String)> {
    let default = ViewState::default();
    let mut pairs = Vec::new();
    let mut word = |key, value: &Option<String>| {
        if let Some(text) = value {
            pairs.push((key, text.clone()));
        }
    };
    word("against", &state.against);
    word("indicator", &state.indicator);
    word("level", &state.level);
    word("package", &state.package);
    word("period", &state.period);
    word("place", &state.place);
    if state.language != default.language {
        pairs.push(("language", state.language.name().to_owned()));
    }
    // A place alone would be read as a place in Overblik.
    if state.view != default.view || state.place.is_some() {
        pairs.push(("view", state.view.name().to_owned()));
    }
    if !state.list.is_empty() {
        pairs.push(("list", Json::words(&state.list).to_string()));
    }
    if !state.filters.is_empty() {
        pairs.push(("filters", members(&state.filters).to_string()));
    }
    if !state.study.is_empty() {
        pairs.push(("study", members(&state.study).to_string()));
    }
    if !state.unfolded.is_empty() {
        pairs.push(("unfolded", Json::words(&state.unfolded).to_string()));
    }
    if state.pivot != default.pivot {
        pairs.push(("pivot", pivot::write(&state.pivot).to_string()));
    }
    pairs.sort_unstable();
    pairs
}

/// Changes what the key names; none, and nothing changed, when there is no such key or its text does not fit.
fn set(state: &mut ViewState, key: &str, text: String) -> Option<()> {
    let word = match key {
        "against" => &mut state.against,
        "indicator" => &mut state.indicator,
        "level" => &mut state.level,
        "package" => &mut state.package,
        "period" => &mut state.period,
        "place" => &mut state.place,
        _ => return set_structured(state, key, &text),
    };
    *word = Some(text);
    Some(())
}

fn set_structured(state: &mut ViewState, key: &str, text: &str) -> Option<()> {
    match key {
        "language" => state.language = Language::of_name(text)?,
        "view" => state.view = ViewName::of_name(text)?,
        "list" => state.list = Json::read(text)?.list(Json::word)?,
        "filters" => state.filters = read_members(&Json::read(text)?)?,
        "study" => state.study = read_members(&Json::read(text)?)?,
        "unfolded" => state.unfolded = Json::read(text)?.list(Json::word)?,
        "pivot" => state.pivot = pivot::read(&Json::read(text)?)?,
        _ => return None,
    }
    Some(())
}

/// Members kept, by level.
fn members(filters: &BTreeMap<String, Vec<String>>) -> Json {
    let levels = filters.iter();
    Json::Map(
        levels
            .map(|(level, members)| (level.clone(), Json::words(members)))
            .collect(),
    )
}

fn read_members(json: &Json) -> Option<BTreeMap<String, Vec<String>>> {
    let Json::Map(levels) = json else { return None };
    let level =
        |(level, members): &(String, Json)| Some((level.clone(), members.list(Json::word)?));
    levels.iter().map(level).collect()
}

fn escape(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~:,[]{}\"".contains(&byte);
    text.bytes().fold(String::new(), |mut escaped, byte| {
        if plain(byte) {
            escaped.push(char::from(byte));
        } else {
            let _ = write!(escaped, "%{byte:02X}");
        }
        escaped
    })
}

fn unescape(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut plain = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digits = [bytes.next()?, bytes.next()?];
            plain.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            plain.push(byte);
        }
    }
    String::from_utf8(plain).ok()
}

#[cfg(test)]
mod tests;
