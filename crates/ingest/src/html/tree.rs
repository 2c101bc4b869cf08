//! The elements of a page, as a browser would see them, in one list.
//!
//! The tree is built more simply than the HTML standard has it: what matters here is which text stands in which
//! block, and that any input gives a tree in time that grows with its length. Every text knows its place in the
//! source, entities included.

use super::nature::Nature;
use super::tag::{Ends, Tag};

/// Elements deeper than this belong to the one at this depth: nobody writes such pages by hand.
const DEEPEST: usize = 200;

#[derive(Debug)]
pub struct Tree<'a> {
    source: &'a str,
    /// In the order of the source; what an element holds stands right behind it.
    pub nodes: Vec<Node>,
}

#[derive(Debug)]
pub struct Node {
    /// The number of the first node behind this one and all that it holds.
    pub end: usize,
    pub content: Content,
}

#[derive(Debug)]
pub enum Content {
    Element(Element),
    Text(Text),
}

#[derive(Debug, Default)]
pub struct Element {
    pub tag: Tag,
    /// What it calls itself.
    pub nature: Nature,
    /// It says of itself that nobody sees it.
    pub hidden: bool,
    /// A script that holds data about the page.
    pub linked_data: bool,
    pub id: Option<Box<str>>,
    /// Of a `<meta>` or `<link>`: what it states.
    pub name: Option<Box<str>>,
    /// Its address, its machine-readable time, or its content.
    pub value: Option<Box<str>>,
    /// The id of what it opens and closes: a panel, a tab.
    pub controls: Option<Box<str>>,
    /// Holds text that was to be moved to another place, which has the same number.
    pub streamed: bool,
    /// Of a link that was ended inside of a block, or by the next link: the node that it ended before.
    pub link_end: usize,
}

#[derive(Debug)]
pub struct Text {
    /// Its place in the source, in bytes.
    pub start: usize,
    pub end: usize,
    /// What it says, where that is not what stands in the source.
    decoded: Option<Box<str>>,
}

impl<'a> Tree<'a> {
    pub fn source(&self) -> &'a str {
        self.source
    }

    pub fn element(&self, number: usize) -> Option<&Element> {
        match self.nodes.get(number).map(|node| &node.content) {
            Some(Content::Element(element)) => Some(element),
            _ => None,
        }
    }

    /// The number of the first node behind this one and all that it holds.
    pub fn end_of(&self, number: usize) -> usize {
        self.nodes.get(number).map_or(self.nodes.len(), |node| node.end)
    }

    /// The words of these nodes, white space as it comes, cut off behind about `most` bytes.
    pub fn text_of(&self, nodes: std::ops::Range<usize>, most: usize) -> String {
        let mut out = String::new();
        for node in self.nodes.get(nodes).unwrap_or_default() {
            if out.len() > most {
                break;
            }
            match &node.content {
                Content::Text(text) => out.push_str(self.words(text)),
                Content::Element(element) if !element.tag.is_inline() => out.push(' '),
                Content::Element(_) => {}
            }
        }
        out
    }

    pub fn words<'t>(&'t self, text: &'t Text) -> &'t str {
        match &text.decoded {
            Some(words) => words,
            None => self.source.get(text.start..text.end).unwrap_or(""),
        }
    }
}

impl Text {
    /// Whether its characters stand in the source just so.
    pub fn is_verbatim(&self) -> bool {
        self.decoded.is_none()
    }
}

/// The elements of `source`, whatever it is.
pub fn read(source: &str) -> Tree<'_> {
    let mut builder = Builder::default();
    super::tokens::read(source, &mut builder);
    builder.close_to(0);
    Tree { source, nodes: super::streamed::join(builder.nodes) }
}

/// Takes tags and text in the order of the source.
#[derive(Default)]
pub struct Builder {
    nodes: Vec<Node>,
    /// The numbers of the elements that are open, outermost first.
    open: Vec<usize>,
}

impl Builder {
    pub fn start(&mut self, element: Element) {
        let tag = element.tag;
        let is_page = matches!(tag, Tag::Body | Tag::Html);
        if is_page && self.open.iter().any(|&open| self.tag_of(open) == tag) {
            // A page pasted into another: to every browser it is the same body.
            return;
        }
        if tag.ends_paragraph() {
            self.close_innermost(Tag::Paragraph, |open| matches!(open, Tag::Cell | Tag::Table));
        }
        self.close_ended_by(tag);
        if tag == Tag::Link {
            self.end_link();
        }
        if tag == Tag::Math {
            self.name_formula();
        }
        let number = self.nodes.len();
        self.nodes.push(Node { end: number + 1, content: Content::Element(element) });
        if !matches!(tag, Tag::Void | Tag::Break | Tag::Meta) && self.open.len() < DEEPEST {
            self.open.push(number);
        }
    }

    pub fn end(&mut self, tag: Tag) {
        match tag {
            // What follows "</body>" still belongs to the page, and to whatever is open there.
            Tag::Void | Tag::Meta | Tag::Body | Tag::Html => {}
            // "</br>" is a line break to every browser.
            Tag::Break => self.start(Element { tag, ..Element::default() }),
            Tag::Link => self.end_link(),
            // A span that was struck out is one of either kind.
            Tag::Inline | Tag::Span => {
                let inner =
                    self.open.iter().rev().map(|&open| self.tag_of(open)).take_while(|open| !open.is_block());
                let inner = inner.into_iter().find(|&open| open == tag || open == Tag::Struck);
                self.close_innermost(inner.unwrap_or(tag), Tag::is_block);
            }
            // An end tag inside of a line does not end the block around it.
            _ if tag.is_inline() => {
                self.close_innermost(tag, Tag::is_block);
            }
            _ => {
                let was_open = self.close_innermost(tag, |open| open == Tag::Table && !tag.is_table_part());
                if tag == Tag::Paragraph && !was_open {
                    // "</p>" alone is an empty paragraph to every browser: it parts what stands around it.
                    self.start(Element { tag, ..Element::default() });
                    self.close_innermost(tag, |_| true);
                }
            }
        }
    }

    /// Adds text that stands in the source at `start..end`, where it says `decoded`, if that is something else.
    pub fn text(&mut self, start: usize, end: usize, decoded: Option<&str>) {
        let number = self.nodes.len();
        if let (None, Some(Node { end: last, content: Content::Text(text) })) =
            (decoded, self.nodes.last_mut())
            && *last == number
            && text.end == start
            && text.is_verbatim()
        {
            text.end = end;
            return;
        }
        let decoded = decoded.map(Box::from);
        self.nodes.push(Node { end: number + 1, content: Content::Text(Text { start, end, decoded }) });
    }

    /// Programs that draw formulas give what they stand in names of their own: "CtxtMenu".
    fn name_formula(&mut self) {
        for &open in self.open.iter().rev() {
            match self.nodes.get_mut(open).map(|node| &mut node.content) {
                Some(Content::Element(element)) if element.tag.is_inline() => {
                    element.nature = Nature::default()
                }
                _ => break,
            }
        }
    }

    fn tag_of(&self, number: usize) -> Tag {
        match self.nodes.get(number) {
            Some(Node { content: Content::Element(element), .. }) => element.tag,
            _ => Tag::Inline,
        }
    }

    /// Closes the innermost open element of this kind, with all inside of it, unless it stands behind a wall.
    /// Whether there was one.
    fn close_innermost(&mut self, tag: Tag, is_wall: impl Fn(Tag) -> bool) -> bool {
        for depth in (0..self.open.len()).rev() {
            let open = self.tag_of(self.open[depth]);
            if open == tag || matches!((open, tag), (Tag::Heading(_), Tag::Heading(_))) {
                self.close_to(depth);
                return true;
            }
            if is_wall(open) {
                return false;
            }
        }
        false
    }

    /// Ends the innermost open link: with all in it or, where a block is open inside, in the middle of that.
    fn end_link(&mut self) {
        let Some(depth) = self.open.iter().rposition(|&open| self.tag_of(open) == Tag::Link) else { return };
        let number = self.open[depth];
        if self.open[depth..].iter().any(|&open| self.tag_of(open).is_block()) {
            let end = self.nodes.len();
            if let Some(Node { content: Content::Element(element), .. }) = self.nodes.get_mut(number)
                && element.link_end == 0
            {
                element.link_end = end;
            }
        } else {
            self.close_to(depth);
        }
    }

    /// Closes the elements whose end tags may be left out before this one.
    fn close_ended_by(&mut self, tag: Tag) {
        for depth in (0..self.open.len()).rev() {
            match tag.ends(self.tag_of(self.open[depth])) {
                Ends::This => return self.close_to(depth),
                Ends::Perhaps => {}
                Ends::NoMore => return,
            }
        }
    }

    fn close_to(&mut self, depth: usize) {
        let end = self.nodes.len();
        for number in self.open.drain(depth.min(self.open.len())..) {
            if let Some(node) = self.nodes.get_mut(number) {
                node.end = end;
            }
        }
    }
}
