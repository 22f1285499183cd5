//! The table: places with numerator, denominator, value, interval, change and judgement.

use crate::prelude::*;
use danish::ui::{Indicator, Pivot};
use leptos::task::spawn_local;
use protocol::view::indicator::{PlaceRow, PlaceTable};

use super::place_row::Row;
use super::sight::use_sight;
use crate::component::button::{Button, ButtonKind};
use crate::component::live::Announcer;
use crate::component::notes::Notes;
use crate::component::pivot::excel;
use crate::component::refocus;
use crate::component::section::Section;
use crate::dom;
use crate::state::use_state;
use crate::words::{say, spoken};

/// The section with its button to copy.
#[component]
pub(super) fn TableSection() -> impl IntoView {
    let sight = use_sight();
    let subtitle = sight.part(|view| view.table.subtitle.clone());
    let heads = sight.part(|view| view.table.heads.clone());
    let notes = sight.part(|view| view.table.notes.clone());
    let ids = sight.part(|view| {
        view.table
            .rows
            .iter()
            .map(|row| row.place.id.clone())
            .collect::<Vec<_>>()
    });
    Effect::new(move |_| {
        let left_at = sight.left_at.try_update_value(Option::take).flatten();
        let position = ids.with(|ids| {
            left_at.map(|left| ids.iter().position(|id| *id == left).unwrap_or_default())
        });
        if let Some(position) = position {
            refocus::where_lost(".place-choose", position);
        }
    });
    let judgement_at = Memo::new(move |_| heads.with(Vec::len).saturating_sub(1));
    // A column without words in its head has nothing to show.
    let has_words = |(_, head): &(usize, String)| !head.is_empty();
    let head = move |(index, head): (usize, String)| {
        let class = if index == judgement_at.get() {
            ""
        } else {
            "number"
        };
        view! { <th class=class scope="col" role="columnheader">{head}</th> }
    };
    view! {
        <div class="indicator-table">
            <Section title=say(Indicator::Table) subtitle=subtitle tools=ViewFn::from(|| view! { <CopyTable /> })>
                <table class="place-table" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{say(Indicator::Place)}</th>
                            {move || heads.get().into_iter().enumerate().filter(has_words).map(head).collect_view()}
                        </tr>
                    </thead>
                    <tbody role="rowgroup" on:mouseleave=move |_| sight.point(None)>
                        <For each=move || ids.get() key=Clone::clone let:id><Row id=id heads=heads /></For>
                    </tbody>
                </table>
                <Notes lines=notes />
            </Section>
        </div>
    }
}

/// Copies the table with typed numbers, and says whether it went well.
#[component]
fn CopyTable() -> impl IntoView {
    let sight = use_sight();
    let state = use_state();
    let Announcer(said) = expect_context();
    let outcome = RwSignal::new(None::<Pivot>);
    let copy = move |()| {
        let language = state.current().with_untracked(|state| state.language);
        let place = danish::ui::phrase(Indicator::Place, spoken(language));
        let text = sight
            .view
            .with_untracked(|view| table_text(&view.table, place, language));
        spawn_local(async move {
            let phrase = if dom::copy(&text).await.is_ok() {
                Pivot::Copied
            } else {
                Pivot::CopyFailed
            };
            outcome.set(Some(phrase));
            said.set(danish::ui::phrase(phrase, spoken(language)).to_owned());
        });
    };
    view! {
        <span class="quiet">{move || outcome.get().map(|outcome| say(outcome).get())}</span>
        <Button kind=ButtonKind::Quiet on_press=copy>{say(Indicator::CopyToExcel)}</Button>
    }
}

/// The table as text that Excel takes as numbers; the judgement is a word.
fn table_text(table: &PlaceTable, place: &str, language: protocol::state::Language) -> String {
    let heads = std::iter::once(place).chain(table.heads.iter().map(String::as_str));
    let shown: Vec<bool> = heads.clone().map(|head| !head.is_empty()).collect();
    let only_shown = |line: Vec<String>| -> Vec<String> {
        let fields = line.into_iter().zip(&shown);
        fields
            .filter_map(|(field, shown)| shown.then_some(field))
            .collect()
    };
    let head: Vec<String> = heads.map(excel::one_line).collect();
    let line = |row: &PlaceRow| {
        let number = |cell| excel::typed_text(cell, language);
        let word = row.judgement.map(|judgement| {
            danish::ui::phrase(
                crate::component::judgement::word(judgement),
                spoken(language),
            )
        });
        only_shown(vec![
            excel::one_line(format!("{} {}", row.place.label, row.marks).trim()),
            number(&row.numerator),
            number(&row.denominator),
            number(&row.value),
            excel::one_line(&row.interval),
            number(&row.change),
            word.unwrap_or_default().to_owned(),
        ])
    };
    let notes = table.notes.iter().map(|note| vec![excel::one_line(note)]);
    let lines: Vec<Vec<String>> = std::iter::once(only_shown(head))
        .chain(table.rows.iter().map(line))
        .chain(notes)
        .collect();
    excel::joined(&lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::view::{CellView, Judgement, Named};

    #[test]
    fn the_table_is_copied_with_numbers_and_words() {
        let number = |text: &str, value| CellView {
            text: text.into(),
            value: Some(value),
            ..CellView::default()
        };
        let row = PlaceRow {
            place: Named {
                id: "kommune:0621".into(),
                label: "Kolding".into(),
            },
            numerator: number("1.112", 1112.0),
            denominator: number("19.170", 19170.0),
            value: number("58,0", 58.0),
            interval: "54,6-61,4".into(),
            change: number("−2,9", -2.9),
            judgement: Some(Judgement::Better),
            ..PlaceRow::default()
        };
        let heads = [
            "Ophold",
            "Borgere",
            "Pr. 1.000",
            "95 %-interval",
            "Fra 2024",
            "Mod landet",
        ]
        .map(str::to_owned);
        let table = PlaceTable {
            heads: heads.to_vec(),
            rows: vec![row],
            ..PlaceTable::default()
        };
        let expected = "Sted\tOphold\tBorgere\tPr. 1.000\t95 %-interval\tFra 2024\tMod landet\r\nKolding\t1112\t19170\t58\t54,6-61,4\t-2,9\tbedre";
        assert_eq!(
            table_text(&table, "Sted", protocol::state::Language::Da),
            expected
        );
    }
}
