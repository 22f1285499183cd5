//! Numbers as a column says they are written.

use super::descriptor::Field;

/// How the numbers of a column are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Style {
    decimal: char,
    group: Option<String>,
    is_bare: bool,
    is_whole: bool,
}

/// A number, or what stands for one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Number {
    Finite(f64),
    /// Infinite, or not a number.
    NotFinite,
}

/// Whether a column holds whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wholeness {
    Whole,
    Any,
}

impl Style {
    pub(super) fn of(field: &Field, wholeness: Wholeness) -> Self {
        let decimal = field
            .decimal_char
            .as_deref()
            .and_then(|it| it.chars().next());
        let group = field.group_char.clone().filter(|group| !group.is_empty());
        Self {
            decimal: decimal.unwrap_or('.'),
            group,
            is_bare: field.bare_number.unwrap_or(true),
            is_whole: wholeness == Wholeness::Whole,
        }
    }

    /// The number of a text; none where it is written in another way.
    pub(super) fn parse(&self, text: &str) -> Option<Number> {
        let text = text.trim();
        let text = if self.is_bare { text } else { bare(text) };
        if ["NaN", "INF", "-INF"].contains(&text) && !self.is_whole {
            return Some(Number::NotFinite);
        }
        let (whole, rest) = match text.split_once(self.decimal) {
            Some((whole, rest)) if !self.is_whole => (whole, Some(rest)),
            Some(_) => return None,
            None => (text, None),
        };
        let whole = match &self.group {
            Some(group) => whole.replace(group.as_str(), ""),
            None => whole.to_owned(),
        };
        let digits = whole.trim_start_matches(['+', '-']);
        let is_short = whole.len() - digits.len() <= 1;
        let plain = match rest {
            Some(rest) => format!("{whole}.{rest}"),
            None => whole.clone(),
        };
        let is_part = |byte: u8| {
            byte.is_ascii_digit()
                || b"+-.".contains(&byte)
                || !self.is_whole && b"eE".contains(&byte)
        };
        (is_short && plain.bytes().all(is_part)).then_some(())?;
        let number: f64 = plain.parse().ok()?;
        number.is_finite().then_some(Number::Finite(number))
    }
}

/// Without what stands before and after the digits, such as a currency or a percent sign.
fn bare(text: &str) -> &str {
    let is_number = |letter: char| letter.is_ascii_digit() || ['+', '-'].contains(&letter);
    let text = text.trim_start_matches(|letter| !is_number(letter));
    text.trim_end_matches(|letter: char| !letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, wholeness: Wholeness, cases: &[(&str, Option<f64>)]) {
        let field: Field = serde_json::from_str(json).unwrap();
        let style = Style::of(&field, wholeness);
        for (text, expected) in cases {
            let expected = expected.map(Number::Finite);
            assert_eq!(style.parse(text), expected, "{json} {text}");
        }
    }

    #[test]
    fn numbers_are_read_as_the_column_says() {
        let plain = [
            ("1.5", Some(1.5)),
            (" -2e3 ", Some(-2000.0)),
            (".5", Some(0.5)),
            ("1,5", None),
            ("1 000", None),
            ("--1", None),
            ("5 %", None),
            ("inf", None),
            ("1e999", None),
            ("", None),
        ];
        check("{}", Wholeness::Any, &plain);
        let danish = [
            ("1.234,5", Some(1234.5)),
            ("12", Some(12.0)),
            ("1,2,3", None),
        ];
        let json = r#"{"decimalChar": ",", "groupChar": "."}"#;
        check(json, Wholeness::Any, &danish);
        let dressed = [("kr. 1,5", Some(1.5)), ("-12 %", Some(-12.0)), ("%", None)];
        let json = r#"{"decimalChar": ",", "bareNumber": false}"#;
        check(json, Wholeness::Any, &dressed);
        let whole = [("12", Some(12.0)), ("1.0", None), ("1e3", None)];
        check("{}", Wholeness::Whole, &whole);
        check(
            r#"{"groupChar": "."}"#,
            Wholeness::Whole,
            &[("1.234", None)],
        );
        check(
            r#"{"groupChar": " "}"#,
            Wholeness::Whole,
            &[("1 234", Some(1234.0))],
        );
    }

    #[test]
    fn what_is_no_finite_number_is_known_by_its_name() {
        let style = Style::of(&Field::default(), Wholeness::Any);
        for text in ["NaN", "INF", "-INF"] {
            assert_eq!(style.parse(text), Some(Number::NotFinite));
        }
    }
}
