//! People by the last step they reached, and all pathways begun.

use std::ops::Range;

use table::{Measure, Role, Table, TableError, Text};

use super::{BEGUN, PATHWAYS, STEPS, TAKEN};
use crate::demo::axes;
use crate::demo::columns::{Rows, additive, distinct, of_class};
use crate::demo::counts::{drawn, once};
use crate::demo::cube::{Axis, Cube};
use crate::demo::hide::small_counts;
use crate::demo::random::Random;
use crate::demo::rates::Places;
use crate::demo::scope::{GROUPS, Scope, municipality};

/// How many stand once where the pathways are together.
const ONCE: f64 = 0.93;
/// Those of the newest year that have not come so far yet.
const NOT_YET: f64 = 0.93;
const NOTES: [(Option<&str>, &str, &str); 1] = [(
    Some("borgere"),
    "Hvert forløb står ved netop ét sidste trin; den samme borger kan have flere forløb. »Mindst ét forløb« tæller hver borger én gang.",
    "Each pathway stands at exactly one last step; the same person may have several pathways. \"At least one\" counts each person once.",
)];

/// People by place, year, pathway and last step.
pub(super) struct Reached {
    pub(super) cube: Cube,
    counts: Vec<i64>,
    hidden: Vec<bool>,
}

impl Reached {
    pub(super) fn draw(seed: u64, scope: &Scope<'_>) -> Self {
        let axes = scope.places_and_years().into_iter();
        let cube = Cube::new(axes.chain([all_pathways_axis(), step_axis()]).collect());
        let places = Places::by_chance(Random::new(seed, "pathway places"), 0.06, 0.06);
        let going_on = Places::by_chance(Random::new(seed, "step places"), 0.02, 0.03);
        let mut random = Random::new(seed, "pathways");
        let [counts] = drawn(&cube, |part| {
            let (place, year) = (municipality(&cube, part), cube.member(part, 1));
            let pathway = cube.member(part, 2) - 1;
            let step = cube.member(part, 3) - 1;
            let rates = BEGUN.get(pathway).copied().unwrap_or_default();
            let groups = GROUPS.iter().zip(rates);
            let begun: f64 = groups
                .map(|((_, bands), rate)| {
                    scope
                        .people
                        .within(place, scope.first_year + year, bands.clone())
                        * rate
                })
                .sum();
            let is_newest = year + 1 == scope.years().len();
            let more = going_on.factor(place) * if is_newest { NOT_YET } else { 1.0 };
            [random.poisson(begun * places.factor(place) * stops(pathway, step, more))]
        });
        let hidden = small_counts(&cube, &counts);
        let counts = once(&cube, &counts, (2, ONCE));
        Self {
            cube,
            counts,
            hidden,
        }
    }

    /// The cells of all last steps of a pathway in a year at the place with this code, in the order of the steps.
    pub(super) fn last_steps(&self, place: &str, (year, pathway): (usize, usize)) -> Range<usize> {
        let lengths: Vec<usize> = self.cube.axes.iter().map(Axis::len).collect();
        let places = self.cube.axes.first().map(|axis| &axis.dimension);
        let place = places
            .and_then(|places| places.index_of(place))
            .unwrap_or(0);
        let [_, years, pathways, steps] = lengths.as_slice() else {
            return 0..0;
        };
        let first = ((place * years + year) * pathways + pathway + 1) * steps;
        first + 1..first + steps
    }

    pub(super) fn count(&self, cell: usize) -> i64 {
        self.counts.get(cell).copied().unwrap_or(0)
    }

    pub(super) fn is_hidden(&self, cell: usize) -> bool {
        self.hidden.get(cell).copied().unwrap_or(true)
    }

    /// The table by last step.
    pub(super) fn table(&self) -> Result<Table, TableError> {
        let title = Text::new("Forløb efter sidste trin", "Pathways by last step");
        Rows::all(&self.cube)
            .with(people(), &self.counts, &self.hidden)
            .finish("trin", title, &NOTES)
    }

    /// All pathways begun: what shares are of.
    pub(super) fn begun(&self) -> Result<Table, TableError> {
        let axes = self.cube.axes.iter().take(3).cloned().collect();
        let cube = Cube::new(axes);
        let each = STEPS.len() + 1;
        let counts: Vec<i64> = (0..cube.len())
            .map(|cell| self.count(cell * each))
            .collect();
        let hidden: Vec<bool> = (0..cube.len())
            .map(|cell| self.is_hidden(cell * each))
            .collect();
        Rows::all(&cube).with(people(), &counts, &hidden).finish(
            "begyndte",
            Text::new("Begyndte forløb", "Pathways begun"),
            &[],
        )
    }
}

fn all_pathways_axis() -> Axis {
    axes::total_axis(
        axes::dimension("forloeb", ("Forløb", "Pathway"), Role::Diagnosis),
        (
            "IALT",
            Text::new("Mindst ét forløb", "At least one pathway"),
        ),
        &PATHWAYS,
    )
}

fn step_axis() -> Axis {
    axes::total_axis(
        axes::dimension("sidste_trin", ("Sidste trin", "Last step"), Role::Other),
        (
            "IALT",
            Text::new("Alle begyndte forløb", "All pathways begun"),
        ),
        &STEPS,
    )
}

fn people() -> Measure {
    let measure = additive(("borgere", "Borgere", "People"), ("borgere", "people"));
    of_class(distinct(&["forloeb", "year"]), measure)
}

/// The share of pathways whose last step is this one.
fn stops(pathway: usize, step: usize, more: f64) -> f64 {
    let taken = TAKEN.get(pathway).copied().unwrap_or_default();
    let chance = |share: &f64| (share * more).min(0.995);
    let reached: f64 = taken.iter().take(step).map(chance).product();
    reached * (1.0 - taken.get(step).map_or(0.0, chance))
}
