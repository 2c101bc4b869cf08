//! Roles that stand before a name: "Ukrainian President Ana Ruiz", "The mayor, Ana Ruiz, said".

use std::ops::Range;

use analysis::EntityType;

use super::Roles;
use super::words::{is_article, is_modifier};
use crate::entity::weights::{LISTED, LONGEST_ROLE, OFFICE_WORDS};
use crate::lexicon::{Lexicon, Title};
use crate::sentence::{is_function_word, is_possessive};
use crate::syntax::relation::Relation;
use crate::syntax::tag::Upos;
use crate::token::TokenKind;
use crate::word_class::WordClass;

impl Roles<'_> {
    /// "Ukrainian President Ana Ruiz", "special envoy Ira Pell", "The mayor, Ana Ruiz, said".
    pub(super) fn before(
        &self,
        name: &Range<usize>,
        is_head: fn(&Self, usize) -> bool,
    ) -> Option<Range<usize>> {
        let from = self.sentence(name.start)?.start;
        let mut end = self.behind_office(from, name.start);
        let set_off = end > from && self.doc.word(end - 1) == ",";
        if set_off {
            end -= 1;
        }
        let mut head = self.head_before(from, end, set_off, is_head)?;
        // "The Chairman of the Board of Directors of the Velm Bank, Ana Ruiz,": the first of the chain is the role.
        while let Some(outer) = self.outer_head(from, head, is_head) {
            head = outer;
        }
        let start = self.reach_left(from, head);
        let opener = start.checked_sub(1).filter(|&at| at >= from).map_or("", |at| self.word(at));
        // "…, the mayor, Ana Ruiz" is one; "he met the mayor, a judge, Ana Ruiz" cannot be told apart.
        let closed = self.doc.word(name.end) == "," || self.sentence(name.start)?.end <= name.end + 1;
        let owned = is_article(opener)
            || is_possessive(opener)
            || matches!(opener, "'s" | "'")
            || self.has_owner(start..end);
        if set_off && !(closed && owned) {
            return None;
        }
        (end - start <= LONGEST_ROLE).then_some(start..end).filter(|role| !role.is_empty())
    }

    /// Where an office ends that stands before a name: what is between is how the person is addressed ("Datuk Seri"), or
    /// what the body before is called for short ("(NCA)").
    fn behind_office(&self, from: usize, name: usize) -> usize {
        let mut end = name;
        while end > from && Lexicon::get().word(self.word(end - 1)).title() == Some(Title::Honorific) {
            end -= 1;
        }
        let styled = (from..end)
            .rev()
            .take_while(|&at| self.is_capital(at) && self.doc.is(at, WordClass::TitleWord))
            .count();
        if styled > 0 && end - styled > from && self.is_person_head(end - styled - 1) {
            end -= styled;
        }
        let bracket = end > from + 3 && self.doc.word(end - 1) == ")" && self.doc.word(end - 3) == "(";
        if bracket && self.is_capital(end - 2) { end - 3 } else { end }
    }

    /// The head noun of a role that ends at `end`: just there, or before what the office is for: "of State", "to the …".
    fn head_before(
        &self,
        from: usize,
        end: usize,
        set_off: bool,
        is_head: fn(&Self, usize) -> bool,
    ) -> Option<usize> {
        let last = end.checked_sub(1).filter(|&last| last >= from)?;
        self.office_before(from, end, set_off, is_head).or_else(|| is_head(self, last).then_some(last))
    }

    /// "Chairman" of "the Chairman of the Board of Directors", whose last noun is known: the chain may have nouns for no people.
    fn outer_head(&self, from: usize, head: usize, is_head: fn(&Self, usize) -> bool) -> Option<usize> {
        let mut at = head;
        for step in 0..OFFICE_WORDS {
            while at > from
                && self.is_word(at - 1)
                && self.is_capital(at - 1)
                && self.names.at(at - 1).is_none()
            {
                at -= 1;
            }
            let definite = at > from && self.word(at - 1) == "the";
            // "the daughter of President Ana Ruiz": without an article it is the title of whoever is named.
            if step == 0 && !definite && is_head(self, head) {
                return None;
            }
            at -= usize::from(definite);
            let of = at.checked_sub(1).filter(|&of| of > from && self.word(of) == "of")?;
            if is_head(self, of - 1) {
                return Some(of - 1);
            }
            let noun = self.doc.syntax.tag(of - 1).upos();
            if !matches!(noun, Upos::NOUN | Upos::PROPN) || self.names.at(of - 1).is_some() {
                return None;
            }
            at = of - 1;
        }
        None
    }

    fn office_before(
        &self,
        from: usize,
        end: usize,
        set_off: bool,
        is_head: fn(&Self, usize) -> bool,
    ) -> Option<usize> {
        let last = end - 1;
        let mut at = match self.names.at(last) {
            Some((tokens, kind)) if *kind != EntityType::Person && tokens.end == end => tokens.start,
            Some(_) => return None,
            None => end,
        };
        // "of the Joint Chiefs", "for Human Rights", "of the central bank"
        let fits = |at: usize| {
            let noun = matches!(self.doc.syntax.tag(at).upos(), Upos::NOUN | Upos::PROPN | Upos::ADJ);
            self.is_word(at) && !is_function_word(self.word(at)) && (noun || self.is_capital(at))
                || self.word(at) == "and"
        };
        let floor = from.max(at.saturating_sub(OFFICE_WORDS));
        while at > floor
            && fits(at - 1)
            && self.names.at(at - 1).is_none_or(|(_, kind)| *kind != EntityType::Person)
        {
            at -= 1;
        }
        if at == end {
            return None;
        }
        if at > from && self.word(at - 1) == "the" {
            at -= 1;
        } else if is_head(self, last) && !self.doc.is(last, WordClass::Portfolio) {
            // "the son-in-law of shipping magnate Ira Pell": the magnate is called so, and the son-in-law is somebody else.
            return Some(last);
        }
        let preposition = at.checked_sub(1).filter(|&at| at >= from)?;
        if !matches!(self.word(preposition), "of" | "to" | "for" | "at") {
            return None;
        }
        let noun = preposition.checked_sub(1).filter(|&noun| noun >= from)?;
        // "Chairman of the Board of Directors of the Velm Bank": of its nouns the first is one for a person.
        // "The chairman of the union at the Velm Bank, Ana Ruiz,"
        let chained =
            || (set_off || self.is_capital(noun)).then(|| self.outer_head(from, noun, is_head)).flatten();
        if is_head(self, noun) { Some(noun) } else { chained() }
    }

    /// "Ukrainian officials Rustem Ostvar and Andriy Natenko": the noun in the plural before the first of several names.
    pub(super) fn of_several(&self, name: &Range<usize>) -> Option<Range<usize>> {
        let from = self.sentence(name.start)?.start;
        let joint = |at: usize| matches!(self.doc.word(at), "and" | "," | "&");
        let person = |at: usize| self.names.at(at).filter(|(_, kind)| *kind == EntityType::Person);
        let mut first = name.start;
        let mut listed = 1;
        while listed < LISTED {
            let Some(joint_at) = first.checked_sub(1).filter(|&at| at > from && joint(at)) else { break };
            let before =
                if self.word(joint_at) == "and" && joint(joint_at - 1) { joint_at - 1 } else { joint_at };
            let Some((tokens, _)) = before.checked_sub(1).and_then(person) else { break };
            first = tokens.start;
            listed += 1;
        }
        let behind = self.names.at(first).map_or(name.end, |(tokens, _)| tokens.end);
        let several = listed > 1 || joint(behind) && (behind + 1..behind + 3).any(|at| person(at).is_some());
        let head = first.checked_sub(1).filter(|&head| head >= from)?;
        let noun = self.is_word(head)
            && Lexicon::get().word(self.word(head)).is_person_plural()
            && self.names.at(head).is_none()
            && !self.is_verb(head);
        let start = if several && noun { self.reach_left(from, head) } else { return None };
        Some(start..head + 1)
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
            match self.doc.tokens[at].kind {
                TokenKind::Hyphen if at > from && self.is_word(at - 1) => start = at - 1,
                TokenKind::Clitic => match at.checked_sub(1).and_then(|at| self.names.at(at)) {
                    // "Kestrel’s finance chief": the owner belongs to the role, and nothing before it.
                    Some((tokens, _)) if tokens.start >= from => return tokens.start,
                    _ => break,
                },
                // "party chief and acting Interior Minister Ana Ruiz"
                TokenKind::Word if word == "and" && at > from && self.is_one_more(at - 1) => start = at - 1,
                // "shipping magnate", "guesthouse owner": one noun made of two.
                TokenKind::Word if is_modifier(word) || self.is_part_of(at, head) => start = at,
                TokenKind::Word if is_function_word(word) && word != "former" => break,
                TokenKind::Word if self.is_person_head(at) && self.fits_before(at) => start = at,
                TokenKind::Word
                    if self.is_capital(at) && !self.doc.begins_sentence(at) && self.fits_before(at) =>
                {
                    start = at;
                }
                _ => break,
            }
        }
        start
    }

    /// A noun that the tree hangs from another as a part of it.
    fn is_part_of(&self, at: usize, head: usize) -> bool {
        let syntax = &self.doc.syntax;
        !self.is_capital(at)
            && syntax.relation(at) == Relation::Compound
            && syntax.head(at) == Some(head)
            && syntax.tag(at).upos() == Upos::NOUN
    }

    /// The head of another role of the same person: in the singular, and nobody's title.
    fn is_one_more(&self, at: usize) -> bool {
        let noun = Lexicon::get().word(self.word(at));
        self.is_person_head(at) && !noun.is_person_plural() && !self.is_verb(at)
    }

    fn has_owner(&self, role: Range<usize>) -> bool {
        role.into_iter()
            .any(|at| self.doc.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Clitic))
    }
}
