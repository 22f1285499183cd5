//! From what was handed over to an open data set.

use danish::Language;
use health::{Dataset, Declared, Refusal as Reason, Table, Text, geography};
use protocol::catalog::{Origin, Trust};
use protocol::facts::{self, Words};
use protocol::message::{Notice, Refusal};
use table::TableError;

use crate::handed::{Handed, HandedTable};
use crate::open::{Facts, Open, StoredView};
use crate::words;

/// A file that was read, but for its tables.
pub(crate) struct Arrived {
    pub(crate) name: String,
    pub(crate) size_bytes: u64,
    pub(crate) notices: Vec<Notice>,
    pub(crate) facts: Option<Box<facts::Facts>>,
}

/// Opens what was handed over.
pub(crate) fn adopt(arrived: Arrived, handed: Handed, language: Language) -> Result<Open, Refusal> {
    let refuse = |refusal: Reason| words::refusal(&refusal, language);
    let tables = handed
        .into_tables()
        .map_err(|_| words::damaged(&arrived.name, language))?;
    let declared = declared(arrived.facts.as_deref())
        .ok_or_else(|| words::damaged(&arrived.name, language))?;
    let peers = declared.peers.clone();
    let dataset = bound(tables, declared).map_err(refuse)?;
    let facts = match arrived.facts {
        Some(said) => of_package(*said),
        None => of_file(&arrived.name),
    };
    let facts = Facts {
        file_name: arrived.name,
        size_bytes: arrived.size_bytes,
        peers,
        ..facts
    };
    Ok(Open::new(dataset, facts, arrived.notices))
}

/// What is open, with the rows of another file added.
pub(crate) fn append(
    open: &Open,
    arrived: Arrived,
    handed: Handed,
    language: Language,
) -> Result<Open, Refusal> {
    if open.facts.trust != Trust::OwnData {
        return Err(words::stands_alone(language));
    }
    let joined = handed.into_tables().and_then(|more| joined(open, more));
    let tables =
        joined.map_err(|error| words::not_added(&error, &open.facts.file_name, language))?;
    let dataset = bound(tables, Declared::default());
    let dataset = dataset.map_err(|refusal| words::refusal(&refusal, language))?;
    let facts = Facts {
        size_bytes: open.facts.size_bytes + arrived.size_bytes,
        ..open.facts.clone()
    };
    let more = arrived.notices.into_iter();
    let new = more.filter(|notice| !open.notices.contains(notice));
    let notices = open.notices.iter().cloned().chain(new).collect();
    Ok(Open::new(dataset, facts, notices))
}

/// As many tables as are open, each with the rows of both.
fn joined(open: &Open, more: Vec<HandedTable>) -> Result<Vec<HandedTable>, TableError> {
    let tables = open.dataset.tables();
    let lacking = tables.get(more.len()).map(Table::name);
    let beyond = more.get(tables.len()).map(|more| more.table.name());
    if let Some(column) = lacking.or(beyond).map(str::to_owned) {
        return Err(TableError::OtherColumns { column });
    }
    let join = |(index, (table, more)): (usize, (&Table, HandedTable))| {
        let mut table = bare(table.clone())?;
        table.append(more.table)?;
        let before = open.dataset.row_count(index);
        let elsewhere = more.elsewhere.map(|rows| before + rows);
        Ok(HandedTable { table, elsewhere })
    };
    tables.iter().zip(more).enumerate().map(join).collect()
}

/// The table with the levels of its places left out, which members of another file are not in; binding gives them anew.
fn bare(mut table: Table) -> Result<Table, TableError> {
    for index in 0..table.dimensions().len() {
        if let Some(column) = table.dimensions().get(index) {
            let dimension = geography::without_levels(column.dimension.clone());
            table.describe(index, dimension)?;
        }
    }
    Ok(table)
}

fn bound(handed: Vec<HandedTable>, declared: Declared) -> Result<Dataset, Reason> {
    let elsewhere: Vec<Option<u64>> = handed.iter().map(|table| table.elsewhere).collect();
    let tables = handed.into_iter().map(|table| table.table).collect();
    let dataset = Dataset::bind(tables, declared.indicators, declared.topics)?;
    let lying = elsewhere
        .into_iter()
        .enumerate()
        .filter_map(|(index, rows)| Some((index, rows?)));
    Ok(lying.fold(dataset, |dataset, (index, rows)| {
        dataset.with_rows_elsewhere(index, rows)
    }))
}

/// What a package declares over its tables; nothing for any other file, none where it did not arrive whole.
fn declared(facts: Option<&facts::Facts>) -> Option<Declared> {
    match facts {
        Some(facts) => packed::read(&facts.declared),
        None => Some(Declared::default()),
    }
}

fn of_package(said: facts::Facts) -> Facts {
    let views = said.views.into_iter();
    Facts {
        id: said.id,
        title: text(said.title),
        edition: said.edition,
        extracted: said.extracted,
        publisher: text(said.publisher),
        origin: if said.is_synthetic {
            Origin::Synthetic
        } else {
            Origin::Real
        },
        trust: Trust::Unsigned,
        threshold: said.threshold,
        declaration: text(said.declaration),
        views: views.map(stored).collect(),
        is_across: !said.across.is_empty(),
        ..Facts::default()
    }
}

fn of_file(name: &str) -> Facts {
    Facts {
        id: name.to_owned(),
        title: Text::same(name),
        trust: Trust::OwnData,
        ..Facts::default()
    }
}

fn stored(view: facts::SavedView) -> StoredView {
    StoredView {
        title: text(view.title),
        question: text(view.question),
        fragment: view.fragment,
    }
}

fn text(words: Words) -> Text {
    Text {
        da: words.da,
        en: words.en,
    }
}

#[cfg(test)]
mod tests;
