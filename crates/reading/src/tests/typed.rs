//! Tables with typed columns, as Parquet has them.

use formats::Content;
use table::{
    Dimension, DimensionBuilder, Measure, MeasureBuilder, Role, Table, TableBuilder, Text,
};

use super::shown;
use crate::plan::{HeaderPlan, HeaderRow};
use crate::{HeaderUse, Plan, RowMark, Unmatched, apply, propose, read, read_table};

fn dimension(name: &str, members: &[&str]) -> DimensionBuilder {
    let described = Dimension {
        name: name.to_owned(),
        label: Text::same(name),
        ..Dimension::default()
    };
    let mut builder = DimensionBuilder::new(described);
    members
        .iter()
        .for_each(|member| builder.push(member, member));
    builder
}

fn measure(name: &str, values: &[f64]) -> MeasureBuilder {
    let described = Measure {
        name: name.to_owned(),
        label: Text::same(name),
        ..Measure::default()
    };
    let mut builder = MeasureBuilder::new(described);
    values.iter().for_each(|value| builder.push(*value));
    builder
}

fn table(dimensions: Vec<DimensionBuilder>, measures: Vec<MeasureBuilder>) -> Table {
    TableBuilder {
        dimensions,
        measures,
    }
    .finish("fil")
    .unwrap()
}

#[test]
fn whole_numbers_under_a_heading_that_groups_become_members() {
    let table = table(
        vec![
            dimension("sex", &["K", "M"]),
            dimension("municipality", &["Odense", "Vejle"]),
        ],
        vec![
            measure("year", &[2024.0, 2023.0]),
            measure("contacts", &[5.0, 6.0]),
        ],
    );
    let reading = read_table(table);
    assert_eq!(
        shown(&reading.tables[0]),
        "sex | kommune | year | contacts\nK | 0461 | 2024 | 5\nM | 0630 | 2023 | 6"
    );
    let years = &reading.tables[0].dimensions()[2].dimension.members;
    assert_eq!(years[0].code, "2023");
}

#[test]
fn a_code_column_and_its_names_become_one() {
    let table = table(
        vec![dimension("kommunenavn", &["København", "Aarhus"])],
        vec![
            measure("kommunekode", &[101.0, 751.0]),
            measure("antal", &[5.0, 6.0]),
        ],
    );
    let reading = read_table(table);
    assert_eq!(
        shown(&reading.tables[0]),
        "kommune | antal\n0101 | 5\n0751 | 6"
    );
}

/// A table with a column of days, which say of themselves what they are.
fn daily() -> Table {
    let columns = vec![
        dimension("dag", &["2024-01-31", "2024-02-29"]),
        dimension("Kommune", &["Odense", "Vejle"]),
        dimension("Køn", &["Kvinder", "Mænd"]),
    ];
    let mut table = table(columns, vec![measure("antal", &[5.0, 6.0])]);
    let mut day = table.dimensions()[0].dimension.clone();
    day.role = Role::Time;
    table.describe(0, day).unwrap();
    table
}

#[test]
fn columns_beside_days_are_understood_as_without_them() {
    let reading = read_table(daily());
    let roles = reading.tables[0].dimensions().iter();
    let roles: Vec<Role> = roles.map(|it| it.dimension.role).collect();
    assert_eq!(roles, [Role::Time, Role::Geography, Role::Sex]);
    assert_eq!(
        shown(&reading.tables[0]),
        "dag | kommune | koen | antal\n2024-01-31 | 0461 | K | 5\n2024-02-29 | 0630 | M | 6"
    );
}

#[test]
fn a_table_that_we_described_is_left_as_it_is() {
    let described = daily();
    let content = Content::Described(described.clone());
    assert_eq!(read("ophold.arrow", content).tables, [described]);
}

#[test]
fn months_beside_years_stay_what_programs_ask_for() {
    let years_and_months = vec![
        measure("year", &[2024.0, 2025.0]),
        measure("month", &[3.0, 3.0]),
    ];
    let contacts = measure("contacts", &[5.0, 6.0]);
    let measures = years_and_months.into_iter().chain([contacts]).collect();
    let reading = read_table(table(vec![dimension("sex", &["K", "M"])], measures));
    assert_eq!(
        shown(&reading.tables[0]),
        "sex | year | month | contacts\nK | 2024 | 3 | 5\nM | 2025 | 3 | 6"
    );
}

#[test]
fn what_a_plan_decides_of_rows_is_told_and_not_kept_since_there_are_none() {
    let content = || {
        let places = dimension("Kommune", &["Odense", "Vejle", "I alt"]);
        let numbers = measure("antal", &[5.0, 6.0, 11.0]);
        Content::Table(table(vec![places], vec![numbers]))
    };
    let mark = |row, words: &str| RowMark {
        row,
        words: words.to_owned(),
    };
    let header = |is| HeaderPlan {
        row: 1,
        rows: vec![HeaderRow {
            is,
            ..HeaderRow::default()
        }],
    };
    let mut plan = propose("fil.parquet", &content());
    let own = &mut plan.tables[0];
    assert_eq!(own.header, Some(header(HeaderUse::Recognised)));
    own.sheet = "Ark1".to_owned();
    own.header = Some(header(HeaderUse::Time));
    own.skip.push(mark(3, "Vejle"));
    own.keep.push(mark(4, "I alt"));
    own.end = Some(mark(4, "I alt"));
    let applied = apply("fil.parquet", &plan, &content());
    assert_eq!(applied.reading.tables[0].row_count(), 3);
    let sheet = || "Ark1".to_owned();
    let row = |row, words: &str| Unmatched::Row {
        sheet: sheet(),
        words: words.to_owned(),
        row,
    };
    let expected = [
        Unmatched::Header {
            sheet: sheet(),
            row: 1,
        },
        row(3, "Vejle"),
        row(4, "I alt"),
        row(4, "I alt"),
    ];
    assert_eq!(applied.unmatched, expected);
    let kept = Plan::of(&applied);
    assert_eq!(apply("fil.parquet", &kept, &content()).unmatched, []);
    assert_eq!(kept.tables[0].header, Some(header(HeaderUse::Recognised)));
}
