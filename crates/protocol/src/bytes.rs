//! The fields of each type that is packed. A field or variant that is missing here does not compile.

use packed::{choices, records};

use crate::catalog::{
    Catalog, Choice, FieldCard, FieldGroup, IndicatorChoice, Origin, PackageCard, PlaceChoice,
    ReadyView, TableCard, Trust,
};
use crate::columns::{Columns, KeyCodes, Members, ValueColumn};
use crate::facts::{Facts, SavedView, Words};
use crate::message::{Answer, AnswerRow, Notice, Progress, Refusal, Reply, Request, Weight};
use crate::slice::{Direction, MeasureExpr, Order, Scalar, Slice};
use crate::state::{Heat, Language, Pivot, Shown, Sort, ViewName, ViewState};
use crate::view::indicator::{
    Breakdown, BreakdownRow, IndicatorView, PlaceRow, PlaceTable, Ranking, RankingRow, Series,
    SeriesRole, Trend,
};
use crate::view::overview::{Against, AgainstChoice, Distance, OverviewRow, OverviewView, Topic};
use crate::view::pivot::{PivotColumn, PivotHead, PivotRow, PivotView};
use crate::view::{
    CellKind, CellView, DeclarationSection, DeclarationView, Judgement, Named, Tick, View,
};

choices! {
    Origin: 0 = Real, 1 = Synthetic; else Self::Real;
    Trust: 0 = OwnData, 1 = Unsigned; else Self::OwnData;
    FieldGroup: 0 = Place, 1 = Time, 2 = Person, 3 = Service, 4 = Other, 5 = Measure; else Self::Other;
    Weight: 0 = Remark, 1 = Caution; else Self::Remark;
    Direction: 0 = Descending, 1 = Ascending; else Self::Descending;
    ViewName: 0 = Start, 1 = Overview, 2 = Indicator, 3 = Pivot, 4 = Declaration, 5 = Quality, 6 = Across,
        7 = Editions; else Self::Start;
    Language: 0 = Da, 1 = En; else Self::Da;
    Shown: 0 = Numbers, 1 = RowShare, 2 = ColumnShare; else Self::Numbers;
    Heat: 0 = None, 1 = PerColumn; else Self::None;
    SeriesRole: 0 = Chosen, 1 = Benchmark, 2 = Second, 3 = Muted; else Self::Muted;
    CellKind: 0 = Value, 1 = Zero, 2 = Hidden, 3 = Missing, 4 = NotApplicable, 5 = Bounds, 6 = AtLeast,
        7 = Incomplete, 8 = Refused; else Self::Missing;
    Judgement: 0 = Better, 1 = Same, 2 = Worse, 3 = NotAssessed; else Self::NotAssessed;
    Scalar: 0 = Number(number), 1 = Text(text); else Self::Number(0);
    MeasureExpr: 0 = Sum(name), 1 = Count(name), 2 = Min(name), 3 = Max(name), 4 = Mean(name), 5 = Ratio(names),
        6 = Indicator(name); else Self::Sum(String::new());
    View: 0 = Overview(view), 1 = Indicator(view), 2 = Pivot(view), 3 = Declaration(view);
        else Self::Declaration(DeclarationView::default());
    Request: 0 = Adopt { name, size_bytes, language, notices, facts }, 1 = Append { size_bytes, language, notices },
        2 = Describe(language), 3 = Show(state), 4 = Ask { slice, language }, 5 = Columns { slice, language, known },
        6 = Forget, 7 = Export(state), 8 = Close; else Self::Close;
    Reply: 0 = Progress(progress), 1 = Opened(catalog), 2 = View { state, view }, 3 = Answer(answer),
        4 = Columns(columns), 5 = Forgotten, 6 = File { name, media_type, text }, 7 = Refused(refusal), 8 = Closed;
        else Self::Closed;
}

records! {
    Catalog { card, places, periods, indicators, tables, ready_views, studies, notices }
    PackageCard { id, title, edition, extracted, publisher, file_name, size_bytes, row_count, synthetic, trust }
    Choice { id, label }
    PlaceChoice { id, label, level, level_label, parent }
    IndicatorChoice { id, label, topic, unit }
    TableCard { name, title, row_count, fields, notes }
    FieldCard { name, label, group, dimension, member_count, members, class, unit }
    ReadyView { title, question, fragment }

    Words { da, en }
    Facts { id, title, edition, extracted, publisher, is_synthetic, threshold, declaration, views, declared,
        across }
    SavedView { title, question, fragment }

    Progress { step, done, total }
    Refusal { code, what, place, remedy }
    Notice { weight, headline, text }
    Answer { keys, values, rows, parts, notices }
    AnswerRow { codes, labels, cells }
    Columns { row_count, keys, values, notices }
    KeyCodes { of, level, codes, members }
    Members { codes, labels }
    ValueColumn { name, numbers, status, low, high, preliminary }

    Slice { table, by, measures, filter, order, top, histograms, measure, active, distinct }
    Order { measure, direction }
    ViewState { view, language, package, place, against, list, period, indicator, level, unfolded, filters, pivot,
        study }
    Pivot { table, rows, columns, measures, filters, unfolded, shown, heat, sort, top }
    Sort { column, direction }

    CellView { kind, text, spoken, value, low, high, preliminary }
    Tick { value, text }
    Named { id, label }
    DeclarationView { sections }
    DeclarationSection { heading, paragraphs }
    OverviewView { place, subtitle, against, against_choices, second, period, previous_period, spark_span, tally, ticks,
        axis_reach, topics, notes, footnotes, notices }
    Against { id, label, what, members }
    AgainstChoice { id, label, hint }
    Topic { title, rows }
    OverviewRow { indicator, part, unit, value, distance, second_distance, second, benchmark, marks, benchmark_marks, change, spark, spark_breaks,
        judgement, remark, has_parts, parts }
    Distance { value, low, high }
    IndicatorView { topic, indicator, sentence, place, against, against_choices, level, level_choices, period, ranking,
        trend, breakdown, table, source, notices }
    Ranking { subtitle, domain, ticks, benchmark, second, rows, notes }
    RankingRow { place, cell, marks, judgement, chosen }
    Trend { periods, domain, ticks, series, breaks, note }
    Series { place, role, end_label, cells }
    Breakdown { domain, ticks, groups, benchmark, rows }
    BreakdownRow { label, cells, benchmark }
    PlaceTable { subtitle, heads, rows, notes }
    PlaceRow { place, marks, numerator, denominator, value, interval, change, judgement, chosen, total }
    PivotView { corner, heads, columns, rows, notices, footnotes, empty }
    PivotHead { label, span }
    PivotColumn { name, total, first }
    PivotRow { path, label, hint, child_count, unfolded, cells, heat }
}

#[cfg(test)]
mod tests;
