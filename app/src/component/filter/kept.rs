//! What a filter keeps, in words.

use danish::Language;
use danish::ui::pivot as words;
use protocol::catalog::FieldCard;

/// What a filter keeps, in words; `all` where it keeps everything.
pub(crate) fn kept_text(
    field: &FieldCard,
    kept: Option<&Vec<String>>,
    language: Language,
) -> Option<String> {
    let kept = kept?;
    let (inside, outside): (Vec<_>, Vec<_>) = field
        .members
        .iter()
        .partition(|member| kept.contains(&member.id));
    let labels = |members: &[&protocol::catalog::Choice]| -> Vec<String> {
        members.iter().map(|member| member.label.clone()).collect()
    };
    let (inside, outside) = (labels(&inside), labels(&outside));
    let unknown = kept
        .iter()
        .filter(|id| !field.members.iter().any(|member| member.id == **id));
    let inside: Vec<&str> = inside
        .iter()
        .map(String::as_str)
        .chain(unknown.map(String::as_str))
        .collect();
    let outside: Vec<&str> = outside.iter().map(String::as_str).collect();
    Some(words::kept_members(&inside, &outside, language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::catalog::Choice;

    fn sex() -> FieldCard {
        let member = |id: &str, label: &str| Choice {
            id: id.into(),
            label: label.into(),
        };
        FieldCard {
            name: "koen".into(),
            label: "Køn".into(),
            members: vec![member("K", "kvinder"), member("M", "mænd")],
            ..FieldCard::default()
        }
    }

    #[test]
    fn a_filter_is_told_by_the_labels_of_its_members() {
        let told = |kept: &[&str]| {
            let kept = kept.iter().map(|code| (*code).to_owned()).collect();
            kept_text(&sex(), Some(&kept), Language::Da)
        };
        assert_eq!(told(&["K"]).as_deref(), Some("kvinder"));
        assert_eq!(told(&["K", "X"]).as_deref(), Some("kvinder, X"));
        assert_eq!(kept_text(&sex(), None, Language::Da), None);
    }
}
