//! The JavaScript API for other pages: a module under a name that stays, told the names of this build's workers.

use std::path::Path;

use anyhow::ensure;

use crate::files;
use crate::place;

/// What `snit.js` calls the workers before they have their names.
const WORKER: &str = "'./worker.js'";
const IMPORTER: &str = "'./importer.js'";

/// What goes with the module as it is.
const BESIDE: [&str; 2] = ["request.js", "snit.d.ts"];

/// Writes the module and its types into the site.
pub(super) fn publish(site: &Path, worker: &str, importer: &str) -> anyhow::Result<()> {
    let sources = place::root().join("app").join("api");
    let script = files::text(&sources.join("snit.js"))?;
    files::write(&site.join("snit.js"), naming(&script, worker, importer)?)?;
    for name in BESIDE {
        files::write(&site.join(name), files::bytes(&sources.join(name))?)?;
    }
    Ok(())
}

fn naming(script: &str, worker: &str, importer: &str) -> anyhow::Result<String> {
    for name in [WORKER, IMPORTER] {
        ensure!(
            script.matches(name).count() == 1,
            "app/api/snit.js does not name {name} once; see `naming`"
        );
    }
    let named = script.replace(WORKER, &format!("'./{worker}'"));
    Ok(named.replace(IMPORTER, &format!("'./{importer}'")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_names_the_workers_of_its_build() {
        let script =
            "new URL('./worker.js', import.meta.url); new URL('./importer.js', import.meta.url)";
        let named = naming(script, "worker-1.js", "importer-2.js").unwrap();
        assert!(
            named.contains("'./worker-1.js'") && named.contains("'./importer-2.js'"),
            "{named}"
        );
        assert!(naming("new URL('./worker.js')", "worker-1.js", "importer-2.js").is_err());
    }
}
