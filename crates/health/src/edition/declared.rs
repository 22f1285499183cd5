//! What a declaration says field by field, in the words and names of its publisher.

use table::{Aggregation, Collapse, Measure, Text};

use crate::indicator::{
    Caveat, Class, Direction, Indicator, Population, Source, Standard, Standardisation,
};
use crate::interval::Method;
use crate::question::Keep;

/// The fields of an indicator, by the names of the package's schema.
pub(super) fn of_indicator(it: &Indicator) -> Vec<(&'static str, Text)> {
    vec![
        ("label", it.label.clone()),
        ("topic", plain(&it.topic)),
        ("unit", it.unit.clone()),
        ("decimals", plain(&it.decimals.to_string())),
        ("numerator", plain(&source(&it.numerator))),
        ("denominator", maybe(it.denominator.as_ref().map(source))),
        ("where", plain(&keep(&it.keep))),
        ("class", maybe(it.class.map(class))),
        ("factor", maybe(it.factor)),
        (
            "standardisation",
            maybe(it.standardisation.as_ref().map(standardisation)),
        ),
        ("interval", maybe(it.interval.map(method))),
        ("direction", plain(direction(it.direction))),
        ("definition", it.definition.clone()),
        ("source", it.source.clone()),
        ("publisher", it.publisher.clone()),
        (
            "breaks",
            joined(it.breaks.iter().map(|it| under(&it.period, &it.why))),
        ),
        ("preliminary", plain(&it.preliminary.join(", "))),
        ("caveats", joined(it.caveats.iter().map(caveat))),
    ]
}

/// The fields of a measure.
pub(super) fn of_measure(it: &Measure) -> Vec<(&'static str, Text)> {
    vec![
        ("label", it.label.clone()),
        ("unit", it.unit.clone()),
        ("decimals", plain(&it.decimals.to_string())),
        ("aggregation", plain(&aggregation(&it.aggregation))),
        ("preliminary", plain(&it.preliminary.join(", "))),
    ]
}

fn plain(words: &str) -> Text {
    Text::same(words)
}

fn maybe(value: Option<impl ToString>) -> Text {
    value.map_or_else(Text::default, |value| plain(&value.to_string()))
}

fn joined(texts: impl Iterator<Item = Text>) -> Text {
    let (da, en): (Vec<String>, Vec<String>) = texts.map(|text| (text.da, text.en)).unzip();
    Text {
        da: da.join("\n"),
        en: en.join("\n"),
    }
}

fn under(what: &str, text: &Text) -> Text {
    let with = |words: &str| match what {
        "" => words.to_owned(),
        what => format!("{what}: {words}"),
    };
    Text {
        da: with(&text.da),
        en: with(&text.en),
    }
}

fn source(source: &Source) -> String {
    format!("{}.{}", source.table, source.measure)
}

fn keep(keep: &Keep) -> String {
    let kept = keep
        .iter()
        .map(|(level, codes)| format!("{level}: {}", codes.join(", ")));
    kept.collect::<Vec<_>>().join("; ")
}

fn caveat(caveat: &Caveat) -> Text {
    under(&keep(&caveat.keep), &caveat.text)
}

fn standardisation(it: &Standardisation) -> String {
    let method = match it.method {
        Standard::Direct => "direct",
        Standard::Indirect => "indirect",
    };
    let weights = it.weights.as_ref().map(population);
    let printed = it.printed.as_ref().map(source);
    let parts = [
        Some(method.to_owned()),
        Some(it.over.join(", ")),
        weights,
        printed,
    ];
    parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("; ")
}

fn population(it: &Population) -> String {
    let kept = keep(&it.keep);
    let source = format!("{}.{}", it.table, it.measure);
    if kept.is_empty() {
        source
    } else {
        format!("{source} ({kept})")
    }
}

const fn class(class: Class) -> &'static str {
    match class {
        Class::Additive => "additive",
        Class::SemiAdditive => "semi_additive",
        Class::Distinct => "distinct",
        Class::Ratio => "ratio",
        Class::Mean => "mean",
        Class::Printed => "printed",
    }
}

const fn method(method: Method) -> &'static str {
    match method {
        Method::Byar => "byar",
        Method::Wilson => "wilson",
        Method::None => "none",
        Method::Exact => "exact",
        Method::ExactPoisson => "exact_poisson",
        Method::Dobson => "dobson",
    }
}

const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Low => "low",
        Direction::High => "high",
        Direction::None => "none",
    }
}

fn aggregation(aggregation: &Aggregation) -> String {
    let (class, of) = match aggregation {
        Aggregation::Additive => ("additive", String::new()),
        Aggregation::SemiAdditive { not_over, then } => {
            let then = match then {
                Collapse::Last => "last",
                Collapse::Mean => "mean",
                Collapse::Refuse => "refuse",
            };
            ("semi_additive", format!("{} ({then})", not_over.join(", ")))
        }
        Aggregation::Distinct { over } => ("distinct", over.join(", ")),
        Aggregation::Ratio {
            numerator,
            denominator,
        } => ("ratio", format!("{numerator} / {denominator}")),
        Aggregation::Mean { weight } => ("mean", weight.clone()),
        Aggregation::Printed => ("printed", String::new()),
    };
    if of.is_empty() {
        class.to_owned()
    } else {
        format!("{class}: {of}")
    }
}
