//! Places and periods that a data set can be asked about.

use table::{Dimension, Level, Member, MemberKind, Role, Table, Text};

use crate::dataset::Dataset;
use crate::question::Keep;

/// The level name of the whole country.
pub const COUNTRY: &str = "land";

/// A place in a data set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// `level:code`.
    pub id: String,
    /// The level's name.
    pub level: String,
    /// The level in words.
    pub level_label: Text,
    /// What people read.
    pub label: Text,
    /// The place one level up.
    pub parent: Option<String>,
}

impl Place {
    /// Its code within its level.
    #[must_use]
    pub fn code(&self) -> &str {
        self.id.split_once(':').map_or("", |(_, code)| code)
    }
}

/// The members kept by choosing a place; the country keeps all.
#[must_use]
pub fn keep(id: &str) -> Keep {
    match id.split_once(':') {
        Some((level, code)) if level != COUNTRY => {
            Keep::from([(level.to_owned(), vec![code.to_owned()])])
        }
        _ => Keep::new(),
    }
}

/// All places, the country first, then level by level to the finest.
#[must_use]
pub fn places(dataset: &Dataset) -> Vec<Place> {
    let known = dataset
        .tables()
        .iter()
        .filter_map(|table| of_role(table, Role::Geography));
    let richest = known.reduce(|best, next| {
        if next.levels.len() > best.levels.len() {
            next
        } else {
            best
        }
    });
    richest.map_or_else(Vec::new, places_of)
}

/// The dimension with this role.
pub(crate) fn of_role(table: &Table, role: Role) -> Option<&Dimension> {
    table
        .dimensions()
        .iter()
        .map(|column| &column.dimension)
        .find(|d| d.role == role)
}

/// The name of the level that periods are chosen from: the coarsest of the time dimension, or itself.
#[must_use]
pub fn time_level(table: &Table) -> Option<&str> {
    let time = of_role(table, Role::Time)?;
    Some(
        time.levels
            .last()
            .map_or(time.name.as_str(), |level| level.name.as_str()),
    )
}

/// Periods of all tables' time levels, in order, each once.
#[must_use]
pub fn periods(dataset: &Dataset) -> Vec<Member> {
    let mut periods: Vec<Member> = Vec::new();
    for time in dataset
        .tables()
        .iter()
        .filter_map(|table| of_role(table, Role::Time))
    {
        let members = time
            .levels
            .last()
            .map_or(&time.members, |level| &level.members);
        let parts = members
            .iter()
            .filter(|member| member.kind != MemberKind::Total);
        for member in parts {
            if periods.iter().all(|known| known.code != member.code) {
                periods.push(member.clone());
            }
        }
    }
    periods.sort_by(|a, b| a.code.cmp(&b.code));
    periods
}

fn places_of(dimension: &Dimension) -> Vec<Place> {
    let country = country(dimension);
    let has_new_regions = dimension.levels.iter().any(|level| level.name == "region");
    let offered = |level: &&Level| {
        let older = matches!(level.name.as_str(), "region_2007" | "landsdel");
        (!older || !has_new_regions) && !level.members.is_empty()
    };
    let levels: Vec<&Level> = dimension.levels.iter().filter(offered).collect();
    let mut places = vec![country.clone()];
    for (index, level) in levels.iter().enumerate().rev() {
        let above = levels.get(index + 1).copied();
        let group = |member: &Member| {
            let inside = some_member_of(dimension, level, member);
            place(
                (&level.name, &level.label),
                member,
                parent(above, inside, &country),
            )
        };
        places.extend(level.members.iter().map(group));
    }
    let parts = dimension
        .members
        .iter()
        .enumerate()
        .filter(|(_, m)| m.kind == MemberKind::Part);
    let label = crate::axis::finest_label(dimension);
    let name = (&dimension.name, &label);
    let above = levels.first().copied();
    places.extend(parts.map(|(i, member)| place(name, member, parent(above, Some(i), &country))));
    places
}

fn country(dimension: &Dimension) -> Place {
    let total = dimension
        .members
        .iter()
        .find(|member| member.kind == MemberKind::Total);
    let code = total.map_or("000", |member| member.code.as_str());
    let label = Text::new("Hele landet", "The whole country");
    Place {
        id: format!("{COUNTRY}:{code}"),
        level: COUNTRY.to_owned(),
        level_label: Text::new("Land", "Country"),
        label,
        parent: None,
    }
}

fn place(level: (&String, &Text), member: &Member, parent: Option<String>) -> Place {
    Place {
        id: format!("{}:{}", level.0, member.code),
        level: level.0.clone(),
        level_label: level.1.clone(),
        label: member.label.clone(),
        parent,
    }
}

/// A member of the dimension that lies in the group.
fn some_member_of(dimension: &Dimension, level: &Level, group: &Member) -> Option<usize> {
    let index = level
        .members
        .iter()
        .position(|member| member.code == group.code)?;
    let index = u32::try_from(index).ok()?;
    let parts = dimension.members.iter().zip(&level.parents).enumerate();
    let mut parts = parts.filter(|(_, (member, _))| member.kind == MemberKind::Part);
    parts
        .find(|(_, (_, parent))| **parent == Some(index))
        .map(|(member, _)| member)
}

fn parent(above: Option<&Level>, member: Option<usize>, country: &Place) -> Option<String> {
    let Some(above) = above else {
        return Some(country.id.clone());
    };
    let group = above.parents.get(member?).copied().flatten()?;
    let group = above.members.get(group as usize)?;
    Some(format!("{}:{}", above.name, group.code))
}
