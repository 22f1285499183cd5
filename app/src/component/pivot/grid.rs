//! The table itself, in a frame of its own that scrolls; long tables come a page at a time.

use crate::prelude::*;
use danish::ui::Pivot;

use super::head::Head;
use super::row::Row;
use super::workbench::use_bench;
use crate::component::button::Button;
use crate::lookup::Lookup;
use crate::words::{say, say_with};

/// Most rows of a page.
const PAGE_ROWS: usize = 500;
/// Most cells of a page: a browser lays these out without a pause.
const PAGE_CELLS: usize = 12_000;

const FEW_COLUMNS: usize = 5;

/// Where each row of the answer stands, by its path.
pub(super) type Positions = Memo<Lookup<usize>>;

/// The pivot as a table.
#[component]
pub(super) fn Grid() -> impl IntoView {
    let bench = use_bench();
    let pages = RwSignal::new(1_usize);
    let positions: Positions = Memo::new(move |_| {
        bench.view.with(|view| {
            view.rows
                .iter()
                .enumerate()
                .map(|(at, row)| (key_of(&row.path), at))
                .collect()
        })
    });
    let page = Memo::new(move |_| bench.view.with(|view| page_rows(view.columns.len())));
    let shown = Memo::new(move |_| {
        let most = page.get() * pages.get();
        bench.view.with(|view| {
            view.rows
                .iter()
                .take(most)
                .map(|row| row.path.clone())
                .collect::<Vec<_>>()
        })
    });
    let left = Memo::new(move |_| {
        bench
            .view
            .with(|view| view.rows.len().saturating_sub(shown.with(Vec::len)))
    });
    // Few columns stand close together; many share the width of the page.
    let is_wide = Memo::new(move |_| bench.view.with(|view| view.columns.len() > FEW_COLUMNS));
    let more = say_with(move |language| {
        danish::ui::pivot::show_more(left.get().min(page.get()), language)
    });
    view! {
        <div class="pivot-frame" role="region" tabindex="0" aria-label=say(Pivot::PivotFrame)>
            <table class="pivot-table" class:pivot-wide=move || is_wide.get()>
                <Head />
                <tbody>
                    <For each=move || shown.get() key=|path| key_of(path) let:path>
                        <Row path=path positions=positions />
                    </For>
                </tbody>
            </table>
        </div>
        <Show when=move || { left.get() > 0 }>
            <Button on_press=move |()| pages.update(|pages| *pages += 1)>{more}</Button>
        </Show>
    }
}

/// Rows of a page: fewer the more columns there are.
fn page_rows(column_count: usize) -> usize {
    (PAGE_CELLS / column_count.max(1)).clamp(20, PAGE_ROWS)
}

/// The path as one text, no two alike: what stands before each part is its length.
pub(super) fn key_of(path: &[String]) -> String {
    path.iter()
        .map(|part| format!("{}:{part}", part.len()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_table_has_shorter_pages() {
        assert_eq!([0, 10, 40, 100_000].map(page_rows), [500, 500, 300, 20]);
    }
}
