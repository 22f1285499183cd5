//! The incomplete beta and gamma functions and their inverses (NIST Digital Library of Mathematical Functions, §8).

const MOST_TERMS: u32 = 10_000;
const PRECISION: f64 = 1e-16;
/// Stands for zero in a continued fraction, where a division by zero would end it (Lentz 1976).
const TINY: f64 = 1e-300;

/// The distribution function of a beta variable at `x` in 0..=1 (DLMF 8.17.22).
pub(super) fn beta_below(x: f64, (a, b): (f64, f64)) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let scale = libm::exp(
        libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b)
            + a * libm::log(x)
            + b * libm::log1p(-x),
    );
    // The fraction converges fast below the mean; above it the mirror image does.
    if x < (a + 1.0) / (a + b + 2.0) {
        scale * beta_fraction(x, (a, b)) / a
    } else {
        1.0 - scale * beta_fraction(1.0 - x, (b, a)) / b
    }
}

fn beta_fraction(x: f64, (a, b): (f64, f64)) -> f64 {
    let mut fraction = Fraction::new(1.0, 1.0 - (a + b) * x / (a + 1.0));
    for m in 1..MOST_TERMS {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        fraction.add(even, 1.0);
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        if fraction.add(odd, 1.0) {
            break;
        }
    }
    fraction.value
}

/// The distribution function of a gamma variable of shape `a` and scale 1 (DLMF 8.11.4 and 8.9.2).
pub(super) fn gamma_below(x: f64, a: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let scale = libm::exp(a * libm::log(x) - x - libm::lgamma(a));
    if x < a + 1.0 {
        scale * gamma_series(x, a)
    } else {
        1.0 - scale * gamma_fraction(x, a)
    }
}

fn gamma_series(x: f64, a: f64) -> f64 {
    let (mut term, mut sum, mut shape) = (1.0 / a, 1.0 / a, a);
    for _ in 0..MOST_TERMS {
        shape += 1.0;
        term *= x / shape;
        sum += term;
        if term < sum * PRECISION {
            break;
        }
    }
    sum
}

fn gamma_fraction(x: f64, a: f64) -> f64 {
    let mut below = x + 1.0 - a;
    let mut fraction = Fraction::new(1.0 / TINY, below);
    for term in 1..MOST_TERMS {
        let term = f64::from(term);
        below += 2.0;
        if fraction.add(-term * (term - a), below) {
            break;
        }
    }
    fraction.value
}

/// A continued fraction, term by term from the front (Lentz 1976, as modified by Thompson and Barnett 1986).
struct Fraction {
    value: f64,
    above: f64,
    below: f64,
}

impl Fraction {
    fn new(above: f64, below: f64) -> Self {
        let below = 1.0 / away_from_zero(below);
        Self {
            value: below,
            above,
            below,
        }
    }

    /// Adds a term; whether it no longer changes the value.
    fn add(&mut self, numerator: f64, denominator: f64) -> bool {
        self.below = 1.0 / away_from_zero(denominator + numerator * self.below);
        self.above = away_from_zero(denominator + numerator / self.above);
        let change = self.above * self.below;
        self.value *= change;
        (change - 1.0).abs() < PRECISION
    }
}

fn away_from_zero(value: f64) -> f64 {
    if value.abs() < TINY { TINY } else { value }
}

/// Where a rising function reaches `level` between two points: by halving, so that it always ends, at the same double anywhere.
pub(super) fn reaches(
    level: f64,
    (mut low, mut high): (f64, f64),
    rising: impl Fn(f64) -> f64,
) -> f64 {
    for _ in 0..200 {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        if rising(middle) < level {
            low = middle;
        } else {
            high = middle;
        }
    }
    low + (high - low) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The square of 0.3 is the chance that the larger of two uniform numbers is below it.
    #[test]
    fn simple_shapes_have_simple_answers() {
        let close = |a: f64, b: f64| (a - b).abs() < 1e-14;
        assert!(close(beta_below(0.3, (1.0, 1.0)), 0.3));
        assert!(close(beta_below(0.3, (2.0, 1.0)), 0.09));
        assert!(close(beta_below(0.9, (1.0, 3.0)), 0.999));
        assert!(close(gamma_below(2.0, 1.0), 1.0 - libm::exp(-2.0)));
        assert!(close(gamma_below(0.5, 1.0), 1.0 - libm::exp(-0.5)));
    }

    /// 1 - exp(-x)(1 + x + x²/2) for shape 3.
    #[test]
    fn both_sides_of_the_mean_agree_with_the_closed_form() {
        for x in [0.1, 1.0, 2.9, 3.9, 4.1, 10.0, 40.0] {
            let closed = 1.0 - libm::exp(-x) * (1.0 + x + x * x / 2.0);
            assert!((gamma_below(x, 3.0) - closed).abs() < 1e-13, "{x}");
        }
    }

    #[test]
    fn a_level_is_found_to_the_last_digit() {
        let root = reaches(2.0, (0.0, 2.0), |x| x * x);
        assert!((root - std::f64::consts::SQRT_2).abs() < 1e-15);
    }
}
