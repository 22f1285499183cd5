//! Figures held against what `--against` names, and how they stand, in words and in codes.

use danish::Language;
use danish::terminal::{Phrase, phrase};
use danish::ui::Quality;
use protocol::message::Answer;
use protocol::view::Judgement;
use protocol::{Slice, ViewState};
use session::{HeldRow, Session};

use crate::failure::Failure;
use crate::file;

/// Refuses slices whose answers are no rows of places.
pub(super) fn can_be_held(slice: &Slice, language: Language) -> Result<(), Failure> {
    if slice.histograms.is_empty() && slice.distinct.is_empty() {
        return Ok(());
    }
    let words = phrase(Phrase::NoRowsToHold, language);
    Err(Failure::Told(words.to_owned()))
}

/// The columns of an answer held against what is asked for; an answer without an indicator has nothing that could be.
pub(super) fn held(
    session: &Session,
    (slice, answer): (&Slice, &Answer),
    against: &str,
    language: Language,
) -> Result<Vec<Option<Vec<HeldRow>>>, Failure> {
    let held = session.held((slice, answer), &state(against, language));
    let held = held.map_err(Failure::Refused)?;
    if held.iter().all(Option::is_none) {
        let words = phrase(Phrase::NothingToHold, language);
        return Err(Failure::Told(words.to_owned()));
    }
    Ok(held)
}

/// The words of links; several places with commas between are an own list.
fn state(against: &str, language: Language) -> ViewState {
    let places = against.split(',').map(str::trim);
    let list: Vec<String> = places
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect();
    let is_list = list.len() > 1;
    let named = list.first().cloned().unwrap_or_default();
    ViewState {
        against: Some(if is_list { "list".to_owned() } else { named }),
        list: if is_list { list } else { Vec::new() },
        language: file::spoken(language),
        ..ViewState::default()
    }
}

/// A judgement for people; nothing where there is none.
pub(super) fn word(judgement: Option<Judgement>, language: Language) -> &'static str {
    let word = match judgement {
        None => return "",
        Some(Judgement::Better) => Quality::Better,
        Some(Judgement::Same) => Quality::Same,
        Some(Judgement::Worse) => Quality::Worse,
        Some(Judgement::NotAssessed) => Quality::NotAssessed,
    };
    word.in_language(language)
}

/// The same for machines.
pub(super) const fn code(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Better => "better",
        Judgement::Same => "no_difference",
        Judgement::Worse => "worse",
        Judgement::NotAssessed => "not_assessed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_is_what_links_write_and_several_are_a_list() {
        let region = state("region", Language::Da);
        assert_eq!(
            (region.against.as_deref(), region.list.len()),
            (Some("region"), 0)
        );
        let own = state("kommune:0607, kommune:0621", Language::En);
        assert_eq!(own.against.as_deref(), Some("list"));
        assert_eq!(own.list, ["kommune:0607", "kommune:0621"]);
    }
}
