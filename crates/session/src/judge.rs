//! How a value stands against a benchmark: only its interval can say.

use health::statistics::benchmark::{Verdict, verdict};
use health::{Cell, Indicator};
use protocol::view::Judgement;

/// How the cell of an indicator stands against the benchmark's.
pub(crate) fn judge(indicator: &Indicator, cell: &Cell, benchmark: &Cell) -> Judgement {
    match verdict(cell.interval, benchmark.figure.value(), indicator.direction) {
        Verdict::Better => Judgement::Better,
        Verdict::NoDifference => Judgement::Same,
        Verdict::Worse => Judgement::Worse,
        Verdict::NotJudged => Judgement::NotAssessed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use health::{Direction, Figure};

    #[test]
    fn a_place_is_judged_by_its_interval_and_the_value_of_the_benchmark() {
        let indicator = Indicator {
            direction: Direction::Low,
            ..Indicator::default()
        };
        let cell = Cell {
            interval: Some((4.0, 6.0)),
            ..Cell::of(Figure::Value(5.0))
        };
        let against = |figure| judge(&indicator, &cell, &Cell::of(figure));
        assert_eq!(against(Figure::Value(10.0)), Judgement::Better);
        assert_eq!(against(Figure::Value(5.5)), Judgement::Same);
        assert_eq!(against(Figure::Value(1.0)), Judgement::Worse);
        assert_eq!(against(Figure::Hidden), Judgement::NotAssessed);
    }
}
