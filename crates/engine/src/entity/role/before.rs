//! Roles that stand before a name: "Ukrainian President Ana Ruiz", "The mayor, Ana Ruiz, said".

use std::ops::Range;

use analysis::EntityType;

use super::Roles;
use super::words::{is_article, is_modifier};
use crate::entity::weights::LONGEST_ROLE;
use crate::lexicon::{Lexicon, Title};
use crate::sentence::is_function_word;
use crate::token::TokenKind;

impl Roles<'_> {
    /// "Ukrainian President Ana Ruiz", "special envoy Ira Pell", "The mayor, Ana Ruiz, said".
    pub(super) fn before(
        &self,
        name: &Range<usize>,
        is_head: fn(&Self, usize) -> bool,
    ) -> Option<Range<usize>> {
        let from = self.sentence(name.start)?.start;
        let mut end = name.start;
        while end > from && Lexicon::get().word(self.word(end - 1)).title() == Some(Title::Honorific) {
            end -= 1;
        }
        let set_off = end > from && self.reading.word(end - 1) == ",";
        if set_off {
            end -= 1;
        }
        let head = self.head_before(from, end, is_head)?;
        let start = self.reach_left(from, head);
        let opener = start.checked_sub(1).filter(|&at| at >= from).map_or("", |at| self.word(at));
        // "…, the mayor, Ana Ruiz" is one; "he met the mayor, a judge, Ana Ruiz" cannot be told apart.
        let closed = self.reading.word(name.end) == "," || self.sentence(name.start)?.end <= name.end + 1;
        if set_off && !(closed && (is_article(opener) || self.has_owner(start..end))) {
            return None;
        }
        (end - start <= LONGEST_ROLE).then_some(start..end).filter(|role| !role.is_empty())
    }

    /// The head noun of a role that ends at `end`: just there, or before "of …", "to the …".
    fn head_before(&self, from: usize, end: usize, is_head: fn(&Self, usize) -> bool) -> Option<usize> {
        let last = end.checked_sub(1).filter(|&last| last >= from)?;
        if is_head(self, last) {
            return Some(last);
        }
        let mut at = match self.names.at(last) {
            Some((tokens, kind)) if *kind != EntityType::Person && tokens.end == end => tokens.start,
            Some(_) => return None,
            None if self.is_word(last) && !is_function_word(self.word(last)) => last,
            None => return None,
        };
        if at > from && self.word(at - 1) == "the" {
            at -= 1;
        }
        let preposition = at.checked_sub(1).filter(|&at| at >= from)?;
        if !matches!(self.word(preposition), "of" | "to" | "for" | "at") {
            return None;
        }
        preposition.checked_sub(1).filter(|&head| head >= from && is_head(self, head))
    }

    /// Where the words before a head begin that belong to it.
    fn reach_left(&self, from: usize, head: usize) -> usize {
        let mut start = head;
        while start > from && head - start < LONGEST_ROLE {
            let at = start - 1;
            let word = self.word(at);
            if let Some((tokens, kind)) = self.names.at(at) {
                if *kind == EntityType::Person || tokens.start < from {
                    break;
                }
                start = tokens.start;
                continue;
            }
            match self.reading.tokens[at].kind {
                TokenKind::Hyphen if at > from && self.is_word(at - 1) => start = at - 1,
                TokenKind::Clitic => match at.checked_sub(1).and_then(|at| self.names.at(at)) {
                    // "Kestrel’s finance chief": the owner belongs to the role, and nothing before it.
                    Some((tokens, _)) if tokens.start >= from => return tokens.start,
                    _ => break,
                },
                TokenKind::Word if is_modifier(word) => start = at,
                TokenKind::Word if is_function_word(word) && word != "former" => break,
                TokenKind::Word if self.is_person_head(at) && self.fits_before(at) => start = at,
                TokenKind::Word
                    if self.is_capital(at) && !self.reading.begins_sentence(at) && self.fits_before(at) =>
                {
                    start = at;
                }
                _ => break,
            }
        }
        start
    }

    fn has_owner(&self, role: Range<usize>) -> bool {
        role.into_iter()
            .any(|at| self.reading.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Clitic))
    }
}
