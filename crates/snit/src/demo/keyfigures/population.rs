//! People by place, year, sex and age: what most rates are of.

use table::{Collapse, Table, TableError, Text};

use crate::demo::columns::{Rows, additive, of_class, stock};
use crate::demo::cube::Cube;
use crate::demo::people::People;

/// People on 1 January. Every count is published: the register of people is open.
pub(crate) fn table(cube: &Cube, people: &People) -> Result<Table, TableError> {
    let mut values = cube.zeros();
    for (cell, (_, count)) in cube.parts().into_iter().zip(people.cells()) {
        if let Some(value) = values.get_mut(cell) {
            *value = count;
        }
    }
    cube.sum_up(&mut values);
    let residents = additive(
        ("borgere", "Borgere", "Residents"),
        ("borgere", "residents"),
    );
    let residents = of_class(stock(Collapse::Refuse), residents);
    let residents = table::Measure {
        preliminary: Vec::new(),
        ..residents
    };
    let shown = vec![false; cube.len()];
    let notes = [(None, "Borgere 1. januar.", "Residents on 1 January.")];
    Rows::all(cube).with(residents, &values, &shown).finish(
        "befolkning",
        Text::new("Befolkning", "Population"),
        &notes,
    )
}
