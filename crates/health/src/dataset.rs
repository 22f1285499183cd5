//! The tables and indicators of an open package, bound to geography, and the answer to a question.

use serde::{Deserialize, Serialize};
use table::{Dimension, Role, Table, Text};

use crate::answer;
use crate::disclosure::{Columns, Published};
use crate::door::Door;
use crate::geography;
use crate::histogram;
use crate::indicator::Indicator;
use crate::question::{Question, Wanted};
use crate::refusal::Refusal;

/// A heading that indicators stand under.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// What an indicator refers to.
    pub id: String,
    /// What people read.
    pub label: Text,
}

/// Tables with their levels, and what is declared over them.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    tables: Vec<Table>,
    indicators: Vec<Indicator>,
    topics: Vec<Topic>,
    pub(crate) door: Door,
}

impl Dataset {
    /// Gives the tables' places their levels and checks that the indicators' tables and measures exist.
    ///
    /// # Errors
    /// When an indicator names a table or measure that is not there.
    pub fn bind(
        tables: Vec<Table>,
        indicators: Vec<Indicator>,
        topics: Vec<Topic>,
    ) -> Result<Self, Refusal> {
        let tables = tables.into_iter().map(with_levels).collect();
        let dataset = Self {
            tables,
            indicators,
            topics,
            door: Door::default(),
        };
        dataset.indicators.iter().try_for_each(|indicator| {
            let sources = std::iter::once(&indicator.numerator).chain(&indicator.denominator);
            sources.into_iter().try_for_each(|source| {
                crate::named::measure_index(dataset.table(&source.table)?, &source.measure)?;
                Ok(())
            })
        })?;
        Ok(dataset)
    }

    /// The tables.
    #[must_use]
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// The indicators in the publisher's order.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// The topics in the publisher's order.
    #[must_use]
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// The table of this name.
    ///
    /// # Errors
    /// When there is none.
    pub fn table(&self, name: &str) -> Result<&Table, Refusal> {
        self.table_at(self.table_index(name)?)
    }

    pub(crate) fn table_index(&self, name: &str) -> Result<usize, Refusal> {
        let mut tables = self.tables.iter();
        let unknown = || Refusal::UnknownTable {
            name: name.to_owned(),
            known: self.names(),
        };
        tables
            .position(|table| table.name() == name)
            .ok_or_else(unknown)
    }

    pub(crate) fn table_at(&self, index: usize) -> Result<&Table, Refusal> {
        let known = || Refusal::TableNeeded {
            known: self.names(),
        };
        self.tables.get(index).ok_or_else(known)
    }

    fn names(&self) -> Vec<String> {
        self.tables
            .iter()
            .map(|table| table.name().to_owned())
            .collect()
    }

    /// The indicator of this name.
    ///
    /// # Errors
    /// When there is none.
    pub fn indicator(&self, id: &str) -> Result<&Indicator, Refusal> {
        let unknown = || Refusal::UnknownIndicator {
            name: id.to_owned(),
        };
        self.indicators
            .iter()
            .find(|indicator| indicator.id == id)
            .ok_or_else(unknown)
    }

    /// The answer to a question, row by row.
    ///
    /// # Errors
    /// When a name is unknown or the answer would be too large.
    pub fn ask(&self, question: &Question) -> Result<Published<'_>, Refusal> {
        answer::answer(self, question)
    }

    /// The same answer column by column.
    ///
    /// # Errors
    /// When a name is unknown or the answer would be too large.
    pub fn columns(&self, question: &Question) -> Result<Columns<'_>, Refusal> {
        answer::columns(self, question)
    }

    /// The combinations of the question's levels that occur among the finest parts; rows without cells.
    ///
    /// # Errors
    /// When a name is unknown or the answer would be too large.
    pub fn distinct(&self, question: &Question) -> Result<Published<'_>, Refusal> {
        answer::distinct(self, question)
    }

    /// The same combinations column by column.
    ///
    /// # Errors
    /// When a name is unknown or the answer would be too large.
    pub fn distinct_columns(&self, question: &Question) -> Result<Columns<'_>, Refusal> {
        answer::distinct_columns(self, question)
    }

    /// An answer for each of the levels alone, under every filter of the question but those on the level's own dimension.
    ///
    /// Where `active` names the level whose filter is being moved, what answers its next move is kept.
    ///
    /// # Errors
    /// When a name is unknown or the answers would be too large.
    pub fn histograms(
        &self,
        levels: &[String],
        question: &Question,
        active: Option<&str>,
    ) -> Result<Vec<Columns<'_>>, Refusal> {
        histogram::histograms(self, levels, (question, active))
    }

    /// The question of one of the histograms.
    ///
    /// # Errors
    /// When it does not settle on a table.
    pub fn histogram(&self, level: &str, question: &Question) -> Result<Question, Refusal> {
        histogram::of_level(self, level, question).map(|(_, question)| question)
    }

    /// The table a question is put to.
    ///
    /// # Errors
    /// When the named table does not exist, or several tables would do.
    pub fn table_of(&self, question: &Question) -> Result<&Table, Refusal> {
        self.table_at(self.index_of(question)?)
    }

    pub(crate) fn index_of(&self, question: &Question) -> Result<usize, Refusal> {
        if let Some(name) = &question.table {
            return self.table_index(name);
        }
        let of_indicator = question.wanted.iter().find_map(|wanted| match wanted {
            Wanted::Indicator(id) => Some(id),
            _ => None,
        });
        if let Some(id) = of_indicator {
            return self.table_index(&self.indicator(id)?.numerator.table);
        }
        let tables = self.tables.iter().enumerate();
        let fitting: Vec<usize> = tables
            .filter(|(_, table)| answer::fits(table, question))
            .map(|(index, _)| index)
            .collect();
        match (fitting.as_slice(), self.tables.as_slice()) {
            ([index], _) => Ok(*index),
            (_, [_]) => Ok(0),
            _ => Err(Refusal::TableNeeded {
                known: self.names(),
            }),
        }
    }
}

pub(crate) fn with_levels(mut table: Table) -> Table {
    let names: Vec<String> = table
        .dimensions()
        .iter()
        .map(|column| column.dimension.name.clone())
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let places: Vec<(usize, Dimension)> = table
        .dimensions()
        .iter()
        .enumerate()
        .filter(|(_, column)| column.dimension.role == Role::Geography)
        .map(|(index, column)| {
            (
                index,
                geography::with_levels(column.dimension.clone(), &names),
            )
        })
        .collect();
    for (index, dimension) in places {
        // Levels are added, members stay as they are, so no row can point outside.
        let _ = table.describe(index, dimension);
    }
    table
}
