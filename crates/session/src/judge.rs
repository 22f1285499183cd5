//! How a value stands against a benchmark: only its interval can say, and only where there is more behind it than chance.

use health::interval::Method;
use health::statistics::benchmark::{Verdict, verdict};
use health::statistics::small::{Weight, weight};
use health::{Cell, Indicator};
use protocol::view::Judgement;

/// How the cell of an indicator stands against the benchmark's.
pub(crate) fn judge(indicator: &Indicator, cell: &Cell, benchmark: &Cell) -> Judgement {
    if is_few(indicator, cell) {
        return Judgement::NotAssessed;
    }
    match verdict(cell.interval, benchmark.figure.value(), indicator.direction) {
        Verdict::Better => Judgement::Better,
        Verdict::NoDifference => Judgement::Same,
        Verdict::Worse => Judgement::Worse,
        Verdict::NotJudged => Judgement::NotAssessed,
    }
}

/// Whether so few events are behind the cell that chance decides it; of a proportion, those without the event count as well.
pub(crate) fn is_few(indicator: &Indicator, cell: &Cell) -> bool {
    let counts = cell
        .parts
        .and_then(|(above, below)| above.value().zip(below.value()));
    let Some((above, below)) = counts.filter(|_| cell.interval.is_some()) else {
        return false;
    };
    let events = match indicator.interval_method() {
        Method::Exact | Method::Wilson => above.min(below - above),
        _ => above,
    };
    weight(events) == Some(Weight::Few)
}

#[cfg(test)]
mod tests {
    use super::*;
    use health::{Direction, Figure};

    fn cell(parts: (f64, f64)) -> Cell {
        Cell {
            interval: Some((4.0, 6.0)),
            parts: Some((Figure::number(parts.0), Figure::number(parts.1))),
            ..Cell::of(Figure::Value(5.0))
        }
    }

    #[test]
    fn a_place_is_judged_by_its_interval_and_the_value_of_the_benchmark() {
        let indicator = Indicator {
            direction: Direction::Low,
            ..Indicator::default()
        };
        let cell = cell((50.0, 1000.0));
        let against = |figure| judge(&indicator, &cell, &Cell::of(figure));
        assert_eq!(against(Figure::Value(10.0)), Judgement::Better);
        assert_eq!(against(Figure::Value(5.5)), Judgement::Same);
        assert_eq!(against(Figure::Value(1.0)), Judgement::Worse);
        assert_eq!(against(Figure::Hidden), Judgement::NotAssessed);
    }

    #[test]
    fn few_events_are_not_judged_nor_few_without_the_event() {
        let of = |interval, parts| {
            let indicator = Indicator {
                direction: Direction::Low,
                interval: Some(interval),
                ..Indicator::default()
            };
            judge(&indicator, &cell(parts), &Cell::of(Figure::Value(10.0)))
        };
        assert_eq!(of(Method::Byar, (9.0, 1000.0)), Judgement::NotAssessed);
        assert_eq!(of(Method::Byar, (10.0, 1000.0)), Judgement::Better);
        assert_eq!(of(Method::Byar, (995.0, 1000.0)), Judgement::Better);
        assert_eq!(of(Method::Exact, (995.0, 1000.0)), Judgement::NotAssessed);
        assert_eq!(of(Method::Exact, (990.0, 1000.0)), Judgement::Better);
    }
}
