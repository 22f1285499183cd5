//! Days and moments since 1970 as ISO text.

const SECONDS_A_DAY: i64 = 86_400;

/// `yyyy-mm-dd`.
pub(super) fn date(days: i64) -> String {
    let (year, month, day) = civil(days);
    format!("{year:04}-{month:02}-{day:02}")
}

/// `yyyy-mm-ddThh:mm:ss`; parts of a second are left out.
pub(super) fn moment(units: i64, per_second: i64) -> String {
    let seconds = units.div_euclid(per_second.max(1));
    let within = seconds.rem_euclid(SECONDS_A_DAY);
    let (hour, minute, second) = (within / 3_600, within / 60 % 60, within % 60);
    format!(
        "{}T{hour:02}:{minute:02}:{second:02}",
        date(seconds.div_euclid(SECONDS_A_DAY))
    )
}

/// Whether a moment is the start of a day.
pub(super) fn is_midnight(units: i64, per_second: i64) -> bool {
    units.rem_euclid(SECONDS_A_DAY.saturating_mul(per_second.max(1))) == 0
}

/// Year, month and day in the Gregorian calendar, counted in eras of 400 years from 1 March of year 0.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days.saturating_add(719_468);
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970_with_leap_years() {
        let cases = [
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (19_782, "2024-02-29"),
            (20_819, "2027-01-01"),
            (-719_528, "0000-01-01"),
        ];
        for (days, expected) in cases {
            assert_eq!(date(days), expected);
        }
    }

    #[test]
    fn moments_are_shown_to_the_second() {
        assert_eq!(moment(1_700_000_000_123, 1_000), "2023-11-14T22:13:20");
        assert_eq!(moment(-1, 1), "1969-12-31T23:59:59");
        assert!(is_midnight(86_400_000, 1_000) && !is_midnight(86_400_001, 1_000));
    }

    #[test]
    fn no_number_is_too_large() {
        for extreme in [i64::MIN, i64::MAX] {
            assert!(!moment(extreme, 1).is_empty() && !date(extreme).is_empty());
        }
    }
}
