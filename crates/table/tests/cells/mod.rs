//! Small tables of every kind of cell.

use proptest::collection::vec;
use proptest::prelude::*;
use table::{
    Dimension, DimensionBuilder, Measure, MeasureBuilder, Member, Status, Table, TableBuilder,
};

/// A cell: its place, its region, and what it costs or why it does not say.
pub(crate) type Row = (Option<u8>, Result<f64, Status>);

/// Rows of any kind.
pub(crate) fn rows(most: usize) -> impl Strategy<Value = Vec<Row>> {
    let place = prop::option::weighted(0.9, 0..40_u8);
    let status = prop::sample::select(vec![Status::Hidden, Status::Missing, Status::NotApplicable]);
    let number = prop_oneof![
        4 => (-300..70_000_i32).prop_map(f64::from),
        1 => (-300..70_000_i32).prop_map(|cents| f64::from(cents) / 100.0),
        1 => Just(1.0 / 3.0),
    ];
    let cost = prop_oneof![9 => number.prop_map(Ok), 1 => status.prop_map(Err)];
    // Zero has one sign, as in integers. Often without the numbers that are no short decimals, so that columns are exact.
    (vec((place, cost), 0..most), any::<bool>()).prop_map(|(rows, is_whole)| {
        let round = |(place, cost): Row| {
            (
                place,
                cost.map(|it| if is_whole { it.round() + 0.0 } else { it }),
            )
        };
        rows.into_iter().map(round).collect()
    })
}

/// A dimension of this name.
pub(crate) fn named(name: &str) -> Dimension {
    Dimension {
        name: name.to_owned(),
        ..Dimension::default()
    }
}

/// The table of these rows, members in the order they come.
pub(crate) fn table(rows: &[Row]) -> Table {
    let (mut place, mut region) = (named("place"), named("region"));
    let member = |code: u8| Member {
        code: code.to_string(),
        ..Member::default()
    };
    region.members = (0..4).map(member).collect();
    place.members = Vec::new();
    let mut dimensions = vec![DimensionBuilder::new(place), DimensionBuilder::new(region)];
    let mut cost = MeasureBuilder::new(Measure {
        name: "cost".to_owned(),
        ..Measure::default()
    });
    for (place, value) in rows {
        match place {
            Some(place) => {
                dimensions[0].push(&place.to_string(), "");
                dimensions[1].push(&(place / 10).to_string(), "");
            }
            None => dimensions.iter_mut().for_each(DimensionBuilder::push_none),
        }
        match value {
            Ok(value) => cost.push(*value),
            Err(status) => cost.push_status(*status),
        }
    }
    let measures = vec![cost];
    let builder = TableBuilder {
        dimensions,
        measures,
    };
    builder.finish("t").unwrap()
}

/// All that can be read of a table.
pub(crate) fn read(table: &Table) -> Vec<String> {
    let row = |row| {
        let dimensions = table.dimensions().iter();
        let codes: Vec<_> = dimensions.map(|column| column.codes.get(row)).collect();
        let measures = table.measures().iter();
        let cells: Vec<_> = measures
            .map(|column| {
                (
                    column.number(row),
                    column.status(row),
                    column.numbers.get(row),
                )
            })
            .collect();
        format!("{codes:?} {cells:?}")
    };
    (0..table.row_count()).map(row).collect()
}
