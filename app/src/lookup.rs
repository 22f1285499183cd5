//! Things found by a text: a sorted list, since a tree of nodes is compiled anew for each kind of thing.

/// Things by their texts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lookup<T>(Vec<(String, T)>);

impl<T> Lookup<T> {
    /// What has this text.
    pub(crate) fn get(&self, text: &str) -> Option<&T> {
        let place = self
            .0
            .binary_search_by(|(other, _)| other.as_str().cmp(text));
        self.0.get(place.ok()?).map(|(_, thing)| thing)
    }
}

impl<T> FromIterator<(String, T)> for Lookup<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(things: I) -> Self {
        let mut things: Vec<_> = things.into_iter().collect();
        things.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Self(things)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_found_by_its_text_and_no_other() {
        let texts = ["læsø", "als", "", "fanø"];
        let lookup: Lookup<usize> = texts.map(String::from).into_iter().zip(0..).collect();
        assert_eq!(
            texts.map(|text| lookup.get(text).copied()),
            [0, 1, 2, 3].map(Some)
        );
        assert_eq!(lookup.get("mors"), None);
    }
}
