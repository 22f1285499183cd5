//! The numbers of two editions held against each other, cell by cell.

use std::collections::{BTreeMap, BTreeSet};

use table::{Member, MemberKind, Table, Text};

use crate::axis::Axis;
use crate::dataset::Dataset;
use crate::disclosure::{Cell, Figure};
use crate::question::{Keep, Question, Wanted};
use crate::refusal::Refusal;

/// What became of the numbers of a measure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Numbers {
    /// The measure.
    pub measure: String,
    /// What people read.
    pub label: Text,
    /// Decimals shown.
    pub decimals: u8,
    /// Cells that are a number in both editions.
    pub compared: usize,
    /// Those of them that are another number.
    pub revised: usize,
    /// Printed totals among them whose difference is not told, since parts of them are hidden.
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
}

/// A number that was revised.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Revision {
    /// Codes of its members, one for each dimension.
    pub codes: Vec<String>,
    /// Their labels.
    pub labels: Vec<Text>,
    /// The number in the earlier edition.
    pub from: f64,
    /// The number in the later one.
    pub to: f64,
}

/// The cells of an edition by the codes of their members.
type Cells<'a> = BTreeMap<Vec<&'a str>, Row<'a>>;
type Row<'a> = (Vec<&'a Member>, Vec<Cell>);

/// What became of each measure that both tables have.
pub(super) fn revised(
    (earlier, old): (&Dataset, &Table),
    (later, new): (&Dataset, &Table),
    most: usize,
) -> Result<Vec<Numbers>, Refusal> {
    let has = |name: &str| {
        let mut columns = old.measures().iter();
        columns.any(|column| column.measure.name == name)
    };
    let columns = new.measures().iter().map(|column| &column.measure);
    let measures: Vec<&table::Measure> = columns.filter(|measure| has(&measure.name)).collect();
    let wanted: Vec<Wanted> = measures
        .iter()
        .map(|measure| Wanted::Rolled(measure.name.clone()))
        .collect();
    let by: Vec<String> = new
        .dimensions()
        .iter()
        .map(|column| column.dimension.name.clone())
        .collect();
    let (before, after) = (question(old, &by, &wanted), question(new, &by, &wanted));
    let (before, after) = (earlier.ask(&before)?, later.ask(&after)?);
    let (before, after) = (cells(&before), cells(&after));
    let above = [above(old, &by), above(new, &by)].concat();
    let of = |(at, measure): (usize, &&table::Measure)| {
        let mut numbers = Numbers {
            measure: measure.name.clone(),
            label: measure.label.clone(),
            decimals: measure.decimals,
            ..Numbers::default()
        };
        let covered = covered([&before, &after], at, &above);
        numbers.compare((&before, &after), at, &covered);
        numbers.largest.truncate(most);
        numbers
    };
    Ok(measures.iter().enumerate().map(of).collect())
}

/// All rows as they are, printed totals among them.
fn question(table: &Table, by: &[String], wanted: &[Wanted]) -> Question {
    let columns = table.dimensions().iter().map(|column| &column.dimension);
    let keep = columns.map(|dimension| {
        let codes = dimension.members.iter().map(|member| member.code.clone());
        (dimension.name.clone(), codes.collect())
    });
    Question {
        table: Some(table.name().to_owned()),
        by: by.to_vec(),
        keep: keep.collect::<Keep>(),
        wanted: wanted.to_vec(),
    }
}

fn cells<'a>(published: &crate::Published<'a>) -> Cells<'a> {
    let row = |(members, cells): (Vec<&'a Member>, &[Cell])| {
        let codes = members.iter().map(|member| member.code.as_str());
        (codes.collect(), (members, cells.to_vec()))
    };
    published.rows().map(row).collect()
}

/// For each dimension and each of its members the codes of printed members that hold it.
type Above = Vec<(usize, BTreeMap<String, BTreeSet<String>>)>;

fn above(table: &Table, by: &[String]) -> Above {
    let axes = by.iter().enumerate();
    let axes = axes.filter_map(|(at, name)| Some((at, Axis::find(table, name)?)));
    axes.map(|(at, axis)| (at, of_members(table, axis)))
        .collect()
}

fn of_members(table: &Table, axis: Axis) -> BTreeMap<String, BTreeSet<String>> {
    let Some(dimension) = axis.dimension(table) else {
        return BTreeMap::new();
    };
    let mut above: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for printed in &dimension.members {
        let holds: Vec<bool> = match &printed.kind {
            MemberKind::Part => continue,
            MemberKind::Total => vec![true; dimension.members.len()],
            MemberKind::Of(level) => {
                let groups = Axis::find(table, level).map(|axis| axis.groups(table));
                let groups = groups.unwrap_or_default();
                let own = dimension.index_of(&printed.code);
                let own = own.and_then(|own| groups.get(own).copied().flatten());
                groups
                    .iter()
                    .map(|group| group.is_some() && *group == own)
                    .collect()
            }
        };
        let held = dimension.members.iter().zip(holds);
        for (member, _) in held.filter(|(member, holds)| *holds && member.code != printed.code) {
            let codes = above.entry(member.code.clone()).or_default();
            codes.insert(printed.code.clone());
        }
    }
    above
}

/// The keys of all printed totals that hold a hidden cell of either edition.
fn covered<'a>(editions: [&Cells<'a>; 2], measure: usize, above: &Above) -> BTreeSet<Vec<String>> {
    let is_hidden = |cells: &[Cell]| {
        let cell = cells.get(measure);
        cell.is_some_and(|cell| matches!(cell.figure, Figure::Hidden | Figure::AtLeast(_)))
    };
    let hidden = editions
        .into_iter()
        .flat_map(|cells| cells.iter())
        .filter(|(_, (_, cells))| is_hidden(cells));
    let mut covered = BTreeSet::new();
    for (codes, _) in hidden {
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        let mut keys = vec![codes.clone()];
        for (at, of_member) in above {
            let printed = codes.get(*at).and_then(|code| of_member.get(code));
            let further: Vec<Vec<String>> = printed
                .into_iter()
                .flatten()
                .flat_map(|printed| keys.iter().map(|key| with(key, *at, printed)))
                .collect();
            keys.extend(further);
        }
        covered.extend(keys);
    }
    covered
}

fn with(key: &[String], at: usize, code: &str) -> Vec<String> {
    let codes = key.iter().enumerate();
    codes
        .map(|(position, old)| {
            if position == at {
                code.to_owned()
            } else {
                old.clone()
            }
        })
        .collect()
}

impl Numbers {
    fn compare(
        &mut self,
        (before, after): (&Cells<'_>, &Cells<'_>),
        measure: usize,
        covered: &BTreeSet<Vec<String>>,
    ) {
        self.gone = before
            .keys()
            .filter(|key| !after.contains_key(*key))
            .count();
        for (key, (members, cells)) in after {
            let Some((_, earlier)) = before.get(key) else {
                self.came += 1;
                continue;
            };
            let pair = earlier.get(measure).zip(cells.get(measure));
            let Some((from, to)) = pair.map(|(from, to)| (from.figure, to.figure)) else {
                continue;
            };
            if let Some((from, to)) = self.count(from, to) {
                let codes: Vec<String> = key.iter().map(|code| (*code).to_owned()).collect();
                if covered.contains(&codes) {
                    self.withheld += 1;
                    continue;
                }
                let labels = members.iter().map(|member| member.label.clone());
                self.largest.push(Revision {
                    codes,
                    labels: labels.collect(),
                    from,
                    to,
                });
            }
        }
        let size = |revision: &Revision| (revision.to - revision.from).abs();
        self.largest.sort_by(|a, b| size(b).total_cmp(&size(a)));
    }

    /// Counts a pair of cells; both numbers, where they are two.
    fn count(&mut self, from: Figure, to: Figure) -> Option<(f64, f64)> {
        let pair = from.value().zip(to.value());
        match (from, to) {
            _ if pair.is_some() => self.compared += 1,
            (Figure::Hidden, Figure::Hidden) => {}
            (_, Figure::Hidden) => self.now_hidden += 1,
            (Figure::Hidden, _) => self.no_longer_hidden += 1,
            (from, to) if from == to => {}
            _ => self.otherwise += 1,
        }
        let (from, to) = pair.filter(|(from, to)| from.to_bits() != to.to_bits())?;
        self.revised += 1;
        Some((from, to))
    }
}
