//! Texts of a file from their bytes.

use super::dictionary::Dictionary;
use super::encoding;

/// In so many lines of a sample there are enough to tell the delimiter, however its bytes are turned into letters.
const ENOUGH_LINES: usize = 1_000;

/// How bytes are turned into letters: UTF-8 if every text is, else Windows-1252.
#[derive(Debug, Default)]
pub(super) struct Letters {
    pub(super) is_windows: bool,
    /// Whether there are letters of several bytes in UTF-8: then a text that is not may only be broken.
    has_utf8: bool,
}

impl Letters {
    pub(super) fn look(&mut self, texts: &Dictionary) {
        self.look_at(texts.texts().iter().map(|text| &**text));
    }

    pub(super) fn look_at<'t>(&mut self, texts: impl Iterator<Item = &'t [u8]>) {
        for text in texts.filter(|text| !text.is_ascii()) {
            match std::str::from_utf8(text) {
                Ok(_) => self.has_utf8 = true,
                Err(_) => self.is_windows = true,
            }
        }
    }

    /// A sample of few lines may be cut elsewhere when all letters before its end take one byte.
    pub(super) fn are_sure(&self, sample: &[u8]) -> bool {
        let lines = || sample.iter().filter(|byte| **byte == b'\n').count();
        let is_enough = sample.is_ascii() || lines() >= ENOUGH_LINES;
        !self.is_windows || !self.has_utf8 && is_enough
    }

    pub(super) fn texts(&self, texts: &Dictionary) -> Option<Vec<String>> {
        texts.texts().iter().map(|text| self.text(text)).collect()
    }

    /// None for a byte that means no letter.
    pub(super) fn text(&self, bytes: &[u8]) -> Option<String> {
        if self.is_windows {
            encoding::windows_text(bytes)
        } else {
            std::str::from_utf8(bytes).ok().map(str::to_owned)
        }
    }
}
