//! The list of packages and what is known of their files.

use anyhow::Context as _;

/// Who fetches a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// A crate that the workspace is built on; cargo has it already and has checked it.
    Cargo,
    Npm,
    Pip,
}

/// A package and its files.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Package {
    pub source: Source,
    pub name: String,
    pub version: String,
    /// SHA-256 of the archive; cargo checks its own.
    pub digest: String,
    pub files: Vec<Known>,
}

/// A file and what reading it gives.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// Inside the archive.
    pub path: String,
    pub class: String,
}

impl Package {
    pub(super) fn title(&self) -> String {
        format!("{} {}", self.name, self.version)
    }
}

/// Lines of `[source name version digest]`, each followed by lines of path, class and, after a third tab stop, a reason.
pub(super) fn parse(text: &str) -> anyhow::Result<Vec<Package>> {
    let mut packages: Vec<Package> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let wrong = || format!("line {number} of the list of corpora cannot be read: {line}");
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(head) = line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
            packages.push(package(head).with_context(wrong)?);
            continue;
        }
        let mut parts = line.split('\t').map(str::to_owned);
        let (path, class) = parts.next().zip(parts.next()).with_context(wrong)?;
        let package = packages.last_mut().with_context(wrong)?;
        package.files.push(Known { path, class });
    }
    Ok(packages)
}

fn package(head: &str) -> Option<Package> {
    let mut words = head.split(' ').map(str::to_owned);
    let source = match words.next()?.as_str() {
        "cargo" => Source::Cargo,
        "npm" => Source::Npm,
        "pip" => Source::Pip,
        _ => return None,
    };
    Some(Package {
        source,
        name: words.next()?,
        version: words.next()?,
        digest: words.next().unwrap_or_default(),
        files: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_followed_by_their_files() {
        let text = "# heading\n\n[npm one 1.2.3 abc]\na.csv\tCsv 2x3\nb.xlsx\trefused: x\twhy\n";
        let packages = parse(text).unwrap();
        assert_eq!(packages.len(), 1);
        assert_eq!(
            (packages[0].source, packages[0].title()),
            (Source::Npm, "one 1.2.3".to_owned())
        );
        let known = |path: &str, class: &str| Known {
            path: path.to_owned(),
            class: class.to_owned(),
        };
        let files = [known("a.csv", "Csv 2x3"), known("b.xlsx", "refused: x")];
        assert_eq!(packages[0].files, files);
        for wrong in ["a.csv\tCsv", "[ftp a 1]", "[npm one 1.2.3 abc]\nalone"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
