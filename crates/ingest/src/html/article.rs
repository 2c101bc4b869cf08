//! Which part of a page is its article.
//!
//! An article is where the paragraphs are: from the whole page down, the way goes into whatever holds most of
//! its running text, and ends where no part of it does. On the way, what says that it is something else
//! (navigation, comments, offers to share) is left out. This is a first heuristic, in one pass over the page;
//! it knows no site.

use std::ops::Range;

use super::tag::Tag;
use super::tree::{Content, Element, Tree};

/// Bytes of text from which on a block counts as running text.
const PARAGRAPH: usize = 80;
/// The part (of 100) of a block's text that may stand in links, if it is running text.
const LINKED: usize = 40;
/// The part (of 100) of the running text around it that a block must hold to be the article.
const MOST: usize = 70;
/// Blocks with less text than this are left out of an article where most of it is links.
const SMALL: usize = 1500;

/// Classes, ids and roles of what is no part of an article.
const OTHER: [&str; 47] = [
    "comment",
    "disqus",
    "share",
    "sharing",
    "social",
    "sidebar",
    "related",
    "recommend",
    "promo",
    "newsletter",
    "subscribe",
    "subscription",
    "signup",
    "breadcrumb",
    "navigation",
    "navbar",
    "menu",
    "footer",
    "masthead",
    "banner",
    "advert",
    "sponsor",
    "outbrain",
    "taboola",
    "cookie",
    "consent",
    "popup",
    "modal",
    "overlay",
    "toolbar",
    "pagination",
    "pager",
    "widget",
    "most-read",
    "mostread",
    "popular",
    "trending",
    "complementary",
    "contentinfo",
    "search",
    "print-only",
    "sr-only",
    "visually-hidden",
    "screen-reader",
    "skip-link",
    "author-bio",
    "tags",
];

/// Words that say that it is one after all.
const ARTICLE: [&str; 7] = ["article", "body", "content", "main", "story", "entry", "post"];

/// The parts of a page that are read.
pub struct Article {
    /// The title, where it stands before the body.
    pub title: Option<Range<usize>>,
    pub body: Range<usize>,
    left_out: Vec<bool>,
}

impl Article {
    /// Whether the element of this number, with all that it holds, is passed over.
    pub fn leaves_out(&self, number: usize) -> bool {
        self.left_out.get(number).copied().unwrap_or(false)
    }
}

/// All of a fragment but what is never read.
pub fn all(tree: &Tree) -> Article {
    let left_out = elements(tree).map(|element| element.is_some_and(is_never_read)).collect();
    Article { title: None, body: 0..tree.nodes.len(), left_out }
}

/// The article of a page; all of it where nothing looks like running text.
pub fn find(tree: &Tree) -> Article {
    let mut left_out: Vec<bool> = elements(tree)
        .map(|element| element.is_some_and(|element| is_never_read(element) || is_other(element)))
        .collect();
    let mut amounts = Amounts::of(tree, &left_out);
    if amounts.prose(0..tree.nodes.len()) == 0 {
        // Everything calls itself something else, or there are only short lines.
        left_out = all(tree).left_out;
        amounts = Amounts::of(tree, &left_out);
    }
    let body = densest(tree, &left_out, &amounts);
    leave_out_links(tree, body.clone(), &amounts, &mut left_out);
    let title = title_before(tree, &body, &left_out);
    Article { title, body, left_out }
}

fn elements<'t>(tree: &'t Tree) -> impl Iterator<Item = Option<&'t Element>> {
    tree.nodes.iter().map(|node| match &node.content {
        Content::Element(element) => Some(element),
        Content::Text(_) => None,
    })
}

fn is_never_read(element: &Element) -> bool {
    element.hidden || matches!(element.tag, Tag::Unread | Tag::Nav | Tag::Aside)
}

/// Whether an element calls itself something other than an article.
fn is_other(element: &Element) -> bool {
    match element.tag {
        Tag::Html | Tag::Body | Tag::Article | Tag::Main | Tag::Heading(_) | Tag::Paragraph => false,
        Tag::Footer => true,
        _ => {
            OTHER.iter().any(|name| element.marks.contains(name))
                && !ARTICLE.iter().any(|name| element.marks.contains(name))
        }
    }
}

/// How much text, linked text and running text stands before each node: any range's amounts are differences.
struct Amounts {
    text: Vec<usize>,
    linked: Vec<usize>,
    prose: Vec<usize>,
}

impl Amounts {
    fn of(tree: &Tree, left_out: &[bool]) -> Amounts {
        let count = tree.nodes.len();
        let mut amounts =
            Amounts { text: vec![0; count + 1], linked: vec![0; count + 1], prose: vec![0; count + 1] };
        // The node behind the last link, and behind the last element that is left out.
        let (mut link_end, mut skipped_to) = (0, 0);
        for (number, node) in tree.nodes.iter().enumerate() {
            let (mut text, mut linked) = (0, 0);
            match &node.content {
                _ if number < skipped_to => {}
                Content::Element(_) if left_out.get(number) == Some(&true) => skipped_to = node.end,
                Content::Element(element) if element.tag == Tag::Link => link_end = link_end.max(node.end),
                Content::Element(_) => {}
                Content::Text(words) => {
                    text = tree.words(words).trim().len();
                    linked = if number < link_end { text } else { 0 };
                }
            }
            amounts.text[number + 1] = amounts.text[number] + text;
            amounts.linked[number + 1] = amounts.linked[number] + linked;
        }
        amounts.add_prose(tree);
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
                    // All of it counts where it ends; a block that holds it holds that node, too.
                    self.prose[number] += text;
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

    fn text(&self, nodes: Range<usize>) -> usize {
        self.text[nodes.end] - self.text[nodes.start]
    }

    fn linked(&self, nodes: Range<usize>) -> usize {
        self.linked[nodes.end] - self.linked[nodes.start]
    }

    fn prose(&self, nodes: Range<usize>) -> usize {
        self.prose[nodes.end] - self.prose[nodes.start]
    }
}

/// From the page down into the element that holds most of its running text, as far as there is one.
fn densest(tree: &Tree, left_out: &[bool], amounts: &Amounts) -> Range<usize> {
    let mut best = 0..tree.nodes.len();
    let mut inside = best.clone();
    let mut number = inside.start;
    while number < inside.end {
        let Some(node) = tree.nodes.get(number) else { break };
        let nodes = number..node.end;
        let element = match &node.content {
            Content::Element(element) if left_out.get(number) != Some(&true) => element,
            _ => {
                number = node.end;
                continue;
            }
        };
        if amounts.prose(nodes.clone()) * 100 >= amounts.prose(best.clone()) * MOST {
            // A paragraph that holds most of the text is no article.
            if !matches!(element.tag, Tag::Paragraph | Tag::Inline | Tag::Link | Tag::Heading(_) | Tag::Quote)
            {
                best = nodes.clone();
            }
            inside = nodes;
            number += 1;
        } else {
            number = node.end;
        }
    }
    best
}

/// Leaves out the small blocks of an article that are mostly links.
fn leave_out_links(tree: &Tree, body: Range<usize>, amounts: &Amounts, left_out: &mut [bool]) {
    let mut number = body.start + 1;
    while number < body.end {
        let Some(node) = tree.nodes.get(number) else { return };
        let nodes = number..node.end;
        let is_box = matches!(&node.content, Content::Element(e) if matches!(e.tag, Tag::Block | Tag::List | Tag::Table));
        let (text, linked) = (amounts.text(nodes.clone()), amounts.linked(nodes));
        if is_box && text < SMALL && linked * 2 > text {
            left_out[number] = true;
            number = node.end;
        } else {
            number += 1;
        }
    }
}

/// The last `<h1>` before the body, if there is none in it.
fn title_before(tree: &Tree, body: &Range<usize>, left_out: &[bool]) -> Option<Range<usize>> {
    let is_title = |number: &usize| {
        matches!(tree.nodes.get(*number).map(|node| &node.content), Some(Content::Element(e)) if e.tag == Tag::Heading(1))
            && left_out.get(*number) != Some(&true)
    };
    if body.clone().any(|number| is_title(&number)) {
        return None;
    }
    let number = (0..body.start).rev().find(is_title)?;
    Some(number..tree.nodes.get(number)?.end)
}
