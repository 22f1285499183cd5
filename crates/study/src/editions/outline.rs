//! In outline: what became of each measure, in counts.

use danish::number::{percent, whole};
use danish::ui::Editions as Word;
use leptos::prelude::*;
use protocol::view::editions::{Editions, Numbers, TableChange};

use super::listed::{self, Picked};
use super::{phrase, text};
use crate::talk::use_talk;
use crate::words::language;

/// One line a measure; its name picks it for the list below.
#[component]
pub(super) fn Outline(editions: StoredValue<Editions>, picked: Memo<Picked>) -> impl IntoView {
    let heads = [
        Word::Compared,
        Word::Revised,
        Word::RevisedShare,
        Word::Withheld,
        Word::NowHidden,
        Word::NowShown,
        Word::NewCells,
        Word::GoneCells,
        Word::Otherwise,
    ];
    let head = |word| view! { <th scope="col" class="number">{phrase(word)}</th> };
    let talk = use_talk();
    let pick = Callback::new(move |at| {
        talk.choose(|state| editions.with_value(|it| listed::pick(it, at, &mut state.study)));
    });
    let rows = editions.with_value(|it| {
        let tables = it.tables.iter().enumerate();
        tables
            .map(|table| of_table(table, (picked, pick)))
            .collect_view()
    });
    let has_other = editions.with_value(|it| {
        it.tables
            .iter()
            .any(|table| !table.other_dimensions.is_empty())
    });
    view! {
        <section class="section" aria-labelledby="editions-outline">
            <div class="section-head"><h2 id="editions-outline">{phrase(Word::Outline)}</h2></div>
            <div class="figure-table-frame" tabindex="0" role="group" aria-label=phrase(Word::Outline)>
                <table class="editions-table" id="editions-counts">
                    <thead><tr><th scope="col">{phrase(Word::Measure)}</th>{heads.map(head).collect_view()}</tr></thead>
                    {rows}
                </table>
            </div>
            <p class="quiet">{phrase(Word::WithheldText)}" "{phrase(Word::OtherwiseText)}</p>
            {has_other.then(|| view! { <p class="quiet">{phrase(Word::NotCompared)}</p> })}
        </section>
    }
}

/// The measure that is picked, and how another is.
type Picking = (Memo<Picked>, Callback<Picked>);

fn of_table((at, table): (usize, &TableChange), picking: Picking) -> impl IntoView + use<> {
    let language = language();
    let title = table.name.label.clone();
    let rows = table.numbers.iter().enumerate();
    let rows = rows.map(|(measure, numbers)| row(numbers, (at, measure), picking));
    view! {
        <tbody>
            <tr class="editions-group"><th scope="rowgroup" colspan="10">{move || text(&title, language.get())}</th></tr>
            {rows.collect_view()}
        </tbody>
    }
}

fn row(numbers: &Numbers, at: Picked, (picked, pick): Picking) -> impl IntoView + use<> {
    let language = language();
    let label = numbers.measure.label.clone();
    let counts = [
        numbers.withheld,
        numbers.now_hidden,
        numbers.no_longer_hidden,
        numbers.came,
        numbers.gone,
        numbers.otherwise,
    ];
    let count = move |count: usize| {
        view! { <td class="number" class:editions-none=count == 0>{move || whole(count, language.get())}</td> }
    };
    let (revised, compared) = (numbers.revised, numbers.compared);
    let share = move || {
        let share = share(revised, compared)?;
        Some(percent(share, 1, language.get()))
    };
    view! {
        <tr class:editions-picked=move || picked.get() == at>
            <th scope="row">
                <button type="button" class="link" aria-pressed=move || (picked.get() == at).to_string() on:click=move |_| pick.run(at)>
                    {move || text(&label, language.get())}
                </button>
            </th>
            {count(compared)}
            {count(revised)}
            <td class="number">{share}</td>
            {counts.map(count).collect_view()}
        </tr>
    }
}

/// A share in percent.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of cells are fewer than 2^52"
)]
pub(super) fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| 100.0 * part as f64 / whole as f64)
}
