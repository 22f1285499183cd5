//! What became of a column of the source.

use health::geography::Level;
use table::{Dimension, Measure, MemberKind, Role};

use crate::draft::Source;
use crate::plan::{Adds, ColumnRole};
use crate::vocabulary::Heading;

/// What became of a column of the source.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Placed {
    pub(crate) column: usize,
    pub(crate) role: ColumnRole,
    /// The name of the column of the table.
    pub(crate) name: String,
    pub(crate) levels: Vec<String>,
    pub(crate) totals: Vec<String>,
    pub(crate) unit: String,
    pub(crate) decimals: Option<u8>,
    pub(crate) adds: Option<Adds>,
}

impl Placed {
    /// Something else than a column of the table.
    pub(crate) fn aside(&(column, role): &(usize, ColumnRole)) -> Self {
        Self {
            column,
            role,
            ..Self::default()
        }
    }

    /// Numbers.
    pub(crate) fn measure(column: usize, adds: Adds, measure: &Measure) -> Self {
        Self {
            column,
            role: ColumnRole::Measure,
            name: measure.name.clone(),
            unit: measure.unit.da.clone(),
            decimals: Some(measure.decimals),
            adds: Some(adds),
            ..Self::default()
        }
    }

    /// A grouping of rows; whence it comes is still to be told.
    pub(crate) fn dimension(
        meaning: Option<Heading>,
        dimension: &Dimension,
        levels: Vec<String>,
        totals: Vec<String>,
    ) -> Self {
        let role = match meaning {
            Some(Heading::MeasureName) => ColumnRole::MeasureName,
            Some(Heading::Unit) => ColumnRole::Unit,
            _ => dimension.role.into(),
        };
        Self {
            role,
            name: dimension.name.clone(),
            levels,
            totals,
            ..Self::default()
        }
    }

    /// The same of one of the columns that it comes from.
    pub(crate) fn at(&self, source: Source) -> Self {
        let mut placed = Self {
            column: source.column,
            ..self.clone()
        };
        if source.is_code {
            placed.role = ColumnRole::Code;
            placed.totals.clear();
            placed.levels.clear();
        }
        placed
    }
}

/// The levels of the members of a column of places, finest first.
pub(crate) fn levels(dimension: &Dimension) -> Vec<String> {
    let finest = Level::from_name(&dimension.name);
    let Some(finest) = finest.filter(|_| dimension.role == Role::Geography) else {
        return Vec::new();
    };
    let has = |level: Level| {
        let is_it = |kind: &MemberKind| match kind {
            MemberKind::Of(name) => name == level.name(),
            MemberKind::Total => level == Level::Country,
            MemberKind::Part => false,
        };
        level == finest || dimension.members.iter().any(|member| is_it(&member.kind))
    };
    let levels = Level::ALL.into_iter().filter(|level| has(*level));
    levels.map(|level| level.name().to_owned()).collect()
}
