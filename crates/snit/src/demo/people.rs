//! The people of each municipality, by year, sex and age: known totals of 2020, made-up ages and growth.

use std::ops::Range;

use health::geography::Place;

use super::axes::{self, BANDS, YEARS};
use super::cube::Cube;
use super::random::{Random, approximate, whole};

/// The year whose totals are known.
const CENSUS: f64 = 1.0;

/// Places of a cell among municipalities, years, sexes and bands of age.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell {
    pub(crate) municipality: usize,
    pub(crate) year: usize,
    /// 0 for women, 1 for men.
    pub(crate) sex: usize,
    pub(crate) band: usize,
}

/// How many people live where.
#[derive(Debug)]
pub(crate) struct People {
    counts: Vec<i64>,
}

impl People {
    /// People for a seed.
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Random::new(seed, "people");
        let counts = axes::municipalities()
            .flat_map(|place| of_municipality(place, &mut random))
            .collect();
        Self { counts }
    }

    /// Every cell with its people, in the order of the parts of [`cube`].
    pub(crate) fn cells(&self) -> impl Iterator<Item = (Cell, i64)> + '_ {
        self.counts.iter().enumerate().map(|(index, &count)| {
            let (rest, band) = (index / BANDS.len(), index % BANDS.len());
            let (rest, sex) = (rest / 2, rest % 2);
            (
                Cell {
                    municipality: rest / YEARS.len(),
                    year: rest % YEARS.len(),
                    sex,
                    band,
                },
                count,
            )
        })
    }

    /// People of a municipality in a year, by a weight for each band of age.
    pub(crate) fn weighed(
        &self,
        municipality: usize,
        year: usize,
        weight: impl Fn(usize) -> f64,
    ) -> f64 {
        let size = 2 * BANDS.len();
        let start = (municipality * YEARS.len() + year) * size;
        let counts = self.counts.iter().skip(start).take(size);
        counts
            .enumerate()
            .map(|(index, &count)| approximate(count) * weight(index % BANDS.len()))
            .sum()
    }

    /// Women (0) or men (1) of a municipality in a year, in the bands named.
    pub(crate) fn of_sex(&self, place: (usize, usize), sex: usize, bands: Range<usize>) -> f64 {
        let start = ((place.0 * YEARS.len() + place.1) * 2 + sex) * BANDS.len();
        let counts = self.counts.get(start..start + BANDS.len());
        let inside = counts.and_then(|counts| counts.get(bands));
        approximate(inside.unwrap_or_default().iter().sum())
    }

    /// People in the bands named.
    pub(crate) fn within(&self, municipality: usize, year: usize, bands: Range<usize>) -> f64 {
        self.weighed(municipality, year, |band| {
            f64::from(u8::from(bands.contains(&band)))
        })
    }
}

/// The cube of places, years, sexes and ages that people are counted in.
pub(crate) fn cube() -> Cube {
    Cube::new(vec![
        axes::place_axis(),
        axes::year_axis(&YEARS),
        axes::sex_axis(),
        axes::age_axis(),
    ])
}

/// Large cities are young, islands and small places old.
fn ageing(place: &Place, random: &mut Random) -> f64 {
    let size = libm::log(f64::from(place.population_2020.max(1)) / 45_000.0);
    (-0.30 * size + 0.15 * random.normal()).clamp(-0.9, 0.9)
}

fn of_municipality(place: &Place, random: &mut Random) -> Vec<i64> {
    let older = ageing(place, random);
    let growth = 0.003 - 0.008 * older + 0.003 * random.normal();
    let shares: Vec<f64> = BANDS
        .iter()
        .map(|(_, share, middle)| share * libm::exp(older * (middle - 42.0) / 42.0))
        .collect();
    let everybody: f64 = shares.iter().sum();
    let mut counts = Vec::new();
    for year in 0..YEARS.len() {
        let passed = approximate(i64::try_from(year).unwrap_or(0)) - CENSUS;
        let people = f64::from(place.population_2020) * (1.0 + growth * passed);
        for sex in [0.0, 1.0] {
            for (share, (_, _, middle)) in shares.iter().zip(&BANDS) {
                let of_sex = 0.5 + (0.5 - sex) * women_surplus(*middle);
                let drift = 1.0 + 0.009 * passed * ((middle - 45.0) / 45.0);
                let mean = people * share / everybody * of_sex * drift;
                counts.push(whole(mean * random.factor(0.015)).max(0));
            }
        }
    }
    counts
}

/// How many more of the old are women.
fn women_surplus(age: f64) -> f64 {
    if age < 65.0 {
        -0.02
    } else {
        0.04 + (age - 65.0) * 0.009
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_about_as_many_people_as_were_counted() {
        let people = People::new(1);
        let of_2020: i64 = people
            .cells()
            .filter(|(cell, _)| cell.year == 1)
            .map(|(_, count)| count)
            .sum();
        assert!((5_780_000..5_860_000).contains(&of_2020), "{of_2020}");
        assert_eq!(people.cells().count(), cube().parts().len());
    }

    #[test]
    fn cells_stand_in_the_order_of_the_parts_of_the_cube() {
        let (people, cube) = (People::new(1), cube());
        let (cell, part) = (people.cells().nth(5000).unwrap().0, cube.parts()[5000]);
        let members = [0, 1, 2, 3].map(|axis| cube.member(part, axis));
        assert_eq!(
            members,
            [
                27 + cell.municipality,
                cell.year,
                1 + cell.sex,
                4 + cell.band
            ]
        );
    }
}
