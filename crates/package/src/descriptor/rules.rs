//! What a descriptor must keep beyond its shape, so that what is built from it holds together.

use std::collections::BTreeSet;

use formats::{Limits, What};
use table::{Dimension, Level};

use super::json::{Listed, Parsed, whole};
use super::{Descriptor, TableEntry};
use crate::container::{self, Kind};
use crate::{DescriptorFault as Fault, PackageError};

pub(super) fn check(parsed: &Parsed, limits: &Limits) -> Result<(), PackageError> {
    let Parsed { descriptor, listed } = parsed;
    let (what, found) = (What::Tables, descriptor.tables.len() as u64);
    let limit = limits.of(what);
    if found > limit {
        return Err(PackageError::TooLarge {
            what,
            found,
            limit,
            member: None,
        });
    }
    listed.iter().try_for_each(listing)?;
    let paths = listed.iter().map(|each| each.path.as_str());
    first_twice(paths).map_or(Ok(()), |path| Err(whole(Fault::Value(path.to_owned()))))?;
    self::descriptor(descriptor)
}

/// The rules for what is not about files, which a package in memory must keep too.
pub(crate) fn descriptor(descriptor: &Descriptor) -> Result<(), PackageError> {
    let value = |key: &str| Err(whole(Fault::Value(key.to_owned())));
    if !container::is_plain(&descriptor.name) {
        return value("name");
    }
    if !descriptor.extracted.is_empty() && !is_date(&descriptor.extracted) {
        return value("snit:extracted");
    }
    let names = descriptor.tables.iter().map(|table| table.name.as_str());
    if let Some(twice) = first_twice(names) {
        return Err(whole(Fault::TableTwice(twice.to_owned())));
    }
    descriptor.tables.iter().try_for_each(table)
}

/// A member must be one that is listed, with a digest of 64 digits.
fn listing(listed: &Listed) -> Result<(), PackageError> {
    let is_digest = listed.sha256.len() == 64
        && listed
            .sha256
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if !is_digest {
        return Err(whole(Fault::Value("hash".to_owned())));
    }
    match container::kind(&listed.path) {
        None | Some(Kind::Descriptor | Kind::Trust) => {
            Err(whole(Fault::Value(listed.path.clone())))
        }
        Some(_) => Ok(()),
    }
}

fn table(entry: &TableEntry) -> Result<(), PackageError> {
    let dimensions = entry.dimensions.iter().map(|it| it.name.as_str());
    let mut names = dimensions.chain(entry.measures.iter().map(|it| it.measure.name.as_str()));
    let mut seen = BTreeSet::new();
    if let Some(twice) = names.find(|name| !seen.insert(*name)) {
        return Err(whole(Fault::Value(twice.to_owned())));
    }
    entry.dimensions.iter().try_for_each(dimension)
}

fn dimension(dimension: &Dimension) -> Result<(), PackageError> {
    let codes = dimension.members.iter().map(|member| member.code.as_str());
    if let Some(code) = first_twice(codes) {
        let (dimension, code) = (dimension.name.clone(), code.to_owned());
        return Err(whole(Fault::MemberTwice { dimension, code }));
    }
    match dimension
        .levels
        .iter()
        .find(|level| !fits(level, dimension))
    {
        Some(level) => {
            let (dimension, level) = (dimension.name.clone(), level.name.clone());
            Err(whole(Fault::Parents { dimension, level }))
        }
        None => Ok(()),
    }
}

/// A parent for each member, and each parent there.
fn fits(level: &Level, dimension: &Dimension) -> bool {
    let is_there =
        |parent: &Option<u32>| parent.is_none_or(|parent| (parent as usize) < level.members.len());
    level.parents.len() == dimension.members.len() && level.parents.iter().all(is_there)
}

fn first_twice<'a>(names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut seen = BTreeSet::new();
    let mut names = names;
    names.find(|name| !seen.insert(*name))
}

/// `yyyy-mm-dd`, in digits.
fn is_date(text: &str) -> bool {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    match text.as_bytes() {
        [year @ .., b'-', m1, m2, b'-', d1, d2] => {
            year.len() == 4 && year.iter().chain([m1, m2, d1, d2]).all(is_digit)
        }
        _ => false,
    }
}
