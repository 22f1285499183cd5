//! What a municipality reports as a whole: the waiting list for nursing homes, and what came of follow-ups.

use table::{Aggregation, Measure, Role, Status, Table, TableError, Text};

use super::Edition;
use super::services::status;
use crate::demo::axes;
use crate::demo::columns::{Rows, additive, of_class};
use crate::demo::counts::{drawn, of_mean, small_or_following, tenths};
use crate::demo::cube::Cube;
use crate::demo::hide::small_counts;
use crate::demo::random::{Random, approximate, whole};
use crate::demo::rates::Places;
use crate::demo::scope::{Scope, municipality};

/// The outcomes E1 to E4. The codes are those of the classification; the words are our own.
const OUTCOMES: [(&str, &str, &str); 4] = [
    ("E1", "E1 Afsluttes", "E1 Ended"),
    ("E2", "E2 Fortsættes", "E2 Goes on"),
    ("E3", "E3 Ændres", "E3 Changed"),
    ("E4", "E4 Ny udredning", "E4 Assessed anew"),
];
const OUTCOME_SHARES: [f64; 4] = [0.18, 0.55, 0.21, 0.06];
/// The bands from 80 years.
const VERY_OLD: std::ops::Range<usize> = 9..11;
/// Homes are guaranteed within two months (act on social housing, § 54 a).
const IN_TIME: f64 = 0.86;
const DAYS_BY_YEAR: [f64; 7] = [0.0, 0.0, 0.0, 31.0, 33.5, 34.0, 32.0];
const LIST_NOTES: [(Option<&str>, &str, &str); 1] = [(
    Some("inden_to_maaneder"),
    "Plejeboliggarantien: en plads inden to måneder.",
    "The guarantee of a home: a place within two months.",
)];
const OUTCOME_NOTES: [(Option<&str>, &str, &str); 1] = [(
    None,
    "E1 til E4 er koder i FSIII; ordene er demonstrationens egne.",
    "E1 to E4 are codes of FSIII; the words are our own.",
)];

/// Places offered in nursing homes, and how long people waited, by place and year.
pub(super) fn table(seed: u64, scope: &Scope<'_>, edition: Edition) -> Result<Table, TableError> {
    let cube = Cube::new(scope.places_and_years());
    let status = status(&cube, edition);
    let places = Places::by_chance(Random::new(seed, "waiting list places"), 0.08, 0.14);
    let mut random = Random::new(seed, "waiting list");
    let [offered, in_time, days] = drawn(&cube, |part| {
        let (place, year) = (
            municipality(&cube, part),
            scope.first_year + cube.member(part, 1),
        );
        let very_old = scope.people.within(place, year, VERY_OLD);
        let offered = random.poisson(very_old * 0.052);
        let chance = (IN_TIME * (2.0 - places.factor(place))).clamp(0.3, 0.99);
        let mean = DAYS_BY_YEAR.get(year).copied().unwrap_or(0.0) * places.factor(place);
        let days = whole(approximate(offered) * mean * random.factor(0.08));
        let reported = i64::from(status(part) == Status::Value);
        [offered, random.share(offered, chance), days].map(|count| count * reported)
    });
    let hidden = small_counts(&cube, &offered);
    let hidden_in_time = small_or_following(&cube, &hidden, &in_time);
    let kept = |hidden: &[bool], cell: usize| match (status(cell), hidden.get(cell)) {
        (Status::Value, Some(true)) => Status::Hidden,
        (status, _) => status,
    };
    let mean = of_mean(&offered, &hidden);
    let waited = |cell: usize| match status(cell) {
        Status::Value => mean(cell),
        missing => missing,
    };
    let [places, soon, wait] = measures();
    Rows::all(&cube)
        .with_statuses((places, 0), &offered, |cell| kept(&hidden, cell))
        .with_statuses((soon, 0), &in_time, |cell| kept(&hidden_in_time, cell))
        .with_statuses((wait, 1), &tenths(&days, &offered), waited)
        .finish(
            "venteliste",
            Text::new("Venteliste til plejehjem", "Waiting list for nursing homes"),
            &LIST_NOTES,
        )
}

fn measures() -> [Measure; 3] {
    let count = |names| additive(names, ("borgere", "residents"));
    let days = additive(
        (
            "ventedage",
            "Ventetid til plejehjem",
            "Wait for a nursing home",
        ),
        ("dage", "days"),
    );
    let weighed = Aggregation::Mean {
        weight: "tilbudt".to_owned(),
    };
    [
        count(("tilbudt", "Tilbudt plads", "Offered a place")),
        count((
            "inden_to_maaneder",
            "Tilbudt plads inden to måneder",
            "Offered a place within two months",
        )),
        Measure {
            decimals: 1,
            ..of_class(weighed, days)
        },
    ]
}

/// Follow-ups of care by place, year and outcome.
pub(super) fn follow_ups(
    seed: u64,
    scope: &Scope<'_>,
    edition: Edition,
) -> Result<Table, TableError> {
    let outcomes = axes::total_axis(
        axes::dimension("udfald", ("Udfald", "Outcome"), Role::Other),
        ("IALT", Text::new("Alle opfølgninger", "All follow-ups")),
        &OUTCOMES,
    );
    let cube = Cube::new(
        scope
            .places_and_years()
            .into_iter()
            .chain([outcomes])
            .collect(),
    );
    let status = status(&cube, edition);
    let places = Places::by_chance(Random::new(seed, "follow-up places"), 0.1, 0.15);
    let mut random = Random::new(seed, "follow-ups");
    let [counts] = drawn(&cube, |part| {
        let (place, year) = (
            municipality(&cube, part),
            scope.first_year + cube.member(part, 1),
        );
        let old = scope
            .people
            .within(place, year, axes::FIRST_OLD_BAND..axes::BANDS.len());
        let share = OUTCOME_SHARES
            .get(cube.member(part, 2) - 1)
            .copied()
            .unwrap_or(0.0);
        let count = random.poisson(old * 0.31 * share * places.factor(place));
        [count * i64::from(status(part) == Status::Value)]
    });
    let hidden = small_counts(&cube, &counts);
    let of_cell = |cell: usize| match (status(cell), hidden.get(cell)) {
        (Status::Value, Some(true)) => Status::Hidden,
        (status, _) => status,
    };
    let measure = additive(
        ("opfoelgninger", "Opfølgninger", "Follow-ups"),
        ("opfølgninger", "follow-ups"),
    );
    let title = Text::new("Opfølgning efter udfald", "Follow-ups by outcome");
    Rows::all(&cube)
        .with_statuses((measure, 0), &counts, of_cell)
        .finish("opfoelgning", title, &OUTCOME_NOTES)
}
