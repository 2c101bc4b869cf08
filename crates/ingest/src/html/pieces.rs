//! From the elements of an article to its pieces.

use std::collections::HashSet;

use crate::draft::{Draft, Hint};

use super::article::Article;
use super::nature::Nature;
use super::raised::{self, Raised};
use super::tag::Tag;
use super::tree::{Content, Element, Text, Tree};

/// Bytes that a byline or caption named by its class has at most.
const LONGEST_LINE: usize = 500;
/// Bytes that a cell of a table of data has at most; in more stands a part of a page.
const LONGEST_CELL: usize = 300;
/// Bytes of a line under a block quotation that says whose words it holds.
const LONGEST_SIGNATURE: usize = 160;
/// Bytes of a button's or label's words in the middle of a line.
const LONGEST_CONTROL: usize = 60;

/// Writes down the article, whose source begins at byte `offset` of the given text.
pub fn write(tree: &Tree, article: &Article, offset: usize, draft: &mut Draft) {
    let mut writer = Writer {
        tree,
        article,
        offset,
        draft,
        open: Vec::new(),
        after_break: false,
        seam: Seam::None,
        notes: raised::targets(tree),
        struck: 0,
        struck_words: 0,
    };
    for part in &article.parts {
        writer.write(part.clone());
    }
    let (struck, words) = (writer.struck, writer.struck_words);
    if struck > 0 {
        draft.about.leave_out("struck out", words);
        draft.about.note("struck-out", deletions(struck));
    }
}

/// "pic.twitter.com/Ab12cd", "https://t.co/Ab12cd": how a post's picture or short link is written.
fn is_picture_link(words: &str) -> bool {
    let words = words.trim();
    let bare = words.strip_prefix("https://").or_else(|| words.strip_prefix("http://")).unwrap_or(words);
    ["pic.twitter.com/", "pic.x.com/", "t.co/"].iter().any(|site| bare.starts_with(site))
        && !words.contains(char::is_whitespace)
}

/// One sentence on words that somebody had struck out.
pub fn deletions(count: usize) -> String {
    match count {
        1 => "One deletion was left out: what is struck out is not read.".to_owned(),
        _ => format!("{count} deletions were left out: what is struck out is not read."),
    }
}

struct Writer<'a, 's, 'd> {
    tree: &'a Tree<'s>,
    article: &'a Article,
    offset: usize,
    draft: &'d mut Draft,
    open: Vec<Open>,
    /// A line break was the last that was read.
    after_break: bool,
    seam: Seam,
    /// The ids of notes that marks in the text lead to.
    notes: HashSet<&'a str>,
    struck: usize,
    struck_words: usize,
}

/// Whether one part of a line has ended and the next begins, with nothing between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seam {
    None,
    Ended,
    Begun,
}

/// An element that is open.
struct Open {
    number: usize,
    /// The number of the first node behind it.
    end: usize,
    is_block: bool,
    is_preformatted: bool,
    is_quoted: bool,
    /// Cells are parts of a row.
    is_data: bool,
    tag: Tag,
    hint: Hint,
    /// A block quotation was begun in it.
    holds_quotation: bool,
}

impl<'a> Writer<'a, '_, '_> {
    fn write(&mut self, nodes: std::ops::Range<usize>) {
        let tree = self.tree;
        let mut number = nodes.start;
        while let Some(node) = tree.nodes.get(number).filter(|_| number < nodes.end) {
            self.close_up_to(number);
            number = match &node.content {
                Content::Text(text) => {
                    self.text(text);
                    node.end
                }
                Content::Element(element)
                    if self.article.leaves_out(number) || self.passes(number, element) =>
                {
                    if element.tag.is_block() {
                        self.end_piece();
                    }
                    node.end
                }
                Content::Element(element) => {
                    self.start(number, element, node.end);
                    number + 1
                }
            };
        }
        self.close_up_to(nodes.end);
        self.end_piece();
    }

    /// Whether an element inside of the article is not read, or was read in another way.
    fn passes(&mut self, number: usize, element: &Element) -> bool {
        let nodes = number..self.tree.end_of(number);
        if self.open.last().is_some_and(|open| {
            matches!(open.tag, Tag::Superscripted | Tag::Fraction)
                && (open.number + 1..number).any(|before| self.tree.element(before).is_some())
        }) {
            return self.second_in_formula(nodes);
        }
        match element.tag {
            Tag::Struck => {
                let words = self.tree.text_of(nodes, usize::MAX).split_whitespace().count();
                self.struck += usize::from(words > 0);
                self.struck_words += words;
                true
            }
            Tag::Raised => match raised::of(self.tree, nodes.clone(), self.draft.open_words()) {
                Raised::Mark => true,
                Raised::Power => {
                    self.power(nodes);
                    true
                }
                Raised::Plain => false,
            },
            Tag::Lowered
                if raised::is_formula(&self.tree.text_of(nodes.clone(), 4), self.draft.open_words()) =>
            {
                self.digits(nodes, raised::low);
                true
            }
            Tag::Link | Tag::Span if element.nature.is(Nature::NOTE_MARK) => true,
            // The picture of a post, by its address.
            Tag::Link if is_picture_link(&self.tree.text_of(nodes.clone(), 60)) => true,
            // The mark of an editor's comment, and the comment itself, in a text that an office suite exported.
            Tag::Link if is_comment_mark(element) => true,
            Tag::Paragraph | Tag::Block if self.is_comment(nodes.clone()) => {
                let words = self.tree.text_of(nodes, usize::MAX).split_whitespace().count();
                self.draft.about.leave_out("comments", words);
                true
            }
            // The way back from a note.
            Tag::Link => {
                let is_inner = element.value.as_deref().is_some_and(|address| address.starts_with('#'));
                is_inner
                    && self.hint() == Hint::Note
                    && !self.tree.text_of(nodes, 20).contains(char::is_alphanumeric)
            }
            Tag::Control => {
                let is_in_line =
                    self.open.iter().rfind(|open| open.is_block || open.tag == Tag::Cell).is_some_and(
                        |open| matches!(open.tag, Tag::Paragraph | Tag::Item | Tag::Cell | Tag::Quote),
                    );
                !is_in_line
                    || self.draft.last_char().is_none()
                    || self.tree.text_of(nodes, LONGEST_CONTROL).len() > LONGEST_CONTROL
            }
            _ => false,
        }
    }

    /// Whether the first that stands in a box is the way back from an editor's comment to its mark.
    fn is_comment(&self, nodes: std::ops::Range<usize>) -> bool {
        /// Elements that the link may stand in.
        const DEEPEST: usize = 4;
        let mut inside =
            (nodes.start + 1..nodes.end).take(DEEPEST).map_while(|number| self.tree.element(number));
        inside.any(|element| {
            element.tag == Tag::Link
                && element.id.as_deref().is_some_and(|id| id.starts_with("cmnt"))
                && is_comment_mark(element)
        })
    }

    /// The second part of a fraction or a power: "1/2", "x²". Whether that is all of it.
    fn second_in_formula(&mut self, nodes: std::ops::Range<usize>) -> bool {
        let is_fraction = self.open.last().is_some_and(|open| open.tag == Tag::Fraction);
        let words = self.tree.text_of(nodes.clone(), 20);
        if !is_fraction && !words.trim().is_empty() && words.trim().chars().all(|c| raised::high(c).is_some())
        {
            self.power(nodes);
            return true;
        }
        self.draft.mark(if is_fraction { '/' } else { '^' });
        false
    }

    fn power(&mut self, nodes: std::ops::Range<usize>) {
        self.digits(nodes, raised::high);
    }

    /// Digits as they stand above or below the line.
    fn digits(&mut self, nodes: std::ops::Range<usize>, as_written: fn(char) -> Option<char>) {
        let tree = self.tree;
        for node in tree.nodes.get(nodes).unwrap_or_default() {
            if let Content::Text(text) = &node.content {
                for c in tree.words(text).chars().filter_map(as_written) {
                    self.draft.char(c, self.offset + text.start, text.end - text.start);
                }
            }
        }
    }

    fn start(&mut self, number: usize, element: &'a Element, end: usize) {
        match element.tag {
            Tag::Break => return self.line_break(),
            Tag::Void => return,
            _ => {}
        }
        let is_data = match element.tag {
            Tag::Table => is_data(self.tree, number..end),
            _ => self.open.last().is_some_and(|open| open.is_data),
        };
        let is_credit = self.is_credit(number, element);
        let is_block = element.tag.is_block() || element.tag == Tag::Cell && !is_data || is_credit;
        if is_block {
            self.end_piece();
        } else if element.tag == Tag::Cell {
            self.cell();
        } else if element.tag.is_inline() {
            self.seam = if self.seam == Seam::None { Seam::None } else { Seam::Begun };
        }
        // Names and signs of a formula are words of their own, whatever stands between their elements.
        if element.tag == Tag::Inline
            && self.open.iter().any(|open| open.tag == Tag::Math)
            && self.draft.last_char().is_some_and(|c| c != '/' && c != '^')
        {
            self.draft.space(self.offset);
        }
        let signs = self.signs(number, element);
        if signs {
            self.end_piece();
            if !self
                .tree
                .text_of(number..end, LONGEST_CONTROL)
                .trim_start()
                .starts_with(['—', '–', '-', '―', '~'])
            {
                self.draft.mark('—');
                self.draft.space(self.offset);
            }
        }
        let is_quoted = element.tag == Tag::Quoted && !self.starts_with_mark(number + 1..end);
        if is_quoted {
            self.draft.mark(if self.depth_of_quotes().is_multiple_of(2) { '“' } else { '‘' });
        }
        let is_preformatted =
            element.tag == Tag::Preformatted || self.open.last().is_some_and(|o| o.is_preformatted);
        let hint = match (signs, is_credit) {
            (true, _) => Some(Hint::Quotation),
            (_, true) => Some(Hint::Aside),
            _ => self.hint_of(number, element, is_data),
        };
        let hint = hint.unwrap_or(self.hint());
        if element.tag == Tag::Quote {
            self.open.iter_mut().for_each(|open| open.holds_quotation = true);
        }
        self.open.push(Open {
            number,
            end,
            is_block,
            is_preformatted,
            is_quoted,
            is_data,
            tag: element.tag,
            hint,
            holds_quotation: false,
        });
    }

    /// Whether this line says whose words the block quotation before it holds: its last part, or the caption under it.
    fn signs(&self, number: usize, element: &Element) -> bool {
        let is_caption = element.tag == Tag::Caption;
        if !(is_caption
            || matches!(element.tag, Tag::Footer | Tag::Cite)
            || element.nature.is(Nature::BYLINE))
        {
            return false;
        }
        let end = self.tree.end_of(number);
        let length = self.tree.text_of(number..end, LONGEST_LINE).trim().len();
        if length == 0 || length > LONGEST_SIGNATURE {
            return false;
        }
        if is_caption {
            return self.open.iter().rfind(|open| open.is_block).is_some_and(|figure| figure.holds_quotation);
        }
        // What the quotation's words say stands before it, in a paragraph of its own.
        let quote = self.open.iter().rfind(|open| open.is_block && open.tag != Tag::Footer);
        let is_last = |quote: &Open| {
            self.tree.text_of(end..quote.end, LONGEST_CONTROL).trim().is_empty()
                && !self.tree.text_of(quote.number..number, LONGEST_CONTROL).trim().is_empty()
        };
        let in_footer = self.open.last().is_some_and(|open| open.tag == Tag::Footer);
        !in_footer
            && self.draft.last_char().is_none()
            && quote.is_some_and(|quote| quote.tag == Tag::Quote && is_last(quote))
    }

    /// Whether this says whose picture it is, in the caption.
    fn is_credit(&self, number: usize, element: &Element) -> bool {
        self.hint() == Hint::Caption
            && element.nature.is(Nature::CREDIT)
            && self.tree.text_of(number..self.tree.end_of(number), LONGEST_SIGNATURE + 1).len()
                <= LONGEST_SIGNATURE
    }

    fn depth_of_quotes(&self) -> usize {
        self.open.iter().filter(|open| open.is_quoted).count()
    }

    fn starts_with_mark(&self, nodes: std::ops::Range<usize>) -> bool {
        self.tree.text_of(nodes, 8).trim_start().starts_with(['“', '"', '«', '„', '‘', '\''])
    }

    /// Cells of a row are parted by bars.
    fn cell(&mut self) {
        self.draft.space(self.offset);
        if self.draft.last_char().is_some_and(|c| c != '|') {
            self.draft.mark('|');
            self.draft.space(self.offset);
        }
    }

    fn close_up_to(&mut self, number: usize) {
        while let Some(open) = self.open.last().filter(|open| open.end <= number) {
            let (is_block, is_quoted, is_inline) = (open.is_block, open.is_quoted, open.tag.is_inline());
            if is_block {
                self.end_piece();
            } else if is_inline {
                self.seam = Seam::Ended;
            }
            self.open.pop();
            if is_quoted {
                self.draft.mark(if self.depth_of_quotes().is_multiple_of(2) { '”' } else { '’' });
            }
        }
    }

    fn hint(&self) -> Hint {
        self.open.last().map_or(Hint::Text, |open| open.hint)
    }

    fn end_piece(&mut self) {
        // The block around decides, not a link at the end of its text.
        let block = self.open.iter().rev().find(|open| open.is_block);
        self.draft.end(block.map_or(Hint::Text, |block| block.hint));
        self.after_break = false;
        self.seam = Seam::None;
    }

    /// Two breaks part paragraphs; so does one behind a full stop.
    fn line_break(&mut self) {
        let ends_sentence = self.draft.last_char().is_some_and(|c| ".!?”\"".contains(c));
        if self.after_break || ends_sentence {
            self.end_piece();
        }
        self.draft.space(self.offset);
        self.after_break = true;
    }

    fn text(&mut self, text: &Text) {
        let words = self.tree.words(text);
        if let Some(first) = words.chars().next() {
            self.mend_seam(first);
        }
        if !words.chars().all(char::is_whitespace) {
            self.after_break = false;
        }
        if !text.is_verbatim() {
            let length = text.end - text.start;
            words.chars().for_each(|c| self.draft.char(c, self.offset + text.start, length));
        } else if self.open.last().is_some_and(|open| open.is_preformatted) {
            self.preformatted(words, self.offset + text.start);
        } else {
            self.draft.copy(words, self.offset + text.start);
        }
    }

    /// Parts of a line that touch in the source and not on the screen, where styles set them apart: a rubric and a
    /// title, a name and a day. Inside of a paragraph they are one word.
    fn mend_seam(&mut self, first: char) {
        let seam = std::mem::replace(&mut self.seam, Seam::None);
        let Some(last) = self.draft.last_char().filter(|_| seam == Seam::Begun) else { return };
        let apart = last.is_lowercase() && (first.is_uppercase() || first.is_ascii_digit())
            || last.is_ascii_digit() && first.is_uppercase()
            || ".!?)”".contains(last) && first.is_uppercase();
        let block = self.open.iter().rev().find(|open| open.is_block).map(|open| open.tag);
        match block {
            _ if !apart => {}
            Some(Tag::Paragraph | Tag::Item | Tag::Quote | Tag::Preformatted) => {}
            Some(Tag::Heading(_) | Tag::Caption) => self.draft.space(self.offset),
            _ => self.end_piece(),
        }
    }

    /// Text whose blank lines count.
    fn preformatted(&mut self, words: &str, mut at: usize) {
        for (i, line) in words.split('\n').enumerate() {
            if i > 0 && line.trim().is_empty() {
                self.end_piece();
            } else if i > 0 {
                self.draft.space(at);
            }
            self.draft.copy(line, at);
            at += line.len() + 1;
        }
    }

    /// What an element says of the text in it.
    fn hint_of(&self, number: usize, element: &Element, is_data: bool) -> Option<Hint> {
        let is_short =
            || self.tree.text_of(number..self.tree.end_of(number), LONGEST_LINE).len() <= LONGEST_LINE;
        let headline = self.article.headline.map(|headline| headline.number);
        let is_note = element.id.as_deref().is_some_and(|id| self.notes.contains(id))
            || element.nature.is(Nature::NOTES);
        match element.tag {
            Tag::Heading(_) if headline == Some(number) => Some(Hint::Title),
            Tag::Heading(1) if headline.is_none() => Some(Hint::Title),
            Tag::Heading(_) => Some(Hint::Heading),
            tag if is_note && tag.is_block() => Some(Hint::Note),
            _ if self.hint() == Hint::Note => None,
            Tag::Item | Tag::Definition => Some(Hint::ListItem),
            Tag::Caption => Some(Hint::Caption),
            Tag::Quote => Some(Hint::Quotation),
            Tag::Row if is_data => Some(Hint::TableRow),
            Tag::Block | Tag::Paragraph if element.nature.is(Nature::CAPTION) && is_short() => {
                Some(Hint::Caption)
            }
            Tag::Block | Tag::Paragraph if element.nature.is(Nature::BYLINE) && is_short() => {
                Some(Hint::Byline)
            }
            _ => None,
        }
    }
}

/// "#cmnt3" and the way back from there, "#cmnt_ref3".
fn is_comment_mark(element: &Element) -> bool {
    element.value.as_deref().is_some_and(|address| address.starts_with("#cmnt"))
}

/// Whether a table holds data, and no page laid out in it.
fn is_data(tree: &Tree, nodes: std::ops::Range<usize>) -> bool {
    let (mut cell_end, mut length) = (0, 0);
    for number in nodes.start + 1..nodes.end {
        match tree.nodes.get(number).map(|node| (&node.content, node.end)) {
            Some((Content::Element(element), end)) => match element.tag {
                Tag::Table | Tag::Heading(1) | Tag::Article => return false,
                Tag::Cell => (cell_end, length) = (end, 0),
                _ => {}
            },
            Some((Content::Text(text), _)) if number < cell_end => {
                length += tree.words(text).trim().len();
                if length > LONGEST_CELL {
                    return false;
                }
            }
            _ => {}
        }
    }
    true
}
