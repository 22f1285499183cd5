//! How each table of a file was read: rows, columns, evidence, questions.

use danish::Language;
use danish::terminal::{Phrase, phrase};
use reading::words::{self, Asked};
use reading::{
    ColumnRole, Convention, Dash, DrawnColumn, DrawnTable, RowSpan, RowUse, Split, Unmatched,
};
use serde_json::{Value, json};

use super::Inspected;
use crate::output::{Side, table};

/// The language as the words of a reading name it.
pub(super) fn spoken(language: Language) -> words::Language {
    match language {
        Language::Da => words::Language::Danish,
        Language::En => words::Language::English,
    }
}

fn tables(inspected: &Inspected) -> impl Iterator<Item = &DrawnTable> {
    let applied = inspected.applied.iter();
    let sheets = applied.flat_map(|applied| &applied.drawn.sheets);
    sheets.flat_map(|sheet| &sheet.tables)
}

/// How the table with this name was read, to read; nothing for one that says so itself.
pub(super) fn text(inspected: &Inspected, name: &str, language: Language) -> String {
    let Some(drawn) = tables(inspected).find(|table| table.table.is_some() && table.name == name)
    else {
        return String::new();
    };
    let head = [
        Phrase::Column,
        Phrase::Role,
        Phrase::Heading,
        Phrase::Content,
    ];
    let head = head
        .map(|wanted| phrase(wanted, language).to_owned())
        .to_vec();
    let columns = drawn.columns.iter().map(|column| row(column, language));
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(columns).collect();
    let questions = drawn.columns.iter().filter_map(|it| asked(it, language));
    let questions = questions.map(|it| format!("  ? {} {}\n", it.question, it.because));
    format!(
        "{}: {}\n{}{}{}",
        phrase(Phrase::ReadAs, language),
        place(drawn),
        rows_of(drawn, language),
        table(&rows, &[Side::Left; 4]),
        questions.collect::<String>(),
    )
}

/// `Tabel 3!A1:H16`
fn place(drawn: &DrawnTable) -> String {
    let sheet = if drawn.sheet.is_empty() {
        String::new()
    } else {
        format!("{}!", drawn.sheet)
    };
    let area = drawn.area;
    let (from, to) = (
        words::column_letters(area.first_column),
        words::column_letters(area.last_column),
    );
    format!("{sheet}{from}{}:{to}{}", area.first_row, area.last_row)
}

/// How many runs of rows are named.
const MOST_RUNS: usize = 40;

fn rows_of(drawn: &DrawnTable, language: Language) -> String {
    let run = |span: &RowSpan| {
        let rows = match span.last - span.first {
            0 => span.first.to_string(),
            _ => format!("{}-{}", span.first, span.last),
        };
        format!("{rows} {}", words::row_use(span.is, spoken(language)))
    };
    let told = drawn.rows.iter().filter(|span| span.is != RowUse::Blank);
    let runs: Vec<String> = told.clone().take(MOST_RUNS).map(run).collect();
    let more = if told.count() > MOST_RUNS { " …" } else { "" };
    if runs.is_empty() {
        return String::new();
    }
    format!(
        "{}: {}{more}\n",
        phrase(Phrase::RowsOfSheet, language),
        runs.join(" · ")
    )
}

fn row(column: &DrawnColumn, language: Language) -> Vec<String> {
    let part = match column.part {
        0 => String::new(),
        part => format!(".{part}"),
    };
    vec![
        format!("{}{part}", words::column_letters(column.column)),
        role(column.role).to_owned(),
        column.heading.join(" / "),
        content(column, language).join(" · "),
    ]
}

fn content(column: &DrawnColumn, language: Language) -> Vec<String> {
    let mut content = vec![column.name.clone(), column.unit.clone()];
    content.push(column.levels.join(", "));
    content.push(column.members.join(", "));
    if let Some(numbers) = column
        .numbers
        .as_ref()
        .filter(|_| column.role == ColumnRole::Measure)
    {
        let convention = match numbers.convention {
            Convention::Danish => Phrase::DanishNumbers,
            Convention::English => Phrase::EnglishNumbers,
            Convention::Each => Phrase::EachNumber,
        };
        if !numbers.example.is_empty() {
            content.push(format!(
                "{} ({})",
                phrase(convention, language),
                numbers.example
            ));
        }
        if numbers.dash != Dash::Zero {
            content.push(format!("- = {}", dash(numbers.dash)));
        }
    }
    if column.fill {
        content.push(phrase(Phrase::Repeats, language).to_owned());
    }
    content.push(
        column
            .totals
            .iter()
            .map(|total| format!("Σ {total}"))
            .collect::<Vec<_>>()
            .join(", "),
    );
    content.retain(|text| !text.is_empty());
    content
}

fn asked(column: &DrawnColumn, language: Language) -> Option<Asked> {
    let question = column.question.as_ref()?;
    Some(words::question(question, column, spoken(language)))
}

/// How every table was read, as JSON.
pub(super) fn json(inspected: &Inspected, language: Language) -> Value {
    let Some(applied) = &inspected.applied else {
        return Value::Null;
    };
    let unmatched = applied
        .unmatched
        .iter()
        .map(|it| of_unmatched(it, language));
    json!({
        "sender": applied.sender,
        "tables": tables(inspected).map(|it| of_table(it, language)).collect::<Vec<_>>(),
        "unmatched": unmatched.collect::<Vec<_>>(),
    })
}

fn of_unmatched(unmatched: &Unmatched, language: Language) -> String {
    words::unmatched(unmatched, spoken(language)).text
}

fn of_table(drawn: &DrawnTable, language: Language) -> Value {
    let rows = drawn
        .rows
        .iter()
        .map(|span| json!({ "first": span.first, "last": span.last, "is": span.is }));
    let columns = drawn
        .columns
        .iter()
        .map(|column| of_column(column, language));
    json!({
        "table": drawn.table.map(|_| &drawn.name),
        "sheet": drawn.sheet,
        "number": drawn.number,
        "area": drawn.area,
        "rows": rows.collect::<Vec<_>>(),
        "header": { "row": drawn.header_row, "rows": drawn.header },
        "columns": columns.collect::<Vec<_>>(),
    })
}

fn of_column(column: &DrawnColumn, language: Language) -> Value {
    let question = asked(column, language).map(|asked| {
        json!({ "question": asked.question, "because": asked.because, "answers": asked.answers })
    });
    let split = (column.split != Split::Whole).then_some((column.split, column.part));
    json!({
        "column": words::column_letters(column.column),
        "heading": column.heading,
        "role": column.role,
        "name": column.name,
        "unit": column.unit,
        "levels": column.levels,
        "members": column.members,
        "decimals": column.decimals,
        "adds": column.adds,
        "numbers": column.numbers,
        "filled": column.filled,
        "totals": column.totals,
        "split": split,
        "question": question,
    })
}

fn role(role: ColumnRole) -> &'static str {
    match role {
        ColumnRole::Geography => "geography",
        ColumnRole::Time => "time",
        ColumnRole::Age => "age",
        ColumnRole::Sex => "sex",
        ColumnRole::Sector => "sector",
        ColumnRole::Diagnosis => "diagnosis",
        ColumnRole::Organisation => "organisation",
        ColumnRole::Other => "other",
        ColumnRole::Code => "code",
        ColumnRole::Measure => "measure",
        ColumnRole::MeasureName => "measure_name",
        ColumnRole::Unit => "unit",
        ColumnRole::Note => "note",
        ColumnRole::Constant => "constant",
        ColumnRole::RowNumber => "row_number",
        ColumnRole::LeftOut => "left_out",
    }
}

fn dash(dash: Dash) -> &'static str {
    match dash {
        Dash::Zero => "0",
        Dash::Missing => "missing",
        Dash::Hidden => "hidden",
        Dash::NotApplicable => "not_applicable",
    }
}
