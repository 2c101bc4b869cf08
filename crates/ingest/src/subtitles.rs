//! Subtitles (VTT, SRT): the words, as turns of those who speak them.

use crate::draft::{Draft, Hint};
use crate::mend;

/// Whether a text is subtitles: times with an arrow between them near its start.
pub fn are_subtitles(start: &str) -> bool {
    start.trim_start_matches('\u{feff}').starts_with("WEBVTT") || start.lines().take(6).any(is_times)
}

/// "00:00:01,000 --> 00:00:03,000"
fn is_times(line: &str) -> bool {
    // "0:00:01.000,0:00:03.000" in another form of them.
    let parts = line.split_once("-->").or_else(|| line.split_once(',').filter(|_| line.len() <= 24));
    let Some((from, to)) = parts else { return false };
    let is_time = |words: &str| {
        let word = words.split_whitespace().next().unwrap_or("");
        word.contains(':') && word.bytes().all(|byte| byte.is_ascii_digit() || b":.,".contains(&byte))
    };
    is_time(from) && is_time(to)
}

/// A long talk of one voice ends a paragraph after so many bytes.
const LONG: usize = 600;

/// A line of a cue: where it stands, and its words without tags.
struct CueLine<'a> {
    written: &'a str,
    at: usize,
    words: String,
}

pub fn read(given: &str, draft: &mut Draft) {
    let cues = cues(given);
    let rolls = rolls(&cues);
    let mut voice = String::new();
    for (number, cue) in cues.iter().enumerate() {
        let seen = number.checked_sub(1).and_then(|before| cues.get(before)).filter(|_| rolls);
        let again = seen.map_or(0, |before| shared(before, cue));
        for line in cue.iter().skip(again) {
            if is_sound(&line.words) {
                draft.about.leave_out("sounds", line.words.split_whitespace().count());
            } else {
                write(line.written, line.at, &mut voice, draft);
            }
        }
    }
    draft.end(Hint::Text);
    mend::tell(draft);
}

/// The lines of each cue, without its times and number.
fn cues(given: &str) -> Vec<Vec<CueLine<'_>>> {
    let mut cues = Vec::new();
    let mut at = 0;
    let mut in_cue = false;
    for line in given.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let written = line.trim();
        if is_times(written) {
            in_cue = true;
            cues.push(Vec::new());
        } else if line.trim_end_matches(['\r', '\n']).is_empty() {
            in_cue = false;
        } else if in_cue && let Some(cue) = cues.last_mut() {
            let words = plain(written).map(|(_, part)| part).collect::<String>().trim().to_owned();
            if !words.is_empty() {
                cue.push(CueLine { written, at: start + (line.len() - line.trim_start().len()), words });
            }
        }
    }
    cues
}

/// Whether the lines roll: each stands once more over the next, as captions made while somebody speaks do.
fn rolls(cues: &[Vec<CueLine>]) -> bool {
    let pairs = cues.windows(2).filter(|pair| !pair[0].is_empty() && !pair[1].is_empty());
    let (again, all) = pairs
        .fold((0, 0), |(again, all), pair| (again + usize::from(shared(&pair[0], &pair[1]) > 0), all + 1));
    again >= 2 && again * 2 >= all
}

/// How many lines the end of one cue and the start of the next have in common.
fn shared(before: &[CueLine], cue: &[CueLine]) -> usize {
    /// Lines of a cue that are compared.
    const MOST: usize = 4;
    let most = before.len().min(cue.len()).min(MOST);
    let is_same = |count: &usize| {
        before[before.len() - count..].iter().zip(cue).all(|(old, new)| old.words == new.words)
    };
    (1..=most).rev().find(is_same).unwrap_or(0)
}

/// `[Music]`, `(applause)`, `♪♪`: what is heard and not said.
fn is_sound(words: &str) -> bool {
    let inside = words.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let inside = inside.or_else(|| words.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')));
    inside.is_some_and(|inside| inside.len() <= 40 && !inside.contains([']', ')']))
        || !words.contains(char::is_alphanumeric)
}

/// What stands between the tags of a line, each with its place in it.
fn plain(written: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = written.get(at..).filter(|rest| !rest.is_empty())?;
            let close = match rest.chars().next()? {
                '<' => rest.find('>'),
                '{' => rest.find('}'),
                _ => None,
            };
            if let Some(close) = close {
                at += close + 1;
                continue;
            }
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let end = rest
                .get(first..)
                .and_then(|rest| rest.find(['<', '{']))
                .map_or(rest.len(), |end| end + first);
            at += end;
            return Some((at - end, rest.get(..end)?));
        }
    })
}

/// A line of a cue: it goes on in the turn, or begins another.
fn write(words: &str, at: usize, voice: &mut String, draft: &mut Draft) {
    let (speaker, rest, skipped) = speaker(words);
    let dashed = ["- ", "– ", "— ", ">> ", "&gt;&gt; "].iter().find(|mark| rest.starts_with(**mark));
    let goes_on = dashed.is_none() && speaker.is_some_and(|name| name == voice.as_str());
    let ends = draft.last_char().is_some_and(|c| ".!?…”\"".contains(c));
    if speaker.is_some() && !goes_on || dashed.is_some() {
        draft.end(Hint::Text);
        voice.clear();
    }
    if let Some(name) = speaker.filter(|_| !goes_on) {
        format!("{name}: ").chars().for_each(|c| draft.char(c, at, words.len()));
        voice.push_str(name);
    }
    let (rest, skipped) = match dashed {
        Some(mark) => (rest.get(mark.len()..).unwrap_or(""), skipped + mark.len()),
        None => (rest, skipped),
    };
    if ends && voice.is_empty() && draft.open_words().len() > LONG {
        draft.end(Hint::Text);
    }
    for (from, part) in plain(rest) {
        mend::copy(part, at + skipped + from, draft);
    }
    draft.space(at + words.len());
}

/// Who speaks, by `<v Name>` or "NAME: words", what follows, and how many bytes were skipped.
fn speaker(words: &str) -> (Option<&str>, &str, usize) {
    if let Some(rest) = words.strip_prefix("<v")
        && let Some(end) = rest.find('>')
    {
        let name = rest.get(..end).unwrap_or("").split_once(' ').map(|(_, name)| name.trim());
        let skipped = 2 + end + 1;
        return (name.filter(|name| !name.is_empty()), words.get(skipped..).unwrap_or(""), skipped);
    }
    let start =
        [">> ", "&gt;&gt; ", "- "].iter().find(|mark| words.starts_with(**mark)).map_or(0, |mark| mark.len());
    let label = words.get(start..).and_then(|rest| rest.split_once(": ")).map_or("", |(label, _)| label);
    let is_label = !label.is_empty()
        && label.len() <= 40
        && label.chars().next().is_some_and(char::is_uppercase)
        && label
            .split_whitespace()
            .all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '(' || c.is_ascii_digit()));
    if is_label {
        let skipped = start + label.len() + 2;
        return (Some(label), words.get(skipped..).unwrap_or(""), skipped);
    }
    (None, words, 0)
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
    fn one_voice_goes_on_in_the_next_cue() {
        let vtt = "WEBVTT\n\na/1-0\n00:00:01.000 --> 00:00:02.000\n<v Reporter>How old is it?</v>\n\n\
            a/2-0\n00:00:02.000 --> 00:00:03.000\n<v Tilda Marsh>Older than</v>\n\n\
            a/2-1\n00:00:03.000 --> 00:00:04.000\n<v Tilda Marsh>the town.</v>\n\n\
            00:00:04.000 --> 00:00:05.000\n[Bells]\n\n00:00:05.000 --> 00:00:06.000\n&gt;&gt; Ito Pell: Q&amp;A is over.\n";
        let document = read_file("a.vtt", vtt.as_bytes());
        let read: Vec<_> = shown(&document).into_iter().map(|(_, words)| words).collect();
        assert_eq!(
            read,
            ["Reporter: How old is it?", "Tilda Marsh: Older than the town.", "Ito Pell: Q&A is over."]
        );
    }

    #[test]
    fn times_with_a_comma_between_them() {
        let sbv = "0:00:01.000,0:00:03.000\nThe landing\n\n0:00:03.000,0:00:05.000\nis old.\n";
        assert_eq!(shown(&read_file("a.sbv", sbv.as_bytes())), [(Paragraph, "The landing is old.")]);
        let list = "Doors open at 7:30, 9:45 and noon.\n";
        assert_eq!(shown(&read_file("-", list.as_bytes())), [(Paragraph, list.trim())]);
    }

    #[test]
    fn rolling_captions_are_read_once() {
        let vtt = "WEBVTT\nKind: captions\n\n00:00:00.000 --> 00:00:02.000 align:start position:0%\n \n\
            the<00:00:00.400><c> landing</c><00:00:00.800><c> is</c>\n\n\
            00:00:02.000 --> 00:00:02.010 align:start\nthe landing is\n \n\n\
            00:00:02.010 --> 00:00:04.000\nthe landing is\nto<00:00:02.400><c> be taken</c>\n\n\
            00:00:04.000 --> 00:00:04.010\nto be taken\n \n\n\
            00:00:04.010 --> 00:00:07.000\nto be taken\ndown in the spring\n";
        assert_eq!(
            shown(&read_file("a.vtt", vtt.as_bytes())),
            [(Paragraph, "the landing is to be taken down in the spring")]
        );
        // Who says a thing twice says it twice.
        let srt = "1\n00:00:01,000 --> 00:00:02,000\nNo.\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n\n\
            3\n00:00:03,000 --> 00:00:04,000\nIt is shut\n\n4\n00:00:04,000 --> 00:00:05,000\nfor good.\n";
        assert_eq!(shown(&read_file("-", srt.as_bytes())), [(Paragraph, "No. No. It is shut for good.")]);
    }

    #[test]
    fn words_without_a_speaker_are_one_text() {
        let srt = "1\n00:00:01,000 --> 00:00:02,000\nThe landing\ncloses: it\n\n2\n00:00:02,000 --> 00:00:03,000\nis old.\n";
        assert_eq!(shown(&read_file("-", srt.as_bytes())), [(Paragraph, "The landing closes: it is old.")]);
        let text = "He drew an arrow: a --> b.\n";
        assert_eq!(read_file("-", text.as_bytes()).text, text.trim());
    }
}
