//! The little JSON that addresses hold: words, whole numbers, lists and maps of these.

use std::fmt;
use std::iter::Peekable;
use std::str::Chars;

/// Deeper nesting than any state has is refused before it takes room.
const DEEPEST: u32 = 16;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    Null,
    /// `true`, `false`, and numbers a state cannot hold.
    Other,
    Number(u32),
    Word(String),
    List(Vec<Self>),
    /// Keys in the order they are written.
    Map(Vec<(String, Self)>),
}

impl Json {
    /// The value of a text; none when it is not JSON.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut reader = Reader {
            chars: text.chars().peekable(),
            depth: 0,
        };
        let value = reader.value()?;
        reader.skip_space();
        reader.chars.next().is_none().then_some(value)
    }

    /// A list of words.
    pub(super) fn words<'a>(words: impl IntoIterator<Item = &'a String>) -> Self {
        Self::List(words.into_iter().cloned().map(Self::Word).collect())
    }

    /// The word, if it is one.
    pub(super) fn word(&self) -> Option<String> {
        match self {
            Self::Word(word) => Some(word.clone()),
            _ => None,
        }
    }

    /// What the items of a list stand for; none when it is no list, or one of them stands for nothing.
    pub(super) fn list<T, C: FromIterator<T>>(&self, item: fn(&Self) -> Option<T>) -> Option<C> {
        match self {
            Self::List(items) => items.iter().map(item).collect(),
            _ => None,
        }
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null | Self::Other => f.write_str("null"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Word(word) => write_word(word, f),
            Self::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if index == 0 { '[' } else { ',' })?;
                }
                f.write_str(if items.is_empty() { "[]" } else { "]" })
            }
            Self::Map(pairs) => {
                for (index, (key, value)) in pairs.iter().enumerate() {
                    f.write_str(if index == 0 { "{" } else { "," })?;
                    write_word(key, f)?;
                    write!(f, ":{value}")?;
                }
                f.write_str(if pairs.is_empty() { "{}" } else { "}" })
            }
        }
    }
}

fn write_word(word: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("\"")?;
    for char in word.chars() {
        match char {
            '"' | '\\' => write!(f, "\\{char}")?,
            '\0'..=' ' if char != ' ' => write!(f, "\\u{:04x}", u32::from(char))?,
            _ => write!(f, "{char}")?,
        }
    }
    f.write_str("\"")
}

struct Reader<'a> {
    chars: Peekable<Chars<'a>>,
    depth: u32,
}

impl Reader<'_> {
    fn value(&mut self) -> Option<Json> {
        self.skip_space();
        match self.chars.peek()? {
            '"' => self.word().map(Json::Word),
            '[' => self.nested(|reader| reader.items(']', Self::value).map(Json::List)),
            '{' => self.nested(|reader| reader.items('}', Self::pair).map(Json::Map)),
            _ => self.bare(),
        }
    }

    fn nested(&mut self, read: impl FnOnce(&mut Self) -> Option<Json>) -> Option<Json> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        self.chars.next();
        let value = read(self);
        self.depth -= 1;
        value
    }

    /// Items with commas between them, up to the end mark.
    fn items<T>(&mut self, end: char, item: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut items = Vec::new();
        if self.next_is(end) {
            return Some(items);
        }
        loop {
            items.push(item(self)?);
            if self.next_is(end) {
                return Some(items);
            }
            if !self.next_is(',') {
                return None;
            }
        }
    }

    fn pair(&mut self) -> Option<(String, Json)> {
        self.skip_space();
        let key = self.word()?;
        if !self.next_is(':') {
            return None;
        }
        Some((key, self.value()?))
    }

    fn word(&mut self) -> Option<String> {
        if self.chars.next() != Some('"') {
            return None;
        }
        let mut word = String::new();
        loop {
            match self.chars.next()? {
                '"' => return Some(word),
                '\\' => word.push(self.escaped()?),
                '\0'..='\u{1f}' => return None,
                char => word.push(char),
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.chars.next()? {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return self.code_point(),
            char @ ('"' | '\\' | '/') => char,
            _ => return None,
        })
    }

    /// Four hexadecimal digits, or twice four where the first are half of a pair.
    fn code_point(&mut self) -> Option<char> {
        let first = self.hexadecimal()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        let escape = [self.chars.next()?, self.chars.next()?];
        let second = self.hexadecimal()?.checked_sub(0xdc00)?;
        let is_pair = escape == ['\\', 'u'] && second < 0x400;
        is_pair
            .then(|| char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second))
            .flatten()
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        (0..4).try_fold(0, |code, _| {
            Some(code * 16 + self.chars.next()?.to_digit(16)?)
        })
    }

    /// A number, `null`, `true` or `false`.
    fn bare(&mut self) -> Option<Json> {
        let mut text = String::new();
        while let Some(char) = self
            .chars
            .next_if(|char| char.is_ascii_alphanumeric() || matches!(char, '-' | '+' | '.'))
        {
            text.push(char);
        }
        if let Ok(number) = text.parse() {
            return Some(Json::Number(number));
        }
        let is_number = text.starts_with(|char: char| char == '-' || char.is_ascii_digit());
        match text.as_str() {
            "null" => Some(Json::Null),
            "true" | "false" => Some(Json::Other),
            _ => is_number.then_some(Json::Other),
        }
    }

    fn next_is(&mut self, char: char) -> bool {
        self.skip_space();
        self.chars.next_if_eq(&char).is_some()
    }

    fn skip_space(&mut self) {
        while self
            .chars
            .next_if(|char| matches!(char, ' ' | '\t' | '\n' | '\r'))
            .is_some()
        {}
    }
}
