//! What must hold of the finished tables, read from the tables themselves.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use health::geography::{Level, places};
use table::{Aggregation, Dimension, MemberKind, Role, Status, Table};

use super::*;

const SEED: u64 = 1;

/// A sum that a table prints: members of one dimension by index, the total and what it is the sum of.
struct Sum {
    total: usize,
    parts: Vec<usize>,
    /// Whether more is in the total than in the parts: persons without residence.
    has_more: bool,
}

fn of_kind(dimension: &Dimension, kind: &MemberKind) -> Vec<usize> {
    let members = dimension.members.iter().enumerate();
    members
        .filter(|(_, member)| member.kind == *kind)
        .map(|(index, _)| index)
        .collect()
}

/// Country, regions and councils, each with the places of the next finer level that rows print.
fn sums_of_places(dimension: &Dimension) -> Vec<Sum> {
    let finest = Level::from_name(&dimension.name).unwrap();
    let printed =
        |level: Level| !of_kind(dimension, &MemberKind::Of(level.name().to_owned())).is_empty();
    let outer = [Level::Country, Level::Region, Level::HealthCouncil].into_iter();
    let levels: Vec<Level> = outer
        .filter(|&level| level != finest && (level == Level::Country || printed(level)))
        .chain([finest])
        .collect();
    let of = |level: Level| places().iter().filter(move |place| place.level == level);
    let pairs = levels.windows(2).map(|pair| (pair[0], pair[1]));
    pairs
        .flat_map(|(outer, inner)| of(outer).map(move |place| (place, inner)))
        .map(|(place, inner)| {
            let inside = of(inner).filter(|other| other.within(place.level) == Some(place.code));
            Sum {
                total: dimension.index_of(place.code).unwrap(),
                parts: inside
                    .map(|other| dimension.index_of(other.code).unwrap())
                    .collect(),
                has_more: place.level == Level::Country,
            }
        })
        .collect()
}

fn sums(dimension: &Dimension) -> Vec<Sum> {
    if dimension.role == Role::Geography {
        return sums_of_places(dimension);
    }
    let parts = of_kind(dimension, &MemberKind::Part);
    let totals = of_kind(dimension, &MemberKind::Total).into_iter();
    totals
        .map(|total| Sum {
            total,
            parts: parts.clone(),
            has_more: false,
        })
        .collect()
}

/// Each printed line of each measure that may be summed: what is printed and what its parts are.
fn for_each_line(
    table: &Table,
    mut check: impl FnMut(&str, &Sum, (Status, f64), &[(Status, f64)]),
) {
    let dimensions = table.dimensions();
    let key = |row: usize| {
        dimensions
            .iter()
            .map(|column| column.codes.get(row).unwrap())
            .collect::<Vec<_>>()
    };
    let rows: BTreeMap<Vec<usize>, usize> =
        (0..table.row_count()).map(|row| (key(row), row)).collect();
    for (at, column) in dimensions.iter().enumerate() {
        let may = |column: &&table::MeasureColumn, name: &str| {
            may_be_summed(&column.measure.aggregation, name)
        };
        let measures: Vec<_> = table
            .measures()
            .iter()
            .filter(|measure| may(measure, &column.dimension.name))
            .collect();
        for sum in sums(&column.dimension) {
            for (key, &row) in rows.iter().filter(|(key, _)| key[at] == sum.total) {
                let moved = |part: &usize| {
                    let mut moved = key.clone();
                    moved[at] = *part;
                    rows.get(&moved).copied()
                };
                let Some(parts) = sum.parts.iter().map(moved).collect::<Option<Vec<_>>>() else {
                    continue;
                };
                for measure in &measures {
                    let cell =
                        |row: usize| (measure.status(row), measure.numbers.get(row).unwrap());
                    let parts: Vec<_> = parts.iter().map(|&part| cell(part)).collect();
                    check(&measure.measure.name, &sum, cell(row), &parts);
                }
            }
        }
    }
}

fn may_be_summed(aggregation: &Aggregation, dimension: &str) -> bool {
    match aggregation {
        Aggregation::Additive => true,
        Aggregation::SemiAdditive { not_over: over, .. } | Aggregation::Distinct { over } => {
            !over.iter().any(|name| name == dimension)
        }
        _ => false,
    }
}

fn all_tables() -> &'static [Table] {
    static TABLES: OnceLock<Vec<Table>> = OnceLock::new();
    TABLES.get_or_init(|| {
        let packages = [
            keyfigures::package(SEED),
            across::package(SEED),
            activity::package(SEED),
        ];
        packages
            .into_iter()
            .flat_map(|package| package.unwrap().tables)
            .collect()
    })
}

#[test]
fn printed_totals_are_the_sums_of_their_parts_and_of_persons_without_residence() {
    let (mut line_count, mut with_more) = (0, 0);
    for table in all_tables() {
        for_each_line(table, |measure, sum, total, parts| {
            let shown = parts
                .iter()
                .chain([&total])
                .all(|(status, _)| status.is_number());
            let difference = total.1 - parts.iter().map(|(_, value)| value).sum::<f64>();
            let more = sum.has_more && difference > 0.0 && difference <= (total.1 * 0.01).max(5.0);
            line_count += usize::from(shown);
            with_more += usize::from(shown && more);
            assert!(
                !shown || more || difference.abs() < 0.06,
                "{} {measure} {}: {difference}",
                table.name(),
                sum.total
            );
        });
    }
    assert!(
        line_count > 100_000 && with_more > 1_000,
        "{line_count} {with_more}"
    );
}

#[test]
fn no_hidden_number_follows_from_a_printed_sum() {
    let mut hidden_count = 0;
    for table in all_tables() {
        for_each_line(table, |measure, sum, total, parts| {
            let hidden = parts
                .iter()
                .chain([&total])
                .filter(|(status, _)| *status == Status::Hidden)
                .count();
            let absent = parts
                .iter()
                .any(|(status, _)| matches!(status, Status::Missing | Status::NotApplicable));
            hidden_count += hidden;
            assert!(
                hidden != 1 || absent,
                "{} {measure} {} gives a hidden number away",
                table.name(),
                sum.total
            );
        });
    }
    assert!(hidden_count > 10_000, "{hidden_count}");
}

#[test]
fn no_small_count_is_shown_and_a_hidden_cell_holds_no_number() {
    for table in all_tables().iter().filter(|table| {
        [
            "hospital",
            "forebyggelige",
            "psykiatri",
            "antal_sektorer",
            "kombinationer",
            "hospitalsfilter",
        ]
        .contains(&table.name())
    }) {
        for measure in table.measures() {
            let cells = (0..table.row_count())
                .map(|row| (measure.status(row), measure.numbers.get(row).unwrap()));
            for (status, value) in cells {
                let is_small = (1.0..5.0).contains(&value);
                assert!(
                    !is_small && (status != Status::Hidden || value == 0.0),
                    "{} {}",
                    table.name(),
                    measure.measure.name
                );
            }
        }
    }
}

#[test]
fn the_one_municipality_that_has_not_reported_leaves_its_council_without_a_number() {
    let tables = keyfigures::tables(SEED).unwrap();
    let care = tables.iter().find(|table| table.name() == "pleje").unwrap();
    let visits = care
        .measures()
        .iter()
        .find(|column| column.measure.name == "hjemmebesoeg")
        .unwrap();
    let missing: Vec<String> = (0..care.row_count())
        .filter(|&row| visits.status(row) == Status::Missing)
        .map(|row| {
            let place = &care.dimensions()[0];
            place.dimension.members[place.codes.get(row).unwrap()]
                .label
                .da
                .clone()
        })
        .collect();
    assert_eq!(
        missing,
        [
            "Sundhedsråd Lillebælt",
            "Sundhedsråd Lillebælt",
            "Vejle",
            "Vejle"
        ]
    );
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let draw = Draw {
        seed: 7,
        row_count: 2_000,
    };
    for demo in DEMOS {
        assert!(
            demo.bytes(draw).unwrap() == demo.bytes(draw).unwrap(),
            "{}",
            demo.file_name
        );
    }
}

#[test]
fn another_seed_gives_other_numbers() {
    let bytes = |seed| DEMOS[1].bytes(Draw { seed, row_count: 1 }).unwrap();
    assert!(bytes(1) != bytes(2));
}

#[test]
fn a_package_comes_back_as_it_was_written_and_is_small() {
    for demo in DEMOS
        .iter()
        .filter(|demo| demo.file_name.ends_with(".snit"))
    {
        let bytes = demo
            .bytes(Draw {
                seed: SEED,
                row_count: 5_000,
            })
            .unwrap();
        let package =
            package::read(&bytes, &formats::Limits::default(), &mut formats::unheard).unwrap();
        assert!(
            bytes.len() < 2_000_000,
            "{} is {} bytes",
            demo.file_name,
            bytes.len()
        );
        assert!(package.descriptor.synthetic, "{}", demo.file_name);
        let written = match demo.file_name {
            "sundhedsraad-noegletal.snit" => keyfigures::package(SEED),
            "patienter-paa-tvaers.snit" => across::package(SEED),
            "hospitalsaktivitet.snit" => activity::package(SEED),
            _ => sandbox::package(SEED, 5_000),
        };
        assert!(
            package.tables == written.unwrap().tables,
            "{}",
            demo.file_name
        );
    }
}

#[test]
fn declarations_have_the_seven_headings_in_both_languages() {
    for package in [
        keyfigures::package(SEED),
        across::package(SEED),
        activity::package(SEED),
        sandbox::package(SEED, 1),
    ] {
        let declaration = package.unwrap().declaration;
        let headings = |text: &str| text.lines().filter(|line| line.starts_with("## ")).count();
        assert_eq!(
            (
                headings(&declaration.da),
                headings(&declaration.en.unwrap())
            ),
            (7, 7)
        );
    }
}
