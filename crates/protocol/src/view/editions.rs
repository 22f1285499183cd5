//! Two editions of a data set held against each other, with words in both languages, so that a change of language asks for nothing.

use packed::{choices, records};

use crate::facts::Words;

/// What differs between an earlier edition and a later one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Editions {
    /// The earlier, by the day of its extract.
    pub earlier: Edition,
    /// The later.
    pub later: Edition,
    /// Whether the open edition is the later one.
    pub is_open_later: bool,
    /// Tables that only the later has.
    pub came: Vec<String>,
    /// Tables that only the earlier has.
    pub gone: Vec<String>,
    /// Tables that both have.
    pub tables: Vec<TableChange>,
    /// Indicators and measures that came, went or are defined in another way.
    pub definitions: Vec<Definition>,
    /// Sections of the Danish declaration that differ.
    pub sections_da: Vec<Section>,
    /// Sections of the English declaration that differ.
    pub sections_en: Vec<Section>,
}

/// One of the two.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edition {
    /// What people read.
    pub title: Words,
    /// The edition, such as `2026-2`.
    pub edition: String,
    /// The day the extract was made, `yyyy-mm-dd`.
    pub extracted: String,
}

/// Something with a code and words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named {
    /// What files call it.
    pub code: String,
    /// What people read.
    pub label: Words,
}

/// What differs within a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableChange {
    /// The table.
    pub name: Named,
    /// The dimensions that its numbers are by, in order.
    pub dimensions: Vec<Dimension>,
    /// Dimensions that only one of the editions has: then numbers cannot be held against each other.
    pub other_dimensions: Vec<String>,
    /// Dimensions whose members differ.
    pub members: Vec<Members>,
    /// Each measure that both have.
    pub numbers: Vec<Numbers>,
}

/// A dimension of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dimension {
    /// Its name and words.
    pub name: Named,
    /// What it is about.
    pub kind: Kind,
}

/// What a dimension is about, as far as it matters here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Places.
    Place,
    /// Periods.
    Period,
    /// Anything else.
    #[default]
    Other,
}

/// Members of a dimension that differ.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Members {
    /// The dimension.
    pub dimension: Named,
    /// Those that only the later has.
    pub came: Vec<Named>,
    /// Those that only the earlier has.
    pub gone: Vec<Named>,
    /// Those that are named in another way.
    pub renamed: Vec<Renamed>,
}

/// A member with another name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Renamed {
    /// The member.
    pub code: String,
    /// Its earlier name.
    pub from: Words,
    /// Its later name.
    pub to: Words,
}

/// What became of the numbers of a measure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Numbers {
    /// The measure.
    pub measure: Named,
    /// The unit.
    pub unit: Words,
    /// Decimals shown.
    pub decimals: u8,
    /// Cells that are a number in both editions.
    pub compared: usize,
    /// Those of them that are another number.
    pub revised: usize,
    /// Those of the revised whose difference is not told, since it would tell of a hidden cell.
    pub withheld: usize,
    /// Cells that only the later has.
    pub came: usize,
    /// Cells that only the earlier has.
    pub gone: usize,
    /// Cells that are hidden in the later alone.
    pub now_hidden: usize,
    /// Cells that are hidden in the earlier alone.
    pub no_longer_hidden: usize,
    /// Cells that otherwise became a number, or ceased to be one.
    pub otherwise: usize,
    /// The largest revisions, by the size of the difference.
    pub largest: Vec<Revision>,
    /// Cells that came to be hidden, the first of them.
    pub hidden: Vec<Vec<Named>>,
    /// Cells that came to be shown, the first of them.
    pub shown: Vec<Vec<Named>>,
    /// How many were revised of each place and of each period.
    pub by: Vec<ByMember>,
}

/// A number that was revised.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Revision {
    /// Its members, one for each dimension of the table.
    pub members: Vec<Named>,
    /// The number in the earlier edition.
    pub from: f64,
    /// The number in the later one.
    pub to: f64,
}

/// What became of the numbers of a place or a period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ByMember {
    /// The dimension.
    pub dimension: String,
    /// The member.
    pub member: Named,
    /// Cells that are a number in both editions.
    pub compared: usize,
    /// Those of them that are another number.
    pub revised: usize,
}

/// An indicator or a measure that came, went or is declared in another way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definition {
    /// Whether it is a measure of a table, not an indicator.
    pub is_measure: bool,
    /// Its name and words.
    pub name: Named,
    /// What became of it.
    pub change: Change,
    /// The fields of the declaration that differ.
    pub fields: Vec<Field>,
}

/// What became of something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Change {
    /// Only the later edition has it.
    Came,
    /// Only the earlier edition has it.
    Gone,
    /// Both have it, in different ways.
    #[default]
    Changed,
}

/// A field of a declaration that says something else.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Field {
    /// Its name in the package's schema.
    pub name: String,
    /// What the earlier edition says.
    pub from: Words,
    /// What the later edition says.
    pub to: Words,
}

/// A section of the declaration that differs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// What the earlier edition says, if it has it.
    pub from: Option<String>,
    /// What the later edition says, if it has it.
    pub to: Option<String>,
}

choices! {
    Kind: 0 = Place, 1 = Period, 2 = Other; else Self::Other;
    Change: 0 = Came, 1 = Gone, 2 = Changed; else Self::Changed;
}

records! {
    Editions { earlier, later, is_open_later, came, gone, tables, definitions, sections_da, sections_en }
    Edition { title, edition, extracted }
    Named { code, label }
    TableChange { name, dimensions, other_dimensions, members, numbers }
    Dimension { name, kind }
    Members { dimension, came, gone, renamed }
    Renamed { code, from, to }
    Numbers { measure, unit, decimals, compared, revised, withheld, came, gone, now_hidden, no_longer_hidden, otherwise,
        largest, hidden, shown, by }
    Revision { members, from, to }
    ByMember { dimension, member, compared, revised }
    Definition { is_measure, name, change, fields }
    Field { name, from, to }
    Section { heading, from, to }
}
