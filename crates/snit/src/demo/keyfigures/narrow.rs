//! Two narrower tables of hospital activity: preventable stays of people from 65 years, and psychiatric readmissions.

use table::{Table, TableError, Text};

use super::hospital::totals;
use crate::demo::axes::{self, FIRST_OLD_BAND, YEARS};
use crate::demo::columns::{Rows, additive};
use crate::demo::cube::Cube;
use crate::demo::hide::{complete, small_counts};
use crate::demo::people::{Cell, People};
use crate::demo::random::{Random, approximate};
use crate::demo::rates::{Places, Rate};

/// Councils' preventable stays per 1,000 residents from 65 years, in the councils' own order.
const PREVENTABLE_BY_COUNCIL: [f64; 17] = [
    69.8, 64.6, 58.9, 60.7, 63.4, 59.6, 57.2, 66.9, 64.9, 58.4, 62.8, 69.1, 68.4, 61.3, 65.4, 72.6,
    71.0,
];
const COUNTRY: f64 = 64.1;
const PREVENTABLE: Rate = Rate {
    by_band: [
        0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0295, 0.0440, 0.0660, 0.0940, 0.1330,
    ],
    men: 1.10,
    // From 2022 the list of diagnoses is shorter.
    by_year: [1.16, 1.06, 1.08, 1.02, 1.045, 1.03, 1.0],
};
/// Wide groups of age in psychiatry, with the bands of each.
const GROUPS: [(&str, std::ops::Range<usize>); 3] =
    [("0-25", 0..3), ("26-64", 3..6), ("65+", 6..11)];
const PSYCHIATRIC_STAYS: [f64; 3] = [0.0034, 0.0066, 0.0031];
const PSYCHIATRIC_READMITTED: [f64; 3] = [0.162, 0.205, 0.128];

/// Stays that good care outside hospital might have prevented, from 65 years.
pub(crate) fn preventable(seed: u64, people: &People) -> Result<Table, TableError> {
    let axes = vec![
        axes::place_axis(),
        axes::year_axis(&YEARS),
        axes::sex_axis(),
        axes::old_age_axis(),
    ];
    let cube = Cube::new(axes);
    let councils = PREVENTABLE_BY_COUNCIL.map(|rate| rate / COUNTRY);
    let places = Places::round(&councils, Random::new(seed, "preventable places"), 0.05);
    let mut random = Random::new(seed, "preventable");
    let old = people
        .cells()
        .filter(|(cell, _)| cell.band >= FIRST_OLD_BAND);
    let counts: Vec<i64> = old
        .map(|(cell, count)| {
            random.poisson(
                approximate(count) * PREVENTABLE.of(cell) * places.factor(cell.municipality),
            )
        })
        .collect();
    let values = totals(&cube, counts.into_iter(), &mut random);
    let names = (
        "forebyggelige_ophold",
        "Forebyggelige sygehusophold",
        "Preventable hospital stays",
    );
    let measure = additive(names, ("ophold", "stays"));
    let hidden = small_counts(&cube, &values);
    let notes = [(
        Some("forebyggelige_ophold"),
        "Fra 2022 opgøres ni grupper af diagnoser mod før tolv: databrud.",
        "Nine groups of diagnoses from 2022, twelve before: a break in the series.",
    )];
    let title = Text::new(
        "Forebyggelige sygehusophold, 65 år og derover",
        "Preventable hospital stays, 65 years and over",
    );
    Rows::all(&cube)
        .with(measure, &values, &hidden)
        .finish("forebyggelige", title, &notes)
}

/// Psychiatric stays and readmissions; counts are small, so that many are hidden.
pub(crate) fn psychiatry(seed: u64, people: &People) -> Result<Table, TableError> {
    let ages = axes::wide_age_axis(&GROUPS.map(|(code, _)| code));
    let cube = Cube::new(vec![
        axes::place_axis(),
        axes::year_axis(&YEARS),
        axes::sex_axis(),
        ages,
    ]);
    let places = Places::by_chance(Random::new(seed, "psychiatry places"), 0.05, 0.08);
    let mut random = Random::new(seed, "psychiatry");
    let drawn: Vec<(i64, i64)> = grouped(people)
        .map(|(cell, count)| draw(cell, count, &places, &mut random))
        .collect();
    let stays = totals(&cube, drawn.iter().map(|(stays, _)| *stays), &mut random);
    let readmitted = totals(
        &cube,
        drawn.iter().map(|(_, readmitted)| *readmitted),
        &mut random,
    );
    let (hidden_stays, hidden) = hidden(&cube, &stays, &readmitted);
    let index = additive(
        ("indeksophold", "Psykiatriske ophold", "Psychiatric stays"),
        ("ophold", "stays"),
    );
    let names = (
        "genindlaeggelser",
        "Psykiatriske genindlæggelser inden 30 dage",
        "Psychiatric readmissions within 30 days",
    );
    let again = additive(names, ("genindlæggelser", "readmissions"));
    let title = Text::new("Psykiatriske genindlæggelser", "Psychiatric readmissions");
    Rows::all(&cube)
        .with(index, &stays, &hidden_stays)
        .with(again, &readmitted, &hidden)
        .finish("psykiatri", title, &[])
}

/// What is hidden of stays and of readmissions.
fn hidden(cube: &Cube, stays: &[i64], readmitted: &[i64]) -> (Vec<bool>, Vec<bool>) {
    let hidden_stays = small_counts(cube, stays);
    // Readmissions are among the stays, so a shown count of them would bound a hidden count of stays.
    let follows = hidden_stays
        .iter()
        .zip(readmitted)
        .map(|(hidden, count)| *hidden && *count > 0);
    let first = follows
        .zip(small_counts(cube, readmitted))
        .map(|(follows, small)| follows || small)
        .collect();
    let hidden_readmitted = complete(cube, readmitted, first);
    (hidden_stays, hidden_readmitted)
}

/// People by municipality, year, sex and wide group of age.
fn grouped(people: &People) -> impl Iterator<Item = (Cell, f64)> {
    let cells: Vec<(Cell, i64)> = people.cells().collect();
    let blocks: Vec<(Cell, f64)> = cells
        .chunks(axes::BANDS.len())
        .flat_map(|block| {
            GROUPS.iter().enumerate().filter_map(|(group, (_, bands))| {
                let inside = block.get(bands.clone())?;
                let first = inside.first()?.0;
                let count = inside.iter().map(|(_, count)| count).sum();
                Some((
                    Cell {
                        band: group,
                        ..first
                    },
                    approximate(count),
                ))
            })
        })
        .collect();
    blocks.into_iter()
}

fn draw(cell: Cell, people: f64, places: &Places, random: &mut Random) -> (i64, i64) {
    let by_group = |rates: &[f64; 3]| rates.get(cell.band).copied().unwrap_or(0.0);
    let stays = random.poisson(people * by_group(&PSYCHIATRIC_STAYS));
    let growing = 0.94 + 0.012 * f64::from(u8::try_from(cell.year).unwrap_or(0));
    let chance = by_group(&PSYCHIATRIC_READMITTED) * places.factor(cell.municipality) * growing;
    (stays, random.share(stays, chance))
}
