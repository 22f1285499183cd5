//! Statements: a keyword, whom it is about, and what it says.

use crate::{FormatError, Limits, Reason, What};

use super::decode::Decoded;
use super::lexer::{Lexer, Token};
use super::malformed;

/// One part of what a statement says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A quoted text; texts that follow without a comma are one.
    Text(String),
    /// A number, `YES`, `CODES` or the name of a list.
    Word(String),
    /// `TLIST(…)` and its kin: what stands in the brackets.
    List(String, Vec<Item>),
}

impl Item {
    /// What it says as it is written.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Word(text) | Self::List(text, _) => text,
        }
    }
}

/// A statement and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    pub(super) keyword: String,
    /// None where the file's main language is meant.
    pub(super) language: Option<String>,
    /// Variables and values it is about.
    pub(super) subjects: Vec<String>,
    pub(super) items: Vec<Item>,
    pub(super) at: usize,
}

/// All statements, and where the cells begin.
pub(super) struct Statements {
    pub(super) all: Vec<Statement>,
    pub(super) cells: usize,
}

impl Statements {
    pub(super) fn read(decoded: &Decoded<'_>, limits: &Limits) -> Result<Self, FormatError> {
        let lexer = Lexer::new(decoded, limits);
        let mut parser = Parser {
            lexer,
            decoded,
            limits,
        };
        let mut all = Vec::new();
        loop {
            let (at, token) = parser.lexer.next()?;
            match token {
                Token::Word(keyword) => match parser.statement(at, keyword)? {
                    Some(statement) => all.push(statement),
                    None => {
                        let cells = parser.lexer.at();
                        return Ok(Self { all, cells });
                    }
                },
                // An empty statement.
                Token::Sign(b';') => {}
                Token::End => return Err(parser.part_missing(at)),
                _ => return Err(parser.wrong(at)),
            }
        }
    }
}

struct Parser<'a> {
    lexer: Lexer<'a>,
    decoded: &'a Decoded<'a>,
    limits: &'a Limits,
}

impl<'a> Parser<'a> {
    /// The statement; none when the cells begin.
    fn statement(&mut self, at: usize, keyword: &str) -> Result<Option<Statement>, FormatError> {
        let keyword = keyword.to_ascii_uppercase();
        let (mut language, mut subjects) = (None, Vec::new());
        loop {
            let (at, token) = self.lexer.next()?;
            match token {
                Token::Sign(b'=') => break,
                Token::Sign(b'[') => language = Some(self.language()?),
                Token::Sign(b'(') => subjects = self.subjects()?,
                _ => return Err(self.wrong(at)),
            }
        }
        if keyword == "DATA" {
            return Ok(None);
        }
        let items = self.items(b';')?;
        Ok(Some(Statement {
            keyword,
            language,
            subjects,
            items,
            at,
        }))
    }

    fn language(&mut self) -> Result<String, FormatError> {
        let (at, token) = self.lexer.next()?;
        let (Token::Word(language) | Token::Text(language)) = token else {
            return Err(self.wrong(at));
        };
        match self.lexer.next()? {
            (_, Token::Sign(b']')) => Ok(language.to_ascii_lowercase()),
            (at, _) => Err(self.wrong(at)),
        }
    }

    fn subjects(&mut self) -> Result<Vec<String>, FormatError> {
        let items = self.items(b')')?;
        Ok(items.iter().map(|item| item.text().to_owned()).collect())
    }

    /// Everything up to the sign that ends it.
    fn items(&mut self, end: u8) -> Result<Vec<Item>, FormatError> {
        let mut items = Vec::new();
        loop {
            let (at, token) = self.lexer.next()?;
            match token {
                Token::Sign(sign) if sign == end => return Ok(items),
                Token::Sign(b',') => {}
                Token::Text(text) => items.push(self.whole_text(text)?),
                Token::Word(word) if end == b';' && self.lexer.peek()? == Token::Sign(b'(') => {
                    self.lexer.next()?;
                    let inside = self.items(b')')?;
                    items.push(Item::List(word.to_owned(), inside));
                }
                Token::Word(word) => items.push(Item::Word(word.to_owned())),
                Token::End => return Err(malformed(self.decoded.place(at), Reason::Truncated)),
                Token::Sign(_) => return Err(self.wrong(at)),
            }
            // Members and notes alike; asked before the list grows on.
            self.limits.check(What::Dictionary, items.len() as u64)?;
        }
    }

    /// Long texts stand in pieces, each in its own quotation marks.
    fn whole_text(&mut self, first: &str) -> Result<Item, FormatError> {
        let mut text = first.to_owned();
        while let Token::Text(_) = self.lexer.peek()? {
            if let (_, Token::Text(more)) = self.lexer.next()? {
                text.push_str(more);
            }
            self.limits.check(What::FieldBytes, text.len() as u64)?;
        }
        Ok(Item::Text(text))
    }

    fn wrong(&self, at: usize) -> FormatError {
        malformed(self.decoded.place(at), Reason::Syntax)
    }

    fn part_missing(&self, at: usize) -> FormatError {
        let part = Reason::PartMissing("DATA".to_owned());
        malformed(self.decoded.place(at), part)
    }
}
