//! What programs put between the lines of a text: quoting marks, line numbers, heads of mail, heads of pages, a second
//! column, times of a chat ([`talk`]).
//!
//! Each is believed only where it repeats: one line that begins with a number is a sentence.

use std::collections::HashMap;
use std::ops::Range;

use crate::draft::{Draft, Hint};
use crate::mail::without_prefixes;
use crate::stated::{self, add_authors};

use super::Line;

mod talk;

/// Spaces that part two columns, at least.
const GAP: usize = 3;
/// Lines that two columns have, at least.
const COLUMN: usize = 4;
/// Bytes that the head of a page has at most.
const LONGEST_PAGE_HEAD: usize = 100;
/// Bytes of a title that stands on every page, at least.
const SHORTEST_TITLE: usize = 8;
/// Names of a mail's headers, as programs print them over a text.
const HEADERS: [&str; 10] =
    ["from", "sent", "date", "to", "cc", "bcc", "subject", "reply-to", "importance", "attachments"];

/// Takes out of the lines of `given` what is no part of the text.
pub fn tidy(given: &str, lines: &mut Vec<Line>, draft: &mut Draft) {
    quoting_marks(given, lines);
    line_numbers(given, lines);
    mail_heads(given, lines, draft);
    signature(given, lines);
    columns(given, lines, draft);
    page_heads(given, lines, draft);
    talk::stamps(given, lines, draft);
}

fn words<'a>(given: &'a str, line: &Line) -> &'a str {
    given.get(line.range.clone()).unwrap_or("")
}

/// The line without its first bytes.
fn without(given: &str, line: &Line, bytes: usize) -> Line {
    let range = (line.range.start + bytes).min(line.range.end)..line.range.end;
    Line::of(given.get(range.clone()).unwrap_or(""), range)
}

fn blank(at: usize) -> Line {
    Line::of("", at..at)
}

/// "> " before each line of what somebody else wrote, "| > " in some programs.
fn quoting_marks(given: &str, lines: &mut [Line]) {
    let is_marked = |line: &Line| {
        let text = words(given, line).trim_start();
        // More bars in a line part the cells of a table.
        text.starts_with('>') || text.strip_prefix('|').is_some_and(|rest| !rest.contains('|'))
    };
    if lines.iter().filter(|line| is_marked(line)).count() < 2 {
        return;
    }
    for line in lines.iter_mut().filter(|line| is_marked(line)) {
        let text = words(given, line);
        let rest = text.trim_start_matches(|c: char| matches!(c, '>' | '|') || c.is_whitespace());
        *line = without(given, line, text.len() - rest.len());
    }
}

/// "  1  The jury": numbers that count the lines.
fn line_numbers(given: &str, lines: &mut [Line]) {
    let number = |line: &Line| {
        let text = words(given, line);
        let rest = text.trim_start();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let behind = rest.get(digits..)?;
        let skipped = text.len() - behind.trim_start().len();
        let is_number = (1..=4).contains(&digits) && (behind.is_empty() || behind.starts_with([' ', '\t']));
        is_number.then(|| Some((rest.get(..digits)?.parse::<u32>().ok()?, skipped)))?
    };
    let (mut all, mut counted, mut last) = (0, 0, None);
    for line in lines.iter().filter(|line| !line.is_blank()) {
        all += 1;
        let this = number(line).map(|(number, _)| number);
        counted += usize::from(this.is_some() && last.is_some_and(|last: u32| this == last.checked_add(1)));
        last = this.or(last);
    }
    if all < 4 || (counted + 1) * 10 < all * 8 {
        return;
    }
    for line in lines.iter_mut() {
        if let Some((_, skipped)) = number(line) {
            *line = without(given, line, skipped);
        }
    }
}

/// "From: … Sent: … Subject: …": over a text they are its own, inside they are those of a mail that was passed on.
fn mail_heads(given: &str, lines: &mut Vec<Line>, draft: &mut Draft) {
    let header = |line: &Line| {
        let (name, value) = words(given, line).trim_start_matches('*').split_once(':')?;
        let name = name.trim().trim_end_matches('*').to_ascii_lowercase();
        HEADERS.contains(&name.as_str()).then(|| (name, value.trim_start_matches('*').trim()))
    };
    let mut at = 0;
    while at < lines.len() {
        let run = lines[at..].iter().take_while(|line| header(line).is_some()).count();
        if run < 3 {
            let text = words(given, &lines[at]).trim();
            let parts = || {
                let text = text.to_ascii_lowercase();
                text.contains("forwarded message") || text.contains("original message")
            };
            if text.starts_with('-') && text.ends_with('-') && parts()
                || text.eq_ignore_ascii_case("begin forwarded message:")
            {
                draft.about.leave_out("mail headers", 2);
                if text.to_ascii_lowercase().contains("forwarded") {
                    note_over_forwarded(given, lines, at);
                }
                lines[at] = blank(lines[at].range.start);
            }
            at += 1;
            continue;
        }
        let is_first = lines[..at].iter().all(Line::is_blank) && draft.len() == 0;
        for line in &lines[at..at + run] {
            let Some((name, value)) = header(line) else { continue };
            let value = if name == "subject" { without_prefixes(value) } else { value };
            draft.about.leave_out("mail headers", words(given, line).split_whitespace().count());
            let stated = &mut draft.about.stated;
            match name.as_str() {
                _ if !is_first => {}
                "subject" => stated.title = stated::words(value),
                "date" | "sent" => stated.published = stated::day(value),
                "from" => add_authors(stated, value.split('<').next().unwrap_or("").trim().trim_matches('"')),
                _ => {}
            }
            if is_first && name == "subject" {
                let from = line.range.end - value.len().min(line.range.len());
                draft.copy(value, from);
                draft.end(Hint::Title);
            }
        }
        let place = lines[at].range.start;
        lines.splice(at..at + run, [blank(place)]);
        at += 1;
    }
}

/// What stands under the line "-- ", by which mail programs know a signature.
fn signature(given: &str, lines: &mut [Line]) {
    /// Lines of a signature, at most, and the characters of each.
    const MOST: (usize, usize) = (12, 90);
    let Some(at) = lines.iter().rposition(|line| matches!(words(given, line), "-- " | "--")) else { return };
    let (text, under) = lines.split_at_mut(at);
    let is_short = under.iter().all(|line| line.width <= MOST.1 && !(line.ends_sentence && line.width > 60));
    let count = under.iter().filter(|line| !line.is_blank()).count();
    if text.iter().any(|line| line.ends_sentence) && is_short && count <= MOST.0 {
        under.iter_mut().for_each(|line| line.is_aside = true);
    }
}

/// What somebody wrote over a message that they passed on, if it is shorter: a note, and no article.
fn note_over_forwarded(given: &str, lines: &mut [Line], at: usize) {
    /// Bytes of a note, at most.
    const LONGEST: usize = 400;
    let length = |lines: &[Line]| lines.iter().map(|line| words(given, line).trim().len()).sum::<usize>();
    let over = length(&lines[..at]);
    if over <= LONGEST && over * 2 < length(&lines[at..]) {
        lines[..at].iter_mut().for_each(|line| line.is_aside = true);
    }
}

/// Two columns side by side, in lines that hold a piece of each: one is read after the other.
fn columns(given: &str, lines: &mut Vec<Line>, draft: &mut Draft) {
    let mut out = Vec::with_capacity(lines.len());
    let mut found = false;
    for group in lines.split_inclusive(Line::is_blank) {
        match halves(given, group) {
            Some((left, right)) => {
                found = true;
                let end = left.last().map_or(0, |line| line.range.end);
                out.extend(left);
                out.push(blank(end));
                out.extend(right);
                out.extend(group.last().filter(|line| line.is_blank()).cloned());
            }
            None => out.extend_from_slice(group),
        }
    }
    if found {
        *lines = out;
        draft.about.note("columns", "This text stood in two columns; they were read one after the other.");
    }
}

fn halves(given: &str, group: &[Line]) -> Option<(Vec<Line>, Vec<Line>)> {
    let full: Vec<&Line> = group.iter().filter(|line| !line.is_blank()).collect();
    if full.len() < COLUMN {
        return None;
    }
    // Where the second column begins, in characters, by how many lines have a gap that ends there.
    let mut ends: HashMap<usize, usize> = HashMap::new();
    for line in &full {
        for (end, _) in gaps(words(given, line)) {
            *ends.entry(end).or_default() += 1;
        }
    }
    let (&column, &count) = ends.iter().max_by_key(|&(end, count)| (*count, usize::MAX - *end))?;
    if count * 4 < full.len() * 3 {
        return None;
    }
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let mut cut = 0;
    for line in full {
        let text = words(given, line);
        match gaps(text).find(|(end, _)| *end == column) {
            Some((_, gap)) => {
                let [first, second] = [0..gap.start, gap.end..text.len()];
                let part = |range: Range<usize>| {
                    Line::of(
                        text.get(range.clone()).unwrap_or(""),
                        line.range.start + range.start..line.range.start + range.end,
                    )
                };
                left.push(part(first));
                right.push(part(second));
                cut += 1;
            }
            None if text.chars().count() <= column => left.push(line.clone()),
            None => return None,
        }
    }
    // Running text has lines of several words, and sentences that go on from line to line.
    let is_prose = |lines: &[Line]| {
        let many = lines.iter().filter(|line| words(given, line).split_whitespace().count() >= 3).count();
        let going_on = lines.windows(2).filter(|pair| pair[0].goes_on_in(&pair[1])).count();
        many * 3 >= lines.len() * 2 && going_on * 3 >= lines.len()
    };
    (cut >= COLUMN && is_prose(&left) && is_prose(&right)).then_some((left, right))
}

/// Wide gaps between words: the character behind each, and its bytes.
fn gaps(text: &str) -> impl Iterator<Item = (usize, Range<usize>)> {
    let mut spaces: Option<(usize, usize)> = None;
    let start = text.len() - text.trim_start().len();
    text.char_indices().enumerate().filter_map(move |(count, (at, c))| {
        if c == ' ' || c == '\u{a0}' {
            spaces = Some(spaces.map_or((at, 1), |(from, length)| (from, length + 1)));
            return None;
        }
        let (from, length) = spaces.take()?;
        (length >= GAP && from >= start).then_some((count, from..at))
    })
}

/// Lines that repeat on every page, most with another number, and cut a sentence in two.
fn page_heads(given: &str, lines: &mut Vec<Line>, draft: &mut Draft) {
    let mut seen: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, line) in lines.iter().enumerate() {
        if let Some(key) = page_key(words(given, line)) {
            seen.entry(key).or_default().push(number);
        }
    }
    let mut is_head = vec![false; lines.len()];
    seen.values().filter(|places| places.len() >= 2).flatten().for_each(|&number| is_head[number] = true);
    // For each line the lines of text next to it: found once, since a text may be nothing but heads.
    let is_text = |number: &usize| !lines[*number].is_blank() && !is_head[*number];
    let nearest = |last: &mut Option<usize>, number: usize| {
        let before = *last;
        *last = Some(number).filter(is_text).or(before);
        Some(before)
    };
    let before: Vec<Option<usize>> = (0..lines.len()).scan(None, nearest).collect();
    let mut after: Vec<Option<usize>> = (0..lines.len()).rev().scan(None, nearest).collect();
    after.reverse();
    let cuts = |number: usize| {
        let is_open = before[number].is_some_and(|at| {
            let line = &lines[at];
            // A short line is the last of a page if it stands under another.
            let is_under = at.checked_sub(1).is_some_and(|above| !lines[above].is_blank());
            !line.ends_sentence && (line.width >= 30 || is_under)
        });
        is_open && after[number].is_some_and(|at| lines[at].starts_lower)
    };
    let mut heads: Vec<(usize, bool)> = Vec::new();
    for (key, places) in &seen {
        let texts: Vec<&str> = places.iter().map(|&number| words(given, &lines[number]).trim()).collect();
        let believed = match key.as_str() {
            // A number alone counts the pages, or says with its marks that it is one: "- 2 -".
            key if !key.contains(char::is_alphabetic) => {
                let numbers: Vec<u32> = texts.iter().map(|text| first_number(text)).collect();
                key != "#" && key != "#."
                    || places.len() >= 2 && numbers.windows(2).all(|pair| pair[0] < pair[1])
            }
            "page #" | "page # of #" => true,
            // The title of every page.
            key if !key.contains('#') => {
                let is_title = key.len() >= SHORTEST_TITLE && texts[0].starts_with(char::is_uppercase);
                is_title && places.len() >= 2 && places.iter().all(|&number| cuts(number))
            }
            _ => places.len() >= 2 && texts.windows(2).all(|pair| pair[0] != pair[1]),
        };
        if believed && places.iter().any(|&number| cuts(number)) {
            heads.extend(places.iter().map(|&number| (number, cuts(number))));
        }
    }
    heads.sort_unstable();
    let mut gone = vec![false; lines.len()];
    for &(number, cuts) in &heads {
        draft.about.leave_out("page heads", words(given, &lines[number]).split_whitespace().count());
        if !cuts {
            continue;
        }
        // What has gone before has gone with all around it.
        let goes = |gone: &[bool], at: usize| {
            lines.get(at).is_some_and(|line| (line.is_blank() || is_head[at]) && !gone[at])
        };
        gone[number] = true;
        let mut above = number;
        while above > 0 && goes(&gone, above - 1) {
            above -= 1;
            gone[above] = true;
        }
        let mut below = number + 1;
        while goes(&gone, below) {
            gone[below] = true;
            below += 1;
        }
    }
    for &(number, _) in heads.iter().filter(|(_, cuts)| !cuts) {
        lines[number] = blank(lines[number].range.start);
    }
    let mut number = 0;
    lines.retain(|_| {
        number += 1;
        !gone[number - 1]
    });
}

fn first_number(text: &str) -> u32 {
    let digits: String =
        text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).take(9).collect();
    digits.parse().unwrap_or(0)
}

/// What a head says apart from its numbers; none for a line that is no head of a page.
fn page_key(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty()
        || text.len() > LONGEST_PAGE_HEAD
        || text.contains(": ")
        || text.ends_with(['.', ',', ';'])
    {
        return None;
    }
    let mut key = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        match c {
            // A time is no number of a page.
            ':' if before.is_ascii_digit() => return None,
            _ if c.is_ascii_digit() && before.is_ascii_digit() => {}
            _ if c.is_ascii_digit() => key.push('#'),
            _ => key.extend(c.to_lowercase()),
        }
        before = c;
    }
    key.chars().any(|c| c.is_alphabetic() || c == '#').then_some(key)
}

#[cfg(test)]
mod tests {
    use crate::read_paste;

    #[track_caller]
    pub(super) fn check(given: &str, expected: &[&str]) {
        let document = read_paste(given, None);
        let read: Vec<_> = document.blocks.iter().map(|block| block.span.of(&document.text)).collect();
        assert_eq!(read, expected, "of {given:?}");
    }

    #[test]
    fn quoting_marks_go_and_signs_stay() {
        check(
            "> The landing at Lindmouth is to\n> close in the spring.\n>\n> > Nobody is glad.\n",
            &["The landing at Lindmouth is to close in the spring.", "Nobody is glad."],
        );
        check(
            "The count was > 40 on Monday and < 10 on Friday.",
            &["The count was > 40 on Monday and < 10 on Friday."],
        );
    }

    #[test]
    fn quoting_marks_behind_a_bar() {
        let words = ["The landing at Lindmouth is to close in the spring.", "Nobody is glad of it."];
        for mark in ["| > ", "| ", "> | "] {
            let given = format!(
                "{mark}The landing at Lindmouth is to\n{mark}close in the spring.\n{mark}\n{mark}Nobody is glad of it.\n"
            );
            check(&given, &words);
        }
        check(
            "| Port | Cod |\n| Arden | 310 |\n| Hale | 12 |",
            &["| Port | Cod |", "| Arden | 310 |", "| Hale | 12 |"],
        );
    }

    #[test]
    fn signatures_and_notes_of_a_mail() {
        let read = |given: &str| {
            let document = read_paste(given, None);
            let kept = document.blocks.iter().filter(|block| block.kind != text::BlockKind::Furniture);
            kept.map(|block| block.span.of(&document.text).to_owned()).collect::<Vec<_>>()
        };
        let story = "The landing at Lindmouth is to close in the spring, the harbour board said on Tuesday.";
        let more = "Nobody has used it for years but the gulls, and these will find another one.";
        assert_eq!(
            read(&format!(
                "Can you take this?\n\n---------- Forwarded message ---------\nFrom: Ana Ruiz\nDate: Tue, Mar 5, 2024\nSubject: Ferry\nTo: Desk\n\n{story}\n\n{more}\n\n-- \nAna Ruiz\nHarbour desk, 555 0101\n"
            )),
            [story, more]
        );
        assert_eq!(read(&format!("{story}\n\n--\nAna Ruiz\na@gazette.example\n")), [story]);
        // A line that parts two halves of a story.
        assert_eq!(read(&format!("{story}\n\n--\n\n{more}\n")), [story, more]);
    }

    #[test]
    fn numbers_of_lines_go_and_numbered_rules_stay() {
        check(
            " 1 The landing at Lindmouth\n 2 is to close in the spring\n 3 because nobody used it\n 4 for years.\n",
            &["The landing at Lindmouth is to close in the spring because nobody used it for years."],
        );
        check(
            "1. A light.\n\n2. A name.\n\n40 boats are meant.",
            &["1. A light.", "2. A name.", "40 boats are meant."],
        );
    }

    #[test]
    fn heads_of_pages_that_cut_a_sentence() {
        check(
            "GAZETTE 3\n\nThe council of Lindmouth voted on Tuesday to close the\n\nGAZETTE 4\n\nold landing. It rots.\n\nGAZETTE 5\n\nNobody is glad.\n",
            &[
                "The council of Lindmouth voted on Tuesday to close the old landing. It rots.",
                "Nobody is glad.",
            ],
        );
        check(
            "The council of Lindmouth voted on Tuesday to close\nthe old landing, where\n\n- 2 -\n\nboats rot.\n",
            &["The council of Lindmouth voted on Tuesday to close the old landing, where boats rot."],
        );
        check(
            "The council of Lindmouth voted on Tuesday to close the\n\nThe Gazette\n\nold landing. Nobody is glad\nof what the board has\n\nThe Gazette\n\ndone there.\n",
            &[
                "The council of Lindmouth voted on Tuesday to close the old landing. Nobody is glad of what the board has done there.",
            ],
        );
        // A number may be an answer.
        check(
            "How many boats were there in the harbour of Lindmouth\n\n12\n\nand how many sank?\n",
            &["How many boats were there in the harbour of Lindmouth", "12", "and how many sank?"],
        );
        // Headings that count are headings.
        check(
            "Day 1\n\nThe boats left the harbour in the fog.\n\nDay 2\n\nThe boats came back to the harbour.\n",
            &[
                "Day 1",
                "The boats left the harbour in the fog.",
                "Day 2",
                "The boats came back to the harbour.",
            ],
        );
    }

    #[test]
    fn two_columns_are_read_one_after_the_other() {
        check(
            "The landing is to be     The pool is to open\n\
             taken down and its       a week late because\n\
             timber given to the      the new tiles came\n\
             builders of boats.       in the wrong blue.\n",
            &[
                "The landing is to be taken down and its timber given to the builders of boats.",
                "The pool is to open a week late because the new tiles came in the wrong blue.",
            ],
        );
    }

    #[test]
    fn heads_of_mail() {
        let document = read_paste(
            "From: Ana Ruiz <a@gazette.example>\nSent: Tuesday, March 5, 2024 9:12 AM\nTo: Desk\nSubject: RE: Ferry to close\n\nThe landing closes.\n",
            None,
        );
        assert_eq!(document.text, "Ferry to close\n\nThe landing closes.");
        assert_eq!(document.stated.published.as_deref(), Some("2024-03-05"));
        assert_eq!(document.stated.authors, ["Ana Ruiz"]);
        check("From: here\n\nTo: there\n\nIt is far.", &["From: here", "To: there", "It is far."]);
    }

    #[test]
    fn marks_of_notes_in_a_paste() {
        check(
            "“It is shut,”4 said Tilda Marsh.[5] She left.[12]",
            &["“It is shut,” said Tilda Marsh. She left."],
        );
        check(
            "“It is shut,”* said Tilda Marsh.† She left the board‡ in May.** Hale grew by 12 percent,² and the ferry¹ rots.",
            &[
                "“It is shut,” said Tilda Marsh. She left the board in May. Hale grew by 12 percent, and the ferry rots.",
            ],
        );
        check(
            "It is *not* shut. The field of 5 km² lies in E = mc², and she had three A* grades, the f*** said.",
            &[
                "It is *not* shut. The field of 5 km² lies in E = mc², and she had three A* grades, the f*** said.",
            ],
        );
        check(
            "The hens of Hale lay more [2]–[14], as Marsh (2019) [3] found.",
            &["The hens of Hale lay more [2]–[14], as Marsh (2019) [3] found."],
        );
        check(
            "She asked for “patience” and 12 hens [sic].",
            &["She asked for “patience” and 12 hens [sic]."],
        );
    }
}
