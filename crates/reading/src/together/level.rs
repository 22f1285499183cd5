//! The level that the names of sheets or files are: a period, a place, a sex or an age each.

use health::geography;
use table::{Aggregation, Codes, Collapse, DimensionColumn, MeasureColumn, Role, Table};

use super::Item;
use crate::age::{self, Plain};
use crate::dimension;
use crate::draft::{Interner, Origin, RawDimension};
use crate::name::{slug, unique};
use crate::time;
use crate::vocabulary::{Rollup, rollup_of, sex_of};

/// What a name says of all rows of its sheet or file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) role: Role,
    /// The period, place, sex or age as it is written.
    pub(super) member: String,
    /// What else the name says.
    pub(super) words: String,
}

impl Said {
    /// Whether two names are of one series.
    pub(super) fn is_series_with(&self, other: &Self) -> bool {
        let is_other = self.member != other.member;
        self.role == other.role && is_other && slug(&self.words) == slug(&other.words)
    }
}

/// What a name says, if it is of a series.
pub(super) fn said(name: &str) -> Option<Said> {
    let spaced = name.replace('_', " ");
    let said = |role, member: &str, words: String| Said {
        role,
        member: member.to_owned(),
        words,
    };
    if let Some((words, period)) = time::split(&spaced) {
        let star = if period.preliminary { "*" } else { "" };
        return Some(said(Role::Time, &format!("{}{star}", period.code), words));
    }
    let whole = spaced.trim();
    let is_sex = whole.chars().count() > 1 && sex_of(whole).is_some();
    let is_place = whole.chars().any(char::is_alphabetic) && geography::recognise(whole).is_some();
    if is_sex {
        Some(said(Role::Sex, whole, String::new()))
    } else if age::parse(whole, Plain::IsNothing).is_some() {
        Some(said(Role::Age, whole, String::new()))
    } else if is_place {
        Some(said(Role::Geography, whole, String::new()))
    } else {
        None
    }
}

/// The tables of these parts, each with its level where the names are of one series that the tables do not have.
pub(super) fn added(members: &[&Item]) -> Option<Vec<Table>> {
    let plain = || members.iter().map(|item| item.table.clone()).collect();
    let Some(saids) = series(members) else {
        return Some(plain());
    };
    let (first, role) = (members.first()?, saids.first()?.role);
    let has_role = |column: &DimensionColumn| column.dimension.role == role;
    if first.table.dimensions().iter().any(has_role) {
        return Some(plain());
    }
    let mut interner = Interner::default();
    let rows: Vec<u32> = saids
        .iter()
        .map(|said| interner.number(&said.member))
        .collect();
    let codes = interner.into_texts();
    let raw = RawDimension {
        labels: codes.clone(),
        rows: Codes::pack(rows, codes.len()),
        codes,
        origin: Origin::Headings,
        ..RawDimension::default()
    };
    let mut settled = dimension::settle(raw, role);
    let mut names: Vec<String> = names(&first.table);
    let own = std::mem::take(&mut settled.column.dimension.name);
    let fallback = dimension::by_role(role, &settled.column.dimension.members).0;
    settled.column.dimension.name = unique(&own, fallback, &mut names);
    let with = |(at, item): (usize, &&Item)| with_level(&item.table, &settled, at);
    members.iter().enumerate().map(with).collect()
}

fn names(table: &Table) -> Vec<String> {
    let dimensions = table
        .dimensions()
        .iter()
        .map(|it| it.dimension.name.clone());
    let measures = table.measures().iter().map(|it| it.measure.name.clone());
    dimensions.chain(measures).collect()
}

/// What the names say, where they are of one series.
fn series<'i>(members: &[&'i Item]) -> Option<Vec<&'i Said>> {
    let saids: Option<Vec<&Said>> = members.iter().map(|item| item.said.as_ref()).collect();
    let saids = saids?;
    let (first, rest) = saids.split_first()?;
    let is_series = rest.iter().all(|said| first.is_series_with(said));
    is_series.then_some(saids)
}

/// The table with the member of one part in every row.
fn with_level(table: &Table, level: &dimension::Settled, part: usize) -> Option<Table> {
    let own = &level.column;
    let member = u32::try_from(own.codes.get(part)?).ok()?;
    let codes = Codes::pack(vec![member; table.row_count()], own.dimension.members.len());
    let column = DimensionColumn {
        dimension: own.dimension.clone(),
        codes,
    };
    let dimensions = table.dimensions().iter().cloned().chain([column]);
    let measures = table.measures().iter().map(|it| beside(it, level));
    let with = Table::try_new(table.name(), dimensions.collect(), measures.collect()).ok()?;
    Some(
        with.with_title(table.title().clone())
            .with_notes(table.notes().to_vec()),
    )
}

/// The measure beside one more dimension: people and stocks must not be added over it where it is time.
fn beside(column: &MeasureColumn, level: &dimension::Settled) -> MeasureColumn {
    let mut column = column.clone();
    let dimension = &level.column.dimension;
    let is_time = dimension.role == Role::Time;
    let measure = &mut column.measure;
    let rollup = rollup_of(&measure.label.da, &measure.unit.da);
    let name = dimension.name.clone();
    match &mut measure.aggregation {
        Aggregation::Distinct { over } if is_time => over.push(name),
        Aggregation::SemiAdditive { not_over, .. } if is_time => not_over.push(name),
        Aggregation::Additive if is_time && rollup == Rollup::DistinctPersons => {
            measure.aggregation = Aggregation::Distinct { over: vec![name] };
        }
        Aggregation::Additive if is_time && rollup == Rollup::Stock => {
            let not_over = vec![name];
            let then = Collapse::Last;
            measure.aggregation = Aggregation::SemiAdditive { not_over, then };
        }
        _ => {}
    }
    measure
        .preliminary
        .extend(level.preliminary.iter().cloned());
    column
}
