//! The demonstration files: made up, seeded, and the same bytes on every machine.

mod across;
mod activity;
mod axes;
mod columns;
mod cube;
mod describe;
mod hide;
mod hospitals;
mod keyfigures;
mod people;
mod random;
mod rates;
mod ready;
mod sandbox;
mod workbook;

use package::Package;

/// What is drawn, and how much.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draw {
    /// The seed of all random numbers.
    pub(crate) seed: u64,
    /// Rows of the sandbox.
    pub(crate) row_count: usize,
}

/// One of the files.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Demo {
    /// The file's name.
    pub(crate) file_name: &'static str,
    make: fn(Draw) -> anyhow::Result<Vec<u8>>,
}

impl Demo {
    /// The bytes of the file.
    pub(crate) fn bytes(&self, draw: Draw) -> anyhow::Result<Vec<u8>> {
        (self.make)(draw)
    }
}

/// Every file, the most important first.
pub(crate) const DEMOS: [Demo; 5] = [
    Demo {
        file_name: "sundhedsraad-noegletal.snit",
        make: |draw| written(&keyfigures::package(draw.seed)?),
    },
    Demo {
        file_name: "patienter-paa-tvaers.snit",
        make: |draw| written(&across::package(draw.seed)?),
    },
    Demo {
        file_name: "hospitalsaktivitet.snit",
        make: |draw| written(&activity::package(draw.seed)?),
    },
    Demo {
        file_name: "sandkasse.snit",
        make: |draw| written(&sandbox::package(draw.seed, draw.row_count)?),
    },
    Demo {
        file_name: "sundhedsraad-noegletal.xlsx",
        make: |draw| workbook::bytes(&keyfigures::tables(draw.seed)?),
    },
];

fn written(package: &Package) -> anyhow::Result<Vec<u8>> {
    package::write(package).map_err(|error| anyhow::anyhow!("{}: {error}", package.descriptor.name))
}

#[cfg(test)]
mod tests;
