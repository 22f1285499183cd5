//! What is declared of people across sectors, held against the tables before anything is shown.

use std::collections::BTreeSet;

use table::{Aggregation, Dimension, MemberKind, Table};

use super::{Across, Combinations, Flow, Set};

/// The most sectors that may be combined.
const MOST_SECTORS: usize = 12;

/// The list of the descriptor that a declaration is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Tables of combinations.
    Combinations,
    /// Tables of flows.
    Flows,
}

/// A declaration that cannot be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which list it is in.
    pub list: List,
    /// Its position there.
    pub index: usize,
    /// The table that it names.
    pub name: String,
    /// Keys and positions from there to the value at fault.
    pub path: Vec<String>,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is wrong with a declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There is no such table; those there are.
    Table(String, Vec<String>),
    /// The table has no such dimension; those it has.
    Level(String, Vec<String>),
    /// The table has no such measure; those it has.
    Measure(String, Vec<String>),
    /// The measure counts a person in several members of this dimension, so its combinations share people.
    Shared(String, String),
    /// There are fewer than two sectors, or too many.
    SectorCount(usize),
    /// Two sectors have this name, or one has none.
    SectorName(String),
    /// There is no such sector; those there are.
    Sector(String, Vec<String>),
    /// The dimension has no such part.
    NoPart(String),
    /// The sectors of this part are not declared.
    Undeclared(String),
    /// Two parts are of the same sectors.
    Same(String, String),
    /// A flow goes from a dimension to itself.
    Itself(String),
}

type Found = Result<(), (Vec<String>, Wrong)>;

fn wrong(path: &[&str], wrong: Wrong) -> Found {
    let path = path.iter().map(|step| (*step).to_owned());
    Err((path.collect(), wrong))
}

/// Holds what is declared against the tables.
///
/// # Errors
/// At the first declaration that cannot be right.
pub fn check(tables: &[Table], across: &Across) -> Result<(), Box<Fault>> {
    let fault = |(list, index): (List, usize), name: &str| {
        let name = name.to_owned();
        move |(path, wrong)| {
            Box::new(Fault {
                list,
                index,
                name,
                path,
                wrong,
            })
        }
    };
    for (index, declared) in across.combinations.iter().enumerate() {
        let place = (List::Combinations, index);
        combinations(tables, declared).map_err(fault(place, &declared.table))?;
    }
    for (index, declared) in across.flows.iter().enumerate() {
        flow(tables, declared).map_err(fault((List::Flows, index), &declared.table))?;
    }
    Ok(())
}

fn combinations(tables: &[Table], declared: &Combinations) -> Found {
    let table = table(tables, &declared.table)?;
    let dimension = dimension(table, "level", &declared.level)?;
    counts(table, &declared.measure, &declared.level)?;
    sectors(declared)?;
    members(declared, dimension)
}

fn sectors(declared: &Combinations) -> Found {
    let count = declared.sectors.len();
    if !(2..=MOST_SECTORS).contains(&count) {
        return wrong(&["sectors"], Wrong::SectorCount(count));
    }
    let mut seen = BTreeSet::new();
    for (at, sector) in declared.sectors.iter().enumerate() {
        if sector.id.is_empty() || !seen.insert(&sector.id) {
            let name = Wrong::SectorName(sector.id.clone());
            return wrong(&["sectors", &at.to_string(), "id"], name);
        }
    }
    Ok(())
}

/// Each part is declared, nothing else is, and no two are the same.
fn members(declared: &Combinations, dimension: &Dimension) -> Found {
    let known = || declared.sectors.iter().map(|sector| &sector.id);
    let parts: Vec<&str> = parts(dimension).collect();
    let mut seen: Vec<(Set, &str)> = Vec::new();
    for (code, met) in &declared.members {
        if !parts.contains(&code.as_str()) {
            return wrong(&["members", code], Wrong::NoPart(code.clone()));
        }
        let mut positions = met.iter().enumerate();
        if let Some((at, id)) = positions.find(|(_, id)| !known().any(|known| known == *id)) {
            let known = known().cloned().collect();
            let path = ["members", code, &at.to_string()];
            return wrong(&path, Wrong::Sector(id.clone(), known));
        }
        let set = declared.set(code).unwrap_or_default();
        if let Some((_, other)) = seen.iter().find(|(other, _)| *other == set) {
            let same = Wrong::Same((*other).to_owned(), code.clone());
            return wrong(&["members", code], same);
        }
        seen.push((set, code));
    }
    let mut parts = parts.into_iter();
    match parts.find(|code| !declared.members.contains_key(*code)) {
        Some(code) => wrong(&["members"], Wrong::Undeclared(code.to_owned())),
        None => Ok(()),
    }
}

fn parts(dimension: &Dimension) -> impl Iterator<Item = &str> {
    let members = dimension.members.iter();
    let parts = members.filter(|member| member.kind == MemberKind::Part);
    parts.map(|member| member.code.as_str())
}

fn flow(tables: &[Table], declared: &Flow) -> Found {
    let table = table(tables, &declared.table)?;
    dimension(table, "from", &declared.from)?;
    dimension(table, "to", &declared.to)?;
    if declared.from == declared.to {
        return wrong(&["to"], Wrong::Itself(declared.to.clone()));
    }
    counts(table, &declared.measure, &declared.from)?;
    counts(table, &declared.measure, &declared.to)
}

fn table<'a>(tables: &'a [Table], name: &str) -> Result<&'a Table, (Vec<String>, Wrong)> {
    let found = tables.iter().find(|table| table.name() == name);
    found.ok_or_else(|| {
        let known = tables.iter().map(|table| table.name().to_owned());
        let wrong = Wrong::Table(name.to_owned(), known.collect());
        (vec!["table".to_owned()], wrong)
    })
}

fn dimension<'a>(
    table: &'a Table,
    key: &str,
    name: &str,
) -> Result<&'a Dimension, (Vec<String>, Wrong)> {
    let dimensions = || table.dimensions().iter().map(|column| &column.dimension);
    let found = dimensions().find(|dimension| dimension.name == name);
    found.ok_or_else(|| {
        let known = dimensions().map(|dimension| dimension.name.clone());
        let wrong = Wrong::Level(name.to_owned(), known.collect());
        (vec![key.to_owned()], wrong)
    })
}

/// The measure counts each person once over the dimension.
fn counts(table: &Table, name: &str, level: &str) -> Found {
    let measures = || table.measures().iter().map(|column| &column.measure);
    let Some(measure) = measures().find(|measure| measure.name == name) else {
        let known = measures().map(|measure| measure.name.clone());
        return wrong(
            &["measure"],
            Wrong::Measure(name.to_owned(), known.collect()),
        );
    };
    let is_summed = match &measure.aggregation {
        Aggregation::Additive => true,
        Aggregation::SemiAdditive { not_over, .. } => !not_over.iter().any(|it| it == level),
        Aggregation::Distinct { over } => !over.iter().any(|it| it == level),
        Aggregation::Ratio { .. } | Aggregation::Mean { .. } | Aggregation::Printed => false,
    };
    if is_summed {
        return Ok(());
    }
    let shared = Wrong::Shared(name.to_owned(), level.to_owned());
    wrong(&["measure"], shared)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "k:sector aar:time n=distinct(aar) m=distinct(k)
        H 2024 10 1
        HA 2024 20 1
        A 2024 5 1
        alle* 2024 35 1";

    fn declared(json: &str) -> Across {
        let sectors = |words: &str| -> Vec<super::super::Sector> {
            let ids = words.split_whitespace();
            ids.map(|id| super::super::Sector {
                id: id.to_owned(),
                ..Default::default()
            })
            .collect()
        };
        let mut parts = json.split('|').map(str::trim);
        let mut next = || parts.next().unwrap_or_default().to_owned();
        let (table, level, measure) = (next(), next(), next());
        let ids = sectors(&next());
        let members = next();
        let members = members.split_whitespace().map(|member| {
            let (code, met) = member.split_once('=').unwrap();
            let met = met.split('+').filter(|id| !id.is_empty());
            (code.to_owned(), met.map(str::to_owned).collect())
        });
        let combinations = Combinations {
            table,
            level,
            measure,
            sectors: ids,
            members: members.collect(),
        };
        Across {
            combinations: vec![combinations],
            ..Across::default()
        }
    }

    fn check_words(words: &str, expected: &str) {
        let tables = [fixture::text::named("t", TABLE)];
        let found = match check(&tables, &declared(words)) {
            Ok(()) => "right".to_owned(),
            Err(fault) => format!("{} {:?}", fault.path.join("/"), fault.wrong),
        };
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn a_declaration_is_right_where_each_part_has_its_sectors_and_nobody_counts_twice() {
        check_words("t | k | n | H A | H=H HA=H+A A=A", "right");
    }

    #[test]
    fn what_does_not_exist_is_named_with_what_does() {
        check_words("u | k | n | H A | H=H", r#"table Table("u", ["t"])"#);
        check_words("t | j | n | H A | H=H", r#"level Level("j", ["k", "aar"])"#);
        check_words(
            "t | k | o | H A | H=H",
            r#"measure Measure("o", ["n", "m"])"#,
        );
        check_words(
            "t | k | n | H A | H=H HA=H+B A=A",
            r#"members/HA/1 Sector("B", ["H", "A"])"#,
        );
        check_words(
            "t | k | n | H A | H=H HA=H+A A=A alle=",
            r#"members/alle NoPart("alle")"#,
        );
    }

    #[test]
    fn combinations_that_share_people_are_refused() {
        check_words(
            "t | k | m | H A | H=H HA=H+A A=A",
            r#"measure Shared("m", "k")"#,
        );
        check_words(
            "t | k | n | H A | H=H HA=H+A A=H",
            r#"members/H Same("A", "H")"#,
        );
    }

    #[test]
    fn a_part_without_sectors_of_its_own_is_refused() {
        check_words("t | k | n | H A | H=H HA=H+A", r#"members Undeclared("A")"#);
        check_words("t | k | n | H | H=H", "sectors SectorCount(1)");
        check_words("t | k | n | H H | H=H", r#"sectors/1/id SectorName("H")"#);
    }

    #[test]
    fn a_flow_goes_between_two_dimensions() {
        let tables = [fixture::text::named("t", TABLE)];
        let flow = |to: &str| Flow {
            table: "t".to_owned(),
            measure: "n".to_owned(),
            from: "k".to_owned(),
            to: to.to_owned(),
        };
        let check = |to: &str| {
            let flows = vec![flow(to)];
            check(
                &tables,
                &Across {
                    flows,
                    ..Across::default()
                },
            )
            .unwrap_err()
        };
        assert_eq!(check("k").wrong, Wrong::Itself("k".to_owned()));
        let shared = Wrong::Shared("n".to_owned(), "aar".to_owned());
        assert_eq!(check("aar").wrong, shared);
    }
}
