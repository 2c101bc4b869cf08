//! What files write of days, names and addresses, read and checked.

use crate::calendar::MONTHS;
use text::Stated;

/// The years that an article may be of. What lies before is a clock that was never set.
const YEARS: std::ops::RangeInclusive<u32> = 1990..=2099;
/// Characters that a name, a title or an address has at most.
const LONGEST: usize = 400;
/// Authors that are kept.
const MOST_AUTHORS: usize = 12;

/// The day of a written date, as it is written there, whatever its time zone: 2025-12-07. None if it is no day, or
/// an absurd one.
pub fn day(written: &str) -> Option<String> {
    let written = written.trim();
    let (year, month, day) = in_digits(written).or_else(|| in_words(written))?;
    let longest = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 29,
        _ => 31,
    };
    (YEARS.contains(&year) && (1..=12).contains(&month) && (1..=longest).contains(&day))
        .then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// "2025-12-07T10:00Z", "20251207T100000", "2025/12/7".
fn in_digits(written: &str) -> Option<(u32, u32, u32)> {
    let year = written.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()))?;
    let rest = written.get(4..)?;
    let separator = rest.chars().next().filter(|c| "-/.".contains(*c));
    let (month, day) = match separator {
        Some(separator) => {
            let (month, rest) = rest.get(1..)?.split_once(separator)?;
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            (month, rest.get(..end)?)
        }
        None => {
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            // With or without a time of day behind it.
            rest.get(..4).filter(|_| matches!(end, 4 | 8 | 10)).and_then(|day| day.split_at_checked(2))?
        }
    };
    let two = |number: &str| (1..=2).contains(&number.len()).then(|| number.parse().ok()).flatten();
    Some((year.parse().ok()?, two(month)?, two(day)?))
}

/// "Tue, 5 Mar 2024 09:00:00 GMT", "March 5th, 2024".
fn in_words(written: &str) -> Option<(u32, u32, u32)> {
    let words = written.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (mut year, mut month, mut day) = (None, None, None);
    for word in words.take(12) {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if digits.is_empty() {
            let start = word.get(..3).map(str::to_ascii_lowercase);
            let found = MONTHS.iter().position(|name| name.get(..3) == start.as_deref());
            month = month.or(found.map(|number| number as u32 + 1));
        } else if digits.len() == 4 && digits == word {
            year = year.or(digits.parse().ok());
        } else if digits.len() <= 2 && ["", "st", "nd", "rd", "th"].contains(&&word[digits.len()..]) {
            day = day.or(digits.parse().ok());
        }
        if let (Some(year), Some(month), Some(day)) = (year, month, day) {
            return Some((year, month, day));
        }
    }
    None
}

/// The words on one line, without references to characters; none if there are none, or far too many.
pub fn words(written: &str) -> Option<String> {
    let written = entities(written);
    let mut out = String::new();
    for c in written.chars() {
        match crate::clean::fate(c, out.chars().next_back()) {
            crate::clean::Fate::Keep => out.push(c),
            crate::clean::Fate::Space if !out.is_empty() && !out.ends_with(' ') => out.push(' '),
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    (!out.is_empty() && out.chars().count() <= LONGEST).then_some(out)
}

/// The text with the references to characters read that are left over in data: `&amp;`, `&#8217;`.
pub fn entities(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        match entity(from) {
            Some((c, length)) => {
                out.push(c);
                rest = from.get(length..).unwrap_or("");
            }
            None => {
                out.push('&');
                rest = from.get(1..).unwrap_or("");
            }
        }
    }
    out + rest
}

/// The character that a reference stands for, and the reference's length.
pub fn entity(from: &str) -> Option<(char, usize)> {
    let end = from.bytes().take(12).position(|byte| byte == b';')?;
    let name = from.get(1..end)?;
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "laquo" => '«',
        "raquo" => '»',
        "bdquo" => '„',
        "sbquo" => '‚',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "pound" => '£',
        "euro" => '€',
        "eacute" => 'é',
        "egrave" => 'è',
        "aacute" => 'á',
        "iacute" => 'í',
        "oacute" => 'ó',
        "uacute" => 'ú',
        "ntilde" => 'ñ',
        "ccedil" => 'ç',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "szlig" => 'ß',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?).filter(|c| *c >= ' ')?
        }
    };
    Some((c, end + 1))
}

/// An address on the web, whole.
pub fn address(written: &str) -> Option<String> {
    let written = written.trim();
    let is_web = written.starts_with("https://") || written.starts_with("http://");
    (is_web && written.len() <= 4 * LONGEST && !written.contains(char::is_whitespace))
        .then(|| entities(written))
}

/// Adds the people that a line names as its authors: "By Ana Ruiz and Ito Pell".
pub fn add_authors(stated: &mut Stated, written: &str) {
    let Some(line) = words(written) else { return };
    let line = ["By ", "by ", "BY ", "By: "]
        .iter()
        .fold(line.as_str(), |line, by| line.strip_prefix(by).unwrap_or(line));
    let line = line.split(['|', '•', '·', '<', '(']).next().unwrap_or(line);
    for name in line.split([',', ';', '&']).flat_map(|part| part.split(" and ")) {
        let name = name.trim().trim_start_matches("and ").trim();
        let is_name = name.chars().any(char::is_alphabetic)
            && !name.contains("//")
            && !name.contains('@')
            && name.chars().count() <= 60
            && !["admin", "editor", "staff", "null", "undefined"].contains(&name.to_lowercase().as_str());
        if is_name && stated.authors.len() < MOST_AUTHORS && !stated.authors.iter().any(|known| known == name)
        {
            stated.authors.push(name.to_owned());
        }
    }
}

/// The title of a page without the name of its site: "Ferry to close | The Gazette".
pub fn without_site(title: &str, site: Option<&str>) -> String {
    let same = |a: &str, b: &str| a.trim().eq_ignore_ascii_case(b.trim());
    for mark in [" | ", " - ", " – ", " — ", " :: ", " » ", " · "] {
        let Some((before, after)) = title.rsplit_once(mark) else { continue };
        let is_site = site.is_some_and(|site| same(site, after));
        // A name of a site is short, and the title is longer.
        let is_like_one =
            site.is_none() && after.split_whitespace().count() <= 4 && before.len() > after.len();
        if is_site || is_like_one {
            return before.trim().to_owned();
        }
        if let Some((before, after)) = title.split_once(mark)
            && site.is_some_and(|site| same(site, before))
        {
            return after.trim().to_owned();
        }
    }
    title.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_files_write_them() {
        for (written, expected) in [
            ("2024-03-05T09:00:00Z", Some("2024-03-05")),
            ("2024-3-5", Some("2024-03-05")),
            ("2024/03/05 10:00", Some("2024-03-05")),
            ("20240305T090000Z", Some("2024-03-05")),
            ("20240305", Some("2024-03-05")),
            ("Tue, 5 Mar 2024 23:10:00 -0500", Some("2024-03-05")),
            ("March 5th, 2024 at 10:30", Some("2024-03-05")),
            ("05 Mar 2024", Some("2024-03-05")),
            ("0001-01-01T00:00:00Z", None),
            ("1970-01-01", None),
            ("2024-13-05", None),
            ("2024-02-31", None),
            ("3 hours ago", None),
            ("1709629200", None),
            ("", None),
        ] {
            assert_eq!(day(written).as_deref(), expected, "{written}");
        }
    }

    #[test]
    fn authors_of_a_line() {
        for (line, expected) in [
            ("By Ana Ruiz and Ito Pell", &["Ana Ruiz", "Ito Pell"][..]),
            ("Ana Ruiz, Ito Pell, and Tilda Marsh", &["Ana Ruiz", "Ito Pell", "Tilda Marsh"]),
            ("https://example.org/staff/ana", &[]),
            ("Ana Ruiz | Harbour reporter", &["Ana Ruiz"]),
        ] {
            let mut stated = Stated::default();
            add_authors(&mut stated, line);
            assert_eq!(stated.authors, expected, "{line}");
        }
    }

    #[test]
    fn titles_without_their_site() {
        assert_eq!(without_site("Ferry to close | Gazette", Some("Gazette")), "Ferry to close");
        assert_eq!(without_site("Gazette - Ferry to close", Some("Gazette")), "Ferry to close");
        assert_eq!(
            without_site("Ferry to close - a long wait - Gazette", None),
            "Ferry to close - a long wait"
        );
        assert_eq!(without_site("Stop - go", Some("Gazette")), "Stop - go");
    }

    #[test]
    fn references_that_are_left_over() {
        assert_eq!(
            entities("AT&T &amp; the Q&A; &#8217;s &ldquo;no&rdquo; &#x41;"),
            "AT&T & the Q&A; ’s “no” A"
        );
    }
}
