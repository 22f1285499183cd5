//! The demonstration files: made up, seeded, and the same bytes on every machine.

mod across;
mod activity;
mod axes;
mod columns;
mod counts;
mod cube;
mod describe;
mod hide;
mod hospitals;
mod keyfigures;
mod kpos;
mod pathways;
mod peers;
mod people;
mod periods;
mod practice;
mod prescribing;
mod random;
mod rates;
mod ready;
mod sandbox;
mod scope;
mod shared;
mod specialist;
mod tiers;
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
    made: Made,
}

/// What a file is made from.
#[derive(Clone, Copy, Debug)]
enum Made {
    Package(fn(Draw) -> anyhow::Result<Package>),
    Workbook(fn(Draw) -> anyhow::Result<Vec<u8>>),
}

impl Demo {
    /// The bytes of the file.
    pub(crate) fn bytes(&self, draw: Draw) -> anyhow::Result<Vec<u8>> {
        match self.made {
            Made::Package(make) => written(&make(draw)?),
            Made::Workbook(make) => make(draw),
        }
    }
}

const fn package(file_name: &'static str, make: fn(Draw) -> anyhow::Result<Package>) -> Demo {
    let made = Made::Package(make);
    Demo { file_name, made }
}

const fn workbook(file_name: &'static str, make: fn(Draw) -> anyhow::Result<Vec<u8>>) -> Demo {
    let made = Made::Workbook(make);
    Demo { file_name, made }
}

/// Every file, the most important first.
pub(crate) const DEMOS: [Demo; 12] = [
    package("sundhedsraad-noegletal.snit", |draw| {
        keyfigures::package(draw.seed)
    }),
    package("patienter-paa-tvaers.snit", |draw| {
        across::package(draw.seed)
    }),
    package("hospitalsaktivitet.snit", |draw| {
        activity::package(draw.seed)
    }),
    package("kpos-fsiii.snit", |draw| {
        kpos::package(draw.seed, kpos::Edition::First)
    }),
    package("kpos-fsiii-2.snit", |draw| {
        kpos::package(draw.seed, kpos::Edition::Revised)
    }),
    package("almen-praksis.snit", |draw| practice::package(draw.seed)),
    package("speciallaegepraksis.snit", |draw| {
        specialist::package(draw.seed)
    }),
    package("ordiprax.snit", |draw| prescribing::package(draw.seed)),
    package("faelles-patienter.snit", |draw| shared::package(draw.seed)),
    package("forloeb.snit", |draw| pathways::package(draw.seed)),
    package("sandkasse.snit", |draw| {
        sandbox::package(draw.seed, draw.row_count)
    }),
    workbook("sundhedsraad-noegletal.xlsx", |draw| {
        workbook::bytes(&keyfigures::tables(draw.seed)?)
    }),
];

fn written(package: &Package) -> anyhow::Result<Vec<u8>> {
    package::write(package).map_err(|error| anyhow::anyhow!("{}: {error}", package.descriptor.name))
}

#[cfg(test)]
mod tests;
