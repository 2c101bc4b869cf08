//! Punctuation in the tree. The parser sees words alone, and before each of them which marks stand there: whatever it
//! would have to do with a comma it could do wrong. When the tree of words is known, the marks get their heads by the
//! rules of Universal Dependencies, which leave little to choose: a mark hangs from the part that it parts from the rest,
//! both marks of a pair from the head of what they enclose.
//!
//! Words without marks parse better and faster (Ma, Zhang and Zhu, ACL 2014).

use super::Row;
use super::parser::NONE;
use super::tag::Tag;

/// What kind of mark a word is: 0 for none.
pub(crate) fn kind(form: &str) -> u8 {
    let mut letters = form.chars();
    match letters.next() {
        Some(',' | '،' | '、') => COMMA,
        Some('-' | '‐' | '‑') if letters.next().is_none() => 2,
        Some('-' | '–' | '—' | '―') => 3,
        Some('(' | '[' | '{') => OPENING,
        Some(')' | ']' | '}') => CLOSING,
        Some('“' | '‘' | '«' | '„' | '`') => OPENING_QUOTE,
        Some('”' | '’' | '»') => CLOSING_QUOTE,
        Some('"' | '\'') => QUOTE,
        Some(':') => COLON,
        Some(';') => 10,
        Some('.' | '…' | '。') if form.len() > 1 => 11,
        Some('.') => STOPS[0],
        Some('?' | '？') => STOPS[1],
        Some('!' | '！') => STOPS[2],
        _ => 15,
    }
}

const COMMA: u8 = 1;
const OPENING: u8 = 4;
const CLOSING: u8 = 5;
const OPENING_QUOTE: u8 = 6;
const CLOSING_QUOTE: u8 = 7;
const QUOTE: u8 = 8;
pub(super) const COLON: u8 = 9;
/// ".", "?" and "!".
const STOPS: [u8; 3] = [12, 13, 14];

/// A row of words without its marks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plain {
    /// For each word left its number in the row.
    pub places: Vec<u16>,
    pub numbers: Vec<u32>,
    pub tags: Vec<Tag>,
    /// The first and the last mark before each word, and behind the last one; 0 for none.
    pub marks: Vec<u8>,
}

impl Plain {
    /// Leaves out the marks of a row.
    pub fn set(&mut self, row: Row, tags: &[Tag]) {
        self.places.clear();
        self.numbers.clear();
        self.tags.clear();
        self.marks.clear();
        let mut marks = 0;
        for (at, (&tag, &number)) in tags.iter().zip(row.numbers).enumerate() {
            if tag == Tag::Mark {
                let kind = row.lexemes[number as usize].mark;
                marks = if marks == 0 { kind << 4 | kind } else { marks & 0xf0 | kind };
            } else {
                self.places.push(at as u16);
                self.numbers.push(number);
                self.tags.push(tag);
                self.marks.push(std::mem::take(&mut marks));
            }
        }
        self.marks.push(marks);
    }

    /// The heads of a row's words, marks too, out of those of its plain words; `heads` counts the root as the number of
    /// plain words.
    pub fn attach(&self, row: Row, tags: &[Tag], plain: &[u16], heads: &mut Vec<u16>) {
        let (start, count) = (heads.len(), tags.len());
        let root = count as u16;
        let in_row = |word: u16| self.places.get(usize::from(word)).copied().unwrap_or(root);
        heads.resize(start + count, NONE);
        let heads = &mut heads[start..];
        for (&place, &head) in self.places.iter().zip(plain) {
            heads[usize::from(place)] = in_row(head);
        }
        if self.places.is_empty() {
            // Nothing but marks: the first is the root.
            heads.iter_mut().enumerate().for_each(|(at, head)| *head = if at == 0 { root } else { 0 });
            return;
        }
        let mut open: Vec<(u8, usize, usize)> = Vec::new();
        // The number of plain words before the mark.
        let mut before = 0;
        for at in 0..count {
            if tags[at] != Tag::Mark {
                before += 1;
                continue;
            }
            let kind = row.lexemes[row.numbers[at] as usize].mark;
            heads[at] = in_row(parted(plain, before, STOPS.contains(&kind)));
            let closes = match kind {
                CLOSING => Some(OPENING),
                CLOSING_QUOTE => Some(OPENING_QUOTE),
                QUOTE => Some(QUOTE),
                _ => None,
            };
            let opener = closes.and_then(|opening| open.iter().rposition(|&(kind, ..)| kind == opening));
            match opener {
                Some(opener) => {
                    let (_, opened, first) = open[opener];
                    open.truncate(opener);
                    if let Some(inside) = enclosed(plain, first, before) {
                        heads[opened] = in_row(inside);
                        heads[at] = in_row(inside);
                    }
                }
                None if matches!(kind, OPENING | OPENING_QUOTE | QUOTE) => open.push((kind, at, before)),
                None => {}
            }
        }
    }
}

/// The head of the part that ends or begins at a gap between plain words, which have `before` words before it: of the two
/// parts beside it that which hangs from the other. A stop ends what is before it, so that it hangs there: "born in 2017.
/// \[3\]".
fn parted(heads: &[u16], before: usize, stop: bool) -> u16 {
    let gap = before as u16;
    let is_left = |word: u16| word < gap;
    let root = heads.len() as u16;
    let climb = |from: u16, left: bool| {
        let mut word = from;
        // No more steps than words: a tree that was cut can have no circle, but nobody has to trust in that.
        for _ in 0..heads.len() {
            let head = heads[usize::from(word)];
            if head >= root || is_left(head) != left {
                break;
            }
            word = head;
        }
        (word, heads[usize::from(word)])
    };
    match (before.checked_sub(1), before < heads.len()) {
        (Some(left), false) => climb(left as u16, true).0,
        (None, _) => climb(0, false).0,
        (Some(left), true) if stop => climb(left as u16, true).0,
        (Some(left), true) => {
            let (left, over) = climb(left as u16, true);
            let (right, under) = climb(gap, false);
            let right_hangs = under < root && (over >= root || under >= left && right <= over);
            if right_hangs { right } else { left }
        }
    }
}

/// The head of the plain words `first..end`: the one whose head is outside; if there are several, the root, or what they
/// all hang from.
fn enclosed(heads: &[u16], first: usize, end: usize) -> Option<u16> {
    let root = heads.len() as u16;
    let tops = || (first..end).filter(|&word| !(first..end).contains(&usize::from(heads[word])));
    let top = tops().next()?;
    let above = heads[top];
    if tops().nth(1).is_none() {
        return Some(top as u16);
    }
    match tops().find(|&word| heads[word] >= root) {
        Some(word) => Some(word as u16),
        None if tops().all(|word| heads[word] == above) => Some(above),
        None => Some(top as u16),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexeme::Lexeme;

    /// The head of each mark in a row whose plain words have these heads; -1 for the root.
    fn marks(words: &str, heads: &[i16]) -> Vec<(String, String)> {
        let forms: Vec<&str> = words.split(' ').collect();
        let lexemes: Vec<Lexeme> = forms.iter().map(|form| Lexeme::of(form, &form.to_lowercase())).collect();
        let numbers: Vec<u32> = (0..forms.len() as u32).collect();
        let row = Row { numbers: &numbers, lexemes: &lexemes };
        let is_mark = |form: &&str| !form.chars().any(char::is_alphanumeric);
        let tags: Vec<Tag> =
            forms.iter().map(|form| if is_mark(form) { Tag::Mark } else { Tag::Noun }).collect();
        let mut plain = Plain::default();
        plain.set(row, &tags);
        let root = heads.len() as u16;
        let of_plain: Vec<u16> = heads.iter().map(|&head| u16::try_from(head).unwrap_or(root)).collect();
        let mut all = Vec::new();
        plain.attach(row, &tags, &of_plain, &mut all);
        let marked = (0..forms.len()).filter(|&at| is_mark(&forms[at]));
        let name = |head: u16| forms.get(usize::from(head)).map_or("root", |form| form).to_owned();
        marked.map(|at| (forms[at].to_owned(), name(all[at]))).collect()
    }

    #[track_caller]
    fn check(words: &str, heads: &[i16], expected: &[(&str, &str)]) {
        let found = marks(words, heads);
        let found: Vec<(&str, &str)> = found.iter().map(|(mark, head)| (&**mark, &**head)).collect();
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn a_mark_hangs_from_the_part_that_it_parts_from_the_rest() {
        check("Luckily , they won .", &[2, 2, -1], &[(",", "Luckily"), (".", "won")]);
        check("Ships , boats and rafts sank .", &[4, 0, 3, 0, -1], &[(",", "boats"), (".", "sank")]);
        check("She smiled , then left .", &[1, -1, 3, 1], &[(",", "left"), (".", "smiled")]);
        check("Ana left . [ 3 ]", &[1, -1, 1], &[(".", "left"), ("[", "3"), ("]", "3")]);
    }

    #[test]
    fn both_marks_of_a_pair_hang_from_the_head_of_what_they_enclose() {
        check("Ana ( a nurse ) spoke", &[3, 2, 0, -1], &[("(", "nurse"), (")", "nurse")]);
        check("\" We won \" , he said", &[1, 3, 3, -1], &[("\"", "won"), ("\"", "won"), (",", "won")]);
    }

    #[test]
    fn marks_without_words() {
        check("! ?", &[], &[("!", "root"), ("?", "!")]);
    }
}
