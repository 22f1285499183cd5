//! The two languages, and a remark put into one of them.

/// The language of what is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Danish.
    #[default]
    Danish,
    /// English.
    English,
}

impl Language {
    /// The one of two texts that is in this language.
    #[must_use]
    pub fn pick<'a>(self, danish: &'a str, english: &'a str) -> &'a str {
        match self {
            Self::Danish => danish,
            Self::English => english,
        }
    }

    /// A number with thousands marked.
    pub(super) fn number(self, number: u64) -> String {
        let digits = number.to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push_str(self.pick(".", ","));
            }
            grouped.push(digit);
        }
        grouped
    }
}

/// How much a remark matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// Good to know.
    #[default]
    Remark,
    /// The numbers are other than one might think.
    Caution,
}

/// A remark in words: a headline and what there is to add.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// How much it matters.
    pub weight: Weight,
    /// The first sentence.
    pub headline: String,
    /// The rest; may be empty.
    pub text: String,
}
