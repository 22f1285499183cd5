//! Tabular Data Packages: a ZIP with `datapackage.json`, which says what the columns of its text files are.
//!
//! Versions 1 and 2 of the standard. A package of ours, whose tables are Parquet, is opened elsewhere.

mod archive;
mod column;
mod descriptor;
mod directory;
mod header;
mod number;
mod records;
mod resource;
mod said;
mod schema;

use table::{Table, Text};

use crate::distinct::distinct;
use crate::{Format, FormatError, Limits, Place, Progress, Reason, Source, Warning, What, nesting};
use archive::Archive;
use descriptor::{Package, Resource};
use directory::Directory;

/// The member that describes the others.
const DESCRIPTOR: &str = "datapackage.json";

/// Whether a file is such a package, by the names of its members.
#[must_use]
pub fn is_one<S: Source + ?Sized>(source: &S) -> bool {
    let source: &dyn Source = &source;
    Directory::read(source).is_some_and(|directory| directory.is_tabular())
}

/// Reads the tables of a package.
///
/// # Errors
/// When a limit is exceeded, the container or its description is damaged, a table lies outside the package, or a value is not what
/// its column says.
pub fn read(
    bytes: &[u8],
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Vec<Table>, Vec<Warning>), FormatError> {
    limits.check(What::ContainerBytes, bytes.len() as u64)?;
    let mut archive = Archive::open(bytes, limits)?;
    let text = archive.member(DESCRIPTOR, What::DescriptorBytes)?;
    let package: Package = described(DESCRIPTOR, &text, limits)?;
    limits.check(What::Tables, package.resources.len() as u64)?;
    let total = package.resources.len() as u64;
    let names = package.resources.iter().map(|it| it.name.clone());
    let names = distinct(names.map(Option::unwrap_or_default).collect());
    let (mut tables, mut warnings) = (Vec::new(), Vec::new());
    for (done, (resource, name)) in (1..).zip(package.resources.iter().zip(names)) {
        if resource.is_inside() {
            let of = resource::Of {
                name: &name,
                resource,
                limits,
            };
            let (table, own) = of.read(&mut archive)?;
            let title = [&resource.title, &package.title, &resource.name];
            let title = title.into_iter().find_map(Option::as_deref);
            let notes = said::notes(&package, resource, &table);
            let table = table.with_title(Text::same(title.unwrap_or_default()));
            tables.push(table.with_notes(notes));
            warnings.extend(own);
        } else {
            warnings.push(Warning::ResourceSkipped { name });
        }
        progress(Progress { done, total });
    }
    if tables.is_empty() {
        let part = Reason::PartMissing("resources".to_owned());
        return Err(malformed(Place::sheet(DESCRIPTOR), part));
    }
    Ok((tables, warnings))
}

/// JSON of a member.
fn described<T: serde::de::DeserializeOwned>(
    member: &str,
    bytes: &[u8],
    limits: &Limits,
) -> Result<T, FormatError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let place = Place::sheet(member);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let byte = Some(error.valid_up_to() as u64);
        let place = Place {
            byte,
            ..Place::sheet(member)
        };
        malformed(place, Reason::Encoding)
    })?;
    limits.check(What::JsonDepth, nesting::depth(text))?;
    serde_json::from_str(text).map_err(|error| {
        let place = Place {
            row: Some(error.line() as u64),
            ..place
        };
        malformed(place, Reason::Other(error.to_string()))
    })
}

impl Resource {
    /// Whether its rows lie in the package, as text.
    fn is_inside(&self) -> bool {
        let is_outside = |path: &String| path.contains("://");
        let is_text = |path: &String| {
            let ending = path.rsplit('.').next().unwrap_or_default();
            directory::ENDINGS.contains(&ending.to_ascii_lowercase().as_str())
                || self
                    .format
                    .as_deref()
                    .is_some_and(|format| directory::ENDINGS.contains(&format))
        };
        let paths = self.path.each();
        !paths.is_empty() && paths.iter().all(|path| !is_outside(path) && is_text(path))
    }
}

fn malformed(place: Place, reason: Reason) -> FormatError {
    FormatError::malformed(Format::DataPackage, place, reason)
}

#[cfg(test)]
mod tests;
