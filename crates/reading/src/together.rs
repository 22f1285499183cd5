//! Tables of several sheets or files put together: under each other where their columns are the same, beside each other
//! where they are about the same places and periods.

mod beside;
mod level;
mod rows;

use formats::{Limits, What};
use table::{MeasureColumn, Note, Table, Text};

use crate::footnote;
use crate::name::slug;
use crate::reading::Notice;
use level::Said;

/// A sheet or a file, and its tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// The name of the sheet, or of the file without its ending.
    pub name: String,
    /// Its tables.
    pub tables: Vec<Table>,
}

/// What the parts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whence {
    /// Sheets of one workbook: only those are put together whose names are periods, places, sexes or ages.
    Sheets,
    /// Files that somebody picked together: all that fit are put together.
    Files,
}

/// What came of putting tables together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Together {
    /// The tables.
    pub tables: Vec<Table>,
    /// For each part and each of its tables which of these it is in.
    pub places: Vec<Vec<usize>>,
    /// What was done.
    pub notices: Vec<Notice>,
}

/// A table on its way, with the parts it is made of.
#[derive(Clone, Debug)]
struct Joint {
    table: Table,
    parts: Vec<String>,
}

/// Tables of the same kind, by their place in a list.
type Group = Vec<usize>;

/// Puts the tables of parts together; `name` is the name of what holds the parts.
#[must_use]
pub fn put_together(name: &str, parts: Vec<Part>, whence: Whence) -> Together {
    let mut places: Vec<Vec<usize>> = parts
        .iter()
        .map(|part| vec![0; part.tables.len()])
        .collect();
    let mut items: Vec<Item> = Vec::new();
    for (at, part) in parts.into_iter().enumerate() {
        let said = level::said(&part.name);
        let tables = part.tables.into_iter().enumerate();
        items.extend(tables.map(|(number, table)| Item {
            place: (at, number),
            name: part.name.clone(),
            said: said.clone(),
            table,
        }));
    }
    let groups = groups(&items, whence);
    let mut notices = Vec::new();
    let mut joints: Vec<Joint> = Vec::new();
    for group in groups {
        let members: Vec<&Item> = group.iter().filter_map(|at| items.get(*at)).collect();
        for item in &members {
            if let Some(place) = places
                .get_mut(item.place.0)
                .and_then(|it| it.get_mut(item.place.1))
            {
                *place = joints.len();
            }
        }
        joints.extend(joined(name, &members, whence, &mut notices));
    }
    let mut together = Together {
        places,
        notices,
        ..Together::default()
    };
    beside::put(joints, whence, &mut together);
    together
}

/// Whether these names, several, are all of one series.
pub(crate) fn are_series(names: &[&String]) -> bool {
    let saids: Option<Vec<Said>> = names.iter().map(|name| level::said(name)).collect();
    let saids = saids.unwrap_or_default();
    let mut others = saids.iter().skip(1);
    let is_series = |first: &Said| others.all(|other| first.is_series_with(other));
    saids.len() > 1 && saids.first().is_some_and(is_series)
}

/// A table of a part.
#[derive(Clone, Debug)]
struct Item {
    place: (usize, usize),
    name: String,
    said: Option<Said>,
    table: Table,
}

/// Tables that can stand under each other, in the order of the first of them.
fn groups(items: &[Item], whence: Whence) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let fits = |group: &&mut Group| {
            let members = || group.iter().filter_map(|at| items.get(*at));
            let first = members().next();
            let others = members().all(|other| other.place.0 != item.place.0);
            others && first.is_some_and(|first| are_alike(first, item, whence))
        };
        match groups.iter_mut().find(fits) {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups
}

fn are_alike(first: &Item, other: &Item, whence: Whence) -> bool {
    if !have_same_columns(&first.table, &other.table) {
        return false;
    }
    match whence {
        Whence::Sheets => match (&first.said, &other.said) {
            (Some(first), Some(other)) => first.is_series_with(other),
            _ => false,
        },
        Whence::Files => !beside::are_other_measures(first, other),
    }
}

fn have_same_columns(first: &Table, other: &Table) -> bool {
    let columns = |table: &Table| {
        let dimensions = table.dimensions().iter().map(|column| {
            let own = &column.dimension;
            format!("{} {:?}", own.name, own.role)
        });
        let measures = table.measures().iter().map(|column| {
            let own = &column.measure;
            format!("{} {}", own.name, own.unit.da)
        });
        let mut columns: Vec<String> = dimensions.chain(measures).collect();
        columns.sort();
        columns
    };
    !first.measures().is_empty() && columns(first) == columns(other)
}

/// The tables of a group as one; each as it was where there is only one, or more rows than a table can have.
fn joined(name: &str, members: &[&Item], whence: Whence, notices: &mut Vec<Notice>) -> Vec<Joint> {
    let alone = |item: &&Item| Joint {
        table: item.table.clone(),
        parts: vec![item.name.clone()],
    };
    if members.len() < 2 {
        return members.iter().map(alone).collect();
    }
    let count: usize = members.iter().map(|item| item.table.row_count()).sum();
    let found = u64::try_from(count).unwrap_or(u64::MAX);
    let limits = Limits::default();
    let is_within = limits.check(What::Rows, found).is_ok();
    let table = is_within
        .then(|| appended(name, members, whence, notices))
        .flatten();
    let Some(table) = table else {
        notices.push(Notice::TooManyRows {
            sheet: name.to_owned(),
            found,
            limit: limits.of(What::Rows),
        });
        return members.iter().map(alone).collect();
    };
    let parts: Vec<String> = members.iter().map(|item| item.name.clone()).collect();
    notices.push(Notice::Appended {
        table: table.title().da.clone(),
        parts: parts.clone(),
    });
    vec![Joint { table, parts }]
}

fn appended(
    name: &str,
    members: &[&Item],
    whence: Whence,
    notices: &mut Vec<Notice>,
) -> Option<Table> {
    let first = members.first()?;
    let tables: Vec<Table> = level::added(members)?;
    let mut tables = tables.into_iter();
    let mut whole = tables.next()?;
    let mut ends = vec![whole.row_count()];
    let notes = notes(members, whence);
    for table in tables {
        let aligned = rows::aligned(&table, &whole)?;
        let finest = rows::finest_decimals(&whole, &aligned);
        whole.append(aligned).ok()?;
        whole = rows::with_decimals(&whole, &finest)?;
        ends.push(whole.row_count());
    }
    let parts: Vec<&str> = members.iter().map(|item| item.name.as_str()).collect();
    let (whole, overlaps) = rows::without_overlap(whole, &ends, &parts);
    notices.extend(overlaps);
    let whole = rows::in_order(whole)?;
    let words = first.said.as_ref().map_or("", |said| said.words.as_str());
    let own = Some(words)
        .filter(|words| !words.is_empty())
        .unwrap_or(name);
    let titles = members
        .iter()
        .map(|item| (item, item.table.title().da.as_str()));
    // What only says which part it is has no part in the title.
    let titles = titles.filter(|(item, title)| item.said.is_none() || item.name != *title);
    let title = shared_beginning(titles.map(|(_, title)| title));
    let is_bare = slug(&title) == slug(&first.name) || title.is_empty();
    let title = if is_bare { own.to_owned() } else { title };
    let measures = whole
        .measures()
        .iter()
        .cloned()
        .map(|column| named(column, members));
    let table = Table::try_new(&slug(own), whole.dimensions().to_vec(), measures.collect()).ok()?;
    Some(table.with_title(Text::same(&title)).with_notes(notes))
}

/// The measure by what its names in all parts have in common.
fn named(mut column: MeasureColumn, members: &[&Item]) -> MeasureColumn {
    let name = &column.measure.name;
    let own = members.iter().filter_map(|item| {
        let mut measures = item.table.measures().iter();
        measures.find(|it| it.measure.name == *name)
    });
    let label = shared_beginning(own.map(|it| it.measure.label.da.as_str()));
    if !label.is_empty() && label != column.measure.label.da {
        column.measure.label = Text::same(&label);
    }
    column
}

/// The words that texts begin with, without the years at their end; nothing where they have none in common.
fn shared_beginning<'t>(mut texts: impl Iterator<Item = &'t str>) -> String {
    let first: Vec<&str> = texts
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let (mut count, mut is_same) = (first.len(), true);
    for text in texts {
        let words: Vec<&str> = text.split_whitespace().collect();
        let same = first
            .iter()
            .zip(&words)
            .take_while(|(own, other)| own == other);
        is_same &= words == first;
        count = count.min(same.count());
    }
    let words = first.get(..count).unwrap_or_default().join(" ");
    if is_same && slug(&words).chars().all(|letter| letter.is_ascii_digit()) {
        return String::new();
    }
    let subject = footnote::subject(&words);
    subject
        .trim_end_matches([',', ':', ';', '-', '–', ' '])
        .to_owned()
}

/// The remarks of all parts, each once, and which file how many rows are from.
fn notes(members: &[&Item], whence: Whence) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for item in members {
        for note in item.table.notes() {
            // The line above a table that says which part it is has become a column.
            let is_name = item.said.is_some() && note.text.da == item.name;
            if !is_name && !notes.contains(note) {
                notes.push(note.clone());
            }
        }
    }
    if whence == Whence::Files {
        notes.extend(members.iter().map(|item| Note {
            text: crate::vocabulary::from_file(&item.name, item.table.row_count()),
            column: None,
        }));
    }
    notes
}
