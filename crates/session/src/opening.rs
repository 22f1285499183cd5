//! From bytes to an open data set: packages, and tables handed over by the importer.

use danish::Language;
use health::{Dataset, Indicator, Text, Topic};
use package::Package;
use protocol::catalog::{Origin, Trust};
use protocol::message::{Notice, Progress, Refusal};

use crate::open::{Facts, Open, StoredView};
use crate::{refuse, words};

/// Opens a package.
pub(crate) fn package(
    name: &str,
    bytes: &[u8],
    told: (Language, &mut dyn FnMut(Progress)),
) -> Result<Open, Refusal> {
    let (language, progress) = told;
    let step = danish::answer::view::opening(language).to_owned();
    let mut tell = |at: package::Progress| {
        progress(Progress {
            step: step.clone(),
            done: at.done,
            total: at.total,
        });
    };
    let read = package::read(bytes, &package::Limits::default(), &mut tell);
    let package = read.map_err(|error| refuse::package(name, &error, language))?;
    let dataset = dataset(&package).map_err(|refusal| words::refusal(&refusal, language))?;
    let facts = facts(name, bytes.len() as u64, package);
    Ok(Open::new(dataset, facts, Vec::new()))
}

/// Takes over tables as the importer wrote them.
pub(crate) fn tables(
    name: &str,
    handed_over: &[u8],
    told: (u64, Vec<Notice>, Language),
) -> Result<Open, Refusal> {
    let (size_bytes, notices, language) = told;
    let tables = package::take_over(handed_over);
    let tables = tables.map_err(|error| refuse::package(name, &error, language))?;
    let bound = Dataset::bind(tables, Vec::new(), Vec::new());
    let dataset = bound.map_err(|refusal| words::refusal(&refusal, language))?;
    let facts = Facts {
        id: name.to_owned(),
        title: Text::same(name),
        file_name: name.to_owned(),
        size_bytes,
        trust: Trust::OwnData,
        ..Facts::default()
    };
    Ok(Open::new(dataset, facts, notices))
}

fn dataset(package: &Package) -> Result<Dataset, health::Refusal> {
    let bad = |(index, error): (usize, serde_json::Error)| health::Refusal::BadIndicator {
        index,
        reason: error.to_string(),
    };
    let declared = package.descriptor.indicators.iter().enumerate();
    let indicators = declared.map(|(index, value)| {
        serde_json::from_value::<Indicator>(value.clone()).map_err(|error| bad((index, error)))
    });
    let topics = package
        .descriptor
        .topics
        .iter()
        .enumerate()
        .map(|(index, value)| {
            serde_json::from_value::<Topic>(value.clone()).map_err(|error| bad((index, error)))
        });
    let (indicators, topics) = (
        indicators.collect::<Result<_, _>>()?,
        topics.collect::<Result<_, _>>()?,
    );
    Dataset::bind(package.tables.clone(), indicators, topics)
}

fn facts(name: &str, size_bytes: u64, package: Package) -> Facts {
    let descriptor = package.descriptor;
    let views = package.views.iter();
    let views = views.filter_map(|(_, json)| serde_json::from_str::<StoredView>(json).ok());
    let english = package
        .declaration
        .en
        .unwrap_or_else(|| package.declaration.da.clone());
    Facts {
        id: descriptor.name,
        title: descriptor.title,
        edition: descriptor.edition,
        extracted: descriptor.extracted,
        publisher: descriptor.publisher.name,
        file_name: name.to_owned(),
        size_bytes,
        origin: if descriptor.synthetic {
            Origin::Synthetic
        } else {
            Origin::Real
        },
        trust: Trust::Unsigned,
        threshold: descriptor.disclosure.threshold,
        declaration: Text {
            da: package.declaration.da,
            en: english,
        },
        views: views.collect(),
    }
}
