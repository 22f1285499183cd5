//! The statements of a file by keyword, subject and language.

use std::collections::BTreeMap;

use table::Text;

use crate::{FormatError, Reason};

use super::decode::Decoded;
use super::malformed;
use super::statements::{Item, Statement};

/// A text as the file's main language has it, and as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// In the main language; this is what statements name.
    pub(super) plain: String,
    /// In Danish and English, as far as there is more than the main language.
    pub(super) text: Text,
}

impl Words {
    pub(super) fn same(plain: &str) -> Self {
        Self {
            plain: plain.to_owned(),
            text: Text::same(plain),
        }
    }

    pub(super) fn within(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::Main => &self.plain,
            Tongue::Danish => &self.text.da,
            Tongue::English => &self.text.en,
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.plain.trim().is_empty()
    }
}

/// The main language of the file, and the two that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    Main,
    Danish,
    English,
}

/// A keyword, its language and its subjects.
type Key = (String, Option<String>, Vec<String>);

/// All statements.
pub(super) struct Meta<'a> {
    decoded: &'a Decoded<'a>,
    statements: BTreeMap<Key, Vec<Statement>>,
    danish: Option<String>,
    english: Option<String>,
}

impl<'a> Meta<'a> {
    pub(super) fn new(decoded: &'a Decoded<'a>, all: Vec<Statement>) -> Self {
        let mut statements = BTreeMap::<Key, Vec<Statement>>::new();
        for statement in all {
            let Statement {
                keyword,
                language,
                subjects,
                ..
            } = &statement;
            let key = (keyword.clone(), language.clone(), subjects.clone());
            statements.entry(key).or_default().push(statement);
        }
        let mut meta = Self {
            decoded,
            statements,
            danish: None,
            english: None,
        };
        meta.choose_languages();
        meta
    }

    /// A language is looked for under its own name only where it is not the main one.
    fn choose_languages(&mut self) {
        let main = self
            .first("LANGUAGE", &[])
            .map(|item| item.text().to_ascii_lowercase());
        let offered = |wanted: &str| {
            let is_main = main.as_deref().is_some_and(|main| main.starts_with(wanted));
            let mut languages = self
                .statements
                .keys()
                .filter_map(|(_, language, _)| language.clone());
            let found = languages.find(|language| language.starts_with(wanted));
            found.filter(|_| !is_main)
        };
        (self.danish, self.english) = (offered("da"), offered("en"));
    }

    /// Whether the keyword occurs at all.
    pub(super) fn has(&self, keyword: &str) -> bool {
        self.of(keyword).next().is_some()
    }

    /// All statements of a keyword in the main language, with their subjects.
    pub(super) fn of(&self, keyword: &str) -> impl Iterator<Item = &Statement> {
        let from: Key = (keyword.to_owned(), None, Vec::new());
        let rest = self.statements.range(from..);
        let own = keyword.to_owned();
        rest.take_while(move |((keyword, language, _), _)| *keyword == own && language.is_none())
            .flat_map(|(_, statements)| statements)
    }

    /// All keywords, each once.
    pub(super) fn keywords(&self) -> Vec<&str> {
        let mut keywords: Vec<&str> = self
            .statements
            .keys()
            .map(|(it, _, _)| it.as_str())
            .collect();
        keywords.dedup();
        keywords
    }

    /// What the last statement of a keyword about these subjects says.
    pub(super) fn items(&self, keyword: &str, subjects: &[&Words]) -> Option<&Statement> {
        self.find(keyword, None, subjects.iter().map(|it| it.plain.clone()))
    }

    fn first(&self, keyword: &str, subjects: &[&Words]) -> Option<&Item> {
        self.items(keyword, subjects)?.items.first()
    }

    /// The first word or text of a statement.
    pub(super) fn word(&self, keyword: &str, subjects: &[&Words]) -> Option<&str> {
        self.first(keyword, subjects).map(Item::text)
    }

    /// A whole number.
    pub(super) fn number(&self, keyword: &str, subjects: &[&Words]) -> Option<u8> {
        self.word(keyword, subjects)?.trim().parse().ok()
    }

    /// The first text of a statement in all languages.
    pub(super) fn words(&self, keyword: &str, subjects: &[&Words]) -> Option<Words> {
        self.list(keyword, subjects)?.into_iter().next()
    }

    /// The texts of a statement in all languages; a translation of another length does not count.
    pub(super) fn list(&self, keyword: &str, subjects: &[&Words]) -> Option<Vec<Words>> {
        let main = &self.items(keyword, subjects)?.items;
        let plain = || main.iter().map(|item| item.text().to_owned());
        let da = subjects.iter().map(|it| it.text.da.clone());
        let en = subjects.iter().map(|it| it.text.en.clone());
        let translated = |language: &Option<String>, subjects: Vec<String>| -> Vec<String> {
            let found = language
                .as_deref()
                .and_then(|language| self.find(keyword, Some(language), subjects.into_iter()));
            let found = found.filter(|found| found.items.len() == main.len());
            found.map_or_else(
                || plain().collect(),
                |found| found.items.iter().map(|it| it.text().to_owned()).collect(),
            )
        };
        let da = translated(&self.danish, da.collect());
        let en = translated(&self.english, en.collect());
        let words = plain().zip(da.into_iter().zip(en));
        let words = words.map(|(plain, (da, en))| Words {
            plain,
            text: Text { da, en },
        });
        Some(words.collect())
    }

    fn find(
        &self,
        keyword: &str,
        language: Option<&str>,
        subjects: impl Iterator<Item = String>,
    ) -> Option<&Statement> {
        let key = (
            keyword.to_owned(),
            language.map(str::to_owned),
            subjects.collect(),
        );
        self.statements.get(&key)?.last()
    }

    /// All statements of a keyword in the language that is shown as Danish or as English, where it is not the main one.
    pub(super) fn translated(&self, keyword: &str, tongue: Tongue) -> Vec<&Statement> {
        let Some(language) = self.language(tongue) else {
            return Vec::new();
        };
        let from: Key = (keyword.to_owned(), Some(language.to_owned()), Vec::new());
        let is_own = |key: &Key| key.0 == keyword && key.1.as_deref() == Some(language);
        let own = self.statements.range(from..);
        let own = own.take_while(|(key, _)| is_own(key));
        own.flat_map(|(_, statements)| statements).collect()
    }

    /// The statement that translates another one: about the same in the other language, and the same among several.
    pub(super) fn translation(
        &self,
        statement: &Statement,
        (tongue, subjects): (Tongue, Vec<String>),
    ) -> Option<&Statement> {
        let keyword = statement.keyword.clone();
        let own = (keyword.clone(), None, statement.subjects.clone());
        let all = self.statements.get(&own)?;
        let nth = all.iter().position(|it| it.at == statement.at)?;
        let key = (keyword, Some(self.language(tongue)?.to_owned()), subjects);
        self.statements.get(&key)?.get(nth)
    }

    /// Whether a keyword says something of these subjects in the main language.
    pub(super) fn has_plain(&self, keyword: &str, subjects: Vec<String>) -> bool {
        self.find(keyword, None, subjects.into_iter()).is_some()
    }

    fn language(&self, tongue: Tongue) -> Option<&str> {
        match tongue {
            Tongue::Main => None,
            Tongue::Danish => self.danish.as_deref(),
            Tongue::English => self.english.as_deref(),
        }
    }

    /// The text from which the cells are read.
    pub(super) fn text(&self) -> &str {
        &self.decoded.text
    }

    pub(super) fn malformed(&self, at: usize, reason: Reason) -> FormatError {
        malformed(self.decoded.place(at), reason)
    }
}
