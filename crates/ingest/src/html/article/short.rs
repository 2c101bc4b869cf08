//! The article of a page on which no paragraph is long enough to be running text: interviews, briefs, lists.

use std::ops::Range;

use super::super::amounts::Amounts;
use super::super::nature::Nature;
use super::super::tag::Tag;
use super::{Fate, LINE, MOST, Page};

impl Page<'_, '_> {
    /// Where no paragraph is long enough to tell: the smallest box of an article that holds most of the page's words.
    pub(super) fn largest_box(&self, amounts: &Amounts, fates: &[Fate]) -> Option<usize> {
        let unlinked = |nodes: Range<usize>| amounts.text(nodes.clone()) - amounts.linked(nodes);
        let all = unlinked(0..self.tree.nodes.len());
        let mut found = None;
        for (number, &fate) in fates.iter().enumerate() {
            let is_box = self.tree.element(number).is_some_and(|element| {
                matches!(element.tag, Tag::Article | Tag::Main) || element.nature.is(Nature::BODY)
            });
            if is_box
                && all > 0
                && fate == Fate::In
                && unlinked(number..self.tree.end_of(number)) * 100 >= all * MOST
            {
                found = Some(number);
            }
        }
        found
    }

    /// Where nothing says what the article is: a few words in a box before its headline are the site's. A line of
    /// their own with a paragraph's tag or a name, such as a kicker, is the article's; so is all that is more than a
    /// few words.
    pub(super) fn leave_out_before_headline(&self, amounts: &Amounts, fates: &mut [Fate]) {
        let Some(headline) = self.headline.map(|headline| headline.number) else { return };
        let (mut number, mut text) = (0, 0);
        let mut found = Vec::new();
        while number < headline {
            let nodes = number..self.tree.end_of(number);
            let is_strays = self.tree.element(number).is_some_and(|element| {
                let is_line =
                    matches!(element.tag, Tag::Paragraph | Tag::Heading(_) | Tag::Quote | Tag::Time);
                let named = [Nature::BYLINE, Nature::LEAD, Nature::DATE];
                element.tag.is_block() && !is_line && !named.into_iter().any(|name| element.nature.is(name))
            });
            let words = amounts.text(nodes.clone());
            if nodes.end > headline || !is_strays || fates[number] != Fate::In {
                number = if nodes.end > headline { number + 1 } else { nodes.end };
                continue;
            }
            text += words;
            found.push(number);
            number = nodes.end;
        }
        if text < LINE && text * 4 <= amounts.text(0..self.tree.nodes.len()) {
            found.into_iter().for_each(|number| fates[number] = Fate::Furniture);
        }
    }
}
