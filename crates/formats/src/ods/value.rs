//! What a cell holds, from its attributes and its text.

use super::events::Attributes;
use super::malformed;
use crate::moment::{finite, iso};
use crate::{Cell, FormatError, Reason};

/// A cell's value.
///
/// # Errors
/// When a number cannot be read.
pub(super) fn value<'t>(
    attributes: &'t Attributes,
    text: &'t str,
) -> Result<Cell<'t>, FormatError> {
    if is_error(attributes, text) {
        let sign = if text.is_empty() { "#ERROR" } else { text };
        return Ok(Cell::Error(sign));
    }
    Ok(match attributes.get("office:value-type") {
        "float" | "percentage" | "currency" => {
            let number = attributes.get("office:value").parse();
            finite(number.map_err(|_| malformed(Reason::Xml))?)
        }
        "date" => iso(attributes.get("office:date-value")),
        "time" => {
            let written = attributes.get("office:time-value");
            days(written).map_or(Cell::Text(written), Cell::Number)
        }
        "boolean" => Cell::Bool(attributes.get("office:boolean-value") == "true"),
        "string" if !attributes.get("office:string-value").is_empty() => {
            Cell::Text(attributes.get("office:string-value"))
        }
        _ => Cell::Text(text),
    })
}

/// An error is marked as such, or by older programs stored as the number 0 beside what is shown.
fn is_error(attributes: &Attributes, text: &str) -> bool {
    let is_marked = attributes.get("calcext:value-type") == "error";
    let is_formula = !attributes.get("table:formula").is_empty();
    let is_shown = || text.starts_with('#') || text.starts_with("Err:");
    is_marked || is_formula && attributes.get("office:value-type") == "float" && is_shown()
}

/// Days of a time such as `PT12H30M00S`, as other spreadsheets store it.
fn days(written: &str) -> Option<f64> {
    let (sign, rest) = match written.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, written),
    };
    let (mut seconds, mut digits) = (0.0, String::new());
    for letter in rest.strip_prefix("PT")?.chars() {
        let unit = match letter {
            'H' => 3_600.0,
            'M' => 60.0,
            'S' => 1.0,
            _ => {
                digits.push(letter);
                continue;
            }
        };
        let number: f64 = digits.replace(',', ".").parse().ok()?;
        seconds += number * unit;
        digits.clear();
    }
    (digits.is_empty()).then_some(sign * seconds / 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn times_are_parts_of_a_day() {
        let cases = [
            ("PT12H00M00S", Some(0.5)),
            ("PT36H00M00S", Some(1.5)),
            ("-PT06H00M00S", Some(-0.25)),
            ("PT00H00M43.2S", Some(0.000_5)),
            ("P1D", None),
            ("PT12", None),
        ];
        for (written, expected) in cases {
            assert_eq!(days(written), expected, "{written}");
        }
    }
}
