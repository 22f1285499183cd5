//! The corner of a header above the columns that group rows: pivot tables write there what they count, and other programs what
//! the rows of the header hold.

use std::collections::BTreeSet;

use crate::header::Part;
use crate::vocabulary::{is_counted, is_label_of_labels};

/// Leaves in the header what names its columns; gives what the corner says is counted.
pub(crate) fn clear(paths: &mut [Vec<Part>], numeric: &[bool]) -> Option<String> {
    let mut counted = None;
    let numeric = numeric.iter().copied().chain(std::iter::repeat(false));
    for (path, is_numeric) in paths.iter_mut().zip(numeric) {
        path.retain(|part| !is_label_of_labels(&part.text));
        if !is_numeric && let Some(at) = path.iter().position(|part| is_counted(&part.text)) {
            counted = counted.or(Some(path.remove(at).text));
        }
    }
    let last = paths.iter().flatten().map(|part| part.row).max();
    if let Some(row) = last {
        keep_names_of_rows(paths, row);
    }
    counted
}

/// Where the innermost row of the header only names what heads the rows, what stands above those names is about the rows of the
/// header.
fn keep_names_of_rows(paths: &mut [Vec<Part>], row: usize) {
    let has = |path: &&Vec<Part>| path.iter().any(|part| part.row == row);
    let named = paths.iter().take_while(has).count();
    let elsewhere = paths.iter().skip(named).any(|path| has(&path));
    let above: BTreeSet<usize> = paths
        .iter()
        .skip(named)
        .flatten()
        .map(|it| it.row)
        .collect();
    if elsewhere || above.len() < 2 {
        return;
    }
    for path in paths.iter_mut().take(named) {
        path.retain(|part| part.row == row);
    }
}
