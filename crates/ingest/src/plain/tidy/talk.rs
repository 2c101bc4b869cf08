//! Chats and transcripts: when somebody spoke goes, who spoke stays.

use std::collections::HashSet;
use std::ops::Range;

use crate::blocks::{speaker_label, speaks};
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

/// What chats write behind a message that was changed.
const CHANGED: [&str; 2] = ["<this message was edited>", "(edited)"];

/// A line that says who speaks, and when.
struct Turn {
    /// The name, in bytes of the line.
    label: Range<usize>,
    /// Where what is said begins.
    said: usize,
    /// The time is no hour of a programme: "9:00 Opening: the mayor speaks."
    is_firm: bool,
}

/// Takes the times from before or behind the names of those who speak, and joins the lines of what each says.
pub fn stamps(given: &str, lines: &mut Vec<Line>, draft: &mut Draft) {
    let mut turns: Vec<Option<Turn>> = lines.iter().map(|line| turn(words(given, line))).collect();
    let over_times = names_over_times(given, lines);
    over_times.iter().for_each(|&number| turns[number] = turn_of_name(words(given, &lines[number])));
    if !is_talk(given, lines, &turns) {
        return;
    }
    let last = turns.iter().rposition(Option::is_some).unwrap_or(0);
    let is_hour = |line: &Line| {
        !line.is_blank() && is_time(words(given, line).trim().trim_matches(['[', ']', '(', ')']))
    };
    let mut out = Vec::with_capacity(lines.len() * 2);
    // Whether somebody speaks, so that a line goes on in what is said.
    let mut speaks = false;
    for (number, line) in lines.drain(..).enumerate() {
        let text = words(given, &line);
        if let Some(turn) = &turns[number] {
            out.push(blank(line.range.start));
            speaks = !is_without_words(text);
            if speaks {
                let range = line.range.start + turn.label.start..line.range.start + turn.label.end;
                out.push(Line {
                    is_speaker: true,
                    ..Line::of(given.get(range.clone()).unwrap_or(""), range)
                });
                push_said(given, without(given, &line, turn.said), &mut out);
            } else {
                draft.about.leave_out("notices of the chat", text.split_whitespace().count());
            }
        } else if is_notice(text) || is_hour(&line) {
            draft.about.leave_out("notices of the chat", text.split_whitespace().count());
            speaks = speaks && !is_notice(text);
        } else if line.is_blank() {
            // A message may have paragraphs; behind the last one another text may begin.
            speaks &= number < last;
            if !speaks {
                out.push(line);
            }
        } else if speaks {
            push_said(given, line, &mut out);
        } else {
            out.push(line);
        }
    }
    *lines = out;
}

fn push_said(given: &str, mut line: Line, out: &mut Vec<Line>) {
    let text = words(given, &line);
    let kept = CHANGED.iter().find_map(|mark| {
        let end = text.len().checked_sub(mark.len())?;
        text.get(end..).filter(|end| end.eq_ignore_ascii_case(mark)).map(|_| end)
    });
    if let Some(end) = kept {
        let range = line.range.start..line.range.start + end;
        line = Line::of(given.get(range.clone()).unwrap_or(""), range);
    }
    if !line.is_blank() {
        out.push(Line { is_said: true, ..line });
    }
}

/// Whether the lines with names and times are those of people who speak: two, and no hours of a programme.
fn is_talk(given: &str, lines: &[Line], turns: &[Option<Turn>]) -> bool {
    let label = |line: &Line, turn: &Turn| words(given, line).get(turn.label.clone()).map(str::trim);
    let found = || lines.iter().zip(turns).filter_map(|(line, turn)| Some((line, turn.as_ref()?)));
    let firm = found().filter(|(_, turn)| turn.is_firm).count();
    let mut seen = HashSet::new();
    let comes_again = found().any(|(line, turn)| !seen.insert(label(line, turn)));
    let are_full = found().all(|(line, turn)| label(line, turn).is_some_and(|name| name.contains(' ')));
    found().count() >= 2 && (firm >= 2 || comes_again || are_full)
}

/// The line as one that says who speaks: the time before the name, or behind it.
fn turn(text: &str) -> Option<Turn> {
    if is_time(text.trim()) {
        // "03/05/2024 09:12 AM" is a day and an hour, and nobody of the name of AM.
        return None;
    }
    if let Some((length, is_firm)) = stamp(text)
        && let Some(rest) = text.get(length..)
        && let Some((label, said)) = label_behind_time(rest, is_firm)
    {
        let is_firm = is_firm || rest.starts_with('<');
        return Some(Turn { label: length + label.start..length + label.end, said: length + said, is_firm });
    }
    let (name, said) = name_before_time(text)?;
    let start = text.len() - text.trim_start().len();
    Some(Turn { label: start.min(name)..name, said, is_firm: true })
}

/// Who speaks in a line behind its time, and where the words begin: "Tilda Marsh: No.", "From Tilda Marsh to Everyone:",
/// `<tilda> No.`; behind a time that is surely one also the name alone.
fn label_behind_time(rest: &str, is_firm: bool) -> Option<(Range<usize>, usize)> {
    /// Bytes of a name that somebody took in a chat, at most.
    const LONGEST_HANDLE: usize = 40;
    let within = |part: &str| {
        let start = part.as_ptr() as usize - rest.as_ptr() as usize;
        start..start + part.len()
    };
    if let Some((nick, _)) = rest.strip_prefix('<').and_then(|rest| rest.split_once("> ")) {
        let name = nick.trim_start_matches(['@', '+', '%', '~', '&', ' ']);
        let is_nick = !name.is_empty() && name.len() <= LONGEST_HANDLE && !name.contains(' ');
        return is_nick.then(|| (within(name), nick.len() + 3));
    }
    if let Some((head, _)) = rest.split_once(':')
        && let Some(from) = head.trim_start().strip_prefix("From ")
        && is_firm
    {
        let name = [" to ", " To "].iter().fold(from, |name, to| name.split(to).next().unwrap_or(name));
        return speaks(name.trim()).then(|| (within(name.trim()), head.len() + 1));
    }
    if let Some(colon) = speaker_label(rest) {
        return Some((0..colon - 1, colon));
    }
    let is_handle = |name: &str| {
        name.len() <= LONGEST_HANDLE
            && !name.is_empty()
            && name.split_whitespace().count() <= 3
            && !name.contains(['.', '!', '?', ';', '"', '“', '/', ','])
    };
    match rest.split_once(": ") {
        Some((name, _)) if is_firm && is_handle(name.trim()) => Some((0..name.len(), name.len() + 2)),
        None if is_firm && speaks(rest.trim().trim_end_matches(':')) => {
            Some((within(rest.trim().trim_end_matches(':')), rest.len()))
        }
        _ => None,
    }
}

/// The names that stand in a line of their own over a time in one of its own, as some chats are copied.
fn names_over_times(given: &str, lines: &[Line]) -> Vec<usize> {
    let full: Vec<usize> = (0..lines.len()).filter(|&number| !lines[number].is_blank()).collect();
    let is_over = |pair: &[usize]| {
        let (name, time) = (words(given, &lines[pair[0]]), words(given, &lines[pair[1]]));
        speaks(name.trim()) && is_time(time.trim())
    };
    full.windows(2).filter(|pair| is_over(pair)).map(|pair| pair[0]).collect()
}

fn turn_of_name(text: &str) -> Option<Turn> {
    let name = text.trim_start();
    Some(Turn { label: text.len() - name.len()..text.trim_end().len(), said: text.len(), is_firm: true })
}

/// A line that the program wrote: "[05/03/2024, 09:00:00] Messages are encrypted."
fn is_notice(text: &str) -> bool {
    let has_day = |length: usize| {
        text.get(..length).is_some_and(|stamp| stamp.chars().filter(char::is_ascii_digit).count() >= 8)
    };
    stamp(text).is_some_and(|(length, _)| has_day(length))
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
/// "3/5/24, 9:12 AM - ", "00:00:01 "; and whether it is more than an hour of the day: it stands in brackets, before a dash,
/// or has a day or seconds.
fn stamp(text: &str) -> Option<(usize, bool)> {
    let rest = text.trim_start_matches(|c: char| c.is_whitespace() || "\u{200e}\u{200f}".contains(c));
    let text_start = text.len() - rest.len();
    let mut is_marked = true;
    let length = if let Some(inside) = rest.strip_prefix(['[', '(']) {
        let end = inside.find([']', ')'])?;
        is_time(inside.get(..end)?).then_some(end + 2)?
    } else if let Some((time, mark)) =
        [" - ", " – ", " — ", " | ", "> "].iter().find_map(|mark| Some((rest.split_once(mark)?.0, mark)))
        && is_time(time)
    {
        time.len() + mark.len()
    } else {
        is_marked = false;
        // The longest time that a name stands behind.
        let ends = rest.char_indices().filter(|(at, c)| *at <= LONGEST_STAMP && (*c == ' ' || *c == '\t'));
        ends.map(|(at, _)| at).rfind(|&at| rest.get(..at).is_some_and(is_time))? + 1
    };
    let behind = rest.get(length..)?;
    let behind_marks =
        behind.trim_start_matches(|c: char| c.is_whitespace() || "~\u{200e}\u{200f}".contains(c));
    let digits = rest.get(..length)?.bytes().filter(u8::is_ascii_digit).count();
    Some((text_start + length + (behind.len() - behind_marks.len()), is_marked || digits > 4))
}

/// The length of a name with a time behind it, and where what is said begins, if it stands in the same line:
/// "Tilda Marsh  0:01", "Ito Pell 9:12 AM", "Tilda Marsh, \[05.03.2024 09:12\]", "Speaker 1 (09:12): No."
fn name_before_time(text: &str) -> Option<(usize, usize)> {
    /// Bytes in which the time begins.
    const LONGEST_NAME: usize = 70;
    let is_mark = |c: char| c.is_whitespace() || "[(-–—,:|•·".contains(c);
    text.find(|c: char| c.is_ascii_digit())?;
    // A day may begin with a word: "Today at 9:12 AM", "Mar 5, 9:12"; a name may end in a number.
    let places = text.match_indices(is_mark).map(|(at, mark)| at + mark.len());
    for from in places.take_while(|&from| from <= LONGEST_NAME) {
        let name = text.get(..from)?.trim_end_matches(is_mark);
        let rest = text.get(from..)?;
        // "Speaker 1  0:05": the number is the name's.
        let mut parts = rest.split_whitespace();
        let is_number = |word: &str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        let is_numbered = parts.next().is_some_and(is_number) && parts.next().is_some_and(is_clock);
        let is_nick = is_nick(name) && rest.bytes().filter(u8::is_ascii_digit).count() >= 8;
        if rest.starts_with(is_mark) || is_numbered || !(speaks(name.trim_start()) || is_nick) {
            continue;
        }
        let closed = rest.find([')', ']']);
        let end = closed.unwrap_or(rest.trim_end().trim_end_matches(':').len());
        if rest.get(..end).is_some_and(is_time) {
            let behind = from + end + usize::from(closed.is_some());
            let said = text.get(behind..)?.trim_start_matches(|c: char| c.is_whitespace() || c == ':');
            if is_nick && !said.is_empty() {
                continue;
            }
            return Some((name.len(), text.len() - said.len()));
        }
    }
    None
}

/// A name that somebody took in a chat, in small letters: "tilda_m", "ito.pell".
fn is_nick(name: &str) -> bool {
    (2..=32).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte))
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
            "Tilda Marsh\n9:12 AM\nNobody is glad of it.\n\nIto Pell\n9:14 AM\nI am. (edited)\n",
            "09:12:44 From  Tilda Marsh  to  Everyone:\n\tNobody is glad of it.\n09:13:02 From Ito Pell to Tilda Marsh(Direct Message) : I am.\n",
            "[9:12 AM] Tilda Marsh\nNobody is glad\nof it.\n[9:13 AM] Ito Pell\nI am.\n",
            "05/03/2024, 09:12 - Tilda Marsh: Nobody is glad\nof it.\n05/03/2024, 09:13 - Ito Pell: I am. <This message was edited>\n",
            "[00:05]\nTilda Marsh (00:05): Nobody is glad\n\nof it.\n[01:00]\nIto Pell (01:07): I am.\n",
        ] {
            check(given, &turns);
        }
        let turns = ["Speaker 1: Who signed?", "Reporter: Nobody.", "Speaker 1: Why?"];
        for given in [
            "Speaker 1 (00:05): Who signed?\n\nReporter (00:09): Nobody.\n\nSpeaker 1 (00:14): Why?",
            "00:05 Speaker 1: Who signed?\n00:09 Reporter: Nobody.\n00:14 Speaker 1: Why?",
            "Speaker 1  0:05\nWho signed?\n\nReporter  0:09\nNobody.\n\nSpeaker 1  0:14\nWhy?",
        ] {
            check(given, &turns);
        }
        check(
            "[09:12] <tilda_m> Nobody is glad.\n[09:13] <@ito> I am.\n",
            &["tilda_m: Nobody is glad.", "ito: I am."],
        );
        check(
            "Ginny,\n03/05/2024 09:12 AM\nThe contract is signed.\nTilda\n03/06/2024 10:15 AM\nIt is sent.\nIto\n",
            &[
                "Ginny,",
                "03/05/2024 09:12 AM",
                "The contract is signed.",
                "Tilda",
                "03/06/2024 10:15 AM",
                "It is sent.",
                "Ito",
            ],
        );
        check(
            "09:12 <@tilda_m> Nobody is glad.\n09:13 < ito> I am.\n",
            &["tilda_m: Nobody is glad.", "ito: I am."],
        );
        check(
            "tilda_m — 05/03/2024 09:12\nNobody is glad.\nito — 05/03/2024 09:13\nI am.\n",
            &["tilda_m: Nobody is glad.", "ito: I am."],
        );
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
        check(
            "9:00 Opening: the mayor speaks.\n10:30 Supper: soup and bread.",
            &["9:00 Opening: the mayor speaks.", "10:30 Supper: soup and bread."],
        );
    }
}
