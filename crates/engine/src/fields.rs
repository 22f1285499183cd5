//! The fields of a task, in the order of its bytes: how work goes to other workers of the same build.

use packed::{choices, records};

use crate::{Groups, Key, Linked, Query, Selection, Task};

records! {
    Key { column, groups }
    Selection { column, allowed }
    Query { by, select, measures, extremes }
    Linked { keys, select, measure, active }
}

choices! {
    Groups: 0 = Members, 1 = Map { of, count }; else Self::Members;
    Task: 0 = Cells(query), 1 = Distinct { by, select }, 2 = Linked(linked); else Self::Cells(Query::default());
}
