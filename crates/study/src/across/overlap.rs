//! Overlap between sectors: of those who met one, how many met that alone and how many each other.

use danish::Language;
use danish::ui::Across as Word;
use danish::ui::across as words;
use health::Figure;
use health::across::{Overlap, SectorCount, Set};
use leptos::prelude::*;

use super::counted::positions;
use super::figure::cell;
use super::shown::Cell;

/// The table, with what its sums are without.
#[component]
pub(super) fn OverlapTable(
    /// Names of the sectors.
    sectors: Vec<String>,
    /// What they share.
    overlap: Overlap,
    /// The language.
    language: Language,
) -> impl IntoView {
    let say = move |word: Word| word.in_language(language);
    let heads = sectors.iter().map(|name| {
        let spoken = say(Word::AndAlso);
        view! { <th scope="col" class="number"><span class="spoken">{spoken}" "</span>{name.clone()}</th> }
    });
    let heads = heads.collect_view();
    let rows = sectors.iter().zip(&overlap.sectors).enumerate();
    let rows = rows.map(|(at, (name, counts))| row((at, name), counts, language));
    let rows = rows.collect_view();
    let is_open = overlap.sectors.iter().any(|counts| {
        let mut all = counts.with.iter().chain([&counts.at_all]);
        all.any(|figure| matches!(figure, Figure::AtLeast(_)))
    });
    let lacking = lacking(&overlap.lacking, &sectors, language);
    view! {
        <section class="section" aria-labelledby="across-overlaps">
            <div class="section-head"><h2 id="across-overlaps">{say(Word::Overlaps)}</h2></div>
            <p class="quiet">{say(Word::OverlapsRule)}</p>
            <div class="figure-table-frame" tabindex="0" role="group" aria-label=say(Word::Overlaps)>
                <table class="across-table" id="across-overlap">
                    <thead>
                        <tr>
                            <th scope="col">{say(Word::Sector)}</th>
                            <th scope="col" class="number">{say(Word::AtAll)}</th>
                            <th scope="col" class="number">{say(Word::Alone)}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {is_open.then(|| view! { <p class="quiet">{say(Word::AtLeast)}</p> })}
            {lacking}
        </section>
    }
}

fn row(
    (at, name): (usize, &str),
    counts: &SectorCount,
    language: Language,
) -> impl IntoView + use<> {
    let one =
        |figure: Figure| view! { <td class="number"><Cell cell=cell(figure, language) /></td> };
    let with = counts.with.iter().enumerate().map(|(other, figure)| {
        if other == at {
            let spoken = Word::Itself.in_language(language);
            return view! { <td class="number across-itself"><span class="spoken">{spoken}</span></td> }
                .into_any();
        }
        one(*figure).into_any()
    });
    let with = with.collect_view();
    view! {
        <tr>
            <th scope="row">{name.to_owned()}</th>
            {one(counts.at_all)}
            {one(counts.alone)}
            {with}
        </tr>
    }
}

/// The combinations that the table does not have.
fn lacking(
    lacking: &[Set],
    sectors: &[String],
    language: Language,
) -> Option<impl IntoView + use<>> {
    let name = |set: &Set| {
        let met = positions(*set, sectors.len()).into_iter();
        let met: Vec<&str> = met
            .filter_map(|at| sectors.get(at))
            .map(String::as_str)
            .collect();
        met.join(" + ")
    };
    let names: Vec<String> = lacking.iter().map(name).collect();
    (!names.is_empty()).then(|| {
        let says = Word::Lacking.in_language(language);
        view! { <p class="quiet" id="across-lacking">{says}" "{words::named(&names, language)}"."</p> }
    })
}
