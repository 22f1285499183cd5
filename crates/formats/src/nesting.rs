//! How deep JSON nests, before anything is made of it.

/// The most brackets that are open at once.
pub(crate) fn depth(text: &str) -> u64 {
    let (mut open, mut most) = (0_u64, 0);
    let (mut is_text, mut is_escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_text => is_escaped = true,
            b'"' => is_text = !is_text,
            _ if is_text => {}
            b'{' | b'[' => {
                open += 1;
                most = most.max(open);
            }
            b'}' | b']' => open = open.saturating_sub(1),
            _ => {}
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use super::depth;

    #[test]
    fn brackets_in_texts_do_not_count() {
        assert_eq!(depth(r#"{"a":[1,{"b":"[[[\"[["}],"c":{}}"#), 3);
    }
}
