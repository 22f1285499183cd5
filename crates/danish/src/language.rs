//! The two languages of the product.

/// The language of words, numbers and dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Danish.
    #[default]
    Da,
    /// English.
    En,
}

impl Language {
    /// The language's code in HTML and in package descriptors.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }

    /// The first text in Danish, the second in English.
    #[must_use]
    pub const fn pick<'text>(self, danish: &'text str, english: &'text str) -> &'text str {
        match self {
            Self::Da => danish,
            Self::En => english,
        }
    }
}
