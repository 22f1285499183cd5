//! What can be decided of the column or the row that was picked, below the sheet.

use leptos::prelude::*;
use protocol::reading::{Change, Choice, Field, RowChoice, Terms, View};

use crate::dom;
use crate::screen::word;
use crate::talk::use_talk;
use crate::terms::TermList;

/// What was picked on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Picked {
    /// A column by its index.
    Column(u32),
    /// A row by its number.
    Row(u64),
    /// The table as a whole.
    Table,
}

impl Picked {
    /// Where the focus goes when the panel is put aside.
    fn id(self) -> String {
        match self {
            Self::Column(column) => format!("reading-letter-{column}"),
            Self::Row(row) => format!("reading-row-{row}"),
            Self::Table => TABLE_BUTTON.to_owned(),
        }
    }
}

/// The id of the button that opens what can be decided of the table.
pub(crate) const TABLE_BUTTON: &str = "reading-table";

/// The id of the first field of the panel.
pub(crate) const FIRST_FIELD: &str = "reading-field-0";

/// What the panel shows.
#[derive(Clone, Debug, PartialEq)]
struct Panel {
    picked: Picked,
    title: String,
    fields: Vec<Field>,
    terms: Terms,
}

/// The panel; Escape puts it aside.
#[component]
pub(crate) fn Inspector() -> impl IntoView {
    let talk = use_talk();
    let picked = expect_context::<RwSignal<Option<Picked>>>();
    let panel = Memo::new(move |_| {
        let picked = picked.get()?;
        talk.view.with(|view| panel(view, picked))
    });
    let close = move || {
        if let Some(picked) = picked.get_untracked() {
            dom::focus(&picked.id());
        }
        picked.set(None);
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            close();
        }
    };
    let close_words = word(|words| &words.close);
    move || {
        panel.get().map(|panel| {
            let picked = panel.picked;
            let field = |(at, field): (usize, Field)| view! { <Control at=at picked=picked field=field /> };
            view! {
                <section class="reading-panel" aria-label=panel.title.clone() on:keydown=escape>
                    <h2>{panel.title.clone()}</h2>
                    <div class="reading-fields">{panel.fields.into_iter().enumerate().map(field).collect_view()}</div>
                    <TermList picked=picked terms=panel.terms />
                    <button type="button" class="button" id="reading-panel-close" on:click=move |_| close()>{close_words}</button>
                </section>
            }
        })
    }
}

fn panel(view: &View, picked: Picked) -> Option<Panel> {
    match picked {
        Picked::Column(at) => of_column(view, at),
        Picked::Row(number) => of_row(view, number),
        Picked::Table => (!view.fields.is_empty()).then(|| Panel {
            picked,
            title: view.words.table.clone(),
            fields: view.fields.clone(),
            terms: Terms::default(),
        }),
    }
}

fn of_column(view: &View, at: u32) -> Option<Panel> {
    let column = view.columns.get(usize::try_from(at).ok()?)?;
    let title = format!("{} {}", view.words.column, column.letter);
    Some(Panel {
        picked: Picked::Column(at),
        title: with(title, &column.heading),
        fields: column.fields.clone(),
        terms: column.terms.clone(),
    })
}

fn of_row(view: &View, number: u64) -> Option<Panel> {
    let (words, row) = (
        &view.words,
        view.rows.iter().find(|row| row.number == number)?,
    );
    let mut fields = vec![Field {
        id: "row".to_owned(),
        label: words.row_use.clone(),
        value: row.choice.clone(),
        options: view.row_choices.clone(),
    }];
    if !row.header.is_empty() {
        fields.push(Field {
            id: "header".to_owned(),
            label: words.header_use.clone(),
            value: row.header.clone(),
            options: view.header_choices.clone(),
        });
    }
    if !row.header_name.is_empty() {
        fields.push(Field {
            id: format!("header_name:{number}"),
            label: words.header_name.clone(),
            value: row.header_name.trim().to_owned(),
            options: Vec::new(),
        });
    }
    Some(Panel {
        picked: Picked::Row(number),
        title: with(format!("{} {number}", words.row), &row.words),
        fields,
        terms: row.terms.clone(),
    })
}

/// A title with what there is to add.
fn with(title: String, more: &str) -> String {
    if more.is_empty() {
        title
    } else {
        format!("{title} · {more}")
    }
}

/// A field: a list of options, or a text.
#[component]
fn Control(at: usize, picked: Picked, field: Field) -> impl IntoView {
    let talk = use_talk();
    let Field {
        id,
        label,
        value,
        options,
    } = field;
    let element_id = format!("reading-field-{at}");
    let choose = move |event| {
        let (field, value) = (id.clone(), event_target_value(&event));
        let change = match picked {
            Picked::Row(row) if field == "header" => Change::Header { row, value },
            Picked::Row(row) if field == "row" => Change::Row {
                row,
                choice: RowChoice::from_name(&value).unwrap_or_default(),
            },
            Picked::Row(_) | Picked::Table => Change::Table { field, value },
            Picked::Column(column) => Change::Column {
                column,
                field,
                value,
            },
        };
        talk.tell(&change);
    };
    let option = |choice: Choice| {
        let is_chosen = choice.id == value;
        view! { <option value=choice.id prop:selected=is_chosen>{choice.label}</option> }
    };
    let control = if options.is_empty() {
        view! { <input type="text" class="reading-input" id=element_id.clone() prop:value=value.clone() on:change=choose /> }.into_any()
    } else {
        let options = options.into_iter().map(option).collect_view();
        view! { <select class="reading-select" id=element_id.clone() data-value=value.clone() on:change=choose>{options}</select> }.into_any()
    };
    view! { <p class="reading-field"><label for=element_id>{label}</label>{control}</p> }
}
