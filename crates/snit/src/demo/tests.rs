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
    let Some(finest) = Level::from_name(&dimension.name) else {
        return sums_of_own_levels(dimension);
    };
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

/// The same where the finest places are the package's own: each printed place with those one level below it.
fn sums_of_own_levels(dimension: &Dimension) -> Vec<Sum> {
    let below = |depth: usize| match depth.checked_sub(1) {
        Some(finer) => MemberKind::Of(dimension.levels[finer].name.clone()),
        None => MemberKind::Part,
    };
    let levels = dimension.levels.iter().enumerate();
    let printed = levels.flat_map(|(depth, level)| {
        let kind = MemberKind::Of(level.name.clone());
        let places = of_kind(dimension, &kind).into_iter();
        places.map(move |total| (depth, level, total))
    });
    let inside = printed.map(|(depth, level, total)| {
        let code = &dimension.members[total].code;
        let own = level.members.iter().position(|member| member.code == *code);
        let lies_in = |part: &usize| level.parents[*part].map(|parent| parent as usize) == own;
        let parts = of_kind(dimension, &below(depth)).into_iter();
        Sum {
            total,
            parts: parts.filter(lies_in).collect(),
            has_more: false,
        }
    });
    let regions = of_kind(dimension, &below(dimension.levels.len()));
    // A package of one region prints the country beside it.
    let country = of_kind(dimension, &MemberKind::Total).into_iter();
    let country = country.filter(|_| regions.len() > 1).map(|total| Sum {
        total,
        parts: regions.clone(),
        has_more: false,
    });
    inside.chain(country).collect()
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

/// The packages with their files' names; the sandbox has so many rows.
fn packages(row_count: usize) -> Vec<(&'static str, Package)> {
    let draw = Draw {
        seed: SEED,
        row_count,
    };
    let made = DEMOS.iter().filter_map(|demo| match demo.made {
        Made::Package(make) => Some((demo.file_name, make(draw).unwrap())),
        Made::Workbook(_) => None,
    });
    made.collect()
}

/// The tables of all packages but the sandbox, which prints no totals and hides nothing.
fn all_tables() -> &'static [Table] {
    static TABLES: OnceLock<Vec<Table>> = OnceLock::new();
    TABLES.get_or_init(|| {
        let packages = packages(1).into_iter();
        packages
            .filter(|(file_name, _)| *file_name != "sandkasse.snit")
            .flat_map(|(_, package)| package.tables)
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
        line_count > 300_000 && with_more > 1_000,
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
            "opfoelgning",
            "diagnoser",
            "faelles",
            "stroemme",
            "udskrivninger",
            "trin",
            "begyndte",
            "naeste_kontakt",
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
    for demo in DEMOS {
        let bytes = |seed| demo.bytes(Draw { seed, row_count: 9 }).unwrap();
        assert!(bytes(1) != bytes(2), "{}", demo.file_name);
    }
}

#[test]
fn a_package_comes_back_as_it_was_written_and_is_small() {
    for (file_name, written) in packages(5_000) {
        let bytes = package::write(&written).unwrap();
        let read =
            package::read(&bytes, &formats::Limits::default(), &mut formats::unheard).unwrap();
        assert!(
            bytes.len() < 2_000_000,
            "{file_name} is {} bytes",
            bytes.len()
        );
        assert!(read.descriptor.synthetic, "{file_name}");
        assert!(read.tables == written.tables, "{file_name}");
        assert_eq!(read.views, written.views, "{file_name}");
    }
}

#[test]
fn declarations_have_the_seven_headings_in_both_languages() {
    for (file_name, package) in packages(1) {
        let declaration = package.declaration;
        let headings = |text: &str| text.lines().filter(|line| line.starts_with("## ")).count();
        assert_eq!(
            (
                headings(&declaration.da),
                headings(&declaration.en.unwrap())
            ),
            (7, 7),
            "{file_name}"
        );
    }
}

#[test]
fn persons_in_several_parts_are_at_least_the_largest_part_and_at_most_their_sum() {
    let mut line_count = 0;
    for table in all_tables() {
        for column in table.measures() {
            let Aggregation::Distinct { over } = &column.measure.aggregation else {
                continue;
            };
            for name in over {
                for_each_total(table, name, &column.measure.name, |total, parts| {
                    line_count += 1;
                    let sum: f64 = parts.iter().sum();
                    let largest = parts.iter().copied().fold(0.0, f64::max);
                    let name = (table.name(), &column.measure.name);
                    assert!(
                        largest <= total && total <= sum,
                        "{name:?}: {largest} {total} {sum}"
                    );
                });
            }
        }
    }
    assert!(line_count > 5_000, "{line_count}");
}

/// Each printed total of a measure over a dimension, with its parts, where all of them are shown.
fn for_each_total(table: &Table, over: &str, measure: &str, mut check: impl FnMut(f64, &[f64])) {
    let dimensions = table.dimensions();
    let place = dimensions
        .iter()
        .position(|column| column.dimension.name == over)
        .unwrap();
    let dimension = &dimensions[place].dimension;
    let [total] = of_kind(dimension, &MemberKind::Total)[..] else {
        return;
    };
    let part_count = of_kind(dimension, &MemberKind::Part).len();
    let columns = table.measures();
    let column = columns
        .iter()
        .find(|column| column.measure.name == measure)
        .unwrap();
    let mut lines: BTreeMap<Vec<usize>, (Option<f64>, Vec<f64>)> = BTreeMap::new();
    for row in (0..table.row_count()).filter(|&row| column.status(row).is_number()) {
        let codes = dimensions
            .iter()
            .map(|column| column.codes.get(row).unwrap());
        let mut key: Vec<usize> = codes.collect();
        let own = std::mem::replace(&mut key[place], total);
        let (sum, parts) = lines.entry(key).or_default();
        let value = column.numbers.get(row).unwrap();
        if own == total {
            *sum = Some(value);
        } else {
            parts.push(value);
        }
    }
    let whole = lines
        .values()
        .filter(|(_, parts)| parts.len() == part_count);
    whole.for_each(|(total, parts)| total.iter().for_each(|total| check(*total, parts)));
}

mod editions;
