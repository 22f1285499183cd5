//! Random numbers that are the same on every machine: SplitMix64 (Steele, Lea and Flood 2014) and functions from `libm`.

use std::f64::consts::TAU;

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// A stream of random numbers.
pub(crate) struct Random(u64);

impl Random {
    /// The stream of this number.
    pub(crate) fn new(number: u64) -> Self {
        let mut random = Self(number.wrapping_mul(0xD134_2543_DE82_EF95) ^ 20_260_101);
        random.bits();
        random
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Evenly spread over 0 to 1, without 1.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// One of the first whole numbers.
    pub(crate) fn below(&mut self, count: u32) -> u32 {
        (((self.bits() >> 32) * u64::from(count)) >> 32) as u32
    }

    /// Tries until the first success, itself counted.
    pub(crate) fn geometric(&mut self, chance: f64) -> i32 {
        (libm::log(1.0 - self.unit()) / libm::log(1.0 - chance)) as i32 + 1
    }

    /// Waiting time with this mean.
    pub(crate) fn exponential(&mut self, mean: f64) -> f64 {
        -mean * libm::log(1.0 - self.unit())
    }

    /// The exponential of a normally distributed number.
    pub(crate) fn lognormal(&mut self, mean: f64, spread: f64) -> f64 {
        let radius = libm::sqrt(-2.0 * libm::log(1.0 - self.unit()));
        libm::exp(mean + spread * radius * libm::cos(TAU * self.unit()))
    }
}

/// How often each of some codes is drawn.
pub(crate) struct Odds {
    /// The share of all draws up to and with each code but the last.
    shares: Vec<f64>,
}

impl Odds {
    /// In proportion to these weights.
    pub(crate) fn new(weights: impl IntoIterator<Item = f64>) -> Self {
        let weights: Vec<f64> = weights.into_iter().collect();
        let total: f64 = weights.iter().sum();
        let mut so_far = 0.0;
        let mut shares: Vec<f64> = Vec::with_capacity(weights.len());
        for weight in weights {
            so_far += weight / total;
            shares.push(so_far);
        }
        shares.pop();
        Self { shares }
    }

    /// One code.
    pub(crate) fn draw(&self, random: &mut Random) -> i8 {
        let unit = random.unit();
        self.shares.partition_point(|share| *share <= unit) as i8
    }
}
