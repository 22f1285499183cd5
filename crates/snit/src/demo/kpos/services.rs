//! Care at home: recipients and hours by place, year, age and kind of care.

use table::{Collapse, Measure, Status, Table, TableError, Text};

use super::{Edition, is_silent};
use crate::demo::axes;
use crate::demo::columns::{Rows, additive, distinct, of_class, stock};
use crate::demo::counts::{drawn, following, once};
use crate::demo::cube::{Axis, Cube};
use crate::demo::hide::small_counts;
use crate::demo::random::{Random, approximate, whole};
use crate::demo::rates::Places;
use crate::demo::scope::{ByGroup, Scope, residents};

/// Kinds of care. Only `G1` is a code of the real classification; the others are our own.
const KINDS: [(&str, &str, &str); 7] = [
    ("G1", "Sygepleje (SUL § 138)", "Nursing"),
    ("pleje", "Personlig pleje", "Personal care"),
    ("praktisk", "Praktisk hjælp", "Practical help"),
    ("rehabilitering", "Rehabiliteringsforløb", "Rehabilitation"),
    ("genoptraening", "Genoptræning", "Retraining"),
    (
        "vedligehold",
        "Vedligeholdende træning",
        "Maintenance training",
    ),
    ("afloesning", "Afløsning og aflastning", "Respite care"),
];
/// Share of residents who receive it, by group of age, and hours a week of each.
const RECEIVED: [(ByGroup, f64); 7] = [
    ([0.004, 0.022, 0.115, 0.42], 1.1),
    ([0.0005, 0.004, 0.045, 0.29], 4.6),
    ([0.0, 0.006, 0.075, 0.36], 0.8),
    ([0.0, 0.002, 0.022, 0.07], 2.2),
    ([0.004, 0.022, 0.055, 0.085], 1.0),
    ([0.0002, 0.003, 0.028, 0.09], 0.9),
    ([0.0006, 0.0012, 0.006, 0.022], 3.1),
];
/// How many stand once where the kinds are together.
const ONCE: f64 = 0.58;
/// The new act on care of the old moves people from practical help to rehabilitation in the newest year.
const BY_LAW: [f64; 7] = [1.0, 0.97, 0.90, 1.22, 1.05, 1.0, 1.0];
const NOTES: [(Option<&str>, &str, &str); 2] = [
    (
        Some("modtagere"),
        "Den samme borger kan modtage flere indsatser. »Alle indsatser« tæller hver borger én gang.",
        "The same resident may receive several kinds of care. \"All kinds\" counts each resident once.",
    ),
    (
        None,
        "Fra 2025 gælder ældreloven: databrud. Af koderne er kun G1 fra FSIII; resten er demonstrationens egne.",
        "The act on care of the old is in force from 2025: a break. Of the codes only G1 is from FSIII; the others are our own.",
    ),
];

fn kind_axis() -> Axis {
    axes::total_axis(
        axes::dimension("indsats", ("Indsats", "Kind of care"), table::Role::Other),
        ("IALT", Text::new("Alle indsatser", "All kinds")),
        &KINDS,
    )
}

/// The table of care at home.
pub(super) fn table(seed: u64, scope: &Scope<'_>, edition: Edition) -> Result<Table, TableError> {
    let cube = scope.cube([kind_axis()]);
    let status = status(&cube, edition);
    let places = Places::by_chance(Random::new(seed, "care at home"), 0.05, 0.09);
    let mut random = Random::new(seed, "care at home counts");
    let [people, hours] = drawn(&cube, |part| {
        let (spot, kind) = (scope.spot(&cube, part), cube.member(part, 3) - 1);
        let (rates, weekly) = RECEIVED.get(kind).copied().unwrap_or_default();
        let by_law = BY_LAW.get(kind).filter(|_| spot.year == 6).copied();
        let chance = spot.rate(&rates) * places.factor(spot.municipality) * by_law.unwrap_or(1.0);
        let count = random.share(whole(spot.people), chance.min(0.9));
        let hours = whole(approximate(count) * 10.0 * weekly * random.factor(0.06));
        let reported = i64::from(status(part) == Status::Value);
        [count * reported, hours * reported]
    });
    let hidden = small_counts(&cube, &people);
    let hidden_hours = following(&cube, &hidden, &hours);
    let counted = once(&cube, &people, (3, ONCE));
    let of_cell = |hidden: &[bool], cell: usize| match (status(cell), hidden.get(cell)) {
        (Status::Value, Some(true)) => Status::Hidden,
        (status, _) => status,
    };
    let [recipients, weekly] = measures();
    Rows::all(&cube)
        .with_statuses((recipients, 0), &counted, |cell| of_cell(&hidden, cell))
        .with_statuses((weekly, 1), &hours, |cell| of_cell(&hidden_hours, cell))
        .finish(
            "indsatser",
            Text::new("Indsatser i hjemmet", "Care at home"),
            &NOTES,
        )
}

fn measures() -> [Measure; 2] {
    let recipients = additive(
        ("modtagere", "Modtagere", "Recipients"),
        ("borgere", "residents"),
    );
    let hours = additive(
        (
            "timer_pr_uge",
            "Leverede timer om ugen",
            "Hours given a week",
        ),
        ("timer", "hours"),
    );
    [
        of_class(distinct(&["indsats", "year"]), recipients),
        Measure {
            decimals: 1,
            ..of_class(stock(Collapse::Mean), hours)
        },
    ]
}

/// Residents, and those of the municipalities that have reported, which is what rates are of.
pub(super) fn population(scope: &Scope<'_>, edition: Edition) -> Result<Table, TableError> {
    let cube = scope.cube([]);
    let status = status(&cube, edition);
    let [everybody, reported] = drawn(&cube, |part| {
        let people = whole(scope.spot(&cube, part).people);
        [people, people * i64::from(status(part) == Status::Value)]
    });
    let covered = Measure {
        name: "borgere_indberettet".to_owned(),
        label: Text::new(
            "Borgere i kommuner, der har indberettet",
            "Residents of municipalities that have reported",
        ),
        ..residents()
    };
    Rows::all(&cube)
        .with_statuses((residents(), 0), &everybody, |_| Status::Value)
        .with_statuses((covered, 0), &reported, &status)
        .finish("befolkning", Text::new("Befolkning", "Population"), &[])
}

/// Missing where a municipality or its council lacks the report of the cell's year.
pub(super) fn status(cube: &Cube, edition: Edition) -> impl Fn(usize) -> Status + '_ {
    move |cell| {
        if is_silent(edition, cube.code(cell, 0), cube.code(cell, 1)) {
            Status::Missing
        } else {
            Status::Value
        }
    }
}
