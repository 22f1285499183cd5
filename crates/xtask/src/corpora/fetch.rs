//! Packages by version and digest, through the package managers of this machine; what was fetched once stays in the cache.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, bail, ensure};

use crate::child::{answer, plain};
use crate::files;
use crate::place;
use crate::progress::Task;
use crate::setup::npm;

use super::list::{Package, Source};

/// A registry that has not given a package by then is left alone.
const PATIENCE: Duration = Duration::from_secs(60);
/// Seconds a manager waits for an answer of its registry.
const SECONDS: &str = "15";

/// The folder a package is unpacked in, fetched if need be.
pub(super) fn folder(package: &Package) -> anyhow::Result<PathBuf> {
    if package.source == Source::Cargo {
        return of_cargo(package);
    }
    let name = format!("{}-{}", package.name, package.version);
    let folder = place::cache().join("corpora").join(name);
    if folder.join(DONE).exists() {
        return Ok(folder);
    }
    let fetched = folder.join("fetched");
    files::create_folder(&fetched)?;
    let mut command = match package.source {
        Source::Npm => from_npm(package, &fetched),
        _ => from_pip(package, &fetched)?,
    };
    run(package, "fetch", &mut command)?;
    let archive = files::under(&fetched)?.pop();
    let archive = archive.with_context(|| format!("{}: nothing came", package.title()))?;
    let digest = files::sha256(&files::bytes(&archive)?);
    ensure!(
        digest == package.digest,
        "{}: its digest is {digest}, which is not the one that is known",
        package.title()
    );
    let mut tar = plain("tar");
    tar.arg("-xzf").arg(&archive).arg("-C").arg(&folder);
    run(package, "unpack", &mut tar)?;
    files::write(&folder.join(DONE), &package.digest)?;
    Ok(folder)
}

/// Stands in a folder that is whole.
const DONE: &str = ".unpacked";

fn from_npm(package: &Package, into: &Path) -> Command {
    let mut command = npm("pack");
    command.arg(format!("{}@{}", package.name, package.version));
    command.args(["--silent", "--fetch-retries=0", "--fetch-timeout=15000"]);
    command.arg("--pack-destination").arg(into);
    command
}

/// pip looks into what it fetches by running it, so it is given the digest and checks it before.
fn from_pip(package: &Package, into: &Path) -> anyhow::Result<Command> {
    let (name, version, digest) = (&package.name, &package.version, &package.digest);
    let wanted = into.with_extension("txt");
    files::write(
        &wanted,
        format!("{name}=={version} --hash=sha256:{digest}\n"),
    )?;
    let mut command = plain("python3");
    command.args(["-m", "pip", "download", "--no-deps", "--no-binary", ":all:"]);
    command.args(["--retries", "0", "--timeout", SECONDS, "--require-hashes"]);
    command.arg("-r").arg(&wanted).arg("-d").arg(into);
    Ok(command)
}

/// Where cargo keeps a crate of the workspace's lock file.
fn of_cargo(package: &Package) -> anyhow::Result<PathBuf> {
    let words = ["metadata", "--format-version", "1", "--locked"];
    let said = answer("cargo", &words).context("cargo does not say what it builds on")?;
    let said: serde_json::Value = serde_json::from_str(&said)?;
    let packages = said.get("packages").and_then(serde_json::Value::as_array);
    let of = |each: &serde_json::Value, key: &str| Some(each.get(key)?.as_str()?.to_owned());
    let is_it = |each: &&serde_json::Value| {
        of(each, "name").as_ref() == Some(&package.name)
            && of(each, "version").as_ref() == Some(&package.version)
    };
    let found = packages.and_then(|packages| packages.iter().find(is_it));
    let manifest = found.and_then(|found| of(found, "manifest_path"));
    let manifest = manifest.and_then(|path| Some(Path::new(&path).parent()?.to_owned()));
    match manifest {
        Some(folder) => Ok(folder),
        None => bail!("{} is not what Cargo.lock has", package.title()),
    }
}

fn run(package: &Package, step: &str, command: &mut Command) -> anyhow::Result<()> {
    let title = format!("{}: {step}", package.title());
    let task = Task {
        title: &title,
        advice: "Is the registry reached?",
        log: place::log("corpora"),
        limit: Some(PATIENCE),
    };
    task.run(command).map(drop)
}
