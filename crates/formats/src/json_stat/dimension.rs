//! Dimensions: their order, members and what they are about.

use std::collections::BTreeMap;

use table::{Dimension, Measure, Member, Role, Text};

use crate::{FormatError, Limits, ListLength, Place, Reason, What};

use super::document::{self, Category, Dataset, Roles, Unit};
use super::pairs::Pairs;
use super::part::Index;
use super::values::as_many;
use super::{children, malformed, missing};

/// Decimals of which nothing is said.
pub(super) const UNTOLD: u8 = u8::MAX;

/// A dimension, and what of it is not kept in one.
#[derive(Debug)]
pub(super) struct Described {
    pub(super) dimension: Dimension,
    pub(super) codes: Vec<String>,
    pub(super) is_metric: bool,
    units: Vec<Option<Unit>>,
    pub(super) notes: Vec<String>,
    pub(super) member_notes: Vec<(String, String)>,
}

impl Described {
    /// The members as measures.
    pub(super) fn measures(&self, preliminary: &[String]) -> Vec<Measure> {
        let members = self.dimension.members.iter().zip(&self.units);
        let measure = |(member, unit): (&Member, &Option<Unit>)| {
            let unit = unit.as_ref();
            let words = unit.and_then(|unit| {
                let texts = [&unit.label, &unit.symbol, &unit.base];
                texts.into_iter().find_map(Option::as_deref)
            });
            Measure {
                name: member.code.clone(),
                label: member.label.clone(),
                unit: Text::same(words.unwrap_or_default()),
                decimals: unit.and_then(|unit| unit.decimals).unwrap_or(UNTOLD),
                preliminary: preliminary.to_vec(),
                ..Measure::default()
            }
        };
        members.map(measure).collect()
    }
}

/// The dimensions of a dataset in their order.
pub(super) fn read(dataset: &mut Dataset, limits: &Limits) -> Result<Vec<Described>, FormatError> {
    let mut all = std::mem::take(&mut dataset.dimension);
    let part = |name| malformed(Place::default(), missing(name));
    let ids = dataset.id.take().or(all.id.take());
    let ids = ids
        .filter(|ids| !ids.is_empty())
        .ok_or_else(|| part("id"))?;
    let sizes = dataset.size.take().or(all.size.take());
    let sizes = sizes.ok_or_else(|| part("size"))?;
    let roles = dataset.role.take().or(all.role.take()).unwrap_or_default();
    limits.check(What::Columns, ids.len() as u64)?;
    as_many("size", (sizes.len(), ids.len()))?;
    let mut described: Vec<Described> = Vec::new();
    for (id, size) in ids.into_iter().zip(sizes) {
        if described.iter().any(|it| it.dimension.name == id) {
            return Err(malformed(Place::column(&id), Reason::NameTwice));
        }
        let dimension = all.all.take(&id);
        let dimension =
            dimension.ok_or_else(|| malformed(Place::column(&id), missing("dimension")))?;
        let mut own = one((&id, size), dimension, (&roles, limits))?;
        // Several dimensions of measures: one of them becomes columns.
        own.is_metric &= !described.iter().any(|it| it.is_metric);
        described.push(own);
    }
    Ok(described)
}

fn one(
    (id, size): (&str, u64),
    dimension: document::Dimension,
    (roles, limits): (&Roles, &Limits),
) -> Result<Described, FormatError> {
    let mut category = dimension.category;
    let codes = codes(id, &mut category)?;
    check((id, size), (&codes, &category), limits)?;
    let index: BTreeMap<&str, usize> = codes.iter().map(String::as_str).zip(0..).collect();
    if index.len() < codes.len() {
        return Err(malformed(Place::column(id), Reason::NameTwice));
    }
    let kinds = children::kinds(id, &index, &category.child)?;
    let labels: BTreeMap<String, String> = category.label.0.into_iter().collect();
    let mut units: BTreeMap<String, Unit> = category.unit.0.into_iter().collect();
    let members = codes.iter().zip(kinds).map(|(code, kind)| Member {
        code: code.clone(),
        label: Text::same(labels.get(code).unwrap_or(code)),
        kind,
    });
    let member_notes = member_notes(category.note, &labels);
    let own = Dimension {
        name: id.to_owned(),
        label: Text::same(dimension.label.as_deref().unwrap_or(id)),
        role: role(id, roles),
        members: members.collect(),
        levels: Vec::new(),
    };
    Ok(Described {
        dimension: own,
        is_metric: roles.metric.iter().any(|it| it == id),
        units: codes.iter().map(|code| units.remove(code)).collect(),
        notes: dimension
            .note
            .map(|it| it.each().to_vec())
            .unwrap_or_default(),
        member_notes,
        codes,
    })
}

/// Notes on members, by what people read.
fn member_notes(
    notes: Pairs<document::Lines>,
    labels: &BTreeMap<String, String>,
) -> Vec<(String, String)> {
    let notes = notes.0.into_iter().flat_map(|(code, notes)| {
        let label = labels.get(&code).cloned().unwrap_or(code);
        let lines = notes.each().to_vec().into_iter();
        lines.map(move |note| (label.clone(), note))
    });
    notes.collect()
}

/// Whether there are as many members as is said, and no more or longer than may be.
fn check(
    (id, size): (&str, u64),
    (codes, category): (&[String], &Category),
    limits: &Limits,
) -> Result<(), FormatError> {
    limits.check(What::Dictionary, codes.len() as u64)?;
    let reason = Reason::ListLength(Box::new(ListLength {
        list: "category.index".to_owned(),
        found: codes.len() as u64,
        expected: size,
    }));
    if codes.len() as u64 != size {
        return Err(malformed(Place::column(id), reason));
    }
    let longest = codes.iter().map(String::len).max();
    let longest = longest.max(category.label.0.iter().map(|(_, it)| it.len()).max());
    limits.check(What::TextBytes, longest.unwrap_or(0) as u64)
}

fn role(id: &str, roles: &Roles) -> Role {
    match id {
        _ if roles.time.iter().any(|it| it == id) => Role::Time,
        _ if roles.geo.iter().any(|it| it == id) => Role::Geography,
        _ => Role::Other,
    }
}

/// The codes in their order; a dimension of one member may only have a label.
fn codes(id: &str, category: &mut Category) -> Result<Vec<String>, FormatError> {
    let place = || Place::column(id);
    let codes = match category.index.take() {
        Some(Index::List(codes)) => codes,
        Some(Index::Positions(positions)) => {
            let mut codes = vec![None; positions.0.len()];
            for (code, position) in positions.0 {
                let slot = usize::try_from(position).ok();
                let slot = slot.and_then(|position| codes.get_mut(position));
                let free = slot.filter(|slot| slot.is_none());
                *free.ok_or_else(|| malformed(place(), Reason::UnknownMember))? = Some(code);
            }
            codes.into_iter().flatten().collect()
        }
        None => category
            .label
            .0
            .iter()
            .map(|(code, _)| code.clone())
            .collect(),
    };
    if codes.is_empty() {
        return Err(malformed(place(), missing("category.index")));
    }
    Ok(codes)
}
