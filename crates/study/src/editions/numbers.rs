//! The revised numbers of a measure, and where they are.

use chart::{Size, difference};
use danish::Language;
use danish::number::{number, percent, signed, whole};
use danish::ui::Editions as Word;
use danish::ui::editions as words;
use leptos::prelude::*;
use protocol::view::editions::{
    ByMember, Editions, Kind, Named, Numbers as Changed, Revision, TableChange,
};

use super::listed::{self, Narrowed, Order, Picked};
use super::outline::share;
use super::{phrase, text};
use crate::drawing::DrawingFigure;
use crate::talk::use_talk;
use crate::words::language;

/// So many revisions are listed at first, and as many more each time.
const STEP: usize = 50;
/// So many places with revised numbers are listed.
const PLACES: usize = 12;
/// The bar of a difference.
const BAR: Size = Size {
    width: 120.0,
    height: 18.0,
};

/// The list, narrowed and ordered by the reader.
#[component]
pub(super) fn Numbers(editions: StoredValue<Editions>, picked: Memo<Picked>) -> impl IntoView {
    let asked = use_talk().part(|state| Narrowed::of(&state.study));
    let narrowed = Memo::new(move |_| {
        let asked = asked.get();
        editions.with_value(|it| match listed::numbers(it, picked.get()) {
            Some(found) => asked.among(found),
            None => asked,
        })
    });
    let shown = RwSignal::new(STEP);
    Effect::new(move |before: Option<Picked>| {
        let now = picked.get();
        if before.is_some_and(|before| before != now) {
            shown.set(STEP);
        }
        now
    });
    let language = language();
    let title = move || {
        let language = language.get();
        editions.with_value(|it| {
            let found = listed::numbers(it, picked.get());
            found.map(|(_, numbers)| text(&numbers.measure.label, language))
        })
    };
    let body = move || {
        let (picked, narrowed) = (picked.get(), narrowed.get());
        editions.with_value(|it| {
            let found = listed::numbers(it, picked)?;
            Some(list(found, (&narrowed, shown), language.get()))
        })
    };
    let around = move || {
        editions.with_value(|it| {
            let found = listed::numbers(it, picked.get())?;
            Some(places(found, language.get()))
        })
    };
    view! {
        <section class="section" aria-labelledby="editions-numbers">
            <div class="section-head">
                <h2 id="editions-numbers">{phrase(Word::Numbers)}": "{title}</h2>
            </div>
            <p class="quiet">{phrase(Word::NumbersRule)}</p>
            <Narrowing editions picked narrowed />
            <div class="editions-figures">
                <div>{body}</div>
                <div>{around}</div>
            </div>
        </section>
    }
}

/// The lists of places, periods and orders.
#[component]
fn Narrowing(
    editions: StoredValue<Editions>,
    picked: Memo<Picked>,
    narrowed: Memo<Narrowed>,
) -> impl IntoView {
    let (talk, language) = (use_talk(), language());
    let options = move |kind: Kind, kept: fn(&Narrowed) -> &String| {
        move || {
            let found = editions.with_value(|it| {
                listed::numbers(it, picked.get()).map(|found| listed::choices(found, kind))
            });
            let kept = narrowed.with(|narrowed| kept(narrowed).clone());
            let option = move |it: Named| {
                let selected = it.code == kept;
                view! { <option value=it.code.clone() selected=selected>{text(&it.label, language.get())}</option> }
            };
            found
                .unwrap_or_default()
                .into_iter()
                .map(option)
                .collect_view()
        }
    };
    let set = move |edit: fn(&mut Narrowed, String)| {
        move |event: web_sys::Event| {
            let mut narrowed = narrowed.get_untracked();
            edit(&mut narrowed, event_target_value(&event));
            talk.choose(|state| narrowed.keep(&mut state.study));
        }
    };
    view! {
        <div class="across-filters editions-narrowing">
            <label class="across-filter">
                <span class="quiet">{phrase(Word::Place)}</span>
                <select id="editions-place" on:change=set(|it, value| it.place = value)>
                    <option value="">{phrase(Word::AllPlaces)}</option>
                    {options(Kind::Place, |it| &it.place)}
                </select>
            </label>
            <label class="across-filter">
                <span class="quiet">{phrase(Word::Period)}</span>
                <select id="editions-period" on:change=set(|it, value| it.period = value)>
                    <option value="">{phrase(Word::AllPeriods)}</option>
                    {options(Kind::Period, |it| &it.period)}
                </select>
            </label>
            <label class="across-filter">
                <span class="quiet">{phrase(Word::OrderBy)}</span>
                <select id="editions-order" on:change=set(|it, value| it.order = if value == "percent" { Order::Percent } else { Order::Size })>
                    <option value="size" selected=move || narrowed.with(|it| it.order == Order::Size)>{phrase(Word::BySize)}</option>
                    <option value="percent" selected=move || narrowed.with(|it| it.order == Order::Percent)>{phrase(Word::ByPercent)}</option>
                </select>
            </label>
        </div>
    }
}

fn list(
    found: (&TableChange, &Changed),
    (narrowed, shown): (&Narrowed, RwSignal<usize>),
    language: Language,
) -> AnyView {
    let (_, numbers) = found;
    let all = listed::revisions(found, narrowed);
    let counts = (numbers.revised, numbers.compared);
    let summary = words::outline(counts, numbers.withheld, language);
    if all.is_empty() {
        let none = if numbers.revised == 0 {
            Word::NoneRevised
        } else {
            Word::NoneHere
        };
        return view! { <p class="editions-summary">{summary}</p> <p>{none.in_language(language)}</p> }.into_any();
    }
    let most = all
        .iter()
        .map(|it| listed::difference(it).abs())
        .fold(0.0, f64::max);
    let rows: Vec<Revision> = all.iter().copied().cloned().collect();
    let (decimals, count) = (numbers.decimals, rows.len());
    let lines = move || {
        let shown = rows.iter().take(shown.get());
        shown
            .map(|it| row(it, (most, decimals), language))
            .collect_view()
    };
    let head =
        |word: Word, class| view! { <th scope="col" class=class>{word.in_language(language)}</th> };
    let is_more = move || shown.get() < count;
    let told = move || words::listed((shown.get().min(count), count), language);
    let all_told = numbers.largest.len();
    let cut = (all_told < numbers.revised.saturating_sub(numbers.withheld))
        .then(|| words::cut(all_told, language));
    view! {
        <p class="editions-summary">{summary}</p>
        <div class="figure-table-frame editions-long" tabindex="0" role="group" aria-label=Word::Numbers.in_language(language)>
            <table class="editions-table" id="editions-revisions">
                <thead><tr>
                    {head(Word::Where, "")}
                    {head(Word::Earlier, "number")}
                    {head(Word::Later, "number")}
                    {head(Word::Difference, "number")}
                    <td></td>
                    {head(Word::Percent, "number")}
                </tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
        <p class="editions-more">
            <span class="quiet">{told}" "{cut}</span>
            <button type="button" class="button" id="editions-more" hidden=move || !is_more() on:click=move |_| shown.update(|it| *it += STEP)>
                {Word::More.in_language(language)}
            </button>
        </p>
    }
        .into_any()
}

fn row(
    revision: &Revision,
    (most, decimals): (f64, u8),
    language: Language,
) -> impl IntoView + use<> {
    let shown = |value: f64| number(value, decimals, language);
    let gap = listed::difference(revision);
    let drawing = difference::layout(gap, most, BAR);
    let share = listed::percent(revision).map(|share| {
        let share = signed(share, 1, language);
        format!("{share}{}", language.pick(" %", "%"))
    });
    view! {
        <tr>
            <th scope="row">{place(&revision.members, language)}</th>
            <td class="number">{shown(revision.from)}</td>
            <td class="number">{shown(revision.to)}</td>
            <td class="number editions-difference">{signed(gap, decimals, language)}</td>
            <td class="editions-bar-cell"><DrawingFigure drawing /></td>
            <td class="number">{share}</td>
        </tr>
    }
}

/// The members of a cell, by their names.
pub(super) fn place(members: &[Named], language: Language) -> String {
    let names = members.iter().map(|it| match text(&it.label, language) {
        label if label.is_empty() => it.code.clone(),
        label => label,
    });
    names.collect::<Vec<_>>().join(", ")
}

/// Places by how many of their numbers were revised, and periods in order.
fn places((table, numbers): (&TableChange, &Changed), language: Language) -> AnyView {
    let of = |kind: Kind| {
        let mut names = table.dimensions.iter().filter(|it| it.kind == kind);
        let name = names.next().map(|it| it.name.code.clone());
        let found = numbers
            .by
            .iter()
            .filter(|it| Some(&it.dimension) == name.as_ref() && it.revised > 0);
        found.cloned().collect::<Vec<_>>()
    };
    let mut places = of(Kind::Place);
    places.sort_by_key(|it| std::cmp::Reverse(it.revised));
    places.truncate(PLACES);
    let tables = [
        (Word::ByPlace, Word::Place, places),
        (Word::ByPeriod, Word::Period, of(Kind::Period)),
    ];
    let one = |(title, head, rows): (Word, Word, Vec<ByMember>)| {
        (!rows.is_empty()).then(|| by_member((title, head), &rows, language))
    };
    tables.map(one).collect_view().into_any()
}

fn by_member(
    (title, head): (Word, Word),
    rows: &[ByMember],
    language: Language,
) -> impl IntoView + use<> {
    let row = |it: &ByMember| {
        let share = share(it.revised, it.compared).map(|share| percent(share, 1, language));
        view! {
            <tr>
                <th scope="row">{text(&it.member.label, language)}</th>
                <td class="number">{whole(it.revised, language)}</td>
                <td class="number">{whole(it.compared, language)}</td>
                <td class="number">{share}</td>
            </tr>
        }
    };
    let say = |word: Word| word.in_language(language);
    view! {
        <h3 class="editions-small">{say(title)}</h3>
        <table class="editions-table">
            <thead><tr>
                <th scope="col">{say(head)}</th>
                <th scope="col" class="number">{say(Word::Revised)}</th>
                <th scope="col" class="number">{say(Word::Compared)}</th>
                <th scope="col" class="number">{say(Word::RevisedShare)}</th>
            </tr></thead>
            <tbody>{rows.iter().map(row).collect_view()}</tbody>
        </table>
    }
}
