//! Chats and transcripts: when somebody spoke goes, who spoke stays.

use crate::blocks::{is_name, speaker_label};
use crate::calendar::{is_month, is_weekday};
use crate::draft::Draft;

use super::{Line, blank, without, words};

/// Bytes of a time with its day, at most.
const LONGEST_STAMP: usize = 48;
/// Words beside the numbers of a time, whatever the program and its language.
const STAMP_WORDS: [&str; 20] = [
    "a",
    "p",
    "m",
    "am",
    "pm",
    "h",
    "uhr",
    "at",
    "on",
    "um",
    "à",
    "today",
    "yesterday",
    "heute",
    "gestern",
    "utc",
    "gmt",
    "st",
    "nd",
    "th",
];
/// What a program writes in place of a picture.
const NO_WORDS: [&str; 5] =
    ["omitted", "omitted>", "attached>", "this message was deleted.", "you deleted this message."];

/// Takes the times from before or behind the names of those who speak.
pub fn stamps(given: &str, lines: &mut Vec<Line>, draft: &mut Draft) {
    let stamped = |line: &Line| {
        let text = words(given, line);
        let length = stamp(text)?;
        speaker_label(text.get(length..)?).map(|_| length)
    };
    let named = |line: &Line| name_before_time(words(given, line));
    let is_chat = lines.iter().filter(|line| stamped(line).is_some()).count() >= 2;
    let is_talk = lines.iter().filter(|line| named(line).is_some()).count() >= 2;
    if !is_chat && !is_talk {
        return;
    }
    let mut out = Vec::with_capacity(lines.len() * 2);
    for line in lines.drain(..) {
        let text = words(given, &line);
        if let Some(length) = stamped(&line).filter(|_| is_chat) {
            out.push(blank(line.range.start));
            if is_without_words(text) {
                draft.about.leave_out("notices of the chat", text.split_whitespace().count());
            } else {
                out.push(without(given, &line, length));
            }
        } else if let Some((name, rest)) = named(&line).filter(|_| is_talk) {
            out.push(blank(line.range.start));
            let range = line.range.start..line.range.start + name;
            out.push(Line { is_speaker: true, ..Line::of(given.get(range.clone()).unwrap_or(""), range) });
            let words = without(given, &line, rest);
            if !words.is_blank() {
                out.push(words);
            }
        } else if is_chat && is_notice(text) {
            draft.about.leave_out("notices of the chat", text.split_whitespace().count());
            out.push(blank(line.range.start));
        } else {
            out.push(line);
        }
    }
    *lines = out;
}

/// A line that the program wrote: "[05/03/2024, 09:00:00] Messages are encrypted."
fn is_notice(text: &str) -> bool {
    let has_day = |length: usize| {
        text.get(..length).is_some_and(|stamp| stamp.chars().filter(char::is_ascii_digit).count() >= 8)
    };
    stamp(text).is_some_and(has_day)
}

/// `Tilda Marsh: <Media omitted>`
fn is_without_words(text: &str) -> bool {
    let said = text.rsplit_once(": ").map_or("", |(_, said)| said.trim()).to_lowercase();
    said.split_whitespace().count() <= 5 && NO_WORDS.iter().any(|ending| said.ends_with(ending))
}

/// Whether these words say when: a time of day, perhaps with its day, and nothing else.
fn is_time(words: &str) -> bool {
    let is_mark = |c: char| c.is_whitespace() || "/.,:-–—'’\u{200e}\u{200f}".contains(c);
    words.len() <= LONGEST_STAMP
        && words.split([' ', ',', '\u{202f}', '\u{a0}', 'T']).any(is_clock)
        && words.split(is_mark).filter(|word| !word.is_empty()).all(|word| {
            let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
            let rest = word.get(digits.len()..).unwrap_or("").to_lowercase();
            let is_number = digits.len() <= 8 && digits.bytes().all(|byte| byte.is_ascii_digit());
            let is_clock = word.split(['h', 'T']).all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
            let is_known = rest.is_empty()
                || STAMP_WORDS.contains(&rest.as_str())
                || is_month(&rest)
                || is_weekday(&rest);
            is_number && is_known || is_clock
        })
}

/// "9:12", "09:12:44", "00:00:01.250", "9.12", "9h12".
fn is_clock(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let word = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let mark = if word.contains(':') {
        ':'
    } else if word.contains('h') {
        'h'
    } else {
        '.'
    };
    let mut parts = word.split(mark);
    let is_part = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let (hour, minute) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let rest = parts.next();
    is_part(hour, 3)
        && is_part(minute, 2)
        && minute.len() == 2
        && parts.next().is_none()
        && rest.is_none_or(|seconds| mark == ':' && seconds.split(['.', ',']).all(|part| is_part(part, 3)))
}

/// The length of a time at the start of a line, with what parts it from the rest: "[05/03/2024, 09:12:44] ",
/// "3/5/24, 9:12 AM - ", "00:00:01 ".
fn stamp(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(|c: char| c.is_whitespace() || "\u{200e}\u{200f}".contains(c));
    let text_start = text.len() - rest.len();
    let length = if let Some(inside) = rest.strip_prefix(['[', '(']) {
        let end = inside.find([']', ')'])?;
        is_time(inside.get(..end)?).then_some(end + 2)?
    } else if let Some((time, mark)) =
        [" - ", " – ", " — ", " | ", "> "].iter().find_map(|mark| Some((rest.split_once(mark)?.0, mark)))
        && is_time(time)
    {
        time.len() + mark.len()
    } else {
        // The longest time that a name stands behind.
        let ends = rest.char_indices().filter(|(at, c)| *at <= LONGEST_STAMP && (*c == ' ' || *c == '\t'));
        ends.map(|(at, _)| at).rfind(|&at| rest.get(..at).is_some_and(is_time))? + 1
    };
    let behind = rest.get(length..)?;
    let behind_marks =
        behind.trim_start_matches(|c: char| c.is_whitespace() || "~\u{200e}\u{200f}".contains(c));
    Some(text_start + length + (behind.len() - behind_marks.len()))
}

/// The length of a name with a time behind it, and where what is said begins, if it stands in the same line:
/// "Tilda Marsh  0:01", "Ito Pell 9:12 AM", "Tilda Marsh, \[05.03.2024 09:12\]", "Ito Pell (09:12): No."
fn name_before_time(text: &str) -> Option<(usize, usize)> {
    let is_mark = |c: char| c.is_whitespace() || "[(-–—,:|•·".contains(c);
    let start = text.find(|c: char| c.is_ascii_digit())?;
    // A day may begin with a word: "Today at 9:12 AM", "Mar 5, 9:12".
    let places = text.get(..start)?.match_indices(is_mark).map(|(at, mark)| at + mark.len());
    for from in places {
        let name = text.get(..from)?.trim_end_matches(is_mark);
        let rest = text.get(from..)?;
        if !is_name(name.trim_start()) || rest.starts_with(is_mark) {
            continue;
        }
        let closed = rest.find([')', ']']);
        let end = closed.unwrap_or(rest.trim_end().trim_end_matches(':').len());
        if rest.get(..end).is_some_and(is_time) {
            let behind = from + end + usize::from(closed.is_some());
            let said = text.get(behind..)?.trim_start_matches(|c: char| c.is_whitespace() || c == ':');
            return Some((name.len(), text.len() - said.len()));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn chats_and_transcripts_keep_who_speaks() {
        let turns = ["Tilda Marsh: Nobody is glad of it.", "Ito Pell: I am."];
        for given in [
            "[05.03.24, 09:12:44] Tilda Marsh: Nobody is glad of it.\n[05.03.24, 09:13:02] Ito Pell: I am.\n",
            "[2024-03-05 09:12] Tilda Marsh: Nobody is glad of it.\n[2024-03-05 09:13] Ito Pell: I am.\n",
            "05.03.2024, 9.12 Uhr - Tilda Marsh: Nobody is glad of it.\n05.03.2024, 9.13 Uhr - Ito Pell: I am.\n",
            "\u{200e}[5/3/24, 9:12:44\u{202f}p. m.] Tilda Marsh: Nobody is glad of it.\n[5/3/24, 9:13:02\u{202f}p. m.] Ito Pell: I am.\n",
            "00:00:01.250 Tilda Marsh: Nobody is glad of it.\n00:01:09.000 Ito Pell: I am.\n",
            "Tilda Marsh, [05.03.2024 09:12]\nNobody is glad of it.\n\nIto Pell, [05.03.2024 09:14]\nI am.\n",
            "Tilda Marsh (09:12): Nobody is glad of it.\nIto Pell (09:14): I am.\n",
            "Tilda Marsh — Today at 9:12 AM\nNobody is glad of it.\n\nIto Pell — Today at 9:14 AM\nI am.\n",
            "[05/03/2024, 09:00:00] Messages are encrypted from end to end.\n[05/03/2024, 09:12:44] Tilda Marsh: Nobody is glad of it.\n[05/03/2024, 09:12:50] Tilda Marsh: <Media omitted>\n[05/03/2024, 09:13:02] Ito Pell: I am.\n",
            "[05/03/2024, 09:12:44] Tilda Marsh: Nobody is glad of it.\n[05/03/2024, 09:13:02] Ito Pell: I am.\n",
            "3/5/24, 9:12 AM - Tilda Marsh: Nobody is glad of it.\n3/5/24, 9:14 AM - Ito Pell: I am.\n",
            "00:00:01 Tilda Marsh: Nobody is glad of it.\n\n00:00:09 Ito Pell: I am.\n",
            "Tilda Marsh  0:01\nNobody is glad of it.\n\nIto Pell  0:14\nI am.\n",
        ] {
            check(given, &turns);
        }
        check(
            "The fire began at 10:32 on Sunday.\n\nThe end: it rained.",
            &["The fire began at 10:32 on Sunday.", "The end: it rained."],
        );
    }

    #[test]
    fn programmes_and_results_are_no_talk() {
        check("Doors open 7:30\nGates close 11:00", &["Doors open 7:30", "Gates close 11:00"]);
        check(
            "9:00 Opening: the mayor speaks.\nIn 1999 she left.",
            &["9:00 Opening: the mayor speaks.", "In 1999 she left."],
        );
    }
}
