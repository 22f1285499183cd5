//! A column on its way: texts become members, numbers a measure.

use std::collections::HashMap;

use table::{
    Codes, Dimension, DimensionColumn, Measure, MeasureBuilder, MeasureColumn, Member, NO_MEMBER,
    Status, Text,
};

use crate::{FormatError, Limits, Warning, What};

use super::descriptor::Field;
use super::number::{Number, Style, Wholeness};
use super::schema::{Column, Kind};

/// From this number on not every whole number can be held.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A column so far.
pub(super) struct Filling {
    column: Column,
    values: Values,
    not_finite: u64,
    is_exact: bool,
}

enum Values {
    Numbers(MeasureBuilder),
    Texts(Texts),
}

/// Different texts and which of them a row has.
#[derive(Default)]
struct Texts {
    members: Vec<Member>,
    numbers: HashMap<String, u32>,
    rows: Vec<u32>,
}

/// A column as a table has it.
pub(super) enum Filled {
    Dimension(DimensionColumn),
    Measure(MeasureColumn),
}

/// A text that its column cannot hold.
pub(super) struct Wrong;

impl Filling {
    pub(super) fn new(column: Column) -> Self {
        let values = match &column.kind {
            Kind::Numbers(_) => Values::Numbers(MeasureBuilder::new(measure(&column.field))),
            Kind::Truth => Values::Texts(Texts::with(&[])),
            Kind::Texts | Kind::Untold => Values::Texts(Texts::with(&column.members)),
        };
        Self {
            column,
            values,
            not_finite: 0,
            is_exact: true,
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.column.field.name
    }

    /// Adds a row.
    pub(super) fn push(&mut self, text: &str) -> Result<(), Wrong> {
        let absent = self.column.absent(text);
        match (&mut self.values, &self.column.kind) {
            (Values::Texts(texts), _) if absent.is_some() => texts.rows.push(NO_MEMBER),
            (Values::Texts(texts), Kind::Truth) => {
                let truth = truth(&self.column.field, text).ok_or(Wrong)?;
                texts.push(truth);
            }
            (Values::Texts(texts), _) => texts.push(text),
            (Values::Numbers(numbers), Kind::Numbers(style)) => match absent {
                Some(status) => numbers.push_status(status),
                None => match style.parse(text).ok_or(Wrong)? {
                    Number::Finite(number) => {
                        self.is_exact &= number.abs() < EXACT;
                        numbers.push(number);
                    }
                    Number::NotFinite => {
                        self.not_finite += 1;
                        numbers.push_status(Status::Missing);
                    }
                },
            },
            (Values::Numbers(_), _) => return Err(Wrong),
        }
        Ok(())
    }

    /// Different texts so far.
    pub(super) fn check(&self, limits: &Limits) -> Result<(), FormatError> {
        match &self.values {
            Values::Texts(texts) => limits.check(What::Dictionary, texts.members.len() as u64),
            Values::Numbers(_) => Ok(()),
        }
    }

    /// The column, and what there is to say of it.
    pub(super) fn finish(self) -> (Filled, Vec<Warning>) {
        let column = || self.column.field.name.clone();
        let not_finite = (self.not_finite > 0).then(|| Warning::NotFinite {
            column: column(),
            count: self.not_finite,
        });
        let not_exact = (!self.is_exact).then(|| Warning::NotExact { column: column() });
        let warnings = not_finite.into_iter().chain(not_exact).collect();
        let filled = match self.values {
            Values::Numbers(numbers) => Filled::Measure(numbers.finish()),
            Values::Texts(texts) => match self.column.kind {
                Kind::Untold => texts.numbers_or_texts(&self.column.field),
                _ => Filled::Dimension(texts.dimension(&self.column.field)),
            },
        };
        (filled, warnings)
    }
}

impl Texts {
    fn with(members: &[(String, String)]) -> Self {
        let mut texts = Self::default();
        for (code, label) in members {
            texts.add(code, label);
        }
        texts
    }

    fn add(&mut self, code: &str, label: &str) -> u32 {
        let next = u32::try_from(self.members.len()).unwrap_or(NO_MEMBER);
        let index = *self.numbers.entry(code.to_owned()).or_insert(next);
        if index == next {
            self.members.push(Member {
                code: code.to_owned(),
                label: Text::same(label),
                ..Member::default()
            });
        }
        index
    }

    fn push(&mut self, text: &str) {
        let known = self.numbers.get(text).copied();
        let index = known.unwrap_or_else(|| self.add(text, text));
        self.rows.push(index);
    }

    /// A column of which nothing is told holds numbers if each of its texts is one.
    fn numbers_or_texts(self, field: &Field) -> Filled {
        let style = Style::of(field, Wholeness::Any);
        let numbers: Option<Vec<f64>> = (self.members.iter())
            .map(|member| match style.parse(&member.code) {
                Some(Number::Finite(number)) if !begins_with_zero(&member.code) => Some(number),
                _ => None,
            })
            .collect();
        let Some(numbers) = numbers.filter(|numbers| !numbers.is_empty()) else {
            return Filled::Dimension(self.dimension(field));
        };
        let mut builder = MeasureBuilder::new(measure(field));
        for row in self.rows {
            let index = usize::try_from(row).unwrap_or(usize::MAX);
            match numbers.get(index) {
                Some(number) => builder.push(*number),
                None => builder.push_status(Status::Missing),
            }
        }
        Filled::Measure(builder.finish())
    }

    fn dimension(self, field: &Field) -> DimensionColumn {
        let codes = Codes::pack(self.rows, self.members.len());
        let dimension = Dimension {
            name: field.name.clone(),
            label: Text::same(label(field)),
            members: self.members,
            ..Dimension::default()
        };
        DimensionColumn { dimension, codes }
    }
}

/// `0101` is a code.
fn begins_with_zero(text: &str) -> bool {
    matches!(text.trim().as_bytes(), [b'0', b'0'..=b'9', ..])
}

fn measure(field: &Field) -> Measure {
    Measure {
        name: field.name.clone(),
        label: Text::same(label(field)),
        unit: Text::same(field.unit.as_deref().unwrap_or_default()),
        ..Measure::default()
    }
}

fn label(field: &Field) -> &str {
    field.title.as_deref().unwrap_or(&field.name)
}

fn truth(field: &Field, text: &str) -> Option<&'static str> {
    let is_among = |own: &Option<Vec<String>>, usual: &[&str]| match own {
        Some(own) => own.iter().any(|it| it == text),
        None => usual.contains(&text),
    };
    if is_among(&field.true_values, &["true", "True", "TRUE", "1"]) {
        Some("true")
    } else if is_among(&field.false_values, &["false", "False", "FALSE", "0"]) {
        Some("false")
    } else {
        None
    }
}
