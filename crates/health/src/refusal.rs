//! Why a question has no answer, and what is remarkable about one that has.

use table::Text;

/// Why nothing is answered. All but the last are the asker's to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such table.
    UnknownTable {
        /// The name asked for.
        name: String,
        /// Tables there are.
        known: Vec<String>,
    },
    /// The fields of the question do not settle on one table.
    TableNeeded {
        /// Tables there are.
        known: Vec<String>,
    },
    /// The table has no such level.
    UnknownLevel {
        /// The name asked for.
        name: String,
        /// Levels there are.
        known: Vec<String>,
    },
    /// The table has no such measure.
    UnknownMeasure {
        /// The name asked for.
        name: String,
        /// Measures there are.
        known: Vec<String>,
    },
    /// The package declares no such indicator.
    UnknownIndicator {
        /// The name asked for.
        name: String,
    },
    /// The level has no such member.
    UnknownMember {
        /// The level.
        level: String,
        /// The code or label asked for.
        member: String,
    },
    /// The answer would be larger than memory allows.
    TooLarge,
}

/// What is shown where a roll-up is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Instead {
    /// The largest part and the sum of the parts, as bounds.
    Bounds,
    /// Nothing.
    Nothing,
}

/// Why a measure may not be rolled up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The same person may be counted more than once.
    SamePerson,
    /// It is a stock at a date, not a flow.
    Stock,
    /// The same thing may be counted in several members, such as a stay that spans hospitals.
    CountedInSeveral,
    /// It is an index, median or percentile, which only its publisher can compute.
    OnlyPrinted,
    /// The measure that it is weighted by, or a part of the ratio, is itself refused.
    PartsRefused,
}

/// Why an indicator has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotComputed {
    /// It is asked by people whom only its numerator tells apart.
    OtherPeople,
    /// Fewer than ten events: the weights of single ones would decide a standardised rate.
    FewEvents,
    /// A stratum that weighs has no people.
    EmptyStratum,
    /// The standard population has nobody, or nothing was expected.
    NoStandard,
    /// A number that cannot be one of events or people.
    Unsound,
}

/// Something to tell beside an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// A measure cannot be summed over the dimensions.
    NotSummed {
        /// The measure.
        measure: Text,
        /// The dimensions left out of the question.
        over: Vec<Text>,
        /// Why.
        reason: Reason,
        /// What is shown.
        instead: Instead,
        /// The bounds of the first group, as an example.
        example: Option<(f64, f64)>,
    },
    /// An indicator has no value in some groups.
    NotComputed {
        /// The indicator.
        indicator: Text,
        /// Why.
        why: NotComputed,
    },
    /// The printed total differs from the sum of its parts and is shown.
    PrintedTotal {
        /// The measure.
        measure: Text,
        /// What is printed.
        printed: f64,
        /// What the parts add up to.
        computed: f64,
    },
}
