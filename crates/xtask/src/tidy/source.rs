//! Just enough of Rust's grammar to tell code from comments, strings and tests.

use std::ops::RangeInclusive;

/// A source file taken apart.
pub(super) struct Source {
    /// The text with comments and the insides of strings blanked; lines and columns are kept.
    pub code: String,
    /// Each string literal with its line.
    pub strings: Vec<(usize, String)>,
    /// The lines of modules under `#[cfg(test)]`.
    tests: Vec<RangeInclusive<usize>>,
}

impl Source {
    pub(super) fn parse(text: &str) -> Self {
        let mut scanner = Scanner {
            rest: text,
            line: 1,
            code: String::with_capacity(text.len()),
            strings: Vec::new(),
        };
        while scanner.step() {}
        let tests = test_modules(&scanner.code);
        Self {
            code: scanner.code,
            strings: scanner.strings,
            tests,
        }
    }

    pub(super) fn is_in_tests(&self, line: usize) -> bool {
        self.tests.iter().any(|lines| lines.contains(&line))
    }

    /// Lines that are not inside test modules.
    pub(super) fn production_line_count(&self) -> usize {
        let lines = self.code.lines().count();
        (1..=lines).filter(|line| !self.is_in_tests(*line)).count()
    }
}

struct Scanner<'a> {
    rest: &'a str,
    line: usize,
    code: String,
    strings: Vec<(usize, String)>,
}

impl Scanner<'_> {
    /// Takes one comment, one literal or one character.
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else {
            return false;
        };
        if self.rest.starts_with("//") {
            self.blank(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            self.blank(block_comment_len(self.rest));
        } else if let Some(hashes) = raw_string_hashes(self.rest, self.code.chars().next_back()) {
            self.raw_string(hashes);
        } else if first == '"' {
            self.string(1, quoted_len(self.rest), 1);
        } else if first == '\'' {
            self.blank_keeping_quotes(char_len(self.rest));
        } else {
            self.keep(first.len_utf8());
        }
        true
    }

    fn keep(&mut self, len: usize) {
        let (taken, rest) = self.rest.split_at(len);
        self.line += taken.matches('\n').count();
        self.code.push_str(taken);
        self.rest = rest;
    }

    fn blank(&mut self, len: usize) {
        let (taken, rest) = self.rest.split_at(len);
        self.line += taken.matches('\n').count();
        self.code.extend(
            taken
                .chars()
                .map(|letter| if letter == '\n' { '\n' } else { ' ' }),
        );
        self.rest = rest;
    }

    fn blank_keeping_quotes(&mut self, len: usize) {
        if len < 2 {
            return self.keep(len);
        }
        self.keep(1);
        self.blank(len - 2);
        self.keep(1);
    }

    fn raw_string(&mut self, hashes: usize) {
        let open = hashes + 2;
        let close = format!("\"{}", "#".repeat(hashes));
        let inside = self.rest.get(open..).and_then(|rest| rest.find(&close));
        let len = inside.map_or(self.rest.len(), |inside| open + inside + close.len());
        self.string(open, len, close.len());
    }

    fn string(&mut self, open: usize, len: usize, close: usize) {
        let end = len.saturating_sub(close).max(open);
        let inside = self.rest.get(open..end).unwrap_or_default().to_string();
        self.strings.push((self.line, inside));
        self.keep(open);
        self.blank(end - open);
        self.keep(len - end);
    }
}

/// `r"`, `r#"` … at the start and not at the end of a name.
fn raw_string_hashes(rest: &str, before: Option<char>) -> Option<usize> {
    let ends_a_name = before.is_some_and(|letter| {
        letter.is_alphanumeric() && letter != 'b' && letter != 'c' || letter == '_'
    });
    let after = rest.strip_prefix('r').filter(|_| !ends_a_name)?;
    let hashes = after.bytes().take_while(|byte| *byte == b'#').count();
    after.get(hashes..)?.starts_with('"').then_some(hashes)
}

fn block_comment_len(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(here) = rest.get(at..).filter(|here| !here.is_empty()) {
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += here.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// The length of a `"…"` with its quotes.
fn quoted_len(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => drop(letters.next()),
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The length of a `'…'` with its quotes; 1 when the mark begins a lifetime.
fn char_len(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    match letters.next() {
        Some((_, '\\')) => {
            letters.next();
            letters
                .find(|(_, letter)| *letter == '\'')
                .map_or(1, |(at, _)| at + 1)
        }
        Some(_) => letters
            .next()
            .filter(|(_, letter)| *letter == '\'')
            .map_or(1, |(at, _)| at + 1),
        None => 1,
    }
}

/// The lines of each `#[cfg(test)] mod … { … }`.
fn test_modules(code: &str) -> Vec<RangeInclusive<usize>> {
    let mut found = Vec::new();
    for (at, mark) in code.match_indices("#[cfg(test)]") {
        let after = code.get(at + mark.len()..).unwrap_or_default();
        let is_module = after
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty() && !line.starts_with("#["));
        if !is_module.is_some_and(|line| line.starts_with("mod ") && line.ends_with('{')) {
            continue;
        }
        let first = 1 + code.get(..at).unwrap_or_default().matches('\n').count();
        found.push(first..=first + lines_to_closing_brace(after));
    }
    found
}

fn lines_to_closing_brace(code: &str) -> usize {
    let mut depth = 0_usize;
    let mut lines = 0;
    for letter in code.chars() {
        match letter {
            '\n' => lines += 1,
            '{' => depth += 1,
            '}' if depth == 1 => return lines,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_found_and_comments_are_not() {
        let text = "// \"no\"\nlet a = \"one\\\" two\"; /* \"no /* */ \" */ let c = '\"'; let r = r#\"raw \"x\"\"#;\nfn f<'a>() { \"last\" }";
        let found: Vec<_> = Source::parse(text).strings;
        let expected = [(2, "one\\\" two"), (2, "raw \"x\""), (3, "last")];
        assert_eq!(found, expected.map(|(line, text)| (line, text.to_string())));
    }

    #[test]
    fn tests_are_not_counted() {
        let text =
            "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() { let s = \"}\"; }\n}\nfn c() {}\n";
        let source = Source::parse(text);
        assert_eq!(source.production_line_count(), 2);
        assert!(source.is_in_tests(4) && !source.is_in_tests(6));
    }
}
