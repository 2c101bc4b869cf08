//! Which heading of a page is the headline of its article, and not the name of the site.

use super::head::Head;
use super::nature::Nature;
use super::tag::Tag;
use super::tree::{Content, Tree};

/// Characters that a headline has at most.
const LONGEST: usize = 300;
/// Letters that a heading and a title share at least, if one is only a part of the other.
const SHORTEST_PART: usize = 12;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Headline {
    pub number: usize,
    /// A title of the page says the same.
    pub is_certain: bool,
    /// It stands in what is hidden, or in a window before the page.
    pub is_aside: bool,
}

/// The headline, among the headings that `is_out` does not leave out.
pub fn find(tree: &Tree, head: &Head, is_out: impl Fn(usize) -> bool) -> Option<Headline> {
    let titles: Vec<String> = head.titles.iter().map(|title| letters(title)).collect();
    let site = head.stated.site.as_deref().map(letters);
    let mut best: Option<(i32, usize, bool, bool)> = None;
    let mut firsts = 0;
    // The end of what belongs to the site, and of what is left out.
    let (mut site_end, mut number) = (0, 0);
    // The end of what nobody sees, or of a window before the page: it may repeat the headline.
    let mut aside_end = 0;
    while let Some(node) = tree.nodes.get(number) {
        let Content::Element(element) = &node.content else {
            number += 1;
            continue;
        };
        if is_out(number) {
            number = node.end;
            continue;
        }
        if element.hidden || element.nature.is(Nature::DIALOG) {
            aside_end = aside_end.max(node.end);
        }
        if element.nature.is(Nature::SITE) {
            site_end = site_end.max(node.end);
        }
        if let Tag::Heading(level @ 1..=3) = element.tag {
            let words = letters(&tree.text_of(number..node.end, LONGEST));
            let mut score = match level {
                1 => 30,
                2 => 5,
                _ => 0,
            };
            if titles.contains(&words) {
                score += 100;
            } else if titles.iter().any(|title| shares(title, &words)) {
                score += 50;
            }
            // A link home in the head of the page is the site's name, though the page has no other title.
            if number < site_end || site.as_ref() == Some(&words) || leads_home(tree, number..node.end) {
                score -= 90;
            }
            let is_certain = score >= 50;
            if number < aside_end {
                score -= 20;
            }
            firsts += usize::from(level == 1 && !words.is_empty() && score > 0);
            if !words.is_empty() && best.is_none_or(|(most, ..)| most < score) {
                best = Some((score, number, is_certain, number < aside_end));
            }
        }
        number += 1;
    }
    let (score, number, is_certain, is_aside) = best?;
    (is_certain || score >= 30 && firsts == 1).then_some(Headline { number, is_certain, is_aside })
}

/// Whether a heading is a link to the site's first page.
fn leads_home(tree: &Tree, heading: std::ops::Range<usize>) -> bool {
    heading.filter_map(|number| tree.element(number)).filter(|element| element.tag == Tag::Link).any(|link| {
        let address = link.value.as_deref().unwrap_or("");
        let path = address
            .split_once("://")
            .map_or(address, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
        matches!(
            path.split(['?', '#']).next(),
            Some("/" | "./" | "/index.html" | "/index.php" | "index.html")
        )
    })
}

/// Letters and digits alone, in small letters.
fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(LONGEST).collect()
}

fn shares(title: &str, words: &str) -> bool {
    let short = title.len().min(words.len());
    short >= SHORTEST_PART && (title.contains(words) || words.contains(title))
}
