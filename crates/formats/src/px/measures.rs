//! What the numbers measure: one thing, or something else for each value of `CONTVARIABLE`.

use table::{Aggregation, Collapse, Measure, Text};

use crate::cube::Measured;
use crate::{FormatError, Limits, What};

use super::meta::{Meta, Words};
use super::variables::{Variable, Variables};

/// The measures, and the variable whose values they are.
pub(super) struct Described {
    pub(super) axis: Option<usize>,
    pub(super) measures: Vec<Measure>,
    /// What statements name each of them by; none where there is only one.
    pub(super) subjects: Vec<Words>,
}

impl Described {
    pub(super) fn into_measured(self) -> Measured {
        let mut measures = self.measures;
        match self.axis {
            Some(axis) => Measured::Along(axis, measures),
            None => Measured::One(measures.pop().unwrap_or_default()),
        }
    }
}

/// Describes what is measured.
pub(super) fn read(
    meta: &Meta<'_>,
    variables: &Variables,
    limits: &Limits,
) -> Result<Described, FormatError> {
    let axis = meta.word("CONTVARIABLE", &[]);
    let axis = axis.and_then(|name| variables.find(name));
    let variable = axis.and_then(|axis| variables.all.get(axis));
    let count = variable.map_or(1, |variable| variable.values.len());
    limits.check(What::Columns, count as u64)?;
    Ok(match variable {
        Some(variable) => Described {
            axis,
            measures: along(meta, variable),
            subjects: variable.values.clone(),
        },
        None => Described {
            axis: None,
            measures: vec![only(meta, variables)],
            subjects: Vec::new(),
        },
    })
}

fn along(meta: &Meta<'_>, variable: &Variable) -> Vec<Measure> {
    let values = variable.values.iter().zip(&variable.codes);
    let measure = |(value, code): (&Words, &String)| {
        let precision = meta.number("PRECISION", &[&variable.name, value]);
        measure(meta, (code, value.text.clone()), (Some(value), precision))
    };
    values.map(measure).collect()
}

fn only(meta: &Meta<'_>, variables: &Variables) -> Measure {
    let contents = meta.words("CONTENTS", &[]).unwrap_or_default();
    // More decimals for some values of a variable: all are shown with as many as any needs.
    let stated = variables.all.iter().flat_map(|variable| {
        let precision = |value| meta.number("PRECISION", &[&variable.name, value]);
        variable.values.iter().filter_map(precision)
    });
    let most = if meta.has("PRECISION") {
        stated.max()
    } else {
        None
    };
    measure(meta, (&contents.plain, contents.text.clone()), (None, most))
}

/// A measure by the statements about it, or about all.
fn measure(
    meta: &Meta<'_>,
    (name, label): (&str, Text),
    (subject, precision): (Option<&Words>, Option<u8>),
) -> Measure {
    let own: Vec<&Words> = subject.into_iter().collect();
    let words = |keyword| {
        let found = meta.words(keyword, &own);
        found.or_else(|| meta.words(keyword, &[]))
    };
    let shown = ["SHOWDECIMALS", "DECIMALS"];
    let decimals = shown
        .iter()
        .find_map(|keyword| meta.number(keyword, &own).or(meta.number(keyword, &[])));
    let may_not_add = words("AGGREGALLOWED").is_some_and(|it| it.plain == "NO");
    let stock = words("STOCKFA").map(|it| it.plain.trim().to_ascii_uppercase());
    let aggregation = match stock.as_deref() {
        _ if may_not_add => Aggregation::Printed,
        Some("A") => Aggregation::Printed,
        Some("S") => Aggregation::SemiAdditive {
            not_over: Vec::new(),
            then: Collapse::Last,
        },
        _ => Aggregation::Additive,
    };
    Measure {
        name: name.to_owned(),
        label,
        unit: words("UNITS").map(|it| it.text).unwrap_or_default(),
        decimals: precision.or(decimals).unwrap_or(0),
        aggregation,
        preliminary: Vec::new(),
    }
}
