//! Linked histograms: each dimension under every selection but those on its own column, in one pass, which leaves behind what answers
//! the next move of the active selection (Falcon, CHI 2019; imMens, EuroVis 2013).

use std::ops::{ControlFlow, Range};

use table::{Part, Table};

use crate::accumulate::Accumulator;
use crate::aggregate::{Proceed, blocks};
use crate::block::{Rows, chunks, positions};
use crate::cube::{Cube, Face};
use crate::group::{Grouping, PartGrouping};
use crate::select::{PartSieve, Sieve};
use crate::stored::Spare;
use crate::{Cells, EngineError, Groups, Key, Linked, Query, Selection};

/// The cells of each key alone, in the order of the keys; a measure is aggregated where one is given.
///
/// # Errors
/// When the keys and selections do not fit the table, or the groups do not fit in memory.
pub fn histograms(
    table: &Table,
    keys: &[Key],
    select: &[Selection],
    measure: Option<usize>,
) -> Result<Vec<Cells>, EngineError> {
    let linked = Linked {
        keys: keys.to_vec(),
        select: select.to_vec(),
        measure,
        active: None,
    };
    let mut cube = share(table, &linked, &mut |_| ControlFlow::Continue(()))?;
    cube.seal();
    Ok(cube.histograms(&[]))
}

/// The pass over a share of the rows.
pub(crate) fn share(
    table: &Table,
    linked: &Linked,
    proceed: &mut Proceed<'_>,
) -> Result<Cube, EngineError> {
    let is_asked = |selection: &&Selection| Some(selection.column) != linked.active;
    let select: Vec<Selection> = linked.select.iter().filter(is_asked).cloned().collect();
    let sieve = Sieve::try_new(table, &select)?;
    if sieve.columns().count() > MOST_COLUMNS {
        return Err(EngineError::KeySpace);
    }
    let mut faces = linked
        .keys
        .iter()
        .map(|key| Histogram::try_new(table, linked, key))
        .collect::<Result<Vec<_>, _>>()?;
    for part in table.parts() {
        let before: Vec<Vec<u64>> = faces.iter().map(|face| face.accumulator.counts()).collect();
        let mut pass = Pass::new(part, &sieve, &faces);
        for block in blocks(part.row_count()) {
            let row_count = part.row_start() + block.end;
            for range in chunks(block) {
                pass.chunk(range, &mut faces)?;
            }
            if proceed(row_count).is_break() {
                return Err(EngineError::Interrupted);
            }
        }
        for (face, before) in faces.iter_mut().zip(&before) {
            face.accumulator.finish_part(&part, before)?;
        }
    }
    Ok(Cube::new(
        faces.into_iter().map(Histogram::finish).collect(),
    ))
}

/// Columns that can be selected by: a bit each says which of them a row fails.
const MOST_COLUMNS: usize = 8;

/// One histogram while rows are added: its groups by those of the active column.
struct Histogram {
    column: usize,
    grouping: Grouping,
    accumulator: Accumulator,
    key_len: usize,
}

impl Histogram {
    fn try_new(table: &Table, linked: &Linked, key: &Key) -> Result<Self, EngineError> {
        // The active column comes first and ungrouped, since any of its members may be selected later; its own histogram is under no
        // selection of its own.
        let active = linked.active.filter(|active| *active != key.column);
        let active = active.map(|column| Key {
            column,
            groups: Groups::Members,
        });
        let by: Vec<Key> = active.into_iter().chain([key.clone()]).collect();
        let query = Query {
            measures: linked.measure.into_iter().collect(),
            ..Query::default()
        };
        Ok(Self {
            column: key.column,
            grouping: Grouping::try_new(table, &by)?,
            accumulator: Accumulator::try_new(table, &query)?,
            key_len: by.len(),
        })
    }

    fn add(
        &mut self,
        (part, keys): (&Part<'_>, &PartGrouping<'_>),
        rows: &Rows<'_>,
        (slots, spare): (&mut Vec<u32>, &mut Spare),
    ) -> Result<(), EngineError> {
        let slot_count = self.grouping.assign(keys, (rows, slots, spare))?;
        self.accumulator.grow(slot_count)?;
        self.accumulator.add(part, (rows, slots, None), spare)
    }

    fn finish(self) -> Face {
        let counts = self.accumulator.counts();
        let mut groups = self.grouping.in_order();
        groups.retain(|&(_, slot)| counts.get(slot).is_some_and(|count| *count > 0));
        let slots: Vec<usize> = groups.iter().map(|&(_, slot)| slot).collect();
        Face::new(Cells {
            key_len: self.key_len,
            keys: groups
                .iter()
                .flat_map(|&(number, _)| self.grouping.key(number))
                .collect(),
            row_counts: slots
                .iter()
                .filter_map(|slot| counts.get(*slot))
                .copied()
                .collect(),
            measures: self.accumulator.finish(&slots),
            ungrouped: counts.first().copied().unwrap_or(0),
        })
    }
}

/// The pass over one part.
struct Pass<'a> {
    part: Part<'a>,
    sieve: PartSieve<'a>,
    keys: Vec<PartGrouping<'a>>,
    /// For each row of the chunk a bit for each column whose selection it fails.
    failed: Vec<u8>,
    marks: Vec<u8>,
    kept: Vec<u16>,
    slots: Vec<u32>,
    spare: Spare,
}

impl<'a> Pass<'a> {
    fn new(part: Part<'a>, sieve: &Sieve, faces: &[Histogram]) -> Self {
        Self {
            part,
            sieve: sieve.on(part),
            keys: faces.iter().map(|face| face.grouping.on(part)).collect(),
            failed: Vec::new(),
            marks: Vec::new(),
            kept: Vec::new(),
            slots: Vec::new(),
            spare: Spare::default(),
        }
    }

    fn chunk(&mut self, range: Range<usize>, faces: &mut [Histogram]) -> Result<(), EngineError> {
        self.judge(&range);
        for (position, face) in faces.iter_mut().enumerate() {
            let Some(keys) = self.keys.get(position) else {
                continue;
            };
            let own = self.bit(face.column);
            // Rows that fail nothing else are the histogram's.
            let passes = |failed: &u8| u8::from(failed & !own == 0);
            self.marks.clear();
            self.marks.extend(self.failed.iter().map(passes));
            positions(&self.marks, &mut self.kept);
            let rows = Rows::new(range.clone(), &self.kept);
            if rows.len() > 0 {
                face.add(
                    (&self.part, keys),
                    &rows,
                    (&mut self.slots, &mut self.spare),
                )?;
            }
        }
        Ok(())
    }

    fn judge(&mut self, range: &Range<usize>) {
        self.failed.clear();
        self.failed.resize(range.len(), 0);
        for (position, filter) in self.sieve.filters().iter().enumerate() {
            let bit = 1 << position;
            filter.mark(
                range,
                (&mut self.failed, &mut self.spare),
                |failed, passes| failed | ((passes ^ 1) * bit),
            );
        }
    }

    /// The bit of a column; none if it is not selected by.
    fn bit(&self, column: usize) -> u8 {
        let position = self
            .sieve
            .filters()
            .iter()
            .position(|filter| filter.column == column);
        position.map_or(0, |position| 1 << position)
    }
}
