//! One style sheet from many: tokens and base first, then each component's own file from beside its code.

use anyhow::ensure;

use crate::files;
use crate::place;

/// Writes the style sheet into the site and gives its name.
pub(super) fn publish(site: &std::path::Path) -> anyhow::Result<String> {
    let app = place::root().join("app");
    let mut sheet = String::new();
    for folder in ["style", "src"] {
        for path in files::under(&app.join(folder))? {
            if path.extension().is_some_and(|extension| extension == "css") {
                sheet.push_str(&files::text(&path)?);
                sheet.push('\n');
            }
        }
    }
    ensure!(
        !sheet.contains("@import"),
        "a style sheet uses @import; every file is already in the bundle"
    );
    let name = format!("snit-{}.css", files::short_hash(sheet.as_bytes()));
    files::write(&site.join(&name), sheet)?;
    Ok(name)
}
