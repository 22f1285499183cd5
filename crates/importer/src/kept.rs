//! Readings that are remembered from earlier files: one for each sender, names and choices only.

use reading::Plan;
use serde_json::Value;

/// More senders than these nobody has; the oldest is forgotten first.
const MOST: usize = 60;

/// Remembered readings, newest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Kept(Vec<Plan>);

impl Kept {
    /// What the page has kept; a reading that is none, or of another version, is let go.
    pub(crate) fn parse(json: &str) -> Self {
        let listed: Vec<Value> = serde_json::from_str(json).unwrap_or_default();
        let plan = |value: &Value| Plan::parse(&value.to_string()).ok();
        Self(listed.iter().take(MOST).filter_map(plan).collect())
    }

    /// What the page keeps.
    pub(crate) fn to_json(&self) -> String {
        // Texts, numbers and lists of them can always be written.
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// The reading of a sender.
    pub(crate) fn of(&self, sender: &str) -> Option<&Plan> {
        self.0.iter().find(|plan| plan.sender == sender)
    }

    /// Remembers a reading as the newest.
    pub(crate) fn remember(&mut self, plan: Plan) {
        self.forget(&plan.sender);
        self.0.insert(0, plan);
        self.0.truncate(MOST);
    }

    /// Lets the reading of a sender go.
    pub(crate) fn forget(&mut self, sender: &str) {
        self.0.retain(|plan| plan.sender != sender);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(sender: &str) -> Plan {
        Plan {
            sender: sender.to_owned(),
            ..Plan::default()
        }
    }

    #[test]
    fn the_newest_reading_of_a_sender_is_kept_and_found_again() {
        let mut kept = Kept::default();
        for sender in ["a", "b", "a"] {
            kept.remember(plan(sender));
        }
        let kept = Kept::parse(&kept.to_json());
        assert_eq!(kept, Kept(vec![plan("a"), plan("b")]));
        assert_eq!(kept.of("b"), Some(&plan("b")));
    }

    #[test]
    fn what_is_no_reading_is_let_go() {
        for text in ["", "{}", "[1]", r#"[{"version":99}]"#] {
            assert_eq!(Kept::parse(text), Kept::default(), "{text}");
        }
    }

    #[test]
    fn the_oldest_is_forgotten_first() {
        let mut kept = Kept::default();
        (0..=MOST).for_each(|sender| kept.remember(plan(&sender.to_string())));
        assert_eq!(kept.of("0"), None);
        assert_eq!(kept.of("1"), Some(&plan("1")));
    }
}
