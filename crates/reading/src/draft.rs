//! A table on its way: columns that group rows and columns of numbers, before it is settled what they mean.

use std::collections::HashMap;

use table::{Codes, MeasureColumn, NO_MEMBER, Role};

use crate::pins::Pinned;
use crate::plan::{Adds, ColumnPlan, ColumnRole};
use crate::role;
use crate::vocabulary::{
    Heading, heading_of, is_counted, is_mean, is_of_which, is_plain_total, is_total, names_measure,
};

/// So many measures are told by the names in a column, and no more.
const MOST_MEASURES: usize = 200;

/// A table on its way.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) dimensions: Vec<RawDimension>,
    pub(crate) measures: Vec<RawMeasure>,
    pub(crate) notes: Vec<String>,
    /// Columns of the source that became something else than a column of the table, and what.
    pub(crate) aside: Vec<(usize, ColumnRole)>,
    /// Columns of the source, and how many of their blank cells took over the text above.
    pub(crate) filled: Vec<(usize, usize)>,
    /// Marks of footnotes, and columns of the source that have them.
    pub(crate) tied: Vec<(String, usize)>,
    /// Whether the source has types of its own: programs know its columns by what they hold.
    pub(crate) is_typed: bool,
}

/// A column that groups rows, as written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RawDimension {
    pub(crate) heading: String,
    pub(crate) codes: Vec<String>,
    pub(crate) labels: Vec<String>,
    pub(crate) rows: Codes,
    /// Whether the source keeps the column as text, so that `101` is a code and not a number.
    pub(crate) origin: Origin,
    /// The columns of the source that it comes from.
    pub(crate) sources: Vec<Source>,
    /// What a plan decides of it.
    pub(crate) pinned: Pinned,
    /// Members under which others are indented.
    pub(crate) parents: Vec<String>,
}

/// A column of the source, and whether it holds the codes of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) column: usize,
    pub(crate) is_code: bool,
}

/// Where a column that groups rows comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A column of the source.
    #[default]
    Column,
    /// Headings that stood side by side.
    Headings,
    /// A column that the source itself describes, perhaps with what it is about.
    Described(Option<Role>),
}

/// A column of numbers.
#[derive(Clone, Debug)]
pub(crate) struct RawMeasure {
    pub(crate) heading: String,
    pub(crate) unit: String,
    pub(crate) column: MeasureColumn,
    /// Rows whose number has a star beside it.
    pub(crate) starred: Vec<usize>,
    /// Further words that tell how it may be rolled up, such as the units of its rows.
    pub(crate) words: String,
    /// Where it comes from, and what a plan decides of it.
    pub(crate) told: Told,
}

/// What is known of a column of numbers beside the numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    /// The columns of the source that it comes from.
    pub(crate) sources: Vec<usize>,
    /// Whether it has no name of its own and is about the title.
    pub(crate) is_of_title: bool,
    /// How many decimals a plan shows.
    pub(crate) decimals: Option<u8>,
    /// How a plan adds the numbers.
    pub(crate) adds: Option<Adds>,
}

impl RawDimension {
    /// What it is: as a plan decides, or as its heading says.
    pub(crate) fn meaning(&self) -> Option<Heading> {
        let decided = self.pinned.role.and_then(ColumnRole::as_heading);
        let said = || match heading_of(&self.heading) {
            // The registers call the place or the department a unit.
            Some(Heading::Unit) => Some(role::of_unit(self).map_or(Heading::Unit, Heading::Role)),
            None if self.lists_measures() => Some(Heading::MeasureName),
            said => said,
        };
        decided.or_else(said)
    }

    /// Whether the members are told to be measures by their own names; nobody has very many.
    fn lists_measures(&self) -> bool {
        let is_short = (2..=MOST_MEASURES).contains(&self.labels.len());
        let counted = || self.labels.iter().all(|label| is_counted(label));
        let names = |label: &String| names_measure(label) && !is_mean(label);
        let named = || self.labels.iter().any(names);
        // `Ophold i alt` with `heraf akutte` below it is a measure, and no sum of the column.
        let own_total = |label: &String| is_total(label, label) && !is_plain_total(label);
        let has = |fits: &dyn Fn(&String) -> bool| self.labels.iter().any(fits);
        let sums = || has(&own_total) && has(&|label| is_of_which(label));
        is_short && self.origin == Origin::Column && (counted() || named() || sums())
    }

    /// Reads members as another text, where a plan says so.
    pub(crate) fn read_as(&mut self, plan: Option<&ColumnPlan>) {
        let aliases = plan.map_or(&[][..], |plan| &plan.aliases);
        let texts = self.codes.iter_mut().chain(&mut self.labels);
        for text in texts {
            if let Some(alias) = aliases.iter().find(|alias| alias.written == *text) {
                text.clone_from(&alias.read);
            }
        }
    }

    /// Number of rows without a member.
    pub(crate) fn blank_count(&self) -> usize {
        self.rows.none_count()
    }
}

/// Gives each new text the next number.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    numbers: HashMap<String, u32>,
    texts: Vec<String>,
    last: usize,
}

impl Interner {
    /// The number of a text; a blank one has none.
    pub(crate) fn number(&mut self, text: &str) -> u32 {
        if text.is_empty() {
            return NO_MEMBER;
        }
        // Rows of one group mostly follow one another.
        if self.texts.get(self.last).is_some_and(|last| last == text) {
            return u32::try_from(self.last).unwrap_or(NO_MEMBER);
        }
        if let Some(number) = self.numbers.get(text) {
            self.last = usize::try_from(*number).unwrap_or_default();
            return *number;
        }
        self.last = self.texts.len();
        let number = u32::try_from(self.last).unwrap_or(NO_MEMBER);
        self.numbers.insert(text.to_owned(), number);
        self.texts.push(text.to_owned());
        number
    }

    /// The texts, in the order they came.
    pub(crate) fn into_texts(self) -> Vec<String> {
        self.texts
    }
}
