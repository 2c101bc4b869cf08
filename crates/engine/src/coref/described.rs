//! "The midfielder", "the Finn", "the father of two": whom a description means that nobody was called by.
//!
//! News calls a person by their name first and by what they are next ("elegant variation"): a description that brings
//! nobody new is the one who was just told of. "The driver" may be somebody new and stays open; so does a description
//! that fits two, or one that a stranger of the article had before.

use std::ops::Range;

use analysis::{EntityType, MentionKind};

use super::Resolver;
use super::discourse::{MentionRecord, Part, Who, part};
use super::weights;
use crate::lexicon::{Gender, GroupKind, Lexicon, ThingId};
use crate::syntax::tag::Upos;
use crate::token::TokenKind;

/// How many of the reporter's sentences back the one who is described may have been told of last.
const REACH: usize = 3;
/// So many mentions of a person are asked for where they come from.
const MENTIONS: usize = 8;

/// A description with its noun.
pub(super) struct Description<'a> {
    pub tokens: Range<usize>,
    pub noun: &'a str,
    pub gender: Option<Gender>,
    /// The country that it tells of: "the Finn".
    pub home: Option<ThingId>,
}

impl Resolver<'_> {
    /// Who is meant by a description that nobody was called by: whoever the reporter has just told of.
    pub(super) fn described(&self, description: &Description) -> Option<usize> {
        let sentence = self.doc.sentence_of(description.tokens.start);
        if !matches!(part(self.doc, &description.tokens), Part::Speaker | Part::Subject)
            || self.marks.around(description.tokens.start).is_some()
            || self.strangers.iter().any(|stranger| stranger.noun == description.noun)
        {
            return None;
        }
        let words = self.words_beside(description.tokens.start);
        let can_be = |who: Who| {
            let fits = match (description.gender, self.gender(who)) {
                (Some(wanted), Some(known)) => wanted == known,
                _ => true,
            };
            let person = self.kind(who).is_none_or(|kind| kind == EntityType::Person);
            fits && person && !self.is_named_in_words(who, &words)
        };
        let (speaker, subject) = self.last_told(sentence, &can_be);
        let told = |who: Who| self.discourse.told().find(|seen| seen.who == who);
        let mut scores: Vec<(Who, f32)> = Vec::new();
        for who in self.told_of(sentence).into_iter().filter(|&who| can_be(who)) {
            // "Tarn met the singer": two.
            let Some(latest) = told(who).filter(|seen| seen.sentence < sentence) else { continue };
            if self.distance(latest, sentence) > REACH {
                continue;
            }
            let mut score = self.presence(who, sentence);
            score += if speaker == Some(who) { weights::SPEAKS_ON } else { 0.0 };
            score += if subject == Some(who) { weights::TOLD_OF } else { 0.0 };
            scores.push((who, score));
        }
        // "Aho beat Russo of Italy. The Italian said": whose origin is told is the one, and no other.
        if let Some(home) = description.home {
            let origins: Vec<_> = scores.iter().map(|&(who, _)| self.origin(who)).collect();
            let same = |origin: &Option<ThingId>| *origin == Some(home);
            let told = origins.iter().any(same);
            let mut origin = origins.iter();
            scores.retain(|_| {
                origin.next().is_some_and(|origin| if told { same(origin) } else { origin.is_none() })
            });
            if let ([(Who::Entity(only), _)], true) = (scores.as_slice(), told) {
                return Some(*only);
            }
        }
        scores.sort_by(|a, b| b.1.total_cmp(&a.1));
        let second = scores.get(1).map_or(0.0, |&(_, score)| score);
        // "Tarn and Ruiz scored": two who were told of alike. Where the description tells an origin and the article does
        // not ("Aho beat Russo. The Italian said"), two of one sentence are alike whatever their parts.
        let place = |who: Who| {
            let part = |seen: &MentionRecord| description.home.is_none().then_some(seen.part);
            told(who).map(|seen| (seen.sentence, part(seen)))
        };
        if let [(first, _), (other, _), ..] = scores.as_slice()
            && place(*first) == place(*other)
        {
            return None;
        }
        match scores.first() {
            Some(&(Who::Entity(entity), score))
                if score >= weights::ENOUGH_FOR_DESCRIPTION
                    && score >= weights::CLEAR_DESCRIPTION * second =>
            {
                Some(entity)
            }
            _ => None,
        }
    }

    /// Where the article says that somebody comes from: "Russo of Italy", "Italy’s Russo", "the Italian Russo".
    fn origin(&self, who: Who) -> Option<ThingId> {
        let Who::Entity(entity) = who else { return None };
        let lexicon = Lexicon::get();
        let place = |at: usize| {
            let (tokens, place) = self.name_at(at)?;
            match self.kind(Who::Entity(place))? {
                EntityType::Gpe | EntityType::Loc => lexicon.phrase(self.doc.words(tokens))?.thing(),
                EntityType::Norp => lexicon.word(self.doc.normal(tokens.start)).home(),
                _ => None,
            }
        };
        let mentions = self.entities.get(entity)?.mentions.iter().take(MENTIONS);
        mentions.filter(|mention| mention.kind == MentionKind::Name).find_map(|mention| {
            let name = self.doc.tokens_in(mention.span);
            let from = matches!(self.doc.normal(name.end), "of" | "from" | "(");
            let behind = || place(name.end + 1).filter(|_| from);
            let owner = || {
                let before = name.start.checked_sub(1)?;
                let clitic = self.doc.tokens[before].kind == TokenKind::Clitic;
                before.checked_sub(usize::from(clitic))
            };
            behind().or_else(|| place(owner()?))
        })
    }

    /// "The Finn said": the noun for one of a people, with nothing behind it that it would tell of.
    pub(super) fn demonym(&self, at: usize) -> Option<Range<usize>> {
        let facts = Lexicon::get().word(self.doc.normal(at + 1));
        let nation =
            matches!(facts.group(), Some(GroupKind::Nationality | GroupKind::Resident | GroupKind::Politics));
        let one = nation && self.doc.tokens.get(at + 1).is_some_and(|token| token.is_capital());
        let next = at + 2;
        let alone = self.doc.tokens.get(next).is_none_or(|token| {
            !matches!(token.kind, TokenKind::Hyphen | TokenKind::Clitic)
                && !matches!(
                    self.doc.syntax.tag(next).upos(),
                    Upos::NOUN | Upos::PROPN | Upos::ADJ | Upos::NUM
                )
        });
        // "The French said": a whole people.
        let whole = ["sh", "ch", "se", "ss"].iter().any(|end| self.doc.normal(at + 1).ends_with(end));
        let singular = !facts.is_group_plural() && !whole;
        (one && alone && singular).then_some(at..at + 2)
    }
}
