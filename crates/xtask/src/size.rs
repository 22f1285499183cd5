//! What a browser downloads before the first view is whole, against the budget it may not exceed.

use std::thread;

use anyhow::{Context as _, ensure};

use crate::build::manifest::{Entry, Manifest, Role};
use crate::files;
use crate::place;

/// Bytes of everything in the first view, compressed as a good server sends it.
const BUDGET_BYTES: usize = 450_000;
const QUALITY: u32 = 11;
const WINDOW_BITS: u32 = 24;

/// Prints the table; fails above the budget.
pub(crate) fn run() -> anyhow::Result<()> {
    let first = first_view()?;
    let sizes = compressed_sizes(&first)?;
    println!("{:>9}  {:>9}  first view", "bytes", "brotli");
    for (entry, size) in first.iter().zip(&sizes) {
        println!("{:>9}  {size:>9}  {}", entry.bytes, entry.file);
    }
    let total: usize = sizes.iter().sum();
    println!("{:>9}  {total:>9}  of {BUDGET_BYTES}", "");
    verdict(total)
}

/// Bytes of the first view as `run` counts them.
pub(crate) fn first_view_bytes() -> anyhow::Result<usize> {
    Ok(compressed_sizes(&first_view()?)?.iter().sum())
}

fn first_view() -> anyhow::Result<Vec<Entry>> {
    let manifest = Manifest::read(&place::dist())?;
    let is_first = |entry: &Entry| entry.role == Role::First;
    Ok(manifest.files.into_iter().filter(is_first).collect())
}

fn verdict(total: usize) -> anyhow::Result<()> {
    ensure!(
        total <= BUDGET_BYTES,
        "The first view weighs {total} bytes and may weigh {BUDGET_BYTES}: load something later, or leave it out."
    );
    Ok(())
}

fn compressed_sizes(entries: &[Entry]) -> anyhow::Result<Vec<usize>> {
    thread::scope(|scope| {
        let running: Vec<_> = entries
            .iter()
            .map(|entry| scope.spawn(|| compressed_size(entry)))
            .collect();
        let join = |thread: thread::ScopedJoinHandle<'_, _>| {
            thread.join().ok().context("a thread stopped")?
        };
        running.into_iter().map(join).collect()
    })
}

fn compressed_size(entry: &Entry) -> anyhow::Result<usize> {
    let content = files::bytes(&place::dist().join(&entry.file))?;
    Ok(brotli_size(&content))
}

fn brotli_size(content: &[u8]) -> usize {
    let mut squeezed = Vec::new();
    {
        let mut writer =
            brotli::CompressorWriter::new(&mut squeezed, 1 << 16, QUALITY, WINDOW_BITS);
        // Writing to memory cannot fail.
        let _ = std::io::Write::write_all(&mut writer, content);
    }
    squeezed.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetition_weighs_little() {
        let size = brotli_size(&[7; 100_000]);
        assert!((5..100).contains(&size), "{size}");
    }

    #[test]
    fn one_byte_above_the_budget_is_refused() {
        assert!(verdict(BUDGET_BYTES).is_ok());
        assert!(verdict(BUDGET_BYTES + 1).is_err());
    }
}
