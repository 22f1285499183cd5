//! Which numbers a caveat concerns: those in which its members take part.

use std::collections::BTreeSet;

use table::Table;

use crate::axis::Axis;
use crate::dataset::Dataset;
use crate::indicator::{Caveat, Indicator};
use crate::question::{Keep, Question};

/// The groups of an answer that a caveat concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// For each level of the question the codes that it concerns; none where it concerns all.
    by: Vec<Option<BTreeSet<String>>>,
}

impl Reach {
    /// Whether the group of these members is concerned.
    #[must_use]
    pub fn holds(&self, codes: &[String]) -> bool {
        let mut levels = self.by.iter().zip(codes);
        levels.all(|(reached, code)| reached.as_ref().is_none_or(|codes| codes.contains(code)))
    }
}

impl Dataset {
    /// For each caveat of an indicator what it concerns in the answer to a question; none where it concerns nothing there.
    #[must_use]
    pub fn reach(&self, indicator: &Indicator, question: &Question) -> Vec<Option<Reach>> {
        let table = self.table(&indicator.numerator.table).ok();
        let caveats = indicator.caveats.iter();
        caveats
            .map(|caveat| reach(table?, caveat, question))
            .collect()
    }
}

fn reach(table: &Table, caveat: &Caveat, question: &Question) -> Option<Reach> {
    let columns: BTreeSet<usize> = caveat
        .keep
        .keys()
        .filter_map(|level| Some(Axis::find(table, level)?.column))
        .collect();
    let mut by = vec![None; question.by.len()];
    for column in columns {
        let (concerned, asked) = (
            members(table, column, &caveat.keep),
            members(table, column, &question.keep),
        );
        let both: Vec<bool> = concerned
            .iter()
            .zip(&asked)
            .map(|(a, b)| *a && *b)
            .collect();
        if !both.contains(&true) {
            return None;
        }
        for (reached, level) in by.iter_mut().zip(&question.by) {
            let axis = Axis::find(table, level).filter(|axis| axis.column == column);
            if let Some(axis) = axis {
                *reached = Some(codes(table, axis, &both));
            }
        }
    }
    Some(Reach { by })
}

/// The members of a dimension that are kept by its levels.
fn members(table: &Table, column: usize, keep: &Keep) -> Vec<bool> {
    let count = table.dimensions().get(column);
    let count = count.map_or(0, |column| column.dimension.members.len());
    let mut members = vec![true; count];
    for (level, named) in keep {
        let Some(axis) = Axis::find(table, level).filter(|axis| axis.column == column) else {
            continue;
        };
        let kept = codes_named(table, axis, named);
        for (member, group) in members.iter_mut().zip(axis.groups(table)) {
            *member &= group.is_some_and(|group| kept.contains(&group));
        }
    }
    members
}

fn codes_named(table: &Table, axis: Axis, named: &[String]) -> BTreeSet<u32> {
    let members = axis.members(table).iter().zip(0..);
    let found = members.filter(|(member, _)| {
        let names = [&member.code, &member.label.da, &member.label.en];
        names.into_iter().any(|name| named.contains(name))
    });
    found.map(|(_, index)| index).collect()
}

/// The codes of the groups that some of these members are in.
fn codes(table: &Table, axis: Axis, members: &[bool]) -> BTreeSet<String> {
    let groups = axis.groups(table).into_iter().zip(members);
    let groups = groups.filter_map(|(group, concerned)| group.filter(|_| *concerned));
    let member = |group: u32| axis.members(table).get(group as usize);
    groups
        .filter_map(|group| Some(member(group)?.code.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicator::Source;
    use table::Text;

    const TABLE: &str = "k:other aar:time n\n a 2024 1\n b 2024 2\n c 2025 3\n k>g: a=x b=x c=y";

    fn keep(keep: &[(&str, &str)]) -> Keep {
        let keep = keep
            .iter()
            .map(|(level, member)| ((*level).to_owned(), vec![(*member).to_owned()]));
        keep.collect()
    }

    /// The first level's members that a caveat on `b` in 2024 concerns.
    fn check(by: &str, kept: &[(&str, &str)], expected: Option<&str>) {
        let dataset = Dataset::bind(vec![fixture::text::table(TABLE)], vec![], vec![]).unwrap();
        let indicator = Indicator {
            numerator: Source {
                table: "table".to_owned(),
                measure: "n".to_owned(),
            },
            caveats: vec![Caveat {
                keep: keep(&[("k", "b"), ("aar", "2024")]),
                text: Text::same("late"),
            }],
            ..Indicator::default()
        };
        let question = Question {
            by: vec![by.to_owned()],
            keep: keep(kept),
            ..Question::default()
        };
        let reach = dataset.reach(&indicator, &question).remove(0);
        let of = |reach: Reach| {
            let all = ["a", "b", "c", "x", "y", "2024", "2025"];
            let held = all
                .iter()
                .filter(|code| reach.holds(&[(**code).to_owned()]));
            held.copied().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(reach.map(of).as_deref(), expected);
    }

    #[test]
    fn a_caveat_concerns_the_numbers_that_its_members_take_part_in() {
        check("k", &[], Some("b"));
        check("g", &[], Some("x"));
        check("aar", &[], Some("2024"));
        check("k", &[("g", "x")], Some("b"));
        check("k", &[("g", "y")], None);
        check("k", &[("aar", "2025")], None);
        check("aar", &[("k", "b")], Some("2024"));
    }
}
