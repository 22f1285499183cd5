//! Numbers to px along one direction.

/// A linear scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    domain: (f64, f64),
    range: (f64, f64),
}

/// A position on a scale, and whether the number lay outside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Position {
    /// Before the scale; drawn at its beginning.
    Before(f64),
    /// On the scale.
    Inside(f64),
    /// After the scale; drawn at its end.
    After(f64),
}

impl Position {
    /// Where to draw.
    #[must_use]
    pub const fn px(self) -> f64 {
        match self {
            Self::Before(px) | Self::Inside(px) | Self::After(px) => px,
        }
    }

    /// Whether the number lies on the scale.
    #[must_use]
    pub const fn is_inside(self) -> bool {
        matches!(self, Self::Inside(_))
    }
}

impl Scale {
    /// A scale from numbers to px; the range may run backwards, as it does upwards on a screen.
    #[must_use]
    pub const fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        Self { domain, range }
    }

    /// Where a number stands, also outside the scale; the middle where the domain is empty.
    #[must_use]
    pub fn px(&self, value: f64) -> f64 {
        let (low, high) = self.domain;
        let share = if high > low {
            (value - low) / (high - low)
        } else {
            0.5
        };
        self.range.0 + share * (self.range.1 - self.range.0)
    }

    /// Where a number is drawn when nothing may be drawn outside.
    #[must_use]
    pub fn position(&self, value: f64) -> Position {
        let (low, high) = self.domain;
        if value < low {
            Position::Before(self.range.0)
        } else if value > high {
            Position::After(self.range.1)
        } else {
            Position::Inside(self.px(value))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_positions() {
        let scale = Scale::new((50.0, 75.0), (100.0, 600.0));
        let cases = [
            (50.0, Position::Inside(100.0)),
            (62.5, Position::Inside(350.0)),
            (75.0, Position::Inside(600.0)),
            (49.9, Position::Before(100.0)),
            (99.0, Position::After(600.0)),
        ];
        for (value, expected) in cases {
            assert_eq!(scale.position(value), expected);
        }
    }

    #[test]
    fn a_range_may_run_backwards() {
        let scale = Scale::new((0.0, 10.0), (200.0, 0.0));
        assert_eq!(
            (scale.px(0.0), scale.px(2.5), scale.px(12.0)),
            (200.0, 150.0, -40.0)
        );
        assert_eq!(scale.position(12.0), Position::After(0.0));
    }

    #[test]
    fn an_empty_domain_stands_in_the_middle() {
        assert_eq!(Scale::new((5.0, 5.0), (0.0, 100.0)).px(5.0), 50.0);
    }
}
