//! The day that a page shows with its article, in words: "Published 5 March 2024", "Ana Ruiz | March 5, 2024".
//!
//! Only a line that is about its day counts: a story may tell of other days. Where the line says "updated", it is the
//! day of the last change.

use std::ops::Range;

use super::article::Article;
use super::headline::Headline;
use super::tag::Tag;
use super::tree::{Content, Tree};
use crate::calendar::MONTHS;
use crate::stated::day;

/// Bytes of a line that a day may stand in.
const LONGEST: usize = 120;
/// Nodes before a headline, behind it, and at an article's end, where the line stands.
const BEFORE: usize = 24;
const BEHIND: usize = 160;
const AT_END: usize = 40;
/// Bytes from which on a text is a paragraph of the story.
const PARAGRAPH: usize = 160;

/// What a line says of its day, the most trusted first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Label {
    Published,
    None,
    Updated,
}

/// The days of publication and of the last change that a page shows.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Days {
    pub published: Option<String>,
    /// The line says that it was published then.
    pub is_named: bool,
    pub modified: Option<String>,
}

/// Looks around the headline, and for a line that says "published" at the article's end.
pub fn find(tree: &Tree, article: &Article) -> Days {
    let mut days = Days::default();
    let start = article.parts.first().map_or(0, |part| part.start);
    let at = article.headline.map_or(start, |headline: Headline| headline.number);
    let behind = lines(tree, at..at + BEHIND, true);
    let before = lines(tree, at.saturating_sub(BEFORE)..at, false);
    let end = article.parts.last().map_or(at, |part| part.end);
    let at_end = lines(tree, end.saturating_sub(AT_END).max(at)..end + AT_END / 4, false);
    let said = |label: Label| move |line: &&(Label, String)| line.0 == label;
    let mut at_end = at_end.iter().filter(said(Label::Published));
    let nearest_before = before.iter().rev();
    let named = behind.iter().find(said(Label::Published));
    let named = named.or_else(|| before.iter().find(said(Label::Published)));
    days.is_named = named.is_some();
    days.published = named
        .or_else(|| behind.iter().find(said(Label::None)))
        .or_else(|| nearest_before.clone().find(said(Label::None)))
        .or_else(|| at_end.next_back())
        .map(|(_, day)| day.clone());
    days.modified =
        behind.iter().chain(nearest_before).find(said(Label::Updated)).map(|(_, day)| day.clone());
    days
}

/// The lines about a day among these nodes; up to the story's second paragraph, if it stops there.
fn lines(tree: &Tree, nodes: Range<usize>, stops: bool) -> Vec<(Label, String)> {
    let mut found = Vec::new();
    let mut before = String::new();
    let mut paragraphs = 0;
    let mut link_end = 0;
    for number in nodes {
        match tree.nodes.get(number).map(|node| (&node.content, node.end)) {
            Some((Content::Element(element), end)) => {
                let passes = matches!(element.tag, Tag::Script | Tag::Unread | Tag::Noscript | Tag::Title);
                link_end = if element.tag == Tag::Link || passes { link_end.max(end) } else { link_end };
            }
            Some((Content::Text(text), _)) => {
                let words = tree.words(text).split_whitespace().collect::<Vec<_>>().join(" ");
                paragraphs += usize::from(words.len() >= PARAGRAPH);
                if stops && paragraphs > 1 {
                    break;
                }
                if words.is_empty() || number < link_end {
                    continue;
                }
                if words.len() <= LONGEST {
                    found.extend(of_line(&words, &before));
                }
                // "Last updated" and "on" may be parts of their own.
                before = if words.len() <= 3 { format!("{before} {words}") } else { words };
            }
            None => break,
        }
    }
    found
}

/// What a line says of a day, if it is about one; `before` are the words that stand before it, in a part of their own.
fn of_line(words: &str, before: &str) -> Vec<(Label, String)> {
    let mut found = Vec::new();
    let mut earlier = before;
    for part in words.split(['|', '•', '·', '⋅', '(', '・']) {
        let part = part.trim();
        if let Some((start, day)) = day_within(part) {
            let lead = part.get(..start).unwrap_or("").trim();
            let label = if lead.is_empty() { label(earlier, true) } else { label(lead, false) };
            found.extend(label.map(|label| (label, day)));
        }
        earlier = part;
    }
    found
}

/// What the words before a day say of it; none if they are the words of a sentence. Words of another part of the
/// line say nothing unless they name what the day is of.
fn label(words: &str, is_apart: bool) -> Option<Label> {
    const UPDATED: [&str; 8] =
        ["updated", "update", "modified", "reviewed", "revised", "current as of", "checked", "edited"];
    let words = words.to_lowercase();
    let words = words.trim_matches([':', ' ', ',', '-', '–', '—', '/']);
    let is_short = words.split_whitespace().count() <= 4;
    if is_short && UPDATED.iter().any(|update| words.contains(update)) {
        return Some(Label::Updated);
    }
    if is_short && ["publish", "posted", "first aired"].iter().any(|publish| words.contains(publish)) {
        return Some(Label::Published);
    }
    let is_lead = words.starts_with("by ") || matches!(words, "" | "on" | "date" | "from");
    (is_apart || is_lead || is_weekday(words)).then_some(Label::None)
}

fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',']);
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        .iter()
        .any(|day| word.len() >= 3 && day.starts_with(word))
}

/// The first whole day written in a line, with little behind it, and where it begins.
fn day_within(line: &str) -> Option<(usize, String)> {
    /// Bytes behind a day, for its time: "at 10:30 pm EST".
    const REST: usize = 40;
    let starts = line.char_indices().filter(|&(at, c)| {
        c.is_ascii_alphanumeric()
            && line[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric())
    });
    for (at, _) in starts {
        let rest = line.get(at..).unwrap_or("");
        if let Some((length, day)) = day_at(rest) {
            // A sentence that goes on is about something else.
            let behind = rest.get(length..).unwrap_or("").trim_start();
            let goes_on = behind.ends_with('.') && behind.split_whitespace().count() > 3;
            return (behind.len() <= REST && !goes_on).then_some((at, day));
        }
    }
    None
}

/// The day that these words begin with, whole, and its length.
fn day_at(words: &str) -> Option<(usize, String)> {
    let number = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = word.get(digits.len()..).unwrap_or("");
        (digits.len() <= 2 && matches!(ending, "" | "st" | "nd" | "rd" | "th"))
            .then(|| digits.parse::<u32>().ok())
            .flatten()
    };
    let mut parts =
        words.split_whitespace().map(|word| (word.as_ptr() as usize - words.as_ptr() as usize, word));
    let (_, first) = parts.next()?;
    if first.starts_with(|c: char| c.is_ascii_digit()) && first.len() >= 8 {
        return in_digits(first);
    }
    let second = parts.next().map(|(_, word)| word)?;
    let (at, third) = parts.next()?;
    let (written_day, month) = match (number(first), month(second)) {
        (Some(day), Some(month)) => (day, month),
        _ => (number(second.trim_end_matches(','))?, month(first)?),
    };
    let year = third.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()))?;
    let is_whole = third.get(4..).is_none_or(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
    let day = day(&format!("{year}-{month:02}-{written_day:02}")).filter(|_| is_whole)?;
    Some((at + 4, day))
}

/// "2024-03-05", "2024-03-05T10:00Z", "05.03.2024".
fn in_digits(word: &str) -> Option<(usize, String)> {
    if word.get(4..5) == Some("-") {
        return day(word).map(|day| (word.len(), day));
    }
    let mut parts = word.trim_end_matches(',').split('.');
    let (first, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    day(&format!("{year}-{month}-{first}")).map(|day| (word.len(), day))
}

fn month(word: &str) -> Option<usize> {
    let word = word.trim_end_matches(['.', ',']).to_ascii_lowercase();
    MONTHS
        .iter()
        .position(|month| word.len() >= 3 && (month.starts_with(&word) || word == "sept"))
        .map(|at| if word == "sept" { 9 } else { at + 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, before: &str, expected: &[(Label, &str)]) {
        let found = of_line(words, before);
        let found: Vec<_> = found.iter().map(|(label, day)| (*label, day.as_str())).collect();
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn lines_about_a_day() {
        let day = "2024-03-05";
        check("March 5, 2024", "", &[(Label::None, day)]);
        check("Tuesday, 5 March 2024, 10:15 GMT", "", &[(Label::None, day)]);
        check("Tues., Mar. 5th, 2024", "", &[(Label::None, day)]);
        check("05.03.2024", "", &[(Label::None, day)]);
        check("2024-03-05T08:10+02:00", "", &[(Label::None, day)]);
        check("Published: March 5 2024 at 3:00 am", "", &[(Label::Published, day)]);
        check("Posted on 05 Mar 2024", "", &[(Label::Published, day)]);
        check("by Ana Ruiz on Mar 5, 2024", "", &[(Label::None, day)]);
        check("Ana Ruiz | Harbour reporter | March 5, 2024", "", &[(Label::None, day)]);
        check("Ana Ruiz • 5 March 2024 • 4 min read", "", &[(Label::None, day)]);
        check("Last updated March 5, 2024", "", &[(Label::Updated, day)]);
        check("March 5, 2024", "Page updated on", &[(Label::Updated, day)]);
        check("March 5, 2024", "Published", &[(Label::Published, day)]);
        check(
            "Published 5 March 2024 | Updated 6 March 2024",
            "",
            &[(Label::Published, day), (Label::Updated, "2024-03-06")],
        );
    }

    #[test]
    fn lines_that_tell_of_a_day() {
        check("The bridge was closed on March 5, 2024 after the flood had come.", "", &[]);
        check("March 5, 2024 was the day on which the town of Lindmouth lost its bridge", "", &[]);
        check("Doors open 5 March 2024", "", &[]);
        check("March 2024", "", &[]);
        check("5 May Road, 20244 Lindmouth", "", &[]);
        check("3/5/2024", "", &[]);
    }
}
