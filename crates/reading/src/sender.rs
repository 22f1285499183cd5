//! The key under which a plan is kept: the same for every file that a sender makes in the same way.

use std::collections::BTreeSet;

use formats::Sheet;

use crate::find::FoundSheet;
use crate::matching::{Found, loose};
use crate::name::slug;

/// The key of sheets with their tables; neither periods nor values nor the order of columns have a part in it.
pub(crate) fn of(sheets: &[Sheet], found: &[FoundSheet<'_>]) -> String {
    let mut texts = BTreeSet::new();
    for (sheet, found) in sheets
        .iter()
        .zip(found)
        .filter(|(_, found)| !found.tables.is_empty())
    {
        for table in &found.tables {
            texts.extend(entries(sheet.name(), &table.found));
        }
    }
    key(&texts)
}

/// The key of a single table.
pub(crate) fn of_table(sheet: &str, found: &Found<'_>) -> String {
    key(&entries(sheet, found).collect())
}

fn entries(sheet: &str, found: &Found<'_>) -> impl Iterator<Item = String> {
    let name = slug(sheet);
    let name: String = name
        .chars()
        .filter(|letter| !letter.is_ascii_digit())
        .collect();
    let columns = found.columns.iter();
    columns.map(move |column| format!("{name}/{}", loose(&column.heading)))
}

/// Sixteen digits of the texts, by the hash of Fowler, Noll and Vo, which will be the same for ever.
fn key(texts: &BTreeSet<String>) -> String {
    let bytes = texts
        .iter()
        .flat_map(|text| text.bytes().chain(std::iter::once(0)));
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}
