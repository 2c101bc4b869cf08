//! Words in marks that no cue of their own sentence claims: whose they are by what stands around them.

use analysis::QuoteKind;

use super::Attributor;
use super::beside::{is_byline, lead_in};
use crate::lexicon::Lexicon;
use crate::quote::clause::{Clause, Next, Subject};
use crate::quote::cue::{self, CLAUSE, THOUGHT};
use crate::quote::cue_match::SourceEvidence;
use crate::quote::draft::{Draft, Why, source};
use crate::quote::marks::Marked;
use crate::quote::transcript::speaks_of_self;
use crate::quote::weights;
use crate::quote::words::Class;
use crate::word_class::{self, WordClass};

impl<'a> Attributor<'a> {
    /// Words in marks that no cue of their own sentence claims.
    pub(super) fn alone(&mut self, clause: Clause, at: usize, place: usize) -> Option<usize> {
        let region = self.region(clause, place)?;
        let block = self.units[at].unit.block;
        let rest = (0..clause.items.len()).filter(|&i| !clause.is_quote(i));
        let by_itself = rest.clone().all(|i| {
            matches!(
                clause.class(i),
                Class::Comma | Class::Break | Class::Aside | Class::Conjunction | Class::Adverb
            )
        });
        // “We won.” Tarn said: “We lost.” The first is a sentence of its own.
        let stops = matches!(self.doc.word(region.inner.end.saturating_sub(1)), "." | "?" | "!");
        let own = place == 0 && stops && self.last.as_ref().is_some_and(|last| last.block == block);
        if let Some(draft) = self.signed_here(clause, place) {
            return Some(draft);
        }
        if let Some(draft) = self.headed(at, by_itself) {
            return Some(draft);
        }
        if !by_itself && !own {
            return self.in_sentence(clause, place, region);
        }
        if let Some(draft) = self.said_next(at, block) {
            return Some(draft);
        }
        if let Some(draft) = self.signed(clause, at, place, block) {
            return Some(draft);
        }
        if let Some(last) = &self.last
            && last.block == block
            && last.goes_on
            && (self.drafts[last.draft].source.is_some() || last.unit + 1 == at)
        {
            let (draft, near) = (last.draft, at - last.unit <= 1);
            if near && self.drafts[draft].kind == QuoteKind::Direct {
                return Some(draft);
            }
            let before = &self.drafts[draft];
            let (source, cue) = (before.source.clone(), before.cue.clone());
            return Some(self.start(source, cue, Why::SameParagraph, weights::SAME_PARAGRAPH));
        }
        if let Some(draft) = self.after_sentence(at, block) {
            return Some(draft);
        }
        if let Some(last) = &self.last
            && last.block + 1 == block
            && last.unit + 1 == at
            && self.drafts[last.draft].source.is_some()
        {
            let before = &self.drafts[last.draft];
            let (source, cue) = (before.source.clone(), before.cue.clone());
            return Some(self.start(source, cue, Why::ParagraphBefore, weights::PARAGRAPH_BEFORE));
        }
        if region.inner.len() < 4 {
            return None;
        }
        Some(
            self.before_speaker(at, block)
                .or_else(|| self.after_paragraph(at, block, region))
                .unwrap_or_else(|| self.start(None, None, Why::NoSource, weights::NO_SOURCE)),
        )
    }

    /// “Why?” / Tarn asked. The sentence after holds nothing but who spoke.
    fn said_next(&mut self, at: usize, block: usize) -> Option<usize> {
        let next = self.units.get(at + 1).filter(|next| next.unit.block == block)?;
        let clause = self.clause(at + 1)?;
        let cue_match = next.cue_matches.first()?;
        let bare = matches!(cue_match.next, Next::End)
            && cue_match.span.start <= 1
            && matches!(cue_match.how, SourceEvidence::Subject | SourceEvidence::Inverted)
            && (cue_match.takes.any(CLAUSE) && !cue_match.takes.any(cue::MARKS_ONLY) || self.asks(at))
            && clause.items.len() < cue_match.span.end + 12
            && !(0..clause.items.len()).any(|i| clause.is_quote(i));
        bare.then(|| {
            let draft = Draft::of_frame(clause, cue_match, QuoteKind::Direct);
            self.drafts.push(draft);
            self.drafts.len() - 1
        })
    }

    /// Whether a unit ends with a question or a cry: “Why?” Then a gesture behind it may be its speaker's.
    fn asks(&self, at: usize) -> bool {
        let last = self.units.get(at).and_then(|read| read.unit.items.last());
        let region = last.and_then(|item| item.region).and_then(|region| self.marks.regions.get(region));
        let word = region.map(|region| self.doc.word(region.inner.end.saturating_sub(1)));
        matches!(word, Some("?" | "!"))
    }

    /// “…” — Ana Tarn
    fn signed(&mut self, clause: Clause, at: usize, place: usize, block: usize) -> Option<usize> {
        let (clause, from) = match clause.class(place + 1) {
            Class::Aside if !clause.is_quote(place + 1) => (clause, place + 2),
            _ => {
                let next = self.units.get(at + 1).filter(|next| next.unit.block <= block + 1)?;
                let dash = next.unit.items.first().is_some_and(|i| {
                    i.class == Class::Aside && self.doc.word(i.tokens.start).starts_with(['—', '–', '-', '―'])
                });
                let clause = self.clause(at + 1)?;
                if !dash && !is_byline(clause) {
                    return None;
                }
                (clause, usize::from(dash))
            }
        };
        let end = clause.phrase_end(from);
        let dash = if from > 0 { clause.tokens(from - 1..from) } else { 0..0 };
        let named = (from..end).any(|i| clause.class(i) == Class::Name) && clause.items.len() <= end + 12;
        named.then(|| {
            self.start(Some(source(clause, from..end)), Some(dash), Why::Signature, weights::SIGNATURE)
        })
    }

    /// A sentence about somebody, then their words.
    fn after_sentence(&mut self, at: usize, block: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let clause = self.clause(before)?;
        let read = &self.units[before];
        let colon = clause.normal(clause.items.len().wrapping_sub(1)) == ":";
        if read.unit.block != block && !(colon && read.unit.block + 1 == block) {
            return None;
        }
        let led = colon && read.cue_matches.iter().all(|cue_match| cue_match.source.is_none());
        if led && let Some(phrase) = lead_in(clause) {
            let end = clause.items.len();
            let cue = clause.tokens(end - 1..end);
            let found = source(clause, phrase);
            return Some(self.start(
                Some(found),
                Some(cue),
                Why::By(SourceEvidence::Label),
                weights::SIGNATURE,
            ));
        }
        let cue_match =
            read.cue_matches.iter().rev().find(|f| f.source.is_some() && f.how != SourceEvidence::Agent);
        if let Some(cue_match) = cue_match {
            let found = cue_match.source.clone().map(|phrase| source(clause, phrase));
            let cue = Some(clause.tokens(cue_match.cue.clone()));
            return Some(self.start(
                found,
                cue,
                Why::SentenceBefore,
                if colon { weights::BEFORE_COLON } else { weights::BEFORE },
            ));
        }
        let subject = clause.main_subject(0)?;
        let person = subject
            .clone()
            .any(|i| matches!(clause.class(i), Class::Name) || matches!(clause.normal(i), "he" | "she"));
        let found = source(clause, subject);
        // "Tarn made the following comment: / “…”"
        let named =
            clause.items.len().checked_sub(2).filter(|&at| colon && clause.is(at, WordClass::SayingNoun));
        let cue = named.map(|at| clause.tokens(at..at + 1));
        person.then(|| self.start(Some(found), cue, Why::SentenceBefore, weights::BEFORE_WITHOUT_CUE))
    }

    /// A paragraph of nothing but speech, then one that begins with a name that says more.
    fn before_speaker(&mut self, at: usize, block: usize) -> Option<usize> {
        let next = self.units.get(at + 1).filter(|next| next.unit.block == block + 1)?;
        let clause = self.clause(at + 1)?;
        let cue_match = next
            .cue_matches
            .first()
            .filter(|f| f.how == SourceEvidence::Subject && f.takes.any(CLAUSE) && !f.takes.any(THOUGHT))?;
        let phrase = cue_match.source.clone().filter(|s| s.start == 0 && clause.class(0) == Class::Name)?;
        // "Pell said the hall was full. / “It is warm in there.” / Tarn said …": Pell goes on.
        let told = at.checked_sub(1).and_then(|before| self.clause(before)).is_some_and(|clause| {
            let before = &self.units[at - 1];
            before.unit.block + 1 == block
                && before.cue_matches.iter().any(|said| {
                    said.how == SourceEvidence::Subject
                        && matches!(said.next, Next::That(_) | Next::Words(_))
                        && clause.is(said.cue.start, WordClass::PlainSaying)
                })
        });
        if told {
            return None;
        }
        Some(self.start(Some(source(clause, phrase)), None, Why::NextParagraph, weights::NEXT_PARAGRAPH))
    }

    /// Words in marks inside a sentence without a cue.
    fn in_sentence(&mut self, clause: Clause, place: usize, region: &Marked) -> Option<usize> {
        let words = region.inner.clone().filter(|&i| self.doc.tokens[i].is_word()).count();
        let sentence_like = region.inner.clone().take(40).any(|i| {
            let normal = self.doc.normal(i);
            word_class::is(normal, WordClass::SentenceLike)
        });
        let opens = place == 0;
        // "Tarn was scathing: “They lied.”"
        let whole = !opens
            && clause.normal(place - 1) == ":"
            && matches!(self.doc.word(region.inner.end.saturating_sub(1)), "." | "?" | "!");
        // 'We lost everything': families return to the valley
        let headline = opens
            && clause.normal(place + 1) == ":"
            && sentence_like
            && words > 2
            && self.begins_as_speech(clause, place);
        if headline {
            // 'I was lucky': Pilot tells of night at sea
            let own = region.inner.clone().take(40).any(|at| speaks_of_self(self.doc, at));
            let subject = clause.main_subject(place + 2).filter(|subject| own && subject.start == place + 2);
            let person = subject.filter(|subject| {
                subject.clone().any(|at| {
                    clause.class(at) == Class::Name || Lexicon::get().word(clause.normal(at)).is_person_noun()
                })
            });
            let found = person.map(|subject| source(clause, subject));
            return Some(self.start(found, None, Why::Sentence, weights::AROUND));
        }
        if words < 2 || !whole && (words < 4 || (words < 6 && !sentence_like)) {
            return None;
        }
        let verb = (0..place)
            .rev()
            .take(20)
            .find(|&i| matches!(clause.class(i), Class::Verb | Class::Auxiliary | Class::Ing));
        let subject = verb.and_then(|verb| match clause.subject(clause.chain_start(verb)) {
            Subject::Phrase(phrase) => Some(phrase),
            _ => clause.main_subject(0).filter(|s| s.end <= place),
        });
        let found = subject.filter(|_| !opens).map(|phrase| source(clause, phrase));
        // "Tarn was blunt: “…”"
        let colon = !opens && clause.normal(place - 1) == ":";
        // "he demurred: “…”"
        let beside = verb.filter(|&verb| verb + 2 == place && clause.class(verb) == Class::Verb);
        let cue = if colon { beside.or(Some(place - 1)) } else { verb };
        let cue = cue.filter(|_| found.is_some()).map(|cue| clause.tokens(cue..cue + 1));
        let draft = self.start(
            found,
            cue,
            Why::Sentence,
            if colon { weights::AROUND_COLON } else { weights::AROUND },
        );
        self.drafts[draft].kind = if opens || colon { QuoteKind::Direct } else { QuoteKind::Mixed };
        Some(draft)
    }
}
