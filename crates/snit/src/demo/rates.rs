//! How often things happen: by age, sex, year and place.

use super::axes;
use super::people::Cell;
use super::random::Random;

/// How often something happens to people, before place.
#[derive(Clone, Debug)]
pub(crate) struct Rate {
    /// Per person and year, by band of age.
    pub(crate) by_band: [f64; 11],
    /// Men against women.
    pub(crate) men: f64,
    /// By year, against the last.
    pub(crate) by_year: [f64; 7],
}

impl Rate {
    /// How many times are expected for each person of the cell.
    pub(crate) fn of(&self, cell: Cell) -> f64 {
        let men = if cell.sex == 1 { self.men } else { 1.0 };
        let by_band = self.by_band.get(cell.band).copied().unwrap_or(0.0);
        let by_year = self.by_year.get(cell.year).copied().unwrap_or(1.0);
        by_band * men * by_year
    }
}

/// What is different from place to place, as factors near 1.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    by_municipality: Vec<f64>,
}

impl Places {
    /// Councils and the municipalities inside them differ by chance.
    pub(crate) fn by_chance(mut random: Random, council: f64, municipality: f64) -> Self {
        let councils: Vec<f64> = (0..17).map(|_| random.factor(council)).collect();
        Self::round(&councils, random, municipality)
    }

    /// Councils differ as given, municipalities inside them by chance.
    pub(crate) fn round(councils: &[f64], mut random: Random, municipality: f64) -> Self {
        let factor = |place| {
            let council = councils
                .get(axes::council_index(place))
                .copied()
                .unwrap_or(1.0);
            council * random.factor(municipality)
        };
        Self {
            by_municipality: axes::municipalities().map(factor).collect(),
        }
    }

    /// The factor of a municipality.
    pub(crate) fn factor(&self, municipality: usize) -> f64 {
        self.by_municipality
            .get(municipality)
            .copied()
            .unwrap_or(1.0)
    }
}
