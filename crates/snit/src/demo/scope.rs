//! What the tables of a package have in common: its years, its groups of age, and the people in them.

use std::ops::Range;

use table::{Collapse, Dimension, Measure, Table, TableError, Text};

use super::axes::{self, YEARS};
use super::columns::{Rows, additive, of_class, stock};
use super::counts::drawn;
use super::cube::{Axis, Cube};
use super::keyfigures::waiting::inside;
use super::people::People;
use super::random::whole;

/// Groups of age with their bands: children, adults, and the old in two.
pub(crate) const GROUPS: [(&str, Range<usize>); 4] = [
    ("0-17", 0..2),
    ("18-64", 2..6),
    ("65-79", 6..9),
    ("80+", 9..11),
];

/// Rates by group of age.
pub(crate) type ByGroup = [f64; 4];

/// The people that a package is about.
pub(crate) struct Scope<'a> {
    pub(crate) people: &'a People,
    /// The first of its years among all; the others follow.
    pub(crate) first_year: usize,
}

/// What is known of a part of a cube.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot {
    pub(crate) municipality: usize,
    /// Among all years.
    pub(crate) year: usize,
    pub(crate) group: usize,
    pub(crate) people: f64,
}

impl Spot {
    /// The rate of the spot's group of age.
    pub(crate) fn rate(&self, rates: &ByGroup) -> f64 {
        rates.get(self.group).copied().unwrap_or(0.0)
    }
}

impl Scope<'_> {
    /// The years.
    pub(crate) fn years(&self) -> &'static [&'static str] {
        YEARS.get(self.first_year..).unwrap_or_default()
    }

    /// Places and years.
    pub(crate) fn places_and_years(&self) -> Vec<Axis> {
        vec![axes::place_axis(), axes::year_axis(self.years())]
    }

    /// Places, years and groups of age, then others.
    pub(crate) fn cube(&self, others: impl IntoIterator<Item = Axis>) -> Cube {
        let ages = axes::wide_age_axis(&GROUPS.map(|(code, _)| code));
        let first = self.places_and_years().into_iter().chain([ages]);
        Cube::new(first.chain(others).collect())
    }

    /// Where a part lies in a cube whose first axes are places, years and groups of age, and perhaps sexes.
    pub(crate) fn spot(&self, cube: &Cube, part: usize) -> Spot {
        let municipality = municipality(cube, part);
        let year = self.first_year + cube.member(part, 1);
        let group = cube.member(part, 2).saturating_sub(1);
        let bands = GROUPS.get(group).map_or(0..0, |(_, bands)| bands.clone());
        let people = match sex(cube, part) {
            Some(sex) => self.people.of_sex((municipality, year), sex, bands),
            None => self.people.within(municipality, year, bands),
        };
        Spot {
            municipality,
            year,
            group,
            people,
        }
    }

    /// Residents on 1 January by place, year, group of age and the axes given, which may be that of the sexes.
    pub(crate) fn population(&self, others: Option<Axis>) -> Result<Table, TableError> {
        let cube = self.cube(others);
        let [values] = drawn(&cube, |part| [whole(self.spot(&cube, part).people)]);
        let shown = vec![false; cube.len()];
        Rows::all(&cube).with(residents(), &values, &shown).finish(
            "befolkning",
            Text::new("Befolkning", "Population"),
            &[(None, "Borgere 1. januar.", "Residents on 1 January.")],
        )
    }
}

/// Residents as a measure: a stock, and final.
pub(crate) fn residents() -> Measure {
    let measure = additive(
        ("borgere", "Borgere", "Residents"),
        ("borgere", "residents"),
    );
    Measure {
        preliminary: Vec::new(),
        ..of_class(stock(Collapse::Refuse), measure)
    }
}

/// The municipality of a part of a cube whose first axis is of places.
pub(crate) fn municipality(cube: &Cube, part: usize) -> usize {
    inside(cube, cube.member(part, 0))
        .first()
        .copied()
        .unwrap_or(0)
}

fn sex(cube: &Cube, part: usize) -> Option<usize> {
    let is_sex = |dimension: &Dimension| dimension.name == "sex";
    let axis = cube.axes.get(3).filter(|axis| is_sex(&axis.dimension));
    axis.and_then(|_| cube.member(part, 3).checked_sub(1))
}
