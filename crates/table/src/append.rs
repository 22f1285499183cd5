//! More rows for a table that has the same columns: several files of one kind, or one file in pieces.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_buffer::ScalarBuffer;

use crate::runs::Runs;
use crate::{
    CodePart, Codes, Dimension, DimensionColumn, Floats, IntegerPart, Integers, Mapped,
    MeasureColumn, NO_MEMBER, Numbers, Scaled, StatusColumn, StatusPart, Table, TableError,
};

impl Table {
    /// Adds the rows of another table. Members are the same where their codes are; new ones follow the known.
    ///
    /// # Errors
    /// When the other has other columns. Nothing is added then.
    pub fn append(&mut self, rows: Self) -> Result<(), TableError> {
        self.check_same_columns(&rows)?;
        let (name, title, notes) = (
            self.name().to_owned(),
            self.title().clone(),
            self.notes().to_vec(),
        );
        let (dimensions, measures) = std::mem::take(self).into_columns();
        let (more_dimensions, more_measures) = rows.into_columns();
        let dimensions = dimensions
            .into_iter()
            .zip(more_dimensions)
            .map(|(mine, more)| join(mine, more));
        let measures = measures
            .into_iter()
            .zip(more_measures)
            .map(|(mine, more)| join_measures(mine, more));
        // Both have been checked, and every member has its place: looking at all rows again would take longer with every file.
        *self = Self::unchecked(&name, dimensions.collect(), measures.collect())
            .with_title(title)
            .with_notes(notes);
        Ok(())
    }

    fn check_same_columns(&self, rows: &Self) -> Result<(), TableError> {
        let names = |table: &Self| -> Vec<String> {
            let dimensions = table
                .dimensions()
                .iter()
                .map(|column| column.dimension.name.clone());
            let measures = table
                .measures()
                .iter()
                .map(|column| column.measure.name.clone());
            dimensions.chain(measures).collect()
        };
        let (mine, theirs) = (names(self), names(rows));
        let same = self.dimensions().len() == rows.dimensions().len();
        let lacking = mine.iter().find(|name| !theirs.contains(name));
        let surplus = theirs.iter().find(|name| !mine.contains(name));
        match lacking
            .or(surplus)
            .or(mine.first().filter(|_| mine != theirs || !same))
        {
            Some(column) => Err(TableError::OtherColumns {
                column: column.clone(),
            }),
            None => Ok(()),
        }
    }
}

fn join(mine: DimensionColumn, more: DimensionColumn) -> DimensionColumn {
    let (dimension, map) = merge_members(mine.dimension, &more.dimension);
    let more = match map {
        Some(map) => {
            let parts = more.codes.parts().iter();
            Codes::from_parts(parts.map(|part| mapped(part, &map)).collect())
        }
        None => more.codes,
    };
    DimensionColumn {
        dimension,
        codes: mine.codes.joined(more),
    }
}

/// All members, and for each of the other's its place among them; no map where places are the same.
fn merge_members(mut dimension: Dimension, other: &Dimension) -> (Dimension, Option<Arc<[u32]>>) {
    let is_prefix = other.members.len() <= dimension.members.len()
        && dimension
            .members
            .iter()
            .zip(&other.members)
            .all(|(mine, other)| mine.code == other.code);
    if is_prefix {
        return (dimension, None);
    }
    let mut places: HashMap<String, u32> = dimension
        .members
        .iter()
        .map(|member| member.code.clone())
        .zip(0..)
        .collect();
    let mut map = Vec::with_capacity(other.members.len());
    for member in &other.members {
        let next = u32::try_from(dimension.members.len()).unwrap_or(NO_MEMBER);
        let place = *places.entry(member.code.clone()).or_insert(next);
        if place == next {
            dimension.members.push(member.clone());
        }
        map.push(place);
    }
    for level in &mut dimension.levels {
        level.parents.resize(dimension.members.len(), None);
    }
    (dimension, Some(map.into()))
}

/// The same rows by the new places: looked up, so that no row is written again.
fn mapped(part: &CodePart, map: &Arc<[u32]>) -> CodePart {
    let place = |code: &u32| map.get(*code as usize).copied().unwrap_or(NO_MEMBER);
    let (codes, members) = match part {
        CodePart::Mapped(Mapped { codes, members }) => {
            (codes.clone(), members.iter().map(place).collect())
        }
        stored => (Box::new(stored.clone()), Arc::clone(map)),
    };
    CodePart::Mapped(Mapped { codes, members })
}

fn join_measures(mine: MeasureColumn, more: MeasureColumn) -> MeasureColumn {
    let status = join_status((mine.status, &mine.numbers), (more.status, &more.numbers));
    MeasureColumn {
        measure: mine.measure,
        numbers: join_numbers(mine.numbers, more.numbers),
        status,
    }
}

fn join_status(
    mine: (Option<StatusColumn>, &Numbers),
    more: (Option<StatusColumn>, &Numbers),
) -> Option<StatusColumn> {
    if mine.0.is_none() && more.0.is_none() {
        return None;
    }
    let statuses = |(status, numbers): (Option<StatusColumn>, &Numbers)| {
        let lengths = numbers.part_lengths().into_iter();
        let all = || Runs::new(lengths.map(StatusPart::numbers).collect());
        status.map_or_else(all, |column| column.runs)
    };
    let runs = statuses(mine).joined(statuses(more));
    Some(StatusColumn { runs })
}

fn join_numbers(mine: Numbers, more: Numbers) -> Numbers {
    let (mine, more) = match (mine, more) {
        (Numbers::Exact(mine), Numbers::Exact(more)) => match join_exact(&mine, &more) {
            Some(joined) => return Numbers::Exact(joined),
            None => (Numbers::Exact(mine), Numbers::Exact(more)),
        },
        floats => floats,
    };
    let runs = float(mine).joined(float(more));
    Numbers::Float(Floats { runs })
}

/// Both with the decimals of the finer; none where an integer would be too large.
fn join_exact(mine: &Scaled, more: &Scaled) -> Option<Scaled> {
    let decimals = mine.decimals.max(more.decimals);
    let runs = rescaled(mine, decimals)?.joined(rescaled(more, decimals)?);
    let values = Integers { runs };
    Some(Scaled { values, decimals })
}

fn rescaled(scaled: &Scaled, decimals: u8) -> Option<Runs<IntegerPart>> {
    if scaled.decimals == decimals {
        return Some(scaled.values.runs.clone());
    }
    let factor = 10_i64.checked_pow(u32::from(decimals.checked_sub(scaled.decimals)?))?;
    let rescale = |part: &IntegerPart| {
        let values = part.to_vec().into_iter();
        let values = values.map(|value| value.checked_mul(factor));
        Some(IntegerPart::narrow(&values.collect::<Option<Vec<_>>>()?))
    };
    let parts = scaled.values.parts().iter().map(rescale);
    Some(Runs::new(parts.collect::<Option<_>>()?))
}

fn float(numbers: Numbers) -> Runs<ScalarBuffer<f64>> {
    match numbers {
        Numbers::Float(floats) => floats.runs,
        Numbers::Exact(Scaled { values, decimals }) => {
            let unscale = |value| crate::doubles::unscale(value, decimals);
            let float = |part: &IntegerPart| part.to_vec().into_iter().map(unscale).collect();
            Runs::new(values.parts().iter().map(float).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DimensionBuilder, Measure, MeasureBuilder, Status, TableBuilder};

    fn table(rows: &[(&str, Option<f64>)]) -> Table {
        let mut place = DimensionBuilder::new(Dimension {
            name: "place".to_owned(),
            ..Dimension::default()
        });
        let mut cost = MeasureBuilder::new(Measure {
            name: "cost".to_owned(),
            ..Measure::default()
        });
        for (code, value) in rows {
            place.push(code, code);
            match value {
                Some(value) => cost.push(*value),
                None => cost.push_status(Status::Hidden),
            }
        }
        let builder = TableBuilder {
            dimensions: vec![place],
            measures: vec![cost],
        };
        builder.finish("t").unwrap()
    }

    #[test]
    fn rows_appended_read_as_if_they_had_been_there_from_the_start() {
        let first = [("a", Some(1.0)), ("b", Some(2.0))];
        for more in [
            vec![("a", Some(3.0))],
            vec![("c", Some(0.25)), ("a", None)],
            vec![("b", Some(1.0 / 3.0)), ("b", Some(4.0))],
            vec![],
        ] {
            let mut found = table(&first);
            found.append(table(&more)).unwrap();
            assert_eq!(found, table(&[&first[..], &more[..]].concat()));
        }
    }

    #[test]
    fn other_columns_are_refused_and_nothing_is_lost() {
        let mut found = table(&[("a", Some(1.0))]);
        let other = Table::try_new("u", vec![], vec![]).unwrap();
        assert!(matches!(
            found.append(other),
            Err(TableError::OtherColumns { .. })
        ));
        assert_eq!(found, table(&[("a", Some(1.0))]));
    }
}
