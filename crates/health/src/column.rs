//! One item for each group, in ascending order of the groups' keys, without an allocation a group.

/// Items by group.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Column<T> {
    key_len: usize,
    keys: Vec<u32>,
    items: Vec<T>,
}

impl<T> Column<T> {
    /// No groups yet; each will have a key of this length.
    pub(crate) fn new(key_len: usize) -> Self {
        Self {
            key_len,
            keys: Vec::new(),
            items: Vec::new(),
        }
    }

    /// The groups and their items, in any order.
    pub(crate) fn unsorted(key_len: usize, mut groups: Vec<(Vec<u32>, T)>) -> Self {
        groups.sort_by(|a, b| a.0.cmp(&b.0));
        let mut column = Self::new(key_len);
        for (key, item) in groups {
            column.push(&key, item);
        }
        column
    }

    /// Adds a group that comes after all others.
    pub(crate) fn push(&mut self, key: &[u32], item: T) {
        self.keys.extend(key.iter().copied().take(self.key_len));
        self.items.push(item);
    }

    /// Number of groups.
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// The key of the group at a position.
    pub(crate) fn key(&self, position: usize) -> &[u32] {
        let start = position.saturating_mul(self.key_len);
        self.keys
            .get(start..start.saturating_add(self.key_len))
            .unwrap_or_default()
    }

    /// Groups and items in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&[u32], &T)> {
        self.items
            .iter()
            .enumerate()
            .map(|(position, item)| (self.key(position), item))
    }

    /// The items in the order of the groups.
    pub(crate) fn items(&self) -> &[T] {
        &self.items
    }

    /// The item of a group.
    pub(crate) fn get(&self, key: &[u32]) -> Option<&T> {
        self.get_from(&mut 0, key)
    }

    /// The item of a group at or after a position, which moves there: groups looked up in order cost no search.
    pub(crate) fn get_from(&self, position: &mut usize, key: &[u32]) -> Option<&T> {
        if self.key(*position) != key || *position >= self.len() {
            *position = self.first_not_before(*position, key);
        }
        let item = self.items.get(*position)?;
        (self.key(*position) == key).then_some(item)
    }

    fn first_not_before(&self, from: usize, key: &[u32]) -> usize {
        let (mut low, mut high) = (from.saturating_add(1).min(self.len()), self.len());
        if self.key(from) >= key && from < self.len() {
            return from;
        }
        while low < high {
            let middle = low + (high - low) / 2;
            if self.key(middle) < key {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The same groups with other items.
    pub(crate) fn map<U>(self, change: impl Fn(T) -> U) -> Column<U> {
        Column {
            key_len: self.key_len,
            keys: self.keys,
            items: self.items.into_iter().map(change).collect(),
        }
    }

    /// The same groups with items made of key and item.
    pub(crate) fn map_with_key<U>(&self, mut change: impl FnMut(&[u32], &T) -> U) -> Column<U> {
        Column {
            key_len: self.key_len,
            keys: self.keys.clone(),
            items: self.iter().map(|(key, item)| change(key, item)).collect(),
        }
    }

    /// Whether the other has a group that this one has not.
    pub(crate) fn lacks(&self, other: &Self) -> bool {
        let mut position = 0;
        let mut keys = other.iter();
        keys.any(|(key, _)| self.get_from(&mut position, key).is_none())
    }
}

impl<T: Copy> Column<T> {
    /// Takes over the groups that are lacking.
    pub(crate) fn fill(&mut self, other: &Self) {
        let (mut mine, mut theirs) = (0, 0);
        let mut filled = Self::new(self.key_len);
        while mine < self.len() || theirs < other.len() {
            let is_left = |column: &Self, position| position < column.len();
            let order = match (is_left(self, mine), is_left(other, theirs)) {
                (true, true) => self.key(mine).cmp(other.key(theirs)),
                (true, false) => std::cmp::Ordering::Less,
                _ => std::cmp::Ordering::Greater,
            };
            let (column, position) = if order.is_le() {
                (self as &Self, mine)
            } else {
                (other, theirs)
            };
            if let Some(item) = column.items.get(position) {
                filled.push(column.key(position), *item);
            }
            mine += usize::from(order.is_le());
            theirs += usize::from(order.is_ge());
        }
        *self = filled;
    }

    /// Groups that agree in the first so many positions of their keys, each run of them folded to one.
    pub(crate) fn regroup<U>(&self, key_len: usize, fold: impl Fn(&[T]) -> U) -> Column<U> {
        let mut coarse = Column::new(key_len);
        let head = |position| self.key(position).get(..key_len).unwrap_or_default();
        let mut start = 0;
        for position in 1..=self.len() {
            if position < self.len() && head(position) == head(start) {
                continue;
            }
            coarse.push(
                head(start),
                fold(self.items.get(start..position).unwrap_or_default()),
            );
            start = position;
        }
        coarse
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(groups: &[([u32; 2], i32)]) -> Column<i32> {
        let groups = groups.iter().map(|(key, item)| (key.to_vec(), *item));
        Column::unsorted(2, groups.collect())
    }

    fn written(column: &Column<i32>) -> Vec<(Vec<u32>, i32)> {
        column
            .iter()
            .map(|(key, item)| (key.to_vec(), *item))
            .collect()
    }

    #[test]
    fn groups_are_found_by_their_keys() {
        let column = column(&[([3, 0], 30), ([0, 1], 1), ([1, 7], 17)]);
        assert_eq!(
            [[0, 1], [1, 7], [3, 0], [0, 0], [1, 8], [9, 9]].map(|key| column.get(&key).copied()),
            [Some(1), Some(17), Some(30), None, None, None]
        );
        let mut position = 0;
        let found = [[0, 1], [0, 2], [3, 0]].map(|key| column.get_from(&mut position, &key));
        assert_eq!(found, [Some(&1), None, Some(&30)]);
        assert_eq!(Column::<i32>::new(0).get(&[]), None);
    }

    #[test]
    fn what_is_lacking_is_taken_over_and_what_is_there_stays() {
        let mut mine = column(&[([0, 1], 1), ([2, 2], 2)]);
        let other = column(&[([0, 1], 9), ([1, 0], 10), ([3, 0], 30)]);
        assert!(mine.lacks(&other));
        mine.fill(&other);
        assert_eq!(
            written(&mine),
            [
                (vec![0, 1], 1),
                (vec![1, 0], 10),
                (vec![2, 2], 2),
                (vec![3, 0], 30)
            ]
        );
        assert!(!mine.lacks(&other));
    }

    #[test]
    fn groups_with_the_same_head_are_folded_to_one() {
        let fine = column(&[([0, 1], 1), ([0, 2], 2), ([4, 0], 4)]);
        let sum = |items: &[i32]| items.iter().sum::<i32>();
        let coarse = fine.regroup(1, sum);
        assert_eq!(written(&coarse), [(vec![0], 3), (vec![4], 4)]);
        assert_eq!(written(&fine.regroup(0, sum)), [(vec![], 7)]);
        assert_eq!(Column::<i32>::new(2).regroup(1, sum).len(), 0);
    }
}
