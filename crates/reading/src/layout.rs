//! What the columns of a block are for, and a draft of the table that they make.

mod measures;
mod notation;

use formats::Sheet;
use table::MeasureColumn;

use crate::block::Block;
use crate::draft::{Draft, RawDimension, Source};
use crate::drawn::HeaderText;
use crate::header::Part;
use crate::pins::{Pinned, Pins};
use crate::plan::{Adds, HeaderRow, HeaderUse};
use crate::profile::Profile;
use crate::reading::Notice;
use crate::role::{self, Use};
use crate::values::Odd;
use crate::wide::{self, Melt};
use crate::{
    blank_totals, breakdown, corner, fill, footnote, headed, melt, nested, stacked, subtotals,
    units,
};

/// A block with what its columns are for.
pub(crate) struct Layout<'a> {
    /// Where the header stands; the body may stand elsewhere.
    pub(crate) sheet: &'a Sheet,
    pub(crate) block: &'a Block,
    /// The texts above each column without units and what was left out.
    paths: Vec<Vec<String>>,
    pub(crate) profiles: Vec<Profile>,
    pub(crate) uses: Vec<Use>,
    /// How the columns of numbers become rows.
    pub(crate) melt: Melt,
    /// What the rows of the header are.
    pub(crate) rows: Vec<HeaderRow>,
    /// What a plan decides.
    pub(crate) pins: Pins<'a>,
    /// The texts of the columns of numbers, each with its row.
    parts: Vec<Vec<Part>>,
    /// What the corner of the header says is counted.
    counted: Option<String>,
    /// The different texts of each row of the header, above columns of numbers.
    pub(crate) header_texts: Vec<Vec<HeaderText>>,
}

impl<'a> Layout<'a> {
    /// The use of columns of which it is known what they hold.
    pub(crate) fn of(
        (sheet, block): (&'a Sheet, &'a Block),
        parts: Vec<Vec<Part>>,
        mut profiles: Vec<Profile>,
        pins: Pins<'a>,
    ) -> Self {
        let mut parts = parts;
        parts.resize(profiles.len().max(parts.len()), Vec::new());
        let written = parts.clone();
        headed::read_as(&mut parts, pins.header());
        stacked::join(&mut parts, pins.header());
        let counted = corner::clear(&mut parts, &block.numeric);
        notation::decide(&mut profiles, &pins);
        notation::follow(&mut profiles);
        let rows = units::rows(&parts, &block.numeric, block.header.len(), pins.header());
        let paths: Vec<Vec<String>> = parts.iter().map(|path| named(path, &rows)).collect();
        let mut uses = role::uses(&paths, &profiles);
        let is_above = |path: &Vec<Part>| path.iter().any(|part| wide::is_member(&rows, part.row));
        let below = uses.iter_mut().zip(&parts).zip(&profiles);
        // Members stand above numbers, whatever else their words could mean.
        let below = below.filter(|((_, path), profile)| is_above(path) && profile.is_numeric());
        below.for_each(|((own, _), _)| *own = Use::Numbers);
        pin_uses(&mut uses, &paths, &pins);
        let mut layout = Self {
            sheet,
            block,
            paths,
            profiles,
            uses,
            melt: Melt::default(),
            rows,
            pins,
            parts: Vec::new(),
            counted,
            header_texts: Vec::new(),
        };
        let numbers = layout.columns(Use::Numbers);
        let above = numbers.iter().filter_map(|column| written.get(*column));
        layout.header_texts = headed::texts(above, &layout.rows);
        let columns = numbers.into_iter();
        layout.parts = columns
            .map(|column| parts.get(column).cloned().unwrap_or_default())
            .collect();
        layout.melt = wide::melt(&layout.parts, &layout.rows);
        layout
    }

    /// What the rows of the header turned out to be, as far as all of a row is one thing.
    pub(crate) fn header(&self) -> Vec<HeaderRow> {
        let mut rows = self.rows.clone();
        let recognised = rows
            .iter_mut()
            .enumerate()
            .filter(|(_, row)| row.is == HeaderUse::Recognised);
        for (at, row) in recognised {
            row.is = wide::row_use(&self.parts, &self.melt, at);
        }
        rows
    }

    pub(crate) fn columns(&self, wanted: Use) -> Vec<usize> {
        let columns = self.uses.iter().enumerate();
        columns
            .filter(|(_, own)| **own == wanted)
            .map(|(column, _)| column)
            .collect()
    }

    pub(crate) fn path(&self, column: usize) -> Vec<String> {
        self.paths.get(column).cloned().unwrap_or_default()
    }

    fn tell_left_out(&self, notices: &mut Vec<Notice>) {
        let sheet = || self.sheet.name().to_owned();
        let numbers = self.columns(Use::Numbers);
        let left_out = self
            .melt
            .left_out
            .iter()
            .filter_map(|index| numbers.get(*index));
        notices.extend(left_out.map(|column| {
            let column = self.path(*column).join(" ");
            Notice::ColumnLeftOut {
                sheet: sheet(),
                column,
            }
        }));
        let decided = self.columns(Use::LeftOut).into_iter();
        notices.extend(decided.map(|column| Notice::ColumnLeftOut {
            sheet: sheet(),
            column: self.path(column).join(" "),
        }));
        if self.uses.contains(&Use::RowNumbers) {
            notices.push(Notice::RowNumbers { sheet: sheet() });
        }
    }

    /// The unit that stands above one of these columns.
    fn unit(&self, columns: &[usize]) -> Option<String> {
        let is_unit = |part: &&Part| {
            self.rows
                .get(part.row)
                .is_some_and(|row| row.is == HeaderUse::Unit)
        };
        let numbers = self.columns(Use::Numbers);
        let places = columns
            .iter()
            .filter_map(|column| numbers.binary_search(column).ok());
        let mut paths = places.filter_map(|at| self.parts.get(at));
        paths.find_map(|path| path.iter().find(is_unit).map(|part| part.text.clone()))
    }

    /// How the cells themselves have these columns added.
    fn adds(&self, columns: &[usize]) -> Option<Adds> {
        let mut profiles = columns
            .iter()
            .filter_map(|column| self.profiles.get(*column));
        profiles.find_map(|profile| {
            let are_shares = profile.evidence.are_percents(profile.values);
            profile.adds.or(are_shares.then_some(Adds::Never))
        })
    }

    /// Whether the numbers of these columns are written as `87 %`.
    fn are_percents(&self, columns: &[usize]) -> bool {
        let profiles = columns.iter().filter_map(|at| self.profiles.get(*at));
        let mut profiles = profiles.filter(|profile| profile.values > 0);
        profiles.any(|profile| profile.evidence.are_percents(profile.values))
    }

    /// What stands beside the table, in columns of its own.
    fn remarks(&self) -> Vec<String> {
        let columns = self.columns(Use::Remarks);
        let texts = columns
            .iter()
            .filter_map(|column| self.profiles.get(*column));
        texts
            .flat_map(|profile| profile.sample.iter().cloned())
            .collect()
    }
}

/// The texts above a column that name it.
fn named(path: &[Part], rows: &[HeaderRow]) -> Vec<String> {
    let names = |part: &&Part| {
        let is = rows.get(part.row).map(|row| row.is).unwrap_or_default();
        !matches!(is, HeaderUse::Unit | HeaderUse::LeftOut)
    };
    path.iter()
        .filter(names)
        .map(|part| part.text.clone())
        .collect()
}

fn pin_uses(uses: &mut [Use], paths: &[Vec<String>], pins: &Pins<'_>) {
    for (column, (own, path)) in uses.iter_mut().zip(paths).enumerate() {
        let role = pins.column(column).and_then(|pinned| pinned.role);
        if let Some(role) = role.filter(|_| *own != Use::Nothing) {
            *own = role.in_use(path);
        }
    }
}

/// The rows of a block, as cells or column by column.
pub(crate) trait Body {
    fn row_count(&self) -> usize;

    /// The columns that group rows, in the order of the sheet.
    fn groups(&self, layout: &Layout<'_>) -> Vec<RawDimension>;

    /// The numbers of these columns, one for each row and column, and which of them have a star; what is odd is added up.
    fn measure(
        &self,
        layout: &Layout<'_>,
        columns: &[Option<usize>],
        odd: &mut Odd,
    ) -> (MeasureColumn, Vec<usize>);
}

/// Reads the columns of a block into a draft.
pub(crate) fn fill_draft(
    layout: &Layout<'_>,
    body: &dyn Body,
    draft: &mut Draft,
    notices: &mut Vec<Notice>,
) {
    let mut dimensions = body.groups(layout);
    for (raw, column) in dimensions.iter_mut().zip(layout.columns(Use::Group)) {
        let pinned = layout.pins.column(column);
        raw.pinned = Pinned::of(pinned);
        raw.read_as(pinned);
        raw.sources.push(Source {
            column,
            is_code: false,
        });
        if let Some(name) = pinned.and_then(|pinned| pinned.name.clone()) {
            raw.heading = name;
        }
    }
    dimensions.iter_mut().for_each(subtotals::pin);
    let filled = fill::down(&mut dimensions);
    blank_totals::fill(&mut dimensions);
    tell_fill(&filled, &dimensions, notices);
    let columns = layout.columns(Use::Group);
    draft.filled = columns.into_iter().zip(filled).collect();
    layout.tell_left_out(notices);
    draft.notes.extend(layout.remarks());
    let times = layout.melt.groups.len();
    let mut keys = melt::key_dimensions(&layout.melt, &layout.rows, body.row_count());
    corner::name_axes(&mut dimensions, &mut keys);
    if !layout.block.sections.is_empty() {
        corner::name_sections(&mut dimensions);
    }
    let is_wide = !keys.is_empty();
    let above = is_wide
        .then(|| corner::counted_above(&mut dimensions))
        .flatten();
    let repeated = dimensions.into_iter();
    draft.dimensions = repeated.map(|raw| melt::repeat(raw, times)).collect();
    draft.dimensions.extend(keys);
    breakdown::name(&mut draft.dimensions, &draft.title);
    let indicated = || footnote::indicated(layout.sheet, layout.block);
    let of_title = || footnote::subject(&draft.title);
    let subject = layout.counted.clone().or(above).or_else(indicated);
    let subject = subject.unwrap_or_else(of_title);
    draft.measures = measures::read(layout, body, &subject, notices);
    nested::mark(draft, times);
}

fn tell_fill(counts: &[usize], dimensions: &[RawDimension], notices: &mut Vec<Notice>) {
    let filled = counts
        .iter()
        .zip(dimensions)
        .filter(|(count, _)| **count > 0);
    let columns: Vec<String> = filled
        .map(|(_, dimension)| dimension.heading.clone())
        .collect();
    if !columns.is_empty() {
        let count = counts.iter().sum::<usize>();
        notices.push(Notice::FilledDown {
            columns,
            count: u64::try_from(count).unwrap_or(u64::MAX),
        });
    }
}
