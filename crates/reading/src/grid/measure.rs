//! A column of a grid that holds numbers.

use formats::{Figure, FigureColumn, GridColumn, TextColumn};
use table::{Doubles, Measure, MeasureBuilder, MeasureColumn, Status, StatusColumn, StatusPart};

use super::fields::{Fields, Text};
use crate::header;
use crate::numbers::{self, Value};
use crate::profile::Profile;
use crate::reading::Convention;
use crate::values::Odd;

/// What a text means among numbers.
type Meant = Result<f64, Status>;

/// The numbers of a column, and the rows with a star; what is odd is added up.
pub(super) fn read(
    fields: &Fields<'_>,
    profile: &Profile,
    odd: &mut Odd,
) -> (MeasureColumn, Vec<usize>) {
    let notation = profile.notation();
    odd.doubtful(profile, notation.convention);
    let meant = fields.texts.iter();
    let meant: Vec<Meant> = meant
        .enumerate()
        .map(|(at, text)| {
            let value = profile.value(text.cell());
            let place = || {
                (
                    header::text(text.cell()).into_owned(),
                    first_row(fields.column, at),
                )
            };
            let meant = odd.add(value, text.count, place);
            meant.and_then(|number| number.is_finite().then_some(number).ok_or(Status::Missing))
        })
        .collect();
    if let GridColumn::Figures(column) = fields.column {
        let (count, first) = misgrouped(column, notation.convention);
        if let Some(first) = first {
            // It is missing, whatever stands there.
            let _ = odd.add(Value::Words, count, || first);
        }
    }
    let column = match fields.column {
        GridColumn::Texts(column) => of_texts(column, &meant),
        GridColumn::Figures(column) => of_figures(column, &meant, notation.convention),
    };
    (column, starred(fields))
}

/// So many rows without a number.
pub(super) fn missing(row_count: usize) -> (MeasureColumn, Vec<usize>) {
    let mut builder = MeasureBuilder::new(Measure::default());
    (0..row_count).for_each(|_| builder.push_status(Status::Missing));
    (builder.finish(), Vec::new())
}

/// The row of the sheet where a text is first met; the header is above.
fn first_row(column: &GridColumn, text: usize) -> usize {
    let row = match column {
        GridColumn::Texts(column) => column.rows.iter().position(|own| own == Some(text)),
        GridColumn::Figures(column) => {
            let mut odd = column.odd_rows.iter();
            odd.find(|(_, own)| *own == text).map(|(row, _)| *row)
        }
    };
    row.map_or(0, |row| row + 1)
}

fn of_texts(column: &TextColumn, meant: &[Meant]) -> MeasureColumn {
    let value = |meant: &Meant| meant.unwrap_or(0.0);
    let status = |meant: &Meant| meant.err().unwrap_or_default();
    let values: Vec<f64> = meant.iter().map(value).collect();
    let statuses: Vec<Status> = meant.iter().map(status).collect();
    let has_gaps = statuses.iter().any(|status| !status.is_number());
    let mut runs = Runs::default();
    for part in column.rows.parts() {
        let rows = part.to_vec();
        let of = |text: &u32| values.get(*text as usize).copied().unwrap_or(0.0);
        let values: Vec<f64> = rows.iter().map(of).collect();
        let status = |row: usize| {
            let text = rows.get(row).map_or(usize::MAX, |text| *text as usize);
            statuses.get(text).copied().unwrap_or(Status::Missing)
        };
        runs.push(&values, has_gaps.then_some(status));
    }
    runs.finish()
}

fn of_figures(column: &FigureColumn, meant: &[Meant], convention: Convention) -> MeasureColumn {
    let decimal = match convention {
        Convention::Danish => ',',
        Convention::English => '.',
        Convention::Each => column.mark,
    };
    let factors = factors(column.mark, decimal);
    let groups = only_groups(column, convention);
    let mut runs = Runs::default();
    let mut start = 0;
    for (digits, places) in column.runs() {
        let fields = digits.iter().zip(places);
        #[expect(clippy::indexing_slicing, reason = "a byte is below 256")]
        #[expect(clippy::cast_precision_loss, reason = "at most fifteen digits")]
        let values = fields.map(|(digits, places)| *digits as f64 / factors[usize::from(*places)]);
        let mut values: Vec<f64> = values.collect();
        if convention == Convention::Each {
            let figures = digits.iter().zip(places).zip(&mut values);
            let grouped = figures.filter(|((digits, places), _)| is_grouped(**digits, **places));
            grouped.for_each(|(_, value)| *value *= factors.get(3).copied().unwrap_or(1.0));
        }
        let odd = |row: usize| match column.figure(start + row) {
            Figure::Digits(..) => Err(Status::Missing),
            Figure::Blank => Err(Status::Missing),
            Figure::Odd(text) => meant.get(text).copied().unwrap_or(Err(Status::Missing)),
        };
        let is_number = |digits: i64, places: u8| {
            FigureColumn::is_figure(places) && !(groups && is_misgrouped(digits, places))
        };
        let figures = || digits.iter().zip(places);
        let has_gaps = figures().any(|(digits, places)| !is_number(*digits, *places));
        if has_gaps {
            let gaps = figures().zip(&mut values).enumerate();
            let gaps = gaps.filter(|(_, ((digits, places), _))| !is_number(**digits, **places));
            gaps.for_each(|(row, (_, value))| *value = odd(row).unwrap_or(0.0));
        }
        let is_figure = |row: usize| {
            let figure = digits.get(row).zip(places.get(row));
            figure.is_some_and(|(digits, places)| is_number(*digits, *places))
        };
        let status = |row: usize| match is_figure(row) {
            true => Status::Value,
            false => odd(row).err().unwrap_or_default(),
        };
        runs.push(&values, has_gaps.then_some(status));
        start += places.len();
    }
    runs.finish()
}

/// What digits with so many places are divided by; without decimals the mark only groups them.
fn factors(mark: char, decimal: char) -> [f64; 256] {
    let mut factors = [1.0; 256];
    let mut power = 1.0;
    for factor in factors.iter_mut().take(16).filter(|_| mark == decimal) {
        *factor = power;
        power *= 10.0;
    }
    factors
}

/// Whether the mark of a figure stands before three digits, and one to three before it.
pub(super) fn is_grouped(digits: i64, places: u8) -> bool {
    places == 3 && (1_000..1_000_000).contains(&digits.unsigned_abs())
}

/// Whether the mark of a column's figures does nothing but group thousands.
fn only_groups(column: &FigureColumn, convention: Convention) -> bool {
    match convention {
        Convention::Danish => column.mark == '.',
        Convention::English => column.mark == ',',
        Convention::Each => false,
    }
}

/// Whether a mark that groups thousands stands elsewhere than before three digits: `139.5` is no 1395.
fn is_misgrouped(digits: i64, places: u8) -> bool {
    FigureColumn::is_figure(places) && places > 0 && !is_grouped(digits, places)
}

/// How many figures of a column are no numbers in its convention, and the first of them with its row.
fn misgrouped(column: &FigureColumn, convention: Convention) -> (u64, Option<(String, usize)>) {
    let (mut count, mut first) = (0, None);
    let mut start = 0;
    for (digits, places) in column.runs().filter(|_| only_groups(column, convention)) {
        for (row, (digits, places)) in digits.iter().zip(places).enumerate() {
            if is_misgrouped(*digits, *places) {
                count += 1;
                first.get_or_insert_with(|| (column.written(*digits, *places), start + row + 1));
            }
        }
        start += places.len();
    }
    (count, first)
}

/// Rows with a star beside the number.
fn starred(fields: &Fields<'_>) -> Vec<usize> {
    let is_starred = |text: &Text<'_>| numbers::is_starred(text.cell());
    let starred: Vec<bool> = fields.texts.iter().map(is_starred).collect();
    if !starred.contains(&true) {
        return Vec::new();
    }
    let is_starred = |text: usize| starred.get(text).copied().unwrap_or(false);
    match fields.column {
        GridColumn::Texts(column) => {
            let rows = column.rows.iter().enumerate();
            let rows = rows.filter(|(_, text)| text.is_some_and(is_starred));
            rows.map(|(row, _)| row).collect()
        }
        GridColumn::Figures(column) => {
            let rows = column.odd_rows.iter().filter(|(_, text)| is_starred(*text));
            rows.map(|(row, _)| *row).collect()
        }
    }
}

/// Numbers run by run.
#[derive(Default)]
struct Runs {
    values: Doubles,
    statuses: Vec<StatusPart>,
    have_gaps: bool,
}

impl Runs {
    fn push(&mut self, values: &[f64], status: Option<impl Fn(usize) -> Status>) {
        self.values.push(values);
        self.have_gaps |= status.is_some();
        if let Some(status) = status {
            let statuses: StatusColumn = (0..values.len()).map(status).collect();
            self.statuses.extend_from_slice(statuses.parts());
        } else {
            self.statuses.push(StatusPart::numbers(values.len()));
        }
    }

    fn finish(self) -> MeasureColumn {
        MeasureColumn {
            measure: Measure::default(),
            numbers: self.values.finish(),
            status: self
                .have_gaps
                .then(|| StatusColumn::from_parts(self.statuses)),
        }
    }
}
