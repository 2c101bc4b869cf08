//! Who wrote an article, and when: bylines and lines that hold a date alone.

use super::dateline::is_place;
use super::furniture::is_reading_time;
use super::lists::{BYLINE_JOBS, BYLINE_WORDS, DATE_WORDS, PUBLISHED};
use super::speaker::is_name;

use crate::calendar::{is_month, is_weekday};

/// Characters that a byline has at most.
const LONGEST_BYLINE: usize = 140;

/// "By Ana Ruiz and Ito Pell, Staff Writers", "March 5, 2024 by Ana Ruiz".
pub fn is_byline(words: &str) -> bool {
    if words.chars().nth(LONGEST_BYLINE).is_some() {
        return false;
    }
    if let Some((day, names)) = words.split_once(" by ").or_else(|| words.split_once(" By "))
        && is_date_line(day, true)
    {
        return is_byline(&format!("By {names}"));
    }
    // "Gerta Halm | 30.07.2024 | 3 min read"
    if let Some((name, day)) = words.split_once(['|', '·', '•']) {
        let is_day = day.split(['|', '·', '•']).all(|part| {
            let part = part.trim();
            is_date_line(part, true) || is_reading_time(part)
        });
        let is_author = (2..=4).contains(&name.split_whitespace().count()) && is_name(name.trim());
        if is_author && is_day && !name.starts_with("By ") && is_byline(&format!("By {name}")) {
            return true;
        }
    }
    let Some(names) = ["By ", "BY ", "by ", "By: ", "Story by ", "Words by ", "Written by "]
        .iter()
        .find_map(|by| words.strip_prefix(by))
    else {
        return false;
    };
    // What stands behind a bar is a date, an agency, a time of reading.
    let names = names.split(['|', '•', '·']).next().unwrap_or(names);
    let names =
        [" - ", " – ", " — "].iter().fold(names, |names, dash| names.split(dash).next().unwrap_or(names));
    let mut capitals = 0;
    let parts = names.split([',', ';']).filter(|part| capitals_of(part) > 0 || !is_job(part));
    for word in parts
        .flat_map(|part| part.split(|c: char| c.is_whitespace() || "&/".contains(c)))
        .filter(|word| !word.is_empty())
    {
        if word.starts_with('@') {
            continue;
        }
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let starts_upper = bare.chars().next().is_some_and(char::is_uppercase);
        if capitals == 0 && (is_date_word(&bare.to_lowercase()) || !starts_upper) {
            return false;
        }
        if !starts_upper && !BYLINE_WORDS.contains(&bare) && !bare.is_empty() {
            return false;
        }
        // A full stop ends an initial or "Jr.", and nothing else.
        if word.ends_with('.') && bare.chars().count() > 2 {
            return false;
        }
        capitals += usize::from(starts_upper);
    }
    capitals > 0
}

/// How many of the words begin with a capital.
fn capitals_of(words: &str) -> usize {
    words.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count()
}

/// "health reporter"
fn is_job(words: &str) -> bool {
    words.split_whitespace().next_back().is_some_and(|last| BYLINE_JOBS.contains(&last))
}

/// A line that only says when: "Dec. 7, 2025", "Published 5:30 p.m. on Friday 7 March".
///
/// Away from the top of an article only what names itself: there, dates are headings of a chronicle.
pub fn is_date_line(words: &str, is_top: bool) -> bool {
    if words.len() > 120 {
        return false;
    }
    if is_top && let Some((place, day)) = words.split_once([',', '|', '·', '•']) {
        let parted =
            place.split_whitespace().count() <= 3 && !is_date_word(&place.to_lowercase()) && is_place(place);
        let full = || day.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
        if parted && !place.contains(|c: char| c.is_ascii_digit()) && full() && is_date_line(day, true) {
            return true;
        }
    }
    let (mut digits, mut months, mut named, mut count) = (false, false, false, 0);
    let mut year = false;
    for word in words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        count += 1;
        if PUBLISHED.contains(&word.as_str()) {
            named = true;
        } else if word.starts_with(|c: char| c.is_ascii_digit()) {
            let tail = word.trim_start_matches(|c: char| c.is_ascii_digit());
            if !["", "st", "nd", "rd", "th", "am", "pm", "h", "z"].contains(&tail) && !tail.starts_with('t') {
                return false;
            }
            digits = true;
            year |= word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        } else if is_month(&word) {
            months = true;
        } else if digits && is_time_zone(&word) {
        } else if !is_weekday(&word) && !DATE_WORDS.contains(&word.as_str()) {
            return false;
        }
    }
    count <= 20 && digits && (months || year || named) && (is_top || named)
}

/// "cest", "aedt": the time of a zone, or its summer time.
fn is_time_zone(word: &str) -> bool {
    (3..=4).contains(&word.len()) && word.ends_with("st") || word.len() == 4 && word.ends_with("dt")
}

/// A day, a month, or a small word beside them.
pub fn is_date_word(word: &str) -> bool {
    is_month(word) || is_weekday(word)
}
