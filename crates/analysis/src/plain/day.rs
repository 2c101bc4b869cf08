//! Days counted from 1 January 1970, and the dates that they are.

/// The first day of a month; the 13th is the next year's first.
pub fn first_of(year: i64, month: i64) -> i64 {
    let (year, month) = (year + (month - 1).div_euclid(12), (month - 1).rem_euclid(12) + 1);
    // Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in March.
    let (year, month) = if month <= 2 { (year - 1, month + 9) } else { (year, month - 3) };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + (153 * month + 2) / 5 - 719_468
}

/// The Monday of an ISO week: that of the week with the year's first Thursday is the first.
pub fn monday_of(year: i64, week: i64) -> Option<i64> {
    let fourth = first_of(year, 1) + 3;
    // 1970-01-01 was a Thursday.
    let monday = fourth - (fourth + 3).rem_euclid(7);
    (1..=53).contains(&week).then(|| monday + 7 * (week - 1))
}

/// Year, month and day of the month.
pub fn date_of(day: i64) -> (i64, i64, i64) {
    // The same algorithms; a day of an era of 400 years that begins in March.
    let day = day + 719_468;
    let (era, of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (era * 400 + year + next, month, of_month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_its_date_again() {
        for day in (-800_000..800_000).step_by(37) {
            let (year, month, of_month) = date_of(day);
            assert_eq!(first_of(year, month) + of_month - 1, day);
        }
        assert_eq!(date_of(0), (1970, 1, 1));
        assert_eq!(monday_of(2026, 10).map(date_of), Some((2026, 3, 2)));
    }
}
