//! Waiting times of new patients by region, quarter and specialty.

use table::{Aggregation, Measure, Role, Status, Table, TableError, Text};

use super::SPECIALTIES;
use crate::demo::axes;
use crate::demo::columns::{Rows, additive, of_class};
use crate::demo::counts::{drawn, of_mean, tenths};
use crate::demo::cube::{Axis, Cube};
use crate::demo::periods::quarter_axis;
use crate::demo::random::{Random, approximate, whole};
use crate::demo::tiers::{council_tiers, nested};

const YEARS: [&str; 3] = ["2023", "2024", "2025"];
/// Mean days, and new patients of a region in a quarter.
const FACTS: [(f64, f64); 10] = [
    (68.0, 21_000.0),
    (24.0, 16_500.0),
    (52.0, 13_500.0),
    (33.0, 9_800.0),
    (196.0, 1_450.0),
    (231.0, 520.0),
    (29.0, 4_100.0),
    (37.0, 5_600.0),
    (74.0, 3_300.0),
    (118.0, 3_900.0),
];
/// Nordjylland, Midtjylland, Syddanmark, Østdanmark: size, and wait against the country.
const REGIONS: [(f64, f64); 4] = [(0.41, 1.18), (0.95, 0.96), (0.86, 1.07), (1.95, 0.95)];
const SEASON: [f64; 4] = [0.97, 1.0, 1.09, 0.98];
const NOTES: [(Option<&str>, &str, &str); 1] = [(
    Some("median"),
    "En median kan ikke lægges sammen; hvert sted og hver periode er opgjort for sig.",
    "A median cannot be summed; each place and period is counted by itself.",
)];

/// The table of waiting times.
pub(super) fn table(seed: u64) -> Result<Table, TableError> {
    let described = axes::dimension("region", ("Region", "Region"), Role::Geography);
    let regions: Vec<_> = council_tiers().into_iter().take(2).collect();
    let specialties = SPECIALTIES.iter().fold(
        Axis::new(
            "speciale",
            Text::new("Speciale", "Specialty"),
            Role::Organisation,
        ),
        |axis, (code, danish, english)| axis.with_part(code, Text::new(danish, english)),
    );
    let cube = Cube::new(vec![
        nested(described, &regions),
        quarter_axis(&YEARS),
        specialties,
    ]);
    let mut random = Random::new(seed, "specialist waiting");
    let [fresh, days] = drawn(&cube, |part| {
        let (region, quarter) = (cube.member(part, 0) - 1, cube.member(part, 1));
        let (wait, count) = FACTS.get(cube.member(part, 2)).copied().unwrap_or_default();
        let (size, longer) = REGIONS.get(region).copied().unwrap_or_default();
        let season = SEASON.get(quarter % 4).copied().unwrap_or(1.0);
        let trend = 1.0 - 0.008 * f64::from(u8::try_from(quarter).unwrap_or(0));
        let fresh = random.poisson(count * size / season);
        let mean = wait * longer * season * trend * random.factor(0.05);
        [fresh, whole(approximate(fresh) * mean)]
    });
    let means = tenths(&days, &fresh);
    let medians: Vec<i64> = means
        .iter()
        .map(|mean| whole(approximate(*mean) / 10.0 * 0.79 * random.factor(0.03)))
        .collect();
    let shown = vec![false; cube.len()];
    let [new, mean, median] = measures();
    Rows::all(&cube)
        .with(new, &fresh, &shown)
        .with_statuses((mean, 1), &means, of_mean(&fresh, &shown))
        .with_statuses((median, 0), &medians, |_| Status::Value)
        .finish(
            "ventetid",
            Text::new("Ventetid efter speciale", "Waiting times by specialty"),
            &NOTES,
        )
}

fn measures() -> [Measure; 3] {
    let newest = || vec!["2025K3".to_owned(), "2025K4".to_owned()];
    let measure = |names, unit| Measure {
        preliminary: newest(),
        ..additive(names, unit)
    };
    let days = ("dage", "days");
    let weighed = Aggregation::Mean {
        weight: "nye_patienter".to_owned(),
    };
    [
        measure(
            ("nye_patienter", "Nye patienter", "New patients"),
            ("patienter", "patients"),
        ),
        Measure {
            decimals: 1,
            ..of_class(
                weighed,
                measure(("ventedage", "Ventetid, gennemsnit", "Wait, mean"), days),
            )
        },
        of_class(
            Aggregation::Printed,
            measure(("median", "Ventetid, median", "Wait, median"), days),
        ),
    ]
}
