//! Subtitles (VTT, SRT): the words, as turns of those who speak them.

use crate::draft::{Draft, Hint};

/// Whether a text is subtitles: times with an arrow between them near its start.
pub fn are_subtitles(start: &str) -> bool {
    start.trim_start_matches('\u{feff}').starts_with("WEBVTT") || start.lines().take(6).any(is_times)
}

/// "00:00:01,000 --> 00:00:03,000"
fn is_times(line: &str) -> bool {
    let Some((from, to)) = line.split_once("-->") else { return false };
    let is_time = |words: &str| {
        let word = words.split_whitespace().next().unwrap_or("");
        word.contains(':') && word.bytes().all(|byte| byte.is_ascii_digit() || b":.,".contains(&byte))
    };
    is_time(from) && is_time(to)
}

pub fn read(given: &str, draft: &mut Draft) {
    let mut at = 0;
    // Inside of a cue; its first line may name who speaks.
    let mut in_cue = false;
    for line in given.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let words = line.trim();
        if is_times(words) {
            in_cue = true;
        } else if words.is_empty() {
            in_cue = false;
        } else if in_cue {
            let from = start + (line.len() - line.trim_start().len());
            write(words, from, draft);
        }
    }
    draft.end(Hint::Text);
}

/// A line of a cue: it goes on in the turn, or begins another.
fn write(words: &str, at: usize, draft: &mut Draft) {
    let (speaker, rest, skipped) = speaker(words);
    let is_dash = words.starts_with("- ") || words.starts_with("– ");
    let ends = draft.last_char().is_some_and(|c| ".!?…”\"".contains(c));
    if !speaker.is_empty() || is_dash {
        draft.end(Hint::Text);
    }
    if !speaker.is_empty() {
        let known = format!("{speaker}: ");
        known.chars().for_each(|c| draft.char(c, at, words.len()));
    }
    let rest = if is_dash { rest.get(2..).unwrap_or(rest) } else { rest };
    // A long talk of one voice ends a paragraph now and then.
    if ends && speaker.is_empty() && draft.open_words().len() > 600 {
        draft.end(Hint::Text);
    }
    let mut tag = false;
    for (offset, c) in rest.char_indices() {
        match c {
            '<' | '{' => tag = true,
            '>' | '}' if tag => tag = false,
            _ if tag => {}
            _ => draft.char(c, at + skipped + offset, c.len_utf8()),
        }
    }
    draft.space(at + words.len());
}

/// Who speaks, by `<v Name>`, what follows, and how many bytes were skipped. "NAME: words" stays as it is, and begins
/// a turn.
fn speaker(words: &str) -> (&str, &str, usize) {
    if let Some(rest) = words.strip_prefix("<v")
        && let Some(end) = rest.find('>')
    {
        let name = rest.get(..end).unwrap_or("").split_once(' ').map_or("", |(_, name)| name.trim());
        let skipped = 2 + end + 1;
        return (name, words.get(skipped..).unwrap_or(""), skipped);
    }
    let label = words.split_once(": ").map_or("", |(label, _)| label);
    let is_label = !label.is_empty()
        && label.len() <= 40
        && label.chars().next().is_some_and(char::is_uppercase)
        && label.split_whitespace().all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '('));
    if is_label {
        let skipped = label.len() + 2;
        return (label, words.get(skipped..).unwrap_or(""), skipped);
    }
    ("", words, 0)
}

#[cfg(test)]
mod tests {
    use text::BlockKind::*;

    use crate::html::shown;
    use crate::read_file;

    #[test]
    fn turns_of_speakers() {
        let vtt = "WEBVTT\n\nNOTE x\n\n1\n00:00:01.000 --> 00:00:04.500 align:start\n<v Tilda Marsh>Nobody is <i>glad</i>\n\n\
            00:00:05.000 --> 00:00:06.000\nof it.\n\n00:00:07.000 --> 00:00:08.000\n<v.loud Ito Pell>I am.\n";
        let srt = "1\r\n00:00:01,000 --> 00:00:04,500\r\nTILDA MARSH: Nobody is glad\r\n\r\n2\r\n00:00:05,000 --> 00:00:06,000\r\nof it.\r\n\r\n\
            3\r\n00:00:07,000 --> 00:00:08,000\r\nITO PELL: I am.\r\n";
        for (name, given) in [("a.vtt", vtt), ("a.srt", srt)] {
            let document = read_file(name, given.as_bytes());
            let read: Vec<_> = shown(&document).iter().map(|(_, words)| words.to_lowercase()).collect();
            assert_eq!(read, ["tilda marsh: nobody is glad of it.", "ito pell: i am."], "{name}");
        }
    }

    #[test]
    fn words_without_a_speaker_are_one_text() {
        let srt = "1\n00:00:01,000 --> 00:00:02,000\nThe landing\ncloses: it\n\n2\n00:00:02,000 --> 00:00:03,000\nis old.\n";
        assert_eq!(shown(&read_file("-", srt.as_bytes())), [(Paragraph, "The landing closes: it is old.")]);
        let text = "He drew an arrow: a --> b.\n";
        assert_eq!(read_file("-", text.as_bytes()).text, text.trim());
    }
}
