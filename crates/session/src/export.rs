//! The table of a view as Danish or English CSV, with its source and sign key below.

use danish::answer::view as word;
use danish::ui::Overview;
use protocol::ViewState;
use protocol::catalog::{Origin, Trust};
use protocol::message::{Refusal, Reply};
use protocol::state::{Language, ViewName};
use protocol::view::overview::OverviewRow;
use protocol::view::{CellKind, CellView};

use crate::open::Open;
use crate::{filters, indicator, overview, pivot, words};

/// Rows of fields.
type Rows = Vec<Vec<Field>>;

/// A field of an export.
enum Field {
    /// Words; made harmless to spreadsheets.
    Text(String),
    /// A cell: its number with all its decimals, or the word for what it is.
    Cell(CellView),
}

/// The file for a complete state.
///
/// # Errors
/// When the view has no table.
pub(crate) fn export(open: &Open, state: &ViewState) -> Result<Reply, Refusal> {
    let language = words::language(state.language);
    let (rows, notes) = match state.view {
        ViewName::Pivot => {
            let view = pivot::view(open, state)?;
            (of_pivot(&view), view.footnotes)
        }
        ViewName::Indicator => match indicator::view(open, state) {
            Some(view) => {
                let shown = state.indicator.iter();
                let shown = shown.filter_map(|id| open.dataset.indicator(id).ok());
                (of_places(&view), overview::footnotes(open, shown, language))
            }
            None => return Err(words::nothing_open(language)),
        },
        _ => {
            let view = overview::view(open, state);
            (of_overview(&view), view.footnotes)
        }
    };
    let scope = scope(open, state, language);
    let origin = origin(open, [scope, notes].concat(), language);
    let text = written(rows.into_iter().chain(origin), state.language);
    let name = format!(
        "{}-{}.csv",
        file_stem(&open.facts.id),
        view_name(state.view)
    );
    Ok(Reply::File {
        name,
        media_type: "text/csv;charset=utf-8".to_owned(),
        text,
    })
}

fn of_pivot(view: &protocol::view::PivotView) -> Rows {
    let heads = std::iter::once(view.corner.clone());
    let heads = heads.chain(view.columns.iter().map(|column| column.name.clone()));
    let rows = view.rows.iter().map(|row| {
        let label = format!(
            "{}{}",
            "  ".repeat(row.path.len().saturating_sub(1)),
            row.label
        );
        let cells = row.cells.iter().cloned().map(Field::Cell);
        std::iter::once(Field::Text(label)).chain(cells).collect()
    });
    std::iter::once(heads.map(Field::Text).collect())
        .chain(rows)
        .collect()
}

fn of_places(view: &protocol::view::IndicatorView) -> Rows {
    let has_words = |head: &&String| !head.is_empty();
    let heads = view.table.heads.iter().take(5).filter(has_words);
    let heads = std::iter::once(&view.indicator.label).chain(heads);
    let rows = view.table.rows.iter().map(|row| {
        let cells = [
            Field::Cell(row.numerator.clone()),
            Field::Cell(row.denominator.clone()),
            Field::Cell(row.value.clone()),
            Field::Text(row.interval.clone()),
            Field::Cell(row.change.clone()),
        ];
        // A column without words in its head has nothing to show.
        let cells = view.table.heads.iter().zip(cells);
        let cells = cells.filter(|(head, _)| !head.is_empty());
        std::iter::once(Field::Text(marked(&row.place.label, &[&row.marks])))
            .chain(cells.map(|(_, cell)| cell))
            .collect()
    });
    std::iter::once(heads.cloned().map(Field::Text).collect())
        .chain(rows)
        .chain(lines(&view.table.notes))
        .collect()
}

/// A label with the marks of its notes.
fn marked(label: &str, marks: &[&str]) -> String {
    let marks = marks.iter().filter(|marks| !marks.is_empty());
    let words: Vec<&str> = std::iter::once(label).chain(marks.copied()).collect();
    words.join(" ")
}

fn lines(notes: &[String]) -> impl Iterator<Item = Vec<Field>> {
    notes.iter().map(|note| vec![Field::Text(note.clone())])
}

fn of_overview(view: &protocol::view::OverviewView) -> Rows {
    let second = view
        .second
        .as_ref()
        .map(|place| place.label.clone())
        .unwrap_or_default();
    let heads = [
        "",
        &view.place.label,
        "",
        &second,
        &view.against.label,
        &view.previous_period,
    ];
    let all = view.topics.iter().flat_map(|topic| &topic.rows);
    let rows = all
        .flat_map(|row| std::iter::once(row).chain(&row.parts))
        .map(overview_row);
    let heads = heads
        .iter()
        .map(|head| Field::Text((*head).to_owned()))
        .collect();
    std::iter::once(heads)
        .chain(rows)
        .chain(lines(&view.notes))
        .collect()
}

fn overview_row(row: &OverviewRow) -> Vec<Field> {
    let part = row.part.as_ref().map(|part| format!("  {}", part.label));
    let label = part.unwrap_or_else(|| row.indicator.label.clone());
    vec![
        Field::Text(marked(&label, &[&row.marks, &row.benchmark_marks])),
        Field::Cell(row.value.clone()),
        Field::Text(row.unit.clone()),
        Field::Cell(row.second.clone()),
        Field::Cell(row.benchmark.clone()),
        Field::Cell(row.change.clone()),
    ]
}

/// Which numbers they are: the period that the view is of, and the filters that hold for them.
fn scope(open: &Open, state: &ViewState, language: danish::Language) -> Vec<String> {
    if state.view == ViewName::Pivot {
        let filters = filters::sentence(open, &state.pivot.filters, language);
        return filters.into_iter().collect();
    }
    let period = state.period.as_deref();
    let period = period.filter(|period| !period.is_empty()).map(|period| {
        let title = Overview::Period.in_language(language);
        format!("{title}: {}", danish::date::period(period, language))
    });
    period
        .into_iter()
        .chain(filters::of_view(open, state, language))
        .collect()
}

/// Where the numbers come from: the card, the notes under the table.
fn origin(open: &Open, notes: Vec<String>, language: danish::Language) -> Rows {
    let facts = &open.facts;
    let title = words::text(&facts.title, language);
    let publisher = words::text(&facts.publisher, language);
    let date = danish::date::date(&facts.extracted, language);
    let card = [
        title,
        facts.edition.clone(),
        publisher,
        date,
        facts.file_name.clone(),
    ];
    let card: Vec<String> = card.into_iter().filter(|part| !part.is_empty()).collect();
    let mark = match (facts.origin, facts.trust) {
        (Origin::Synthetic, _) => Some(word::synthetic_mark(language)),
        (_, Trust::OwnData) => Some(word::own_data_mark(language)),
        _ => None,
    };
    let lines = std::iter::once(String::new())
        .chain([card.join(" · ")])
        .chain(mark.map(str::to_owned));
    lines
        .chain(notes)
        .map(|line| vec![Field::Text(line)])
        .collect()
}

fn written(rows: impl Iterator<Item = Vec<Field>>, language: Language) -> String {
    let separator = if language == Language::Da { ";" } else { "," };
    let lines = rows.map(|row| {
        let fields: Vec<String> = row
            .iter()
            .map(|field| quoted(&plain(field, language), separator))
            .collect();
        fields.join(separator) + "\r\n"
    });
    // Spreadsheets take a file for UTF-8 only when it begins with this mark.
    std::iter::once("\u{feff}".to_owned())
        .chain(lines)
        .collect()
}

fn plain(field: &Field, language: Language) -> String {
    match field {
        Field::Text(text) => harmless(text),
        Field::Cell(cell) => match (cell.kind, cell.value) {
            (CellKind::Value | CellKind::Zero, Some(value)) if language == Language::Da => {
                value.to_string().replace('.', ",")
            }
            (CellKind::Value | CellKind::Zero, Some(value)) => value.to_string(),
            (CellKind::NotApplicable, _) => cell.spoken.clone(),
            _ => cell.text.clone(),
        },
    }
}

/// Words that a spreadsheet would take for a formula are led by an apostrophe (CWE-1236).
fn harmless(text: &str) -> String {
    let formula = text
        .trim_start()
        .starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if formula {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn quoted(text: &str, separator: &str) -> String {
    if text.contains(separator) || text.contains(['"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

fn file_stem(id: &str) -> String {
    let kept = |c: char| {
        if c.is_alphanumeric() || "-_.".contains(c) {
            c
        } else {
            '-'
        }
    };
    id.chars().map(kept).collect()
}

fn view_name(view: ViewName) -> &'static str {
    match view {
        ViewName::Pivot => "snit",
        ViewName::Indicator => "indikator",
        _ => "overblik",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(fields: Vec<Field>, language: Language) -> String {
        written(std::iter::once(fields), language)
            .trim_start_matches('\u{feff}')
            .to_owned()
    }

    #[test]
    fn numbers_keep_their_decimals_and_formulas_are_made_harmless() {
        let cell = CellView {
            value: Some(1234.5),
            ..CellView::default()
        };
        let fields = || vec![Field::Text("=1+1".into()), Field::Cell(cell.clone())];
        assert_eq!(line(fields(), Language::Da), "'=1+1;1234,5\r\n");
        assert_eq!(line(fields(), Language::En), "'=1+1,1234.5\r\n");
    }

    #[test]
    fn a_hidden_cell_is_a_word_and_never_a_number() {
        let hidden = CellView {
            kind: CellKind::Hidden,
            text: "skjult".into(),
            ..CellView::default()
        };
        assert_eq!(line(vec![Field::Cell(hidden)], Language::Da), "skjult\r\n");
    }

    #[test]
    fn separators_and_quotes_within_a_field_are_quoted() {
        assert_eq!(
            line(vec![Field::Text("a;\"b\"".into())], Language::Da),
            "\"a;\"\"b\"\"\"\r\n"
        );
    }
}
