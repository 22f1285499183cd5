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

/// Student's t that leaves `tail` above itself (DLMF 8.17: the square turned into a beta variable).
pub(super) fn student(tail: f64, degrees: f64) -> f64 {
    let inside = reaches(2.0 * tail, (0.0, 1.0), |x| {
        beta_below(x, (degrees / 2.0, 0.5))
    });
    libm::sqrt(degrees * (1.0 - inside) / inside)
}

/// The chance of at most `events` of `trials`, each of chance `share` (DLMF 8.17.5).
pub(super) fn binomial_below(events: f64, (trials, share): (f64, f64)) -> f64 {
    if events >= trials {
        1.0
    } else {
        beta_below(1.0 - share, (trials - events, events + 1.0))
    }
}

/// The chance of at most `events` where `mean` are expected (DLMF 8.4.10).
pub(super) fn poisson_below(events: f64, mean: f64) -> f64 {
    1.0 - gamma_below(mean, events + 1.0)
}

/// Where a rising function reaches `level` between two points (Chandrupatla, Advances in Engineering Software 28 (1997)
/// 145–149): halving that takes a shorter way where the function is smooth, so that it always ends, at the same double anywhere.
pub(super) fn reaches(level: f64, (low, high): (f64, f64), rising: impl Fn(f64) -> f64) -> f64 {
    let at = |x: f64| (x, rising(x) - level);
    let (mut newest, mut across, mut share) = (at(high), at(low), 0.5);
    for _ in 0..200 {
        let next = at(newest.0 + share * (across.0 - newest.0));
        let same_side = (next.1 < 0.0) == (newest.1 < 0.0);
        let oldest = if same_side { newest } else { across };
        if !same_side {
            across = newest;
        }
        newest = next;
        let best = if newest.1.abs() < across.1.abs() {
            newest
        } else {
            across
        };
        let least = (f64::EPSILON * best.0.abs() + TINY) / (across.0 - newest.0).abs();
        if least > 0.5 || best.1 == 0.0 {
            return best.0;
        }
        share = inverse_quadratic(newest, across, oldest).clamp(least, 1.0 - least);
    }
    newest.0
}

/// How far from the newest point to the one across the curve through three points is zero; half where it is not to be trusted.
fn inverse_quadratic(newest: (f64, f64), across: (f64, f64), oldest: (f64, f64)) -> f64 {
    let ((a, at_a), (b, at_b), (c, at_c)) = (newest, across, oldest);
    let along = (a - b) / (c - b);
    let up = (at_a - at_b) / (at_c - at_b);
    if up * up < along && (1.0 - up) * (1.0 - up) < 1.0 - along {
        let linear = at_a / (at_b - at_a) * at_c / (at_b - at_c);
        linear + (c - a) / (b - a) * at_a / (at_c - at_a) * at_b / (at_c - at_b)
    } else {
        0.5
    }
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
    fn a_level_is_found_to_the_last_digit_in_few_steps() {
        let steps = std::cell::Cell::new(0);
        let square = |x| {
            steps.set(steps.get() + 1);
            x * x
        };
        let root = reaches(2.0, (0.0, 2.0), square);
        assert!((root - std::f64::consts::SQRT_2).abs() < 1e-15);
        assert!(steps.get() < 20, "{} steps", steps.get());
    }

    /// To the three decimals of printed tables of Student's t; computed independently with SciPy.
    #[test]
    fn students_t_is_that_of_the_printed_table() {
        for (degrees, t95, t998) in [
            (1.0, 12.706, 318.309),
            (4.0, 2.776, 7.173),
            (10.0, 2.228, 4.144),
            (30.0, 2.042, 3.385),
            (100.0, 1.984, 3.174),
        ] {
            assert!((student(0.025, degrees) - t95).abs() < 5.1e-4, "{degrees}");
            assert!((student(0.001, degrees) - t998).abs() < 5.1e-4, "{degrees}");
        }
    }

    /// A fair coin thrown four times; 1, 2 and 2 events where 2 are expected add to 5/e².
    #[test]
    fn chances_add_up_to_those_counted_by_hand() {
        for (events, chance) in [
            (0.0, 1.0),
            (1.0, 5.0),
            (2.0, 11.0),
            (3.0, 15.0),
            (4.0, 16.0),
        ] {
            let found = binomial_below(events, (4.0, 0.5));
            assert!((found - chance / 16.0).abs() < 1e-14, "{events}");
        }
        assert!((poisson_below(2.0, 2.0) - 5.0 * libm::exp(-2.0)).abs() < 1e-14);
    }
}
