//! "He", "her", "its": whom or what a pronoun stands for, if the text is clear.

use std::ops::Range;

use analysis::{EntityType, MentionKind};

use super::Resolver;
use super::discourse::{Part, Who, is_saying, quotation};
use super::weights;
use crate::explain::trace::Candidate;
use crate::lexicon::Gender;
use crate::rules;
use crate::token::TokenKind;
use crate::word_class::WordClass;

/// How many sentences back a person may have been mentioned last.
const REACH: usize = 6;

/// What a pronoun says of whom it stands for, and of its place in the clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pronoun {
    pub gender: Option<Gender>,
    pub case: Case,
    /// "they"
    pub plural: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Subject,
    Object,
    Possessive,
    Reflexive,
}

impl Resolver<'_> {
    /// Gives the pronoun at a token, if one stands there, to whom it stands for, if that is clear.
    pub(super) fn pronoun(&mut self, at: usize) {
        let Some(pronoun) = self.read_pronoun(at) else { return };
        let mut among = Vec::new();
        if pronoun.gender.is_some() {
            self.hear_voice(at);
        }
        let who = match pronoun.gender {
            Some(gender) => self.person(at, pronoun, gender, &mut among),
            None => self.body(at, pronoun, &mut among),
        };
        if let Some(entity) = pronoun.gender.and_then(|gender| self.named_ahead(at, gender, who)) {
            // The name itself comes next.
            self.note_ahead(at, entity);
            return;
        }
        if self.trace.is_on() && !among.is_empty() {
            let rule = match (who, pronoun.gender) {
                (Some(Who::Unnamed(_)), _) => &rules::COREF_UNNAMED,
                (Some(_), Some(_)) => &rules::COREF_SALIENCE,
                (Some(_), None) => &rules::COREF_IT,
                (None, _) => &rules::COREF_UNCLEAR,
            };
            self.note(rule, at..at + 1, who, among);
        }
        match who {
            Some(Who::Entity(entity)) => {
                if let Some(known) = self.genders.get_mut(entity) {
                    *known = known.or(pronoun.gender);
                }
                self.give(at..at + 1, entity, MentionKind::Pronoun);
            }
            Some(stranger) => self.see(stranger, at..at + 1),
            None => {}
        }
    }

    pub(super) fn read_pronoun(&self, at: usize) -> Option<Pronoun> {
        let object_or_possessive = || {
            let next = self.doc.tokens.get(at + 1);
            let noun = next.is_some_and(|token| token.is_word() || token.kind == TokenKind::Number)
                && !is_after_object(self.doc.normal(at + 1));
            if noun { Case::Possessive } else { Case::Object }
        };
        let (gender, case) = match self.doc.normal(at) {
            "he" | "he's" | "he'd" | "he'll" => (Some(Gender::Male), Case::Subject),
            "him" => (Some(Gender::Male), Case::Object),
            "his" => (Some(Gender::Male), Case::Possessive),
            "himself" => (Some(Gender::Male), Case::Reflexive),
            "she" | "she's" | "she'd" | "she'll" => (Some(Gender::Female), Case::Subject),
            "her" => (Some(Gender::Female), object_or_possessive()),
            "hers" => (Some(Gender::Female), Case::Possessive),
            "herself" => (Some(Gender::Female), Case::Reflexive),
            "it" | "they" => (None, Case::Subject),
            "them" => (None, Case::Object),
            "its" | "their" => (None, Case::Possessive),
            "itself" | "themselves" => (None, Case::Reflexive),
            _ => return None,
        };
        Some(Pronoun { gender, case, plural: self.doc.normal(at).starts_with("the") })
    }

    /// The person that "he" or "she" stands for.
    pub(super) fn person(
        &self,
        at: usize,
        pronoun: Pronoun,
        gender: Gender,
        among: &mut Vec<Candidate>,
    ) -> Option<Who> {
        if let Some(head) = self.head_of_relative(at, pronoun.case).filter(|&who| self.can_be(who, gender)) {
            if self.trace.is_on() {
                among.push(Candidate::new(self.called(head), None, "meant: the clause tells of them"));
            }
            return Some(head);
        }
        let sentence = self.doc.sentence_of(at);
        let voice = quotation(self.marks, at);
        let speaker_after_quote = voice.is_none() && self.says(at);
        let mut best: Option<(Who, f32)> = None;
        let mut second = 0.0f32;
        let mut scores: Vec<(Who, f32)> = Vec::new();
        let present = match speaker_after_quote {
            true => self.tellers(sentence),
            false => self.discourse.present(sentence, REACH),
        };
        let words = if speaker_after_quote { self.words_beside(at) } else { at..at };
        let goes_on = words.start < at && !self.has_other_subject(sentence, gender);
        let (last_speaker, last_subject) = match speaker_after_quote {
            true => self
                .last_told(sentence, &|who| self.can_be(who, gender) && !self.is_named_in_words(who, &words)),
            false => (None, None),
        };
        for who in present {
            if !self.can_be(who, gender) {
                let person = self.kind(who).is_none_or(|kind| kind == EntityType::Person);
                if person && self.trace.is_on() {
                    among.push(Candidate::new(self.called(who), None, "of the other gender"));
                }
                continue;
            }
            if speaker_after_quote && self.is_named_in_words(who, &words) {
                if self.trace.is_on() {
                    among.push(Candidate::new(self.called(who), None, "named in the words that are said"));
                }
                continue;
            }
            if self.is_barred(who, at, pronoun.case, sentence, voice) {
                if self.trace.is_on() {
                    among.push(Candidate::new(
                        self.called(who),
                        None,
                        "ruled out by the grammar of the clause",
                    ));
                }
                continue;
            }
            let mut score = match speaker_after_quote {
                true => self.presence(who, sentence),
                false => self.discourse.salience(who, sentence, voice),
            };
            if let Some(latest) = self.discourse.latest(who) {
                let subject = matches!(latest.part, Part::Subject | Part::Speaker);
                score += match pronoun.case {
                    Case::Subject if subject && latest.sentence + 1 >= sentence => weights::SUBJECT_AGAIN,
                    Case::Possessive | Case::Reflexive if subject && latest.sentence == sentence => {
                        weights::OWN_SUBJECT
                    }
                    _ => 0.0,
                };
            }
            if last_speaker == Some(who) {
                score += weights::SPEAKS_ON;
            }
            if last_subject == Some(who) {
                score += weights::TOLD_OF;
            }
            if goes_on && self.is_only_voice(who) {
                score += weights::ONLY_VOICE;
            }
            let within = pronoun.case == Case::Possessive;
            if within && self.owns_phrase(who, at, sentence) {
                score += weights::OWNS_PHRASE;
            }
            if self.gender(who) == Some(gender) {
                score *= weights::KNOWN_GENDER;
            }
            score += self.share(who);
            if self.trace.is_on() {
                scores.push((who, score));
            }
            match best {
                Some((_, known)) if known >= score => second = second.max(score),
                Some((_, known)) => {
                    second = second.max(known);
                    best = Some((who, score));
                }
                None => best = Some((who, score)),
            }
        }
        let clear = best.filter(|&(_, score)| score >= weights::ENOUGH && score >= weights::CLEAR * second);
        for (who, score) in scores {
            let fate = match (clear, best) {
                (Some((winner, _)), _) if winner == who => "meant".to_owned(),
                (Some(_), _) => "less present".to_owned(),
                (None, Some((first, _))) if first != who => "too near to the first".to_owned(),
                (None, _) if score < weights::ENOUGH => {
                    format!("less than {} is not enough", weights::ENOUGH)
                }
                (None, _) => format!("not {} times as present as the next", weights::CLEAR),
            };
            among.push(Candidate::new(self.called(who), Some(score), fate));
        }
        clear.map(|(who, _)| who)
    }

    /// A little for those the article is about.
    fn share(&self, who: Who) -> f32 {
        let Who::Entity(entity) = who else { return 0.0 };
        let count = self.counts.get(entity).copied().unwrap_or_default();
        weights::MENTION * count.min(weights::MENTIONS) as f32
    }

    pub(super) fn gender(&self, who: Who) -> Option<Gender> {
        match who {
            Who::Entity(entity) => self.genders.get(entity).copied().flatten(),
            Who::Unnamed(stranger) => self.strangers.get(stranger).and_then(|stranger| stranger.gender),
        }
    }

    pub(super) fn can_be(&self, who: Who, gender: Gender) -> bool {
        let person = self.kind(who).is_none_or(|kind| kind == EntityType::Person);
        person && self.gender(who).is_none_or(|known| known == gender)
    }

    /// Who says the words in marks that a pronoun stands in, where "he said" stands right behind them.
    fn hear_voice(&mut self, at: usize) {
        let voice = quotation(self.marks, at);
        let Some(marked) = self.marks.around(at).filter(|_| !self.voices.contains_key(&voice)) else {
            return;
        };
        let end = marked.outer().end;
        let tag = (end..end + 3).find(|&tag| {
            self.doc.is(tag, WordClass::SubjectPronoun) && self.marks.around(tag).is_none() && self.says(tag)
        });
        let speaker = tag.and_then(|tag| {
            let pronoun = self.read_pronoun(tag)?;
            self.person(tag, pronoun, pronoun.gender?, &mut Vec::new())
        });
        let speaker = speaker.or_else(|| self.voice_alone(&marked.outer()));
        self.voices.insert(voice, speaker);
    }

    /// Whether the words in marks among these tokens have the name of this entity: in “Kane saved this school,” he said,
    /// "he" is another, since hardly anybody speaks of himself, or to himself, by his name.
    pub(super) fn is_named_in_words(&self, who: Who, words: &Range<usize>) -> bool {
        let Who::Entity(entity) = who else { return false };
        let from = self.names.partition_point(|(name, _)| name.start < words.start);
        let mut names = self.names[from..].iter().take_while(|(name, _)| name.start < words.end);
        names.any(|(name, named)| {
            *named == entity
                && self.marks.around(name.start).is_some()
                && !self.names_itself(name)
                && !self.is_cited(name.start)
        })
    }

    /// "I, Yusuf Tarn, resign": a name by which its speaker calls himself.
    fn names_itself(&self, name: &Range<usize>) -> bool {
        name.start >= 2
            && self.doc.word(name.start - 1) == ","
            && matches!(self.doc.normal(name.start - 2), "i" | "me" | "myself")
    }

    /// Whether a word stands in a quotation within a quotation: “They sang ‘Tarn, Tarn’,” he said.
    fn is_cited(&self, token: usize) -> bool {
        let Some(outer) = self.marks.around(token).map(|marked| marked.inner.clone()) else { return false };
        let from = self.marks.regions.partition_point(|region| region.inner.start <= outer.start);
        let mut inner = self.marks.regions[from..].iter().take_while(|region| region.inner.start < outer.end);
        inner.any(|region| region.nested && region.inner.contains(&token))
    }

    /// Whether the words around a pronoun are said to be somebody's right behind them: “He knows,” Tarn said.
    pub(super) fn speaks_behind(&self, who: Who, at: usize) -> bool {
        let (Who::Entity(entity), Some(marked)) = (who, self.marks.around(at)) else { return false };
        let end = marked.outer().end;
        let from = self.names.partition_point(|(name, _)| name.start < end);
        self.names.get(from).is_some_and(|(name, named)| {
            *named == entity
                && name.start <= end + 2
                && (is_saying(self.doc, name.end) || is_saying(self.doc, name.start - 1))
        })
    }

    pub(super) fn is_speaker_here(&self, who: Who, sentence: usize) -> bool {
        self.discourse
            .seen
            .iter()
            .rev()
            .take_while(|seen| seen.sentence >= sentence.saturating_sub(1))
            .any(|seen| seen.who == who && seen.part == Part::Speaker && seen.quotation.is_none())
    }
}

/// Words that follow "her" where it is no possessive: "told her that", "saw her in".
fn is_after_object(normal: &str) -> bool {
    crate::sentence::is_function_word(normal)
}
