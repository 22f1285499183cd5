//! Hospital activity: stays, bed days, readmissions and days after treatment, by place, year, sex and age.

use table::{Table, TableError, Text};

use crate::demo::columns::{Rows, additive};
use crate::demo::cube::Cube;
use crate::demo::hide::small_counts;
use crate::demo::people::{Cell, People};
use crate::demo::random::{Random, approximate};
use crate::demo::rates::{Places, Rate};

/// Councils' acute stays against the country; Lillebælt is the tenth.
const ACUTE_BY_COUNCIL: [f64; 17] = [
    1.06, 1.02, 0.95, 0.96, 1.00, 0.90, 0.94, 1.03, 1.01, 1.055, 0.99, 1.05, 1.04, 0.97, 0.98,
    1.07, 0.98,
];
/// Councils' share of short stays against the country.
const SHORT_BY_COUNCIL: [f64; 17] = [
    1.02, 1.05, 0.97, 1.00, 1.06, 1.01, 0.95, 0.98, 1.04, 0.86, 1.00, 1.02, 0.97, 1.03, 0.96, 1.05,
    1.02,
];

const ACUTE: Rate = Rate {
    by_band: [
        0.081, 0.044, 0.068, 0.082, 0.072, 0.095, 0.145, 0.179, 0.236, 0.310, 0.402,
    ],
    men: 1.02,
    by_year: [0.975, 0.905, 0.945, 0.955, 0.97, 0.985, 1.0],
};
const PLANNED: Rate = Rate {
    by_band: [
        0.022, 0.015, 0.022, 0.042, 0.036, 0.047, 0.068, 0.075, 0.077, 0.064, 0.048,
    ],
    men: 0.94,
    by_year: [1.06, 0.94, 0.97, 0.95, 0.98, 0.99, 1.0],
};
/// Episodes of waiting for the municipality after treatment has ended.
const WAITING: Rate = Rate {
    by_band: [
        0.0, 0.0, 0.0001, 0.0002, 0.0004, 0.0013, 0.0032, 0.0055, 0.0090, 0.0148, 0.0218,
    ],
    men: 0.95,
    by_year: [1.30, 1.18, 1.22, 1.24, 1.20, 1.13, 1.0],
};
/// Share of acute stays that are medical and shorter than twelve hours.
const SHORT: [f64; 11] = [
    0.56, 0.52, 0.50, 0.48, 0.46, 0.43, 0.40, 0.38, 0.36, 0.34, 0.33,
];
const DAYS_PER_STAY: [f64; 11] = [2.1, 1.9, 1.9, 2.1, 2.5, 3.1, 3.6, 3.9, 4.3, 4.6, 4.8];
const READMITTED: [f64; 11] = [
    0.065, 0.062, 0.074, 0.081, 0.095, 0.117, 0.132, 0.142, 0.153, 0.165, 0.170,
];
/// For each resident counted, so many are treated who live nowhere in the country.
const WITHOUT_RESIDENCE: f64 = 0.0007;

const NAMES: [(&str, &str, &str, &str, &str); 7] = [
    (
        "ophold",
        "Sygehusophold",
        "Hospital stays",
        "ophold",
        "stays",
    ),
    (
        "akutte_ophold",
        "Akutte indlæggelser",
        "Acute admissions",
        "indlæggelser",
        "admissions",
    ),
    (
        "korttidsophold",
        "Akutte medicinske korttidsindlæggelser",
        "Short acute medical admissions",
        "indlæggelser",
        "admissions",
    ),
    ("sengedage", "Sengedage", "Bed days", "dage", "days"),
    (
        "indeksophold",
        "Ophold, der kan give genindlæggelse",
        "Index stays",
        "ophold",
        "stays",
    ),
    (
        "genindlaeggelser",
        "Akutte genindlæggelser inden 30 dage",
        "Acute readmissions within 30 days",
        "genindlæggelser",
        "readmissions",
    ),
    (
        "faerdigbehandlingsdage",
        "Færdigbehandlingsdage",
        "Days after treatment ended",
        "dage",
        "days",
    ),
];
/// Without its total the country's persons without residence would be lost: no other place has them.
const NOTES: [(Option<&str>, &str, &str); 2] = [
    (
        None,
        "Hele landet omfatter også personer uden bopæl i Danmark; de er ikke med i regioner, råd og kommuner.",
        "Denmark also covers persons who do not live in the country; no region, council or municipality has them.",
    ),
    (
        Some("indeksophold"),
        "Ophold, der ender med død, og ophold for kræft er ikke med.",
        "Stays that end in death and stays for cancer are left out.",
    ),
];

/// What is counted of one cell, in the order of the names.
type Counts = [i64; 7];

/// Draws the counts of cells.
struct Hospital {
    random: Random,
    acute: Places,
    short: Places,
    readmitted: Places,
    waiting: Places,
}

impl Hospital {
    fn new(seed: u64) -> Self {
        let by_chance = |name, council| Places::by_chance(Random::new(seed, name), council, 0.03);
        let round =
            |name, councils, spread| Places::round(councils, Random::new(seed, name), spread);
        Self {
            random: Random::new(seed, "hospital"),
            acute: round("acute", &ACUTE_BY_COUNCIL, 0.04),
            short: round("short", &SHORT_BY_COUNCIL, 0.04),
            readmitted: by_chance("readmitted", 0.03),
            waiting: by_chance("waiting", 0.18),
        }
    }

    fn draw(&mut self, cell: Cell, people: f64) -> Counts {
        let at = |places: &Places| places.factor(cell.municipality);
        let by_band = |bands: &[f64; 11]| bands.get(cell.band).copied().unwrap_or(0.0);
        let acute = self
            .random
            .poisson(people * ACUTE.of(cell) * at(&self.acute));
        let stays = acute + self.random.poisson(people * PLANNED.of(cell));
        let short = self.random.share(acute, by_band(&SHORT) * at(&self.short));
        let days = self
            .random
            .poisson(approximate(stays) * by_band(&DAYS_PER_STAY));
        let index = self.random.share(stays, 0.78);
        let readmitted = self
            .random
            .share(index, by_band(&READMITTED) * at(&self.readmitted));
        let episodes = self
            .random
            .poisson(people * WAITING.of(cell) * at(&self.waiting));
        let waiting = self.random.poisson(approximate(episodes) * 2.9) + episodes;
        [stays, acute, short, days, index, readmitted, waiting]
    }
}

/// The table of hospital activity.
pub(crate) fn table(seed: u64, cube: &Cube, people: &People) -> Result<Table, TableError> {
    let mut hospital = Hospital::new(seed);
    let drawn: Vec<Counts> = people
        .cells()
        .map(|(cell, count)| hospital.draw(cell, approximate(count)))
        .collect();
    let mut strangers = Random::new(seed, "without residence");
    let measures = NAMES.iter().enumerate().map(|(measure, names)| {
        let counts = drawn
            .iter()
            .map(|counts| counts.get(measure).copied().unwrap_or(0));
        let values = totals(cube, counts, &mut strangers);
        (names, values)
    });
    let rows = measures.fold(Rows::all(cube), |rows, (names, values)| {
        let (name, danish, english, unit, unit_english) = *names;
        let measure = additive((name, danish, english), (unit, unit_english));
        let hidden = small_counts(cube, &values);
        rows.with(measure, &values, &hidden)
    });
    rows.finish(
        "hospital",
        Text::new("Hospitalsaktivitet", "Hospital activity"),
        &NOTES,
    )
}

/// All totals of the counts of the parts; the country's also hold persons without residence, who are in no other place.
pub(crate) fn totals(
    cube: &Cube,
    counts: impl Iterator<Item = i64>,
    strangers: &mut Random,
) -> Vec<i64> {
    let mut values = cube.zeros();
    for (cell, count) in cube.parts().into_iter().zip(counts) {
        if let Some(value) = values.get_mut(cell) {
            *value = count;
        }
    }
    cube.sum_over(&mut values, 0);
    let country = |cell: &usize| {
        cube.member(*cell, 0) == 0 && (1..cube.axes.len()).all(|axis| cube.is_part(*cell, axis))
    };
    for cell in (0..cube.len()).filter(country) {
        if let Some(value) = values.get_mut(cell) {
            *value += strangers.poisson(approximate(*value) * WITHOUT_RESIDENCE);
        }
    }
    (1..cube.axes.len()).for_each(|axis| cube.sum_over(&mut values, axis));
    values
}
