//! `snit demo`: writes the demonstration files.

use std::path::Path;

use danish::Language;
use danish::terminal::{no_such_demo, not_written, written};

use crate::arguments;
use crate::demo::{DEMOS, Demo, Draw};
use crate::failure::Failure;
use crate::output;
use crate::progress::Line;

/// Writes all of them, or the one named.
pub(crate) fn demos(asked: &arguments::Demo, language: Language) -> Result<(), Failure> {
    let chosen = chosen(asked.only.as_deref(), language)?;
    let draw = Draw {
        seed: asked.seed,
        row_count: asked.row_count,
    };
    let fail = |path: &Path| Failure::Told(not_written(&path.to_string_lossy(), language));
    std::fs::create_dir_all(&asked.out).map_err(|_| fail(&asked.out))?;
    let mut line = Line::new(language);
    for (done, demo) in (0..).zip(&chosen) {
        line.show(demo.file_name, done, chosen.len() as u64);
        let bytes = demo.bytes(draw)?;
        let path = asked.out.join(demo.file_name);
        std::fs::write(&path, &bytes).map_err(|_| fail(&path))?;
        output::print(&format!(
            "{}\n",
            written(&path.to_string_lossy(), bytes.len() as u64, language)
        ))?;
    }
    Ok(())
}

/// The file named with or without its ending; without, a package rather than a workbook.
fn chosen(only: Option<&str>, language: Language) -> Result<Vec<Demo>, Failure> {
    let Some(name) = only else {
        return Ok(DEMOS.to_vec());
    };
    let stem = |demo: &&Demo| demo.file_name.split('.').next() == Some(name);
    let found = DEMOS
        .iter()
        .find(|demo| demo.file_name == name)
        .or_else(|| DEMOS.iter().find(stem));
    let known = || no_such_demo(name, &DEMOS.map(|demo| demo.file_name), language);
    found
        .map(|demo| vec![*demo])
        .ok_or_else(|| Failure::Told(known()))
}
