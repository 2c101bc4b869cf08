//! The last places where a page keeps its article: data for search engines, and what it shows without scripts.

use super::article::Article;
use super::head::Head;
use super::tag::Tag;
use super::tree::{Content, Tree};
use crate::draft::{Draft, Hint};

/// Bytes of text below which a place holds no article.
const SHORT: usize = 200;
/// The data is read where it is so many times as long as what is seen: a page that shows the start alone.
const TIMES: usize = 3;

/// Reads the article from where it does not stand in sight, if it does not stand there.
pub fn read_instead(tree: &Tree, head: &Head, article: &Article, offset: usize, draft: &mut Draft) -> bool {
    let seen = text_in(tree, article);
    if let Some(body) = head.body {
        let length = body.chars().count();
        if length >= SHORT && length >= TIMES * seen {
            if let Some(title) = &head.stated.title {
                title.chars().for_each(|c| draft.char(c, offset, 0));
                draft.end(Hint::Title);
            }
            write_data(body, offset, draft);
            draft.about.note(
                "from-data",
                "This page shows no article, or only its start; it was read from the data that the page holds for search engines.",
            );
            return true;
        }
    }
    seen < SHORT && read_noscript(tree, seen, offset, draft)
}

fn text_in(tree: &Tree, article: &Article) -> usize {
    let mut length = 0;
    for part in &article.parts {
        let mut number = part.start;
        while let Some(node) = tree.nodes.get(number).filter(|_| number < part.end) {
            if let Content::Text(text) = &node.content {
                length += tree.words(text).trim().chars().count();
            }
            number = if article.leaves_out(number) { node.end } else { number + 1 };
        }
    }
    length
}

/// Writes down data: its lines are paragraphs; tags in it are tags.
pub fn write_data(body: crate::json::Text, offset: usize, draft: &mut Draft) {
    let words = body.string();
    if words.contains("</") || words.contains("&lt;/") {
        let words = if words.contains("</") { words } else { crate::stated::entities(&words) };
        // The places inside are those of the whole.
        super::read_part(&words, offset, draft);
        return;
    }
    write_lines(body, offset, draft);
    draft.end(Hint::Text);
}

/// Writes down data without tags, and leaves its last line open.
pub fn write_lines(body: crate::json::Text, offset: usize, draft: &mut Draft) {
    let mut skip = 0;
    let characters: Vec<_> = body.chars().collect();
    for (i, &(c, at, length)) in characters.iter().enumerate() {
        if skip > 0 {
            skip -= 1;
        } else if c == '\n' {
            draft.end(Hint::Text);
        } else if c == '&'
            && let Some((c, taken)) = reference(&characters, i)
        {
            draft.char(c, offset + at, length);
            skip = taken - 1;
        } else {
            draft.char(c, offset + at, length);
        }
    }
}

/// The character that a reference in the data stands for, and the reference's length in characters.
fn reference(characters: &[(char, usize, usize)], from: usize) -> Option<(char, usize)> {
    let written: String = characters.get(from..)?.iter().take(12).map(|(c, ..)| *c).collect();
    crate::stated::entity(&written)
}

/// Reads what the page shows to browsers without scripts, if that is more than a request to turn them on.
fn read_noscript(tree: &Tree, seen: usize, offset: usize, draft: &mut Draft) -> bool {
    let longest = tree.nodes.iter().enumerate().filter_map(|(number, node)| {
        let Content::Element(element) = &node.content else { return None };
        let Content::Text(text) = &tree.nodes.get(number + 1)?.content else { return None };
        (element.tag == Tag::Noscript && node.end > number + 1).then_some(text)
    });
    let Some(text) = longest.max_by_key(|text| text.end - text.start) else { return false };
    let inner = tree.words(text);
    let mut trial = Draft::default();
    super::read_part(inner, 0, &mut trial);
    if trial.len() < SHORT || trial.len() < TIMES * seen {
        return false;
    }
    super::read_page_at(inner, offset + text.start, draft);
    true
}
