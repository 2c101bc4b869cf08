//! Words of an article, so that they are found again in the same article and in one that changed a little.

use analysis::Span;
use serde::{Deserialize, Serialize};

/// Characters kept on each side, to tell the same words in two places apart.
const CONTEXT: usize = 24;
/// Of long words, such as a quote of several sentences, so many characters are kept.
const LONGEST: usize = 120;

/// Words with their place and what stands beside them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Anchor {
    /// The words, or the beginning of many.
    pub words: String,
    /// The byte at which they began.
    pub start: u32,
    /// How many bytes they had, which is more than `words` has where they were cut.
    pub length: u32,
    before: String,
    after: String,
}

impl Anchor {
    /// The anchor of a span of `text`; an empty one for a span outside it.
    pub fn of(text: &str, span: Span) -> Anchor {
        let all = span.of(text);
        let words = all.char_indices().nth(LONGEST).and_then(|(cut, _)| all.get(..cut)).unwrap_or(all);
        let before = text.get(..span.start as usize).unwrap_or("");
        let after = text.get(span.start as usize + words.len()..).unwrap_or("");
        let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        Anchor {
            words: words.to_owned(),
            start: span.start,
            length: all.len() as u32,
            before: before.get(from..).unwrap_or("").to_owned(),
            after: after.chars().take(CONTEXT).collect(),
        }
    }

    /// Where the words stand in `text`: where they did, else where most of what stood beside them still does, the
    /// nearest of equals. None if the text has them no more.
    pub fn find(&self, text: &str) -> Option<Span> {
        if self.words.is_empty() {
            return None;
        }
        let here = Span { start: self.start, end: self.start.saturating_add(self.words.len() as u32) };
        if here.fits(text)
            && here.of(text) == self.words
            && self.agrees(text, here.start as usize) == self.most()
        {
            return Some(self.whole(text, here));
        }
        let best = text.match_indices(&self.words).max_by_key(|(at, _)| {
            let distance = (*at as i64 - i64::from(self.start)).abs();
            (self.agrees(text, *at), std::cmp::Reverse(distance))
        })?;
        Some(self.whole(text, Span::new(best.0, best.0 + self.words.len())))
    }

    /// How many characters on both sides of the words at `at` are those that stood there.
    fn agrees(&self, text: &str, at: usize) -> usize {
        let before = text.get(..at).unwrap_or("").chars().rev().zip(self.before.chars().rev());
        let after = text.get(at + self.words.len()..).unwrap_or("").chars().zip(self.after.chars());
        before.take_while(|(a, b)| a == b).count() + after.take_while(|(a, b)| a == b).count()
    }

    fn most(&self) -> usize {
        self.before.chars().count() + self.after.chars().count()
    }

    /// The span with the end that the uncut words had, where the text still goes on so far.
    fn whole(&self, text: &str, found: Span) -> Span {
        let long = Span { start: found.start, end: found.start.saturating_add(self.length) };
        if long.end >= found.end && long.fits(text) { long } else { found }
    }
}
