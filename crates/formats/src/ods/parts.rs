//! What the parts of an OpenDocument sheet hold beside cells.

use crate::survey::Look;
use crate::{Feature, Format, FormatError, Limits, Warning};

/// What was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    pub(super) warnings: Vec<Warning>,
}

impl Look for Parts {
    const FORMAT: Format = Format::Ods;
    const LOCKED: Feature = Feature::PasswordOpenDocument;

    fn part(&mut self, name: &str) {
        let is_macro = name.starts_with("Basic/") || name.starts_with("Scripts/");
        if is_macro && self.warnings.is_empty() {
            self.warnings.push(Warning::Macros);
        }
    }

    fn seeks(start: &[u8]) -> bool {
        start.starts_with(b"<manifest:encryption-data")
    }

    fn element(&mut self, _: &[u8], _: &Limits) -> Result<(), FormatError> {
        Err(FormatError::unsupported(Self::LOCKED))
    }
}
