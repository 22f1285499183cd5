//! Words, quoted texts and signs, one after the other.

use crate::{FormatError, Limits, Reason, What};

use super::decode::Decoded;
use super::malformed;

/// The smallest part of a statement.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// What stands between quotation marks.
    Text(&'a str),
    /// A keyword, a number, `YES`.
    Word(&'a str),
    /// A sign between them.
    Sign(u8),
    /// There is no more.
    End,
}

/// Signs that are tokens of their own.
const SIGNS: &[u8] = b"()[]=,;";

pub(super) struct Lexer<'a> {
    decoded: &'a Decoded<'a>,
    limits: &'a Limits,
    at: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(decoded: &'a Decoded<'a>, limits: &'a Limits) -> Self {
        Self {
            decoded,
            limits,
            at: 0,
        }
    }

    /// How far the text is read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The next token and where it begins.
    pub(super) fn next(&mut self) -> Result<(usize, Token<'a>), FormatError> {
        self.skip_blanks();
        let start = self.at;
        let token = match self.bytes().get(start) {
            None => Token::End,
            Some(b'"') => Token::Text(self.text()?),
            Some(sign) if SIGNS.contains(sign) => {
                self.at += 1;
                Token::Sign(*sign)
            }
            Some(_) => Token::Word(self.word()),
        };
        Ok((start, token))
    }

    /// The next token, which stays the next.
    pub(super) fn peek(&mut self) -> Result<Token<'a>, FormatError> {
        self.skip_blanks();
        let before = self.at;
        let token = self.next()?.1;
        self.at = before;
        Ok(token)
    }

    fn bytes(&self) -> &'a [u8] {
        self.decoded.text.as_bytes()
    }

    fn skip_blanks(&mut self) {
        let rest = self.bytes().get(self.at..).unwrap_or_default();
        // 0x1A ended texts under DOS.
        let is_blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0x1A;
        let blanks = rest.iter().take_while(|byte| is_blank(byte)).count();
        self.at += blanks;
    }

    fn text(&mut self) -> Result<&'a str, FormatError> {
        let start = self.at + 1;
        let rest = self.bytes().get(start..).unwrap_or_default();
        let most = usize::try_from(self.limits.of(What::FieldBytes)).unwrap_or(usize::MAX);
        let within = rest.iter().take(most.saturating_add(1));
        let Some(length) = within.clone().position(|byte| *byte == b'"') else {
            if within.len() <= most {
                let place = self.decoded.place(self.at);
                return Err(malformed(place, Reason::UnterminatedQuote));
            }
            let found = rest.iter().position(|byte| *byte == b'"');
            let found = found.unwrap_or(rest.len()) as u64;
            self.limits.check(What::FieldBytes, found)?;
            return Ok("");
        };
        self.at = start + length + 1;
        Ok(self.slice(start, start + length))
    }

    fn word(&mut self) -> &'a str {
        let start = self.at;
        let rest = self.bytes().get(start..).unwrap_or_default();
        let is_part =
            |byte: &&u8| !byte.is_ascii_whitespace() && **byte != b'"' && !SIGNS.contains(byte);
        self.at += rest.iter().take_while(is_part).count();
        self.slice(start, self.at)
    }

    fn slice(&self, start: usize, end: usize) -> &'a str {
        self.decoded.text.get(start..end).unwrap_or_default()
    }
}
