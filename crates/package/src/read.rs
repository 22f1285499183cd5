//! Opens a package, in the order of checks that keeps anything unproven from being used.

use std::collections::BTreeMap;

use formats::{Limits, Progress};
use table::Table;

use crate::bind::bind;
use crate::container::{self, Kind, Member, kind};
use crate::descriptor::{Listed, Parsed, digest, parse};
use crate::{Declaration, Package, PackageError};

/// Opens a package. It stops at the first check that fails:
///
/// 1. size limits and shape of the container;
/// 2. and 3. signature of the trust list, and of the descriptor by a key it names: not yet made, so
///    what opens is unsigned and must be called so;
/// 4. the descriptor: its shape, its format, the rules it must keep;
/// 5. and 6. permit, dates and sequence: not yet made;
/// 7. size and digest of each member, none missing and none unlisted;
/// 8. tables, held against the descriptor.
///
/// # Errors
/// At the first check that fails; see `PackageError::code`.
pub fn read(
    bytes: &[u8],
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<Package, PackageError> {
    let members = container::read(bytes, limits)?;
    let Some((first, members)) = members.split_first() else {
        return Err(PackageError::NotAPackage);
    };
    let parsed = parse(first.bytes, limits)?;
    // Members are gone through twice: once for their digests, once for what they hold.
    let mut told = Told {
        done: 0,
        total: 2 * bytes.len() as u64,
        progress,
    };
    let held = held(&parsed.listed, members, &mut told)?;
    let mut package = texts(&held, &mut told)?;
    package.tables = tables(&parsed, &held, limits, &mut told)?;
    package.descriptor = parsed.descriptor;
    told.finish();
    Ok(package)
}

/// Who is told, and how far it is.
struct Told<'p> {
    done: u64,
    total: u64,
    progress: &'p mut dyn FnMut(Progress),
}

impl Told<'_> {
    fn more(&mut self, bytes: usize) {
        self.done += bytes as u64;
        (self.progress)(Progress {
            done: self.done,
            total: self.total,
        });
    }

    fn finish(&mut self) {
        (self.progress)(Progress {
            done: self.total,
            total: self.total,
        });
    }
}

/// The members in the order of the descriptor, each proven to be the one it lists.
fn held<'a>(
    listed: &'a [Listed],
    members: &[Member<'a>],
    told: &mut Told<'_>,
) -> Result<Vec<Member<'a>>, PackageError> {
    let by_name: BTreeMap<&str, &[u8]> = members
        .iter()
        .map(|member| (member.name, member.bytes))
        .collect();
    let mut held = Vec::new();
    for each in listed {
        let name = each.path.as_str();
        let missing = || PackageError::Missing {
            member: name.to_owned(),
        };
        let bytes = by_name.get(name).copied().ok_or_else(missing)?;
        prove(each, bytes)?;
        told.more(bytes.len());
        held.push(Member { name, bytes });
    }
    let is_listed = |name| listed.iter().any(|each| each.path == name);
    let is_trust = |name| kind(name) == Some(Kind::Trust);
    match by_name
        .keys()
        .find(|name| !is_listed(**name) && !is_trust(name))
    {
        Some(unlisted) => Err(PackageError::Unlisted {
            member: (*unlisted).to_owned(),
        }),
        None => Ok(held),
    }
}

/// Digits of a digest that are told.
const TOLD_DIGITS: usize = 12;

fn prove(listed: &Listed, bytes: &[u8]) -> Result<(), PackageError> {
    let member = || listed.path.clone();
    let (expected, found) = (listed.bytes, bytes.len() as u64);
    if expected != found {
        return Err(PackageError::Size {
            member: member(),
            expected,
            found,
        });
    }
    let found = digest(bytes);
    if found == listed.sha256 {
        return Ok(());
    }
    let start = |digest: &str| digest.chars().take(TOLD_DIGITS).collect();
    let (expected, found) = (start(&listed.sha256), start(&found));
    Err(PackageError::Damaged {
        member: member(),
        expected,
        found,
    })
}

/// All that is text.
fn texts(held: &[Member<'_>], told: &mut Told<'_>) -> Result<Package, PackageError> {
    let mut package = Package::default();
    let mut danish = None;
    for member in held {
        let words = || text(member);
        let named = |name: &str| Ok((name.to_owned(), json(member)?));
        match kind(member.name) {
            Some(Kind::DeclarationDanish) => danish = Some(words()?),
            Some(Kind::DeclarationEnglish) => package.declaration.en = Some(words()?),
            Some(Kind::View(name)) => package.views.push(named(name)?),
            Some(Kind::Geo(name)) => package.geo.push(named(name)?),
            Some(Kind::Catalogue) => package.catalogue = Some(json(member)?),
            _ => continue,
        }
        told.more(member.bytes.len());
    }
    let missing = || PackageError::Missing {
        member: "declaration.da.md".to_owned(),
    };
    package.declaration = Declaration {
        da: danish.ok_or_else(missing)?,
        ..package.declaration
    };
    Ok(package)
}

fn text(member: &Member<'_>) -> Result<String, PackageError> {
    let text = std::str::from_utf8(member.bytes);
    let text = text.map_err(|_| PackageError::Unreadable {
        member: member.name.to_owned(),
    })?;
    Ok(text.to_owned())
}

fn json(member: &Member<'_>) -> Result<String, PackageError> {
    let unreadable = |_| PackageError::Unreadable {
        member: member.name.to_owned(),
    };
    serde_json::from_slice::<serde::de::IgnoredAny>(member.bytes).map_err(unreadable)?;
    text(member)
}

fn tables(
    parsed: &Parsed,
    held: &[Member<'_>],
    limits: &Limits,
    told: &mut Told<'_>,
) -> Result<Vec<Table>, PackageError> {
    let members = held
        .iter()
        .filter(|member| matches!(kind(member.name), Some(Kind::Table(_))));
    let mut tables = Vec::new();
    for (entry, member) in parsed.descriptor.tables.iter().zip(members) {
        tables.push(bind(entry, member, limits)?);
        told.more(member.bytes.len());
    }
    Ok(tables)
}

#[cfg(test)]
mod tests;
