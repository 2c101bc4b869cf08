//! Roles that follow a name: appositions ("Ana Ruiz, an analyst at Bridgewell,") and clauses ("who leads …").

use std::ops::Range;

use analysis::EntityType;

use super::Roles;
use super::words::{is_article, is_leading, is_modifier, is_relative};
use crate::entity::weights::LONGEST_ROLE;
use crate::sentence::{is_function_word, is_possessive};
use crate::syntax::relation::Relation;
use crate::token::TokenKind;
use crate::word_class::WordClass;

impl Roles<'_> {
    /// "Ana Ruiz, an analyst at Bridgewell,".
    pub(super) fn beside(
        &self,
        name: &Range<usize>,
        is_head: fn(&Self, usize) -> bool,
    ) -> Option<Range<usize>> {
        let sentence = self.sentence(name.start)?;
        let mut at = name.end;
        // "Valerie Berkov, M.S., R.D., a dietitian", "Tobias Grell QC, a barrister"
        let letters = |at: usize| {
            self.doc.is(at, WordClass::PostNominal)
                && self.doc.word(at).chars().filter(|c| c.is_uppercase()).count() > 1
        };
        while at < sentence.end && (letters(at) || self.doc.word(at) == "," && letters(at + 1)) {
            at += 1;
        }
        if self.doc.word(at) != "," {
            return None;
        }
        at += 1;
        // "Ana Ruiz, 41, a baker"
        if self.doc.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
            && self.doc.word(at + 1) == ","
        {
            at += 2;
        }
        let article = is_article(self.word(at)) || is_possessive(self.word(at));
        let start = at + usize::from(article);
        // "who played her sister Ana Ruiz, won Best Actress": what somebody did.
        if self.is_finite(start) {
            return None;
        }
        let head = self.head_after(start, sentence.end, is_head)?;
        let (end, closed) =
            self.reach_right(name, head, sentence.end.min(start + LONGEST_ROLE), sentence.end);
        // A person's name inside, but for an owner or behind a preposition, makes it a list of people.
        let people = (start..=head).any(|at| {
            self.names.at(at).is_some_and(|(tokens, kind)| {
                *kind == EntityType::Person
                    && self.doc.tokens.get(tokens.end).is_none_or(|token| token.kind != TokenKind::Clitic)
            })
        });
        let title_of_next = self
            .names
            .at(head + 1)
            .is_some_and(|(tokens, kind)| *kind == EntityType::Person && tokens.start == head + 1);
        (closed && !people && !title_of_next).then_some(start..end)
    }

    /// The head of a role that begins at `start`: its last noun before a preposition or an end.
    fn head_after(&self, start: usize, end: usize, is_head: fn(&Self, usize) -> bool) -> Option<usize> {
        let mut head = None;
        let mut at = start;
        while at < end && at < start + 9 {
            let word = self.word(at);
            let kind = self.doc.tokens[at].kind;
            let joined = self.doc.tokens.get(at + 1).is_some_and(|token| token.kind == TokenKind::Hyphen);
            if head.is_some() && self.is_finite(at) {
                break;
            }
            if kind == TokenKind::Hyphen && at + 2 < end {
                // "son-in-law", "co-author": the parts are one.
                at += 1;
                if is_head(self, at)
                    && !self.doc.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Hyphen)
                {
                    head = Some(at);
                }
            } else if let Some((tokens, _)) = self.names.at(at) {
                head = None;
                at = tokens.end.max(at + 1);
                continue;
            } else if is_head(self, at) && !joined {
                head = Some(at);
            } else if kind == TokenKind::Word && is_function_word(word) && !is_modifier(word)
                || matches!(kind, TokenKind::Mark | TokenKind::QuoteMark)
            {
                break;
            } else if kind == TokenKind::Word {
                head = None;
            }
            at += 1;
        }
        head
    }

    /// Where the role of this head ends, and whether it comes to an end that is one.
    fn reach_right(
        &self,
        name: &Range<usize>,
        head: usize,
        limit: usize,
        sentence_end: usize,
    ) -> (usize, bool) {
        let mut at = head + 1;
        while at < limit {
            let word = self.word(at);
            let stop = matches!(
                self.doc.tokens[at].kind,
                TokenKind::Mark | TokenKind::QuoteMark if !matches!(self.doc.word(at), "&" | "/" | "." if at + 1 < sentence_end)
            );
            if stop || is_relative(word) {
                return (at, true);
            }
            if self.is_finite(at) {
                // "Ana Ruiz, a nurse at Dunmore Hospital oversaw it": the comma is missing. In "…, a nurse oversaw it"
                // the nurse is somebody else.
                let syntax = &self.doc.syntax;
                let apposed = syntax.relation(head) == Relation::Apposition;
                let subject = name.clone().any(|token| syntax.head(token) == Some(at));
                return (at, apposed || subject || self.opens_sentence(name));
            }
            let another = word == "and"
                && (at + 1..(at + 4).min(sentence_end))
                    .find_map(|next| self.names.at(next))
                    .is_some_and(|(_, kind)| *kind == EntityType::Person);
            if another {
                return (at, true);
            }
            at += 1;
        }
        (at, at == sentence_end)
    }

    /// Whether nothing but marks stands before a name in its sentence: then what is set beside it can only be it, where a
    /// verb follows.
    fn opens_sentence(&self, name: &Range<usize>) -> bool {
        let from = self.sentence(name.start).map_or(name.start, |sentence| sentence.start);
        (from..name.start).all(|at| !self.is_word(at)) && name.len() > 1
    }

    /// "Ana Ruiz, who leads the Residents’ Alliance".
    pub(super) fn clause(&self, name: &Range<usize>) -> Option<Range<usize>> {
        let sentence = self.sentence(name.start)?;
        let who = name.end + usize::from(self.doc.word(name.end) == ",");
        let verb = who + 1;
        if who >= sentence.end || self.word(who) != "who" || !is_leading(self.word(verb)) {
            return None;
        }
        let limit = sentence.end.min(who + LONGEST_ROLE);
        let mut end = verb + 1;
        while end < limit {
            let kind = self.doc.tokens[end].kind;
            if matches!(kind, TokenKind::Mark | TokenKind::QuoteMark) || self.is_finite(end) {
                break;
            }
            end += 1;
        }
        (end > verb + 1).then_some(who..end)
    }
}
