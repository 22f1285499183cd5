//! What the columns of a grid hold.

use std::collections::BTreeSet;

use formats::{Cell, GridColumn};

use super::fields::{Fields, Text};
use crate::evidence::Evidence;
use crate::header;
use crate::numbers::Kind;
use crate::profile::{Profile, SAMPLE, counts_on};
use crate::shape::Tally;

/// The tally of a column without its heading.
pub(super) fn tally(fields: &Fields<'_>) -> Tally {
    let mut tally = Tally {
        filled: fields.figures.count,
        values: fields.figures.count,
        years: fields.figures.years,
    };
    let filled = fields.texts.iter().filter(|text| !text.text.is_empty());
    filled.for_each(|text| tally.add(text.cell(), text.count));
    tally
}

/// What a column holds.
pub(super) fn profile(fields: &Fields<'_>) -> Profile {
    let filled = || fields.texts.iter().filter(|text| text.kind != Kind::Blank);
    let count = |fits: &dyn Fn(&Text<'_>) -> bool| -> u64 {
        let texts = filled().filter(|text| fits(text));
        texts.map(|text| text.count).sum()
    };
    let values = count(&|text| text.is_value());
    let years = count(&|text| text.kind == Kind::Number && text.is_year);
    let all = count(&|_| true) + fields.figures.count;
    let years = years + fields.figures.years;
    Profile {
        filled: all,
        values: values + fields.figures.count,
        // Years are counted up to the first number that is none; whether all are is what is asked.
        years: if years == all { all } else { 0 },
        counting: counting(fields),
        evidence: evidence(fields),
        sample: sample(fields),
        ..Profile::default()
    }
}

fn evidence(fields: &Fields<'_>) -> Evidence {
    let mut evidence = Evidence::default();
    let GridColumn::Figures(column) = fields.column else {
        let texts = fields.texts.iter();
        texts.for_each(|text| evidence.add_times(text.cell(), text.count));
        return evidence;
    };
    // The first number with a mark is the example, so fields are added in the order of the rows up to it.
    let marked = fields.figures.marked;
    let before = |(row, _): &&(usize, usize)| marked.is_none_or(|marked| *row < marked);
    let add = |evidence: &mut Evidence, odd: &(usize, usize)| {
        if let Some(text) = fields.texts.get(odd.1) {
            evidence.add(text.cell());
        }
    };
    let count = column.odd_rows.iter().take_while(before).count();
    let (early, late) = column.odd_rows.split_at(count);
    early.iter().for_each(|odd| add(&mut evidence, odd));
    if let Some(marked) = marked {
        evidence.add_times(Cell::Text(&fields.column.text(marked)), 0);
    }
    late.iter().for_each(|odd| add(&mut evidence, odd));
    evidence.add_figures(column.mark, fields.figures.written);
    evidence
}

/// Some of the different texts, in the order they are met.
fn sample(fields: &Fields<'_>) -> BTreeSet<String> {
    let texts = match fields.column {
        GridColumn::Texts(column) => &column.texts,
        GridColumn::Figures(column) => &column.first,
    };
    let mut sample = BTreeSet::new();
    for text in texts.iter().filter(|text| !text.trim().is_empty()) {
        if sample.len() >= SAMPLE {
            break;
        }
        sample.insert(header::text(Cell::Text(text)).into_owned());
    }
    sample
}

/// How far a column counts the rows from 1.
fn counting(fields: &Fields<'_>) -> u64 {
    let row_count = match fields.column {
        GridColumn::Texts(column) => column.rows.len(),
        GridColumn::Figures(column) => column.runs().map(|(_, places)| places.len()).sum(),
    };
    let (mut counted, mut first) = (0, 1);
    for row in 0..row_count {
        let text = fields.column.text(row);
        if text.trim().is_empty() {
            continue;
        }
        if counted == 0 && counts_on(Cell::Text(&text), 0, 0) {
            first = 0;
        }
        if !counts_on(Cell::Text(&text), counted, first) {
            break;
        }
        counted += 1;
    }
    counted
}
