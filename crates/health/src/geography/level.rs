//! The kinds of place, finest first.

use table::Text;

/// A kind of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// One of the 98 municipalities.
    Municipality,
    /// One of the 17 health councils.
    HealthCouncil,
    /// One of the 11 provinces of official statistics.
    Province,
    /// One of the four regions from 2027.
    Region,
    /// One of the five regions from 2007 to 2026.
    Region2007,
    /// The whole country.
    Country,
}

impl Level {
    /// Every kind, finest first.
    pub const ALL: [Self; 6] = [
        Self::Municipality,
        Self::HealthCouncil,
        Self::Province,
        Self::Region,
        Self::Region2007,
        Self::Country,
    ];

    /// The name a slice uses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Municipality => "kommune",
            Self::HealthCouncil => "sundhedsraad",
            Self::Province => "landsdel",
            Self::Region => "region",
            Self::Region2007 => "region_2007",
            Self::Country => "land",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }

    /// What people read.
    #[must_use]
    pub fn label(self) -> Text {
        match self {
            Self::Municipality => Text::new("Kommune", "Municipality"),
            Self::HealthCouncil => Text::new("Sundhedsråd", "Health council"),
            Self::Province => Text::new("Landsdel", "Province"),
            Self::Region => Text::new("Region", "Region"),
            Self::Region2007 => Text::new("Region (2007-2026)", "Region (2007-2026)"),
            Self::Country => Text::new("Hele landet", "Denmark"),
        }
    }
}
