//! Doses, patients and cost of each group of drugs in each practice.

use table::{Aggregation, Collapse, Measure, Status, Table, TableError, Text};

use super::groups::{GROUPS, atc_axis};
use super::practices::{Practice, Region, region};
use crate::demo::axes;
use crate::demo::columns::{Rows, additive, distinct, of_class};
use crate::demo::counts::{drawn, following, once};
use crate::demo::cube::Cube;
use crate::demo::hide::small_counts;
use crate::demo::keyfigures::waiting::set;
use crate::demo::people::People;
use crate::demo::random::{Random, approximate, whole};

const YEARS: [&str; 3] = ["2023", "2024", "2025"];
/// The first of them among all.
const FIRST_YEAR: usize = 4;
/// How many stand once where the groups are together.
const ONCE: f64 = 0.52;
/// Patients of the country for each of the region.
const COUNTRY: f64 = 4.82;
/// What the country has of each group against the region.
const ELSEWHERE: [f64; 12] = [
    0.96, 0.94, 1.02, 0.97, 0.95, 1.05, 0.93, 0.91, 1.08, 1.04, 1.12, 0.98,
];
const NOTES: [(Option<&str>, &str, &str); 3] = [
    (
        None,
        "Kun praksis i Region Syddanmark er med; tallene for hele landet er trykt ved siden af.",
        "Only practices of Region Syddanmark are here; the numbers of the country are printed beside them.",
    ),
    (
        Some("patienter"),
        "Den samme patient kan få flere midler. »De tolv grupper« tæller hver patient én gang.",
        "The same patient may have several drugs. \"The twelve groups\" counts each patient once.",
    ),
    (
        Some("tilmeldte"),
        "Praksis' patienter; det samme tal ved hver gruppe af lægemidler.",
        "The patients of the practice; the same number at each group of drugs.",
    ),
];

/// The table by practice, year and group.
pub(super) fn table(seed: u64, people: &People) -> Result<Table, TableError> {
    let Region { practices, axis } = region(seed, people);
    let first = axis.len() - practices.len();
    let cube = Cube::new(vec![axis, axes::year_axis(&YEARS), atc_axis()]);
    let practice_of = |cell: usize| practices.get(cube.member(cell, 0).checked_sub(first)?);
    let is_there = |cell: usize| {
        practice_of(cell).is_none_or(|own| FIRST_YEAR + cube.member(cell, 1) >= own.opened)
    };
    let mut random = Random::new(seed, "prescribed");
    let [doses, patients, cost, listed] = drawn(&cube, |part| {
        let place = (cube.member(part, 1), cube.member(part, 2) - 1);
        match practice_of(part).filter(|_| is_there(part)) {
            Some(own) => of_practice(own, place, &mut random),
            None => [0; 4],
        }
    });
    let hidden = small_counts(&cube, &patients);
    let hidden_doses = following(&cube, &hidden, &doses);
    let hidden_cost = following(&cube, &hidden, &cost);
    let unique = once(&cube, &patients, (2, ONCE));
    let status = |hidden: &[bool], cell: usize| match (is_there(cell), hidden.get(cell)) {
        (false, _) => Status::NotApplicable,
        (_, Some(true)) => Status::Hidden,
        _ => Status::Value,
    };
    let none = vec![false; cube.len()];
    let [dose, patient, kroner, list] = measures();
    Rows::all(&cube)
        .with_statuses((dose, 0), &of_country(&cube, doses, Of::Doses), |cell| {
            status(&hidden_doses, cell)
        })
        .with_statuses(
            (patient, 0),
            &of_country(&cube, unique, Of::Patients),
            |cell| status(&hidden, cell),
        )
        .with_statuses((kroner, 0), &of_country(&cube, cost, Of::Doses), |cell| {
            status(&hidden_cost, cell)
        })
        .with_statuses(
            (list, 0),
            &of_country(&cube, one_list(&cube, listed), Of::Lists),
            |cell| status(&none, cell),
        )
        .finish(
            "ordination",
            Text::new("Ordinationer efter praksis", "Prescribing by practice"),
            &NOTES,
        )
}

/// Doses, patients, kroner and listed patients of a practice.
fn of_practice(own: &Practice, (year, group): (usize, usize), random: &mut Random) -> [i64; 4] {
    let Some(facts) = GROUPS.get(group) else {
        return [0; 4];
    };
    let passed = f64::from(u8::try_from(year).unwrap_or(0)) - 2.0;
    let listed = whole(approximate(own.listed) * (1.0 + 0.004 * passed));
    // Each doctor has habits, which last from year to year.
    let mut habits = Random::new(own.listed.unsigned_abs(), &format!("habit {group}"));
    let habit = own.habit * habits.factor(0.13);
    let chance = facts.patients * facts.among(own.old) * habit * (1.0 + facts.growth * passed);
    let patients = random.share(listed, chance.min(0.9));
    let doses = facts.of_year(approximate(listed), own.old, passed) * habit * random.factor(0.06);
    let doses = if patients == 0 {
        0
    } else {
        whole(doses).max(1)
    };
    let kroner = whole(approximate(doses) * facts.kroner * random.factor(0.05));
    [doses, patients, kroner, listed]
}

/// What the country has numbers of: doses and kroner, which are summed over groups again; patients, who are not; and lists,
/// which have nothing to do with groups.
#[derive(Clone, Copy)]
enum Of {
    Doses,
    Patients,
    Lists,
}

/// The same with the numbers of the whole country, which is more than the region.
fn of_country(cube: &Cube, mut values: Vec<i64>, of: Of) -> Vec<i64> {
    for cell in (0..cube.len()).filter(|cell| cube.member(*cell, 0) == 0) {
        let value = values.get(cell).copied().unwrap_or(0);
        let group = cube.member(cell, 2).checked_sub(1);
        let group = group.and_then(|group| ELSEWHERE.get(group));
        let more = match (of, group) {
            (Of::Doses | Of::Patients, Some(more)) => *more,
            _ => 1.0,
        };
        set(
            &mut values,
            cell,
            whole(approximate(value) * COUNTRY * more),
        );
    }
    if let Of::Doses = of {
        cube.sum_over(&mut values, 2);
    }
    values
}

/// A list is the same for each group, so that all groups together have it once.
fn one_list(cube: &Cube, mut listed: Vec<i64>) -> Vec<i64> {
    for line in cube.lines_of(2) {
        let one = line
            .parts
            .first()
            .and_then(|&part| listed.get(part))
            .copied();
        set(&mut listed, line.total, one.unwrap_or(0));
    }
    listed
}

fn measures() -> [Measure; 4] {
    let dose = additive(
        ("ddd", "Døgndoser (DDD)", "Daily doses (DDD)"),
        ("DDD", "DDD"),
    );
    let patient = additive(
        (
            "patienter",
            "Patienter med midlet",
            "Patients with the drug",
        ),
        ("patienter", "patients"),
    );
    let kroner = additive(("udgift", "Udgift", "Cost"), ("kr.", "DKK"));
    let list = additive(
        ("tilmeldte", "Tilmeldte patienter", "Listed patients"),
        ("patienter", "patients"),
    );
    let once = Aggregation::SemiAdditive {
        not_over: vec!["atc".to_owned(), "year".to_owned()],
        then: Collapse::Last,
    };
    [
        dose,
        of_class(distinct(&["atc", "year"]), patient),
        kroner,
        of_class(once, list),
    ]
}
