//! Tables with typed columns, as Parquet has them.

use table::{Dimension, DimensionBuilder, Measure, MeasureBuilder, Table, TableBuilder, Text};

use super::shown;
use crate::read_table;

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

#[test]
fn a_described_table_is_left_as_it_is() {
    let mut described = table(
        vec![dimension("year", &["2024"])],
        vec![measure("antal", &[5.0])],
    );
    let mut year = described.dimensions()[0].dimension.clone();
    year.role = table::Role::Time;
    described.describe(0, year).unwrap();
    assert_eq!(read_table(described.clone()).tables, [described]);
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
