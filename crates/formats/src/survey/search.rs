//! Elements of XML that comes in pieces, without reading the XML.

use crate::FormatError;

/// Bytes of an element that are looked at; what is sought stands in fewer.
const LONGEST: usize = 1 << 12;

/// Looks for elements.
#[derive(Default)]
pub(super) struct Search {
    /// The end of the piece before, in which an element has begun.
    rest: Vec<u8>,
}

impl Search {
    /// Hands over each element of a piece, as far as its first so many bytes.
    pub(super) fn look(
        &mut self,
        piece: &[u8],
        found: &mut dyn FnMut(&[u8]) -> Result<(), FormatError>,
    ) -> Result<(), FormatError> {
        let mut bytes = std::mem::take(&mut self.rest);
        bytes.extend_from_slice(piece);
        let mut at = 0;
        while let Some(open) = next(&bytes, at, b'<') {
            let start = bytes.get(open..).unwrap_or_default();
            let seen = start.get(..start.len().min(LONGEST)).unwrap_or_default();
            match end(seen) {
                Some(close) => {
                    found(start.get(..=close).unwrap_or_default())?;
                    at = open + close + 1;
                }
                None if start.len() >= LONGEST => {
                    found(seen)?;
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
    let is_words = matches!(element, [b'<', b'!' | b'?', ..]);
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
                search.look(piece, &mut note).unwrap();
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
        }
    }

    #[test]
    fn an_element_without_end_is_looked_at_once_and_not_kept() {
        let text = [b"<sst ".to_vec(), vec![b'x'; 1 << 16]].concat();
        let (mut search, mut count) = (Search::default(), 0);
        for piece in text.chunks(1_000) {
            search
                .look(piece, &mut |_| {
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
