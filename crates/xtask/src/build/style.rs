//! One style sheet from many: tokens and base first, then each component's own file from beside its code. Each module
//! that draws has its own, which is fetched with it.

use anyhow::{Context as _, ensure};

use crate::files;
use crate::place;

/// Writes the style sheet of these folders into the site and gives its name.
pub(super) fn publish(
    site: &std::path::Path,
    stem: &str,
    folders: &[&str],
) -> anyhow::Result<String> {
    let mut sheet = String::new();
    for folder in folders {
        for path in files::under(&place::root().join(folder))? {
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
    let sheet = lean(&sheet)?;
    let name = format!("{stem}-{}.css", files::short_hash(sheet.as_bytes()));
    files::write(&site.join(&name), sheet)?;
    Ok(name)
}

/// Without what only people read: comments, indentation and empty lines.
fn lean(sheet: &str) -> anyhow::Result<String> {
    let mut rest = sheet;
    let mut kept = String::with_capacity(sheet.len());
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        let (_, after) = comment
            .split_once("*/")
            .context("a comment in a style sheet does not end")?;
        rest = after;
    }
    kept.push_str(rest);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_stay_in_the_sources() {
        let sheet = "/* a */\n.a {\n  color: red; /* why\n  */\n}\n\n.b { gap: 1px }\n";
        let expected = ".a {\ncolor: red;\n}\n.b { gap: 1px }";
        assert_eq!(lean(sheet).unwrap(), expected);
        assert!(lean(".a {} /* b").is_err());
    }
}
