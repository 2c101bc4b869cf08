//! Plain text: which of its lines belong together.
//!
//! A blank line ends a paragraph. Where there are none, a line is a paragraph of its own, unless the text was
//! wrapped to a width: then most lines end in mid-sentence, and a line ends early only where a paragraph does.
//! Each decision looks at two neighbouring lines, so that the cost grows with the text.

mod tidy;

use std::collections::HashSet;
use std::ops::Range;

use crate::clean::{Fate, fate, is_unseen};
use crate::draft::{Draft, Hint};
use crate::mend;

/// A text is taken as wrapped if at least this many of its lines go on in the next, which begins in lower case, …
const GOING_ON: usize = 3;
/// … and these are at least this part (of 100) of all lines that have a line below them, …
const GOING_ON_SHARE: usize = 40;
/// … or this part, and together with the lines that are full and end no sentence …
const GOING_ON_LEAST: usize = 15;
/// … this part.
const FULL_SHARE: usize = 60;
/// No line of a wrapped text, or hardly any, is wider than this, in characters. Wider lines are paragraphs.
const WIDEST: usize = 160;

/// Words after which a sentence goes on.
const UNFINISHED: [&str; 33] = [
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "from", "into", "and", "or", "but",
    "that", "which", "who", "whose", "said", "says", "told", "asked", "added", "is", "are", "was", "were",
    "his", "her", "its", "their",
];

/// Reads plain text into pieces.
pub fn read(given: &str, draft: &mut Draft) {
    let mut lines = lines(given);
    tidy::tidy(given, &mut lines, draft);
    let width = wrapped_width(&lines);
    let narrow = narrow_width(&lines);
    let mut words = Words::new(given);
    for group in lines.split(|line| line.is_blank()) {
        let is_prose = is_wrapped_prose(group);
        for (i, line) in group.iter().enumerate() {
            if line.is_speaker && group.get(i + 1).is_some() {
                mend::copy(given[line.range.clone()].trim_end(), line.range.start, draft);
                draft.mark(':');
                draft.space(line.range.end);
                continue;
            }
            let next = group.get(i + 1).filter(|next| match width {
                _ if line.is_said && next.is_said => !next.starts_item,
                Some(width) => !ends_paragraph(line, next, width),
                None => is_prose && (line.goes_on_in(next) || fills(line, next, narrow)),
            });
            let text = &given[line.range.clone()];
            match next {
                None => {
                    copy(text, line.range.start, draft);
                    draft.end(match line {
                        Line { is_said: true, .. } => Hint::Turn,
                        Line { is_aside: true, .. } => Hint::Aside,
                        _ => Hint::Text,
                    });
                }
                Some(next) => join(text, line, &given[next.range.clone()], &mut words, draft),
            }
        }
    }
    mend::tell(draft);
}

/// "pre- and post-war", "three- to four-hour": the second part of the first word comes with the second word, and `tail` is
/// the word between them. But "face-to-face".
pub fn is_suspended(tail: &str, behind: &str) -> bool {
    behind.starts_with(char::is_whitespace)
        && ["and", "or", "to", "und", "oder", "bis", "et", "ou"].contains(&tail)
}

/// Adds words that stand at byte `at`, without the marks of notes in them: “It is shut,”4 she said.\[5\]
fn copy(words: &str, at: usize, draft: &mut Draft) {
    let mut from = 0;
    for (mark, c) in words.match_indices(['”', '"', '[', '*', '†', '‡', '¹', '²', '³']) {
        let (start, end) = match note_mark(words, mark, c) {
            Some(range) if range.0 >= from => range,
            _ => continue,
        };
        mend::copy(words.get(from..start).unwrap_or(""), at + from, draft);
        from = end;
    }
    mend::copy(words.get(from..).unwrap_or(""), at + from, draft);
}

/// The digits of a note's mark at the quotation mark or bracket that stands at byte `at`, with their brackets.
fn note_mark(words: &str, at: usize, c: &str) -> Option<(usize, usize)> {
    let before = words.get(..at)?.chars().next_back()?;
    let behind = at + c.len();
    let rest = words.get(behind..)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest.get(digits..)?;
    let is_end = |after: &str| after.chars().next().is_none_or(|c| c.is_whitespace() || ".,;:[".contains(c));
    match c {
        "*" | "†" | "‡" | "¹" | "²" | "³" => {
            let length = rest.len() - rest.trim_start_matches(['*', '†', '‡', '¹', '²', '³']).len();
            let after = rest.get(length..)?;
            // A word of letters has no power; a star behind one may be a grade, or a word that is not printed.
            let word = words.get(..at)?.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
            let closes = ".,;:!?”’\"')".contains(before)
                || c != "*" && word.chars().count() >= 4 && before.is_lowercase();
            // "*no*" is stressed.
            let opens = |(at, _)| {
                words.get(..at).is_some_and(|before: &str| {
                    before.is_empty() || before.ends_with(|c: char| c.is_whitespace() || "(“".contains(c))
                })
            };
            let is_stressed = c == "*" && words.get(..at)?.match_indices('*').any(opens);
            (closes && is_end(after) && !is_stressed).then_some((at, behind + length))
        }
        "[" => {
            let after = after.strip_prefix(']')?;
            // Behind a dash it is the end of a range that the text speaks of: "studies [1]–[11]".
            let closes = before.is_alphanumeric() || ".,;:!?”’\"')]".contains(before);
            let is_mark = (1..=3).contains(&digits) && closes && is_end(after);
            is_mark.then_some((at, behind + digits + 1))
        }
        _ => {
            let is_mark = (1..=2).contains(&digits) && ".,!?".contains(before) && is_end(after);
            is_mark.then_some((behind, behind + digits))
        }
    }
}

/// Adds a line that goes on in the next one.
fn join(text: &str, line: &Line, next: &str, words: &mut Words, draft: &mut Draft) {
    let text = text.trim_end();
    if text.ends_with('\u{ad}') {
        // A soft hyphen at the end of a line is where the word was broken.
        copy(text, line.range.start, draft);
        return;
    }
    let Some(stem) = text.strip_suffix(['-', '\u{2010}']).filter(|stem| stem.ends_with(char::is_alphabetic))
    else {
        copy(text, line.range.start, draft);
        // A dash without a space before it has none behind it.
        if !text.ends_with('—') || text.ends_with(" —") {
            draft.space(line.range.start + text.len());
        }
        return;
    };
    // "infor-" + "mation" is one word, "state-" + "funded" is two: told by the rest of the article, or by the parts.
    let head = stem.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or(stem);
    let next = next.trim_start();
    let tail = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or(next);
    let behind = next.get(tail.len()..).unwrap_or("");
    let is_known = !tail.is_empty() && words.has(&format!("{head}{tail}"));
    if !is_known && is_suspended(tail, behind) {
        copy(text, line.range.start, draft);
        draft.space(line.range.start + text.len());
        return;
    }
    let broken = is_known || !tail.is_empty() && is_broken(head, tail, behind);
    copy(if broken { stem } else { text }, line.range.start, draft);
}

/// Words that a compound begins with, before a hyphen that stays.
const COMPOUND_HEADS: [&str; 44] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty",
    "fifty", "sixty", "seventy", "eighty", "ninety", "first", "second", "third", "half", "self", "well",
    "cross", "high", "long", "short", "full", "vice", "much", "ever", "then", "still", "hard", "right",
    "left", "north", "south", "east", "west", "anti", "post", "mid", "non",
];
/// Words that a compound ends with.
const COMPOUND_TAILS: [&str; 46] = [
    "based", "led", "funded", "backed", "run", "made", "owned", "born", "old", "year", "years", "day",
    "week", "month", "hour", "minute", "mile", "metre", "meter", "foot", "term", "time", "free", "like",
    "wide", "held", "related", "style", "sized", "scale", "class", "level", "profile", "minded", "looking",
    "in", "up", "out", "off", "down", "chief", "general", "elect", "known", "third", "thirds",
];

/// Whether a word was broken at the end of a line, and is no compound: "twenty-four", "state-funded", "Jean-Luc",
/// "mother-in-law" keep their hyphen.
pub fn is_broken(head: &str, tail: &str, behind: &str) -> bool {
    let is_name = tail.starts_with(char::is_uppercase) || head.chars().all(char::is_uppercase);
    let first = head.to_lowercase();
    !is_name
        && head.chars().count() >= 2
        && tail.chars().count() >= 2
        && !behind.starts_with('-')
        && !COMPOUND_HEADS.contains(&first.as_str())
        && !COMPOUND_TAILS.contains(&tail)
}

/// The words of the text, gathered when first asked for.
struct Words<'a> {
    text: &'a str,
    known: Option<HashSet<&'a str>>,
}

impl<'a> Words<'a> {
    fn new(text: &'a str) -> Self {
        Words { text, known: None }
    }

    fn has(&mut self, word: &str) -> bool {
        let text = self.text;
        let known = self.known.get_or_insert_with(|| text.split(|c: char| !c.is_alphabetic()).collect());
        known.contains(word)
    }
}

/// What is to be known of a line.
#[derive(Debug, Clone)]
struct Line {
    range: Range<usize>,
    /// Spaces before the first character.
    indent: usize,
    /// Characters without those and the spaces at the end; 0 for a blank line.
    width: usize,
    /// Characters of the first word.
    first_word: usize,
    starts_lower: bool,
    /// With a hyphen or number before it, as in a list.
    starts_item: bool,
    /// As sentences and paragraphs end.
    ends_sentence: bool,
    /// A web address and nothing else.
    is_address: bool,
    /// Ends in the hyphen of a word that goes on.
    is_broken: bool,
    /// Ends in a word that no line of a title or list ends in: "the train to", "…,” said".
    is_unfinished: bool,
    /// Who speaks in the lines below.
    is_speaker: bool,
    /// A line of what they say.
    is_said: bool,
    /// Beside the article: a signature, a note of whoever passed it on.
    is_aside: bool,
}

impl Line {
    fn of(text: &str, range: Range<usize>) -> Line {
        let content = text.trim_matches(|c: char| c.is_whitespace() || is_unseen(c));
        let indent = text.chars().take_while(|c| c.is_whitespace()).count();
        let is_blank = content.chars().all(|c| fate(c, None) != Fate::Keep);
        let first = content.chars().find(|c| !is_opening(*c));
        let last = content.chars().rev().find(|c| !is_closing(*c));
        Line {
            range,
            indent,
            width: if is_blank { 0 } else { content.chars().count() },
            first_word: content.chars().take_while(|c| !c.is_whitespace()).count(),
            starts_lower: first.is_some_and(char::is_lowercase),
            starts_item: crate::blocks::starts_item(content),
            ends_sentence: last.is_some_and(|c| ".!?…:;".contains(c)),
            is_address: crate::blocks::is_address(content),
            is_broken: content
                .strip_suffix(['-', '\u{2010}'])
                .is_some_and(|stem| stem.ends_with(char::is_alphabetic)),
            is_unfinished: content
                .rsplit(char::is_whitespace)
                .next()
                .is_some_and(|word| UNFINISHED.contains(&word)),
            is_speaker: false,
            is_said: false,
            is_aside: false,
        }
    }

    fn is_blank(&self) -> bool {
        self.width == 0
    }

    /// Whether the next line's first word would have stood here, in a text of this width.
    fn has_room(&self, next: &Line, width: usize) -> bool {
        self.width + 1 + next.first_word <= width
    }

    /// In mid-sentence, to all appearance.
    fn goes_on_in(&self, next: &Line) -> bool {
        !self.ends_sentence && (next.starts_lower || self.is_broken) && !next.starts_item
    }
}

fn is_opening(c: char) -> bool {
    "\"“”„‘’'«»‹›([{—–-…".contains(c)
}

fn is_closing(c: char) -> bool {
    "\"“”‘’'«»‹›)]}".contains(c)
}

/// The lines of the text; a page break or paragraph mark counts as a blank one.
fn lines(given: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let is_data = mend::is_data(given);
    let line_ends: &[char] = &['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}', '\\'];
    for (at, mark) in given.match_indices(line_ends) {
        // "\n", as a string of data has it.
        let is_written = mark == "\\";
        let behind = given.get(at + 1..).unwrap_or("");
        if is_written && !(is_data && behind.starts_with(['n', 'r'])) {
            continue;
        }
        // The second half of a CRLF.
        let is_half = mark == "\n" && at == start && at > 0 && given.as_bytes().get(at - 1) == Some(&b'\r');
        if !is_half {
            lines.push(Line::of(&given[start..at], start..at));
        }
        start = at + mark.len() + usize::from(is_written);
        if matches!(mark, "\u{c}" | "\u{2029}") {
            lines.push(Line::of("", at..at));
        }
    }
    lines.push(Line::of(&given[start..], start..given.len()));
    lines
}

/// The width that the text was wrapped to, in characters; none if it was not.
fn wrapped_width(lines: &[Line]) -> Option<usize> {
    let pairs = || {
        lines.windows(2).filter_map(|pair| match pair {
            [line, next] if !line.is_blank() && !next.is_blank() => Some((line, next)),
            _ => None,
        })
    };
    let mut widths: Vec<usize> = pairs().map(|(line, _)| line.width).collect();
    let going_on = pairs().filter(|(line, next)| line.goes_on_in(next)).count();
    let count = widths.len();
    if going_on < GOING_ON || going_on * 100 < count * GOING_ON_LEAST {
        return None;
    }
    // Some lines stick out: a long address that could not be broken.
    let wide = count - 1 - count / 20;
    let (_, &mut width, _) = widths.select_nth_unstable(wide);
    let is_cut = |line: &Line, next: &Line| {
        line.goes_on_in(next) || !line.ends_sentence && !line.has_room(next, width)
    };
    let cut = pairs().filter(|(line, next)| is_cut(line, next)).count();
    let is_wrapped = going_on * 100 >= count * GOING_ON_SHARE || cut * 100 >= count * FULL_SHARE;
    (is_wrapped && width <= WIDEST).then_some(width)
}

/// In a text that was wrapped to `width`: whether a paragraph ends with `line`, though no blank line follows.
fn ends_paragraph(line: &Line, next: &Line, width: usize) -> bool {
    if (next.starts_lower || line.is_broken) && !line.ends_sentence {
        return false;
    }
    let had_room = line.has_room(next, width) || line.is_address;
    if next.starts_item {
        return had_room || line.ends_sentence;
    }
    let is_short = line.width * 4 < width * 3;
    let is_indented = next.indent >= line.indent + 2 && next.indent < width / 2;
    let is_end = line.ends_sentence || is_short || line.is_address;
    !next.starts_lower && had_room && is_end || is_indented && line.ends_sentence
}

/// The width of a short text whose lines are all narrow: none where no sentence goes on from one to the next.
fn narrow_width(lines: &[Line]) -> Option<usize> {
    let goes_on = lines.windows(2).any(|pair| !pair[1].is_blank() && pair[0].goes_on_in(&pair[1]));
    let width = lines.iter().map(|line| line.width).max()?;
    (goes_on && (40..=100).contains(&width)).then_some(width)
}

/// Whether a line ends in mid-sentence because it was full.
fn fills(line: &Line, next: &Line, width: Option<usize>) -> bool {
    !line.ends_sentence
        && !next.starts_item
        && (line.is_unfinished || width.is_some_and(|width| !line.has_room(next, width)))
}

/// Whether these lines, in a text that is not wrapped as a whole, read as one sentence or more cut into lines:
/// they begin as a sentence does and end as one does. A list of words does not.
fn is_wrapped_prose(group: &[Line]) -> bool {
    match (group.first(), group.last()) {
        (Some(first), Some(last)) => !first.starts_lower && last.ends_sentence,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(given: &str, expected: &[&str]) {
        let mut draft = Draft::default();
        read(given, &mut draft);
        let (text, _, pieces) = draft.finish();
        let pieces: Vec<_> = pieces.iter().map(|piece| piece.span.of(&text)).collect();
        assert_eq!(pieces, expected, "of {given:?}");
    }

    const WRAPPED: &str = "\
The harbour board of Lindmouth voted on Tuesday to close the old
ferry terminal for good, ending a dispute that has run for eleven
years between the council and the boat owners.
\u{20}
“Nobody is happy tonight, and I am among them,” said Tilda Marsh,
who has led the board since 2019. She added that the money for a
new pier “is simply not there.”
";

    #[test]
    fn a_line_is_a_paragraph() {
        check(
            "One is here.\nTwo is here.\nThree is here.",
            &["One is here.", "Two is here.", "Three is here."],
        );
        check("A title\nA first paragraph.", &["A title", "A first paragraph."]);
    }

    #[test]
    fn line_ends_of_every_kind() {
        check("A.\r\nB.\rC.\u{2028}D.\u{85}E.\n\r\nF.", &["A.", "B.", "C.", "D.", "E.", "F."]);
    }

    #[test]
    fn blank_lines_part_paragraphs_whatever_they_hold() {
        check("A b.\n \t\u{200b}\nC d.\u{2029}E f.\u{c}G h.", &["A b.", "C d.", "E f.", "G h."]);
        check("\n\n \n", &[]);
        check("", &[]);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        check(
            WRAPPED,
            &[
                "The harbour board of Lindmouth voted on Tuesday to close the old ferry terminal for good, ending a \
                 dispute that has run for eleven years between the council and the boat owners.",
                "“Nobody is happy tonight, and I am among them,” said Tilda Marsh, who has led the board since 2019. \
                 She added that the money for a new pier “is simply not there.”",
            ],
        );
    }

    #[test]
    fn a_wrapped_text_without_blank_lines_ends_its_paragraphs_early() {
        let given = WRAPPED.replace("\n \n", "\n");
        let mut draft = Draft::default();
        read(&given, &mut draft);
        assert_eq!(draft.finish().2.len(), 2);
    }

    #[test]
    fn wrapped_lines_that_begin_with_names() {
        let given = "\
The mayor of Lindmouth received the Secretary of State for Transport,
Maria Teresa Brandt, in the Town Hall on Tuesday to discuss a new
Arden Bridge. She was joined by the Director of the Harbour Board,
Ola Pell, and by the Council of Engineers, whom the Secretary of State
Ana Ruiz had invited. The Council has written to the Harbour Board of
Arden, to the Board of Lindmouth and to the Ministry, which said that
they were welcome, since nobody else had asked the Council for years
to build anything at all, and a bridge, as Pell said, is something
that may be asked for.";
        let mut draft = Draft::default();
        read(given, &mut draft);
        assert_eq!(draft.finish().2.len(), 1);
    }

    #[test]
    fn a_title_over_wrapped_text_stands_alone() {
        let given = format!("Ferry Terminal To Close\nBy Ola Brandt\n{WRAPPED}");
        let mut draft = Draft::default();
        read(&given, &mut draft);
        let (text, _, pieces) = draft.finish();
        let starts: Vec<_> = pieces.iter().map(|piece| piece.span.of(&text)).take(2).collect();
        assert_eq!(starts, ["Ferry Terminal To Close", "By Ola Brandt"]);
        assert_eq!(pieces.len(), 4);
    }

    #[test]
    fn one_sentence_cut_in_two() {
        check("It was a long\nwinter in the hills.", &["It was a long winter in the hills."]);
    }

    #[test]
    fn a_line_that_ends_in_mid_sentence_goes_on() {
        check(
            "A parrot was found on the night train to\nBari without a ticket.\n\n“He had one,” said\nRocco Manna.",
            &[
                "A parrot was found on the night train to Bari without a ticket.",
                "“He had one,” said Rocco Manna.",
            ],
        );
        check("What to buy\nBread and butter.", &["What to buy", "Bread and butter."]);
    }

    #[test]
    fn a_list_of_words_stays_a_list() {
        check("bread\nbutter and jam\nlemon tea", &["bread", "butter and jam", "lemon tea"]);
    }

    #[test]
    fn a_hyphen_at_the_end_of_a_line_goes_only_if_the_word_is_known() {
        check(
            "The state-\nment said that a state-\nfunded body wrote the\nstatement in haste.",
            &["The statement said that a state-funded body wrote the statement in haste."],
        );
    }

    #[test]
    fn words_broken_at_the_ends_of_lines() {
        check(
            "The town council of Lind-\nmouth voted for the prepa-\nration of a bridge that no-\nbody had asked for.",
            &[
                "The town council of Lindmouth voted for the preparation of a bridge that nobody had asked for.",
            ],
        );
        check(
            "The Anglo-\nDutch ship and its twenty-\nfour sailors under Jean-\nLuc Pell went on a two-\nyear trip.",
            &[
                "The Anglo-Dutch ship and its twenty-four sailors under Jean-Luc Pell went on a two-year trip.",
            ],
        );
    }

    #[test]
    fn hyphens_that_wait_for_the_second_word() {
        check(
            "The board looked at pre-\nand post-war maps, at a three-\nto four-hour walk, short-\nor long-term plans.",
            &[
                "The board looked at pre- and post-war maps, at a three- to four-hour walk, short- or long-term plans.",
            ],
        );
        check(
            "They met face-\nto-face on a black-\nand-white floor, in the is-\nland’s only inn.",
            &["They met face-to-face on a black-and-white floor, in the island’s only inn."],
        );
    }

    #[test]
    fn a_text_out_of_a_string_of_data() {
        check(
            r#"The landing is to close.\n\n\u201cIt\u2019s old,\u201d said \"Tilda\" Marsh.\nShe left."#,
            &["The landing is to close.", "“It’s old,” said \"Tilda\" Marsh.", "She left."],
        );
        check(
            r"The file lies in C:\new\users\under, she said.",
            &[r"The file lies in C:\new\users\under, she said."],
        );
    }

    #[test]
    fn list_items_in_wrapped_text() {
        let given = format!(
            "{WRAPPED}\n- The first of the items, which is longer than a line can\n  be here.\n- A second.\n"
        );
        let mut draft = Draft::default();
        read(&given, &mut draft);
        let (text, _, pieces) = draft.finish();
        assert_eq!(pieces.last().map(|piece| piece.span.of(&text)), Some("- A second."));
        assert_eq!(pieces.len(), 4);
    }

    #[test]
    fn emoji_combining_marks_and_right_to_left_letters_stay() {
        check("Cafe\u{301} 👩\u{200d}🚀\nשלום עולם.", &["Cafe\u{301} 👩\u{200d}🚀", "שלום עולם."]);
    }
}
