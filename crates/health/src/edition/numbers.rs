//! The numbers of two editions held against each other, cell by cell.

use std::collections::{BTreeMap, BTreeSet};

use table::{Member, Role, Table, Text};

use super::equations::Equations;
use super::telling::{Telling, above};
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
    /// Cells that are hidden in the later alone, the first of them.
    pub hidden: Vec<Shift>,
    /// Cells that are hidden in the earlier alone, the first of them.
    pub shown: Vec<Shift>,
    /// How many were revised of each place and of each period.
    pub by: Vec<ByMember>,
}

/// A cell that came to be hidden or shown; its number is not told, since the other edition hides it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shift {
    /// Codes of its members, one for each dimension.
    pub codes: Vec<String>,
    /// Their labels.
    pub labels: Vec<Text>,
}

/// What became of the cells of a place or a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByMember {
    /// The dimension.
    pub dimension: String,
    /// The member.
    pub code: String,
    /// What people read.
    pub label: Text,
    /// Cells that are a number in both editions.
    pub compared: usize,
    /// Those of them that are another number.
    pub revised: usize,
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
pub(super) type Cells<'a> = BTreeMap<Vec<&'a str>, Row<'a>>;
pub(super) type Row<'a> = (Vec<&'a Member>, Vec<Cell>);

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
    let pair = Pair {
        cells: [&before, &after],
        above: &[above(old, &by), above(new, &by)].concat(),
        equations: &Equations::new([&before, &after], [old, new], &by),
        counted: &counted(new),
    };
    let all = measures.iter().enumerate();
    Ok(all
        .map(|(at, measure)| pair.numbers((at, measure), most))
        .collect())
}

/// The positions of places and periods among the dimensions, with their names.
fn counted(table: &Table) -> Vec<(usize, String)> {
    let columns = table.dimensions().iter().enumerate();
    let counted =
        columns.filter(|(_, column)| matches!(column.dimension.role, Role::Geography | Role::Time));
    counted
        .map(|(at, column)| (at, column.dimension.name.clone()))
        .collect()
}

/// Two editions of a table.
struct Pair<'p> {
    cells: [&'p Cells<'p>; 2],
    above: &'p super::telling::Above,
    equations: &'p Equations<'p>,
    counted: &'p [(usize, String)],
}

impl Pair<'_> {
    fn numbers(&self, (at, measure): (usize, &table::Measure), most: usize) -> Numbers {
        let telling = Telling {
            editions: self.cells,
            measure: at,
            above: self.above,
            equations: self.equations,
        };
        let mut numbers = Numbers {
            measure: measure.name.clone(),
            label: measure.label.clone(),
            decimals: measure.decimals,
            ..Numbers::default()
        };
        numbers.compare(self, at, &telling.withheld());
        numbers.largest.truncate(most);
        numbers.hidden.truncate(most);
        numbers.shown.truncate(most);
        numbers
    }
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

impl Numbers {
    fn compare(&mut self, pair: &Pair<'_>, measure: usize, withheld: &BTreeSet<Vec<String>>) {
        let [before, after] = pair.cells;
        let lacking = before.keys().filter(|key| !after.contains_key(*key));
        self.gone = lacking.count();
        let mut by = BTreeMap::new();
        for (key, (members, cells)) in after {
            let Some((_, earlier)) = before.get(key) else {
                self.came += 1;
                continue;
            };
            let Some((from, to)) = earlier.get(measure).zip(cells.get(measure)) else {
                continue;
            };
            let kind = self.count((from.figure, to.figure), members);
            let numbers = from.figure.value().zip(to.figure.value());
            if numbers.is_some() {
                count_by(&mut by, pair.counted, members, kind);
            }
            if let (Kind::Revised, Some(numbers)) = (kind, numbers) {
                self.tell(members, numbers, withheld);
            }
        }
        self.by = by.into_values().collect();
        let size = |revision: &Revision| (revision.to - revision.from).abs();
        self.largest.sort_by(|a, b| size(b).total_cmp(&size(a)));
    }

    /// Counts a pair of cells.
    fn count(&mut self, (from, to): (Figure, Figure), members: &[&Member]) -> Kind {
        if let Some((from, to)) = from.value().zip(to.value()) {
            self.compared += 1;
            if from.to_bits() == to.to_bits() {
                return Kind::Same;
            }
            self.revised += 1;
            return Kind::Revised;
        }
        match (from, to) {
            (Figure::Hidden, Figure::Hidden) => {}
            (_, Figure::Hidden) => {
                self.now_hidden += 1;
                self.hidden.push(Shift::of(members));
            }
            (Figure::Hidden, _) => {
                self.no_longer_hidden += 1;
                self.shown.push(Shift::of(members));
            }
            (from, to) if from == to => {}
            _ => self.otherwise += 1,
        }
        Kind::Same
    }

    fn tell(
        &mut self,
        members: &[&Member],
        (from, to): (f64, f64),
        withheld: &BTreeSet<Vec<String>>,
    ) {
        let Shift { codes, labels } = Shift::of(members);
        if withheld.contains(&codes) {
            self.withheld += 1;
        } else {
            self.largest.push(Revision {
                codes,
                labels,
                from,
                to,
            });
        }
    }
}

/// What became of a pair of numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Same,
    Revised,
}

impl Shift {
    fn of(members: &[&Member]) -> Self {
        let members = members.iter();
        Self {
            codes: members.clone().map(|member| member.code.clone()).collect(),
            labels: members.map(|member| member.label.clone()).collect(),
        }
    }
}

/// Counts by position of the dimension and the member's code.
type By<'a> = BTreeMap<(usize, &'a str), ByMember>;

fn count_by<'a>(by: &mut By<'a>, counted: &[(usize, String)], members: &[&'a Member], kind: Kind) {
    for (at, dimension) in counted {
        let Some(member) = members.get(*at) else {
            continue;
        };
        let found = by.entry((*at, &member.code)).or_insert_with(|| ByMember {
            dimension: dimension.clone(),
            code: member.code.clone(),
            label: member.label.clone(),
            ..ByMember::default()
        });
        found.compared += 1;
        found.revised += usize::from(kind == Kind::Revised);
    }
}
