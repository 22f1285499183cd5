//! What is open: the data set and the facts of its package.

use health::{Dataset, Place, Table};
use protocol::catalog::{Origin, Trust};
use protocol::message::Notice;
use protocol::view::Named;

/// An open package or file.
#[derive(Debug)]
pub(crate) struct Open {
    pub(crate) dataset: Dataset,
    pub(crate) facts: Facts,
    pub(crate) places: Vec<Place>,
    pub(crate) notices: Vec<Notice>,
}

/// What is known of a package besides its tables.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) id: String,
    pub(crate) title: health::Text,
    pub(crate) edition: String,
    /// ISO date.
    pub(crate) extracted: String,
    pub(crate) publisher: health::Text,
    pub(crate) file_name: String,
    pub(crate) size_bytes: u64,
    pub(crate) origin: Origin,
    pub(crate) trust: Trust,
    /// The publisher's threshold under which counts are hidden.
    pub(crate) threshold: Option<u32>,
    /// Declaration as markdown.
    pub(crate) declaration: health::Text,
    pub(crate) views: Vec<StoredView>,
    /// Divisions of places into those that are alike.
    pub(crate) peers: Vec<health::Peers>,
    /// Whether it declares tables of people across sectors.
    pub(crate) is_across: bool,
}

/// A ready view as the package stores it.
#[derive(Clone, Debug, Default)]
pub(crate) struct StoredView {
    pub(crate) title: health::Text,
    pub(crate) question: health::Text,
    pub(crate) fragment: String,
}

impl Open {
    pub(crate) fn new(dataset: Dataset, facts: Facts, notices: Vec<Notice>) -> Self {
        let places = health::place::places(&dataset);
        Self {
            dataset,
            facts,
            places,
            notices,
        }
    }

    /// Number of rows of a table, wherever they lie.
    pub(crate) fn row_count(&self, table: &Table) -> usize {
        let mut tables = self.dataset.tables().iter();
        let index = tables.position(|other| other.name() == table.name());
        let count = index.map_or(0, |index| self.dataset.row_count(index));
        usize::try_from(count).unwrap_or(usize::MAX)
    }

    /// The place of this id.
    pub(crate) fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.id == id)
    }

    /// The whole country; a data set without places has one nameless place.
    pub(crate) fn country(&self) -> Place {
        self.places.first().cloned().unwrap_or_default()
    }

    /// The places one level down.
    pub(crate) fn children(&self, id: &str) -> Vec<&Place> {
        self.places
            .iter()
            .filter(|place| place.parent.as_deref() == Some(id))
            .collect()
    }

    /// The region a place lies in, if it lies in one.
    pub(crate) fn region_of(&self, id: &str) -> Option<&Place> {
        let place = self.place(id)?;
        if place.level.starts_with("region") {
            return Some(place);
        }
        self.region_of(place.parent.as_deref()?)
    }

    /// Levels of places from the coarsest, the country left out.
    pub(crate) fn levels(&self) -> Vec<&Place> {
        self.places
            .iter()
            .skip(1)
            .fold(Vec::new(), |mut levels: Vec<&Place>, place| {
                if levels.iter().all(|level| level.level != place.level) {
                    levels.push(place);
                }
                levels
            })
    }

    /// A place's id and the words that tell it from its fellows: a health council goes without the word itself.
    pub(crate) fn short(&self, id: &str, language: danish::Language) -> Named {
        let named = self.named(id, language);
        let council = self
            .place(id)
            .is_some_and(|place| place.level == "sundhedsraad");
        let label = if council {
            danish::answer::view::council_name(&named.label).to_owned()
        } else {
            named.label
        };
        Named { label, ..named }
    }

    /// A place's id and words.
    pub(crate) fn named(&self, id: &str, language: danish::Language) -> Named {
        let label = self
            .place(id)
            .map(|place| crate::words::text(&place.label, language));
        Named {
            id: id.to_owned(),
            label: label.unwrap_or_else(|| id.to_owned()),
        }
    }
}
