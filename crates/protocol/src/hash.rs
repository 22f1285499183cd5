//! The address after `#`: a view state as readable `key=value` pairs, only where it differs from the default.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use crate::ViewState;

/// The fragment for a state, without the `#`.
#[must_use]
pub fn write(state: &ViewState) -> String {
    let pairs = difference(to_map(state), &to_map(&ViewState::default()));
    let written: Vec<String> = pairs
        .iter()
        .map(|(key, value)| match value {
            Value::String(text) => format!("{key}={}", escape(text)),
            other => format!("{key}={}", escape(&other.to_string())),
        })
        .collect();
    written.join("&")
}

/// The state of a fragment, with or without its `#`; what cannot be read is left at its default and named.
#[must_use]
pub fn read(fragment: &str) -> (ViewState, Vec<String>) {
    let mut map = to_map(&ViewState::default());
    let mut unread = Vec::new();
    for pair in fragment
        .trim_start_matches('#')
        .split('&')
        .filter(|pair| !pair.is_empty())
    {
        let (key, text) = pair.split_once('=').unwrap_or((pair, ""));
        let accepted = unescape(text).and_then(|text| with_pair(&map, key, &text));
        match accepted {
            Some(changed) => map = changed,
            None => unread.push(key.to_owned()),
        }
    }
    let state = serde_json::from_value(Value::Object(map)).unwrap_or_default();
    (state, unread)
}

/// The map with one key changed, if the state still reads.
fn with_pair(map: &Map<String, Value>, key: &str, text: &str) -> Option<Map<String, Value>> {
    map.get(key)?;
    let as_json = serde_json::from_str(text).ok();
    let candidates = [Some(Value::String(text.to_owned())), as_json];
    candidates.into_iter().flatten().find_map(|value| {
        let mut changed = map.clone();
        changed.insert(key.to_owned(), value);
        serde_json::from_value::<ViewState>(Value::Object(changed.clone())).ok()?;
        Some(changed)
    })
}

fn to_map(state: &ViewState) -> Map<String, Value> {
    match serde_json::to_value(state) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    }
}

/// What of the first differs from the second, one level deep in objects.
fn difference(map: Map<String, Value>, default: &Map<String, Value>) -> Map<String, Value> {
    let differs = |(key, value): (String, Value)| match (value, default.get(&key)) {
        (value, Some(same)) if value == *same => None,
        (Value::Object(inner), Some(Value::Object(plain))) => {
            Some((key, Value::Object(difference(inner, plain))))
        }
        (value, _) => Some((key, value)),
    };
    map.into_iter().filter_map(differs).collect()
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
mod tests {
    use super::*;
    use crate::slice::MeasureExpr;
    use crate::state::{Language, Pivot, ViewName};

    fn example() -> ViewState {
        let pivot = Pivot {
            rows: vec!["region".into(), "sundhedsraad".into()],
            measures: vec![MeasureExpr::Sum("kontakter".into())],
            filters: [(
                "køn & alder".to_owned(),
                vec!["65+".to_owned(), "100%".to_owned()],
            )]
            .into(),
            unfolded: [vec!["Region Østdanmark".to_owned(), "17".to_owned()]].into(),
            top: Some(10),
            ..Pivot::default()
        };
        ViewState {
            view: ViewName::Pivot,
            language: Language::En,
            place: Some("sundhedsraad:10".into()),
            period: Some("2025".into()),
            pivot,
            ..ViewState::default()
        }
    }

    #[test]
    fn a_state_survives_the_address() {
        let fragment = write(&example());
        assert_eq!(read(&format!("#{fragment}")), (example(), vec![]));
        assert!(fragment.contains("place=sundhedsraad:10"), "{fragment}");
    }

    #[test]
    fn the_default_state_is_an_empty_address() {
        assert_eq!(write(&ViewState::default()), "");
        assert_eq!(read(""), (ViewState::default(), vec![]));
    }

    #[test]
    fn what_cannot_be_read_is_named_and_the_rest_is_kept() {
        let (state, unread) =
            read("#place=region:1084&view=nosuch&colour=red&period=%zz&level=kommune");
        assert_eq!(state.place.as_deref(), Some("region:1084"));
        assert_eq!(state.level.as_deref(), Some("kommune"));
        assert_eq!(unread, ["view", "colour", "period"]);
    }
}
