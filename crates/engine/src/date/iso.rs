//! A day as ISO 8601 writes it.
//!
//! The library that counts days reads and writes them too, but brings all it knows of hours and zones along:
//! 60 KB of a page that has no use for them.

use jiff::civil::Date;

/// The day that is written as `2025-12-07`; none if it is written otherwise, or is none ("2025-02-30").
pub fn parse(written: &str) -> Option<Date> {
    let mut parts = written.split('-').map(|digits| {
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        Some((digits.len(), digits.parse::<i16>().ok().filter(|_| plain)?))
    });
    let ((4, year), (2, month), (2, day)) = (parts.next()??, parts.next()??, parts.next()??) else {
        return None;
    };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day).ok().filter(|_| parts.next().is_none())
}

/// `2025-12-07`; years before the first as ISO 8601 has them, with a sign and six digits.
pub fn write(day: Date) -> String {
    let (year, month, day) = (day.year(), day.month(), day.day());
    match year {
        0.. => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("-{:06}-{month:02}-{day:02}", year.unsigned_abs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_is_read_as_it_is_written() {
        for day in [date(2025, 12, 7), date(1, 1, 1), date(9999, 12, 31)] {
            assert_eq!(parse(&write(day)), Some(day));
        }
        assert_eq!(write(date(2025, 12, 7)), "2025-12-07");
        assert_eq!(write(date(-44, 3, 15)), "-000044-03-15");
    }

    #[test]
    fn what_is_no_day() {
        for written in [
            "",
            "2025",
            "2025-12",
            "2025-2-3",
            "2025-02-30",
            "2025-12-07T10:00",
            "2025-12-07-01",
            "+025-12-07",
        ] {
            assert_eq!(parse(written), None, "{written}");
        }
    }
}
