//! Random numbers that are the same on every machine: SplitMix64 (Steele, Lea and Flood 2014), seeded by a number and a name.

/// A stream of random numbers.
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
/// Above this mean a normal distribution is as good as Poisson's, and far quicker.
const MANY: f64 = 40.0;

impl Random {
    /// The stream of this name; streams of different names have nothing to do with each other.
    pub(crate) fn new(seed: u64, name: &str) -> Self {
        let hash = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        let mut random = Self(name.bytes().fold(seed ^ 0xCBF2_9CE4_8422_2325, hash));
        random.bits();
        random
    }

    /// 64 random bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Evenly spread over 0 to 1, without 1.
    pub(crate) fn unit(&mut self) -> f64 {
        let bits = u32::try_from(self.bits() >> 32).unwrap_or(0);
        f64::from(bits) / 4_294_967_296.0
    }

    /// Evenly spread over 0 to `count`, without `count`; 0 when there are none.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        let product = (self.bits() >> 32).wrapping_mul(count as u64);
        usize::try_from(product >> 32).unwrap_or(0)
    }

    /// Normally distributed round 0 with spread 1.
    pub(crate) fn normal(&mut self) -> f64 {
        let radius = libm::sqrt(-2.0 * libm::log(1.0 - self.unit()));
        radius * libm::cos(std::f64::consts::TAU * self.unit())
    }

    /// A factor near 1, as often above as below.
    pub(crate) fn factor(&mut self, spread: f64) -> f64 {
        libm::exp(self.normal() * spread)
    }

    /// A count of independent events of which so many are expected.
    pub(crate) fn poisson(&mut self, mean: f64) -> i64 {
        if mean > MANY {
            return whole((mean + self.normal() * libm::sqrt(mean)).max(0.0));
        }
        let limit = libm::exp(-mean);
        let mut product = self.unit();
        let mut count = 0;
        while product > limit {
            product *= self.unit();
            count += 1;
        }
        count
    }

    /// How many of `count` come out when each does so with this chance.
    pub(crate) fn share(&mut self, count: i64, chance: f64) -> i64 {
        let mean = approximate(count) * chance;
        if mean > MANY {
            let spread = libm::sqrt(mean * (1.0 - chance));
            return whole((mean + self.normal() * spread).max(0.0)).min(count);
        }
        self.poisson(mean).min(count)
    }
}

/// The nearest whole number.
#[expect(
    clippy::cast_possible_truncation,
    reason = "made-up counts are far below the limit, and a cast stops at it"
)]
pub(crate) fn whole(value: f64) -> i64 {
    libm::round(value) as i64
}

/// A count as a double.
pub(crate) fn approximate(count: i64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_the_published_one() {
        let mut random = Random(1_234_567);
        let first: Vec<u64> = (0..3).map(|_| random.bits()).collect();
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
        ];
        assert_eq!(first, published);
    }

    #[test]
    fn counts_have_the_mean_and_spread_they_were_asked_for() {
        for mean in [0.5, 12.0, 400.0] {
            let mut random = Random::new(7, "poisson");
            let counts: Vec<f64> = (0..20_000)
                .map(|_| approximate(random.poisson(mean)))
                .collect();
            let average = counts.iter().sum::<f64>() / 20_000.0;
            let variance = counts
                .iter()
                .map(|count| (count - average) * (count - average))
                .sum::<f64>()
                / 20_000.0;
            assert!((average / mean - 1.0).abs() < 0.03, "{mean}: {average}");
            assert!((variance / mean - 1.0).abs() < 0.05, "{mean}: {variance}");
        }
    }

    #[test]
    fn a_share_is_never_more_than_the_whole() {
        let mut random = Random::new(7, "share");
        assert!((0..1000).all(|count| random.share(count, 0.9) <= count));
    }
}
