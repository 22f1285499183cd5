//! Aggregation classes held against what is declared beside them, and against the numbers.

use std::collections::BTreeMap;

use table::{
    Aggregation, Codes, DimensionColumn, Measure, MeasureColumn, Member, MemberKind, Table,
};

use super::{Declaration, Fault, Found, Wrong, found};
use crate::indicator::{Class, Indicator};

/// The class that an indicator names is that of its measures.
pub(super) fn indicator(indicator: &Indicator, table: &Table) -> Found {
    let Some(declared) = indicator.class else {
        return Ok(());
    };
    let mut measures = table.measures().iter().map(|column| &column.measure);
    let measure = measures.find(|measure| measure.name == indicator.numerator.measure);
    let found_class = match (&indicator.denominator, measure) {
        (Some(_), _) => Class::Ratio,
        (None, measure) => measure.map_or(declared, class),
    };
    if declared == found_class {
        return Ok(());
    }
    let wrong = Wrong::Class {
        declared,
        found: found_class,
    };
    found(&["class"], wrong)
}

fn class(measure: &Measure) -> Class {
    match measure.aggregation {
        Aggregation::Additive => Class::Additive,
        Aggregation::SemiAdditive { .. } => Class::SemiAdditive,
        Aggregation::Distinct { .. } => Class::Distinct,
        Aggregation::Ratio { .. } => Class::Ratio,
        Aggregation::Mean { .. } => Class::Mean,
        Aggregation::Printed => Class::Printed,
    }
}

/// The classes of all measures name columns that exist, and the printed totals can be theirs.
pub(super) fn measures(tables: &[Table]) -> Result<(), Box<Fault>> {
    for (index, table) in tables.iter().enumerate() {
        for (at, column) in table.measures().iter().enumerate() {
            let checked = columns(table, &column.measure).and_then(|()| totals(table, column));
            checked.map_err(|(path, wrong)| {
                Box::new(Fault {
                    of: Declaration::Measure {
                        table: index,
                        measure: at,
                    },
                    name: column.measure.name.clone(),
                    path: [vec!["aggregation".to_owned()], path].concat(),
                    wrong,
                })
            })?;
        }
    }
    Ok(())
}

fn columns(table: &Table, of: &Measure) -> Found {
    let measure = |key: &str, name| super::measure(&[key], table, name);
    let dimensions = |key: &str, names: &[String]| {
        let known = || table.dimensions().iter().map(|it| &it.dimension.name);
        let unknown = names.iter().enumerate();
        let mut unknown = unknown.filter(|(_, name)| !known().any(|known| known == *name));
        unknown.next().map_or(Ok(()), |(at, name)| {
            let (name, known) = (name.clone(), known().cloned().collect());
            found(&[key, &at.to_string()], Wrong::Level { name, known })
        })
    };
    match &of.aggregation {
        Aggregation::SemiAdditive { not_over, .. } => dimensions("not_over", not_over),
        Aggregation::Distinct { over } => dimensions("over", over),
        Aggregation::Ratio {
            numerator,
            denominator,
        } => measure("numerator", numerator).and_then(|()| measure("denominator", denominator)),
        Aggregation::Mean { weight } => measure("weight", weight),
        Aggregation::Additive | Aggregation::Printed => Ok(()),
    }
}

/// The parts of a total, and the total as printed.
#[derive(Default)]
struct Group {
    sum: f64,
    largest: f64,
    parts: u32,
    printed: Option<f64>,
}

/// A part and its total may each be rounded to tens, and a publisher may round by other rules of his own: a total below its parts
/// by less than this share of them, or by less than five a part, contradicts nothing.
const ROUNDED_SHARE: f64 = 0.05;
const ROUNDED_PART: f64 = 5.0;

/// A total of things counted is not less than they are together, and one of people not less than its largest part.
fn totals(table: &Table, column: &MeasureColumn) -> Found {
    let is_additive = column.measure.aggregation == Aggregation::Additive;
    let is_distinct = matches!(column.measure.aggregation, Aggregation::Distinct { .. });
    let mut dimensions = table.dimensions().iter();
    if !(is_additive || is_distinct) || !dimensions.any(|it| it.dimension.total().is_some()) {
        return Ok(());
    }
    let Some(groups) = groups(table, column) else {
        return Ok(());
    };
    for group in groups.into_values() {
        let slack = (ROUNDED_SHARE * group.sum).max(ROUNDED_PART * f64::from(group.parts));
        let least = if is_additive {
            group.sum
        } else {
            group.largest
        };
        if let Some(printed) = group.printed.filter(|printed| *printed < least - slack) {
            let parts = least;
            return found(&[], Wrong::Total { printed, parts });
        }
    }
    Ok(())
}

/// Rows that are parts, and the printed totals over all dimensions that have totals, by the members of the others; none where a
/// number is below zero.
fn groups(table: &Table, column: &MeasureColumn) -> Option<BTreeMap<Vec<usize>, Group>> {
    let sorted: Vec<Sorted<'_>> = table.dimensions().iter().map(Sorted::new).collect();
    let mut groups: BTreeMap<Vec<usize>, Group> = BTreeMap::new();
    for row in 0..table.row_count() {
        let Some(number) = column.number(row) else {
            continue;
        };
        if number < 0.0 {
            return None;
        }
        if let Some((kind, key)) = place(&sorted, row) {
            groups.entry(key).or_default().add(kind, number);
        }
    }
    Some(groups)
}

/// A dimension's members, sorted by what they say of a row.
struct Sorted<'a> {
    codes: &'a Codes,
    has_total: bool,
    kinds: Vec<Kind>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Part,
    Total,
    /// Printed for a level between parts and total.
    Between,
}

impl<'a> Sorted<'a> {
    fn new(column: &'a DimensionColumn) -> Self {
        let kind = |member: &Member| match member.kind {
            MemberKind::Part => Kind::Part,
            MemberKind::Total => Kind::Total,
            MemberKind::Of(_) => Kind::Between,
        };
        Self {
            codes: &column.codes,
            has_total: column.dimension.total().is_some(),
            kinds: column.dimension.members.iter().map(kind).collect(),
        }
    }
}

/// Whether a row is a part or a total over all that have totals, and its members elsewhere; none where it is neither.
fn place(sorted: &[Sorted<'_>], row: usize) -> Option<(Kind, Vec<usize>)> {
    let (mut is_part, mut is_total, mut key) = (true, true, Vec::new());
    for dimension in sorted {
        let code = dimension.codes.get(row)?;
        match dimension.kinds.get(code)? {
            Kind::Part => is_total &= !dimension.has_total,
            Kind::Total => is_part = false,
            Kind::Between => return None,
        }
        if !dimension.has_total {
            key.push(code);
        }
    }
    match (is_part, is_total) {
        (true, _) => Some((Kind::Part, key)),
        (false, true) => Some((Kind::Total, key)),
        _ => None,
    }
}

impl Group {
    fn add(&mut self, kind: Kind, number: f64) {
        if kind == Kind::Total {
            self.printed = Some(number);
            return;
        }
        self.sum += number;
        self.largest = self.largest.max(number);
        self.parts += 1;
    }
}
