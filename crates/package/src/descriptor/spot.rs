//! Where in a descriptor something stands, for those who must mend it.

use formats::Limits;

use crate::container;

/// The text of a package's descriptor, which has been read before.
#[derive(Clone, Copy, Debug)]
pub struct DescriptorText<'a>(&'a str);

/// A value in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot<'a> {
    /// The value as it is written.
    pub text: &'a str,
    /// Bytes before it.
    start: usize,
}

impl<'a> DescriptorText<'a> {
    /// The descriptor of a package; none where it is no package.
    #[must_use]
    pub fn of(package: &'a [u8], limits: &Limits) -> Option<Self> {
        let members = container::read(package, limits).ok()?;
        let text = std::str::from_utf8(members.first()?.bytes).ok()?;
        Some(Self(text))
    }

    /// The value at the end of a path of keys and positions, or as far along it as there is something.
    #[must_use]
    pub fn find(self, path: &[&str]) -> Spot<'a> {
        let mut spot = Spot {
            text: self.0,
            start: 0,
        };
        for step in path {
            match inside(spot, step) {
                Some(inner) => spot = inner,
                None => break,
            }
        }
        spot
    }

    /// The same, for a table that is one of the resources: the one that is so many-th among those that are tables, from 0.
    #[must_use]
    pub fn find_in_table(self, table: usize, path: &[&str]) -> Spot<'a> {
        let resources = self.find(&["resources"]);
        let of_resource = |at: usize| inside(resources, &at.to_string());
        let tables = (0..).map_while(of_resource);
        let mut tables = tables.filter_map(|resource| inside(resource, "snit:table"));
        let found = tables.nth(table).unwrap_or(resources);
        path.iter()
            .try_fold(found, |spot, step| inside(spot, step).ok_or(spot))
            .unwrap_or_else(|deepest| deepest)
    }

    /// Line and character, both from 1, of the start of a value, or of so many bytes into it.
    #[must_use]
    pub fn place(self, spot: Spot<'_>, bytes: usize) -> (u64, u64) {
        let mut end = spot.start.saturating_add(bytes).min(self.0.len());
        while !self.0.is_char_boundary(end) {
            end -= 1;
        }
        let before = self.0.get(..end).unwrap_or_default();
        let line = before.matches('\n').count() as u64 + 1;
        let last = before.rsplit('\n').next().unwrap_or_default();
        (line, last.chars().count() as u64 + 1)
    }
}

/// The value of this key of an object, or at this position of a list.
fn inside<'a>(spot: Spot<'a>, step: &str) -> Option<Spot<'a>> {
    let mut reader = Reader {
        text: spot.text,
        at: 0,
    };
    reader.blank();
    let opening = reader.byte()?;
    let found = match opening {
        b'{' => loop {
            reader.blank();
            let key = reader.value()?;
            reader.blank();
            reader.byte().filter(|byte| *byte == b':')?;
            reader.blank();
            let start = reader.at;
            let value = reader.value()?;
            if serde_json::from_str::<String>(key).ok()? == step {
                break (start, value);
            }
            reader.comma()?;
        },
        b'[' => {
            let mut left = step.parse::<usize>().ok()?;
            loop {
                reader.blank();
                let start = reader.at;
                let value = reader.value()?;
                if left == 0 {
                    break (start, value);
                }
                left -= 1;
                reader.comma()?;
            }
        }
        _ => return None,
    };
    Some(Spot {
        text: found.1,
        start: spot.start + found.0,
    })
}

/// Text that is known to be JSON, read value by value.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn blank(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Past a comma; none where the object or list ends.
    fn comma(&mut self) -> Option<()> {
        self.blank();
        (self.byte()? == b',').then_some(())
    }

    /// The value that begins here; none where the object or list ends instead.
    fn value(&mut self) -> Option<&'a str> {
        let start = self.at;
        let mut depth = 0_u32;
        loop {
            match self.peek()? {
                b'"' => self.string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' if depth == 0 => break,
                b'}' | b']' => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b':' if depth == 0 => break,
                byte if depth == 0 && byte.is_ascii_whitespace() => break,
                _ => self.at += 1,
            }
            // A number or word goes on to what ends it; a text, object or list ends itself.
            let ended = self.text.as_bytes().get(self.at.wrapping_sub(1));
            if depth == 0 && matches!(ended, Some(b'"' | b'}' | b']')) {
                break;
            }
        }
        self.text
            .get(start..self.at)
            .filter(|text| !text.is_empty())
    }

    fn string(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            match self.byte()? {
                b'"' => return Some(()),
                b'\\' => self.at += 1,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{
  "a": [1, {"æ": "x, \"y\"" , "b":{}}],
  "resources": [{"p": 1}, {"snit:table": {"m": [true, -2.5]}}]
}"#;

    fn check(path: &[&str], expected: (&str, u64, u64)) {
        let text = DescriptorText(TEXT);
        let spot = text.find(path);
        let (line, column) = text.place(spot, 0);
        assert_eq!((spot.text, line, column), expected, "{path:?}");
    }

    #[test]
    fn a_value_is_found_by_its_path_with_line_and_column() {
        check(&["a", "0"], ("1", 2, 9));
        check(&["a", "1", "æ"], (r#""x, \"y\"""#, 2, 18));
        check(&["a", "1", "b"], ("{}", 2, 35));
        check(&["resources", "1", "snit:table", "m", "1"], ("-2.5", 3, 55));
    }

    #[test]
    fn a_path_that_ends_early_leads_as_far_as_there_is_something() {
        check(&["a", "1", "b", "c"], ("{}", 2, 35));
        check(&["a", "0", "0"], ("1", 2, 9));
        let text = DescriptorText(TEXT);
        assert_eq!(text.find(&["nosuch"]).text, TEXT);
    }

    #[test]
    fn a_table_is_found_among_the_resources_that_are_tables() {
        let text = DescriptorText(TEXT);
        assert_eq!(text.find_in_table(0, &["m", "0"]).text, "true");
        assert_eq!(text.find_in_table(0, &["n"]).text, r#"{"m": [true, -2.5]}"#);
        assert!(text.find_in_table(1, &["m"]).text.starts_with('['));
    }
}
