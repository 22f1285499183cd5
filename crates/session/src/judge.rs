//! How a value stands against a benchmark: only its interval can say.

use health::{Cell, Direction, Indicator};
use protocol::view::Judgement;

/// Better or worse when the interval lies wholly on one side of the benchmark; not assessed without a direction.
pub(crate) fn judge(indicator: &Indicator, cell: &Cell, benchmark: &Cell) -> Judgement {
    let (Some((low, high)), Some(benchmark)) = (cell.interval, benchmark.figure.value()) else {
        return Judgement::NotAssessed;
    };
    let low_is_good = match indicator.direction {
        Direction::Low => true,
        Direction::High => false,
        Direction::None => return Judgement::NotAssessed,
    };
    match (high < benchmark, low > benchmark) {
        (true, _) if low_is_good => Judgement::Better,
        (true, _) => Judgement::Worse,
        (_, true) if low_is_good => Judgement::Worse,
        (_, true) => Judgement::Better,
        _ => Judgement::Same,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use health::Figure;

    fn standing(direction: Direction, interval: Option<(f64, f64)>) -> Judgement {
        let indicator = Indicator {
            direction,
            ..Indicator::default()
        };
        let cell = Cell {
            interval,
            ..Cell::of(Figure::Value(5.0))
        };
        judge(&indicator, &cell, &Cell::of(Figure::Value(10.0)))
    }

    #[test]
    fn only_an_interval_wholly_on_one_side_is_judged() {
        assert_eq!(
            standing(Direction::Low, Some((4.0, 6.0))),
            Judgement::Better
        );
        assert_eq!(
            standing(Direction::High, Some((4.0, 6.0))),
            Judgement::Worse
        );
        assert_eq!(
            standing(Direction::Low, Some((12.0, 16.0))),
            Judgement::Worse
        );
        assert_eq!(
            standing(Direction::High, Some((12.0, 16.0))),
            Judgement::Better
        );
        assert_eq!(standing(Direction::Low, Some((4.0, 10.0))), Judgement::Same);
    }

    #[test]
    fn without_direction_or_interval_nothing_is_judged() {
        assert_eq!(
            standing(Direction::None, Some((4.0, 6.0))),
            Judgement::NotAssessed
        );
        assert_eq!(standing(Direction::Low, None), Judgement::NotAssessed);
    }
}
