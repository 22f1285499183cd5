//! The one door to the engine: work is done at once on rows that are here, and noted for others to do on rows that are not.
//!
//! Where rows lie elsewhere, a question is put twice or more: what it lacks is noted and counts as nothing meanwhile, so that
//! one pass over the question finds most of its work; the answer made of nothing is thrown away by whoever sees that work
//! was noted. Each time more of it is at hand, and a question has an end, so this has one too.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::rc::Rc;

use engine::{Cells, Cube, Key, Linked, Outcome, Query, Selection, Task};

use crate::dataset::Dataset;
use crate::refusal::Refusal;
use crate::share::{Partial, Work};

/// What is known of rows that lie elsewhere, and what the last pass left.
#[derive(Clone, Debug, Default)]
pub(crate) struct Door {
    /// Rows of the tables whose rows lie elsewhere, by index.
    elsewhere: BTreeMap<usize, u64>,
    given: RefCell<Vec<Given>>,
    needed: RefCell<Vec<(usize, Work)>>,
    cube: RefCell<Option<Kept>>,
}

/// The outcome of work on the table of an index.
#[derive(Clone, Debug)]
struct Given {
    table: usize,
    work: Work,
    made: Result<Made, Refusal>,
}

#[derive(Clone, Debug)]
enum Made {
    Cells(Rc<Cells>),
    Cube(Rc<Cube>),
}

/// The cube of the histograms last asked for.
#[derive(Clone, Debug)]
struct Kept {
    table: usize,
    linked: Linked,
    cube: Rc<Cube>,
}

impl Dataset {
    /// The same data set, with the rows of a table elsewhere: so many of them.
    #[must_use]
    pub fn with_rows_elsewhere(mut self, table: usize, row_count: u64) -> Self {
        self.door.elsewhere.insert(table, row_count);
        self.forget_cubes();
        self
    }

    /// Number of rows of the table at an index, wherever they lie.
    #[must_use]
    pub fn row_count(&self, table: usize) -> u64 {
        let here = || self.tables().get(table).map_or(0, table::Table::row_count) as u64;
        let elsewhere = self.door.elsewhere.get(&table);
        elsewhere.copied().unwrap_or_else(here)
    }

    /// The work that was lacking, by the index of its table; each only once, and no longer noted. While there is any, what was
    /// answered means nothing.
    #[must_use]
    pub fn needed(&self) -> Vec<(usize, Work)> {
        self.door.needed.take()
    }

    /// Takes what came of work on all rows of a table.
    pub fn give(&self, table: usize, work: Work, partial: Result<Partial, Refusal>) {
        let made = partial.and_then(|partial| made(partial.0));
        let given = Given { table, work, made };
        self.door.given.borrow_mut().push(given);
    }

    /// Lets go of what was given, when the question is answered.
    pub fn forget_given(&self) {
        self.door.given.take();
        self.door.needed.take();
    }

    /// Lets go of what answers the next move of a brush.
    pub fn forget_cubes(&self) {
        self.door.cube.take();
    }

    /// Whether all rows of a table are here.
    pub(crate) fn has_rows_of(&self, table: usize) -> bool {
        !self.door.elsewhere.contains_key(&table)
    }

    /// The cells of a query.
    pub(crate) fn cells(&self, table: usize, query: Query) -> Result<Rc<Cells>, Refusal> {
        self.outcome(table, Task::Cells(query)).map(only_cells)
    }

    /// The combinations of groups that occur, as cells without measures.
    pub(crate) fn combinations(
        &self,
        table: usize,
        by: Vec<Key>,
        select: Vec<Selection>,
    ) -> Result<Rc<Cells>, Refusal> {
        let task = Task::Distinct { by, select };
        self.outcome(table, task).map(only_cells)
    }

    /// The cube of linked histograms; the last one with an active column is kept, since it answers the next move there.
    pub(crate) fn cube(&self, table: usize, linked: &Linked) -> Result<Rc<Cube>, Refusal> {
        if let Some(kept) = &*self.door.cube.borrow()
            && kept.table == table
            && kept.linked == *linked
        {
            return Ok(Rc::clone(&kept.cube));
        }
        let outcome = self.outcome(table, Task::Linked(linked.clone()))?;
        let Made::Cube(cube) = outcome else {
            return Ok(Rc::default());
        };
        if linked.active.is_some() {
            self.door.cube.replace(Some(Kept {
                table,
                linked: linked.clone(),
                cube: Rc::clone(&cube),
            }));
        }
        Ok(cube)
    }

    fn outcome(&self, table: usize, task: Task) -> Result<Made, Refusal> {
        if self.has_rows_of(table) {
            let rows = self.tables().get(table);
            let outcome = rows.map_or(Ok(Outcome::default()), |rows| {
                engine::perform(rows, &task, &mut |_| ControlFlow::Continue(()))
            });
            return outcome.map_err(|_| Refusal::TooLarge).and_then(made);
        }
        let work = Work(task);
        let given = self.door.given.borrow();
        let is_this = |given: &&Given| given.table == table && given.work == work;
        if let Some(given) = given.iter().find(is_this) {
            return given.made.clone();
        }
        let mut needed = self.door.needed.borrow_mut();
        let lacking = (table, work);
        if !needed.contains(&lacking) {
            needed.push(lacking);
        }
        Ok(Made::Cells(Rc::default()))
    }
}

fn made(mut outcome: Outcome) -> Result<Made, Refusal> {
    outcome.seal().map_err(|_| Refusal::TooLarge)?;
    Ok(match outcome {
        Outcome::Cells(cells) => Made::Cells(Rc::new(cells)),
        Outcome::Linked(cube) => Made::Cube(Rc::new(cube)),
    })
}

/// Work on cells comes to cells; a cube in their place would have been given for other work.
fn only_cells(made: Made) -> Rc<Cells> {
    match made {
        Made::Cells(cells) => cells,
        Made::Cube(_) => Rc::default(),
    }
}
