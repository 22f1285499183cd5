//! What a row holds, and how it is drawn.

use std::error::Error;

use crate::names;
use crate::random::{Odds, Random};

/// Members of every dimension and how often they are drawn.
pub(crate) struct Shape {
    pub regions: Vec<String>,
    pub councils: Vec<String>,
    pub municipalities: Vec<String>,
    pub hospitals: Vec<String>,
    /// Council and region of each municipality.
    places: Vec<(i8, i8)>,
    municipality: Odds,
    /// For each region: nine in ten go to a hospital of their own.
    hospital: Vec<Odds>,
    age: Odds,
    sector: Odds,
    diagnosis: Odds,
    contact_type: Odds,
    sex: Odds,
}

/// Columns of codes and numbers; the untouched ones are made from these when they are written.
pub(crate) struct Block {
    pub number: usize,
    pub year: Vec<i16>,
    pub month: Vec<i8>,
    pub region: Vec<i8>,
    pub council: Vec<i8>,
    pub municipality: Vec<i8>,
    pub sex: Vec<i8>,
    pub age: Vec<i8>,
    pub sector: Vec<i8>,
    pub diagnosis: Vec<i8>,
    pub contact_type: Vec<i8>,
    pub hospital: Vec<i8>,
    pub patients: Vec<i32>,
    pub contacts: Vec<i32>,
    pub bed_days: Vec<Option<f64>>,
    pub cost: Vec<f64>,
}

impl Shape {
    /// Municipalities, councils and regions as they are; the rest made up.
    pub(crate) fn of_denmark() -> Result<Self, Box<dyn Error>> {
        let (mut regions, mut councils) = (Vec::new(), Vec::new());
        let (mut municipalities, mut places, mut weights) = (Vec::new(), Vec::new(), Vec::new());
        for line in names::PLACES.lines().skip(1) {
            let fields: Vec<&str> = line.split(',').collect();
            let [_, name, _, council, _, region, .., population] = fields.as_slice() else {
                return Err(format!("a place without its fields: {line}").into());
            };
            municipalities.push((*name).to_string());
            places.push((
                code_of(&mut councils, council),
                code_of(&mut regions, region),
            ));
            weights.push(libm::pow(population.parse()?, 0.85));
        }
        let hospitals = names::hospitals(&regions);
        Ok(Self {
            hospital: (0..regions.len())
                .map(|region| hospital_odds(region, &hospitals))
                .collect(),
            hospitals: hospitals.into_iter().map(|(_, name)| name).collect(),
            regions,
            councils,
            municipalities,
            places,
            municipality: Odds::new(weights),
            age: Odds::new((0..20).map(|band| age_weight(f64::from(band)))),
            sector: Odds::new([45.0, 25.0, 15.0, 9.0, 6.0]),
            diagnosis: Odds::new((0..22).map(|group| libm::pow(f64::from(group) + 2.0, -0.9))),
            contact_type: Odds::new([30.0, 22.0, 15.0, 11.0, 9.0, 6.0, 4.0, 3.0]),
            sex: Odds::new([0.53, 0.47]),
        })
    }
}

/// Where a name stands in the list; a new one is added to it.
fn code_of(list: &mut Vec<String>, name: &str) -> i8 {
    let place = list
        .iter()
        .position(|listed| listed == name)
        .unwrap_or(list.len());
    if place == list.len() {
        list.push(name.to_string());
    }
    place as i8
}

fn hospital_odds(region: usize, hospitals: &[(usize, String)]) -> Odds {
    let weight = |index: usize| 1.0 / ((index % 11) as f64 + 1.5);
    let is_own = |index: usize| hospitals.get(index).is_some_and(|(at, _)| *at == region);
    let sum = |own: bool| {
        (0..hospitals.len())
            .filter(|index| is_own(*index) == own)
            .map(weight)
            .sum::<f64>()
    };
    let (own, other) = (sum(true), sum(false));
    Odds::new((0..hospitals.len()).map(|index| match is_own(index) {
        true => 0.9 * weight(index) / own,
        false => 0.1 * weight(index) / other,
    }))
}

/// Most contacts late in life, some more round the age of having children.
fn age_weight(band: f64) -> f64 {
    let hill = |middle: f64, width: f64| libm::exp(-libm::pow((band - middle) / width, 2.0));
    0.6 + 2.0 * hill(13.5, 4.0) + 0.6 * hill(6.0, 2.0)
}

impl Block {
    /// The block of this number.
    pub(crate) fn draw(shape: &Shape, number: usize, rows: usize) -> Self {
        let mut random = Random::new(number as u64);
        let mut block = Self::with_capacity(number, rows);
        for _ in 0..rows {
            block.draw_place(shape, &mut random);
            block.draw_person(shape, &mut random);
            block.draw_numbers(&mut random);
        }
        block
    }

    fn with_capacity(number: usize, rows: usize) -> Self {
        let codes = || Vec::with_capacity(rows);
        Self {
            number,
            year: Vec::with_capacity(rows),
            month: codes(),
            region: codes(),
            council: codes(),
            municipality: codes(),
            sex: codes(),
            age: codes(),
            sector: codes(),
            diagnosis: codes(),
            contact_type: codes(),
            hospital: codes(),
            patients: Vec::with_capacity(rows),
            contacts: Vec::with_capacity(rows),
            bed_days: Vec::with_capacity(rows),
            cost: Vec::with_capacity(rows),
        }
    }

    fn draw_place(&mut self, shape: &Shape, random: &mut Random) {
        let municipality = shape.municipality.draw(random);
        let place = shape.places.get(municipality as usize);
        let (council, region) = place.copied().unwrap_or_default();
        let hospital = shape.hospital.get(region as usize);
        self.municipality.push(municipality);
        self.council.push(council);
        self.region.push(region);
        self.hospital
            .push(hospital.map_or(0, |odds| odds.draw(random)));
        self.year.push(2016 + random.below(10) as i16);
        self.month.push(1 + random.below(12) as i8);
    }

    fn draw_person(&mut self, shape: &Shape, random: &mut Random) {
        self.sex.push(shape.sex.draw(random));
        self.age.push(shape.age.draw(random));
        self.sector.push(shape.sector.draw(random));
        self.diagnosis.push(shape.diagnosis.draw(random));
        self.contact_type.push(shape.contact_type.draw(random));
    }

    fn draw_numbers(&mut self, random: &mut Random) {
        let last = |column: &[i8]| f64::from(column.last().copied().unwrap_or(0));
        let (age, diagnosis) = (last(&self.age), last(&self.diagnosis));
        let patients = 1 + random.geometric(0.18);
        let contacts = patients + random.geometric(0.12) - 1;
        let bed_days = random.exponential(1.0 + age / 8.0) * f64::from(patients);
        let cost = random.lognormal(7.5, 0.8) * f64::from(contacts) * (1.0 + diagnosis / 20.0);
        let is_missing = random.unit() < 0.05;
        self.patients.push(patients);
        self.contacts.push(contacts);
        self.bed_days
            .push((!is_missing).then(|| hundredths(bed_days)));
        self.cost.push(hundredths(cost));
    }
}

fn hundredths(value: f64) -> f64 {
    libm::round(value * 100.0) / 100.0
}
