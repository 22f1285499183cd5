//! A plan from and to JSON: strict, within limits, and with the place of a mistake.

use serde::Deserialize;

use super::{Plan, VERSION};

/// Most bytes of a plan.
const MOST_BYTES: usize = 1 << 20;
/// Most tables of a plan.
const MOST_TABLES: usize = 1_000;
/// Most columns of a table, as many as a sheet has.
const MOST_COLUMNS: usize = 16_384;
/// Most rows of a header.
const MOST_HEADER_ROWS: usize = 12;
/// Most entries of any other list.
const MOST_ENTRIES: usize = 10_000;
/// Most rows of a sheet.
const MOST_ROWS: u64 = 1 << 20;

/// Why a text is no plan, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanError {
    /// The line, from 1; 0 where the text as a whole is meant.
    pub line: usize,
    /// The letter in the line, from 1; 0 where the text as a whole is meant.
    pub column: usize,
    /// What is wrong.
    pub fault: PlanFault,
}

/// What is wrong with a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanFault {
    /// It is no JSON, or lacks something, or has something that is not known; in the words of the parser.
    Malformed(String),
    /// Another version than this program knows.
    Version(u32),
    /// Larger than it may be: what, how many, and how many there may be.
    TooLarge(&'static str, u64, u64),
    /// A number that stands for nothing: where, and the number.
    OutOfRange(&'static str, u64),
}

/// The version alone, whatever else there is.
#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

impl Plan {
    /// Reads a plan.
    ///
    /// # Errors
    /// When the text is no plan of this version, or more than a plan may be.
    pub fn parse(json: &str) -> Result<Self, PlanError> {
        check("bytes", json.len(), MOST_BYTES)?;
        let malformed = |error: serde_json::Error| PlanError {
            line: error.line(),
            column: error.column(),
            fault: PlanFault::Malformed(without_place(&error)),
        };
        let versioned: Versioned = serde_json::from_str(json).map_err(malformed)?;
        if versioned.version != VERSION {
            return Err(whole(PlanFault::Version(versioned.version)));
        }
        let plan: Self = serde_json::from_str(json).map_err(malformed)?;
        plan.within_limits()?;
        Ok(plan)
    }

    /// Writes the plan, to be read by people too.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Texts, numbers and lists of them can always be written.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    fn within_limits(&self) -> Result<(), PlanError> {
        check("tables", self.tables.len(), MOST_TABLES)?;
        for table in &self.tables {
            check("columns", table.columns.len(), MOST_COLUMNS)?;
            let marks = table.skip.len() + table.keep.len();
            check("rows", marks, MOST_ENTRIES)?;
            let header = table.header.iter();
            for header in header {
                check("header.rows", header.rows.len(), MOST_HEADER_ROWS)?;
                in_range("header.row", header.row)?;
                for row in &header.rows {
                    check("aliases", row.aliases.len(), MOST_ENTRIES)?;
                    check("totals", row.totals.len() + row.parts.len(), MOST_ENTRIES)?;
                }
            }
            let mut marks = table.skip.iter().chain(&table.keep).chain(&table.end);
            marks.try_for_each(|mark| in_range("row", mark.row))?;
            for column in &table.columns {
                let members = column.totals.len() + column.parts.len();
                check("totals", members, MOST_ENTRIES)?;
                let texts = column.aliases.len() + column.signs.len();
                check("aliases", texts, MOST_ENTRIES)?;
                check("heading", column.heading.len(), MOST_HEADER_ROWS)?;
            }
        }
        Ok(())
    }
}

/// The words of a mistake without the place, which is told beside them.
fn without_place(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let end = words.rfind(" at line ").unwrap_or(words.len());
    words.get(..end).unwrap_or_default().to_owned()
}

fn whole(fault: PlanFault) -> PlanError {
    PlanError {
        line: 0,
        column: 0,
        fault,
    }
}

fn check(what: &'static str, found: usize, most: usize) -> Result<(), PlanError> {
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    if found > most {
        return Err(whole(PlanFault::TooLarge(what, count(found), count(most))));
    }
    Ok(())
}

fn in_range(what: &'static str, row: u64) -> Result<(), PlanError> {
    if (1..=MOST_ROWS).contains(&row) {
        Ok(())
    } else {
        Err(whole(PlanFault::OutOfRange(what, row)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, expected: &str) {
        let said = match Plan::parse(json) {
            Ok(plan) => format!("{} tables", plan.tables.len()),
            Err(error) => format!("{}:{} {:?}", error.line, error.column, error.fault),
        };
        assert_eq!(said, expected, "{json}");
    }

    #[test]
    fn a_mistake_is_told_with_its_place() {
        check(r#"{"version": 1}"#, "0 tables");
        check(r#"{"version": 2, "new": 5}"#, "0:0 Version(2)");
        check("", r#"1:0 Malformed("EOF while parsing a value")"#);
        check(
            "{\"version\": 1,\n \"tabels\": []}",
            "2:9 Malformed(\"unknown field `tabels`, expected one of `version`, `sender`, `tables`\")",
        );
        check(
            "{\"version\": 1, \"tables\": [\n{\"number\": 1, \"columns\": [{\"role\": \"place\"}]}]}",
            "2:42 Malformed(\"unknown variant `place`, expected one of `geography`, `time`, `age`, `sex`, `sector`, \
             `diagnosis`, `organisation`, `other`, `code`, `measure`, `measure_name`, `unit`, `note`, `constant`, \
             `row_number`, `left_out`\")",
        );
        check(
            r#"{"version": 1, "tables": [{"number": 1, "header": {"row": 0}}]}"#,
            r#"0:0 OutOfRange("header.row", 0)"#,
        );
    }

    #[test]
    fn a_plan_may_be_so_large_and_no_larger() {
        let tables = |count: usize| {
            let tables = vec![r#"{"number": 1}"#; count].join(",");
            format!(r#"{{"version": 1, "tables": [{tables}]}}"#)
        };
        check(&tables(1_000), "1000 tables");
        check(&tables(1_001), r#"0:0 TooLarge("tables", 1001, 1000)"#);
        let signs = |count: usize| {
            let signs = vec![r#"{"written": "x", "is": "zero"}"#; count].join(",");
            let column = format!(r#"{{"signs": [{signs}]}}"#);
            format!(r#"{{"version": 1, "tables": [{{"number": 1, "columns": [{column}]}}]}}"#)
        };
        check(&signs(10_000), "1 tables");
        check(&signs(10_001), r#"0:0 TooLarge("aliases", 10001, 10000)"#);
        let padded = |bytes: usize| {
            let json = r#"{"version": 1}"#;
            json.to_owned() + &" ".repeat(bytes - json.len())
        };
        check(&padded(1 << 20), "0 tables");
        check(
            &padded((1 << 20) + 1),
            r#"0:0 TooLarge("bytes", 1048577, 1048576)"#,
        );
        let deep = format!(r#"{{"version": 1, "x": {}"#, "[".repeat(10_000));
        check(&deep, "1:10020 Malformed(\"EOF while parsing a list\")");
    }

    #[test]
    fn a_plan_that_is_written_is_read_as_it_was() {
        let column = super::super::ColumnPlan {
            heading: vec!["Ophold".to_owned(), "2024".to_owned()],
            decimals: Some(1),
            ..Default::default()
        };
        let table = super::super::TablePlan {
            sheet: "Tabel 3".to_owned(),
            number: 1,
            columns: vec![column],
            ..Default::default()
        };
        let plan = Plan {
            tables: vec![table],
            ..Plan::default()
        };
        assert_eq!(Plan::parse(&plan.to_json()), Ok(plan));
    }
}
