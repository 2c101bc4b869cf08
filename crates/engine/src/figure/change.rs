//! Whether a figure is what something rose or fell by, and the word that says so.
//!
//! "rose 18%" and "cut its rate by 25 basis points" are changes; "rose to 5%" is a level, "raised $30 million" money
//! that came in, "did not rise 5%" no change at all.

use std::ops::Range;

use analysis::{Change, FigureKind};

use super::Words;
use crate::syntax::tag::{Tag, Upos};
use crate::token::TokenKind;
use crate::word_class::{Classes, WordClass};

/// Words between a word of change and its figure at most: "rose by nearly 18%".
const FURTHEST: usize = 6;
/// Words between a verb and the "by" of its change at most: "raised the reward for the lost dog by $5".
const FURTHEST_BY: usize = 12;

/// The parts of [`WordClass::FigureSense`] that tell a way in space from the change of a level.
const MOVES: u64 = 8;
const LEVEL: u64 = 16;

pub(super) struct Told {
    /// The words that tell it, on either side of the figure.
    pub cue: Range<usize>,
    /// None where the verb leads to a level ("rose to 5%"), not a difference, or where it is denied.
    pub direction: Option<Change>,
}

impl Words<'_, '_> {
    pub(super) fn change(&self) -> Option<Told> {
        self.told_after().or_else(|| self.told_before())
    }

    /// "rose 18%", "up by some 18%", "fell to 5%", "an increase of 18%".
    fn told_before(&self) -> Option<Told> {
        let mut level = false;
        let mut by = false;
        // Whether only words that may stand within the amount have been passed.
        let mut near = true;
        let from = self.sentence.start;
        for (steps, at) in (from..self.figure.start).rev().enumerate() {
            let doc = self.doc;
            let word = self.normal(at);
            let classes = doc.lexeme(at).classes;
            let inside = by && !level && steps < FURTHEST_BY;
            // "higher than 8,000 metres" compares.
            if self.normal(at + 1) == "than" && matches!(doc.syntax.tag(at).upos(), Upos::ADJ | Upos::ADV) {
                return None;
            }
            if let Some((change, bare)) = self.word_of_change(at, near) {
                let direct = !by && !level;
                // "up to 5,000" says how many at most; "lost 30 pounds", "raised $30 million" whose they are.
                let hedge =
                    classes.has(WordClass::GoesUp) && word == "up" && level && self.normal(at + 1) == "to";
                if hedge && steps <= 2 && !self.is_adverb_of_change(at) {
                    return None;
                }
                // "picked up 300 dollars", "made up 41% of the vote"
                let bare = bare && !self.is_got(at);
                let kept = bare || by || level || direct && self.is_relative();
                let way = self.is_sense(at, MOVES) && self.is_way_in_space();
                if way && !level {
                    return None;
                }
                let direction = (!level && kept && !self.is_denied(at)).then_some(change);
                if direction.is_none() && !level && !kept {
                    return None;
                }
                // "went up 3%": the subject is that of the verb.
                let verb =
                    at > from && matches!(word, "up" | "down") && doc.syntax.tag(at - 1).upos() == Upos::VERB;
                return Some(Told { cue: at - usize::from(verb)..at + 1, direction });
            }
            match word {
                "to" => level = true,
                "by" => by = true,
                // "from 7% to 5%": where it began.
                "from" => level = true,
                _ if classes.has(WordClass::BeforeFigure) && steps < FURTHEST => {}
                _ if inside && !matches!(doc.tokens[at].kind, TokenKind::Mark | TokenKind::QuoteMark) => {
                    near = false;
                }
                _ if level && steps < FURTHEST && self.is_number(at) => {}
                _ => return None,
            }
        }
        None
    }

    /// "18% higher", "an 18% drop", "18 points down".
    fn told_after(&self) -> Option<Told> {
        let hyphen = |at: usize| self.doc.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Hyphen);
        let at = self.figure.end + usize::from(hyphen(self.figure.end));
        let classes = self.doc.lexeme(at).classes;
        let inside = self.sentence.contains(&at);
        // "the 48 MW Lower Hale dam"
        let named = self.doc.tokens.get(at).is_some_and(|token| token.is_capital());
        let change = match self.normal(at) {
            _ if named => None,
            "higher" | "more" => Some(Change::Up),
            "lower" | "less" | "fewer" => Some(Change::Down),
            _ if !inside => None,
            _ => direction(classes, WordClass::IncreaseNoun, WordClass::DecreaseNoun)
                .filter(|_| self.doc.syntax.tag(at).upos() == Upos::NOUN || self.is_behind_article()),
        }?;
        // "26 more goats" are counted, not compared.
        // "12% fewer goats", "12% less" are.
        let compares = self.normal(at + 1) == "than"
            || self.kind == FigureKind::Percent
            || !matches!(self.normal(at), "more" | "less" | "fewer");
        // "a $2 million loss" is a sum, "a 5 percent loss" a change.
        let sum = matches!(self.kind, FigureKind::Money | FigureKind::Count)
            && matches!(self.normal(at), "loss" | "gain" | "raise");
        let denied = self.figure.start.checked_sub(1).is_some_and(|before| self.is_denied(before));
        (compares && !sum).then(|| Told { cue: at..at + 1, direction: (!denied).then_some(change) })
    }

    /// "a 20% jump": behind an article no verb follows.
    fn is_behind_article(&self) -> bool {
        let before = self.figure.start.checked_sub(1).filter(|before| self.sentence.contains(before));
        before.is_some_and(|before| self.doc.syntax.tag(before) == Tag::Determiner)
    }

    /// The way a word says that something went, and whether it says so of a bare amount too ("fell 3%", "up $4"), not
    /// only before "by" ("raised it by 3%").
    ///
    /// Far from its figure only a verb does: "lowered its forecast for growth by 0.4 points".
    fn word_of_change(&self, at: usize, near: bool) -> Option<(Change, bool)> {
        let classes = self.doc.lexeme(at).classes;
        let tag = self.doc.syntax.tag(at);
        let noun = matches!(tag.upos(), Upos::NOUN);
        if noun && !near {
            return None;
        }
        if noun && let Some(change) = direction(classes, WordClass::IncreaseNoun, WordClass::DecreaseNoun) {
            return Some((change, true));
        }
        if let Some(change) = direction(classes, WordClass::GoesUp, WordClass::GoesDown) {
            return Some((change, true));
        }
        direction(classes, WordClass::MovesUp, WordClass::MovesDown).map(|change| (change, false))
    }

    /// The "up" of a verb that has the figure as its object: "picked up $300" is no rise, "Sales picked up 4%" is.
    fn is_got(&self, at: usize) -> bool {
        self.normal(at) == "up"
            && at > self.sentence.start
            && self.doc.syntax.words_of(at - 1).any(|verb| {
                matches!(
                    self.doc.lemma(verb).as_str(),
                    "pick" | "make" | "take" | "give" | "put" | "buy" | "rack" | "hand"
                )
            })
    }

    fn is_sense(&self, at: usize, sense: u64) -> bool {
        self.doc.value(at, WordClass::FigureSense).is_some_and(|senses| senses & sense != 0)
    }

    /// "a fall of 30 metres", "had slipped 14cm": a length that something went, where nothing with a level did.
    fn is_way_in_space(&self) -> bool {
        let is_length = matches!(self.unit, "m" | "km" | "cm" | "mm" | "mi" | "ft" | "yd" | "in");
        is_length && !self.sentence.clone().any(|at| self.is_sense(at, LEVEL))
    }

    /// "61%, up 3 points", "was up 3%": "up" tells a change by itself.
    fn is_adverb_of_change(&self, at: usize) -> bool {
        let before = if at > self.sentence.start { self.doc.syntax.tag(at - 1).upos() } else { Upos::PUNCT };
        matches!(before, Upos::AUX | Upos::PUNCT | Upos::NOUN | Upos::VERB) && self.normal(at + 1) != "to"
    }

    /// Shares and points move up and down; sums and counts change hands ("gained 52% of the vote" does too).
    fn is_relative(&self) -> bool {
        let points = matches!(self.normal(self.figure.end), "points" | "point");
        (self.kind == FigureKind::Percent || points) && self.normal(self.figure.end) != "of"
    }

    /// Whether "not", "never", "failed to", "without" stands before a word within its clause.
    fn is_denied(&self, before: usize) -> bool {
        let from = self.sentence.start.max(before.saturating_sub(5));
        (from..before).rev().take_while(|&at| self.doc.tokens[at].kind != TokenKind::Mark).any(|at| {
            let word = self.normal(at);
            let failed = word.starts_with("fail") && self.normal(at + 1) == "to";
            // "rather than fall 10%", "instead of rising", "far from rising"
            let instead = at + 2 == before
                && matches!(
                    (word, self.normal(at + 1)),
                    ("rather", "than") | ("instead" | "short", "of") | ("far", "from")
                );
            let not = self.doc.syntax.words_of(at).any(|word| self.doc.syntax.words[word].tag == Tag::Not);
            not || failed
                || instead
                || matches!(word, "never" | "nor" | "neither" | "without" | "deny" | "denied")
        })
    }

    fn is_number(&self, at: usize) -> bool {
        self.doc.syntax.tag(at).upos() == Upos::NUM
            || matches!(self.normal(at), "%" | "percent" | "point" | "points" | "$" | "€" | "£")
    }
}

fn direction(classes: Classes, up: WordClass, down: WordClass) -> Option<Change> {
    match (classes.has(up), classes.has(down)) {
        (true, _) => Some(Change::Up),
        (_, true) => Some(Change::Down),
        _ => None,
    }
}
