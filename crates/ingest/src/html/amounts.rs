//! How much text, linked text and running text stands in any part of a page.

use std::ops::Range;

use super::tag::Tag;
use super::tree::{Content, Tree};

/// Bytes of text from which on a block counts as running text.
const PARAGRAPH: usize = 80;
/// The part (of 100) of a block's text that may stand in links, if it is running text.
const LINKED: usize = 40;
/// A link with more text than this was left open: nobody writes such links.
const LONGEST_LINK: usize = 600;

/// Counts before each node, so that any range's amounts are differences.
pub struct Amounts {
    text: Vec<usize>,
    linked: Vec<usize>,
    prose: Vec<usize>,
    quotes: Vec<usize>,
    /// Headings that are links.
    teasers: Vec<usize>,
}

impl Amounts {
    /// Of all nodes but those that `is_out` says are left out, with all that they hold.
    pub fn of(tree: &Tree, is_out: impl Fn(usize) -> bool) -> Amounts {
        let count = tree.nodes.len();
        let mut amounts = Amounts {
            text: Vec::with_capacity(count + 1),
            linked: Vec::with_capacity(count + 1),
            prose: vec![0; count + 1],
            quotes: Vec::with_capacity(count + 1),
            teasers: vec![0; count + 1],
        };
        // The node behind the last link, and behind the last element that is left out.
        let (mut link_end, mut skipped_to) = (0, 0);
        let (mut text, mut linked, mut quotes) = (0, 0, 0);
        for (number, node) in tree.nodes.iter().enumerate() {
            amounts.text.push(text);
            amounts.linked.push(linked);
            amounts.quotes.push(quotes);
            match &node.content {
                _ if number < skipped_to => {}
                Content::Element(_) if is_out(number) => skipped_to = node.end,
                Content::Element(element) if element.tag == Tag::Link && element.value.is_some() => {
                    let end = if element.link_end > 0 { element.link_end } else { node.end };
                    if is_short(tree, number..end) {
                        link_end = link_end.max(end);
                    }
                }
                Content::Element(element) => quotes += usize::from(element.tag == Tag::Quote),
                Content::Text(words) => {
                    let length = tree.words(words).trim().len();
                    text += length;
                    linked += if number < link_end { length } else { 0 };
                }
            }
        }
        amounts.text.push(text);
        amounts.linked.push(linked);
        amounts.quotes.push(quotes);
        amounts.add_prose(tree);
        amounts.add_teasers(tree);
        amounts
    }

    /// The running text: runs of text and of parts of lines, between one block's edge and the next.
    fn add_prose(&mut self, tree: &Tree) {
        let mut start = 0;
        let mut ends: Vec<usize> = Vec::new();
        for number in 0..=tree.nodes.len() {
            let closes = ends.last().is_some_and(|&end| end <= number);
            let opens = tree.nodes.get(number).is_none_or(
                |node| matches!(&node.content, Content::Element(element) if element.tag.is_block() || element.tag == Tag::Cell),
            );
            if closes || opens {
                let (text, linked) = (self.text(start..number), self.linked(start..number));
                if text >= PARAGRAPH && linked * 100 <= text * LINKED {
                    // All of it counts where its first text is: a block that holds it holds that, too.
                    let first = (start..number).find(|&at| self.text(at..at + 1) > 0).unwrap_or(start);
                    self.prose[first + 1] += text;
                }
                start = number;
            }
            while ends.last().is_some_and(|&end| end <= number) {
                ends.pop();
            }
            if opens && let Some(node) = tree.nodes.get(number) {
                ends.push(node.end);
            }
        }
        for number in 1..self.prose.len() {
            self.prose[number] += self.prose[number - 1];
        }
    }

    fn add_teasers(&mut self, tree: &Tree) {
        for (number, node) in tree.nodes.iter().enumerate() {
            let is_heading = matches!(&node.content, Content::Element(e) if matches!(e.tag, Tag::Heading(_)));
            let (text, linked) = (self.text(number..node.end), self.linked(number..node.end));
            let around = is_heading && text > 0 && linked * 10 >= text * 8;
            self.teasers[number + 1] = self.teasers[number] + usize::from(around);
        }
    }

    pub fn text(&self, nodes: Range<usize>) -> usize {
        difference(&self.text, nodes)
    }

    pub fn linked(&self, nodes: Range<usize>) -> usize {
        difference(&self.linked, nodes)
    }

    pub fn prose(&self, nodes: Range<usize>) -> usize {
        difference(&self.prose, nodes)
    }

    pub fn quotes(&self, nodes: Range<usize>) -> usize {
        difference(&self.quotes, nodes)
    }

    pub fn teasers(&self, nodes: Range<usize>) -> usize {
        difference(&self.teasers, nodes)
    }
}

fn difference(counts: &[usize], nodes: Range<usize>) -> usize {
    let at = |number: usize| counts.get(number).or(counts.last()).copied().unwrap_or(0);
    at(nodes.end).saturating_sub(at(nodes.start))
}

/// Whether there is no more there than a link has: some text, in one paragraph.
fn is_short(tree: &Tree, nodes: Range<usize>) -> bool {
    let (mut length, mut paragraphs) = (0, 0);
    for node in tree.nodes.get(nodes).unwrap_or_default() {
        match &node.content {
            Content::Text(text) => length += text.end - text.start,
            Content::Element(element) => paragraphs += usize::from(element.tag == Tag::Paragraph),
        }
        if length > LONGEST_LINK || paragraphs > 1 {
            return false;
        }
    }
    true
}
