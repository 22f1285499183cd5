//! Elements of XML that comes in pieces, without reading the XML.

use crate::FormatError;

/// Bytes of an element that are looked at; what is sought stands in fewer.
const LONGEST: usize = 1 << 12;
/// Bytes by which it is told whether an element is sought.
const START: usize = 32;

/// Looks for elements.
#[derive(Default)]
pub(super) struct Search {
    /// The end of the piece before, in which an element has begun.
    rest: Vec<u8>,
}

impl Search {
    /// Hands over each element of a piece that begins as is sought, as far as its first so many bytes.
    #[inline(never)]
    pub(super) fn look(
        &mut self,
        piece: &[u8],
        is_sought: &impl Fn(&[u8]) -> bool,
        found: &mut dyn FnMut(&[u8]) -> Result<(), FormatError>,
    ) -> Result<(), FormatError> {
        let mut bytes = std::mem::take(&mut self.rest);
        bytes.extend_from_slice(piece);
        let mut at = 0;
        while let Some(open) = next(&bytes, at, b'<') {
            let start = bytes.get(open..).unwrap_or_default();
            let is_told = start.len() >= START || start.contains(&b'>');
            if is_told && !is_sought(start) && !is_words(start) {
                at = open + 1;
                continue;
            }
            let seen = start.get(..start.len().min(LONGEST)).unwrap_or_default();
            match end(seen) {
                Some(close) => {
                    let whole = start.get(..=close).unwrap_or_default();
                    if is_sought(whole) {
                        found(whole)?;
                    }
                    at = open + close + 1;
                }
                None if start.len() >= LONGEST => {
                    if is_sought(seen) {
                        found(seen)?;
                    }
                    at = open + seen.len();
                }
                None => {
                    self.rest = bytes.split_off(open);
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

/// The sign that ends an element; inside quotes it is one of the value, except where quotes are words.
fn end(element: &[u8]) -> Option<usize> {
    let is_words = is_words(element);
    let mut quote = None;
    element.iter().position(|&byte| {
        match (quote, byte) {
            (None, b'>') => return true,
            (None, b'"' | b'\'') if !is_words => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        false
    })
}

/// Whether it is a remark, a declaration or an instruction; what stands in it is no element.
fn is_words(element: &[u8]) -> bool {
    matches!(element, [b'<', b'!' | b'?', ..])
}

fn next(bytes: &[u8], from: usize, sought: u8) -> Option<usize> {
    let found = bytes.get(from..)?.iter().position(|byte| *byte == sought)?;
    Some(from + found)
}

/// The value of an attribute as it is written.
#[cfg(feature = "xlsx")]
pub(crate) fn attribute<'a>(element: &'a [u8], name: &str) -> Option<&'a str> {
    let element = std::str::from_utf8(element).ok()?;
    let mut from = 0;
    while let Some(found) = element.get(from..)?.find(name) {
        let start = from + found;
        let is_whole = element.get(..start)?.ends_with([' ', '\t', '\n', '\r']);
        let rest = element.get(start + name.len()..)?.trim_start();
        if is_whole && let Some(rest) = rest.strip_prefix('=') {
            let rest = rest.trim_start();
            let quote = rest.chars().next().filter(|it| matches!(it, '"' | '\''))?;
            return rest.get(1..)?.split(quote).next();
        }
        from = start + name.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_found_however_the_text_is_cut() {
        let text = b"<a x=\"1\"/>tekst<b><!DOCTYPE y><c  hidden = '1' >\
            <!-- det's > --><d y='>' z=\"'\">";
        for length in 1..=text.len() {
            let (mut search, mut elements) = (Search::default(), Vec::new());
            for piece in text.chunks(length) {
                let mut note = |it: &[u8]| {
                    elements.push(String::from_utf8_lossy(it).into_owned());
                    Ok(())
                };
                search.look(piece, &|_| true, &mut note).unwrap();
            }
            let expected = [
                "<a x=\"1\"/>",
                "<b>",
                "<!DOCTYPE y>",
                "<c  hidden = '1' >",
                "<!-- det's >",
                "<d y='>' z=\"'\">",
            ];
            assert_eq!(elements, expected, "{length}");
            assert_eq!(sought(text, length, b"<c "), ["<c  hidden = '1' >"]);
            assert_eq!(sought(text, length, b"<!D"), ["<!DOCTYPE y>"]);
        }
    }

    /// The elements that begin so.
    fn sought(text: &[u8], length: usize, start: &[u8]) -> Vec<String> {
        let (mut search, mut elements) = (Search::default(), Vec::new());
        for piece in text.chunks(length) {
            let mut note = |it: &[u8]| {
                elements.push(String::from_utf8_lossy(it).into_owned());
                Ok(())
            };
            search
                .look(piece, &|it| it.starts_with(start), &mut note)
                .unwrap();
        }
        elements
    }

    #[test]
    fn an_element_without_end_is_looked_at_once_and_not_kept() {
        let text = [b"<sst ".to_vec(), vec![b'x'; 1 << 16]].concat();
        let (mut search, mut count) = (Search::default(), 0);
        for piece in text.chunks(1_000) {
            search
                .look(piece, &|_| true, &mut |_| {
                    count += 1;
                    Ok(())
                })
                .unwrap();
        }
        assert_eq!((count, search.rest.len()), (1, 0));
    }

    #[test]
    #[cfg(feature = "xlsx")]
    fn attributes_are_found_by_their_whole_name() {
        let element = b"<row r='3' unhidden=\"0\" hidden = \"1\" x:id='rId1'>";
        assert_eq!(attribute(element, "hidden"), Some("1"));
        assert_eq!(attribute(element, "r"), Some("3"));
        assert_eq!(attribute(element, "id"), None);
        assert_eq!(attribute(element, "x:id"), Some("rId1"));
    }
}
