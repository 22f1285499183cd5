//! What the publisher says of the package.

use crate::prelude::*;
use danish::ui::Shell;
use protocol::view::{DeclarationSection, DeclarationView};

use crate::component::section::Section;
use crate::preference::use_preference;
use crate::words::say;

/// Headings with their paragraphs.
#[component]
pub(crate) fn DeclarationPage(
    /// The declaration.
    view: Memo<DeclarationView>,
) -> impl IntoView {
    let preference = use_preference();
    let sections =
        move || view.with(|view| view.sections.iter().cloned().map(section).collect_view());
    let is_empty = move || view.with(|view| view.sections.is_empty());
    view! {
        <article class="declaration">
            <h1>{say(Shell::DeclarationTitle)}</h1>
            {sections}
            <p hidden=move || !is_empty()>{say(Shell::NoDeclaration)}</p>
            <label class="check no-print">
                <input
                    type="checkbox"
                    prop:checked=move || preference.declaration_key.get()
                    on:change=move |event| preference.declaration_key.set(event_target_checked(&event))
                />
                <span>{say(Shell::DeclarationKey)}</span>
            </label>
        </article>
    }
}

fn section(section: DeclarationSection) -> impl IntoView {
    let paragraphs = section
        .paragraphs
        .into_iter()
        .map(|text| view! { <p>{text}</p> })
        .collect_view();
    view! { <Section title=section.heading>{paragraphs}</Section> }
}
