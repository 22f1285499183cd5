//! From codes and values to sentences.

use danish::answer::figure::Doubt;
use danish::answer::level;
use danish::answer::question::{self as sentence, Kind};
use danish::answer::rollup::{self, Why, WhyNot};
use health::interval::Method;
use health::{Dataset, Indicator, Instead, NotComputed, Reason, Remark, Text};
use protocol::message::{Notice, Refusal, Weight};
use table::TableError;

/// The words' language for a message's.
#[must_use]
pub(crate) fn language(language: protocol::state::Language) -> danish::Language {
    match language {
        protocol::state::Language::Da => danish::Language::Da,
        protocol::state::Language::En => danish::Language::En,
    }
}

/// A text in one language.
pub(crate) fn text(text: &Text, language: danish::Language) -> String {
    language.pick(&text.da, &text.en).to_owned()
}

/// Whether the numbers of an indicator have intervals, which are of what is counted among something.
pub(crate) fn doubt(indicator: &Indicator) -> Doubt {
    let method = method(indicator.interval_method());
    let method = method.filter(|_| indicator.denominator.is_some());
    method.map_or(Doubt::NoInterval, Doubt::Interval)
}

/// The name of a method of intervals, by those who thought of it; none where there is no interval.
pub(crate) fn method(method: Method) -> Option<&'static str> {
    match method {
        Method::Byar => Some("Byar"),
        Method::Wilson => Some("Wilson"),
        Method::Exact => Some("Clopper–Pearson"),
        Method::ExactPoisson => Some("Poisson"),
        Method::Dobson => Some("Dobson"),
        Method::None => None,
    }
}

/// Tables that did not arrive whole.
pub(crate) fn damaged(name: &str, language: danish::Language) -> Refusal {
    let (what, remedy) = sentence::damaged(name, language);
    told(what, remedy)
}

/// Rows that were not added to what is open.
pub(crate) fn not_added(error: &TableError, open: &str, language: danish::Language) -> Refusal {
    if matches!(error, TableError::Damaged { .. }) {
        return damaged(open, language);
    }
    let (what, remedy) = sentence::other_columns(language);
    told(what.to_owned(), remedy)
}

/// A package, which nothing is added to.
pub(crate) fn stands_alone(language: danish::Language) -> Refusal {
    let (what, remedy) = sentence::stands_alone(language);
    told(what.to_owned(), remedy)
}

fn told(what: String, remedy: &str) -> Refusal {
    Refusal {
        what,
        remedy: remedy.to_owned(),
        ..Refusal::default()
    }
}

/// The same for a data set: a level that other tables have is not misspelt, its numbers are not made at it.
pub(crate) fn refused(
    dataset: &Dataset,
    refusal: &health::Refusal,
    language: danish::Language,
) -> Refusal {
    if let health::Refusal::UnknownLevel { name, known } = refusal {
        let mut tables = dataset.tables().iter();
        if tables.any(|table| health::has_level(table, name)) {
            let (what, remedy) = level::not_here(name, known, language);
            return Refusal {
                what,
                remedy,
                ..Refusal::default()
            };
        }
    }
    self::refusal(refusal, language)
}

/// Why a question was not answered.
pub(crate) fn refusal(refusal: &health::Refusal, language: danish::Language) -> Refusal {
    use health::Refusal as R;
    let unknown = |kind, name: &String, known: &[String]| {
        let (what, remedy) = sentence::unknown(kind, name, known, language);
        Refusal {
            what,
            remedy,
            ..Refusal::default()
        }
    };
    match refusal {
        R::UnknownTable { name, known } => unknown(Kind::Table, name, known),
        R::UnknownLevel { name, known } => unknown(Kind::Level, name, known),
        R::UnknownMeasure { name, known } => unknown(Kind::Measure, name, known),
        R::UnknownIndicator { name } => unknown(Kind::Indicator, name, &[]),
        R::TableNeeded { known } => {
            let (_, remedy) = sentence::unknown(Kind::Table, "", known, language);
            Refusal {
                what: sentence::table_needed(language).to_owned(),
                remedy,
                ..Refusal::default()
            }
        }
        R::UnknownMember { level, member } => {
            let what = sentence::unknown_member(level, member, language);
            Refusal {
                what,
                place: level.clone(),
                ..Refusal::default()
            }
        }
        R::TooLarge => {
            let (what, remedy) = sentence::too_large(language);
            Refusal {
                what: what.to_owned(),
                remedy: remedy.to_owned(),
                ..Refusal::default()
            }
        }
    }
}

/// No package is open.
pub(crate) fn nothing_open(language: danish::Language) -> Refusal {
    let (what, remedy) = sentence::nothing_open(language);
    Refusal {
        what: what.to_owned(),
        remedy: remedy.to_owned(),
        ..Refusal::default()
    }
}

/// Answers that have not come.
pub(crate) fn piece_missing(language: danish::Language) -> Refusal {
    use danish::ui::Shell;
    Refusal {
        what: Shell::PieceMissing.in_language(language).to_owned(),
        remedy: Shell::PieceMissingRemedy.in_language(language).to_owned(),
        ..Refusal::default()
    }
}

/// Remarks as notices, each once.
pub(crate) fn notices(remarks: &[Remark], language: danish::Language) -> Vec<Notice> {
    remarks.iter().fold(Vec::new(), |mut notices, remark| {
        let said = notice(remark, language);
        if !notices
            .iter()
            .any(|notice: &Notice| is_told(notice, &said, remark))
        {
            notices.push(said);
        }
        notices
    })
}

/// One example of a sum that is not made will do; of an indicator without value each reason is told.
fn is_told(notice: &Notice, said: &Notice, remark: &Remark) -> bool {
    let is_reason = matches!(remark, Remark::NotComputed { .. });
    notice.headline == said.headline && (!is_reason || notice.text == said.text)
}

fn notice(remark: &Remark, language: danish::Language) -> Notice {
    match remark {
        Remark::NotSummed {
            measure,
            over,
            reason,
            instead,
            example,
        } => {
            let over: Vec<String> = over.iter().map(|name| text(name, language)).collect();
            let example = example.map(|(low, high)| danish::number::range(low, high, 0, language));
            let shown = match instead {
                Instead::Bounds => rollup::bounds_shown(example.as_deref(), language),
                Instead::Nothing => rollup::group_by_it(&over, language),
            };
            Notice {
                weight: Weight::Caution,
                headline: rollup::headline(&text(measure, language), &over, language),
                text: format!("{} {shown}", rollup::reason(why(*reason), language)),
            }
        }
        Remark::NotComputed { indicator, why } => Notice {
            weight: Weight::Caution,
            headline: rollup::not_computed_headline(&text(indicator, language), language),
            text: rollup::not_computed(why_not(*why), language).to_owned(),
        },
        Remark::PrintedTotal {
            measure,
            printed,
            computed,
        } => {
            let number = |value| danish::number::number(value, 0, language);
            let measure = text(measure, language);
            Notice {
                weight: Weight::Remark,
                headline: rollup::printed_total_headline(language).to_owned(),
                text: rollup::printed_total(
                    &measure,
                    &number(*printed),
                    &number(*computed),
                    language,
                ),
            }
        }
    }
}

fn why_not(why: NotComputed) -> WhyNot {
    match why {
        NotComputed::OtherPeople => WhyNot::OtherPeople,
        NotComputed::FewEvents => WhyNot::FewEvents,
        NotComputed::EmptyStratum => WhyNot::EmptyStratum,
        NotComputed::NoStandard => WhyNot::NoStandard,
        NotComputed::Unsound => WhyNot::Unsound,
    }
}

fn why(reason: Reason) -> Why {
    match reason {
        Reason::SamePerson => Why::SamePerson,
        Reason::Stock => Why::Stock,
        Reason::CountedInSeveral => Why::CountedInSeveral,
        Reason::OnlyPrinted => Why::OnlyPrinted,
        Reason::PartsRefused => Why::PartsRefused,
    }
}
