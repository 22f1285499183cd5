//! What the columns of a block are for, and a draft of the table that they make.

use formats::Sheet;
use table::MeasureColumn;

use crate::block::Block;
use crate::draft::{Draft, RawDimension, RawMeasure};
use crate::profile::Profile;
use crate::reading::Notice;
use crate::role::{self, Use};
use crate::values::Odd;
use crate::vocabulary::is_unit_word;
use crate::wide::{self, Plan};
use crate::{fill, footnote, header, melt};

/// A block with what its columns are for.
pub(crate) struct Layout<'a> {
    /// Where the header stands; the body may stand elsewhere.
    pub(crate) sheet: &'a Sheet,
    pub(crate) block: &'a Block,
    paths: Vec<Vec<String>>,
    pub(crate) profiles: Vec<Profile>,
    uses: Vec<Use>,
    /// How the columns of numbers become rows.
    pub(crate) plan: Plan,
}

impl<'a> Layout<'a> {
    /// The use of columns of which it is known what they hold.
    pub(crate) fn of(sheet: &'a Sheet, block: &'a Block, profiles: Vec<Profile>) -> Self {
        let mut paths = header::paths(sheet, block);
        paths.resize(profiles.len().max(paths.len()), Vec::new());
        let uses = role::uses(&paths, &profiles);
        let mut layout = Self {
            sheet,
            block,
            paths,
            profiles,
            uses,
            plan: Plan::default(),
        };
        let headings: Vec<Vec<String>> = layout
            .columns(Use::Numbers)
            .iter()
            .map(|column| layout.path(*column))
            .collect();
        layout.plan = wide::plan(&headings);
        layout
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
            .plan
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
        if self.uses.contains(&Use::RowNumbers) {
            notices.push(Notice::RowNumbers { sheet: sheet() });
        }
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
    tell_fill(&fill::down(&mut dimensions), &dimensions, notices);
    layout.tell_left_out(notices);
    draft.notes.extend(layout.remarks());
    let times = layout.plan.groups.len();
    draft.dimensions = dimensions
        .into_iter()
        .map(|raw| melt::repeat(raw, times))
        .collect();
    draft
        .dimensions
        .extend(melt::key_dimensions(&layout.plan, body.row_count()));
    let subject = footnote::subject(&draft.title);
    draft.measures = read_measures(layout, body, &subject, notices);
}

fn read_measures(
    layout: &Layout<'_>,
    body: &dyn Body,
    subject: &str,
    notices: &mut Vec<Notice>,
) -> Vec<RawMeasure> {
    let (sheet, block, plan) = (layout.sheet, layout.block, &layout.plan);
    let unit = footnote::unit(sheet, block);
    let numbers = layout.columns(Use::Numbers);
    let measures = plan.measures.iter().zip(&plan.columns);
    let measures = measures.map(|(name, columns)| {
        let mut odd = Odd::default();
        let columns = columns.iter().map(|index| numbers.get((*index)?).copied());
        let columns: Vec<Option<usize>> = columns.collect();
        let (column, starred) = body.measure(layout, &columns, &mut odd);
        // Years side by side have no room for the name of what they count: the title has it.
        let is_unit = is_unit_word(name);
        let is_nameless =
            (name.is_empty() || is_unit) && plan.measures.len() == 1 && !plan.keys.is_empty();
        let heading = if is_nameless { subject } else { name };
        odd.tell(heading, notices);
        let unit = match footnote::bracketed(heading) {
            _ if is_nameless && is_unit => name.clone(),
            Some(bracketed) => bracketed,
            None => unit.clone(),
        };
        RawMeasure {
            heading: heading.to_owned(),
            unit,
            column,
            starred,
            words: String::new(),
        }
    });
    measures.collect()
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
