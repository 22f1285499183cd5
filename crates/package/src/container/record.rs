//! The three records of ZIP: before each member, in the directory, and at the end.

use super::Member;
use crate::{ContainerFault as Fault, PackageError};

pub(super) const LOCAL: &[u8] = b"PK\x03\x04";
pub(super) const CENTRAL: &[u8] = b"PK\x01\x02";
pub(super) const END: &[u8] = b"PK\x05\x06";

/// The version of ZIP that writers name for stored members, and the next, which many name always.
const VERSIONS: [u16; 2] = [10, 20];
/// Says that names are UTF-8, which theirs are either way.
const UTF8: u16 = 1 << 11;
const ENCRYPTED: u16 = 1;
const SIZES_FOLLOW: u16 = 1 << 3;

/// Bytes and how far they are read.
pub(super) struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn is_at(&self, mark: &[u8]) -> bool {
        self.bytes
            .get(self.at..)
            .is_some_and(|rest| rest.starts_with(mark))
    }

    fn fault(&self, fault: Fault) -> PackageError {
        PackageError::Container {
            fault,
            byte: self.at as u64,
            member: None,
        }
    }

    fn mark(&mut self, mark: &[u8]) -> Result<(), PackageError> {
        let is_at = self.is_at(mark);
        if !is_at {
            let is_cut = self.bytes.len() < self.at + mark.len();
            return Err(self.fault(if is_cut { Fault::End } else { Fault::Record }));
        }
        self.take(mark.len()).map(|_| ())
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], PackageError> {
        let end = self.at.checked_add(length);
        let bytes = end.and_then(|end| self.bytes.get(self.at..end));
        let bytes = bytes.ok_or_else(|| self.fault(Fault::End))?;
        self.at += length;
        Ok(bytes)
    }

    fn short(&mut self) -> Result<u16, PackageError> {
        let bytes = self.take(2)?;
        Ok(bytes
            .first_chunk()
            .map_or(0, |bytes| u16::from_le_bytes(*bytes)))
    }

    fn long(&mut self) -> Result<u32, PackageError> {
        let bytes = self.take(4)?;
        Ok(bytes
            .first_chunk()
            .map_or(0, |bytes| u32::from_le_bytes(*bytes)))
    }
}

/// What both descriptions of a member say.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shared {
    version: u16,
    flags: u16,
    method: u16,
    moment: u32,
    checksum: u32,
    packed: u32,
    size: u32,
    name_length: u16,
    extra_length: u16,
}

impl Shared {
    fn read(cursor: &mut Cursor<'_>) -> Result<Self, PackageError> {
        Ok(Self {
            version: cursor.short()?,
            flags: cursor.short()?,
            method: cursor.short()?,
            moment: cursor.long()?,
            checksum: cursor.long()?,
            packed: cursor.long()?,
            size: cursor.long()?,
            name_length: cursor.short()?,
            extra_length: cursor.short()?,
        })
    }

    /// What of the strict shape it breaks.
    fn fault(&self) -> Option<Fault> {
        let faults = [
            (self.flags & ENCRYPTED != 0, Fault::Encrypted),
            (self.flags & SIZES_FOLLOW != 0, Fault::DataDescriptor),
            (self.method != 0, Fault::Compressed),
            (
                self.packed == u32::MAX || self.size == u32::MAX,
                Fault::Zip64,
            ),
            (
                self.flags & !UTF8 != 0 || self.extra_length != 0,
                Fault::Extra,
            ),
            (!VERSIONS.contains(&self.version), Fault::Extra),
            (self.packed != self.size, Fault::Record),
        ];
        faults
            .into_iter()
            .find(|(is_broken, _)| *is_broken)
            .map(|(_, fault)| fault)
    }
}

/// A member and the record before it.
pub(super) struct Local<'a> {
    start: usize,
    shared: Shared,
    pub(super) member: Member<'a>,
}

impl<'a> Local<'a> {
    pub(super) fn read(cursor: &mut Cursor<'a>) -> Result<Self, PackageError> {
        let start = cursor.at();
        cursor.mark(LOCAL)?;
        let shared = Shared::read(cursor)?;
        let name = cursor.take(shared.name_length.into())?;
        let name = std::str::from_utf8(name).unwrap_or_default();
        let mut local = Self {
            start,
            shared,
            member: Member { name, bytes: &[] },
        };
        local
            .shared
            .fault()
            .map_or(Ok(()), |fault| Err(local.fault(fault)))?;
        let size = usize::try_from(local.shared.size).unwrap_or(usize::MAX);
        local.member.bytes = cursor.take(size).map_err(|_| local.fault(Fault::End))?;
        if crc32fast::hash(local.member.bytes) != local.shared.checksum {
            return Err(local.fault(Fault::Checksum));
        }
        Ok(local)
    }

    /// An error at this member.
    pub(super) fn fault(&self, fault: Fault) -> PackageError {
        let member = (!self.member.name.is_empty()).then(|| self.member.name.to_owned());
        PackageError::Container {
            fault,
            byte: self.start as u64,
            member,
        }
    }

    /// Holds the member against its entry in the directory.
    pub(super) fn check(&self, central: &Central<'_>) -> Result<(), PackageError> {
        let is_same = central.shared == self.shared
            && central.name == self.member.name.as_bytes()
            && usize::try_from(central.offset) == Ok(self.start);
        if !is_same {
            return Err(self.fault(Fault::HeadersDiffer));
        }
        let extra = central.comment_length != 0 || central.disk != 0;
        if extra {
            Err(self.fault(Fault::Extra))
        } else {
            Ok(())
        }
    }
}

/// A member's entry in the directory.
pub(super) struct Central<'a> {
    shared: Shared,
    comment_length: u16,
    disk: u16,
    offset: u32,
    name: &'a [u8],
}

impl<'a> Central<'a> {
    pub(super) fn read(cursor: &mut Cursor<'a>) -> Result<Self, PackageError> {
        cursor.mark(CENTRAL)?;
        let _made_by = cursor.short()?;
        let shared = Shared::read(cursor)?;
        let comment_length = cursor.short()?;
        let disk = cursor.short()?;
        let _internal = cursor.short()?;
        let _external = cursor.long()?;
        let offset = cursor.long()?;
        let name = cursor.take(shared.name_length.into())?;
        Ok(Self {
            shared,
            comment_length,
            disk,
            offset,
            name,
        })
    }
}

/// The last record, as it must be.
pub(super) struct End {
    pub(super) members: usize,
    pub(super) directory: usize,
    pub(super) length: usize,
}

impl End {
    pub(super) fn check(&self, cursor: &mut Cursor<'_>) -> Result<(), PackageError> {
        let start = cursor.at();
        cursor.mark(END)?;
        let disks = cursor.long()?;
        let (here, all) = (cursor.short()?, cursor.short()?);
        let (length, directory) = (cursor.long()?, cursor.long()?);
        let comment_length = cursor.short()?;
        let at = |fault| PackageError::Container {
            fault,
            byte: start as u64,
            member: None,
        };
        let is_same = disks == 0
            && usize::from(here) == self.members
            && here == all
            && usize::try_from(length) == Ok(self.length)
            && usize::try_from(directory) == Ok(self.directory);
        if !is_same {
            return Err(at(if here == u16::MAX {
                Fault::Zip64
            } else {
                Fault::Record
            }));
        }
        if comment_length != 0 {
            return Err(at(Fault::Extra));
        }
        if cursor.at() == cursor.bytes.len() {
            Ok(())
        } else {
            Err(cursor.fault(Fault::End))
        }
    }
}
