//! The fields of each type that is packed.

use packed::{choices, records};

use super::{
    Cell, CellKind, Change, Check, Choice, Column, ColumnKind, Field, Outcome, OutcomeRow,
    Question, Row, RowChoice, RowKind, Sign, Stage, Tab, Term, Terms, View, Words,
};

choices! {
    ColumnKind: 0 = None, 1 = Group, 2 = Measure, 3 = Aside; else Self::None;
    RowKind: 0 = Outside, 1 = Title, 2 = Header, 3 = Unit, 4 = Body, 5 = Note, 6 = Skipped; else Self::Outside;
    CellKind: 0 = Words, 1 = Number, 2 = Zero, 3 = Hidden, 4 = Missing; else Self::Words;
    Sign: 0 = Well, 1 = Caution, 2 = Question; else Self::Well;
    RowChoice: 0 = Recognised, 1 = Skip, 2 = Keep, 3 = Header, 4 = Body, 5 = End, 6 = Last, 7 = Total; else Self::Recognised;
    Change: 0 = Look, 1 = Tab(tab), 2 = Table { field, value }, 3 = Column { column, field, value }, 4 = Row { row, choice },
        5 = Header { row, value }, 6 = Answer { question, choice }, 7 = Reset, 8 = MoreRows, 9 = All(all),
        10 = Remember(remember), 11 = Export, 12 = Import(json), 13 = Use, 14 = Cancel; else Self::Look;
}

records! {
    View { words, language, file, file_number, steps, tabs, shown, caption, fields, columns, rows, more, row_choices, header_choices,
        questions, outcome, checks, not_yet, is_remembered, said, file_to_save }
    Stage { label, open, is_last }
    Tab { label, holds }
    Column { letter, heading, group, about, kind, is_doubtful, fields, terms }
    Terms { title, written, is, options, read, rows, more }
    Term { id, text, is, read, is_doubtful }
    Field { id, label, value, options }
    Choice { id, label }
    Row { number, kind, words, header, header_name, choice, terms, cells }
    Cell { text, kind, span, indent }
    Outcome { summary, heads, value_column, rows, is_all }
    OutcomeRow { texts, kind, is_doubtful }
    Question { text, because, answers, tab }
    Check { sign, spoken, headline, text }
    Words { title, subtitle, steps, done, sheets, reset, column, role_of, row, row_use, header_use, header_name, table, read_as, more, close,
        answer, outcome, shown, sample, all, checks, use_it, remember, remember_hint, cancel, export, import, hidden, missing }
}
