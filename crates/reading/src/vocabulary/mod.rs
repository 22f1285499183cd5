//! The words of this crate: what headings and members are recognised by, and what is said about a reading.

mod classes;
mod decisions_da;
mod decisions_en;
mod decisions_more;
mod decisions_together;
mod drawing;
mod faults;
mod headings;
mod keywords;
mod language;
mod lines;
mod lists;
mod members;
mod notices;
mod pivots;
mod plans;
mod refusals;
mod totals;
mod warnings;
mod years;

pub(crate) use classes::{
    Rollup, begins_as_rate, is_unit_text, is_unit_word, names_measure, rollup_of,
};
pub(crate) use decisions_together::from_file;
pub use drawing::{Asked, column_letters, column_role, question, row_use};
pub(crate) use headings::{Heading, heading_of};
pub(crate) use keywords::in_words;
pub use language::{Language, Said, Weight};
pub(crate) use lines::{begins_table, is_filter, is_remark};
pub(crate) use members::{
    AGE_OPEN, AGE_UNITS, PRELIMINARY_MARKS, SPREADSHEET_ERRORS, YEAR_WORDS, age_label, blank_label,
    budget_of, is_code_heading, is_part_name, month_of, open_age_label, part_name, part_of_year,
    period_label, role_label, season_of, sex_of, total_label, value_label, without_label_words,
};
pub use notices::{Step, no_table, notes, notice, skipped, step, told};
pub(crate) use pivots::{is_counted, is_label_of_labels, is_label_of_values, is_pivot_filter};
pub use plans::{plan_refusal, unmatched};
pub use refusals::{Refused, refusal};
pub(crate) use totals::{is_mean, is_of_which, is_plain_total, is_total, is_unstated, total_of};
pub use warnings::warning;
pub(crate) use years::is_which_year;
