//! Peers: places that a package declares to be alike, so that they may be held against each other.

use serde::{Deserialize, Serialize};
use table::Text;

/// A division of the places of a level into classes of those that are alike.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Peers {
    /// The name a link uses.
    pub id: String,
    /// The level of the places, such as `kommune`.
    pub level: String,
    /// What people read.
    pub label: Text,
    /// How the classes were made, and by whom.
    #[serde(default)]
    pub definition: Text,
    /// The classes; no place is in two.
    pub classes: Vec<PeerClass>,
}

/// Places that are alike.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeerClass {
    /// The name within the division.
    pub id: String,
    /// What people read, in the plural.
    pub label: Text,
    /// Codes of the places.
    pub members: Vec<String>,
}

impl Peers {
    /// The class of a place, given as `level:code`.
    #[must_use]
    pub fn class_of(&self, place: &str) -> Option<&PeerClass> {
        let code = place.strip_prefix(&self.level)?.strip_prefix(':')?;
        let has = |class: &&PeerClass| class.members.iter().any(|member| member == code);
        self.classes.iter().find(has)
    }

    /// The peers of a place, as `level:code`: the others of its class.
    #[must_use]
    pub fn of(&self, place: &str) -> Vec<String> {
        let class = self.class_of(place).into_iter();
        let members = class.flat_map(|class| &class.members);
        let ids = members.map(|code| format!("{}:{code}", self.level));
        ids.filter(|id| id != place).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peers_of_a_place_are_the_others_of_its_class() {
        let class = |id: &str, members: &[&str]| PeerClass {
            id: id.to_owned(),
            members: members.iter().map(|code| (*code).to_owned()).collect(),
            ..PeerClass::default()
        };
        let peers = Peers {
            level: "kommune".to_owned(),
            classes: vec![class("by", &["1", "2", "3"]), class("ø", &["4"])],
            ..Peers::default()
        };
        assert_eq!(peers.of("kommune:2"), ["kommune:1", "kommune:3"]);
        for alone in ["kommune:4", "kommune:5", "region:1", "kommune"] {
            assert!(peers.of(alone).is_empty(), "{alone}");
        }
    }
}
