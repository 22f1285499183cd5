//! Columns whose headings say that one spells out the other.

use super::{pairs, partners};
use crate::draft::RawDimension;
use crate::name::slug;
use crate::vocabulary::without_label_words;

/// Whether the second is said to spell out the first, and does so, though two codes may have one name: a region keeps
/// its name when its code changes.
pub(super) fn spells_by_heading(codes: &RawDimension, labels: &RawDimension) -> bool {
    let count = codes.codes.len();
    is_label_heading(&codes.heading, &labels.heading)
        && codes.rows.len() == labels.rows.len()
        && pairs(codes, labels).is_some_and(|pairs| partners(count, &pairs).is_some())
}

/// Whether a heading is the other with a word for names: `sor_label` for `sor`.
fn is_label_heading(codes: &str, labels: &str) -> bool {
    let (short, long) = (slug(codes), slug(labels));
    let is_longer = long.len() > short.len() && long.starts_with(&short);
    is_longer && !short.is_empty() && without_label_words(codes) == without_label_words(labels)
}

/// The heading of the names, unless the codes have the same without the word for names: `sor` beside `sor_label`.
pub(super) fn joint_heading(codes: &str, labels: String) -> String {
    if labels.is_empty() || is_label_heading(codes, &labels) {
        codes.to_owned()
    } else {
        labels
    }
}
