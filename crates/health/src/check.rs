//! What a package declares, held against its tables before anything is shown.

mod class;
mod levels;
mod peers;

use table::Table;

use crate::dataset::with_levels;
use crate::declared::Declared;
use crate::indicator::{Class, Indicator, Source};

/// Where in the descriptor something is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declaration {
    /// The indicator of this index.
    Indicator(usize),
    /// The division into peers of this index.
    Peers(usize),
    /// The measure of this index, of the table of this index.
    Measure {
        /// The table.
        table: usize,
        /// The measure.
        measure: usize,
    },
}

/// A declaration that cannot be right.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Whose.
    pub of: Declaration,
    /// Its name.
    pub name: String,
    /// Keys and positions from there to the value at fault.
    pub path: Vec<String>,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is wrong with a declaration.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// Two indicators have this name, or one has none.
    Name(String),
    /// A place is in two classes of peers.
    Twice(String),
    /// There is no such topic.
    Topic {
        /// The name.
        name: String,
        /// Topics there are.
        known: Vec<String>,
    },
    /// There is no such table.
    Table {
        /// The name.
        name: String,
        /// Tables there are.
        known: Vec<String>,
    },
    /// The table has no such measure.
    Measure {
        /// The name.
        name: String,
        /// Measures there are.
        known: Vec<String>,
    },
    /// The tables have no such level.
    Level {
        /// The name.
        name: String,
        /// Levels there are.
        known: Vec<String>,
    },
    /// The level has no such member.
    Member {
        /// The level.
        level: String,
        /// The code.
        code: String,
    },
    /// It is not a number above zero.
    Factor,
    /// It is none of `yyyy-mm-dd`.
    Date,
    /// The measures are of another class.
    Class {
        /// As declared.
        declared: Class,
        /// As the measures are.
        found: Class,
    },
    /// The denominator is not known for the places or periods of the numerator.
    OtherLevel {
        /// The level of the numerator.
        level: String,
        /// The levels of the denominator.
        known: Vec<String>,
    },
    /// It says not what it counts.
    NoNumerator,
    /// It needs a denominator.
    NoDenominator,
    /// Nothing is standardised over this level, which is one of places or of time.
    Stratum(String),
    /// It does not go with the rest of the declaration.
    Unfit,
    /// A printed total is less than parts of its class can be.
    Total {
        /// As printed.
        printed: f64,
        /// What its parts add up to, or the largest of them.
        parts: f64,
    },
}

/// Holds what is declared against the tables.
///
/// # Errors
/// At the first declaration that cannot be right.
pub fn check(tables: &[Table], declared: &Declared) -> Result<(), Box<Fault>> {
    class::measures(tables)?;
    let described = Described {
        tables: tables.iter().map(without_rows).collect(),
        topics: declared
            .topics
            .iter()
            .map(|topic| topic.id.clone())
            .collect(),
    };
    for (index, indicator) in declared.indicators.iter().enumerate() {
        let earlier = declared.indicators.get(..index).unwrap_or_default();
        let found = described.indicator(indicator, earlier);
        found.map_err(|(path, wrong)| {
            Box::new(Fault {
                of: Declaration::Indicator(index),
                name: indicator.id.clone(),
                path,
                wrong,
            })
        })?;
    }
    for (index, peers) in declared.peers.iter().enumerate() {
        let earlier = declared.peers.get(..index).unwrap_or_default();
        let found = described.peers(peers, earlier);
        found.map_err(|(path, wrong)| {
            Box::new(Fault {
                of: Declaration::Peers(index),
                name: peers.id.clone(),
                path,
                wrong,
            })
        })?;
    }
    Ok(())
}

/// The path from the declaration to what is wrong, and what is.
type Found = Result<(), (Vec<String>, Wrong)>;

fn found(path: &[&str], wrong: Wrong) -> Found {
    let path = path.iter().map(|step| (*step).to_owned());
    Err((path.collect(), wrong))
}

fn under(step: &str, found: Found) -> Found {
    found.map_err(|(path, wrong)| ([vec![step.to_owned()], path].concat(), wrong))
}

/// The tables with all their levels and without rows, and the names of the topics.
struct Described {
    tables: Vec<Table>,
    topics: Vec<String>,
}

fn without_rows(table: &Table) -> Table {
    let dimensions = table
        .dimensions()
        .iter()
        .map(|column| table::DimensionColumn {
            dimension: column.dimension.clone(),
            codes: table::Codes::default(),
        });
    let measures = table.measures().iter().map(|column| table::MeasureColumn {
        measure: column.measure.clone(),
        numbers: table::Numbers::integers(Vec::new()),
        status: None,
    });
    let bare = Table::try_new(table.name(), dimensions.collect(), measures.collect());
    with_levels(bare.unwrap_or_default())
}

impl Described {
    fn indicator(&self, indicator: &Indicator, earlier: &[Indicator]) -> Found {
        let id = &indicator.id;
        if id.is_empty() || earlier.iter().any(|other| other.id == *id) {
            return found(&["id"], Wrong::Name(id.clone()));
        }
        let (name, known) = (indicator.topic.clone(), self.topics.clone());
        if !name.is_empty() && !known.contains(&name) {
            return found(&["topic"], Wrong::Topic { name, known });
        }
        let is_factor = |factor: f64| factor > 0.0 && factor.is_finite();
        if !indicator.factor.is_none_or(is_factor) {
            return found(&["factor"], Wrong::Factor);
        }
        if !indicator.extracted.is_empty() && !is_date(&indicator.extracted) {
            return found(&["extracted"], Wrong::Date);
        }
        if indicator.numerator == Source::default() {
            return found(&[], Wrong::NoNumerator);
        }
        let above = self.source("numerator", &indicator.numerator)?;
        let below = indicator.denominator.as_ref();
        let below = below.map(|source| self.source("denominator", source));
        let below = below.transpose()?;
        class::indicator(indicator, above)?;
        let tables: Vec<&Table> = [above].into_iter().chain(below).collect();
        under("where", levels::kept(&tables, &indicator.keep))?;
        levels::periods(indicator, above)?;
        levels::caveats(indicator, above)?;
        below.map_or(Ok(()), |below| levels::same(above, below))?;
        levels::standardisation(self, indicator, (above, below))
    }

    /// The table of a source, which has its measure.
    fn source(&self, key: &str, source: &Source) -> Result<&Table, (Vec<String>, Wrong)> {
        let table = self.table(&[key, "table"], &source.table)?;
        measure(&[key, "measure"], table, &source.measure)?;
        Ok(table)
    }

    fn table(&self, path: &[&str], name: &str) -> Result<&Table, (Vec<String>, Wrong)> {
        let known = || self.tables.iter().map(|table| table.name().to_owned());
        let unknown = || Wrong::Table {
            name: name.to_owned(),
            known: known().collect(),
        };
        let table = self.tables.iter().find(|table| table.name() == name);
        table.ok_or_else(|| {
            (
                path.iter().map(|step| (*step).to_owned()).collect(),
                unknown(),
            )
        })
    }
}

fn measure(path: &[&str], table: &Table, name: &str) -> Found {
    let names = || table.measures().iter().map(|column| &column.measure.name);
    if names().any(|known| known == name) {
        return Ok(());
    }
    let (name, known) = (name.to_owned(), names().cloned().collect());
    found(path, Wrong::Measure { name, known })
}

/// `yyyy-mm-dd`, in digits.
fn is_date(text: &str) -> bool {
    let digits =
        |part: &str, count| part.len() == count && part.bytes().all(|it| it.is_ascii_digit());
    let parts: Vec<&str> = text.split('-').collect();
    matches!(parts.as_slice(), [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2))
}
