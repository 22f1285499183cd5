//! The axes that the demonstration tables share: places, years, sexes and ages.

use health::geography::{Level, Place, places};
use table::{Dimension, Level as Grouping, Member, MemberKind, Role, Text};

use super::cube::Axis;

/// Years of the key figures, oldest first.
pub(crate) const YEARS: [&str; 7] = ["2019", "2020", "2021", "2022", "2023", "2024", "2025"];
/// The year that is not final yet.
pub(crate) const PRELIMINARY: &str = "2025";

/// Bands of age with their share of the people of the country and the middle of the band.
pub(crate) const BANDS: [(&str, f64, f64); 11] = [
    ("0-9", 0.100, 5.0),
    ("10-17", 0.091, 14.0),
    ("18-24", 0.085, 21.0),
    ("25-39", 0.184, 32.0),
    ("40-49", 0.122, 45.0),
    ("50-64", 0.191, 57.0),
    ("65-69", 0.061, 67.0),
    ("70-74", 0.060, 72.0),
    ("75-79", 0.051, 77.0),
    ("80-84", 0.031, 82.0),
    ("85+", 0.024, 89.0),
];
/// The first of the bands from 65 years.
pub(crate) const FIRST_OLD_BAND: usize = 6;

/// The 98 municipalities, in the order in which the axis of places has them.
pub(crate) fn municipalities() -> impl Iterator<Item = &'static Place> {
    places()
        .iter()
        .filter(|place| place.level == Level::Municipality)
}

/// The place of a municipality among the 17 councils.
pub(crate) fn council_index(place: &Place) -> usize {
    let code = place.within(Level::HealthCouncil).unwrap_or_default();
    code.parse::<usize>().unwrap_or(1).saturating_sub(1)
}

/// All places as rows print them: the country first, then regions of both kinds, councils and municipalities.
pub(crate) fn place_axis() -> Axis {
    let order = [
        Level::Country,
        Level::Region,
        Level::Region2007,
        Level::HealthCouncil,
        Level::Municipality,
    ];
    let of = |level: Level| places().iter().filter(move |place| place.level == level);
    let all: Vec<&Place> = order.into_iter().flat_map(of).collect();
    let axis = Axis::new("kommune", Text::new("Bopæl", "Residence"), Role::Geography);
    all.iter().fold(axis, |axis, place| {
        let inside = parts_of(place, &all);
        axis.with((place.code, place.label()), kind(place), inside)
    })
}

/// What each kind of place is summed from: regions of 2027 from those of 2007, and those from councils.
fn parts_of(place: &Place, all: &[&Place]) -> Vec<usize> {
    let finer = match place.level {
        Level::Country => Level::Region,
        Level::Region => Level::Region2007,
        Level::Region2007 => Level::HealthCouncil,
        Level::HealthCouncil => Level::Municipality,
        _ => return Vec::new(),
    };
    let lies_in = |other: &Place| {
        let inside = |inner: &&Place| inner.level == Level::Municipality && is_in(inner, other);
        let first = all.iter().copied().find(inside);
        other.level == finer && first.is_some_and(|municipality| is_in(municipality, place))
    };
    (0..all.len())
        .filter(|&index| all.get(index).is_some_and(|other| lies_in(other)))
        .collect()
}

fn is_in(municipality: &Place, place: &Place) -> bool {
    municipality.code == place.code || municipality.within(place.level) == Some(place.code)
}

fn kind(place: &Place) -> MemberKind {
    match place.level {
        Level::Municipality => MemberKind::Part,
        Level::Country => MemberKind::Total,
        level => MemberKind::Of(level.name().to_owned()),
    }
}

/// The years, without a total.
pub(crate) fn year_axis(years: &[&str]) -> Axis {
    let axis = Axis::new("year", Text::new("År", "Year"), Role::Time);
    years
        .iter()
        .fold(axis, |axis, year| axis.with_part(year, Text::same(year)))
}

/// Women, men, and both.
pub(crate) fn sex_axis() -> Axis {
    Axis::new("sex", Text::new("Køn", "Sex"), Role::Sex)
        .with(
            ("TOT", Text::new("I alt", "Total")),
            MemberKind::Total,
            vec![1, 2],
        )
        .with_part("K", Text::new("Kvinder", "Women"))
        .with_part("M", Text::new("Mænd", "Men"))
}

/// All bands, in three groups, and all ages.
pub(crate) fn age_axis() -> Axis {
    let groups = [("0-17", 4..6), ("18-64", 6..10), ("65+", 10..15)];
    let total = ("IALT", Text::new("Alle aldre", "All ages"));
    let mut axis = empty_age_axis().with(total, MemberKind::Total, vec![1, 2, 3]);
    for (code, bands) in groups.clone() {
        axis = axis.with(
            (code, years_old(code)),
            MemberKind::Of("age_group".to_owned()),
            bands.collect(),
        );
    }
    let mut axis = BANDS.iter().fold(axis, |axis, (code, ..)| {
        axis.with_part(code, years_old(code))
    });
    let group_of = |index: usize| {
        let group = groups.iter().position(|(_, bands)| bands.contains(&index));
        group.and_then(|group| u32::try_from(group).ok())
    };
    let own = |index: usize| {
        index
            .checked_sub(1)
            .filter(|&group| group < groups.len())
            .and_then(|group| u32::try_from(group).ok())
    };
    let parents = (0..axis.len())
        .map(|index| own(index).or_else(|| group_of(index)))
        .collect();
    let members = groups.iter().map(|(code, _)| Member {
        code: (*code).to_owned(),
        label: years_old(code),
        kind: MemberKind::Part,
    });
    let label = Text::new("Aldersgruppe", "Age group");
    axis.dimension.levels = vec![Grouping {
        name: "age_group".to_owned(),
        label,
        members: members.collect(),
        parents,
    }];
    axis
}

/// Only the bands from 65 years, with their total.
pub(crate) fn old_age_axis() -> Axis {
    let bands = BANDS.iter().skip(FIRST_OLD_BAND);
    let total = ("IALT", Text::new("65 år og derover", "65 years and over"));
    let axis = empty_age_axis().with(total, MemberKind::Total, (1..=bands.len()).collect());
    bands.fold(axis, |axis, (code, ..)| {
        axis.with_part(code, years_old(code))
    })
}

/// A few wide groups, with their total.
pub(crate) fn wide_age_axis(groups: &[&str]) -> Axis {
    let total = ("IALT", Text::new("Alle aldre", "All ages"));
    let axis = empty_age_axis().with(total, MemberKind::Total, (1..=groups.len()).collect());
    groups
        .iter()
        .fold(axis, |axis, code| axis.with_part(code, years_old(code)))
}

fn empty_age_axis() -> Axis {
    Axis::new("age", Text::new("Alder", "Age"), Role::Age)
}

fn years_old(code: &str) -> Text {
    match code.strip_suffix('+') {
        Some(from) => Text::new(
            &format!("{from} år og derover"),
            &format!("{from} years and over"),
        ),
        None => Text::new(&format!("{code} år"), &format!("{code} years")),
    }
}

/// A dimension without members.
pub(crate) fn dimension(name: &str, label: (&str, &str), role: Role) -> Dimension {
    Dimension {
        name: name.to_owned(),
        label: Text::new(label.0, label.1),
        role,
        ..Dimension::default()
    }
}

/// An axis of parts with their total first.
pub(crate) fn total_axis(
    described: Dimension,
    total: (&str, Text),
    members: &[(&str, &str, &str)],
) -> Axis {
    let axis = Axis {
        dimension: described,
        sums: Vec::new(),
    };
    let axis = axis.with(total, MemberKind::Total, (1..=members.len()).collect());
    members.iter().fold(axis, |axis, (code, danish, english)| {
        axis.with_part(code, Text::new(danish, english))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_summed_from_places_inside_them() {
        let axis = place_axis();
        let count = |code: &str| axis.sums[axis.dimension.index_of(code).unwrap()].len();
        let counts = [
            "000",
            "oestdanmark",
            "nordjylland",
            "1084",
            "1085",
            "17",
            "6",
            "0101",
        ]
        .map(count);
        assert_eq!(counts, [4, 2, 1, 4, 2, 3, 2, 0]);
        assert_eq!(axis.parts().len(), 98);
    }

    #[test]
    fn bands_of_age_cover_all_people_once() {
        let axis = age_axis();
        assert_eq!(axis.parts().len(), BANDS.len());
        assert_eq!(axis.sums[3].len(), BANDS.len() - FIRST_OLD_BAND);
        let everybody: f64 = BANDS.iter().map(|(_, share, _)| share).sum();
        assert!((everybody - 1.0).abs() < 1e-9, "{everybody}");
        assert_eq!(axis.dimension.levels[0].parents[0], None);
        assert_eq!(axis.dimension.levels[0].parents[14], Some(2));
    }
}
