//! Builds a table row by row, finding members as they come.

use std::collections::HashMap;

use crate::{
    Codes, Dimension, DimensionColumn, Measure, MeasureColumn, Member, NO_MEMBER, Numbers, Status,
    StatusColumn, Table, TableError, Text,
};

/// Collects a dimension column from member codes as text.
#[derive(Debug, Default)]
pub struct DimensionBuilder {
    dimension: Dimension,
    indices: HashMap<String, u32>,
    rows: Vec<u32>,
}

impl DimensionBuilder {
    /// Starts from a description; its members keep their order, new ones follow.
    #[must_use]
    pub fn new(dimension: Dimension) -> Self {
        let codes = dimension.members.iter().map(|member| member.code.clone());
        let indices = codes.zip(0..).collect();
        Self {
            dimension,
            indices,
            rows: Vec::new(),
        }
    }

    /// Adds a row with the member of this code; `label` names it if it is new.
    pub fn push(&mut self, code: &str, label: &str) {
        let index = self
            .indices
            .get(code)
            .copied()
            .unwrap_or_else(|| self.add(code, label));
        self.rows.push(index);
    }

    /// Adds a row without a member.
    pub fn push_none(&mut self) {
        self.rows.push(NO_MEMBER);
    }

    /// The column.
    #[must_use]
    pub fn finish(self) -> DimensionColumn {
        let codes = Codes::pack(self.rows, self.dimension.members.len());
        DimensionColumn {
            dimension: self.dimension,
            codes,
        }
    }

    fn add(&mut self, code: &str, label: &str) -> u32 {
        let index = u32::try_from(self.dimension.members.len()).unwrap_or(NO_MEMBER);
        let member = Member {
            code: code.to_owned(),
            label: Text::same(label),
            ..Member::default()
        };
        self.dimension.members.push(member);
        self.indices.insert(code.to_owned(), index);
        index
    }
}

/// Collects a measure column from numbers and statuses.
#[derive(Debug, Default)]
pub struct MeasureBuilder {
    measure: Measure,
    values: Vec<f64>,
    statuses: Vec<Status>,
}

impl MeasureBuilder {
    /// Starts from a description.
    #[must_use]
    pub fn new(measure: Measure) -> Self {
        Self {
            measure,
            ..Self::default()
        }
    }

    /// Adds a number; one that is not finite is kept as missing.
    pub fn push(&mut self, value: f64) {
        if value.is_finite() {
            self.values.push(value);
            self.statuses.push(Status::Value);
        } else {
            self.push_status(Status::Missing);
        }
    }

    /// Adds a row without a number.
    pub fn push_status(&mut self, status: Status) {
        self.values.push(0.0);
        self.statuses.push(status);
    }

    /// The column; statuses are left out when every row is a number.
    #[must_use]
    pub fn finish(self) -> MeasureColumn {
        let all_numbers = self.statuses.iter().all(|status| *status == Status::Value);
        let status = (!all_numbers).then(|| self.statuses.into_iter().collect::<StatusColumn>());
        MeasureColumn {
            measure: self.measure,
            numbers: Numbers::from_doubles(self.values),
            status,
        }
    }
}

/// Collects the columns of a table.
#[derive(Debug, Default)]
pub struct TableBuilder {
    /// Dimension columns.
    pub dimensions: Vec<DimensionBuilder>,
    /// Measure columns.
    pub measures: Vec<MeasureBuilder>,
}

impl TableBuilder {
    /// The table.
    ///
    /// # Errors
    /// When columns have different lengths or the same name.
    pub fn finish(self, name: &str) -> Result<Table, TableError> {
        let dimensions = self
            .dimensions
            .into_iter()
            .map(DimensionBuilder::finish)
            .collect();
        let measures = self
            .measures
            .into_iter()
            .map(MeasureBuilder::finish)
            .collect();
        Table::try_new(name, dimensions, measures)
    }
}
