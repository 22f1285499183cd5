//! What a plan decides of the columns and header rows of a table that was found.

use health::geography::Level;
use table::Role;

use crate::plan::{ColumnPlan, ColumnRole, HeaderRow, TablePlan};
use crate::role::Use;
use crate::vocabulary::Heading;

/// The decisions about a table, by the columns it has in this file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pins<'p> {
    pub(crate) table: Option<&'p TablePlan>,
    pub(crate) columns: Vec<Option<&'p ColumnPlan>>,
}

impl<'p> Pins<'p> {
    /// What is decided of a column.
    pub(crate) fn column(&self, column: usize) -> Option<&'p ColumnPlan> {
        self.columns.get(column).copied().flatten()
    }

    /// What the rows of the header are.
    pub(crate) fn header(&self) -> &'p [HeaderRow] {
        let header = self.table.and_then(|table| table.header.as_ref());
        header.map_or(&[], |header| &header.rows)
    }
}

/// What a plan decides of a column that groups rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Pinned {
    pub(crate) role: Option<ColumnRole>,
    pub(crate) level: Option<Level>,
    pub(crate) fill: Option<bool>,
    pub(crate) totals: Vec<String>,
    pub(crate) parts: Vec<String>,
}

impl Pinned {
    pub(crate) fn of(plan: Option<&ColumnPlan>) -> Self {
        let Some(plan) = plan else {
            return Self::default();
        };
        Self {
            role: plan.role,
            level: plan.level.as_deref().and_then(Level::from_name),
            fill: plan.fill,
            totals: plan.totals.clone(),
            parts: plan.parts.clone(),
        }
    }

    /// Whether a member is a total, if that is decided.
    pub(crate) fn is_total(&self, code: &str, label: &str) -> Option<bool> {
        let names = |list: &[String]| list.iter().any(|text| text == code || text == label);
        match (names(&self.parts), names(&self.totals)) {
            (true, _) => Some(false),
            (_, true) => Some(true),
            _ => None,
        }
    }
}

impl ColumnRole {
    /// What a column of this role is for.
    pub(crate) fn in_use(self, heading: &[String]) -> Use {
        match self {
            Self::LeftOut => Use::LeftOut,
            Self::RowNumber => Use::RowNumbers,
            Self::Measure => Use::Numbers,
            Self::Note if heading.is_empty() => Use::Remarks,
            _ => Use::Group,
        }
    }

    /// What a heading would have to say for this role.
    pub(crate) fn as_heading(self) -> Option<Heading> {
        match self {
            Self::Unit => Some(Heading::Unit),
            Self::Note => Some(Heading::Remark),
            Self::MeasureName => Some(Heading::MeasureName),
            _ => self.as_role().map(Heading::Role),
        }
    }

    /// What a dimension of this role is about.
    pub(crate) fn as_role(self) -> Option<Role> {
        match self {
            Self::Geography => Some(Role::Geography),
            Self::Time => Some(Role::Time),
            Self::Age => Some(Role::Age),
            Self::Sex => Some(Role::Sex),
            Self::Sector => Some(Role::Sector),
            Self::Diagnosis => Some(Role::Diagnosis),
            Self::Organisation => Some(Role::Organisation),
            Self::Other => Some(Role::Other),
            _ => None,
        }
    }
}

impl From<Role> for ColumnRole {
    fn from(role: Role) -> Self {
        match role {
            Role::Geography => Self::Geography,
            Role::Time => Self::Time,
            Role::Age => Self::Age,
            Role::Sex => Self::Sex,
            Role::Sector => Self::Sector,
            Role::Diagnosis => Self::Diagnosis,
            Role::Organisation => Self::Organisation,
            Role::Other => Self::Other,
        }
    }
}
