//! The variables of the stub and the heading, and their values.

use std::collections::BTreeMap;

use table::{Dimension, Member, MemberKind, Role};

use crate::cube::cell_count;
use crate::distinct::distinct;
use crate::{FormatError, Limits, ListLength, Reason, What};

use super::meta::{Meta, Tongue, Words};
use super::times;

/// A variable.
#[derive(Clone, Debug)]
pub(super) struct Variable {
    pub(super) name: Words,
    pub(super) values: Vec<Words>,
    /// Each once, as many as values.
    pub(super) codes: Vec<String>,
    /// As they are written in the file.
    pub(super) written_codes: Vec<String>,
    /// Where a value is found by its name in each language, or by its code.
    by_name: [BTreeMap<String, usize>; 3],
    role: Role,
    /// The value that stands for all others together.
    total: Option<usize>,
}

/// All variables, the last one fastest.
pub(super) struct Variables {
    pub(super) all: Vec<Variable>,
    /// How many of them stand in the stub.
    pub(super) stub: usize,
    pub(super) cell_count: usize,
}

impl Variables {
    pub(super) fn read(meta: &Meta<'_>, limits: &Limits) -> Result<Self, FormatError> {
        let stub = meta.list("STUB", &[]).unwrap_or_default();
        let heading = meta.list("HEADING", &[]).unwrap_or_default();
        let count = stub.len();
        let names: Vec<Words> = stub.into_iter().chain(heading).collect();
        limits.check(What::Columns, names.len() as u64)?;
        if names.is_empty() {
            return Err(missing(meta, "STUB"));
        }
        let mut seen = std::collections::BTreeSet::new();
        let twice = names.iter().find(|name| !seen.insert(&name.plain));
        if twice.is_some() {
            let at = meta.items("HEADING", &[]).or(meta.items("STUB", &[]));
            return Err(meta.malformed(at.map_or(0, |it| it.at), Reason::NameTwice));
        }
        let all: Result<Vec<_>, _> = names
            .into_iter()
            .map(|name| variable(meta, name, limits))
            .collect();
        let all = all?;
        let counts: Vec<usize> = all.iter().map(|it| it.values.len()).collect();
        Ok(Self {
            cell_count: cell_count(&counts, limits)?,
            all,
            stub: count,
        })
    }

    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.all.iter().position(|it| it.name.plain == name)
    }

    /// The names of variables of time.
    pub(super) fn times(&self) -> impl Iterator<Item = &str> {
        let times = self.all.iter().filter(|it| it.role == Role::Time);
        times.map(|it| it.name.plain.as_str())
    }

    pub(super) fn dimensions(&self) -> Vec<Dimension> {
        self.all.iter().map(Variable::dimension).collect()
    }
}

impl Variable {
    /// The value that a statement names, by its text or its code.
    pub(super) fn value(&self, name: &str) -> Option<usize> {
        self.value_within(Tongue::Main, name)
    }

    /// The value that a statement in a language names.
    pub(super) fn value_within(&self, tongue: Tongue, name: &str) -> Option<usize> {
        let [main, danish, english] = &self.by_name;
        let by_name = match tongue {
            Tongue::Main => main,
            Tongue::Danish => danish,
            Tongue::English => english,
        };
        by_name.get(name).copied()
    }

    fn index(values: &[Words], codes: &[String]) -> [BTreeMap<String, usize>; 3] {
        [Tongue::Main, Tongue::Danish, Tongue::English].map(|tongue| {
            let names = values.iter().map(|it| it.within(tongue)).enumerate();
            let codes = codes.iter().map(String::as_str).enumerate();
            // Of several with one name the first is meant; a name goes before a code.
            let all = names.chain(codes).map(|(at, name)| (name.to_owned(), at));
            let mut index = BTreeMap::new();
            for (name, at) in all {
                index.entry(name).or_insert(at);
            }
            index
        })
    }

    fn dimension(&self) -> Dimension {
        let pairs = self.codes.iter().zip(&self.values).enumerate();
        let members = pairs.map(|(index, (code, value))| Member {
            code: code.clone(),
            label: value.text.clone(),
            kind: match self.total {
                Some(total) if total == index => MemberKind::Total,
                _ => MemberKind::Part,
            },
        });
        Dimension {
            name: self.name.plain.clone(),
            label: self.name.text.clone(),
            role: self.role,
            members: members.collect(),
            levels: Vec::new(),
        }
    }
}

fn variable(meta: &Meta<'_>, name: Words, limits: &Limits) -> Result<Variable, FormatError> {
    let about = [&name];
    let times = times::read(meta, &name, limits)?;
    let plain = |codes: &[String]| codes.iter().map(|code| Words::same(code)).collect();
    let codes = meta.list("CODES", &about);
    let codes = codes.map(|codes| codes.into_iter().map(|code| code.plain).collect::<Vec<_>>());
    let values: Vec<Words> = match (meta.list("VALUES", &about), &codes, &times) {
        (Some(values), _, _) if !values.is_empty() => values,
        (_, Some(codes), _) | (_, None, Some(codes)) => plain(codes),
        _ => return Err(missing(meta, &format!("VALUES(\"{}\")", name.plain))),
    };
    let codes = codes.unwrap_or_else(|| values.iter().map(|it| it.plain.clone()).collect());
    as_many(meta, ("CODES", &name), (codes.len(), values.len()))?;
    let longest = values.iter().map(|it| it.plain.len()).max();
    let longest = longest.max(codes.iter().map(String::len).max());
    limits.check(What::TextBytes, longest.unwrap_or(0) as u64)?;
    let role = match &times {
        Some(_) => Role::Time,
        None if meta.has_map(&name) => Role::Geography,
        None => Role::Other,
    };
    let times = times.filter(|times| times.len() == values.len());
    let mut variable = Variable {
        by_name: Variable::index(&values, &codes),
        codes: distinct(times.unwrap_or_else(|| codes.clone())),
        written_codes: codes,
        values,
        role,
        total: None,
        name,
    };
    // `YES` says that the variable may be left out, a text which value stands for all of them.
    let total = meta.word("ELIMINATION", &[&variable.name]);
    let total = total.filter(|word| !["YES", "NO"].contains(word));
    variable.total = total.and_then(|word| variable.value(word));
    Ok(variable)
}

impl Meta<'_> {
    fn has_map(&self, name: &Words) -> bool {
        self.items("MAP", &[name]).is_some()
    }
}

/// A list about a variable that must have as many parts as the variable has values.
fn as_many(
    meta: &Meta<'_>,
    (keyword, name): (&str, &Words),
    (found, expected): (usize, usize),
) -> Result<(), FormatError> {
    let at = meta.items(keyword, &[name]).map_or(0, |it| it.at);
    let (found, expected) = (found as u64, expected as u64);
    let uneven = Reason::ListLength(Box::new(ListLength {
        list: format!("{keyword}(\"{}\")", name.plain),
        found,
        expected,
    }));
    (found == expected)
        .then_some(())
        .ok_or_else(|| meta.malformed(at, uneven))
}

fn missing(meta: &Meta<'_>, part: &str) -> FormatError {
    let end = meta.text().len();
    meta.malformed(end, Reason::PartMissing(part.to_owned()))
}
