//! What a package declares over its tables: read, held against them, and refused with line and column where it cannot be right.

use danish::Language;
use danish::refusal::Value as Word;
use health::check::{self, Declaration, Fault, Wrong};
use health::{Declared, Indicator, Peers, Topic};
use package::{DescriptorText, Limits, Spot};
use protocol::message::Refusal;
use serde::de::DeserializeOwned;
use serde_json::Value;
use table::Table;

use crate::refuse;

/// A package that is being opened: its name, its bytes, and the language to speak.
#[derive(Clone, Copy)]
pub(crate) struct Opening<'a> {
    pub(crate) name: &'a str,
    pub(crate) bytes: &'a [u8],
    pub(crate) language: Language,
}

/// What the descriptor declares, which is right for these tables.
pub(crate) fn declared(
    opening: Opening<'_>,
    said: Said,
    tables: &[Table],
) -> Result<Declared, Refusal> {
    let declared = Declared {
        indicators: parsed::<Indicator>(
            opening,
            said.indicators,
            ("snit:indicators", refuse::indicator),
        )?,
        topics: parsed::<Topic>(opening, said.topics, ("snit:topics", refuse::topic))?,
        peers: parsed::<Peers>(opening, said.peers, ("snit:peers", refuse::peers))?,
    };
    let checked = check::check(tables, &declared);
    checked.map_err(|fault| opening.wrong(&fault))?;
    Ok(declared)
}

/// The declarations as they stand in the descriptor.
pub(crate) struct Said {
    /// Indicators.
    pub(crate) indicators: Vec<Value>,
    /// Topics.
    pub(crate) topics: Vec<Value>,
    /// Divisions into peers.
    pub(crate) peers: Vec<Value>,
}

/// Why a declaration cannot be read, by its number from 1 and the reader's reason.
pub(crate) type Refuse = fn(usize, &str, Language) -> Refusal;

pub(crate) fn parsed<T: DeserializeOwned>(
    opening: Opening<'_>,
    declarations: Vec<Value>,
    (key, refuse): (&str, Refuse),
) -> Result<Vec<T>, Refusal> {
    let parse = |(index, json): (usize, Value)| {
        serde_json::from_value(json).map_err(|error| {
            let refusal = refuse(index + 1, &error.to_string(), opening.language);
            let read = opening.text().map(|text| {
                let spot = text.find(&[key, &index.to_string()]);
                (text, spot, serde_json::from_str::<T>(spot.text).err())
            });
            let place = read.map(|(text, spot, error)| {
                text.place(spot, error.map_or(0, |error| byte_of(&error, spot)))
            });
            opening.placed(refusal, place)
        })
    };
    declarations.into_iter().enumerate().map(parse).collect()
}

/// The byte of a value that its reader stopped at.
fn byte_of(error: &serde_json::Error, spot: Spot<'_>) -> usize {
    let above = spot
        .text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1));
    above.map(str::len).sum::<usize>() + error.column().saturating_sub(1)
}

impl Opening<'_> {
    pub(crate) fn text(&self) -> Option<DescriptorText<'_>> {
        DescriptorText::of(self.bytes, &Limits::default())
    }

    fn wrong(&self, fault: &Fault) -> Refusal {
        let path = fault.path.iter().map(String::as_str);
        let place = self.text().map(|text| {
            let spot = match fault.of {
                Declaration::Indicator(index) => listed(text, ("snit:indicators", index), path),
                Declaration::Peers(index) => listed(text, ("snit:peers", index), path),
                Declaration::Measure { table, measure } => {
                    let measure = measure.to_string();
                    let path: Vec<&str> = ["measures", &measure].into_iter().chain(path).collect();
                    text.find_in_table(table, &path)
                }
            };
            text.place(spot, 0)
        });
        let said = said(fault, self.language);
        let named: Vec<(&str, Word<'_>)> = said
            .values
            .iter()
            .map(|(name, value)| (*name, Word::Text(value)))
            .collect();
        let refusal = refuse::declaration(self.name, (said.key, &named), self.language);
        self.placed(refusal, place)
    }

    pub(crate) fn placed(&self, refusal: Refusal, place: Option<(u64, u64)>) -> Refusal {
        let place = place.map_or_else(String::new, |place| refuse::place(place, self.language));
        Refusal { place, ..refusal }
    }
}

/// Where a value of a declaration stands, which is one of a list.
pub(crate) fn listed<'a, 'p>(
    text: DescriptorText<'a>,
    (list, index): (&str, usize),
    path: impl Iterator<Item = &'p str>,
) -> Spot<'a> {
    let index = index.to_string();
    let mut steps = vec![list, &index];
    for step in path {
        steps.push(step);
    }
    text.find(&steps)
}

/// A case with the values that its words name.
struct Worded {
    key: &'static str,
    values: Vec<(&'static str, String)>,
}

fn said(fault: &Fault, language: Language) -> Worded {
    let list = |names: &[String]| names.join(", ");
    let number = |number: f64| danish::number(number, 0, language);
    let (key, values) = match &fault.wrong {
        Wrong::Name(id) if matches!(fault.of, Declaration::Peers(_)) => {
            ("E20.peers_name", vec![("found", id.clone())])
        }
        Wrong::Twice(code) => ("E20.peers_twice", vec![("code", code.clone())]),
        Wrong::Name(id) => ("E20.indicator_name", vec![("found", id.clone())]),
        Wrong::Topic { name, known } => ("E20.indicator_topic", pair(name, list(known))),
        Wrong::Table { name, known } => ("E20.indicator_table", pair(name, list(known))),
        Wrong::Measure { name, known } => ("E20.indicator_measure", pair(name, list(known))),
        Wrong::Level { name, known } => ("E20.indicator_level", pair(name, list(known))),
        Wrong::Member { level, code } => (
            "E20.indicator_member",
            vec![("level", level.clone()), ("code", code.clone())],
        ),
        Wrong::Factor => ("E20.indicator_factor", vec![]),
        Wrong::Date => ("E20.indicator_date", vec![]),
        Wrong::Class { declared, found } => (
            "E20.indicator_class",
            pair(refuse::class(*declared), refuse::class(*found).to_owned()),
        ),
        Wrong::OtherLevel { level, known } => (
            "E20.indicator_denominator",
            vec![("level", level.clone()), ("expected", list(known))],
        ),
        Wrong::NoNumerator => ("E20.indicator_no_numerator", vec![]),
        Wrong::NoDenominator => ("E20.indicator_no_denominator", vec![]),
        Wrong::Stratum(level) => ("E20.indicator_stratum", vec![("level", level.clone())]),
        Wrong::Unfit => {
            let key = fault.path.last().cloned().unwrap_or_default();
            ("E20.indicator_unfit", vec![("found", key)])
        }
        Wrong::Total { printed, parts } => {
            ("E20.measure_total", pair(&number(*printed), number(*parts)))
        }
    };
    let name = ("name", fault.name.clone());
    Worded {
        key,
        values: [vec![name], values].concat(),
    }
}

fn pair(found: &str, expected: String) -> Vec<(&'static str, String)> {
    vec![("found", found.to_owned()), ("expected", expected)]
}
