//! A cube of counts with its totals: every combination of the members of its axes, coarser members and totals among them.
#![expect(
    clippy::indexing_slicing,
    reason = "places in the cube are made by the cube itself, from its own lengths"
)]

use table::{Codes, Dimension, DimensionColumn, Member, MemberKind, Role, Text};

/// An axis: a dimension of which some members are the sums of others.
#[derive(Clone, Debug)]
pub(crate) struct Axis {
    /// What rows of the finished table carry.
    pub(crate) dimension: Dimension,
    /// For each member the members it is the sum of; none for a part. Sums stand before what they are sums of.
    pub(crate) sums: Vec<Vec<usize>>,
}

impl Axis {
    /// An axis without members.
    pub(crate) fn new(name: &str, label: Text, role: Role) -> Self {
        let dimension = Dimension {
            name: name.to_owned(),
            label,
            role,
            ..Dimension::default()
        };
        Self {
            dimension,
            sums: Vec::new(),
        }
    }

    /// The same with one more member.
    #[must_use]
    pub(crate) fn with(
        mut self,
        member: (&str, Text),
        kind: MemberKind,
        sum_of: Vec<usize>,
    ) -> Self {
        self.dimension.members.push(Member {
            code: member.0.to_owned(),
            label: member.1,
            kind,
        });
        self.sums.push(sum_of);
        self
    }

    /// The same with a part.
    #[must_use]
    pub(crate) fn with_part(self, code: &str, label: Text) -> Self {
        self.with((code, label), MemberKind::Part, Vec::new())
    }

    /// Number of members.
    pub(crate) fn len(&self) -> usize {
        self.sums.len()
    }

    /// The members that are parts.
    pub(crate) fn parts(&self) -> Vec<usize> {
        (0..self.len())
            .filter(|&member| self.sums[member].is_empty())
            .collect()
    }
}

/// The combinations of the members of some axes, the last axis running fastest.
#[derive(Clone, Debug)]
pub(crate) struct Cube {
    pub(crate) axes: Vec<Axis>,
    strides: Vec<usize>,
    cell_count: usize,
}

/// A sum and what it is the sum of, as places in the cube.
pub(crate) struct Line {
    pub(crate) total: usize,
    pub(crate) parts: Vec<usize>,
}

impl Cube {
    /// The cube over these axes.
    pub(crate) fn new(axes: Vec<Axis>) -> Self {
        let mut strides = vec![1; axes.len()];
        for axis in (1..axes.len()).rev() {
            strides[axis - 1] = strides[axis] * axes[axis].len();
        }
        let cell_count = axes.iter().map(Axis::len).product();
        Self {
            axes,
            strides,
            cell_count,
        }
    }

    /// Number of cells.
    pub(crate) fn len(&self) -> usize {
        self.cell_count
    }

    /// The member that a cell has on an axis.
    pub(crate) fn member(&self, cell: usize, axis: usize) -> usize {
        cell / self.strides[axis] % self.axes[axis].len()
    }

    /// The code that a cell has on an axis.
    pub(crate) fn code(&self, cell: usize, axis: usize) -> &str {
        &self.axes[axis].dimension.members[self.member(cell, axis)].code
    }

    /// The cells that are no sums.
    pub(crate) fn parts(&self) -> Vec<usize> {
        (0..self.len())
            .filter(|&cell| (0..self.axes.len()).all(|axis| self.is_part(cell, axis)))
            .collect()
    }

    /// Whether a cell's member on an axis is a part.
    pub(crate) fn is_part(&self, cell: usize, axis: usize) -> bool {
        self.axes[axis].sums[self.member(cell, axis)].is_empty()
    }

    /// Zero in every cell.
    pub(crate) fn zeros(&self) -> Vec<i64> {
        vec![0; self.len()]
    }

    /// Fills in all sums, axis by axis.
    pub(crate) fn sum_up(&self, values: &mut [i64]) {
        (0..self.axes.len()).for_each(|axis| self.sum_over(values, axis));
    }

    /// Fills in the sums on one axis, the finest first.
    pub(crate) fn sum_over(&self, values: &mut [i64], axis: usize) {
        for line in self.lines_of(axis) {
            values[line.total] = line.parts.iter().map(|&part| values[part]).sum();
        }
    }

    /// Every sum on an axis with what it is the sum of, the finest sums first.
    pub(crate) fn lines_of(&self, axis: usize) -> impl Iterator<Item = Line> + '_ {
        let stride = self.strides[axis];
        let block = stride * self.axes[axis].len();
        let starts = move || {
            (0..self.cell_count / block)
                .flat_map(move |outer| (0..stride).map(move |inner| outer * block + inner))
        };
        let sums = self.axes[axis]
            .sums
            .iter()
            .enumerate()
            .rev()
            .filter(|(_, sum_of)| !sum_of.is_empty());
        sums.flat_map(move |(member, sum_of)| {
            starts().map(move |start| Line {
                total: start + member * stride,
                parts: sum_of.iter().map(|part| start + part * stride).collect(),
            })
        })
    }

    /// The dimension columns of a table that has a row for each of these cells.
    pub(crate) fn columns(&self, cells: &[usize]) -> Vec<DimensionColumn> {
        let column = |(index, axis): (usize, &Axis)| {
            let member =
                |&cell: &usize| u32::try_from(self.member(cell, index)).unwrap_or(table::NO_MEMBER);
            let codes = Codes::pack(cells.iter().map(member).collect(), axis.len());
            DimensionColumn {
                dimension: axis.dimension.clone(),
                codes,
            }
        };
        self.axes.iter().enumerate().map(column).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(name: &str) -> Axis {
        let empty = Axis::new(name, Text::same(name), Role::Other);
        let total = empty.with(("all", Text::same("all")), MemberKind::Total, vec![1, 2]);
        total
            .with_part("a", Text::same("a"))
            .with_part("b", Text::same("b"))
    }

    #[test]
    fn sums_are_filled_in_over_every_axis() {
        let cube = Cube::new(vec![axis("first"), axis("second")]);
        let mut values = cube.zeros();
        for (cell, value) in cube.parts().into_iter().zip([1, 2, 3, 4]) {
            values[cell] = value;
        }
        cube.sum_up(&mut values);
        assert_eq!(values, [10, 4, 6, 3, 1, 2, 7, 3, 4]);
    }
}
