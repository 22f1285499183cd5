//! What a place is held against, and what must be known of single numbers.

use super::view::place_count;
use crate::{Language, number};

/// So many places that are like a place, such as `12 lignende kommuner`.
#[must_use]
pub fn similar(level: &str, count: usize, language: Language) -> String {
    let one_many = [("lignende", "similar"), ("lignende", "similar")];
    described(one_many, (level, count), language)
}

/// So many places of an own list, such as `3 valgte kommuner`.
#[must_use]
pub fn listed(level: &str, count: usize, language: Language) -> String {
    let one_many = [("valgt", "chosen"), ("valgte", "chosen")];
    described(one_many, (level, count), language)
}

fn described(
    [one, many]: [(&str, &str); 2],
    (level, count): (&str, usize),
    language: Language,
) -> String {
    let (da, en) = if count == 1 { one } else { many };
    let number = number::whole(count, language);
    let number = format!("{number} {}", language.pick(da, en));
    place_count(level, count, &number, language)
}

/// The choice of an own list.
#[must_use]
pub fn own_list(language: Language) -> &'static str {
    language.pick("Egen liste", "Own list")
}

/// That the package has nothing of this name to hold places against: what, and what to write instead, with a place of the
/// package as an example if it has any.
#[must_use]
pub fn unknown(
    name: &str,
    (known, example): (&[String], Option<&str>),
    language: Language,
) -> (String, String) {
    let mut ways = known.to_vec();
    if let Some(example) = example {
        let place = language.pick("et sted som", "a place such as");
        ways.push(format!("{place} {example}"));
        let several = (
            "flere steder med komma imellem",
            "several places with commas between",
        );
        ways.push(language.pick(several.0, several.1).to_owned());
    }
    let ways: Vec<&str> = ways.iter().map(String::as_str).collect();
    let ways = crate::list::alternatives(&ways, language);
    match language {
        Language::Da => (
            format!("»{name}« er ikke noget, pakkens steder kan holdes op imod."),
            format!("Skriv {ways}."),
        ),
        Language::En => (
            format!("“{name}” is nothing that the places of the package can be held against."),
            format!("Write {ways}."),
        ),
    }
}

/// That the place has none of what it was to be compared with: the headline and what is shown.
#[must_use]
pub fn not_there(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Da => (
            "Det, der skulle sammenlignes med, findes ikke her.",
            "Viser hele landet i stedet.",
        ),
        Language::En => (
            "What was to be compared with is not there.",
            "Showing the whole country instead.",
        ),
    }
}

/// That an own list holds nothing as yet: the headline and what is shown.
#[must_use]
pub fn empty_list(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Da => (
            "Din liste er tom.",
            "Vælg steder til den. Viser hele landet imens.",
        ),
        Language::En => (
            "Your list is empty.",
            "Choose places for it. Showing the whole country meanwhile.",
        ),
    }
}

/// That places of an own list are not in the package.
#[must_use]
pub fn left_out(count: usize, language: Language) -> (String, &'static str) {
    let count = number::whole(count, language);
    match language {
        Language::Da => (
            format!("{count} af listens steder er ikke med."),
            "De findes ikke i pakken, eller de er af et andet niveau end det første.",
        ),
        Language::En => (
            format!("{count} of the places in the list are left out."),
            "They are not in the package, or of another level than the first.",
        ),
    }
}

/// How many of the places have a number, such as `94 af 98 kommuner`, or `98 kommuner` where all have.
#[must_use]
pub fn covered(level: &str, (covered, of): (usize, usize), language: Language) -> String {
    let all = number::whole(of, language);
    let number = if covered == of {
        all
    } else {
        let covered = number::whole(covered, language);
        format!("{covered} {} {all}", language.pick("af", "of"))
    };
    place_count(level, of, &number, language)
}

/// How an incomplete number is read aloud, and what stands in its plot.
#[must_use]
pub fn reported(covered: &str, language: Language) -> String {
    format!(
        "{covered} {}",
        language.pick("har indberettet", "have reported")
    )
}

/// The note on a benchmark that only some of its places are part of.
#[must_use]
pub fn only_covered(covered: &str, language: Language) -> String {
    match language {
        Language::Da => {
            format!("Sammenligningen dækker {covered}; de andre har intet tal.")
        }
        Language::En => {
            format!("The comparison covers {covered}; the others have no number.")
        }
    }
}

/// The note on a benchmark that is a median.
#[must_use]
pub fn median(covered: &str, language: Language) -> String {
    match language {
        Language::Da => {
            format!("Median af {covered}: deres tal kan ikke lægges sammen.")
        }
        Language::En => {
            format!("Median of {covered}: their numbers cannot be added.")
        }
    }
}

/// A median of places within a sentence.
#[must_use]
pub fn median_of(name: &str, language: Language) -> String {
    format!("{} {name}", language.pick("median af", "median of"))
}

/// The note on a benchmark that a hidden number leaves without a value.
#[must_use]
pub fn hidden_among(language: Language) -> &'static str {
    language.pick(
        "Et af tallene bag sammenligningen er skjult, så deres sum kendes ikke.",
        "One of the numbers behind the comparison is hidden, so their sum is not known.",
    )
}

/// The note on a benchmark whose places have numbers that cannot be summed, nor one each.
#[must_use]
pub fn not_added(language: Language) -> &'static str {
    language.pick(
        "Tallene bag sammenligningen kan ikke lægges sammen.",
        "The numbers behind the comparison cannot be added.",
    )
}

/// The note on a benchmark without a value for other reasons.
#[must_use]
pub fn no_number(language: Language) -> &'static str {
    language.pick(
        "Ingen af stederne bag sammenligningen har et tal.",
        "None of the places behind the comparison has a number.",
    )
}

/// The note on a number of few events.
#[must_use]
pub fn few_events(language: Language) -> &'static str {
    language.pick(
        "Under 10 tilfælde: for få til at blive vurderet.",
        "Fewer than 10 events: too few to be judged.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_written_instead_is_told_as_alternatives_with_a_place_of_the_package() {
        let known = ["land:000", "hjem"].map(str::to_owned);
        let (what, remedy) = unknown("x", (&known, Some("hjem:a")), Language::Da);
        assert_eq!(
            what,
            "»x« er ikke noget, pakkens steder kan holdes op imod."
        );
        assert_eq!(
            remedy,
            "Skriv land:000, hjem, et sted som hjem:a eller flere steder med komma imellem."
        );
        let (_, remedy) = unknown("x", (&known[..1], None), Language::En);
        assert_eq!(remedy, "Write land:000.");
    }
}
