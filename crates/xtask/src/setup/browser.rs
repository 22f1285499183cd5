//! The browser of the tests: the one `SNIT_CHROMIUM` names, one on `PATH`, or Debian's.

use std::env;
use std::path::PathBuf;

use anyhow::Context as _;

use crate::place;
use crate::progress::Task;

use super::{Found, Part, debian};

const ADVICE: &str = "Install Chromium or Chrome yourself and name it in SNIT_CHROMIUM; then run the same command again.";

/// A Chromium or Chrome of any recent version.
pub(super) struct Chromium;

impl Part for Chromium {
    fn title(&self) -> String {
        "Chromium".to_string()
    }

    fn find(&self) -> Option<Found> {
        let named = env::var_os("SNIT_CHROMIUM")
            .map(PathBuf::from)
            .filter(|file| file.is_file());
        let names = [
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
        ];
        let browser = named.or_else(|| names.into_iter().find_map(place::on_path))?;
        Some(Found {
            chromium: Some(browser),
            ..Found::at("ready")
        })
    }

    fn make(&self, step: &str) -> anyhow::Result<Found> {
        println!("{step}: installing Debian's, about a minute");
        let packages = ["chromium", "chromium-driver"];
        let log = place::log("chromium");
        let task = Task {
            title: step,
            advice: ADVICE,
            log,
            limit: None,
        };
        task.run(&mut debian::apt(&packages).context(ADVICE)?)?;
        self.find()
            .with_context(|| format!("{step}: was installed but is not on PATH. {ADVICE}"))
    }
}
