//! Doses by council and quarter, with the waves of winter.

use table::{Role, Table, TableError, Text};

use super::groups::{GROUPS, atc_axis};
use crate::demo::axes;
use crate::demo::columns::{Rows, additive};
use crate::demo::counts::drawn;
use crate::demo::cube::Cube;
use crate::demo::people::People;
use crate::demo::periods::quarter_axis;
use crate::demo::random::Random;
use crate::demo::tiers::{council_tiers, nested};

const YEARS: [&str; 3] = ["2023", "2024", "2025"];
/// The first of them among all.
const FIRST_YEAR: usize = 4;
/// How far each quarter is winter (1) or summer (-1).
const WINTER: [f64; 4] = [1.0, -0.3, -1.0, 0.3];
/// The places of the councils on their axis begin behind the country and the regions.
const FIRST_COUNCIL: usize = 5;

/// The table by council, quarter and group, for the whole country.
pub(super) fn table(seed: u64, people: &People) -> Result<Table, TableError> {
    let places = axes::dimension("sundhedsraad", ("Bopæl", "Residence"), Role::Geography);
    let cube = Cube::new(vec![
        nested(places, &council_tiers()),
        quarter_axis(&YEARS),
        atc_axis(),
    ]);
    let mut random = Random::new(seed, "prescribed quarters");
    let habits: Vec<f64> = (0..17 * GROUPS.len())
        .map(|_| random.factor(0.05))
        .collect();
    let [doses] = drawn(&cube, |part| {
        let (council, quarter) = (cube.member(part, 0) - FIRST_COUNCIL, cube.member(part, 1));
        let group = cube.member(part, 2) - 1;
        let Some(facts) = GROUPS.get(group) else {
            return [0];
        };
        let (residents, old) = of_council(people, council, FIRST_YEAR + quarter / 4);
        let passed = f64::from(u8::try_from(quarter).unwrap_or(0)) / 4.0 - 2.0;
        let winter = WINTER.get(quarter % 4).copied().unwrap_or(0.0) * facts.winter;
        let habit = habits
            .get(council * GROUPS.len() + group)
            .copied()
            .unwrap_or(1.0);
        let of_year = facts.of_year(residents * 0.978, old, passed);
        [random.poisson(of_year / 4.0 * (1.0 + winter) * habit)]
    });
    let newest = vec!["2025K3".to_owned(), "2025K4".to_owned()];
    let measure = additive(
        ("ddd", "Døgndoser (DDD)", "Daily doses (DDD)"),
        ("DDD", "DDD"),
    );
    let measure = table::Measure {
        preliminary: newest,
        ..measure
    };
    let shown = vec![false; cube.len()];
    let title = Text::new(
        "Døgndoser kvartal for kvartal",
        "Daily doses quarter by quarter",
    );
    Rows::all(&cube)
        .with(measure, &doses, &shown)
        .finish("kvartaler", title, &[])
}

/// Residents of a council in a year, and the share of them from 65 years.
fn of_council(people: &People, council: usize, year: usize) -> (f64, f64) {
    let inside = axes::municipalities()
        .enumerate()
        .filter(|(_, place)| axes::council_index(place) == council);
    let (mut all, mut old) = (0.0, 0.0);
    for (place, _) in inside {
        all += people.within(place, year, 0..axes::BANDS.len());
        old += people.within(place, year, axes::FIRST_OLD_BAND..axes::BANDS.len());
    }
    (all, old / all.max(1.0))
}
