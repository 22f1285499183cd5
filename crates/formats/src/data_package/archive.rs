//! Members of the container, unpacked within the limits.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::{Feature, FormatError, Limits, Place, Reason, What};

use super::directory::is_descriptor;
use super::malformed;

/// Bytes unpacked at a time.
const STEP: usize = 1 << 16;

pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The folder that the description lies in, with its slash.
    folder: String,
    limits: &'a Limits,
    unpacked: u64,
}

impl<'a> Archive<'a> {
    pub(super) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, FormatError> {
        let broken = |_| malformed(Place::default(), Reason::Container);
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        limits.check(What::Members, zip.len() as u64)?;
        let found = (zip.file_names().flatten())
            .find(|name| is_descriptor(name))
            .map(|name| name.to_string());
        let descriptor = found.ok_or_else(|| missing(super::DESCRIPTOR))?;
        let folder = descriptor.trim_end_matches(super::DESCRIPTOR).to_owned();
        Ok(Self {
            zip,
            folder,
            limits,
            unpacked: 0,
        })
    }

    /// The bytes of a member, by its path beside the description; at most as many as `what` may have.
    pub(super) fn member(&mut self, path: &str, what: What) -> Result<Vec<u8>, FormatError> {
        let place = || Place::sheet(path);
        if !is_safe(path) {
            return Err(malformed(place(), Reason::UnsafePath));
        }
        let name = format!("{}{}", self.folder, path.trim_start_matches("./"));
        let index = self
            .zip
            .index_for_name(&name)
            .ok_or_else(|| missing(path))?;
        let broken = |_| malformed(place(), Reason::Container);
        let raw = self.zip.by_index_raw(index).map_err(broken)?;
        if raw.encrypted() {
            return Err(FormatError::unsupported(Feature::Password));
        }
        drop(raw);
        let mut member = self.zip.by_index(index).map_err(broken)?;
        // What the container says of sizes can be a lie: bytes are counted as they come.
        let (mut bytes, mut step) = (Vec::new(), vec![0; STEP]);
        loop {
            let length = member
                .read(&mut step)
                .map_err(|_| malformed(Place::sheet(path), Reason::Checksum))?;
            if length == 0 {
                return Ok(bytes);
            }
            self.unpacked += length as u64;
            self.limits.check(What::Unpacked, self.unpacked)?;
            self.limits.check(what, (bytes.len() + length) as u64)?;
            let no_memory = |_| FormatError::OutOfMemory {
                bytes: length as u64,
            };
            bytes.try_reserve(length).map_err(no_memory)?;
            bytes.extend_from_slice(step.get(..length).unwrap_or_default());
        }
    }
}

/// A path beside the description and below it, as the standard demands.
fn is_safe(path: &str) -> bool {
    let is_plain = |part: &str| !["..", ""].contains(&part);
    !path.contains(['\\', ':', '\0']) && !path.starts_with('~') && path.split('/').all(is_plain)
}

fn missing(part: &str) -> FormatError {
    malformed(Place::default(), Reason::PartMissing(part.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn only_paths_below_the_description_are_safe() {
        for path in ["a.csv", "data/a.csv", "./a.csv", "æ ø.csv", "a..b.csv"] {
            assert!(is_safe(path), "{path}");
        }
        let unsafe_paths = [
            "/etc/a.csv",
            "../a.csv",
            "a/../../b.csv",
            "a\\b.csv",
            "C:a.csv",
            "~/a.csv",
            "",
            "a//b.csv",
        ];
        for path in unsafe_paths {
            assert!(!is_safe(path), "{path}");
        }
    }
}
