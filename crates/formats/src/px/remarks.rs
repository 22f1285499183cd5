//! What statements say of the table, its variables, values and cells, with the translations of each.

use std::collections::BTreeMap;

use table::Text;

use super::measures::Described;
use super::meta::{Meta, Tongue, Words};
use super::statements::Statement;
use super::variables::{Variable, Variables};

/// What a statement says.
pub(super) struct Remark {
    pub(super) keyword: String,
    /// Whom it is about, in the main language.
    pub(super) subjects: Vec<Words>,
    pub(super) at: usize,
    pub(super) text: Text,
}

impl Remark {
    /// Whom it is about, as statements name them.
    fn names(&self) -> Vec<String> {
        self.subjects.iter().map(|it| it.plain.clone()).collect()
    }
}

/// What names in statements can mean.
pub(super) struct Scope<'a> {
    pub(super) meta: &'a Meta<'a>,
    pub(super) variables: &'a Variables,
    pub(super) described: &'a Described,
}

impl Scope<'_> {
    /// Everything that some keywords say, in the order of the file. What is said in one language only counts for both.
    pub(super) fn remarks(&self, keywords: &[&str]) -> Vec<Remark> {
        let mut remarks = Vec::new();
        for keyword in keywords {
            remarks.extend(self.meta.of(keyword).map(|it| self.plain(it)));
            let mut alone = BTreeMap::<Vec<String>, Remark>::new();
            for tongue in [Tongue::Danish, Tongue::English] {
                for remark in self.alone(keyword, tongue) {
                    let en = remark.text.en.clone();
                    let known = alone.entry(remark.names()).or_insert(remark);
                    known.text.en = en;
                }
            }
            remarks.extend(alone.into_values());
        }
        remarks
    }

    fn plain(&self, statement: &Statement) -> Remark {
        let subjects = self.subjects(statement, Tongue::Main);
        let text = |tongue| {
            let names = subjects.iter().map(|it| it.within(tongue).to_owned());
            let translation = self.meta.translation(statement, (tongue, names.collect()));
            lines(translation.unwrap_or(statement))
        };
        Remark {
            text: Text::new(&text(Tongue::Danish), &text(Tongue::English)),
            keyword: statement.keyword.clone(),
            at: statement.at,
            subjects,
        }
    }

    /// What is said in another language than the main one, and not in that.
    fn alone(&self, keyword: &str, tongue: Tongue) -> impl Iterator<Item = Remark> {
        let own = self.meta.translated(keyword, tongue).into_iter();
        own.filter_map(move |statement| {
            let subjects = self.subjects(statement, tongue);
            let names = subjects.iter().map(|it| it.plain.clone()).collect();
            let is_alone = !self.meta.has_plain(&statement.keyword, names);
            is_alone.then(|| Remark {
                keyword: statement.keyword.clone(),
                subjects,
                at: statement.at,
                text: Text::same(&lines(statement)),
            })
        })
    }

    /// Variables and values that a statement names in one of the languages.
    fn subjects(&self, statement: &Statement, tongue: Tongue) -> Vec<Words> {
        let variables = &self.variables.all;
        let subjects = &statement.subjects;
        let or_same = |found: Option<&Words>, subject: &String| {
            found.cloned().unwrap_or_else(|| Words::same(subject))
        };
        let value = |variable: &Variable, subject: &String| {
            let found = variable.value_within(tongue, subject);
            or_same(found.and_then(|at| variable.values.get(at)), subject)
        };
        match statement.keyword.trim_end_matches('X') {
            "CELLNOTE" => {
                let pairs = subjects.iter().zip(variables);
                pairs.map(|(subject, of)| value(of, subject)).collect()
            }
            "NOTE" | "VALUENOTE" => {
                let mut names = subjects.iter();
                let Some(first) = names.next() else {
                    return Vec::new();
                };
                let variable = variables.iter().find(|it| it.name.within(tongue) == first);
                let own = or_same(variable.map(|it| &it.name), first);
                let values = names.map(|subject| match variable {
                    Some(variable) => value(variable, subject),
                    None => Words::same(subject),
                });
                std::iter::once(own).chain(values).collect()
            }
            _ => {
                let measures = &self.described.subjects;
                let find =
                    |subject: &String| measures.iter().find(|it| it.within(tongue) == subject);
                subjects.iter().map(|it| or_same(find(it), it)).collect()
            }
        }
    }
}

/// A hash begins a new line; two of them leave one empty.
fn lines(statement: &Statement) -> String {
    let text = statement.items.first().map(|it| it.text());
    text.unwrap_or_default()
        .replace('#', "\n")
        .trim()
        .to_owned()
}
