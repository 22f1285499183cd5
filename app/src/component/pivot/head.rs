//! The heads of the table: measures, then the column levels; the lowest ones sort.

use crate::prelude::*;
use protocol::slice::Direction;
use protocol::view::PivotView;
use protocol::view::pivot::PivotColumn;

use super::layout;
use super::workbench::use_bench;
use crate::component::icon::{Icon, IconSign};
use crate::words::say_with;

/// All rows of heads.
#[component]
pub(super) fn Head() -> impl IntoView {
    let bench = use_bench();
    let lines = Memo::new(move |_| bench.view.with(lines));
    let corner = Memo::new(move |_| bench.view.with(|view| view.corner.clone()));
    let first = move || {
        let depth = lines.with(Vec::len).max(1);
        view! { <th class="pivot-corner" scope="col" rowspan=depth>{corner}</th> }
    };
    let drawn = move || {
        let line = |(index, heads): (usize, Vec<HeadCell>)| {
            let corner = (index == 0).then(first);
            let heads = heads
                .into_iter()
                .map(|head| view! { <HeadCellView head=head /> })
                .collect_view();
            view! { <tr>{corner}{heads}</tr> }
        };
        lines.get().into_iter().enumerate().map(line).collect_view()
    };
    view! { <thead>{drawn}</thead> }
}

/// A head, and whether it stands right over a value column.
#[derive(Clone, Debug, Default, PartialEq)]
struct HeadCell {
    label: String,
    columns: u32,
    lines: usize,
    /// Position and full name of the value column it heads.
    sorts: Option<(u32, String)>,
    class: &'static str,
}

#[component]
fn HeadCellView(head: HeadCell) -> impl IntoView {
    let HeadCell {
        label,
        columns,
        lines,
        sorts,
        class,
    } = head;
    match sorts {
        Some((column, name)) => {
            view! { <SortHead label=label column=column name=name lines=lines class=class /> }
                .into_any()
        }
        None => {
            view! { <th class=class scope="colgroup" colspan=columns rowspan=lines>{label}</th> }
                .into_any()
        }
    }
}

/// A head that orders the rows by its column.
#[component]
fn SortHead(
    label: String,
    column: u32,
    name: String,
    lines: usize,
    class: &'static str,
) -> impl IntoView {
    let bench = use_bench();
    let sorted = Memo::new(move |_| {
        bench.layout.with(|layout| {
            layout
                .sort
                .filter(|sort| sort.column == column)
                .map(|sort| sort.direction)
        })
    });
    let aria_sort = move || {
        sorted.get().map(|direction| match direction {
            Direction::Descending => "descending",
            Direction::Ascending => "ascending",
        })
    };
    let full = if name.contains(&label) {
        name
    } else {
        format!("{name}, {label}")
    };
    let name = say_with(move |language| danish::ui::pivot::sort_by(&full, language));
    view! {
        <th class=class scope="col" rowspan=lines aria-sort=aria_sort>
            <button type="button" class="pivot-sort" aria-label=name title=name on:click=move |_| bench.change(|layout| layout::cycle_sort(layout, column))>
                {move || sorted.get().map(|_| view! { <IconSign icon=Icon::ChevronDown /> })}
                <span>{label}</span>
            </button>
        </th>
    }
}

/// The heads with the columns they stand over; a total's head reaches down to the last row.
fn lines(view: &PivotView) -> Vec<Vec<HeadCell>> {
    let depth = view.heads.len();
    let line = |(index, heads): (usize, &Vec<protocol::view::pivot::PivotHead>)| {
        let mut at = 0_u32;
        let cell = |head: &protocol::view::pivot::PivotHead| {
            let column = usize::try_from(at).ok().and_then(|at| view.columns.get(at));
            let is_total = column.is_some_and(|column| column.total) && index > 0 && head.span == 1;
            let line = match index {
                _ if is_total || index + 1 == depth => Line::Lowest,
                0 => Line::Top,
                _ => Line::Between,
            };
            let cell = HeadCell {
                label: head.label.clone(),
                columns: head.span,
                lines: if is_total { depth - index } else { 1 },
                sorts: column
                    .filter(|_| matches!(line, Line::Lowest) && head.span == 1)
                    .map(|column| (at, column.name.clone())),
                class: class(column, line),
            };
            at += head.span;
            (!is_total || index == 1).then_some(cell)
        };
        heads.iter().filter_map(cell).collect()
    };
    view.heads.iter().enumerate().map(line).collect()
}

/// Where a head stands among the lines of heads.
#[derive(Clone, Copy)]
enum Line {
    Top,
    Between,
    Lowest,
}

fn class(column: Option<&PivotColumn>, line: Line) -> &'static str {
    let (first, total) = column.map_or((false, false), |column| (column.first, column.total));
    match (line, first, total) {
        (Line::Top, ..) => "pivot-measure pivot-first",
        (Line::Between, true, _) => "pivot-over pivot-first",
        (Line::Between, ..) => "pivot-over",
        (Line::Lowest, true, _) => "number sortable pivot-first",
        (Line::Lowest, false, true) => "number sortable pivot-total",
        (Line::Lowest, ..) => "number sortable",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::view::pivot::PivotHead;

    fn example() -> PivotView {
        let head = |label: &str, span| PivotHead {
            label: label.into(),
            span,
        };
        let column = |name: &str, total, first| PivotColumn {
            name: name.into(),
            total,
            first,
        };
        PivotView {
            heads: vec![
                vec![head("Kontakter", 3)],
                vec![head("2025", 2), head("I alt", 1)],
                vec![head("K", 1), head("M", 1), head("", 1)],
            ],
            columns: vec![
                column("Kontakter, 2025, K", false, true),
                column("Kontakter, 2025, M", false, false),
                column("Kontakter, I alt", true, false),
            ],
            ..PivotView::default()
        }
    }

    fn told(lines: &[Vec<HeadCell>]) -> Vec<String> {
        let head = |head: &HeadCell| {
            let sorts = head
                .sorts
                .as_ref()
                .map(|(column, _)| format!(" sorts {column}"));
            let (columns, lines) = (head.columns, head.lines);
            format!(
                "{} {columns}x{lines}{}",
                head.label,
                sorts.unwrap_or_default()
            )
        };
        let line = |line: &Vec<HeadCell>| line.iter().map(head).collect::<Vec<_>>().join(" | ");
        lines.iter().map(line).collect()
    }

    #[test]
    fn the_head_of_a_total_reaches_down_and_sorts() {
        let expected = [
            "Kontakter 3x1",
            "2025 2x1 | I alt 1x2 sorts 2",
            "K 1x1 sorts 0 | M 1x1 sorts 1",
        ];
        assert_eq!(told(&lines(&example())), expected);
    }

    #[test]
    fn without_column_levels_the_measures_sort() {
        let mut view = example();
        view.heads = vec![vec![PivotHead {
            label: "Kontakter".into(),
            span: 1,
        }]];
        view.columns.truncate(1);
        assert_eq!(
            lines(&view)[0][0].sorts,
            Some((0, "Kontakter, 2025, K".to_owned()))
        );
    }
}
