//! Definitions that changed, old beside new, and the sections of the declaration that say something else.

use danish::Language;
use danish::ui::Editions as Word;
use danish::ui::editions as words;
use leptos::prelude::*;
use protocol::view::editions::{Change, Definition, Editions, Section};

use super::{phrase, text};
use crate::words::language;

/// Indicators and measures that came, went or are declared in another way.
#[component]
pub(super) fn Definitions(editions: StoredValue<Editions>) -> impl IntoView {
    let language = language();
    let is_none = editions.with_value(|it| it.definitions.is_empty());
    let rows = move || {
        let language = language.get();
        editions.with_value(|it| {
            let lines = it.definitions.iter().flat_map(|it| lines(it, language));
            lines.map(|line| row(line, language)).collect_view()
        })
    };
    view! {
        <section class="section" aria-labelledby="editions-definitions">
            <div class="section-head"><h2 id="editions-definitions">{phrase(Word::Definitions)}</h2></div>
            <p hidden=!is_none>{phrase(Word::NoDefinitions)}</p>
            <div class="figure-table-frame editions-texts" tabindex="0" role="group" hidden=is_none aria-label=phrase(Word::Definitions)>
                <table class="editions-table editions-words" id="editions-fields">
                    <thead><tr>
                        <th scope="col">{phrase(Word::Indicator)}</th>
                        <th scope="col">{phrase(Word::Field)}</th>
                        <th scope="col">{phrase(Word::Earlier)}</th>
                        <th scope="col">{phrase(Word::Later)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

/// A name, a field, and what each edition says of it.
type Line = [String; 4];

fn row([name, field, from, to]: Line, language: Language) -> impl IntoView {
    let [before, after] = [Word::Earlier, Word::Later].map(|word| word.in_language(language));
    view! { <tr><th scope="row">{name}</th><td>{field}</td><td class="editions-text" data-head=before>{from}</td><td class="editions-text" data-head=after>{to}</td></tr> }
}

fn lines(definition: &Definition, language: Language) -> Vec<Line> {
    let label = match text(&definition.name.label, language) {
        label if label.is_empty() => definition.name.code.clone(),
        label => label,
    };
    let name = if definition.is_measure {
        format!("{label} ({})", Word::OfMeasure.in_language(language))
    } else {
        label
    };
    let said = |change: Word| {
        [
            name.clone(),
            change.in_language(language).to_owned(),
            String::new(),
            String::new(),
        ]
    };
    match definition.change {
        Change::Came => vec![said(Word::Came)],
        Change::Gone => vec![said(Word::Gone)],
        Change::Changed => {
            let nothing = |words: String| match words {
                words if words.is_empty() => Word::Nothing.in_language(language).to_owned(),
                words => words,
            };
            let fields = definition.fields.iter().map(|it| {
                let field = words::field(&it.name, language).to_owned();
                let says = [&it.from, &it.to].map(|it| nothing(text(it, language)));
                let [from, to] = says;
                [name.clone(), field, from, to]
            });
            fields.collect()
        }
    }
}

/// The sections of the declaration that say something else.
#[component]
pub(super) fn Declaration(editions: StoredValue<Editions>) -> impl IntoView {
    let language = language();
    let sections = move || {
        editions.with_value(|it| match language.get() {
            Language::Da => it.sections_da.clone(),
            Language::En => it.sections_en.clone(),
        })
    };
    let is_none = move || sections().is_empty();
    let rows = move || {
        let language = language.get();
        let sections = sections().into_iter();
        sections.map(|it| section(it, language)).collect_view()
    };
    view! {
        <section class="section" aria-labelledby="editions-declaration">
            <div class="section-head"><h2 id="editions-declaration">{phrase(Word::Declaration)}</h2></div>
            <p hidden=move || !is_none()>{phrase(Word::NoDeclaration)}</p>
            <table class="editions-table editions-words" id="editions-sections" hidden=is_none>
                <thead><tr>
                    <th scope="col"></th>
                    <th scope="col">{phrase(Word::Earlier)}</th>
                    <th scope="col">{phrase(Word::Later)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn section(section: Section, language: Language) -> impl IntoView {
    let [before, after] = [Word::Earlier, Word::Later].map(|word| word.in_language(language));
    let Section { heading, from, to } = section;
    view! {
        <tr>
            <th scope="row">{heading}</th>
            <td class="editions-text" data-head=before>{from.unwrap_or_default()}</td>
            <td class="editions-text" data-head=after>{to.unwrap_or_default()}</td>
        </tr>
    }
}
