//! Stays, bed days, occupancy and waiting times of hospitals.

use table::{Aggregation, Collapse, Measure, Status, Table, TableError, Text};

use super::cells::{cube, is_foreign, is_printed};
use crate::demo::columns::{Rows, additive, hidden_where, of_class};
use crate::demo::cube::Cube;
use crate::demo::hide::{THRESHOLD, complete_where};
use crate::demo::hospitals::HOSPITALS;
use crate::demo::keyfigures::waiting::set;
use crate::demo::random::{Random, approximate, whole};

/// Admissions a quarter in a hospital of size 1, days of each, and days of waiting.
const SIZES: [(f64, f64, f64); 8] = [
    (3_400.0, 4.4, 31.0),
    (1_700.0, 3.2, 44.0),
    (1_250.0, 3.9, 58.0),
    (1_150.0, 3.1, 36.0),
    (620.0, 4.9, 49.0),
    (410.0, 4.2, 19.0),
    (980.0, 2.3, 33.0),
    (1_350.0, 2.4, 40.0),
];
/// Of each kind: stays for each admission of the department, days of each stay against the department's.
const OF_KIND: [(f64, f64); 3] = [(0.74, 1.0), (0.26, 1.0), (4.6, 0.0)];
const DAYS: (&str, &str) = ("dage", "days");
const NOTES: [(Option<&str>, &str, &str); 1] = [(
    Some("ophold"),
    "Et ophold over flere hospitaler eller afdelinger tælles på dem alle; de trykte totaler tæller det én gang.",
    "A stay over several hospitals or departments counts in all of them; the printed totals count it once.",
)];

/// Stays, days, available days, patients treated and days waited.
type Drawn = [Vec<i64>; 5];

fn draw(seed: u64, cube: &Cube) -> Drawn {
    let mut random = Random::new(seed, "activity");
    let mut drawn: Drawn = std::array::from_fn(|_| cube.zeros());
    for part in cube
        .parts()
        .into_iter()
        .filter(|&part| is_printed(cube, part))
    {
        let size = HOSPITALS
            .get(cube.member(part, 1) - 1)
            .map_or(0.0, |hospital| hospital.size);
        let (admissions, days, wait) = SIZES
            .get(cube.member(part, 2) - 1)
            .copied()
            .unwrap_or_default();
        let (per_admission, stay) = OF_KIND
            .get(cube.member(part, 4) - 1)
            .copied()
            .unwrap_or_default();
        let quarter = cube.member(part, 3);
        let season = [1.04, 1.0, 0.93, 1.03]
            .get(quarter % 4)
            .copied()
            .unwrap_or(1.0);
        let growth = 1.0 + 0.004 * f64::from(u8::try_from(quarter).unwrap_or(0));
        let stays = random.poisson(admissions * size * per_admission * season * growth);
        let bed_days = random.poisson(approximate(stays) * days * stay);
        let available = whole(approximate(bed_days) / (0.91 * random.factor(0.05)));
        let treated = random.share(stays, 0.4);
        let waited = whole(approximate(treated) * wait * random.factor(0.08));
        drawn
            .iter_mut()
            .zip([stays, bed_days, available, treated, waited])
            .for_each(|(values, count)| set(values, part, count));
    }
    drawn.iter_mut().for_each(|values| cube.sum_up(values));
    drawn
}

/// The printed totals over hospitals and departments count a stay over several of them once.
fn counted_once(cube: &Cube, stays: &[i64]) -> Vec<i64> {
    let once = |(cell, &count): (usize, &i64)| {
        let share = |axis: usize, twice: f64| {
            if cube.is_part(cell, axis) {
                1.0
            } else {
                1.0 - twice
            }
        };
        whole(approximate(count) * share(1, 0.012) * share(2, 0.021))
    };
    let mut counted = stays.iter().enumerate().map(once).collect::<Vec<_>>();
    // Over regions and kinds of stay the totals are sums.
    cube.sum_over(&mut counted, 0);
    cube.sum_over(&mut counted, 4);
    counted
}

/// The table of activity.
pub(super) fn table(seed: u64) -> Result<Table, TableError> {
    let cube = cube();
    let drawn = draw(seed, &cube);
    let hidden = hidden(&cube, &drawn);
    let [stays, bed_days, available, treated, waited] = drawn;
    let status = hidden_where(&hidden);
    let none_below = |below: &[i64], cell: usize| match below.get(cell) {
        Some(0) => Status::NotApplicable,
        _ => status(cell),
    };
    let [stay, days, beds, occupancy, patients, wait] = measures();
    Rows::some(&cube, |cell| is_printed(&cube, cell))
        .with(stay, &counted_once(&cube, &stays), &hidden)
        .with(days, &bed_days, &hidden)
        .with(beds, &available, &hidden)
        .with_statuses(
            (occupancy, 4),
            &quotient(&bed_days, &available, 1e4),
            |cell| none_below(&available, cell),
        )
        .with(patients, &treated, &hidden)
        .with_statuses((wait, 1), &quotient(&waited, &treated, 10.0), |cell| {
            none_below(&treated, cell)
        })
        .finish(
            "aktivitet",
            Text::new("Hospitalernes aktivitet", "Activity of hospitals"),
            &NOTES,
        )
}

/// The measures in the order of the columns.
fn measures() -> [Measure; 6] {
    let count = |names, unit| Measure {
        preliminary: newest(),
        ..additive(names, unit)
    };
    let stay = count(("ophold", "Ophold", "Stays"), ("ophold", "stays"));
    let days = count(("sengedage", "Sengedage", "Bed days"), DAYS);
    let beds = count(
        (
            "disponible_sengedage",
            "Disponible sengedage",
            "Available bed days",
        ),
        DAYS,
    );
    let occupancy = count(
        ("belaegning", "Belægning", "Occupancy"),
        ("andel af senge", "share of beds"),
    );
    let occupancy = Measure {
        decimals: 2,
        ..of_class(occupied(), occupancy)
    };
    let patients = count(
        ("behandlede", "Behandlede", "Treated"),
        ("patienter", "patients"),
    );
    let wait = count(
        ("ventedage", "Ventetid til behandling", "Wait for treatment"),
        DAYS,
    );
    let wait = Measure {
        decimals: 1,
        ..of_class(weighed(), wait)
    };
    [
        of_class(spanning(), stay),
        days,
        beds,
        occupancy,
        patients,
        wait,
    ]
}

/// Small counts of stays, bed days or patients, and what would give them away.
fn hidden(cube: &Cube, [stays, bed_days, _, treated, _]: &Drawn) -> Vec<bool> {
    let is_small = |values: &[i64], cell: usize| {
        values
            .get(cell)
            .is_some_and(|count| (1..THRESHOLD).contains(count))
    };
    let small = |cell| {
        [stays, bed_days, treated]
            .into_iter()
            .any(|values| is_small(values, cell))
    };
    let published = |cell: usize| is_printed(cube, cell) || is_foreign(cube, cell);
    complete_where(cube, stays, (0..cube.len()).map(small).collect(), published)
}

/// The quotients in units of a decimal; 0 where there is nothing below.
fn quotient(above: &[i64], below: &[i64], factor: f64) -> Vec<i64> {
    let one = |(above, below): (&i64, &i64)| {
        whole(approximate(*above) * factor / approximate((*below).max(1)))
    };
    above.iter().zip(below).map(one).collect()
}

/// A stay can span several hospitals and departments.
fn spanning() -> Aggregation {
    let not_over = vec!["hospital".to_owned(), "department".to_owned()];
    Aggregation::SemiAdditive {
        not_over,
        then: Collapse::Refuse,
    }
}

fn occupied() -> Aggregation {
    Aggregation::Ratio {
        numerator: "sengedage".to_owned(),
        denominator: "disponible_sengedage".to_owned(),
    }
}

fn weighed() -> Aggregation {
    Aggregation::Mean {
        weight: "behandlede".to_owned(),
    }
}

/// The quarters that are not final yet.
fn newest() -> Vec<String> {
    ["2025K3", "2025K4"].map(str::to_owned).to_vec()
}
