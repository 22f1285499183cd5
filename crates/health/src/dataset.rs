//! The tables and indicators of an open package, bound to geography, and the answer to a question.

use serde::{Deserialize, Serialize};
use table::{Dimension, Role, Table, Text};

use crate::answer;
use crate::disclosure::Published;
use crate::geography;
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    tables: Vec<Table>,
    indicators: Vec<Indicator>,
    topics: Vec<Topic>,
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
        let known = || {
            self.tables
                .iter()
                .map(|table| table.name().to_owned())
                .collect()
        };
        let unknown = || Refusal::UnknownTable {
            name: name.to_owned(),
            known: known(),
        };
        self.tables
            .iter()
            .find(|table| table.name() == name)
            .ok_or_else(unknown)
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

    /// The answer to a question.
    ///
    /// # Errors
    /// When a name is unknown or the answer would be too large.
    pub fn ask(&self, question: &Question) -> Result<Published, Refusal> {
        answer::answer(self, question)
    }

    /// The combinations of the question's levels that occur among the finest parts; rows without cells.
    ///
    /// # Errors
    /// When a name is unknown or the answer would be too large.
    pub fn distinct(&self, question: &Question) -> Result<Published, Refusal> {
        answer::distinct(self, question)
    }

    /// The table a question is put to.
    ///
    /// # Errors
    /// When the named table does not exist, or several tables would do.
    pub fn table_of(&self, question: &Question) -> Result<&Table, Refusal> {
        if let Some(name) = &question.table {
            return self.table(name);
        }
        let of_indicator = question.wanted.iter().find_map(|wanted| match wanted {
            Wanted::Indicator(id) => Some(id),
            _ => None,
        });
        if let Some(id) = of_indicator {
            return self.table(&self.indicator(id)?.numerator.table);
        }
        let known = self
            .tables
            .iter()
            .map(|table| table.name().to_owned())
            .collect();
        let fitting: Vec<&Table> = self
            .tables
            .iter()
            .filter(|table| answer::fits(table, question))
            .collect();
        match (fitting.as_slice(), self.tables.as_slice()) {
            ([table], _) => Ok(*table),
            (_, [table]) => Ok(table),
            _ => Err(Refusal::TableNeeded { known }),
        }
    }
}

fn with_levels(mut table: Table) -> Table {
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
