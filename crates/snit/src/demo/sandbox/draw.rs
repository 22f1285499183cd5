//! The rows of the sandbox, drawn by chance and sorted so that neighbours are alike.

use super::members::{CONTACTS, DIAGNOSES, MONTHS};
use crate::demo::axes::{self, BANDS, YEARS};
use crate::demo::hospitals::HOSPITALS;
use crate::demo::random::{Random, approximate, whole};

/// A row: members by index in the order of the dimensions, and numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Row {
    pub(crate) codes: [u8; 9],
    pub(crate) patients: i64,
    pub(crate) contacts: i64,
    /// None where not reported.
    pub(crate) bed_days: Option<i64>,
    /// Hundredths of kroner.
    pub(crate) cost: i64,
}

/// How often a diagnosis is met, and how much it costs against others.
const WEIGHTS: [(f64, f64); DIAGNOSES.len()] = [
    (3.0, 0.9),
    (5.0, 2.6),
    (1.0, 1.4),
    (6.0, 0.8),
    (7.0, 1.3),
    (4.0, 1.2),
    (3.0, 0.5),
    (2.0, 0.4),
    (8.0, 1.7),
    (8.0, 1.0),
    (6.0, 1.2),
    (4.0, 0.4),
    (9.0, 0.9),
    (4.0, 1.0),
    (3.0, 1.5),
    (1.0, 2.2),
    (1.0, 1.8),
    (9.0, 0.6),
    (7.0, 1.1),
    (9.0, 0.5),
];
/// How often a sector is met, its contacts for each patient, and kroner for each contact.
const SECTOR_WEIGHTS: [(f64, f64, f64); 4] = [
    (3.0, 1.8, 4_100.0),
    (4.0, 2.6, 260.0),
    (1.5, 1.3, 720.0),
    (2.0, 5.5, 540.0),
];

/// Something drawn by weight.
struct Weighted(Vec<f64>);

impl Weighted {
    fn new(weights: impl Iterator<Item = f64>) -> Self {
        let sums = weights.scan(0.0, |sum, weight| {
            *sum += weight;
            Some(*sum)
        });
        Self(sums.collect())
    }

    fn draw(&self, random: &mut Random) -> u8 {
        let at = random.unit() * self.0.last().copied().unwrap_or(0.0);
        u8::try_from(self.0.partition_point(|&sum| sum <= at)).unwrap_or(0)
    }
}

/// What rows are drawn from.
struct Urn {
    random: Random,
    places: Weighted,
    ages: Weighted,
    sectors: Weighted,
    diagnoses: Weighted,
}

impl Urn {
    fn new(seed: u64) -> Self {
        // The square root lets small places have rows of their own.
        let people =
            axes::municipalities().map(|place| libm::sqrt(f64::from(place.population_2020)));
        Self {
            random: Random::new(seed, "sandbox"),
            places: Weighted::new(people),
            ages: Weighted::new(
                BANDS
                    .iter()
                    .map(|(_, share, middle)| share * (20.0 + middle)),
            ),
            sectors: Weighted::new(SECTOR_WEIGHTS.iter().map(|(weight, ..)| *weight)),
            diagnoses: Weighted::new(WEIGHTS.iter().map(|(weight, _)| *weight)),
        }
    }

    fn below(&mut self, count: usize) -> u8 {
        u8::try_from(self.random.below(count)).unwrap_or(0)
    }

    /// Members in the order of the dimensions.
    fn codes(&mut self) -> [u8; 9] {
        let place = self.places.draw(&mut self.random);
        let (year, month, sex) = (
            self.below(YEARS.len()),
            self.below(MONTHS.len()),
            self.below(2),
        );
        let (age, sector) = (
            self.ages.draw(&mut self.random),
            self.sectors.draw(&mut self.random),
        );
        let diagnosis = self.diagnoses.draw(&mut self.random);
        let in_hospital = sector == 0;
        let contact = if in_hospital {
            [0, 0, 1, 3].get(self.random.below(4)).copied().unwrap_or(0)
        } else {
            self.below(CONTACTS.len() - 1)
        };
        let hospital = if in_hospital {
            1 + self.below(HOSPITALS.len())
        } else {
            0
        };
        [
            place, year, month, sex, age, sector, diagnosis, contact, hospital,
        ]
    }

    fn row(&mut self) -> Row {
        let codes @ [.., sector, diagnosis, contact, _] = self.codes();
        let (_, contacts, kroner) = SECTOR_WEIGHTS
            .get(usize::from(sector))
            .copied()
            .unwrap_or_default();
        let (_, dear) = WEIGHTS
            .get(usize::from(diagnosis))
            .copied()
            .unwrap_or_default();
        let random = &mut self.random;
        let patients = 5 + random.poisson(4.0) * random.poisson(2.5);
        let contacts = patients + random.poisson(approximate(patients) * (contacts - 1.0));
        let admitted = usize::from(contact) == CONTACTS.len() - 1;
        let days = if admitted {
            random.poisson(approximate(contacts) * 3.6)
        } else {
            0
        };
        let reported = random.unit() >= 0.05;
        let kroner = kroner * dear * if admitted { 6.0 } else { 1.0 };
        let cost = whole(approximate(contacts) * kroner * random.factor(0.25) * 100.0);
        Row {
            codes,
            patients,
            contacts,
            bed_days: reported.then_some(days),
            cost,
        }
    }
}

/// So many rows, sorted by their members.
pub(crate) fn rows(seed: u64, row_count: usize) -> Vec<Row> {
    let mut urn = Urn::new(seed);
    let mut rows: Vec<Row> = (0..row_count).map(|_| urn.row()).collect();
    rows.sort_unstable();
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_the_same_every_time_and_sorted() {
        let drawn = rows(3, 5_000);
        assert_eq!(drawn, rows(3, 5_000));
        assert!(drawn.is_sorted());
        assert_ne!(drawn, rows(4, 5_000));
    }

    #[test]
    fn one_in_twenty_bed_days_is_missing() {
        let missing = rows(3, 20_000)
            .iter()
            .filter(|row| row.bed_days.is_none())
            .count();
        assert!((900..1_100).contains(&missing), "{missing}");
    }

    #[test]
    fn only_contacts_in_hospital_have_a_hospital() {
        assert!(
            rows(3, 5_000)
                .iter()
                .all(|row| (row.codes[5] == 0) == (row.codes[8] > 0))
        );
    }
}
