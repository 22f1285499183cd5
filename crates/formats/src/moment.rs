//! Dates and moments as spreadsheets store them: days since an epoch, or ISO text.

use crate::Cell;

/// A number that is no date, or no number at all.
pub(crate) fn finite(number: f64) -> Cell<'static> {
    if number.is_finite() {
        Cell::Number(number)
    } else {
        Cell::Error("#NUM!")
    }
}

/// A date that is stored as text in ISO form, to the second.
#[cfg(any(feature = "ods", feature = "xlsx"))]
pub(crate) fn iso(words: &str) -> Cell<'_> {
    let date = words.get(..10).filter(|date| is_date(date));
    match (date, words.get(10..19)) {
        (Some(date), None | Some("T00:00:00")) => Cell::Date(date),
        (Some(_), Some(_)) => Cell::Date(words.get(..19).unwrap_or(words)),
        (None, _) => Cell::Text(words),
    }
}

#[cfg(any(feature = "ods", feature = "xlsx"))]
fn is_date(text: &str) -> bool {
    let mut signs = text.bytes().enumerate();
    signs.all(|(at, sign)| {
        if matches!(at, 4 | 7) {
            sign == b'-'
        } else {
            sign.is_ascii_digit()
        }
    })
}

#[cfg(feature = "xls")]
pub(crate) use serial::serial;

#[cfg(feature = "xls")]
mod serial {
    use super::finite;
    use crate::Cell;

    /// The first day of 1900 and the last of 9999.
    const DAYS: std::ops::Range<f64> = 1.0..2_958_466.0;
    const SECONDS_A_DAY: i64 = 86_400;
    /// The day 0 counted from the first day of the year 1970, and the day that Excel thinks 1900 had.
    const DAY_0: i64 = -25_569;
    const NO_SUCH_DAY: i64 = 60;

    /// A date by its number of days since 1900; times of day and durations stay numbers of days.
    pub(crate) fn serial(number: f64, text: &mut String) -> Cell<'_> {
        use std::fmt::Write;
        if !DAYS.contains(&number) {
            return finite(number);
        }
        #[expect(clippy::cast_possible_truncation, reason = "within the range")]
        let seconds = (number * 86_400.0).round() as i64;
        let (day, second) = (seconds / SECONDS_A_DAY, seconds % SECONDS_A_DAY);
        let day = if day < NO_SUCH_DAY { day + 1 } else { day };
        let (year, month, day) = civil(day + DAY_0);
        // Writing into a string does not fail.
        let _ = write!(text, "{year:04}-{month:02}-{day:02}");
        if second != 0 {
            let (hour, minute) = (second / 3_600, second / 60 % 60);
            let _ = write!(text, "T{hour:02}:{minute:02}:{:02}", second % 60);
        }
        Cell::Date(text)
    }

    /// Year, month and day of a number of days since 1970; H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    fn civil(days: i64) -> (i64, i64, i64) {
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        (year, month, day)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn days_are_dates_as_excel_shows_them() {
            let cases = [
                (1.0, "1900-01-01"),
                (59.0, "1900-02-28"),
                (61.0, "1900-03-01"),
                (36_526.0, "2000-01-01"),
                (45_351.0, "2024-02-29"),
                (46_053.5, "2026-01-31T12:00:00"),
                (46_053.999_999_9, "2026-02-01"),
                (2_958_465.0, "9999-12-31"),
            ];
            for (number, expected) in cases {
                let mut text = String::new();
                assert_eq!(serial(number, &mut text), Cell::Date(expected), "{number}");
            }
            let mut text = String::new();
            assert_eq!(serial(0.5, &mut text), Cell::Number(0.5));
            assert_eq!(serial(f64::NAN, &mut text), Cell::Error("#NUM!"));
            assert_eq!(serial(2_958_466.0, &mut text), Cell::Number(2_958_466.0));
        }
    }
}
