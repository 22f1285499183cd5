//! The table that comes of a sheet, cell by cell: a sample with one of each kind, or all as far as there is room.

use std::collections::BTreeSet;

use danish::ui::Reading as Phrase;
use danish::ui::reading as sentence;
use protocol::reading::{CellKind, Outcome, OutcomeRow};
use protocol::state::Language;
use table::{DimensionColumn, MeasureColumn, Member, MemberKind, Role, Status, Table, Text};

use super::words;
use crate::refuse::spoken;

/// Cells of a sample.
const SAMPLE: usize = 12;
/// Cells that are shown at most.
const MOST: usize = 300;
/// Rows that a sample is taken from.
const SAMPLED_ROWS: usize = 5_000;

/// How much of the table is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Amount {
    /// A cell of each kind.
    #[default]
    Sample,
    /// All there is room for.
    All,
}

/// A cell of the table: its row and the index of its measure.
type At = (usize, usize);

/// The table as it is shown; the measures named are those that wait for an answer.
pub(super) fn outcome(
    table: &Table,
    waiting: &[&str],
    amount: Amount,
    language: Language,
) -> Outcome {
    let shower = Shower {
        table,
        waiting,
        language,
    };
    let cells = table.row_count().saturating_mul(table.measures().len());
    let chosen = match amount {
        Amount::All => shower.first(),
        Amount::Sample => shower.sample(),
    };
    let heads = shower.heads();
    Outcome {
        summary: sentence::outcome(cells, table.row_count(), chosen.len(), spoken(language)),
        value_column: u32::try_from(heads.len().saturating_sub(2)).unwrap_or(0),
        heads,
        rows: chosen.into_iter().map(|at| shower.row(at)).collect(),
        is_all: amount == Amount::All,
    }
}

struct Shower<'a> {
    table: &'a Table,
    waiting: &'a [&'a str],
    language: Language,
}

impl Shower<'_> {
    fn say(&self, phrase: Phrase) -> String {
        phrase.in_language(spoken(self.language)).to_owned()
    }

    fn pick(&self, text: &Text) -> String {
        match self.language {
            Language::Da => text.da.clone(),
            Language::En => text.en.clone(),
        }
    }

    fn heads(&self) -> Vec<String> {
        let mut heads = Vec::new();
        for column in self.table.dimensions() {
            heads.push(self.pick(&column.dimension.label));
            if has_levels(column) {
                heads.push(self.say(Phrase::LevelHead));
            }
        }
        if self.table.measures().len() > 1 {
            heads.push(self.say(Phrase::Indicator));
        }
        heads.extend([self.say(Phrase::Value), self.say(Phrase::Mark)]);
        heads
    }

    fn first(&self) -> Vec<At> {
        let measures = self.table.measures().len();
        let rows = 0..self.table.row_count().min(MOST);
        let cells = rows.flat_map(|row| (0..measures).map(move |measure| (row, measure)));
        cells.take(MOST).collect()
    }

    /// Cells that show something the ones before do not: a level, a measure, a sign; and others from the whole table where
    /// there is room.
    fn sample(&self) -> Vec<At> {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut chosen: BTreeSet<At> = BTreeSet::new();
        let (rows, measures) = (self.table.row_count(), self.table.measures().len());
        for row in 0..rows.min(SAMPLED_ROWS) {
            for (at, measure) in self.table.measures().iter().enumerate() {
                let traits = self.traits(measure, row);
                let is_new = traits.iter().any(|each| !seen.contains(each));
                if is_new && chosen.len() < SAMPLE {
                    seen.extend(traits);
                    chosen.insert((row, at));
                }
            }
        }
        let cells = rows.min(SAMPLED_ROWS).saturating_mul(measures);
        for nth in 0..SAMPLE {
            let cell = nth * cells / SAMPLE;
            if let (true, Some(row)) =
                (chosen.len() < SAMPLE.min(cells), cell.checked_div(measures))
            {
                chosen.insert((row, cell % measures));
            }
        }
        chosen.into_iter().collect()
    }

    fn traits(&self, measure: &MeasureColumn, row: usize) -> Vec<String> {
        let mut traits = vec![
            format!("kind {:?}", kind(measure.status(row))),
            format!("level {}", self.level(row)),
        ];
        if measure.status(row).is_number() {
            traits.push(format!("measure {}", measure.measure.name));
            traits.push(format!("preliminary {}", self.is_preliminary(measure, row)));
        }
        traits
    }

    /// The level of the place of a row; empty where all have the same.
    fn level(&self, row: usize) -> String {
        let places = self
            .table
            .dimensions()
            .iter()
            .find(|column| has_levels(column));
        let level = places.and_then(|column| Some(level_of(column, member(column, row)?)));
        level.unwrap_or_default()
    }

    fn row(&self, (row, at): At) -> OutcomeRow {
        let mut texts = Vec::new();
        for column in self.table.dimensions() {
            let member = member(column, row);
            texts.push(
                member
                    .map(|member| self.pick(&member.label))
                    .unwrap_or_default(),
            );
            if has_levels(column) {
                let level = member
                    .map(|member| level_of(column, member))
                    .unwrap_or_default();
                texts.push(words::level(&level, self.language));
            }
        }
        let Some(measure) = self.table.measures().get(at) else {
            return OutcomeRow::default();
        };
        if self.table.measures().len() > 1 {
            texts.push(self.pick(&measure.measure.label));
        }
        let status = measure.status(row);
        // What is not told does not change with the answer.
        let is_number = status.is_number();
        let is_doubtful = is_number && self.waiting.contains(&measure.measure.name.as_str());
        texts.push(self.value(measure, row));
        texts.push(match (is_doubtful, self.is_preliminary(measure, row)) {
            (true, _) => self.say(Phrase::Awaits),
            (false, true) if is_number => self.say(Phrase::Preliminary),
            _ if is_number => self.pick(&measure.measure.unit),
            _ => String::new(),
        });
        OutcomeRow {
            texts,
            kind: kind(status),
            is_doubtful,
        }
    }

    fn value(&self, measure: &MeasureColumn, row: usize) -> String {
        let number =
            |number| danish::number(number, measure.measure.decimals, spoken(self.language));
        match measure.status(row) {
            Status::Hidden => self.say(Phrase::HiddenValue),
            Status::Missing => self.say(Phrase::MissingValue),
            Status::NotApplicable => self.say(Phrase::DashNotApplicable),
            Status::Value | Status::TrueZero => measure.number(row).map(number).unwrap_or_default(),
        }
    }

    fn is_preliminary(&self, measure: &MeasureColumn, row: usize) -> bool {
        let periods = &measure.measure.preliminary;
        let mut times = self.table.dimensions().iter();
        let time = times.find(|column| column.dimension.role == Role::Time);
        let code = time.and_then(|column| Some(&member(column, row)?.code));
        code.is_some_and(|code| periods.contains(code))
    }
}

fn member(column: &DimensionColumn, row: usize) -> Option<&Member> {
    column.dimension.members.get(column.codes.get(row)?)
}

fn has_levels(column: &DimensionColumn) -> bool {
    let has_other = |member: &Member| member.kind != MemberKind::Part;
    column.dimension.role == Role::Geography && column.dimension.members.iter().any(has_other)
}

fn level_of(column: &DimensionColumn, member: &Member) -> String {
    match &member.kind {
        MemberKind::Part => column.dimension.name.clone(),
        MemberKind::Of(level) => level.clone(),
        MemberKind::Total => "land".to_owned(),
    }
}

fn kind(status: Status) -> CellKind {
    match status {
        Status::Value => CellKind::Number,
        Status::TrueZero => CellKind::Zero,
        Status::Hidden => CellKind::Hidden,
        Status::Missing | Status::NotApplicable => CellKind::Missing,
    }
}
