//! What happens in hospitals: stays, days, waits, readmissions and what stays are worth, drawn for each part of the cube.

use super::cells::is_printed;
use crate::demo::cube::Cube;
use crate::demo::hospitals::HOSPITALS;
use crate::demo::keyfigures::waiting::set;
use crate::demo::random::{Random, approximate, whole};

/// A kind of department in a hospital of size 1.
#[derive(Clone, Copy, Debug, Default)]
struct Department {
    /// Admissions of a quarter, and days of each.
    admissions: f64,
    days: f64,
    /// Days of waiting for treatment.
    wait: f64,
    /// Share of available days that are taken.
    taken: f64,
    /// Share of admissions followed by another.
    again: f64,
    /// Kroner of an admission.
    kroner: f64,
}

const fn department(
    (admissions, days, wait): (f64, f64, f64),
    (taken, again, kroner): (f64, f64, f64),
) -> Department {
    Department {
        admissions,
        days,
        wait,
        taken,
        again,
        kroner,
    }
}

const DEPARTMENTS: [Department; 8] = [
    department((3_400.0, 4.4, 31.0), (0.97, 0.165, 31_000.0)),
    department((1_700.0, 3.2, 44.0), (0.88, 0.095, 44_000.0)),
    department((1_250.0, 3.9, 58.0), (0.87, 0.075, 52_000.0)),
    department((1_150.0, 3.1, 36.0), (0.93, 0.130, 47_000.0)),
    department((620.0, 4.9, 49.0), (0.90, 0.110, 49_000.0)),
    department((410.0, 4.2, 19.0), (0.92, 0.160, 56_000.0)),
    department((980.0, 2.3, 33.0), (0.78, 0.070, 27_000.0)),
    department((1_350.0, 2.4, 40.0), (0.82, 0.050, 25_000.0)),
];
/// Of each kind: stays for each admission of the department, days of each stay and kroner against the department's.
const OF_KIND: [(f64, f64, f64); 3] = [(0.74, 1.0, 0.92), (0.26, 1.0, 1.23), (4.6, 0.0, 0.075)];
/// Stays in each quarter of a year, and beds taken.
const SEASON: [(f64, f64); 4] = [(1.04, 1.03), (1.0, 0.99), (0.93, 0.96), (1.03, 1.02)];
/// Waits in each region against the country.
const WAITS: [(&str, f64); 4] = [
    ("nordjylland", 1.09),
    ("midtjylland", 0.93),
    ("syddanmark", 1.06),
    ("oestdanmark", 0.98),
];

/// Stays, days, available days, patients treated, days waited, discharges of those admitted, readmissions, and øre.
pub(super) type Drawn = [Vec<i64>; 8];

/// Where a part lies.
struct Spot {
    hospital: usize,
    quarter: usize,
    kind: usize,
    department: Department,
    size: f64,
    wait: f64,
}

/// Everything, with its sums.
pub(super) fn drawn(seed: u64, cube: &Cube) -> Drawn {
    let mut habits = Random::new(seed, "activity habits");
    let habits: Vec<[f64; 2]> = HOSPITALS
        .iter()
        .map(|_| [habits.factor(0.03), habits.factor(0.07)])
        .collect();
    let mut random = Random::new(seed, "activity");
    let mut drawn: Drawn = std::array::from_fn(|_| cube.zeros());
    let parts = cube.parts().into_iter();
    for part in parts.filter(|&part| is_printed(cube, part)) {
        let spot = spot(cube, part);
        let habits = habits.get(spot.hospital).copied().unwrap_or([1.0; 2]);
        drawn
            .iter_mut()
            .zip(of_part(&spot, habits, &mut random))
            .for_each(|(values, count)| set(values, part, count));
    }
    drawn.iter_mut().for_each(|values| cube.sum_up(values));
    drawn
}

fn spot(cube: &Cube, part: usize) -> Spot {
    let hospital = cube.member(part, 1) - 1;
    let department = DEPARTMENTS.get(cube.member(part, 2) - 1);
    let region = WAITS.iter().find(|(code, _)| *code == cube.code(part, 0));
    Spot {
        hospital,
        quarter: cube.member(part, 3),
        kind: cube.member(part, 4) - 1,
        department: department.copied().unwrap_or_default(),
        size: HOSPITALS.get(hospital).map_or(0.0, |found| found.size),
        wait: region.map_or(1.0, |(_, longer)| *longer),
    }
}

fn of_part(spot: &Spot, [taken, again]: [f64; 2], random: &mut Random) -> [i64; 8] {
    let own = spot.department;
    let (per_admission, days, kroner) = OF_KIND.get(spot.kind).copied().unwrap_or_default();
    let (season, full) = SEASON.get(spot.quarter % 4).copied().unwrap_or((1.0, 1.0));
    let passed = f64::from(u8::try_from(spot.quarter).unwrap_or(0));
    let expected = own.admissions * spot.size * per_admission * season;
    let stays = random.poisson(expected * (1.0 + 0.004 * passed));
    let bed_days = random.poisson(approximate(stays) * own.days * days);
    let share = (own.taken * taken * full * random.factor(0.02)).min(1.08);
    let available = whole(approximate(bed_days) / share);
    let treated = random.share(stays, 0.4);
    let wait = own.wait * spot.wait * (1.0 + 0.004 * passed) * random.factor(0.06);
    let waited = whole(approximate(treated) * wait);
    // Only who was admitted can be admitted again.
    let discharged = if days > 0.0 { stays } else { 0 };
    let readmitted = random.share(discharged, own.again * again);
    let worth = own.kroner * kroner * (1.0 + 0.006 * passed) * random.factor(0.02);
    let worth = whole(approximate(stays) * worth * 100.0);
    [
        stays, bed_days, available, treated, waited, discharged, readmitted, worth,
    ]
}
