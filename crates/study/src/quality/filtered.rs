//! The filters of the state in words: those that the numbers keep to, and those that their table does not know.

use danish::Language;
use danish::answer::level as word;
use protocol::catalog::{FieldCard, FieldGroup};

use super::basis::Basis;
use super::rows::table;

/// What the numbers are filtered by, and what they are not; nothing where nothing is filtered. Filters on places change no
/// number, known or not.
pub(super) fn filtered(basis: &Basis, language: Language) -> Vec<String> {
    let (mut kept, mut unknown) = (Vec::new(), Vec::new());
    for (level, members) in &basis.state.filters {
        let own = table(basis, &basis.indicator.numerator);
        let own = own.and_then(|table| field(&table.fields, level));
        let mut others = basis.catalog.tables.iter();
        let Some(known) = own.or_else(|| others.find_map(|it| field(&it.fields, level))) else {
            unknown.push(level.clone());
            continue;
        };
        match (own, known.group) {
            (_, FieldGroup::Place) => {}
            (Some(field), _) => kept.push(in_words(field, members)),
            (None, _) => unknown.push(known.label.clone()),
        }
    }
    let kept = (!kept.is_empty()).then(|| word::filtered(&kept, language));
    let unknown = (!unknown.is_empty()).then(|| word::unfiltered(&unknown, language));
    kept.into_iter().chain(unknown).collect()
}

/// The level of this name.
fn field<'a>(fields: &'a [FieldCard], level: &str) -> Option<&'a FieldCard> {
    let mut levels = fields
        .iter()
        .filter(|field| field.group != FieldGroup::Measure);
    levels.find(|field| field.name == level)
}

fn in_words(field: &FieldCard, members: &[String]) -> String {
    let label = |code: &String| {
        let mut known = field.members.iter();
        let known = known.find(|member| member.id == *code);
        known.map_or(code, |member| &member.label).clone()
    };
    let members: Vec<String> = members.iter().map(label).collect();
    format!("{}: {}", field.label, members.join(", "))
}
