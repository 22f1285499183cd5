//! Writes a package that `read` opens.

use crate::container::{self, DESCRIPTOR, table_path};
use crate::descriptor::{listing, rules};
use crate::{Package, PackageError, TableEntry};

/// Writes a package; the same package always gives the same bytes. The descriptor's list of tables is
/// made from the tables themselves.
///
/// # Errors
/// When something breaks the rules the package would be read by.
pub fn write(package: &Package) -> Result<Vec<u8>, PackageError> {
    let mut descriptor = package.descriptor.clone();
    descriptor.tables = package.tables.iter().map(TableEntry::of).collect();
    rules(&descriptor)?;
    let mut members = tables(package)?;
    members.extend(texts(package));
    let listed = listing(&descriptor, &members)?;
    members.insert(0, (DESCRIPTOR.to_owned(), listed));
    container::write(&members)
}

type Members = Vec<(String, Vec<u8>)>;

fn tables(package: &Package) -> Result<Members, PackageError> {
    let mut members = Vec::new();
    for (number, table) in (1..).zip(&package.tables) {
        let member = table_path(table.name(), number);
        let written = formats::parquet::write(table);
        match written {
            Ok(bytes) => members.push((member, bytes)),
            Err(error) => {
                return Err(PackageError::Table {
                    member,
                    error: Box::new(error),
                });
            }
        }
    }
    Ok(members)
}

fn texts(package: &Package) -> Members {
    let text = |name: &str, text: &String| (name.to_owned(), text.clone().into_bytes());
    let named = |folder: &str, (name, json): &(String, String)| {
        (format!("{folder}/{name}.json"), json.clone().into_bytes())
    };
    let mut members = vec![text("declaration.da.md", &package.declaration.da)];
    members.extend(
        package
            .declaration
            .en
            .iter()
            .map(|en| text("declaration.en.md", en)),
    );
    members.extend(package.views.iter().map(|view| named("views", view)));
    members.extend(package.geo.iter().map(|geo| named("geo", geo)));
    members.extend(package.catalogue.iter().map(|it| text("dcat.jsonld", it)));
    members
}
