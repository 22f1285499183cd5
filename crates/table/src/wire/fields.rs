//! The fields of a header, in the order of its bytes.

use packed::{choices, records};

use super::{Header, MeasureHeader};
use crate::schema::{
    Aggregation, Collapse, Dimension, Level, Measure, Member, MemberKind, Role, Text,
};
use crate::tables::Note;

records! {
    Header { name, title, dimensions, measures, notes, rows }
    MeasureHeader { measure, decimals, has_status }
    Text { da, en }
    Dimension { name, label, role, members, levels }
    Member { code, label, kind }
    Level { name, label, members, parents }
    Measure { name, label, unit, decimals, aggregation, preliminary }
    Note { text, column }
}

choices! {
    Role: 0 = Geography, 1 = Time, 2 = Age, 3 = Sex, 4 = Sector, 5 = Diagnosis, 6 = Organisation, 7 = Other;
        else Self::Other;
    MemberKind: 0 = Part, 1 = Total, 2 = Of(level); else Self::Part;
    Collapse: 0 = Last, 1 = Mean, 2 = Refuse; else Self::Refuse;
    Aggregation: 0 = Additive, 1 = SemiAdditive { not_over, then }, 2 = Distinct { over },
        3 = Ratio { numerator, denominator }, 4 = Mean { weight }, 5 = Printed; else Self::Printed;
}
