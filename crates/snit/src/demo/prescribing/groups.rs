//! The groups of drugs, and how much of each is prescribed.

use table::{Role, Text};

use crate::demo::axes;
use crate::demo::cube::Axis;

/// A group of drugs: daily doses of a thousand patients a day, the share of patients who have it, kroner a dose, how much
/// more the old have of it, its growth a year, and how far winter lies above summer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) doses: f64,
    pub(super) patients: f64,
    pub(super) kroner: f64,
    pub(super) old: f64,
    pub(super) growth: f64,
    pub(super) winter: f64,
}

const fn group(
    (doses, patients, kroner): (f64, f64, f64),
    (old, growth, winter): (f64, f64, f64),
) -> Group {
    Group {
        doses,
        patients,
        kroner,
        old,
        growth,
        winter,
    }
}

const NAMES: [(&str, &str, &str); 12] = [
    ("A02BC", "Syrepumpehæmmere", "Proton pump inhibitors"),
    ("A10", "Midler mod diabetes", "Drugs for diabetes"),
    ("B01A", "Blodfortyndende midler", "Antithrombotics"),
    ("C09", "ACE-hæmmere og AT-II", "ACE inhibitors and ARBs"),
    ("C10AA", "Statiner", "Statins"),
    ("J01", "Antibiotika", "Antibiotics"),
    ("M01A", "NSAID", "NSAIDs"),
    ("N02A", "Opioider", "Opioids"),
    ("N05C", "Sovemidler", "Hypnotics"),
    ("N06A", "Midler mod depression", "Antidepressants"),
    ("N06BA", "Midler mod ADHD", "Drugs for ADHD"),
    (
        "R03",
        "Midler mod astma og KOL",
        "Drugs for asthma and COPD",
    ),
];

pub(super) const GROUPS: [Group; 12] = [
    group((75.0, 0.125, 0.6), (1.4, -0.01, 0.0)),
    group((68.0, 0.058, 5.2), (1.3, 0.06, 0.0)),
    group((62.0, 0.098, 4.9), (2.2, 0.02, 0.0)),
    group((175.0, 0.165, 0.35), (1.7, 0.01, 0.0)),
    group((135.0, 0.125, 0.3), (1.8, 0.02, 0.0)),
    group((13.5, 0.235, 4.2), (0.4, -0.025, 0.21)),
    group((28.0, 0.120, 0.9), (0.5, -0.03, 0.02)),
    group((12.0, 0.075, 6.1), (1.2, -0.04, 0.0)),
    group((11.0, 0.035, 1.1), (1.3, -0.06, 0.02)),
    group((78.0, 0.083, 0.9), (0.5, 0.005, 0.0)),
    group((17.0, 0.014, 9.5), (-0.9, 0.13, 0.0)),
    group((55.0, 0.085, 5.5), (0.9, 0.0, 0.07)),
];

impl Group {
    /// Daily doses of a year for so many patients, of whom this share is old.
    pub(super) fn of_year(self, patients: f64, old: f64, passed: f64) -> f64 {
        patients * self.doses * 0.365 * self.among(old) * (1.0 + self.growth * passed)
    }

    /// What there is among patients of whom this share is old, against a fifth.
    pub(super) fn among(self, old: f64) -> f64 {
        (1.0 + self.old * (old - 0.2) / 0.2 * 0.5).max(0.3)
    }
}

/// The axis of the groups, with all of them together first.
pub(super) fn atc_axis() -> Axis {
    axes::total_axis(
        axes::dimension("atc", ("Lægemiddelgruppe", "Group of drugs"), Role::Other),
        ("IALT", Text::new("De tolv grupper", "The twelve groups")),
        &NAMES,
    )
}
