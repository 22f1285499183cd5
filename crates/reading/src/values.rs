//! A column of numbers: its values, its signs, and what was odd in it.

use formats::Sheet;
use table::Status;

use crate::block::Block;
use crate::header::text;
use crate::numbers::{self, Value};
use crate::profile::Profile;
use crate::reading::{Convention, Notice};

/// A column of numbers, one entry a row of the body.
pub(crate) struct Column {
    pub(crate) values: Vec<Result<f64, Status>>,
    /// Entries with a star beside the number.
    pub(crate) starred: Vec<usize>,
}

/// Reads the column at this index; what is odd in it is added up.
pub(crate) fn read(
    place: (&Sheet, &Block),
    index: usize,
    profile: &Profile,
    odd: &mut Odd,
) -> Column {
    let (sheet, block) = place;
    odd.doubtful(profile, profile.notation().convention);
    let mut read = Column {
        values: Vec::with_capacity(block.body.len()),
        starred: Vec::new(),
    };
    for (at, &row) in block.body.iter().enumerate() {
        let cell = sheet.cell(row, index);
        if numbers::is_starred(cell) {
            read.starred.push(at);
        }
        let value = profile.value(cell);
        read.values
            .push(odd.add(value, 1, || (text(cell).into_owned(), row)));
    }
    read
}

/// What was met among the numbers of a measure that is none, or could be read in another way.
#[derive(Default)]
pub(crate) struct Odd {
    hidden: u64,
    error_count: u64,
    error: Option<(String, usize)>,
    unread_count: u64,
    unread: Option<(String, usize)>,
    doubt: Option<(Convention, u64, String)>,
}

impl Odd {
    /// What a value means that so many cells have; the first of them stands in a row, from 0.
    pub(crate) fn add(
        &mut self,
        value: Value,
        count: u64,
        first: impl FnOnce() -> (String, usize),
    ) -> Result<f64, Status> {
        match value {
            Value::Number(number) => Ok(number),
            Value::Blank => Err(Status::Missing),
            Value::Sign(status) => {
                self.hidden += if status == Status::Hidden { count } else { 0 };
                Err(status)
            }
            Value::Error => {
                self.error.get_or_insert_with(first);
                self.error_count += count;
                Err(Status::Missing)
            }
            Value::Words => {
                self.unread.get_or_insert_with(first);
                self.unread_count += count;
                Err(Status::Missing)
            }
        }
    }

    /// A column that could be read in another way.
    pub(crate) fn doubtful(&mut self, profile: &Profile, convention: Convention) {
        let Some((count, example)) = profile.evidence.told() else {
            return;
        };
        let doubt = self.doubt.get_or_insert((convention, 0, example));
        doubt.1 += count;
    }

    /// Tells it all of a column with this heading.
    pub(crate) fn tell(self, heading: &str, notices: &mut Vec<Notice>) {
        let column = || heading.to_owned();
        if let Some((convention, evidence, example)) = self.doubt {
            notices.push(Notice::Convention {
                column: column(),
                convention,
                evidence,
                example,
            });
        }
        if self.hidden > 0 {
            notices.push(Notice::Hidden {
                column: column(),
                count: self.hidden,
            });
        }
        let from_one = |row: usize| u64::try_from(row).map_or(u64::MAX, |row| row + 1);
        if let Some((example, row)) = self.error {
            notices.push(Notice::Errors {
                column: column(),
                count: self.error_count,
                example,
                row: from_one(row),
            });
        }
        if let Some((example, row)) = self.unread {
            let row = from_one(row);
            notices.push(Notice::Unread {
                column: column(),
                count: self.unread_count,
                example,
                row,
            });
        }
    }
}
