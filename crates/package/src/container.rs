//! The strict subset of ZIP that a package is: members stored as they are, one after the other, nothing else.
//!
//! Whatever ZIP readers may differ on (gaps, comments, extra fields, sizes that follow, two descriptions that
//! differ) is refused, so that all readers see the same members.

mod names;
mod record;
mod write;

use std::collections::BTreeSet;

use formats::{Limits, What};

use crate::{ContainerFault, PackageError};
use record::{Central, Cursor, End, Local};

pub(crate) use names::is_plain;
pub use names::{Kind, kind, table_path};
pub use write::write;

/// The member every package begins with.
pub const DESCRIPTOR: &str = "datapackage.json";

/// A member of a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member<'a> {
    /// Its name, one of those members may have.
    pub name: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}

/// Reads a container.
///
/// # Errors
/// When it is not one, exceeds a limit, or departs from the strict shape in any way.
pub fn read<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Vec<Member<'a>>, PackageError> {
    if !bytes.starts_with(record::LOCAL) {
        return Err(PackageError::NotAPackage);
    }
    within(limits, What::ContainerBytes, bytes.len() as u64)?;
    let mut cursor = Cursor::new(bytes);
    let locals = locals(&mut cursor, limits)?;
    let directory = cursor.at();
    for local in &locals {
        local.check(&Central::read(&mut cursor)?)?;
    }
    let length = cursor.at() - directory;
    let end = End {
        members: locals.len(),
        directory,
        length,
    };
    end.check(&mut cursor)?;
    Ok(locals.into_iter().map(|local| local.member).collect())
}

fn locals<'a>(cursor: &mut Cursor<'a>, limits: &Limits) -> Result<Vec<Local<'a>>, PackageError> {
    let mut seen = BTreeSet::new();
    let mut locals: Vec<Local<'a>> = Vec::new();
    while cursor.is_at(record::LOCAL) {
        within(limits, What::Members, locals.len() as u64 + 1)?;
        let local = Local::read(cursor)?;
        let name = local.member.name;
        let is_first = locals.is_empty();
        let fault = match kind(name) {
            None => Some(ContainerFault::Name),
            Some(found) if is_first && found != Kind::Descriptor => {
                Some(ContainerFault::DescriptorNotFirst)
            }
            Some(_) => (!seen.insert(name)).then_some(ContainerFault::NameTwice),
        };
        fault.map_or(Ok(()), |fault| Err(local.fault(fault)))?;
        locals.push(local);
    }
    Ok(locals)
}

fn within(limits: &Limits, what: What, found: u64) -> Result<(), PackageError> {
    let limit = limits.of(what);
    let too_large = PackageError::TooLarge {
        what,
        found,
        limit,
        member: None,
    };
    if found <= limit {
        Ok(())
    } else {
        Err(too_large)
    }
}

#[cfg(test)]
mod tests;
