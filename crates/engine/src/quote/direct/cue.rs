//! Which cue of a sentence reports words in marks, and who tells of it.

use analysis::QuoteKind;

use super::Attributor;
use crate::lexicon::Lexicon;
use crate::quote::clause::{Clause, Next};
use crate::quote::cue::{self, CLAUSE, Form, LABEL, THOUGHT};
use crate::quote::cue_match::{ContentSide, CueMatch, SourceEvidence, touches_marks};
use crate::quote::words::Class;
use crate::word_class::WordClass;

impl<'a> Attributor<'a> {
    /// The cue match whose words the quotation at `place` is.
    pub(super) fn frame_of(&self, clause: Clause, cue_matches: &[CueMatch], place: usize) -> Option<usize> {
        self.frames_of(clause, cue_matches, place).map(|(cue_match, _)| cue_match)
    }

    /// The cue match whose words the quotation at `place` is, and the nearest one that reports them: the two differ where
    /// somebody tells of what they said or thought themselves.
    pub(super) fn frames_of(
        &self,
        clause: Clause,
        cue_matches: &[CueMatch],
        place: usize,
    ) -> Option<(usize, usize)> {
        // Right before its source: “…,” Tarn said.
        // "Without calling it “theft”, Tarn faulted the deal": what is faulted stands behind.
        let reported = cue_matches
            .iter()
            .any(|f| f.span.end <= place && f.next == Next::Marks(place) && f.takes.any(CLAUSE | LABEL));
        let beside = cue_matches.iter().position(|f| {
            (!reported || f.takes.any(CLAUSE | cue::HEARER | cue::MARKS_ONLY))
                && f.span.start > place
                && f.span.start <= place + 3
                && touches_marks(clause, f.span.start)
                // "called “unhinged” a post attacking her"
                && !(reported
                    && f.how == SourceEvidence::Subject
                    && clause.cue(f.cue.start).is_some_and(|verb| verb.form == Form::Ing))
                && matches!(f.side, ContentSide::Before | ContentSide::Both)
        });
        if let Some(beside) = beside {
            let inner = self.inner(clause, cue_matches, place).filter(|&inner| inner < beside);
            let inner = inner.unwrap_or(beside);
            return Some((inner, inner));
        }
        // The nearest cue before it; a thought told of belongs to whoever tells it.
        let before: Vec<usize> =
            (0..cue_matches.len()).take_while(|&i| cue_matches[i].cue.start < place).collect();
        let after = |&i: &usize| {
            let f = &cue_matches[i];
            let ours = match f.side {
                ContentSide::After => true,
                ContentSide::Both => match f.next {
                    Next::Marks(at) => at <= place,
                    Next::Comma(_) => true,
                    _ => false,
                },
                ContentSide::Before => false,
            };
            ours && self.reaches(clause, f, place)
        };
        let nearest = before.iter().rev().copied().find(|i| after(i));
        if let Some(near) = nearest {
            return Some((self.teller(clause, cue_matches, place, near, &before, &after), near));
        }
        // A tail further on: The call touched on “the risk”, he said.
        let tail = cue_matches.iter().position(|f| f.span.start > place && f.side == ContentSide::Before);
        let tail = tail.or_else(|| {
            cue_matches.iter().position(|f| {
                f.span.start > place && f.side == ContentSide::Both && !touches_marks(clause, f.span.start)
            })
        });
        tail.map(|tail| (tail, tail))
    }

    /// "Tarn’s remark that it was “a farce”, Ruiz laughed", "Tarn has never called it “a farce”, a spokeswoman said": a
    /// claim or a name whose words end a clause that somebody else's cue stands behind.
    fn inner(&self, clause: Clause, cue_matches: &[CueMatch], place: usize) -> Option<usize> {
        let small = place > 0 && self.opens_small(clause, place);
        let named = |source: &std::ops::Range<usize>| {
            matches!(clause.normal(source.start), "the" | "its" | "his" | "her" | "their")
                || source.clone().any(|at| clause.class(at) == Class::Name)
        };
        let inner = cue_matches.iter().rposition(|f| {
            let claim = f.how == SourceEvidence::Owner && matches!(f.next, Next::That(at) if at <= place);
            let label = f.takes.any(LABEL)
                && f.how == SourceEvidence::Subject
                && f.source.as_ref().is_some_and(named)
                && f.span.end < place
                && (f.span.end..place).all(|at| clause.is_nominal(at) || clause.normal(at) == "as");
            small && (claim || label) && f.cue.end <= place
        });
        // "what many called “fraud”" within a claim is many's.
        inner.filter(|&inner| !cue_matches[inner + 1..].iter().any(|f| f.cue.end <= place))
    }

    /// "Tarn scolded him: “…,” she said": the cue that names who the pronoun behind the words is.
    pub(super) fn named_before(
        clause: Clause,
        cue_matches: &[CueMatch],
        beside: usize,
        place: usize,
    ) -> Option<usize> {
        let source = cue_matches.get(beside)?.source.clone()?;
        let pronoun = source.len() == 1 && clause.class(source.start) == Class::Subject;
        let colon = place > 0 && clause.normal(place - 1) == ":";
        let named = |f: &CueMatch| {
            f.next == Next::Marks(place)
                && f.how == SourceEvidence::Subject
                && f.source.clone().is_some_and(|mut s| s.any(|at| clause.class(at) == Class::Name))
        };
        cue_matches[..beside].iter().position(named).filter(|_| pronoun && colon)
    }

    /// Whether the words after a cue match reach as far as `place`: no new main clause begins between.
    fn reaches(&self, clause: Clause, cue_match: &CueMatch, place: usize) -> bool {
        if place < cue_match.span.end {
            return cue_match.cue.end <= place;
        }
        // "his call for a “free port” was heard": what somebody calls for ends before the next verb.
        let own = cue_match.how == SourceEvidence::Owner
            && matches!(cue_match.next, Next::Words(_) | Next::Deed(_));
        if own {
            let from = cue_match.span.end + if matches!(cue_match.next, Next::Deed(_)) { 2 } else { 0 };
            let ends = |at: usize| {
                matches!(clause.class(at), Class::Verb | Class::Auxiliary | Class::Comma | Class::Aside)
            };
            return place < from + 10 && !(from..place).any(ends);
        }
        // "said the crew protesting the toll are “lazy”": behind the object of a participle its noun has its own verb.
        let (verb, source) = (cue_match.cue.start, cue_match.source.as_ref());
        let describes = cue_match.how == SourceEvidence::Subject
            && source.is_some_and(|source| source.end == verb)
            && clause.cue(verb).is_some_and(|form| form.form == Form::Ing && form.takes.any(cue::THING))
            && clause.has_object(verb);
        if describes && (verb..place).any(|at| clause.class(at) == Class::Auxiliary) {
            return false;
        }
        let direct = cue_match.takes.any(CLAUSE | cue::HEARER) || matches!(cue_match.next, Next::Marks(_));
        let stop = (cue_match.span.end..place).any(|i| clause.normal(i) == ";");
        if stop && cue_match.how != SourceEvidence::Label {
            return false;
        }
        // "smiled" reports only what stands beside it.
        direct && !cue_match.takes.any(cue::MARKS_ONLY)
            || match cue_match.next {
                Next::Marks(at) => {
                    at == place
                        && (!cue_match.takes.any(cue::MARKS_ONLY)
                            || cue_match.takes.any(cue::THING | CLAUSE)
                            || matches!(clause.class(place - 1), Class::Comma | Class::Break)
                            || place < cue_match.span.start)
                }
                Next::Words(_) | Next::That(_) | Next::Deed(_) => !cue_match.takes.any(cue::MARKS_ONLY),
                _ => cue_match.takes.any(LABEL | cue::THING) && place - cue_match.span.end < 14,
            }
    }

    fn teller(
        &self,
        clause: Clause,
        cue_matches: &[CueMatch],
        place: usize,
        near: usize,
        before: &[usize],
        after: &dyn Fn(&usize) -> bool,
    ) -> usize {
        let cue_match = &cue_matches[near];
        // A cue joined to the one before it by a comma or "and" speaks for itself; "to call for" does not.
        let joined = cue_match.how == SourceEvidence::Shared
            && cue_match.span.start.checked_sub(1).is_some_and(|before| {
                matches!(clause.class(before), Class::Comma | Class::Conjunction)
                    // "responded by saying"
                    || clause.normal(before) == "by"
            });
        // "Tarn said Ruiz had sent a note saying: “…”"
        let sent = cue_match.how == SourceEvidence::Shared
            && matches!(cue_match.next, Next::Marks(at) if at == place)
            && clause.cue(cue_match.cue.start).is_some_and(|verb| verb.form == Form::Ing)
            && cue_match.source.clone().is_some_and(|source| {
                source.into_iter().any(|at| clause.class(at) == Class::Name)
                    && before.iter().any(|&i| {
                        i < near
                            && cue_matches[i].source.clone().is_some_and(|teller| {
                                clause.tokens(teller)
                                    != clause.tokens(cue_match.source.clone().unwrap_or(0..0))
                            })
                    })
            });
        let speaks = cue_match.takes.any(LABEL)
            || cue_match.takes.any(CLAUSE | cue::HEARER)
                && !cue_match.takes.any(THOUGHT)
                && matches!(cue_match.next, Next::Marks(_) | Next::That(_) | Next::Words(_))
                && cue_match.how != SourceEvidence::Shared;
        if let Some(outer) = self.outer_of_pronoun(clause, cue_matches, near, before, after) {
            return outer;
        }
        // "Tarn said Ruiz’s promise to resign was “too late”": what is Ruiz's is the promise alone.
        let owned = cue_match.how == SourceEvidence::Owner && matches!(cue_match.next, Next::Deed(_));
        // "He said the plan, which some have argued came late, was “an insult”"
        let closed = (cue_match.cue.end..place).any(|i| {
            clause.class(i) == Class::Comma && matches!(clause.class(i + 1), Class::Verb | Class::Auxiliary)
        });
        let within = closed && (0..cue_match.span.start).any(|i| clause.class(i) == Class::Relative);
        // "Tarn said the recent fires demand that all engage in “more listening”": a thing has no words of its own.
        let thing = Self::is_of_thing(clause, cue_match);
        if joined
            || sent
            || !owned
                && !thing
                && !within
                && (speaks || !matches!(cue_match.how, SourceEvidence::Subject | SourceEvidence::Shared))
        {
            return near;
        }
        let outer = before.iter().rev().copied().find(|&i| {
            i < near
                && cue_matches[i].source.is_some()
                && after(&i)
                && Self::tells(&cue_matches[i], cue_match.span.start, false)
        });
        // "Tarn said she recalled thinking, “…”"
        outer.map_or(near, |outer| {
            self.outer_of_pronoun(clause, cue_matches, outer, before, after).unwrap_or(outer)
        })
    }

    /// Whether the source of a cue, which is no plain verb of saying, is a thing: no person, body, paper or name.
    fn is_of_thing(clause: Clause, cue_match: &CueMatch) -> bool {
        let Some(source) = cue_match.source.clone() else { return false };
        let head = source.clone().find(|&at| clause.class(at) == Class::Preposition).unwrap_or(source.end);
        let noun = head.checked_sub(1).filter(|&noun| clause.is_common_noun(noun) && clause.is_noun(noun));
        let Some(noun) = noun.filter(|_| cue_match.how == SourceEvidence::Subject) else { return false };
        let word = clause.normal(noun);
        let facts = Lexicon::get().word(word.strip_suffix('s').unwrap_or(word));
        let speaks = [
            WordClass::IssuedPaper,
            WordClass::EvidenceNoun,
            WordClass::TitledNoun,
            WordClass::CompanyNoun,
            WordClass::MediaNoun,
            WordClass::OrganisationNoun,
            WordClass::BodyItself,
        ];
        !clause.is(cue_match.cue.start, WordClass::PlainSaying)
            && !cue_match.takes.any(LABEL)
            && !facts.is_person_noun()
            && !facts.is_org_word()
            && !speaks.into_iter().any(|list| clause.is(noun, list))
            && !source.into_iter().any(|at| clause.class(at) == Class::Name)
    }

    /// Whether a cue reports a clause that what stands at `place` is a part of. A cue between commas ("most people,
    /// Tarn said, believe") does so too, unless what it is `strict`.
    fn tells(cue_match: &CueMatch, place: usize, strict: bool) -> bool {
        let clause = match cue_match.next {
            Next::That(at) | Next::Words(at) => at <= place,
            Next::Comma(at) => at <= place && !strict,
            _ => false,
        };
        clause && cue_match.takes.any(CLAUSE) && !cue_match.takes.any(THOUGHT)
    }

    /// "Tarn says she admired what she calls “…”", "Tarn condemned what he called “…”": a pronoun's cue inside of what
    /// somebody says leaves the words to whoever says it. But not "Tarn said he asked, “…”".
    fn outer_of_pronoun(
        &self,
        clause: Clause,
        cue_matches: &[CueMatch],
        near: usize,
        before: &[usize],
        after: &dyn Fn(&usize) -> bool,
    ) -> Option<usize> {
        let cue_match = &cue_matches[near];
        let source = cue_match.source.clone().filter(|_| cue_match.how == SourceEvidence::Subject)?;
        let pronoun = source.len() == 1
            && matches!(clause.normal(source.start), "he" | "she" | "it" | "they" | "we" | "i");
        // "said that …, but he said that": a second saying.
        let joined = source.start > 0
            && clause.class(source.start - 1) == Class::Conjunction
            && clause.is(cue_match.cue.start, WordClass::PlainSaying);
        let asks = cue_match.takes.any(CLAUSE)
            && !cue_match.takes.any(THOUGHT)
            && matches!(cue_match.next, Next::Marks(_));
        // "Tarn asked about it when he called it “…”", "a law which she called “…”"
        let apart = source.start > 0
            && (clause.class(source.start - 1) == Class::Relative
                || matches!(
                    clause.normal(source.start - 1),
                    "when" | "while" | "after" | "although" | "though"
                ));
        if !pronoun || asks || joined || apart {
            return None;
        }
        let what = source.start > 0 && clause.normal(source.start - 1) == "what";
        before.iter().rev().copied().filter(|&i| i < near && cue_matches[i].source.is_some()).find(|&i| {
            let tells = after(&i) && Self::tells(&cue_matches[i], cue_match.span.start, true);
            tells || what && cue_matches[i].cue.end + 1 == source.start
        })
    }

    /// Whole clauses, or words in the reporter's sentence.
    pub(super) fn kind(&self, clause: Clause, place: usize, cue_match: &CueMatch) -> QuoteKind {
        let Some(region) = self.region(clause, place) else { return QuoteKind::Mixed };
        // “(The boats) sank.”
        let first =
            region.inner.clone().find(|&at| self.doc.tokens[at].is_word()).unwrap_or(region.inner.start);
        let capital = self.doc.tokens.get(first).is_some_and(|t| t.is_capital());
        let opens = place == 0
            || (0..place)
                .all(|i| matches!(clause.class(i), Class::Conjunction | Class::Comma | Class::Break))
            // In Osk, “I would be glad,” Tarn said.
            || matches!(cue_match.side, ContentSide::Before | ContentSide::Both)
                && cue_match.span.start == place + 1
                && clause.class(place - 1) == Class::Comma
                && self.begins_as_speech(clause, place)
                && !(0..place).any(|i| matches!(clause.class(i), Class::Verb | Class::Auxiliary));
        let beside = matches!(cue_match.next, Next::Marks(at) if at == place)
            && (matches!(clause.class(place - usize::from(place > 0)), Class::Comma | Class::Break)
                || clause.items[place - usize::from(place > 0)].region.is_none() && capital);
        let words = region.inner.len();
        if opens && words > 1 || beside && cue_match.side != ContentSide::Before && (capital || words > 4) {
            QuoteKind::Direct
        } else {
            QuoteKind::Mixed
        }
    }
}
