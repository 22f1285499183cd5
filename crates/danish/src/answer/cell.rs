//! What stands in a cell that shows no plain number, and how it is read aloud.

use crate::Language;

/// A withheld cell.
#[must_use]
pub fn hidden(language: Language) -> &'static str {
    language.pick("skjult", "hidden")
}

/// A cell that was not reported.
#[must_use]
pub fn missing(language: Language) -> &'static str {
    language.pick("mangler", "missing")
}

/// How a cell that cannot exist is read aloud; it is printed as a middle dot.
#[must_use]
pub fn not_applicable(language: Language) -> &'static str {
    language.pick("findes ikke", "not applicable")
}

/// The printed sign of a cell that cannot exist.
pub const NOT_APPLICABLE: &str = "·";

/// How a cell is read aloud, and what stands in its plot, where no number is made for places of its level.
#[must_use]
pub fn not_made(language: Language) -> &'static str {
    language.pick("opgøres ikke på dette niveau", "not counted at this level")
}

/// How a true zero is read aloud.
#[must_use]
pub fn zero(language: Language) -> &'static str {
    language.pick("nul", "zero")
}

/// A roll-up that may not be made; the reason stands above the table.
#[must_use]
pub fn refused(language: Language) -> &'static str {
    language.pick("ingen sum", "no sum")
}

/// A total of which a part is hidden.
#[must_use]
pub fn at_least(number: &str, language: Language) -> String {
    format!("{} {number}", language.pick("mindst", "at least"))
}

/// A total of which some parts have not reported, on screen and read aloud: `12.345 (94 af 98)`, and as a percentage where the parts
/// are rows by the thousand. `parts` are those that have reported, all, and their share in percent.
#[must_use]
pub fn incomplete(
    sum: Option<&str>,
    parts: &(String, String, u64),
    language: Language,
) -> (String, String) {
    let (covered, of, percent) = parts;
    let words = format!("{covered} {} {of}", language.pick("af", "of"));
    let short = if of.len() > 3 {
        format!("{percent} %")
    } else {
        words.clone()
    };
    let spoken = match language {
        Language::Da => format!("ufuldstændig: {words} dele har indberettet"),
        Language::En => format!("incomplete: {words} parts have reported"),
    };
    match sum {
        Some(sum) => (format!("{sum} ({short})"), format!("{sum}, {spoken}")),
        None => (short, spoken),
    }
}

/// How bounds are read aloud.
#[must_use]
pub fn bounds_spoken(low: &str, high: &str, language: Language) -> String {
    match language {
        Language::Da => format!("mellem {low} og {high}"),
        Language::En => format!("between {low} and {high}"),
    }
}

/// How an interval is read aloud after its number.
#[must_use]
pub fn interval_spoken(number: &str, limits: (&str, &str), language: Language) -> String {
    let (low, high) = limits;
    match language {
        Language::Da => format!("{number}, interval {low} til {high}"),
        Language::En => format!("{number}, interval {low} to {high}"),
    }
}

/// What stands in the plot of a hidden cell.
#[must_use]
pub fn hidden_remark(language: Language) -> &'static str {
    language.pick("af hensyn til diskretion", "for confidentiality")
}

/// What stands in the plot of a cell that was not reported.
#[must_use]
pub fn missing_remark(language: Language) -> &'static str {
    language.pick("ikke indberettet", "not reported")
}
