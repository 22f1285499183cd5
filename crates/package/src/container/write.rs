//! Writes a container in the strict shape.

use super::record::{CENTRAL, END, LOCAL};
use crate::PackageError;

/// 1 January 1980, the first day ZIP knows; a real moment would make equal packages differ.
const MOMENT: u32 = 1 << 21 | 1 << 16;
const VERSION: u16 = 10;

/// Writes members in the order given.
///
/// # Errors
/// When a member has a name that members may not have, or is too large for the format.
pub fn write(members: &[(String, Vec<u8>)]) -> Result<Vec<u8>, PackageError> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in members {
        let entry = entry(name, content).filter(|_| super::kind(name).is_some());
        let entry = entry.ok_or_else(|| unwritable(name))?;
        let offset = u32::try_from(bytes.len()).map_err(|_| unwritable(name))?;
        bytes.extend_from_slice(LOCAL);
        bytes.extend_from_slice(&entry);
        bytes.extend_from_slice(name.as_bytes());
        bytes.extend_from_slice(content);
        directory.extend_from_slice(CENTRAL);
        directory.extend_from_slice(&VERSION.to_le_bytes());
        directory.extend_from_slice(&entry);
        // Length of the comment, disk, and attributes.
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&offset.to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
    }
    let end = end(members.len(), bytes.len(), directory.len()).ok_or_else(|| unwritable("size"))?;
    bytes.extend_from_slice(&directory);
    bytes.extend_from_slice(&end);
    Ok(bytes)
}

fn unwritable(what: &str) -> PackageError {
    PackageError::Unwritable {
        what: what.to_owned(),
    }
}

/// What both descriptions of a member say.
fn entry(name: &str, content: &[u8]) -> Option<Vec<u8>> {
    let size = u32::try_from(content.len())
        .ok()
        .filter(|size| *size < u32::MAX)?;
    let name_length = u16::try_from(name.len()).ok()?;
    let mut entry = Vec::with_capacity(26);
    entry.extend_from_slice(&VERSION.to_le_bytes());
    // Flags and method: none, and stored.
    entry.extend_from_slice(&[0; 4]);
    entry.extend_from_slice(&MOMENT.to_le_bytes());
    entry.extend_from_slice(&crc32fast::hash(content).to_le_bytes());
    entry.extend_from_slice(&size.to_le_bytes());
    entry.extend_from_slice(&size.to_le_bytes());
    entry.extend_from_slice(&name_length.to_le_bytes());
    entry.extend_from_slice(&[0; 2]);
    Some(entry)
}

fn end(members: usize, directory: usize, length: usize) -> Option<Vec<u8>> {
    let members = u16::try_from(members)
        .ok()
        .filter(|members| *members < u16::MAX)?;
    let mut end = END.to_vec();
    end.extend_from_slice(&[0; 4]);
    end.extend_from_slice(&members.to_le_bytes());
    end.extend_from_slice(&members.to_le_bytes());
    end.extend_from_slice(&u32::try_from(length).ok()?.to_le_bytes());
    end.extend_from_slice(&u32::try_from(directory).ok()?.to_le_bytes());
    end.extend_from_slice(&[0; 2]);
    Some(end)
}
