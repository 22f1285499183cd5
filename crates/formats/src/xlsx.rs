//! Excel workbooks.

use crate::{FormatError, Limits, Progress, Sheet, Warning};

/// Reads all sheets of a workbook.
///
/// # Errors
/// When a limit is exceeded or the workbook is damaged or protected.
pub fn read(
    bytes: &[u8],
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Vec<Sheet>, Vec<Warning>), FormatError> {
    let _ = (bytes, limits, progress);
    Err(FormatError::Empty)
}
