//! What trunk calls when the page is built and before it is published: everything trunk does not do.

use std::env;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::Context as _;

use crate::child::Tools;
use crate::{demo, files, setup};

use super::manifest::Manifest;
use super::module::{self, Linked, Module};
use super::split::Split;
use super::{api, page, style};

/// How the modules are built.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Profile {
    Release,
    Development,
}

impl Profile {
    /// The profile of the root manifest.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Development => "wasm-dev",
        }
    }
}

/// Finishes the site in the folder trunk names.
pub(crate) fn run() -> anyhow::Result<()> {
    let site = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let site =
        site.context("`cargo xtask hook` is called by trunk; a person wants `cargo xtask dist`")?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    finish(
        &site,
        if is_release {
            Profile::Release
        } else {
            Profile::Development
        },
    )
}

fn finish(site: &Path, profile: Profile) -> anyhow::Result<()> {
    let tools = setup::for_build()?;
    let (mut worker, [mut step, mut study, mut importer]) = module::build_others(&tools, profile)?;
    // What trunk made of the page is not yet in pieces.
    Module::take(site, "app")?;
    let mut app = Split::of(&tools, Linked::by_cargo("app", profile))?;
    if profile == Profile::Release {
        let jobs = [
            (&mut worker.main, "-O3"),
            (&mut step, "-Os"),
            (&mut study, "-Os"),
            (&mut importer, "-O3"),
            (&mut app.main, "-Os"),
        ];
        let pieces = app.pieces.iter_mut().map(|piece| (piece, "-Os"));
        let others = worker.pieces.iter_mut().map(|piece| (piece, "-O3"));
        optimise_together(&tools, jobs.into_iter().chain(pieces).chain(others))?;
    }
    let (app, app_pieces) = app.publish(site)?;
    let (worker, worker_pieces) = worker.publish(site)?;
    let (step, study) = (step.publish(site)?, study.publish(site)?);
    let importer = importer.publish(site)?;
    let style = style::publish(site, "snit", &["app/style", "app/src"])?;
    let step_style = style::publish(site, "step", &["crates/step/src"])?;
    let study_style = style::publish(site, "study", &["crates/study/src"])?;
    api::publish(site, &worker.script, &importer.script)?;

    let names = page::Names {
        app: &app,
        worker: &worker.script,
        importer: &importer.script,
        step: &step.script,
        study: &study.script,
        style: &style,
        step_style: &step_style,
        study_style: &study_style,
    };
    let index = site.join("index.html");
    files::write(&index, page::finish(&files::text(&index)?, &names)?)?;
    demo::copy_into(site)?;
    let first = [
        "index.html".into(),
        "favicon.svg".into(),
        style,
        app.script,
        app.wasm,
        app_pieces,
        worker_pieces,
        worker.script,
        worker.wasm,
    ];
    Manifest::of(site, &first)?.write(site)
}

/// wasm-opt works on one processor and is the slowest step of the hook.
fn optimise_together<'a>(
    tools: &Tools,
    jobs: impl Iterator<Item = (&'a mut Module, &'static str)>,
) -> anyhow::Result<()> {
    thread::scope(|scope| {
        let run = |(module, level)| scope.spawn(move || Module::optimise(module, tools, level));
        let join =
            |job: thread::ScopedJoinHandle<'_, _>| job.join().ok().context("a thread stopped")?;
        let running: Vec<_> = jobs.map(run).collect();
        running.into_iter().try_for_each(join)
    })
}
