//! Long texts one after the other; a text seen lately is not stored again.

/// Where a text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: u32,
    pub(super) length: u32,
}

/// Slots that remember lately stored texts. A bounded memory loses little: columns of few different
/// texts always hit, and columns of many would fill a full index with texts that never return.
const SLOTS: usize = 1 << 15;

/// The texts of a sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    all: String,
    recent: Vec<Span>,
}

impl Texts {
    /// Stores a text, or finds it among the recent ones; none when there is no memory for it.
    pub(super) fn keep(&mut self, text: &str) -> Option<Span> {
        if self.recent.is_empty() {
            self.recent.resize(SLOTS, Span::default());
        }
        let slot = slot(text);
        let known = self.recent.get(slot).copied().unwrap_or_default();
        if self.get(known) == text {
            return Some(known);
        }
        let span = self.append(text)?;
        if let Some(place) = self.recent.get_mut(slot) {
            *place = span;
        }
        Some(span)
    }

    pub(super) fn get(&self, span: Span) -> &str {
        let start = span.start as usize;
        self.all
            .get(start..start + span.length as usize)
            .unwrap_or_default()
    }

    /// Forgets what only serves adding.
    pub(super) fn shrink(&mut self) {
        self.recent = Vec::new();
        self.all.shrink_to_fit();
    }

    fn append(&mut self, text: &str) -> Option<Span> {
        let start = u32::try_from(self.all.len()).ok()?;
        let length = u32::try_from(text.len()).ok()?;
        self.all.try_reserve(text.len()).ok()?;
        self.all.push_str(text);
        Some(Span { start, length })
    }
}

/// Eight bytes at a time through one multiplication, which is enough to spread slots.
fn slot(text: &str) -> usize {
    let mut hash = text.len() as u64;
    for chunk in text.as_bytes().chunks(8) {
        let mut word = [0; 8];
        word.iter_mut()
            .zip(chunk)
            .for_each(|(to, from)| *to = *from);
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
    (hash >> 49) as usize
}
