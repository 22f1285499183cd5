//! Answering a slice column by column, for programs: numbers as they are, members by their positions.

use danish::Language;
use health::{Dataset, End, KeyCodes, Values};
use protocol::columns::{self, Columns, Members, ValueColumn};
use protocol::message::Refusal;
use protocol::slice::{Direction, Slice};

use crate::{ask, words};

/// The answer to a slice, one for each histogram where it asks for histograms; lists of members that are known are left out.
pub(crate) fn answer(
    dataset: &Dataset,
    slice: &Slice,
    known: &[String],
    language: Language,
) -> Result<Vec<Columns>, Refusal> {
    let names = ask::styles(dataset, slice).into_iter();
    let names: Vec<String> = names.map(|(name, _)| name).collect();
    let written = |found: health::Columns<'_>| written(found, (&names, known), language);
    let answers = found(dataset, slice);
    let answers = answers.map_err(|refusal| words::refused(dataset, &refusal, language))?;
    Ok(answers.into_iter().map(written).collect())
}

fn found<'a>(
    dataset: &'a Dataset,
    slice: &Slice,
) -> Result<Vec<health::Columns<'a>>, health::Refusal> {
    let row_count = slice.top.unwrap_or(usize::MAX);
    if !slice.distinct.is_empty() {
        let combinations = dataset.distinct_columns(&ask::combinations(slice))?;
        return Ok(vec![combinations.top(None, row_count)]);
    }
    let question = ask::question(slice);
    if !slice.histograms.is_empty() {
        return dataset.histograms(&slice.histograms, &question, slice.active.as_deref());
    }
    let order = slice.order.map(|order| {
        let end = match order.direction {
            Direction::Descending => End::Largest,
            Direction::Ascending => End::Smallest,
        };
        (order.measure, end)
    });
    Ok(vec![dataset.columns(&question)?.top(order, row_count)])
}

fn written(
    found: health::Columns<'_>,
    told: (&[String], &[String]),
    language: Language,
) -> Columns {
    let (names, known) = told;
    let (row_count, notices) = (found.row_count(), words::notices(found.remarks(), language));
    let (keys, values) = found.into_parts();
    let keys = keys.into_iter().map(|key| level(key, known, language));
    let values = names.iter().zip(values);
    Columns {
        row_count,
        keys: keys.collect(),
        values: values.map(|(name, values)| column(name, values)).collect(),
        notices,
    }
}

fn level(found: KeyCodes<'_>, known: &[String], language: Language) -> columns::KeyCodes {
    let (key, codes) = (found.key, found.codes);
    let members = key.members();
    // A file that is appended to may bring members; then the list is another.
    let of = format!("{}/{}/{}", key.table(), key.name(), members.len());
    let is_known = known.contains(&of);
    let members = (!is_known).then(|| Members {
        codes: members.iter().map(|member| member.code.clone()).collect(),
        labels: members
            .iter()
            .map(|member| words::text(&member.label, language))
            .collect(),
    });
    columns::KeyCodes {
        of,
        level: key.name().to_owned(),
        codes,
        members,
    }
}

fn column(name: &str, values: Values) -> ValueColumn {
    ValueColumn {
        name: name.to_owned(),
        numbers: values.numbers,
        status: values.status,
        low: values.low,
        high: values.high,
        preliminary: values.preliminary,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::message::Answer;

    const CONTACTS: &str =
        "place:geography sector:sector year:time visits patients=distinct(sector) cost
        0607 hospital 2024 10 7 100
        0607 practice 2024 90 60 200
        0621 hospital 2024 h h 300
        0621 practice 2025 40 30 m
        0751 hospital 2025 - - 500";

    fn dataset() -> Dataset {
        let table = fixture::text::named("contacts", CONTACTS);
        Dataset::bind(vec![table], vec![], vec![]).unwrap()
    }

    fn asked(slice: &str, known: &[String]) -> Vec<Columns> {
        let slice: Slice = serde_json::from_str(slice).unwrap();
        answer(&dataset(), &slice, known, Language::En).unwrap()
    }

    /// Each row as codes and cells: the number, or the status and its limits.
    fn rows(columns: &Columns) -> Vec<String> {
        let row = |row: usize| {
            let code = |key: &columns::KeyCodes| {
                key.members.as_ref().unwrap().codes[key.codes[row] as usize].clone()
            };
            let cell = |column: &ValueColumn| match column.status[row] {
                0 | 1 => column.numbers[row].to_string(),
                status @ (5 | 6) => format!("{status}:{}..{}", column.low[row], column.high[row]),
                status => format!("{status}:{}", column.numbers[row]),
            };
            let codes = columns.keys.iter().map(code);
            codes
                .chain(columns.values.iter().map(cell))
                .collect::<Vec<_>>()
                .join(" ")
        };
        (0..columns.row_count).map(row).collect()
    }

    #[test]
    fn every_kind_of_cell_has_its_status_and_limits() {
        let slice = r#"{"by":["place"],"measures":[{"sum":"visits"},{"sum":"patients"},{"sum":"cost"},{"ratio":["visits","cost"]}]}"#;
        let answers = asked(slice, &[]);
        assert_eq!(
            rows(&answers[0]),
            [
                "0607 100 5:60..67 300 0.3333333333333333",
                "0621 6:40..NaN 6:30..NaN 7:300 7:NaN",
                "0751 0 0 500 0",
            ]
        );
        let names = answers[0].values.iter().map(|column| column.name.as_str());
        assert_eq!(
            names.collect::<Vec<_>>(),
            ["visits", "patients", "cost", "visits_per_cost"]
        );
        assert_eq!(answers[0].notices.len(), 1);
        assert!(answers[0].values[2].low.is_empty());
    }

    #[test]
    fn members_that_are_known_are_not_told_again() {
        let slice = r#"{"distinct":["sector","year"],"top":2}"#;
        let told = asked(slice, &[]);
        assert_eq!(rows(&told[0]), ["hospital 2024", "hospital 2025"]);
        let known = [told[0].keys[0].of.clone()];
        let again = asked(slice, &known);
        let is_told = |columns: &Columns| {
            columns
                .keys
                .iter()
                .map(|key| key.members.is_some())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            (is_told(&told[0]), is_told(&again[0])),
            (vec![true, true], vec![false, true])
        );
        assert_eq!(again[0].keys[0].codes, told[0].keys[0].codes);
    }

    #[test]
    fn rows_are_ordered_and_cut() {
        let of = |order: &str| {
            let slice = format!(
                r#"{{"by":["place"],"measures":[{{"sum":"cost"}}],"order":{order},"top":2}}"#
            );
            rows(&asked(&slice, &[])[0])
        };
        assert_eq!(of(r#"{"measure":0}"#), ["0751 500", "0607 300"]);
        assert_eq!(
            of(r#"{"measure":0,"direction":"ascending"}"#),
            ["0607 300", "0751 500"]
        );
    }

    #[test]
    fn what_is_incomplete_has_no_rank_in_either_form() {
        let slice = r#"{"by":["place"],"measures":[{"sum":"cost"}],"order":{"measure":0,"direction":"ascending"}}"#;
        let columns = rows(&asked(slice, &[])[0]);
        assert_eq!(columns, ["0607 300", "0751 500", "0621 7:300"]);
        let slice: Slice = serde_json::from_str(slice).unwrap();
        let answer: Answer = ask::answer(&dataset(), &slice, Language::En).unwrap();
        let codes = answer.rows.iter().map(|row| row.codes.concat());
        assert_eq!(codes.collect::<Vec<_>>(), ["0607", "0751", "0621"]);
    }

    #[test]
    fn histograms_without_a_measure_count_rows_in_both_forms() {
        let slice = r#"{"histograms":["sector","year"],"active":"year","where":{"year":[2024]}}"#;
        let answers = asked(slice, &[]);
        assert_eq!(
            answers.iter().map(rows).collect::<Vec<_>>(),
            [vec!["hospital 2", "practice 1"], vec!["2024 3", "2025 2"]]
        );
        let slice: Slice = serde_json::from_str(slice).unwrap();
        let answer: Answer = ask::answer(&dataset(), &slice, Language::En).unwrap();
        let first = &answer.parts[0];
        assert_eq!(
            (first.values[0].as_str(), first.rows[0].cells[0].value),
            ("rows", Some(2.0))
        );
    }
}
