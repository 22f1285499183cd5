//! The names members may have.

/// What a member is, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind<'a> {
    /// The descriptor.
    Descriptor,
    /// A table, with the name of its file.
    Table(&'a str),
    /// The declaration in Danish.
    DeclarationDanish,
    /// The declaration in English.
    DeclarationEnglish,
    /// A ready view.
    View(&'a str),
    /// Boundaries on a map.
    Geo(&'a str),
    /// The entry for a catalogue.
    Catalogue,
    /// A signature or the list of trusted keys.
    Trust,
}

/// Longest name of a file without folder and ending.
const MOST_LETTERS: usize = 100;

/// What a member of this name is; none for a name that members may not have.
#[must_use]
pub fn kind(name: &str) -> Option<Kind<'_>> {
    match name {
        super::DESCRIPTOR => Some(Kind::Descriptor),
        "declaration.da.md" => Some(Kind::DeclarationDanish),
        "declaration.en.md" => Some(Kind::DeclarationEnglish),
        "dcat.jsonld" => Some(Kind::Catalogue),
        "trust.json" => Some(Kind::Trust),
        _ => in_folder(name).or_else(|| signature(name)),
    }
}

fn in_folder(name: &str) -> Option<Kind<'_>> {
    let (folder, file) = name.split_once('/')?;
    let stem = |ending| file.strip_suffix(ending).filter(|stem| is_plain(stem));
    match folder {
        "tables" => stem(".parquet").map(Kind::Table),
        "views" => stem(".json").map(Kind::View),
        "geo" => stem(".json").map(Kind::Geo),
        _ => None,
    }
}

/// The name of what is signed, the key's identifier, and the ending.
fn signature(name: &str) -> Option<Kind<'_>> {
    let stem = name.strip_suffix(".minisig")?;
    let key = stem
        .strip_prefix("datapackage.json.")
        .or_else(|| stem.strip_prefix("trust.json."))?;
    let is_key = !key.is_empty() && key.len() <= 32 && key.bytes().all(|b| b.is_ascii_hexdigit());
    is_key.then_some(Kind::Trust)
}

/// Letters, digits, `-`, `_` and `.`, not beginning with a dot.
pub(crate) fn is_plain(stem: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !stem.is_empty()
        && stem.len() <= MOST_LETTERS
        && !stem.starts_with('.')
        && stem.bytes().all(is_plain)
}

/// The member a table lies in: by its name where that is plain, else by its number from 1.
#[must_use]
pub fn table_path(name: &str, number: usize) -> String {
    if is_plain(name) {
        format!("tables/{name}.parquet")
    } else {
        format!("tables/{number}.parquet")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_names_are_members() {
        let known = [
            ("datapackage.json", Kind::Descriptor),
            ("tables/kontakter-2.parquet", Kind::Table("kontakter-2")),
            ("declaration.da.md", Kind::DeclarationDanish),
            ("declaration.en.md", Kind::DeclarationEnglish),
            ("views/overblik.json", Kind::View("overblik")),
            ("geo/kommuner.json", Kind::Geo("kommuner")),
            ("dcat.jsonld", Kind::Catalogue),
            ("trust.json", Kind::Trust),
            ("trust.json.0A1b.minisig", Kind::Trust),
            ("datapackage.json.FF.minisig", Kind::Trust),
        ];
        for (name, expected) in known {
            assert_eq!(kind(name), Some(expected), "{name}");
        }
        let unknown = [
            "",
            "readme.txt",
            "tables/",
            "tables/.parquet",
            "tables/../x.parquet",
            "tables/a/b.parquet",
            "tables/a.PARQUET",
            "tables\\a.parquet",
            "tables/æ.parquet",
            "/tables/a.parquet",
            "datapackage.json.minisig",
            "datapackage.json.xyz.minisig",
        ];
        for name in unknown {
            assert_eq!(kind(name), None, "{name}");
        }
    }
}
