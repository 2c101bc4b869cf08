//! XML, read by the tokenizer that reads HTML: nothing is ever fetched, entities of a document's own are not read,
//! and what is broken is read as far as it goes.

use std::borrow::Cow;
use std::convert::Infallible;

use html5gum::emitters::Emitter;
use html5gum::{State, Tokenizer};

use crate::draft::{Draft, Hint};

/// Elements deeper than this belong to the one at this depth.
const DEEPEST: usize = 200;
/// Bytes of an attribute's value that are kept.
const LONGEST_VALUE: usize = 1000;

/// The elements of a document in one list; what an element holds stands right behind it.
pub struct Xml {
    pub nodes: Vec<Node>,
}

pub struct Node {
    /// The number of the first node behind this one and all that it holds.
    pub end: usize,
    pub content: Content,
}

pub enum Content {
    Element(Element),
    Text { words: String, at: usize },
}

#[derive(Default)]
pub struct Element {
    /// In small letters, with its prefix.
    pub name: String,
    attributes: Vec<(String, String)>,
    /// Where in the source its content begins and ends.
    pub inside: std::ops::Range<usize>,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Its name without the prefix.
    pub fn local(&self) -> &str {
        self.name.rsplit(':').next().unwrap_or(&self.name)
    }
}

impl Xml {
    pub fn read(source: &str) -> Xml {
        let odd = ['\r', '\0'];
        let source =
            if source.contains(odd) { Cow::from(source.replace(odd, " ")) } else { Cow::from(source) };
        let mut xml = Xml { nodes: Vec::new() };
        let emitter = Reader {
            source: source.as_bytes(),
            xml: &mut xml,
            open: Vec::new(),
            at: 0,
            is_start: false,
            is_closed: false,
            after_tag: false,
            cut: Vec::new(),
            element: Element::default(),
            attribute: None,
        };
        let Ok(()) = Tokenizer::new_with_emitter(source.as_ref(), emitter).finish();
        let count = xml.nodes.len();
        // What was never ended ends with the document.
        for node in &mut xml.nodes {
            if node.end == usize::MAX {
                node.end = count;
                if let Content::Element(element) = &mut node.content {
                    element.inside.end = source.len();
                }
            }
        }
        xml
    }

    pub fn element(&self, number: usize) -> Option<&Element> {
        match self.nodes.get(number).map(|node| &node.content) {
            Some(Content::Element(element)) => Some(element),
            _ => None,
        }
    }

    pub fn all(&self) -> std::ops::Range<usize> {
        0..self.nodes.len()
    }

    /// What stands inside of an element.
    pub fn inside(&self, number: usize) -> std::ops::Range<usize> {
        number + 1..self.nodes.get(number).map_or(number + 1, |node| node.end)
    }

    /// The elements of this local name there, wherever they stand.
    pub fn named<'x>(
        &'x self,
        nodes: std::ops::Range<usize>,
        name: &'x str,
    ) -> impl Iterator<Item = usize> + 'x {
        nodes.filter(move |&number| self.element(number).is_some_and(|element| element.local() == name))
    }

    pub fn first(&self, nodes: std::ops::Range<usize>, name: &str) -> Option<usize> {
        self.named(nodes, name).next()
    }

    /// The words of the first element of one of these local names.
    pub fn words(&self, nodes: std::ops::Range<usize>, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| {
            let number = self.first(nodes.clone(), name)?;
            crate::stated::words(&self.text(number))
        })
    }

    /// All the text inside of an element.
    pub fn text(&self, number: usize) -> String {
        let nodes = self.nodes.get(self.inside(number)).unwrap_or_default();
        nodes
            .iter()
            .filter_map(|node| match &node.content {
                Content::Text { words, .. } => Some(words.as_str()),
                Content::Element(_) => None,
            })
            .collect()
    }

    /// Writes the text inside of an element as one piece.
    pub fn write(&self, number: usize, hint: Hint, draft: &mut Draft) {
        for node in self.nodes.get(self.inside(number)).unwrap_or_default() {
            if let Content::Text { words, at } = &node.content {
                draft.copy(words, *at);
            }
        }
        draft.end(hint);
    }
}

struct Reader<'a> {
    source: &'a [u8],
    xml: &'a mut Xml,
    open: Vec<usize>,
    at: usize,
    is_start: bool,
    is_closed: bool,
    /// The text before is another element's.
    after_tag: bool,
    /// The first bytes of a character, whose others come with the next string.
    cut: Vec<u8>,
    element: Element,
    attribute: Option<(Vec<u8>, Vec<u8>)>,
}

impl Reader<'_> {
    fn end_attribute(&mut self) {
        if let Some((name, value)) = self.attribute.take() {
            let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
            self.element.attributes.push((text(name), text(value)));
        }
    }

    fn close_to(&mut self, depth: usize) {
        let before = self.source.get(..self.at).unwrap_or(self.source);
        let closed = before.iter().rposition(|&byte| byte == b'<').unwrap_or(before.len());
        let end = self.xml.nodes.len();
        for number in self.open.drain(depth..) {
            if let Some(node) = self.xml.nodes.get_mut(number) {
                node.end = end;
                if let Content::Element(element) = &mut node.content {
                    element.inside.end = closed.max(element.inside.start);
                }
            }
        }
    }
}

impl Emitter for Reader<'_> {
    type Token = Infallible;

    fn move_position(&mut self, offset: isize) {
        self.at = self.at.saturating_add_signed(offset);
    }

    fn emit_string(&mut self, bytes: &[u8]) {
        let mut bytes = bytes;
        let joined;
        if !self.cut.is_empty() {
            self.cut.extend_from_slice(bytes);
            joined = std::mem::take(&mut self.cut);
            bytes = &joined;
        }
        // The tokenizer may part a character behind a reference: "&gt;“".
        if let Err(fault) = std::str::from_utf8(bytes)
            && fault.error_len().is_none()
        {
            let (whole, cut) = bytes.split_at(fault.valid_up_to());
            self.cut = cut.to_vec();
            bytes = whole;
        }
        if bytes.is_empty() {
            return;
        }
        let words = String::from_utf8_lossy(bytes);
        let number = self.xml.nodes.len();
        if let Some(Node { end, content: Content::Text { words: last, .. } }) = self.xml.nodes.last_mut()
            && *end == number
            && !self.after_tag
        {
            last.push_str(&words);
            return;
        }
        self.after_tag = false;
        let at = self.at.saturating_sub(bytes.len());
        self.xml
            .nodes
            .push(Node { end: number + 1, content: Content::Text { words: words.into_owned(), at } });
    }

    fn init_start_tag(&mut self) {
        self.element = Element::default();
        (self.is_start, self.is_closed) = (true, false);
    }

    fn init_end_tag(&mut self) {
        self.element = Element::default();
        (self.is_start, self.is_closed) = (false, false);
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.element.name.push_str(&String::from_utf8_lossy(name));
    }

    fn init_attribute(&mut self) {
        self.end_attribute();
        self.attribute = Some((Vec::new(), Vec::new()));
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        if let Some((known, _)) = &mut self.attribute {
            known.extend(name.iter().take(LONGEST_VALUE.saturating_sub(known.len())));
        }
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        if let Some((_, known)) = &mut self.attribute {
            known.extend(value.iter().take(LONGEST_VALUE.saturating_sub(known.len())));
        }
    }

    fn set_self_closing(&mut self) {
        self.is_closed = true;
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_attribute();
        self.cut.clear();
        self.after_tag = true;
        if self.is_start {
            let number = self.xml.nodes.len();
            let mut element = std::mem::take(&mut self.element);
            element.inside = self.at..self.at;
            let is_open = !self.is_closed && self.open.len() < DEEPEST;
            let end = if is_open { usize::MAX } else { number + 1 };
            self.xml.nodes.push(Node { end, content: Content::Element(element) });
            if is_open {
                self.open.push(number);
            }
        } else if let Some(depth) = self
            .open
            .iter()
            .rposition(|&open| self.xml.element(open).is_some_and(|e| e.name == self.element.name))
        {
            self.close_to(depth);
        }
        None
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        // Sections of character data are text.
        true
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        false
    }

    fn emit_current_comment(&mut self) {}
    fn emit_current_doctype(&mut self) {}
    fn set_last_start_tag(&mut self, _: Option<&[u8]>) {}

    crate::emitter::makes_nothing_of_the_rest!();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_text_and_their_places() {
        let source = "<?xml version='1.0'?><a x='1'><b/>one<c:d>t&amp;wo</c:d><![CDATA[<p>]]></a>";
        let xml = Xml::read(source);
        let a = xml.first(xml.all(), "a").unwrap();
        assert_eq!(xml.element(a).unwrap().attribute("x"), Some("1"));
        assert_eq!(xml.text(a), "onet&wo<p>");
        let d = xml.element(xml.first(xml.all(), "d").unwrap()).unwrap();
        assert_eq!(&source[d.inside.clone()], "t&amp;wo");
        assert!(xml.inside(xml.first(xml.all(), "b").unwrap()).is_empty());
    }

    #[test]
    fn a_character_behind_a_reference_is_whole() {
        for words in ["&gt;“No”", "&amp;é&lt;…", "<b/>“&#8212;”–", "<![CDATA[“]]>”"] {
            let xml = Xml::read(&format!("<a>{words}</a>"));
            let text = xml.text(xml.first(xml.all(), "a").unwrap());
            assert!(!text.contains('\u{fffd}') && !text.is_ascii(), "{text}");
        }
    }

    #[test]
    fn broken_deep_and_malicious_documents_end() {
        for source in [
            "<a>".repeat(100_000),
            "</a>".repeat(100_000),
            "<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><x>&c;</x>".to_owned(),
            "<a b='".to_owned(),
            "<![CDATA[".repeat(1000),
        ] {
            let xml = Xml::read(&source);
            assert!(xml.nodes.iter().all(|node| node.end <= xml.nodes.len()));
        }
    }
}
