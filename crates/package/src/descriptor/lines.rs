//! JSON for people and for size: what fits in a line stands in one, and only what does not is spread over several.

/// The longest list or object that stands in one line, in bytes.
const WIDTH: usize = 140;
const INDENT: &str = "  ";

/// JSON without blanks, with lines. A package's lists of members are most of its descriptor: with a line for each bracket
/// they were two thirds blanks.
pub(super) fn laid_out(compact: &str) -> String {
    let mut text = String::with_capacity(compact.len().saturating_add(compact.len() / 4));
    lay(compact, 0, &mut text);
    text
}

fn lay(value: &str, depth: usize, text: &mut String) {
    let is_list = value.starts_with(['{', '[']) && value.len() > WIDTH;
    let inner = value.get(1..value.len().saturating_sub(1));
    let Some(inner) = inner.filter(|_| is_list) else {
        text.push_str(value);
        return;
    };
    text.push_str(value.get(..1).unwrap_or_default());
    let mut rest = inner;
    while !rest.is_empty() {
        let Item { key, value, after } = first(rest);
        line(depth + 1, text);
        if !key.is_empty() {
            text.push_str(key);
            text.push(' ');
        }
        lay(value, depth + 1, text);
        if !after.is_empty() {
            text.push(',');
        }
        rest = after;
    }
    line(depth, text);
    text.push_str(value.get(value.len() - 1..).unwrap_or_default());
}

fn line(depth: usize, text: &mut String) {
    text.push('\n');
    (0..depth).for_each(|_| text.push_str(INDENT));
}

/// The first of some items: its key with the colon, if it has one, its value, and the items after it.
struct Item<'a> {
    key: &'a str,
    value: &'a str,
    after: &'a str,
}

fn first(items: &str) -> Item<'_> {
    let (mut depth, mut is_text, mut is_escaped) = (0_u32, false, false);
    let (mut start, mut end) = (0, items.len());
    for (at, byte) in items.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => is_text = !is_text,
            _ if is_text => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b':' if depth == 0 => start = at + 1,
            b',' if depth == 0 => {
                end = at;
                break;
            }
            _ => {}
        }
    }
    Item {
        key: items.get(..start).unwrap_or_default(),
        value: items.get(start..end).unwrap_or_default(),
        after: items.get(end + 1..).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_in_a_line_stands_in_one() {
        let long = "æ, {[\\\" ".repeat(20);
        let text = format!(r#"{{"a":[{{"b":1}},"{long}",[]],"c":{{}},"d":null}}"#);
        let expected = format!(
            "{{\n  \"a\": [\n    {{\"b\":1}},\n    \"{long}\",\n    []\n  ],\n  \"c\": {{}},\n  \"d\": null\n}}"
        );
        assert_eq!(laid_out(&text), expected);
        assert_eq!(laid_out(r#"{"a":[1,2]}"#), r#"{"a":[1,2]}"#);
    }

    #[test]
    fn nothing_but_blanks_is_added() {
        let member = r#"{"code":"1\\","label":{"da":"Å:,\"]","en":""}}"#;
        let text = format!("[{}]", [member; 9].join(","));
        let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(read(&laid_out(&text)), read(&text));
        assert_eq!(laid_out(&text).lines().count(), 11);
    }
}
