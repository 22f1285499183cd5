//! Which worker holds which rows of a large table.

use std::ops::Range;

/// Rows of a segment at most: a pass over so many takes some 20 ms, and between two segments the worker can hear.
const SEGMENT_ROWS: usize = 1 << 22;

/// How the rows of one table lie among the workers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Deal {
    /// Rows of each worker.
    held: Vec<usize>,
    /// Worker and rows of the last segment.
    last: Option<(usize, usize)>,
    segment_count: usize,
}

/// Runs of rows that follow each other and go to one worker.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Dealt {
    /// Who holds them; 0 is the lead.
    pub(crate) worker: usize,
    /// The segment's number; rows may be added to the last one.
    pub(crate) segment: usize,
    /// Positions among the runs of the file.
    pub(crate) runs: Range<usize>,
}

impl Deal {
    /// No rows among so many workers.
    pub(crate) fn new(worker_count: usize) -> Self {
        Self {
            held: vec![0; worker_count.max(1)],
            ..Self::default()
        }
    }

    /// Deals the runs of a file, given by their numbers of rows, in even shares.
    pub(crate) fn deal(&mut self, parts: &[usize]) -> Vec<Dealt> {
        let total: usize = parts.iter().sum();
        if let Some((worker, rows)) = self.last
            && rows + total <= SEGMENT_ROWS
        {
            let parts = 0..parts.len();
            return vec![self.take(worker, parts, total)];
        }
        let shares = self.shares(total);
        let mut dealt = Vec::new();
        let by_share = ranges(parts, |middle| share_at(&shares, middle));
        for (turn, share) in by_share.into_iter().enumerate() {
            let worker = shares
                .get(turn)
                .or(shares.last())
                .map_or(0, |share| share.worker);
            let runs = parts.get(share.clone()).unwrap_or_default();
            for segment in ranges(runs, |middle| middle / SEGMENT_ROWS) {
                let rows = runs.get(segment.clone()).unwrap_or_default().iter().sum();
                let parts = share.start + segment.start..share.start + segment.end;
                self.last = None;
                dealt.push(self.take(worker, parts, rows));
            }
        }
        dealt
    }

    /// Who takes how many of so many further rows, so that all hold as nearly the same as can be: those who hold least first.
    fn shares(&self, total: usize) -> Vec<Share> {
        let mut order: Vec<(usize, usize)> = self.held.iter().copied().enumerate().collect();
        order.sort_by_key(|(_, held)| *held);
        let (mut level, mut sum, mut taking) = (0, total, 0);
        for (_, held) in &order {
            let reached = (sum + held).div_ceil(taking + 1);
            if *held > reached {
                break;
            }
            (level, sum, taking) = (reached, sum + held, taking + 1);
        }
        let mut end = 0;
        let share = |(worker, held): (usize, usize)| {
            end += level - held;
            Share { worker, end }
        };
        order.into_iter().take(taking).map(share).collect()
    }

    fn take(&mut self, worker: usize, parts: Range<usize>, rows: usize) -> Dealt {
        if let Some(held) = self.held.get_mut(worker) {
            *held += rows;
        }
        let before = match self.last {
            Some((_, before)) => before,
            None => {
                self.segment_count += 1;
                0
            }
        };
        self.last = Some((worker, before + rows));
        Dealt {
            worker,
            segment: self.segment_count - 1,
            runs: parts,
        }
    }
}

/// A worker and the row at which its share of a file ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Share {
    worker: usize,
    end: usize,
}

fn share_at(shares: &[Share], row: usize) -> usize {
    let ended = shares.iter().take_while(|share| share.end <= row);
    ended.count()
}

/// Runs in order, put together by the group that their middle row belongs to: a run across a border goes where most of it is.
fn ranges(parts: &[usize], group_of: impl Fn(usize) -> usize) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let (mut before, mut group) = (0, usize::MAX);
    for (position, part) in parts.iter().enumerate() {
        let now = group_of(before + part / 2);
        match ranges.last_mut() {
            Some(range) if now == group => range.end = position + 1,
            _ => ranges.push(position..position + 1),
        }
        group = now;
        before += part;
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEGA: usize = 1 << 20;

    fn told(dealt: &[Dealt]) -> Vec<(usize, usize, Range<usize>)> {
        let told = dealt
            .iter()
            .map(|dealt| (dealt.worker, dealt.segment, dealt.runs.clone()));
        told.collect()
    }

    #[test]
    fn ten_runs_go_half_to_each_of_two_workers() {
        let mut deal = Deal::new(2);
        let dealt = deal.deal(&[MEGA; 10]);
        assert_eq!(
            told(&dealt),
            [(0, 0, 0..4), (0, 1, 4..5), (1, 2, 5..9), (1, 3, 9..10)]
        );
    }

    #[test]
    fn a_file_that_follows_goes_first_to_whoever_holds_least() {
        let mut deal = Deal::new(3);
        assert_eq!(
            told(&deal.deal(&[MEGA, MEGA])),
            [(0, 0, 0..1), (1, 1, 1..2)]
        );
        assert_eq!(told(&deal.deal(&[4 * MEGA])), [(2, 2, 0..1)]);
    }

    #[test]
    fn many_files_are_held_by_all_alike() {
        for (worker_count, run_rows) in [(2, MEGA / 4), (2, MEGA), (3, 100_000)] {
            let mut deal = Deal::new(worker_count);
            for _ in 0..100 {
                deal.deal(&vec![run_rows; MEGA / run_rows]);
            }
            let (least, most) = (deal.held.iter().min(), deal.held.iter().max());
            assert!(
                most.unwrap() - least.unwrap() <= SEGMENT_ROWS,
                "{:?}",
                deal.held
            );
        }
    }

    #[test]
    fn small_files_fill_the_last_segment() {
        let mut deal = Deal::new(2);
        deal.deal(&[MEGA, MEGA]);
        assert_eq!(told(&deal.deal(&[1000])), [(1, 1, 0..1)]);
        assert_eq!(told(&deal.deal(&[1000, 1000])), [(1, 1, 0..2)]);
        assert_eq!(told(&deal.deal(&[4 * MEGA - 1])), [(0, 2, 0..1)]);
    }

    #[test]
    fn every_run_is_dealt_once_and_in_order() {
        for worker_count in 1..5 {
            let mut deal = Deal::new(worker_count);
            let mut number = 0;
            for parts in [
                vec![7, 5 * MEGA, 0, 3, MEGA],
                vec![],
                vec![1; 30],
                vec![MEGA; 17],
            ] {
                let dealt = deal.deal(&parts);
                let positions: Vec<usize> =
                    dealt.iter().flat_map(|dealt| dealt.runs.clone()).collect();
                assert_eq!(positions, (0..parts.len()).collect::<Vec<_>>());
                for dealt in dealt {
                    assert!(dealt.segment == number || dealt.segment == number + 1);
                    number = dealt.segment;
                }
            }
        }
    }
}
