//! From the elements of an article to its pieces.

use crate::draft::{Draft, Hint};

use super::article::Article;
use super::tag::Tag;
use super::tree::{Content, Element, Text, Tree};

/// Writes down the article, whose source begins at byte `offset` of the given text.
pub fn write(tree: &Tree, article: &Article, offset: usize, draft: &mut Draft) {
    let mut writer = Writer { tree, offset, draft, open: Vec::new(), after_break: false };
    if let Some(title) = &article.title {
        writer.write(title.clone(), article);
    }
    writer.write(article.body.clone(), article);
}

struct Writer<'a, 'd> {
    tree: &'a Tree<'a>,
    offset: usize,
    draft: &'d mut Draft,
    open: Vec<Open>,
    /// A line break was the last that was read.
    after_break: bool,
}

/// An element that is open.
struct Open {
    /// The number of the first node behind it.
    end: usize,
    is_block: bool,
    is_preformatted: bool,
    hint: Hint,
}

impl Writer<'_, '_> {
    fn write(&mut self, nodes: std::ops::Range<usize>, article: &Article) {
        let tree = self.tree;
        let mut number = nodes.start;
        while let Some(node) = tree.nodes.get(number).filter(|_| number < nodes.end) {
            self.close_up_to(number);
            number = match &node.content {
                Content::Text(text) => {
                    self.text(text);
                    node.end
                }
                Content::Element(_) if article.leaves_out(number) => {
                    if self.is_apart(number) {
                        self.end_piece();
                    }
                    node.end
                }
                Content::Element(element) => {
                    self.start(element, node.end);
                    number + 1
                }
            };
        }
        self.close_up_to(nodes.end);
        self.end_piece();
    }

    fn is_apart(&self, number: usize) -> bool {
        matches!(self.tree.nodes.get(number).map(|node| &node.content), Some(Content::Element(e)) if e.tag.is_block())
    }

    fn start(&mut self, element: &Element, end: usize) {
        match element.tag {
            Tag::Break => return self.line_break(),
            Tag::Void => return,
            Tag::Cell => self.draft.space(self.offset),
            _ => {}
        }
        let is_block = element.tag.is_block();
        if is_block {
            self.end_piece();
        }
        let is_preformatted =
            element.tag == Tag::Preformatted || self.open.last().is_some_and(|o| o.is_preformatted);
        let hint = hint(element).unwrap_or(self.hint());
        self.open.push(Open { end, is_block, is_preformatted, hint });
    }

    fn close_up_to(&mut self, number: usize) {
        while self.open.last().is_some_and(|open| open.end <= number) {
            if self.open.last().is_some_and(|open| open.is_block) {
                self.end_piece();
            }
            self.open.pop();
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
}

/// What an element says of the text in it.
fn hint(element: &Element) -> Option<Hint> {
    match element.tag {
        Tag::Heading(1) => Some(Hint::Title),
        Tag::Heading(_) => Some(Hint::Heading),
        Tag::Item => Some(Hint::ListItem),
        Tag::Caption => Some(Hint::Caption),
        Tag::Block | Tag::Paragraph if element.marks.contains("byline") => Some(Hint::Byline),
        Tag::Block | Tag::Paragraph if element.marks.contains("dateline") => Some(Hint::Dateline),
        _ => None,
    }
}
