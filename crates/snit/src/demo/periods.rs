//! Axes of quarters and months, with years as a level.

use table::{Level, Member, MemberKind, Role, Text};

use super::cube::Axis;
use super::sandbox::MONTHS;

/// Quarters of these years.
pub(crate) fn quarter_axis(years: &[&str]) -> Axis {
    let axis = Axis::new("quarter", Text::new("Kvartal", "Quarter"), Role::Time);
    let quarters = years
        .iter()
        .flat_map(|year| (1..=4).map(move |quarter| (year, quarter)));
    let axis = quarters.fold(axis, |axis, (year, quarter)| {
        let label = Text::new(
            &format!("{quarter}. kvt. {year}"),
            &format!("Q{quarter} {year}"),
        );
        axis.with_part(&format!("{year}K{quarter}"), label)
    });
    within_years(axis, years)
}

/// Months of these years.
pub(crate) fn month_axis(years: &[&str]) -> Axis {
    let axis = Axis::new("month", Text::new("Måned", "Month"), Role::Time);
    let months = years
        .iter()
        .flat_map(|year| MONTHS.iter().map(move |month| (year, month)));
    let axis = months.fold(axis, |axis, (year, (number, danish, english))| {
        let label = Text::new(
            &format!("{} {year}", danish.to_lowercase()),
            &format!("{english} {year}"),
        );
        axis.with_part(&format!("{year}M{number}"), label)
    });
    within_years(axis, years)
}

/// The axis with years as a level; each has as many periods.
fn within_years(mut axis: Axis, years: &[&str]) -> Axis {
    let each = (axis.len() / years.len().max(1)).max(1);
    let year = |year: &&str| Member {
        code: (*year).to_owned(),
        label: Text::same(year),
        kind: MemberKind::Part,
    };
    axis.dimension.levels = vec![Level {
        name: "year".to_owned(),
        label: Text::new("År", "Year"),
        members: years.iter().map(year).collect(),
        parents: (0..axis.len())
            .map(|index| u32::try_from(index / each).ok())
            .collect(),
    }];
    axis
}
