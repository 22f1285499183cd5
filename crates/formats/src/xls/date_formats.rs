//! Which number formats make a number a date.

/// Number formats that need no description: whether they show dates. Times of day and durations are no dates.
pub(super) fn is_date_number(format: u16) -> bool {
    matches!(format, 14..=17 | 22 | 27..=36 | 50..=58)
}

/// Whether a description such as `dd-mm-yyyy` shows a date.
pub(super) fn is_date(format: &str) -> bool {
    let mut signs = format.chars();
    let (mut has_day, mut is_quoted, mut is_bracketed) = (false, false, false);
    while let Some(sign) = signs.next() {
        match sign {
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '\\' | '_' | '*' => drop(signs.next()),
            '[' => is_bracketed = true,
            ']' => is_bracketed = false,
            _ if is_bracketed => {}
            // What follows is for numbers below zero.
            ';' => break,
            'd' | 'D' | 'y' | 'Y' | 'å' | 'Å' => has_day = true,
            'm' | 'M' => has_day |= is_month(format),
            '0' | '#' | '?' => return false,
            _ => {}
        }
    }
    has_day
}

/// Minutes stand beside hours or seconds, months do not.
fn is_month(format: &str) -> bool {
    !format.contains(['h', 'H', 's', 'S', 't', 'T'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_from_numbers_times_and_words() {
        let dates = [
            "dd-mm-yyyy",
            "d. mmm yyyy;@",
            "[$-406]mmmm yy",
            "mmm",
            "yyyy\\-mm\\-dd hh:mm",
            "[$-F800]dddd, mmmm dd, yyyy",
        ];
        let others = [
            "General",
            "0.0",
            "#,##0.00 \"dage\"",
            "h:mm",
            "[h]:mm:ss",
            "mm:ss.0",
            "@",
            "\"dyb\"",
            "[Red]0",
            "0_d",
            "",
        ];
        assert_eq!(dates.map(is_date), [true; 6]);
        assert_eq!(others.map(is_date), [false; 11]);
    }
}
