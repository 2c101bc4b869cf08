//! What stands inside of an article and is no part of it: links to other articles, comments, offers.

use std::ops::Range;

use super::amounts::Amounts;
use super::article::Fate;
use super::headline::Headline;
use super::nature::Nature;
use super::tag::Tag;
use super::tree::Tree;

/// Blocks with less text than this are left out of an article where most of it is links.
const SMALL: usize = 1500;
/// Bytes without a link in an item of a list that says something.
const LEAD_IN: usize = 20;
/// Bytes in which the first words of an item stand, white space included.
const INDENTED: usize = 400;
/// A teaser has at most this much text, in bytes.
const TEASER: usize = 600;
/// Bytes of running text that make no article yet.
const LITTLE: usize = 600;
/// Furniture holds at most this part (of 100) of an article's running text.
const MOST: usize = 30;

/// How headings begin, over what is no part of the article.
const OTHERS: [&str; 30] = [
    "more from",
    "more on this",
    "more in ",
    "more stories",
    "more news",
    "more articles",
    "more posts",
    "more to read",
    "related articles",
    "related stories",
    "related posts",
    "related news",
    "related content",
    "related topics",
    "related reading",
    "related links",
    "you may also",
    "you might also",
    "you may like",
    "you might like",
    "recommended",
    "read next",
    "up next",
    "read more",
    "also read",
    "don't miss",
    "don’t miss",
    "trending",
    "most read",
    "latest news",
];
/// … and over comments and offers.
const OFFERS: [&str; 20] = [
    "leave a reply",
    "leave a comment",
    "post a comment",
    "join the conversation",
    "comments",
    "share this",
    "share on",
    "about the author",
    "about author",
    "about the reviewer",
    "about the writer",
    "sign up",
    "subscribe",
    "newsletter",
    "follow us",
    "stay up to date",
    "most popular",
    "popular posts",
    "recent posts",
    "keep reading",
];

/// Leaves out of the article in `body` what is no part of it.
pub fn leave_out(
    tree: &Tree,
    body: Range<usize>,
    headline: Option<Headline>,
    amounts: &Amounts,
    fates: &mut [Fate],
) {
    let mut furniture =
        Furniture { tree, whole: amounts.prose(body.clone()), body, headline, amounts, fates };
    furniture.galleries();
    furniture.links();
    furniture.teasers();
    furniture.under_headings();
}

struct Furniture<'a, 's> {
    tree: &'a Tree<'s>,
    body: Range<usize>,
    headline: Option<Headline>,
    amounts: &'a Amounts,
    /// The article's running text.
    whole: usize,
    fates: &'a mut [Fate],
}

impl Furniture<'_, '_> {
    /// Rows of pictures beside the article, each counted: "3/50", and with a caption that tells another story.
    fn galleries(&mut self) {
        let mut number = self.body.start + 1;
        while number < self.body.end {
            let nodes = number..self.tree.end_of(number);
            let is_list = self.tree.element(number).is_some_and(|element| element.tag == Tag::List);
            if is_list && self.fates[number] == Fate::In && self.is_counted(nodes.clone()) {
                self.fates[number] = Fate::Others;
            }
            number = if self.fates[number] == Fate::In { number + 1 } else { nodes.end };
        }
    }

    /// Whether most items of a list are counted with the same total.
    fn is_counted(&self, list: Range<usize>) -> bool {
        let (mut items, mut counted, mut total) = (0, 0, String::new());
        let mut item = list.start + 1;
        while item < list.end {
            let inside = item..self.tree.end_of(item);
            if self.tree.element(item).is_some_and(|element| element.tag == Tag::Item) {
                // Behind the spaces that the source is indented by; pictures without words stand between.
                let words = self.tree.text_of(inside.clone(), INDENTED);
                items += usize::from(!words.trim().is_empty());
                let count = words.split_whitespace().next().and_then(|word| word.split_once('/'));
                let is_number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
                if let Some((_, all)) = count.filter(|(at, all)| is_number(at) && is_number(all)) {
                    counted += usize::from(total.is_empty() || total == all);
                    total = all.to_owned();
                }
            }
            item = inside.end;
        }
        items >= 4 && counted * 3 >= items * 2
    }

    /// Small boxes that are mostly links.
    fn links(&mut self) {
        let mut number = self.body.start + 1;
        // A list inside of one that reads on belongs to it.
        let mut read_to = 0;
        while number < self.body.end {
            let nodes = number..self.tree.end_of(number);
            let is_box = self.tree.element(number).is_some_and(|element| {
                matches!(element.tag, Tag::Block | Tag::List | Tag::Table | Tag::Article | Tag::Header)
                    && !element.nature.is(Nature::BYLINE)
                    && !element.nature.is(Nature::NOTES)
                    && !element.nature.is(Nature::FACTS)
            });
            let (text, linked) = (self.amounts.text(nodes.clone()), self.amounts.linked(nodes.clone()));
            if self.is_list_of_sentences(nodes.clone()) {
                read_to = read_to.max(nodes.end);
            }
            let reads = || number < read_to || self.is_announced(number);
            if is_box && text < SMALL && linked * 2 > text && self.may_go(nodes.clone()) && !reads() {
                self.fates[number] = Fate::Others;
            }
            number = if self.fates[number] == Fate::In { number + 1 } else { nodes.end };
        }
    }

    /// Whether the paragraph before a list says what follows in it: "The jury praised two books:", "These are the winners."
    fn is_announced(&self, list: usize) -> bool {
        /// Words of such a paragraph, at least.
        const LEAST: usize = 4;
        if !self.tree.element(list).is_some_and(|element| element.tag == Tag::List) {
            return false;
        }
        let mut before = (self.body.start + 1..list).rev();
        let last = before.find(|&at| {
            self.tree.element(at).is_some_and(|e| e.tag.is_block())
                && self.amounts.text(at..self.tree.end_of(at)) > 0
        });
        let Some(paragraph) = last.filter(|&at| self.fates[at] == Fate::In && self.tree.end_of(at) <= list)
        else {
            return false;
        };
        let is_text = self.tree.element(paragraph).is_some_and(|element| element.tag == Tag::Paragraph);
        let words = self.tree.text_of(paragraph..self.tree.end_of(paragraph), INDENTED);
        let words = words.trim().to_lowercase();
        let opens = ["these are ", "here are ", "they are ", "the following "];
        let last = words.trim_end_matches(|c: char| c != '.' && c != ':').rsplit(". ").next().unwrap_or("");
        is_text
            && words.split_whitespace().count() >= LEAST
            && !OTHERS.iter().any(|opening| words.starts_with(opening))
            && (words.ends_with(':') || opens.iter().any(|opens| last.starts_with(opens)))
    }

    /// Whether this is a list whose items begin as sentences do, and link somewhere further on.
    fn is_list_of_sentences(&self, nodes: Range<usize>) -> bool {
        if !self.tree.element(nodes.start).is_some_and(|element| element.tag == Tag::List) {
            return false;
        }
        let (mut items, mut sentences) = (0, 0);
        let mut next = nodes.start + 1;
        while next < nodes.end {
            let item = next;
            next = self.tree.end_of(item);
            if !self.tree.element(item).is_some_and(|element| element.tag == Tag::Item) {
                continue;
            }
            let inside = item..next;
            let link = inside.clone().find(|&at| self.tree.element(at).is_some_and(|e| e.tag == Tag::Link));
            let before = self.tree.text_of(item..link.unwrap_or(inside.end), LEAD_IN);
            let letters = before.chars().filter(|c| c.is_alphabetic()).count();
            items += 1;
            sentences += usize::from(letters >= LEAD_IN / 4);
        }
        let unlinked = self.amounts.text(nodes.clone()) - self.amounts.linked(nodes);
        sentences * 2 > items && unlinked >= items * LEAD_IN
    }

    /// Whether nothing that the article needs stands there.
    fn may_go(&self, nodes: Range<usize>) -> bool {
        let holds_headline = self.headline.is_some_and(|headline| nodes.contains(&headline.number));
        // Where there is next to no running text, cards are what the page is about.
        let is_all = self.whole < LITTLE
            && self.amounts.text(nodes.clone()) * 2 > self.amounts.text(self.body.clone());
        !holds_headline && !is_all && self.amounts.prose(nodes) * 100 <= self.whole * MOST
    }

    /// Rows of boxes, each with a heading that leads away and a line or two.
    fn teasers(&mut self) {
        for number in self.body.start + 1..self.body.end {
            let nodes = number..self.tree.end_of(number);
            let is_box = self
                .tree
                .element(number)
                .is_some_and(|element| element.tag.is_box() || element.tag == Tag::List);
            if !is_box
                || self.fates[number] != Fate::In
                || self.amounts.teasers(nodes.clone()) < 2
                || !self.may_go(nodes.clone())
            {
                continue;
            }
            let (mut cards, mut in_cards) = (0, 0);
            let mut child = number + 1;
            while child < nodes.end {
                let card = child..self.tree.end_of(child);
                let text = self.amounts.text(card.clone());
                if self.amounts.teasers(card.clone()) == 1 && text <= TEASER && text > 0 {
                    cards += 1;
                    in_cards += text;
                }
                child = card.end;
            }
            if cards >= 2 && in_cards * 100 >= self.amounts.text(nodes) * 70 {
                self.fates[number] = Fate::Others;
            }
        }
    }

    /// What stands under "Related stories", "Leave a comment" and the like, with that heading.
    fn under_headings(&mut self) {
        let mut parents: Vec<usize> = Vec::new();
        let mut number = self.body.start;
        while number < self.body.end {
            while parents.last().is_some_and(|&parent| self.tree.end_of(parent) <= number) {
                parents.pop();
            }
            let end = self.tree.end_of(number);
            let Some(element) = self.tree.element(number) else {
                number += 1;
                continue;
            };
            if self.fates[number] != Fate::In {
                number = end;
                continue;
            }
            if let Tag::Heading(level) = element.tag {
                let parent = parents.last().copied().unwrap_or(self.body.start);
                if let Some(fate) = self.announces(number..end) {
                    self.leave_out_under(number, level, parent, fate);
                }
                number = end;
                continue;
            }
            parents.push(number);
            number += 1;
        }
    }

    fn announces(&self, heading: Range<usize>) -> Option<Fate> {
        if self.headline.is_some_and(|headline| headline.number == heading.start) {
            return None;
        }
        let words = self.tree.text_of(heading, 80).to_lowercase();
        let words = words.trim();
        let counted = words.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
        if OTHERS.iter().any(|opening| words.starts_with(opening)) {
            Some(Fate::Others)
        } else if OFFERS.iter().any(|opening| counted.starts_with(opening)) {
            Some(if counted.contains("comment") || counted.contains("reply") {
                Fate::Comments
            } else {
                Fate::Furniture
            })
        } else {
            None
        }
    }

    fn leave_out_under(&mut self, heading: usize, level: u8, parent: usize, fate: Fate) {
        let around = parent..self.tree.end_of(parent);
        let is_first = self.amounts.text(around.start..heading) == 0;
        if is_first && parent > self.body.start && self.may_go(around.clone()) {
            self.fates[parent] = fate;
            return;
        }
        // Up to the next heading of this level, or the end of the box.
        let mut end = self.tree.end_of(heading);
        while end < around.end {
            if self.tree.element(end).is_some_and(|e| matches!(e.tag, Tag::Heading(other) if other <= level))
            {
                break;
            }
            end = self.tree.end_of(end);
        }
        let under = heading..end;
        let (text, linked) = (self.amounts.text(under.clone()), self.amounts.linked(under.clone()));
        // A section of the article may bear such a name, too: it has no links, or much text.
        let leads_away = linked * 100 >= text * 30 || fate == Fate::Comments;
        if !self.may_go(under.clone()) || !leads_away && self.amounts.prose(under.clone()) > 0 {
            return;
        }
        let mut number = under.start;
        while number < under.end {
            if self.tree.element(number).is_some() {
                self.fates[number] = fate;
            }
            number = self.tree.end_of(number);
        }
    }
}
