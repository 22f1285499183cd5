//! States in the order they were shown, and where in them the page is.

use protocol::ViewState;

/// Older steps than these are forgotten.
const STEPS_KEPT: usize = 200;

/// The past, the present and what was undone.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Timeline {
    past: Vec<ViewState>,
    present: ViewState,
    undone: Vec<ViewState>,
}

impl Timeline {
    /// A timeline that begins here.
    pub(crate) fn new(present: ViewState) -> Self {
        Self {
            present,
            ..Self::default()
        }
    }

    /// The state that is shown.
    pub(crate) fn current(&self) -> &ViewState {
        &self.present
    }

    /// Shows a new state; what was undone is gone.
    pub(crate) fn push(&mut self, state: ViewState) {
        self.undone.clear();
        self.past.push(std::mem::replace(&mut self.present, state));
        if self.past.len() > STEPS_KEPT {
            self.past.remove(0);
        }
    }

    /// Shows another state in the place of the present one.
    pub(crate) fn replace(&mut self, state: ViewState) {
        self.present = state;
    }

    /// Shows the state before; the language stays as it is, since it is not a step of the work.
    pub(crate) fn undo(&mut self) {
        if let Some(mut state) = self.past.pop() {
            state.language = self.present.language;
            self.undone
                .push(std::mem::replace(&mut self.present, state));
        }
    }

    /// Shows the state that was undone last.
    pub(crate) fn redo(&mut self) {
        if let Some(mut state) = self.undone.pop() {
            state.language = self.present.language;
            self.past.push(std::mem::replace(&mut self.present, state));
        }
    }

    /// Whether there is a state before.
    pub(crate) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether a state was undone.
    pub(crate) fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Shows a state that the browser's history came to: a step back or forward when it is a neighbour, else a new one.
    pub(crate) fn arrive(&mut self, state: ViewState) {
        if self.past.last() == Some(&state) {
            self.undo();
        } else if self.undone.last() == Some(&state) {
            self.redo();
        } else {
            return self.push(state);
        }
        self.present = state;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::state::Language;

    fn at(period: &str) -> ViewState {
        ViewState {
            period: Some(period.to_owned()),
            ..ViewState::default()
        }
    }

    fn period(timeline: &Timeline) -> &str {
        timeline.current().period.as_deref().unwrap_or_default()
    }

    #[test]
    fn a_step_is_undone_and_redone() {
        let mut timeline = Timeline::new(at("2023"));
        timeline.push(at("2024"));
        timeline.push(at("2025"));
        timeline.undo();
        assert_eq!((period(&timeline), timeline.can_redo()), ("2024", true));
        timeline.redo();
        assert_eq!((period(&timeline), timeline.can_redo()), ("2025", false));
    }

    #[test]
    fn a_new_step_forgets_what_was_undone() {
        let mut timeline = Timeline::new(at("2023"));
        timeline.push(at("2024"));
        timeline.undo();
        timeline.push(at("2022"));
        assert!(!timeline.can_redo());
    }

    #[test]
    fn going_back_in_the_browser_is_a_step_back_here() {
        let mut timeline = Timeline::new(at("2023"));
        timeline.push(at("2024"));
        timeline.arrive(at("2023"));
        assert_eq!(
            (period(&timeline), timeline.can_undo(), timeline.can_redo()),
            ("2023", false, true)
        );
        timeline.arrive(at("2019"));
        assert_eq!(
            (period(&timeline), timeline.can_undo(), timeline.can_redo()),
            ("2019", true, false)
        );
    }

    #[test]
    fn the_language_is_not_undone() {
        let mut timeline = Timeline::new(at("2023"));
        timeline.push(ViewState {
            language: Language::En,
            ..at("2024")
        });
        timeline.undo();
        assert_eq!(
            (period(&timeline), timeline.current().language),
            ("2023", Language::En)
        );
    }
}
