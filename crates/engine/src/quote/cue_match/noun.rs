//! Nouns as cues: "Tarn’s claim that", and the answer to a claim: "Tarn rejected her claim: “…”".

use std::ops::Range;

use super::shared::near_subject;
use super::{ContentSide, CueMatch, SourceEvidence, TOLD};
use crate::quote::clause::{Clause, Next, Subject};
use crate::quote::cue::{self, CLAUSE, LABEL, THING};
use crate::quote::words::Class;
use crate::syntax::relation::Relation;
use crate::syntax::tag::Upos;
use crate::word_class::WordClass;

/// "Tarn’s claim that", "her warning: “…”".
pub(super) fn noun(clause: Clause, at: usize) -> Option<CueMatch> {
    if at == 0 || !clause.is(at, WordClass::SayingNoun) || clause.class(at) == Class::Name {
        return None;
    }
    // "Tarn called the verdict “a farce”": no verdict of hers.
    let beside = clause.is_quote(at + 1) || clause.is(at, WordClass::SaysOfNoun);
    let labelled = beside
        && clause
            .governor(at)
            .is_some_and(|verb| cue::verb(clause.doc.normal(verb)).is_some_and(|verb| verb.takes.any(LABEL)));
    if labelled {
        return None;
    }
    // "a warning from Tarn that"
    let giver = matches!(clause.normal(at + 1), "from" | "by").then(|| at + 2..clause.phrase_end(at + 2));
    let giver = giver.filter(|giver| !giver.is_empty());
    let next = match clause.class(at + 1) {
        _ if clause.is_quote(at + 1) => Next::Marks(at + 1),
        _ if giver.is_some() => match clause.next(giver.as_ref().map_or(at, |g| g.end), cue::of(&[CLAUSE])) {
            next @ (Next::That(_) | Next::Marks(_)) => next,
            // "a question by Tarn on whether the pier holds"
            next @ Next::Words(at) if clause.normal(at) == "whether" => next,
            _ => return None,
        },
        Class::That => Next::That(at + 2),
        Class::Preposition
            if clause.is(at, WordClass::SaysOfNoun)
                && matches!(clause.normal(at + 1), "of" | "for" | "about" | "against" | "over" | "on")
                && !clause.is_quote(at + 2) =>
        {
            Next::Words(at + 2)
        }
        Class::Break if clause.normal(at + 1) == ":" => clause.next(at + 1, cue::of(&[CLAUSE])),
        Class::Preposition if clause.normal(at + 1) == "to" && clause.is_infinitive(at + 2) => {
            Next::Deed(at + 1)
        }
        // "her pledge to voters that the toll would go"
        Class::Preposition if clause.normal(at + 1) == "to" => {
            match clause.next(clause.phrase_end(at + 2), cue::of(&[CLAUSE])) {
                next @ Next::That(_) => next,
                _ => return None,
            }
        }
        _ => return None,
    };
    // The owner stands before, with an adjective between at most: in "his refusal to use the words" they are not his.
    if clause.normal(at + 1) == ":" && answerer(clause, at).is_some() {
        return None;
    }
    let owner = (at.saturating_sub(2)..at)
        .rev()
        .find(|&i| clause.class(i) == Class::Possessive || is_owner(clause, i));
    let from_giver = giver.is_some();
    let source = match owner {
        _ if from_giver => giver,
        Some(own) if is_owner(clause, own) => Some(own..own + 1),
        Some(own) => clause.owner(own),
        // "Tarn made a comment: “…”", but "Tarn refused to use the words “…”": words as words.
        // "agreed with the statement “…”"
        None if at > 1
            && clause.is_quote(at + 1)
            && clause.normal(at - 1) == "the"
            && clause.class(at - 2) == Class::Preposition =>
        {
            None
        }
        None if matches!(next, Next::Marks(_)) && clause.normal(at) != "words" => near_subject(clause, 0, at),
        None if matches!(next, Next::That(_)) && is_given(clause, at) => near_subject(clause, 0, at),
        None => None,
    }?;
    let start = if owner.is_some() && !from_giver { source.start } else { at };
    let end = if from_giver { source.end } else { at + 1 };
    Some(CueMatch {
        cue: at..at + 1,
        takes: if matches!(next, Next::Words(_)) { cue::of(&[CLAUSE, THING]) } else { cue::of(&[CLAUSE]) },
        source: Some(source),
        how: SourceEvidence::Owner,
        span: start..end,
        side: ContentSide::After,
        next,
        standing: TOLD,
    })
}

/// "gave a warning that", "issued a new threat that": the verb only says that the words were said.
fn is_given(clause: Clause, noun: usize) -> bool {
    let article = (noun.saturating_sub(3)..noun).rev().find(|&at| matches!(clause.normal(at), "a" | "an"));
    let verb = article.and_then(|article| article.checked_sub(1)).and_then(|verb| clause.word(verb));
    verb.is_some_and(|verb| {
        matches!(
            clause.doc.lemma(verb).as_str(),
            "give" | "issue" | "make" | "deliver" | "repeat" | "renew" | "offer" | "sound"
        )
    })
}

/// Whose the noun is, if its owner stands right before it.
fn owner_of(clause: Clause, noun: usize) -> Option<Range<usize>> {
    let before = noun.checked_sub(1)?;
    if is_owner(clause, before) {
        return Some(before..noun);
    }
    clause.owner(before).filter(|_| clause.class(before) == Class::Possessive)
}

fn is_owner(clause: Clause, at: usize) -> bool {
    matches!(clause.normal(at), "his" | "her" | "their" | "my" | "our" | "your")
}

/// "Tarn rejected her claim: “…”": the words behind the colon are the answer, and not the claim.
pub(super) fn answer(clause: Clause, colon: usize) -> Option<CueMatch> {
    let noun = (colon.saturating_sub(24)..colon)
        .rev()
        .find(|&i| clause.is(i, WordClass::SayingNoun) || clause.is(i, WordClass::AnsweredNoun))?;
    if (noun..colon).any(|i| clause.is_quote(i)) {
        return None;
    }
    // "Tarn’s reply was short: “…”"
    let is = clause.is(noun + 1, WordClass::FormOfBe)
        || matches!(clause.normal(noun + 1), "came" | "ran" | "went");
    let own = if is && noun > 0 { owner_of(clause, noun) } else { None };
    if let Some(own) = own {
        return Some(CueMatch {
            cue: noun..noun + 1,
            takes: cue::of(&[CLAUSE]),
            span: own.start..colon,
            source: Some(own),
            how: SourceEvidence::Owner,
            side: ContentSide::After,
            next: Next::Marks(colon + 1),
            standing: TOLD,
        });
    }
    let (subject, verb) = answerer(clause, noun)?;
    Some(CueMatch {
        cue: verb..verb + 1,
        takes: cue::of(&[CLAUSE]),
        source: Some(subject.clone()),
        how: SourceEvidence::Subject,
        span: subject.start..colon,
        side: ContentSide::After,
        next: Next::Marks(colon + 1),
        standing: TOLD,
    })
}

/// Who does something to a claim, and the verb: "Tarn" of "Tarn rejected her claim", but nobody for "Her claim was" and
/// for "Tarn read out her letter", where the words are those of the letter.
fn answerer(clause: Clause, noun: usize) -> Option<(Range<usize>, usize)> {
    let tree = clause.tree;
    let mut word = tree.word(clause.items.get(noun)?.tokens.start);
    // The parser may take the noun for the subject of the words in marks: "laughed off his remarks: “He was tired.”"
    let quoted = tree.head(word).is_some_and(|head| clause.is_quote(clause.item(head)));
    if matches!(tree.relation(word), Relation::NominalSubject | Relation::PassiveSubject) && !quoted {
        return None;
    }
    if quoted {
        let verb = (noun.saturating_sub(12)..noun).rev().find(|&at| clause.class(at) == Class::Verb)?;
        word = clause.word(verb)?;
        let conveys = clause.is(verb, WordClass::ConveyingVerb)
            || clause.cue(verb).is_some_and(|verb| verb.takes.any(CLAUSE));
        return match clause.subject(clause.chain_start(verb)) {
            Subject::Phrase(subject) if !conveys && tree.subject(word).is_some() => Some((subject, verb)),
            _ => None,
        };
    }
    let owned = tree.dependents(word).any(|w| {
        tree.relation(w) == Relation::Possessor || matches!(tree.normal(w), "his" | "her" | "their" | "its")
    });
    if !owned
        && !clause.is(noun, WordClass::AnsweredNoun)
        && noun > 1
        && clause.class(noun - 1) != Class::Possessive
    {
        return None;
    }
    let mut verb = None;
    for _ in 0..6 {
        let head = tree.head(word)?;
        word = head;
        if tree.upos(head) == Upos::VERB && tree.subject(head).is_some() {
            verb = Some(head);
            // "Tarn said his son had acted from concern: “…”" is Tarn's.
            let told = tree.relation(head) == Relation::ClausalComplement
                && tree
                    .head(head)
                    .is_some_and(|above| clause.doc.is(tree.token(above), WordClass::PlainSaying));
            if !told {
                break;
            }
        }
    }
    let verb = verb?;
    let token = tree.token(verb);
    if clause.doc.is(token, WordClass::ConveyingVerb) {
        return None;
    }
    let item = clause.items.partition_point(|item| item.tokens.end <= token);
    if item >= noun || clause.is_quote(item) {
        return None;
    }
    match clause.subject(clause.chain_start(item)) {
        Subject::Phrase(subject) if !subject.contains(&noun) => Some((subject, item)),
        _ => None,
    }
}
