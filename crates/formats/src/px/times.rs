//! `TIMEVAL`: the periods of a variable of time, in digits.

use crate::{FormatError, Limits, Reason, What};

use super::meta::{Meta, Words};
use super::statements::Item;

/// How often, and how many periods a year has.
struct Scale {
    letter: char,
    a_year: u32,
    digits: usize,
}

/// Years, half-years, quarters, months and weeks.
fn scale(word: &str) -> Option<Scale> {
    let (letter, a_year, digits) = match word.trim().to_ascii_uppercase().as_str() {
        "A1" => ('A', 1, 0),
        "H1" => ('H', 2, 1),
        "Q1" => ('Q', 4, 1),
        "M1" => ('M', 12, 2),
        "W1" => ('W', 53, 2),
        _ => return None,
    };
    Some(Scale {
        letter,
        a_year,
        digits,
    })
}

/// The periods of a variable, as `2024`, `2024Q1` or `2024M01`; none where it has no such statement. Periods that are written in
/// another way stay as they are.
pub(super) fn read(
    meta: &Meta<'_>,
    name: &Words,
    limits: &Limits,
) -> Result<Option<Vec<String>>, FormatError> {
    let Some(statement) = meta.items("TIMEVAL", &[name]) else {
        return Ok(None);
    };
    let wrong = || meta.malformed(statement.at, Reason::Syntax);
    let Some((Item::List(_, inside), after)) = statement.items.split_first() else {
        return Err(wrong());
    };
    let (first, range) = inside.split_first().ok_or_else(wrong)?;
    let scale = scale(first.text());
    let periods = match range {
        [] => after.iter().map(|item| item.text().to_owned()).collect(),
        [Item::Text(from), Item::Word(dash), Item::Text(to)] if dash == "-" => {
            let scale = scale.as_ref().ok_or_else(wrong)?;
            scale.range((from, to), limits)?.ok_or_else(wrong)?
        }
        _ => return Err(wrong()),
    };
    let code = |period: String| {
        let code = scale.as_ref().and_then(|scale| scale.code(&period));
        code.unwrap_or(period)
    };
    Ok(Some(periods.into_iter().map(code).collect()))
}

impl Scale {
    /// `20241` as `2024Q1`.
    fn code(&self, period: &str) -> Option<String> {
        let (year, part) = self.parts(period)?;
        Some(match self.digits {
            0 => year.to_string(),
            digits => format!("{year}{}{part:0digits$}", self.letter),
        })
    }

    fn parts(&self, period: &str) -> Option<(u32, u32)> {
        let digits = period.trim();
        let (year, part) = digits.split_at_checked(4)?;
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        (is_number && part.len() == self.digits).then_some(())?;
        let part = if part.is_empty() {
            1
        } else {
            part.parse().ok()?
        };
        let year = year.parse().ok()?;
        (1..=self.a_year).contains(&part).then_some((year, part))
    }

    /// All periods from one to another; none where they are no periods in order.
    fn range(
        &self,
        (from, to): (&str, &str),
        limits: &Limits,
    ) -> Result<Option<Vec<String>>, FormatError> {
        let Some(((first, part), last)) = self.parts(from).zip(self.parts(to)) else {
            return Ok(None);
        };
        if (first, part) > last {
            return Ok(None);
        }
        let start = u64::from(first) * u64::from(self.a_year) + u64::from(part - 1);
        let end = u64::from(last.0) * u64::from(self.a_year) + u64::from(last.1 - 1);
        limits.check(What::Dictionary, end - start + 1)?;
        let a_year = u64::from(self.a_year);
        let period = |at: u64| {
            let (year, part) = (at / a_year, at % a_year + 1);
            match self.digits {
                0 => format!("{year:04}"),
                digits => format!("{year:04}{part:0digits$}"),
            }
        };
        Ok(Some((start..=end).map(period).collect()))
    }
}
