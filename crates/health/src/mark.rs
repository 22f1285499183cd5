//! Marks on cells of preliminary periods.

use table::Role;

use crate::axis;
use crate::disclosure::Cell;
use crate::question::{Bound, Keep, Question, Wanted};
use crate::rollup::Rolled;

/// Which cells of a column are of a preliminary period, grouped by or kept alone.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    /// All are.
    all: bool,
    /// Position of the period in the key, and for each of its members whether it is preliminary.
    by_period: Option<(usize, Vec<bool>)>,
}

impl Marks {
    /// The marks of the column for one thing wanted.
    pub(crate) fn new(bound: &Bound<'_>, question: &Question, wanted: &Wanted) -> Self {
        let periods = preliminary(bound, wanted);
        if periods.is_empty() {
            return Self::default();
        }
        let is_time = |level: &String| axis::role_of(bound.table, level) == Some(Role::Time);
        let kept = kept_alone(&question.keep, is_time);
        let position = question.by.iter().position(is_time);
        let by_period = position.and_then(|position| {
            let members = bound.by.get(position)?.members(bound.table).iter();
            let marked = members.map(|member| periods.contains(&member.code));
            Some((position, marked.collect()))
        });
        Self {
            all: kept.is_some_and(|period| periods.contains(period)),
            by_period,
        }
    }

    /// Whether no cell is marked, so that none need be looked at.
    pub(crate) fn is_empty(&self) -> bool {
        !self.all && self.by_period.is_none()
    }

    /// Whether the cell of this group is marked.
    pub(crate) fn marks(&self, key: &[u32]) -> bool {
        let of_period = |(position, marked): &(usize, Vec<bool>)| {
            let member = key.get(*position).map(|code| *code as usize);
            member.is_some_and(|member| marked.get(member).copied().unwrap_or(false))
        };
        self.all || self.by_period.as_ref().is_some_and(of_period)
    }

    /// The column with its cells marked.
    pub(crate) fn on(&self, rolled: Rolled<Cell>) -> Rolled<Cell> {
        if self.is_empty() {
            return rolled;
        }
        let column = rolled.column.map_with_key(|key, cell| Cell {
            preliminary: self.marks(key),
            ..*cell
        });
        Rolled { column, ..rolled }
    }
}

/// The preliminary periods of what is wanted: of a ratio those of the measure above the line.
fn preliminary<'a>(bound: &Bound<'a>, wanted: &Wanted) -> &'a [String] {
    let name = match wanted {
        Wanted::Rolled(name)
        | Wanted::Count(name)
        | Wanted::Min(name)
        | Wanted::Max(name)
        | Wanted::Mean(name)
        | Wanted::Ratio(name, _) => name,
        Wanted::Indicator(id) => {
            let indicator = bound.dataset.indicator(id);
            return indicator.map_or(&[], |indicator| &indicator.preliminary);
        }
        Wanted::Rows => return &[],
    };
    let mut measures = bound.table.measures().iter();
    let measure = measures.find(|column| column.measure.name == *name);
    measure.map_or(&[], |column| &column.measure.preliminary)
}

fn kept_alone(keep: &Keep, is_time: impl Fn(&String) -> bool) -> Option<&String> {
    keep.iter()
        .find_map(|(level, members)| match members.as_slice() {
            [period] if is_time(level) => Some(period),
            _ => None,
        })
}

#[cfg(test)]
mod tests {
    use crate::{Dataset, Keep, Question, Wanted};

    fn marked(by: &[&str], keep: &[(&str, &[&str])]) -> Vec<bool> {
        let mut table =
            fixture::text::table("place:other year:time n\n a 2024 1\n a 2025 2\n b 2025 3");
        let mut measure = table.measures()[0].clone();
        measure.measure.preliminary = vec!["2025".to_owned()];
        table = table::Table::try_new("t", table.dimensions().to_vec(), vec![measure]).unwrap();
        let dataset = Dataset::bind(vec![table], vec![], vec![]).unwrap();
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let keep = keep
            .iter()
            .map(|(level, members)| ((*level).to_owned(), owned(members)));
        let question = Question {
            by: owned(by),
            keep: keep.collect::<Keep>(),
            wanted: vec![Wanted::Rolled("n".to_owned())],
            ..Question::default()
        };
        let answer = dataset.ask(&question).unwrap();
        let columns = dataset.columns(&question).unwrap();
        let marks: Vec<bool> = answer
            .rows()
            .map(|(_, cells)| cells[0].preliminary)
            .collect();
        let in_columns = columns.values()[0]
            .preliminary
            .iter()
            .map(|mark| *mark == 1);
        let in_columns: Vec<bool> = in_columns.collect();
        assert_eq!(
            in_columns,
            if marks.contains(&true) {
                marks.clone()
            } else {
                vec![]
            }
        );
        marks
    }

    #[test]
    fn a_preliminary_period_is_marked_where_it_is_grouped_by_or_kept_alone() {
        assert_eq!(marked(&["year"], &[]), [false, true]);
        assert_eq!(marked(&["place", "year"], &[]), [false, true, true]);
        assert_eq!(marked(&["place"], &[("year", &["2025"])]), [true, true]);
        assert_eq!(
            marked(&["place"], &[("year", &["2024", "2025"])]),
            [false, false]
        );
        assert_eq!(marked(&["place"], &[]), [false, false]);
    }
}
