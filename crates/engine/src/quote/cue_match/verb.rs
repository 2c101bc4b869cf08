//! Verbs as cues, with their source before them, behind them (“said Tarn”) or behind “by”.

use std::ops::Range;

use super::inverted::inverted;
use super::quoted::{issued_by, issuer, quoted_as, quoted_source};
use super::shared::shared;
use super::side::{side, touches_marks};
use super::{ContentSide, CueMatch, SourceEvidence, TOLD};
use crate::quote::clause::{Clause, Next, Subject};
use crate::quote::cue::{self, CLAUSE, Form, HEARER, LABEL, MARKS_ONLY, THOUGHT};
use crate::quote::words::Class;
use crate::syntax::relation::Relation;
use crate::syntax::tag::Tag;
use crate::word_class::{self, WordClass};

pub(super) fn verb(clause: Clause, at: usize, before: &[CueMatch]) -> Option<CueMatch> {
    if let Some(heard) = heard_by_body(clause, at) {
        return Some(heard);
    }
    let mut verb = particle_verb(clause, at).or_else(|| clause.cue(at))?;
    let named = clause.class(at) == Class::Name && at > 0;
    // "thanks to the crew", "it is worth mentioning that"
    let idiom = clause.normal(at) == "thanks" && clause.normal(at + 1) == "to"
        || verb.form == Form::Ing && at > 0 && clause.normal(at - 1) == "worth";
    if named || idiom || clause.normal(at) == "regarding" || clause.is_attributive(at) {
        return None;
    }
    // "The paper quoted Tarn as saying": what he said is reported by "saying".
    if clause.is(at, WordClass::QuotingVerb) && quoted_as(clause, at).is_some() {
        return None;
    }
    if let Some((quoted, start)) = quoted_source(clause, at, verb) {
        let next = colon(clause, at + 1).unwrap_or_else(|| clause.next(at + 1, verb.takes));
        let (how, span) = (SourceEvidence::Subject, start..at + 1);
        let side = side(clause, &span, next, how);
        let source = Some(quoted);
        return Some(CueMatch {
            cue: at..at + 1,
            takes: verb.takes,
            source,
            how,
            span,
            side,
            next,
            standing: TOLD,
        });
    }
    let mut cue_end = at + 1;
    if verb.lemma.contains(' ') {
        cue_end = at + 2;
    }
    if clause.class(at + 1) == Class::Preposition
        && matches!(
            (verb.lemma, clause.normal(at + 1)),
            ("call", "for" | "on" | "out") | ("refer", "to") | ("respond" | "reply", "to")
        )
        && !clause.is_quote(at + 1)
    {
        cue_end = at + 2;
        if verb.lemma == "call" {
            verb.takes = cue::of(&[cue::THING]);
        }
    }
    // "spoke about the storm"
    if clause.class(at + 1) == Class::Preposition
        && !clause.is_quote(at + 1)
        && !clause.is_quote(at + 2)
        // "insisted on Wednesday that"
        && clause.class(at + 2) != Class::Time
        && clause.time_end(at + 2).is_none()
        && word_class::is(&format!("{} {}", verb.lemma, clause.normal(at + 1)), WordClass::SaysOfThing)
    {
        cue_end = at + 2;
        // "Tarn, asked about the fire, said": who is asked, says nothing yet.
        let before = at.checked_sub(1).map(|before| clause.class(before));
        if verb.form == Form::Past
            && verb.takes.any(HEARER)
            && matches!(before, None | Some(Class::Comma | Class::Subordinator))
        {
            return None;
        }
        verb.takes = cue::of(&[cue::THING]);
    }
    if !clause.acts(at, verb) {
        return None;
    }
    let chain = clause.chain_start(at);
    let passive = matches!(verb.form, Form::Past | Form::Participle) && clause.is_passive(chain, at);
    // "Tarn said by video link": the verb has a subject of its own.
    let active = clause.word(at).is_some_and(|word| {
        clause.tree.tag(word) == Tag::VerbPast
            && clause
                .tree
                .dependents(word)
                .any(|w| w < word && clause.tree.relation(w) == Relation::NominalSubject)
    });
    let by_next =
        matches!(verb.form, Form::Past | Form::Participle) && clause.normal(cue_end) == "by" && !active;
    if passive || by_next {
        return agent(clause, at, cue_end, chain, verb);
    }
    if let Some(cue_match) = inverted(clause, at, cue_end, chain, verb) {
        return Some(cue_match);
    }
    // ", saying": whoever the sentence is about, never what stands last before the comma.
    let comma = at > 0 && !clause.is_quote(at - 1) && clause.class(at - 1) == Class::Comma;
    let adds = at > 0 && verb.lemma == "add" && clause.class(at + 1) == Class::That;
    let hangs = verb.form == Form::Ing && chain == at && (comma || adds);
    // "In a recording played to the court, Tarn is heard telling a friend"
    let heard = verb.form == Form::Ing && chain == at && at > 0 && clause.is(at - 1, WordClass::HearingVerb);
    let heard = heard.then(|| clause.chain_start(at - 1)).filter(|&chain| clause.is_passive(chain, at - 1));
    let subject = if let Some(chain) = heard {
        clause.subject(chain)
    } else if hangs {
        Subject::Shared
    } else if let Some(agent) = agent_before(clause, chain).filter(|_| verb.form == Form::Ing && chain == at)
    {
        Subject::Phrase(agent)
    } else {
        clause.subject(chain)
    };
    let (source, how) = match subject {
        Subject::Phrase(phrase) if verb.form == Form::Ing && chain == at && heard.is_none() => {
            let issuer = issuer(clause, &phrase);
            let how = if issuer.is_some() { SourceEvidence::Shared } else { SourceEvidence::Subject };
            (issuer.or(Some(phrase)), how)
        }
        Subject::Phrase(phrase) => {
            (Some(issued_by(clause, &phrase, chain).unwrap_or(phrase)), SourceEvidence::Subject)
        }
        _ if verb.form == Form::Ing || clause.normal(chain) == "having" || is_shared(clause, chain) => {
            shared(clause, chain, verb, before)?
        }
        _ => return None,
    };
    // "A sign on the door read “Back soon”": what has words on it says them.
    let written = verb.lemma == "read"
        && (clause.is_quote(cue_end) || touches_marks(clause, source.as_ref().map_or(at, |s| s.start)))
        && source.clone().is_some_and(|mut source| {
            source.any(|at| {
                clause.is(at, WordClass::TitledNoun)
                    || clause.is(at, WordClass::IssuedPaper)
                    || clause.is(at, WordClass::EvidenceNoun)
            })
        });
    if written {
        verb.takes = cue::of(&[CLAUSE]);
    }
    let next = colon(clause, cue_end).unwrap_or_else(|| clause.next(cue_end, verb.takes));
    let next = clause.that_clause(at, cue_end).filter(|_| !matches!(next, Next::Marks(_))).unwrap_or(next);
    let mut start =
        source.as_ref().filter(|_| how == SourceEvidence::Subject).map_or(chain, |s| s.start.min(chain));
    // "as Tarn said": the word is the cue's.
    let as_said = start > 0
        && clause.normal(start - 1) == "as"
        && matches!(next, Next::End | Next::Comma(_))
        && verb.takes.any(CLAUSE)
        && !verb.takes.any(THOUGHT | MARKS_ONLY);
    start -= usize::from(as_said);
    let span = start..cue_end;
    let mut side = match next {
        // “We sank” is how Tarn put it.
        Next::End if verb.lemma == "put it" => ContentSide::Before,
        // "It was late, as Tarn said on Monday, and cold": the claim stands before.
        Next::Comma(_)
            if as_said
                && start > 1
                && clause.has_main_clause(start - 1)
                // "It was, as Tarn said, late"
                && !matches!(clause.class(start - 2), Class::Verb | Class::Auxiliary) =>
        {
            ContentSide::Before
        }
        _ => side(clause, &span, next, how),
    };
    let mut next = next;
    if how == SourceEvidence::Subject
        && (as_said || clause.is(at, WordClass::PlainSaying))
        && let Some(claim) = behind_comma(clause, &span, next, side)
    {
        (next, side) = (claim, ContentSide::After);
    }
    Some(CueMatch { cue: at..cue_end, takes: verb.takes, source, how, span, side, next, standing: TOLD })
}

/// "The court heard that the car was stolen", "The car was stolen, the jury was told": what was said before a body, by
/// somebody who is not named.
fn heard_by_body(clause: Clause, at: usize) -> Option<CueMatch> {
    let told = clause.normal(at) == "told";
    if !told && clause.normal(at) != "heard" {
        return None;
    }
    let chain = clause.chain_start(at);
    if told != clause.is_passive(chain, at) {
        return None;
    }
    let Subject::Phrase(body) = clause.subject(chain) else { return None };
    let speech = cue::of(&[CLAUSE]);
    let next = clause.next(at + 1, speech);
    let claim = body.start > 1
        && clause.class(body.start - 1) == Class::Comma
        && !clause.is_quote(body.start - 2)
        && clause.has_main_clause(body.start - 1);
    let side = match next {
        Next::That(_) if !told => ContentSide::After,
        Next::End if claim => ContentSide::Before,
        _ => return None,
    };
    body.clone().any(|at| clause.is(at, WordClass::HearingBody)).then_some(CueMatch {
        cue: at..at + 1,
        takes: speech,
        source: None,
        how: SourceEvidence::Nobody,
        span: body.start..at + 1,
        side,
        next,
        standing: TOLD,
    })
}

/// What is reported behind a comma where nothing that could be stands before: "As Tarn noted, the pier is old", "Tarn
/// said on Monday, the pier was old". In "the port said from 2 to 4 May, five boats sank" the phrase is a part of it.
fn behind_comma(clause: Clause, span: &Range<usize>, next: Next, side: ContentSide) -> Option<Next> {
    let Next::Comma(comma) = next else { return None };
    let verb = |at: usize| matches!(clause.class(at), Class::Verb | Class::Auxiliary) && !clause.is_quote(at);
    let from = comma + 1;
    let stop = (from..clause.items.len()).find(|&at| clause.class(at) == Class::Break || clause.is_quote(at));
    let opens = clause.class(from).opens_phrase() || matches!(clause.class(from), Class::Preposition);
    let claims = clause.class(comma) == Class::Comma
        && opens
        && !clause.is_quote(from)
        && (from + 1..stop.unwrap_or(clause.items.len())).any(verb);
    let before = (0..span.start).any(|at| verb(at) || clause.is_quote(at));
    if !claims || before {
        return None;
    }
    let phrase = clause.is(span.end, WordClass::OpensClaim);
    match side {
        _ if phrase => Some(Next::Words(span.end)),
        ContentSide::After => Some(Next::That(from)),
        _ => None,
    }
}

/// The marks in "put it this way: “…”", "offered this advice: “…”".
pub(super) fn colon(clause: Clause, from: usize) -> Option<Next> {
    let limit = clause.items.len().min(from + 7);
    let stop = (from..limit).find(|&i| clause.is_quote(i) || clause.class(i) == Class::Break)?;
    (clause.normal(stop) == ":" && clause.is_quote(stop + 1)).then_some(Next::Marks(stop + 1))
}

/// "put it", "went on": verbs of saying only with their particle.
fn particle_verb(clause: Clause, at: usize) -> Option<cue::Verb> {
    if !clause.is(at, WordClass::OpensPhrasal) {
        return None;
    }
    cue::verb(&format!("{} {}", clause.normal(at), clause.normal(at + 1)))
}

/// Joined to a verb before: "and believed", ", then added", "to say".
pub(super) fn is_shared(clause: Clause, chain: usize) -> bool {
    chain > 0
        && !clause.is_quote(chain - 1)
        && (clause.class(chain - 1) == Class::Conjunction
            || clause.normal(chain - 1) == "to"
            || clause.class(chain - 1) == Class::Comma)
}

/// "heckled by fans shouting “Go home”": whoever did what was done does this too.
fn agent_before(clause: Clause, at: usize) -> Option<Range<usize>> {
    let by = (at.saturating_sub(6)..at).rev().find(|&i| clause.normal(i) == "by")?;
    let done = by
        .checked_sub(1)
        .and_then(|before| clause.word(before))
        .is_some_and(|word| matches!(clause.tree.tag(word), Tag::VerbParticiple | Tag::VerbPast));
    let agent = by + 1..at;
    (done && !agent.is_empty() && clause.phrase_end(by + 1) == at).then_some(agent)
}

/// "was described by Tarn as", "it is said that".
fn agent(clause: Clause, at: usize, cue_end: usize, chain: usize, verb: cue::Verb) -> Option<CueMatch> {
    let limit = clause.items.len().min(cue_end + 16);
    let by =
        (cue_end..limit).take_while(|&i| !matches!(clause.class(i), Class::Break | Class::That)).find(|&i| {
            let time = clause.class(i + 1) == Class::Time || clause.time_end(i + 1).is_some();
            clause.normal(i) == "by" && clause.class(i + 1) != Class::Ing && !time && !clause.is_quote(i + 1)
        });
    let source = by.map(|by| by + 1..clause.phrase_end(by + 1)).filter(|s| !s.is_empty());
    let (how, end) = match &source {
        Some(source) => (SourceEvidence::Agent, if by == Some(cue_end) { source.end } else { cue_end }),
        None => (SourceEvidence::Nobody, cue_end),
    };
    // Somebody who is told or asked is not the one who speaks; a label without a source is a name.
    if source.is_none() && (verb.takes.any(LABEL | THOUGHT) || chain == at && verb.takes.any(HEARER)) {
        return None;
    }
    // "The hall is full, as noted by Tarn"
    let as_noted =
        chain > 1 && clause.normal(chain - 1) == "as" && verb.takes.any(CLAUSE) && source.is_some();
    let span = chain - usize::from(as_noted)..end;
    let next = clause.next(end, verb.takes);
    let behind = chain > 0 && touches_marks(clause, chain) || as_noted && clause.has_main_clause(chain - 2);
    let side = if matches!(next, Next::End | Next::Comma(_)) && behind {
        ContentSide::Before
    } else {
        ContentSide::After
    };
    Some(CueMatch { cue: at..cue_end, takes: verb.takes, source, how, span, side, next, standing: TOLD })
}
