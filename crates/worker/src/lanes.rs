//! Requests that wait: in the order they came, and of one lane only the newest.

use std::collections::VecDeque;

/// Something that waits its turn.
#[derive(Debug)]
struct Waiting<T> {
    item: T,
    lane: Option<String>,
}

/// What waits.
#[derive(Debug)]
pub(crate) struct Lanes<T>(VecDeque<Waiting<T>>);

impl<T> Default for Lanes<T> {
    fn default() -> Self {
        Self(VecDeque::new())
    }
}

impl<T> Lanes<T> {
    /// Puts an item last; gives back what it makes outdated: all that waits in its lane.
    pub(crate) fn push(&mut self, item: T, lane: Option<String>) -> Vec<T> {
        let waiting = std::mem::take(&mut self.0);
        let (outdated, kept): (VecDeque<_>, VecDeque<_>) = waiting
            .into_iter()
            .partition(|waiting| lane.is_some() && waiting.lane == lane);
        self.0 = kept;
        self.0.push_back(Waiting { item, lane });
        outdated.into_iter().map(|waiting| waiting.item).collect()
    }

    /// The item whose turn it is.
    pub(crate) fn pop(&mut self) -> Option<T> {
        Some(self.0.pop_front()?.item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lane(name: &str) -> Option<String> {
        Some(name.to_owned())
    }

    #[test]
    fn of_one_lane_only_the_newest_waits() {
        let mut lanes = Lanes::default();
        assert_eq!(lanes.push(1, lane("brush")), [] as [i32; 0]);
        assert_eq!(lanes.push(2, None), [] as [i32; 0]);
        assert_eq!(lanes.push(3, lane("show")), [] as [i32; 0]);
        assert_eq!(lanes.push(4, lane("brush")), [1]);
        let order: Vec<i32> = std::iter::from_fn(|| lanes.pop()).collect();
        assert_eq!(order, [2, 3, 4]);
    }

    #[test]
    fn what_has_no_lane_is_never_outdated() {
        let mut lanes = Lanes::default();
        assert_eq!(lanes.push(1, None), [] as [i32; 0]);
        assert_eq!(lanes.push(2, None), [] as [i32; 0]);
        assert_eq!(lanes.pop(), Some(1));
    }
}
