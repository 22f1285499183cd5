//! What is asked, by the indices of columns and members.

/// One grouping key: a dimension column, as it is or mapped to a coarser level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Index among the table's dimensions.
    pub column: usize,
    /// How its members form groups.
    pub groups: Groups,
}

/// How the members of a dimension form groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Groups {
    /// Each member is a group.
    Members,
    /// Members of a group share its index.
    Map {
        /// For each member its group, below the number of groups and below `u32::MAX`; rows of a member without one form none.
        of: Vec<Option<u32>>,
        /// Number of groups.
        count: usize,
    },
}

/// Rows kept: those whose member in the column is allowed. A row without a member is never kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Index among the table's dimensions.
    pub column: usize,
    /// For each member whether its rows are kept.
    pub allowed: Vec<bool>,
}

/// A question to one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Grouping keys; none gives one group of all rows.
    pub by: Vec<Key>,
    /// Selections, all of which a row must pass.
    pub select: Vec<Selection>,
    /// Indices among the table's measures.
    pub measures: Vec<usize>,
    /// Those of them whose smallest and largest number are wanted.
    pub extremes: Vec<usize>,
}

/// A query without its selections; its lists are held by whoever asks, since a key may list as many members as there are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'q> {
    pub(crate) by: &'q [&'q Key],
    pub(crate) measures: &'q [usize],
    pub(crate) extremes: &'q [usize],
}

/// Linked histograms: each key alone, under every selection but those on its own column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Linked {
    /// A histogram each.
    pub keys: Vec<Key>,
    /// Selections; those on the active column may be left out.
    pub select: Vec<Selection>,
    /// Index of the measure that is summed, if any.
    pub measure: Option<usize>,
    /// The column whose selection is being moved: later selections on it are answered without another pass.
    pub active: Option<usize>,
}
