//! Stays, bed days, occupancy, waiting times, readmissions and DRG value of hospitals.

use table::{Aggregation, Collapse, Measure, Status, Table, TableError, Text};

use super::cells::{cube, is_foreign, is_printed};
use super::draw::drawn;
use crate::demo::columns::{Names, Rows, Unit, additive, hidden_where, of_class};
use crate::demo::cube::Cube;
use crate::demo::hide::{THRESHOLD, complete_where};
use crate::demo::random::{approximate, whole};

const DAYS: Unit<'_> = ("dage", "days");
const NOTES: [(Option<&str>, &str, &str); 3] = [
    (
        Some("ophold"),
        "Et ophold over flere hospitaler eller afdelinger tælles på dem alle; de trykte totaler tæller det én gang.",
        "A stay over several hospitals or departments counts in all of them; the printed totals count it once.",
    ),
    (
        Some("genindlaeggelser"),
        "Talt hos det hospital, der udskrev; ambulante ophold er ikke med.",
        "Counted at the hospital that discharged; outpatient stays are left out.",
    ),
    (
        Some("drg_vaerdi"),
        "Takst 2026 i alle år.",
        "2026 prices in every year.",
    ),
];

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
    let [
        stays,
        bed_days,
        available,
        treated,
        waited,
        discharged,
        again,
        worth,
    ] = drawn(seed, &cube);
    let hidden = hidden(&cube, &stays, [&stays, &bed_days, &treated]);
    let hidden_discharged = following(&cube, &hidden, &discharged);
    let hidden_again = following(&cube, &hidden_discharged, &again);
    let hidden_worth = following(&cube, &hidden, &worth);
    let status = hidden_where(&hidden);
    let none_below = |below: &[i64], cell: usize| match below.get(cell) {
        Some(0) => Status::NotApplicable,
        _ => status(cell),
    };
    let occupancy = quotient(&bed_days, &available, 1e4);
    let [stay, days, beds, taken, patients, wait, home, back, value] = measures();
    Rows::some(&cube, |cell| is_printed(&cube, cell))
        .with(stay, &counted_once(&cube, &stays), &hidden)
        .with(days, &bed_days, &hidden)
        .with(beds, &available, &hidden)
        .with_statuses((taken, 4), &occupancy, |cell| none_below(&available, cell))
        .with(patients, &treated, &hidden)
        .with_statuses((wait, 1), &quotient(&waited, &treated, 10.0), |cell| {
            none_below(&treated, cell)
        })
        .with(home, &discharged, &hidden_discharged)
        .with(back, &again, &hidden_again)
        .with_statuses((value, 2), &worth, hidden_where(&hidden_worth))
        .finish(
            "aktivitet",
            Text::new("Hospitalernes aktivitet", "Activity of hospitals"),
            &NOTES,
        )
}

/// The measures in the order of the columns.
fn measures() -> [Measure; 9] {
    let count = |names: Names<'_>, unit: Unit<'_>| Measure {
        preliminary: newest(),
        ..additive(names, unit)
    };
    let with_decimals = |decimals, class, measure| Measure {
        decimals,
        ..of_class(class, measure)
    };
    let beds = (
        "disponible_sengedage",
        "Disponible sengedage",
        "Available bed days",
    );
    let occupancy = count(
        ("belaegning", "Belægning", "Occupancy"),
        ("andel af senge", "share of beds"),
    );
    let wait = ("ventedage", "Ventetid til behandling", "Wait for treatment");
    let again = (
        "genindlaeggelser",
        "Akutte genindlæggelser inden 30 dage",
        "Acute readmissions within 30 days",
    );
    let discharged = ("udskrivninger", "Udskrivninger", "Discharges");
    let patients = ("patienter", "patients");
    [
        of_class(
            spanning(),
            count(("ophold", "Ophold", "Stays"), ("ophold", "stays")),
        ),
        count(("sengedage", "Sengedage", "Bed days"), DAYS),
        count(beds, DAYS),
        with_decimals(2, occupied(), occupancy),
        count(("behandlede", "Behandlede", "Treated"), patients),
        with_decimals(1, weighed(), count(wait, DAYS)),
        count(discharged, ("udskrivninger", "discharges")),
        count(again, ("genindlæggelser", "readmissions")),
        count(("drg_vaerdi", "DRG-værdi", "DRG value"), ("kr.", "DKK")),
    ]
}

fn is_published(cube: &Cube, cell: usize) -> bool {
    is_printed(cube, cell) || is_foreign(cube, cell)
}

/// Where one of these counts is small, and what would give away what is hidden there.
fn hidden(cube: &Cube, values: &[i64], counts: [&[i64]; 3]) -> Vec<bool> {
    let is_small = |cell: usize| {
        let mut counts = counts.iter().filter_map(|counts| counts.get(cell));
        counts.any(|count| (1..THRESHOLD).contains(count))
    };
    let small = (0..cube.len()).map(is_small).collect();
    complete_where(cube, values, small, |cell| is_published(cube, cell))
}

/// What is hidden of numbers that are hidden with others or small themselves.
fn following(cube: &Cube, hidden: &[bool], values: &[i64]) -> Vec<bool> {
    let pairs = hidden.iter().zip(values);
    let first =
        pairs.map(|(hidden, value)| *hidden && *value > 0 || (1..THRESHOLD).contains(value));
    complete_where(cube, values, first.collect(), |cell| {
        is_published(cube, cell)
    })
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
