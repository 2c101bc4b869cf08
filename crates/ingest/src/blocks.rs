//! What each piece of an article is: headline, byline, dateline, paragraph, …
//!
//! The format says some of it (a `<h1>`, a Markdown heading); the rest is read from a piece's shape, its opening
//! words, and what stands around it. Whatever is in doubt is a paragraph.

mod signs;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use text::{Block, BlockKind, Span};

use crate::draft::{Hint, Piece};
use signs::is_name;
use signs::{
    credits_behind, dateline_before, is_byline, is_caption, is_date_line, is_furniture, is_over_others,
    is_picture_credit, is_sign_off, is_slug, is_trail,
};
pub use signs::{is_address, speaker_label, speaks, starts_item};

/// Characters that a headline has at most.
const LONGEST_HEADLINE: usize = 160;
/// Characters that a heading has at most.
const LONGEST_HEADING: usize = 80;
/// Characters that a question has at most, to be taken as a heading.
const LONGEST_QUESTION: usize = 50;
/// Lines of a menu, at least, and the words of each, at most.
const MENU: usize = 3;
const LONGEST_MENU_LINE: usize = 3;
/// Characters from which on a piece without a final full stop is running text all the same.
const SURELY_PROSE: usize = 200;

/// Names the pieces. The blocks cover what the pieces cover.
pub fn name(text: &str, pieces: &[Piece]) -> Vec<Block> {
    let mut naming = Naming {
        text,
        has_title: pieces.iter().any(|piece| piece.hint == Hint::Title),
        headline: false,
        titles: Vec::new(),
        prose: false,
        paragraphs: 0,
        are_turns: are_turns(text, pieces),
        is_interview: is_interview(text, pieces),
        among_others: false,
        after_furniture: false,
        blocks: Vec::with_capacity(pieces.len()),
    };
    let menu = menu(text, pieces);
    let over_title = over_title(text, pieces);
    let repeated = repeated(text, pieces);
    let last_prose = pieces.iter().rposition(|piece| is_prose(piece.span.of(text)));
    for (i, piece) in pieces.iter().enumerate() {
        let short = || piece.span.of(text).split_whitespace().count() <= LONGEST_MENU_LINE;
        if menu.contains(&i) || i < over_title && short() || repeated.contains(&piece.span.of(text)) {
            naming.push(piece.span, BlockKind::Furniture);
            continue;
        }
        let next = pieces.get(i + 1).map_or("", |next| next.span.of(text));
        let leads =
            Leads { next, prose_next: is_prose(next), prose_later: last_prose.is_some_and(|last| last > i) };
        naming.add(piece, leads);
    }
    naming.blocks
}

/// What follows a piece.
struct Leads<'a> {
    next: &'a str,
    prose_next: bool,
    prose_later: bool,
}

struct Naming<'a> {
    text: &'a str,
    /// The format names a title somewhere.
    has_title: bool,
    /// There was a headline.
    headline: bool,
    /// The headlines so far, until there is running text.
    titles: Vec<&'a str>,
    /// There was running text.
    prose: bool,
    /// How many paragraphs there were.
    paragraphs: usize,
    /// Most of the pieces are turns of those who speak: none of them is a heading.
    are_turns: bool,
    /// Somebody is asked question after question: none of them is a heading.
    is_interview: bool,
    /// Since a line such as "Most read" there was no running text.
    among_others: bool,
    /// A line of the page's own was read since the last running text.
    after_furniture: bool,
    blocks: Vec<Block>,
}

/// Whether most of the text is turns: "PELL: Do you own it?"
fn are_turns(text: &str, pieces: &[Piece]) -> bool {
    let turns = pieces.iter().filter(|piece| speaker_label(piece.span.of(text)).is_some()).count();
    turns >= 2 && turns * 2 >= pieces.len()
}

/// Whether two questions or more are put to somebody, each in a piece of its own and with its answer behind it.
fn is_interview(text: &str, pieces: &[Piece]) -> bool {
    let asks = |piece: &Piece| {
        let words = piece.span.of(text);
        piece.hint == Hint::Text && words.ends_with('?') && words.chars().count() <= LONGEST_HEADLINE
    };
    let to_somebody = |piece: &Piece| {
        piece
            .span
            .of(text)
            .split_whitespace()
            .any(|word| matches!(word.trim_end_matches('?'), "you" | "your" | "You" | "Your"))
    };
    let pairs = || pieces.windows(2).filter(|pair| asks(&pair[0]) && !asks(&pair[1]));
    pairs().count() >= 2 && pairs().filter(|pair| to_somebody(&pair[0])).count() * 2 >= pairs().count()
}

/// The lines of a site's menu that were copied with the page: short ones, at its start, before a title and the text.
fn menu(text: &str, pieces: &[Piece]) -> Range<usize> {
    let words = |piece: &Piece| piece.span.of(text);
    let prose = pieces.iter().position(|piece| is_prose(words(piece))).unwrap_or(0);
    let head = pieces.get(..prose).unwrap_or_default();
    let is_line = |piece: &Piece| {
        let words = words(piece);
        matches!(piece.hint, Hint::Text | Hint::ListItem)
            && words.split_whitespace().count() <= LONGEST_MENU_LINE
            && !ends_sentence(words)
            && !words.ends_with(':')
            && !is_date_line(words, true)
            && !is_byline(words)
    };
    let start = head.iter().position(|piece| !is_furniture(words(piece))).unwrap_or(head.len());
    let length = head[start..].iter().take_while(|piece| is_line(piece)).count();
    // The title comes behind it.
    let has_title = head[start + length..].iter().any(|piece| {
        matches!(piece.hint, Hint::Title | Hint::Heading)
            || is_title_like(words(piece), LONGEST_HEADLINE)
                && !is_date_line(words(piece), true)
                && !is_byline(words(piece))
    });
    if length >= MENU && has_title { start..start + length } else { 0..0 }
}

/// How many of the first pieces stand over the title, by the byline under it and by what was copied with the page over it.
fn over_title(text: &str, pieces: &[Piece]) -> usize {
    let words = |piece: &Piece| piece.span.of(text);
    let prose = pieces.iter().position(|piece| is_prose(words(piece))).unwrap_or(0);
    let head = pieces.get(..prose).unwrap_or_default();
    if head.iter().any(|piece| piece.hint != Hint::Text) {
        return 0;
    }
    let title = head.windows(2).position(|pair| {
        is_title_like(words(&pair[0]), LONGEST_HEADLINE)
            && !is_byline(words(&pair[0]))
            && is_byline(words(&pair[1]))
    });
    let over = title.and_then(|title| head.get(..title)).unwrap_or_default();
    let copied = over.iter().any(|piece| is_furniture(words(piece)) || is_trail(words(piece)));
    if copied { over.len() } else { 0 }
}

/// The lines that come again and again, each time between two paragraphs: "Keep reading below". Names over what somebody
/// says do, too, and questions.
fn repeated<'a>(text: &'a str, pieces: &[Piece]) -> HashSet<&'a str> {
    /// How often such a line comes at least, and the words it has at most.
    const OFTEN: (usize, usize) = (3, 6);
    let words = |piece: &Piece| piece.span.of(text);
    let mut seen: HashMap<&str, (usize, bool)> = HashMap::new();
    for three in pieces.windows(3) {
        let line = words(&three[1]);
        let is_line = three[1].hint == Hint::Text
            && line.len() <= LONGEST_HEADING
            && (2..=OFTEN.1).contains(&line.split_whitespace().count())
            && line.chars().all(|c| c.is_alphanumeric() || c == ' ');
        if is_line && !is_name(line) {
            let (count, between) = seen.entry(line).or_insert((0, true));
            *count += 1;
            *between &= is_prose(words(&three[0])) && is_prose(words(&three[2]));
        }
    }
    seen.retain(|_, (count, between)| *count >= OFTEN.0 && *between);
    seen.into_keys().collect()
}

impl Naming<'_> {
    fn add(&mut self, piece: &Piece, leads: Leads) {
        let words = piece.span.of(self.text);
        if self.repeats_headline(words) {
            return self.push(piece.span, BlockKind::Furniture);
        }
        let may_lead = matches!(piece.hint, Hint::Text | Hint::Heading) && self.paragraphs > 0;
        if may_lead && !leads.prose_next && is_over_others(words) {
            self.among_others = true;
            return self.push(piece.span, BlockKind::Furniture);
        }
        let is_linked = matches!(piece.hint, Hint::Text | Hint::ListItem | Hint::Heading) && !is_prose(words);
        if self.among_others && is_linked {
            return self.push(piece.span, BlockKind::Furniture);
        }
        self.among_others = false;
        if self.in_tail(piece.hint, words, &leads) {
            return self.push(piece.span, BlockKind::Furniture);
        }
        let kind = match piece.hint {
            Hint::Title | Hint::Heading => self.heading(piece.hint),
            Hint::ListItem => BlockKind::ListItem,
            Hint::Caption => BlockKind::Caption,
            Hint::Byline => byline(words),
            // With marks of its own it is text that quotes, and may say who speaks.
            Hint::Quotation if words.starts_with(['“', '"', '«', '„']) => self.by_words(words, leads),
            Hint::Quotation => BlockKind::Quotation,
            Hint::Note => BlockKind::Note,
            Hint::TableRow if is_furniture(words) => BlockKind::Furniture,
            Hint::TableRow => BlockKind::TableRow,
            Hint::Aside => BlockKind::Furniture,
            Hint::Turn => {
                self.paragraphs += 1;
                return self.push(piece.span, BlockKind::Paragraph);
            }
            Hint::Text => self.by_words(words, leads),
        };
        match kind {
            BlockKind::Paragraph => self.paragraph(piece.span),
            kind => {
                self.after_furniture |= kind == BlockKind::Furniture;
                self.headline |= kind == BlockKind::Headline;
                self.push(piece.span, kind);
            }
        }
    }

    /// Whether a line stands behind the article: what the page says to its reader has begun, and no running text follows.
    fn in_tail(&self, hint: Hint, words: &str, leads: &Leads) -> bool {
        self.after_furniture
            && self.paragraphs > 0
            && !leads.prose_later
            && matches!(hint, Hint::Text | Hint::ListItem | Hint::Heading)
            && !ends_sentence(words)
            && !is_prose(words)
            && !is_caption(words)
            && !is_date_line(words, false)
            && speaker_label(words).is_none()
    }

    /// Whether the title comes a second time before the text: on a book's title page and over its first chapter, as a
    /// mail's subject and over the page that the mail holds.
    fn repeats_headline(&self, words: &str) -> bool {
        let letters = |words: &str| {
            words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
        };
        !self.prose
            && words.len() <= LONGEST_HEADLINE * 4
            && self.titles.iter().any(|first| first.len() == words.len() && letters(first) == letters(words))
    }

    /// The article's headline is its title or, where no title is named, the heading before its text.
    fn heading(&self, hint: Hint) -> BlockKind {
        let is_first = !self.headline && (hint == Hint::Title || self.paragraphs == 0 && !self.has_title);
        if is_first { BlockKind::Headline } else { BlockKind::Heading }
    }

    fn by_words(&self, words: &str, leads: Leads) -> BlockKind {
        let is_top = self.paragraphs < 2;
        if is_furniture(words) || is_picture_credit(words) || self.is_wire_code(words, &leads) {
            BlockKind::Furniture
        } else if is_caption(words) {
            BlockKind::Caption
        } else if is_top && (is_byline(words) || self.is_name_over_day(words, &leads)) {
            BlockKind::Byline
        } else if is_date_line(words, is_top) {
            BlockKind::Dateline
        } else if self.paragraphs == 0 && is_trail(words) {
            BlockKind::Furniture
        } else if self.are_turns && speaker_label(words).is_some() {
            BlockKind::Paragraph
        } else if starts_item(words) {
            BlockKind::ListItem
        } else if self.is_headline(words, &leads) {
            if is_rubric(words, leads.next) { BlockKind::Furniture } else { BlockKind::Headline }
        } else if self.is_heading(words, &leads) {
            BlockKind::Heading
        } else {
            BlockKind::Paragraph
        }
    }

    /// A name alone between the headline and the day is its author's.
    fn is_name_over_day(&self, words: &str, leads: &Leads) -> bool {
        self.headline
            && self.paragraphs == 0
            && (2..=4).contains(&words.split_whitespace().count())
            && is_name(words)
            && is_date_line(leads.next, true)
    }

    /// The codes of a wire service: over the title, and at the end with the letters of those who sent it.
    fn is_wire_code(&self, words: &str, leads: &Leads) -> bool {
        match self.paragraphs {
            0 => !self.headline && !self.has_title && leads.prose_later && is_slug(words),
            _ => !leads.prose_later && is_sign_off(words),
        }
    }

    fn is_headline(&self, words: &str, leads: &Leads) -> bool {
        let is_first = !self.headline && !self.has_title && self.paragraphs == 0;
        is_first && leads.prose_later && is_title_like(words, LONGEST_HEADLINE)
    }

    fn is_heading(&self, words: &str, leads: &Leads) -> bool {
        let is_inside = self.headline || self.paragraphs > 0;
        // A question may be a heading or, as often, a paragraph; a name before a colon may be a speaker's.
        let is_doubtful = words.ends_with('?') && words.chars().nth(LONGEST_QUESTION).is_some()
            || words.contains(['"', '“', '”'])
            || words.contains(": ") && words.ends_with('?')
            || self.is_interview && words.ends_with('?');
        is_inside && leads.prose_next && !is_doubtful && is_title_like(words, LONGEST_HEADING)
    }

    /// A paragraph, before one of the first (or behind an agency's name) its dateline, and behind it the credits.
    fn paragraph(&mut self, span: Span) {
        let words = span.of(self.text);
        let (start, end) = (span.start as usize, span.end as usize);
        let behind = self.text.get(end..).unwrap_or("");
        let from = start + dateline_before(words, self.paragraphs, behind).unwrap_or(0);
        let to = start + credits_behind(words).unwrap_or(words.len());
        self.paragraphs += 1;
        self.push(Span::new(start, from).trim(self.text), BlockKind::Dateline);
        self.push(Span::new(from, to.max(from)).trim(self.text), BlockKind::Paragraph);
        self.push(Span::new(to.max(from), end).trim(self.text), BlockKind::Furniture);
    }

    fn push(&mut self, span: Span, kind: BlockKind) {
        if !span.is_empty() {
            let words = span.of(self.text);
            self.prose |= is_prose(words);
            self.after_furniture &= !is_prose(words) || kind == BlockKind::Furniture;
            if kind == BlockKind::Headline {
                self.titles.push(words);
            }
            self.blocks.push(Block { span, kind });
        }
    }
}

/// What a piece is that the format calls a byline: it may hold a day alone, or a word that led to a name.
fn byline(words: &str) -> BlockKind {
    if is_date_line(words, true) {
        BlockKind::Dateline
    } else if is_furniture(words) || words.trim_end_matches(':').eq_ignore_ascii_case("by") {
        BlockKind::Furniture
    } else if is_prose(words) {
        BlockKind::Paragraph
    } else {
        BlockKind::Byline
    }
}

/// Whether the piece ends as a sentence does, or is too long for anything but text.
fn is_prose(words: &str) -> bool {
    words.len() >= SURELY_PROSE || ends_sentence(words) && words.len() >= 40
}

fn ends_sentence(words: &str) -> bool {
    let last = words.trim_end_matches(|c: char| "\"“”‘’'»)]".contains(c)).chars().next_back();
    last.is_some_and(|c| ".!?…".contains(c))
}

/// Whether a line is no title but the part of the paper that one stands in: "Culture" over "Opera reopens in Varesk".
fn is_rubric(words: &str, next: &str) -> bool {
    /// Words of a title under a rubric, at least.
    const TITLE: usize = 4;
    words.split_whitespace().count() == 1
        && next.split_whitespace().count() >= TITLE
        && is_title_like(next, LONGEST_HEADLINE)
        && !is_date_line(next, true)
        && !is_byline(next)
        && !is_caption(next)
}

/// Short, begun with a capital, a digit or a mark, not ended as a sentence, and not all in quotation marks.
fn is_title_like(words: &str, longest: usize) -> bool {
    let first = words.chars().find(|c| c.is_alphanumeric());
    let last = words.chars().next_back();
    let is_quoted = words.starts_with(['"', '“', '«', '„']) && words.ends_with(['"', '”', '»']);
    words.len() <= longest * 4
        && words.chars().count() <= longest
        && first.is_some_and(|c| !c.is_lowercase())
        && words.chars().any(char::is_alphabetic)
        && last.is_some_and(|c| !".,;:…-–—".contains(c))
        && (last == Some('?') || !ends_sentence(words))
        && !is_quoted
}

#[cfg(test)]
mod tests;
