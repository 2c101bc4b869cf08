//! What someone is reported to say or think, without marks: the words that a cue takes for its object.

mod ending;
mod silence;
mod tail;

use std::ops::Range;

use analysis::{QuoteKind, Span};

use self::silence::{defers, is_of_thing, is_silence, is_test, tells_what};
use self::tail::{before, is_tail};
use super::clause::{Clause, Next};
use super::cue::{self, CLAUSE, DEED, HEARER, LABEL, THING, THOUGHT};
use super::cue_match::{ContentSide, CueMatch, SourceEvidence};
use super::draft::Draft;
use super::frame;
use super::polarity::Standing;
use super::words::Class;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos};
use crate::word_class::{self, WordClass};

/// The indirect quotes of a unit. `used` tells which cue matches have words in marks already.
pub(crate) fn indirect(clause: Clause, cue_matches: &[CueMatch], used: &dyn Fn(usize) -> bool) -> Vec<Draft> {
    let mut out = Vec::new();
    // Which cue matches report something; of those that come later it is not known yet.
    let mut reports = vec![false; cue_matches.len()];
    // The words that somebody would not say.
    let mut silence: Option<Range<usize>> = None;
    for (at, cue_match) in cue_matches.iter().enumerate() {
        let nested = is_told(clause, cue_match, &out);
        let hushed = is_silence(clause, cue_match) || is_test(clause, cue_match);
        let silent = hushed
            || is_of_thing(clause, cue_match)
            || frame::reports_nothing(clause, cue_match)
            || cue_match.standing == Standing::Nobodys
            || defers(clause, cue_matches, at)
            || silence.as_ref().is_some_and(|silence| silence.contains(&cue_match.cue.start));
        if hushed && !tells_what(clause, cue_match) {
            let stop = |&i: &usize| matches!(clause.class(i), Class::Comma | Class::Break);
            let end = (cue_match.cue.end..clause.items.len()).find(stop).unwrap_or(clause.items.len());
            silence = Some(cue_match.cue.end..end);
        }
        let mut segments =
            if used(at) || nested || silent { Vec::new() } else { words(clause, cue_matches, at, &reports) };
        if is_whole_report(clause, cue_matches, at, &segments) {
            segments.clear();
        }
        reports[at] = used(at) || !segments.is_empty();
        if !segments.is_empty() {
            // What the whole claim holds is its teller's.
            if cue_match.side != ContentSide::After {
                out.retain(|inner: &Draft| {
                    !inner.segments.iter().all(|part| segments.iter().any(|whole| whole.contains(*part)))
                });
            }
            let mut draft = Draft::of_frame(clause, cue_match, QuoteKind::Indirect);
            draft.segments = segments;
            out.push(draft);
        }
    }
    out
}

/// Whether a cue is a part of what somebody is reported to say: what "his country intends" is Tarn's word, if Tarn
/// said that it does. What Tarn said that Ruiz had said stays Ruiz's, and so does Ruiz's claim.
fn is_told(clause: Clause, cue_match: &CueMatch, told: &[Draft]) -> bool {
    let cue = clause.doc.span(clause.tokens(cue_match.cue.clone()));
    // "Tarn said the pilot had assured her that it held"
    let tells = cue_match.takes.any(CLAUSE | HEARER)
        && !cue_match.takes.any(THOUGHT)
        && cue_match.how == SourceEvidence::Subject
        && (matches!(cue_match.next, Next::That(_))
            || cue_match.takes.any(HEARER) && matches!(cue_match.next, Next::Words(_)));
    let plain = clause.is(cue_match.cue.start, WordClass::PlainSaying)
        && cue_match.how != SourceEvidence::Nobody
        || tells
        || cue_match.how == SourceEvidence::Owner;
    !plain && told.iter().any(|draft| draft.segments.iter().any(|segment| segment.contains(cue)))
}

/// "According to the paper, Tarn said that the pier was old": nothing but what somebody else said, whose words they are.
fn is_whole_report(clause: Clause, cue_matches: &[CueMatch], at: usize, segments: &[Span]) -> bool {
    let [claim] = segments else { return false };
    cue_matches[at].how == SourceEvidence::Phrase
        && cue_matches.iter().any(|inner| {
            let begins = clause.doc.span(clause.tokens(inner.span.clone())).start;
            inner.how == SourceEvidence::Subject
                && inner.side == ContentSide::After
                && matches!(inner.next, Next::That(_) | Next::Words(_))
                && clause.is(inner.cue.start, WordClass::PlainSaying)
                && begins == claim.start
        })
}

/// What the cue match reports.
fn words(clause: Clause, cue_matches: &[CueMatch], at: usize, reports: &[bool]) -> Vec<Span> {
    let cue_match = &cue_matches[at];
    let (from, needs_verb) = match (cue_match.side, cue_match.next) {
        (ContentSide::Before, _) => return before(clause, cue_matches, at, reports).into_iter().collect(),
        (ContentSide::Both, Next::Comma(comma)) => {
            // "…, the clerk said, adding that": what is added has its own cue.
            let added = cue_matches.get(at + 1).is_some_and(|next| {
                let participle = clause.cue(next.cue.start).is_some_and(|verb| verb.form == cue::Form::Ing);
                participle
                    && next.cue.start == comma + 1
                    && matches!(next.next, Next::That(_) | Next::Words(_))
            });
            let tail = if added { None } else { after(clause, cue_matches, at, comma + 1) };
            // "a plan which, Tarn said, broke the law": what the clause tells of is the reporter's.
            let which =
                cue_match.span.start.checked_sub(2).is_some_and(|at| clause.class(at) == Class::Relative);
            let head = if which { None } else { before(clause, cue_matches, at, reports) };
            return head.into_iter().chain(tail).collect();
        }
        (_, Next::That(from)) if cue_match.takes.any(CLAUSE | HEARER) => (from, false),
        (_, Next::Deed(from)) if cue_match.takes.any(DEED) || cue_match.how == SourceEvidence::Owner => {
            (from, false)
        }
        (_, Next::Words(from)) => {
            let cue = cue_match.cue.start;
            // "called the plan a farce", "described the plan as a farce"
            let named = clause.normal(from.wrapping_sub(1)) == "as" && from > cue_match.cue.end + 1;
            if cue_match.takes.any(LABEL)
                && clause.normal(cue_match.cue.end - 1) != "to"
                && (named || clause.is_labelled(cue))
            {
                let from = (cue + 1..from).find(|&at| clause.class(at) != Class::Adverb).unwrap_or(from);
                return after(clause, cue_matches, at, from).into_iter().collect();
            }
            // "The poll shows Tarn ahead": a finding needs no verb.
            let found =
                clause.cue(cue).is_some_and(|verb| word_class::is(verb.lemma, WordClass::FindingVerb))
                    && cue_match
                        .source
                        .clone()
                        .is_some_and(|mut source| source.any(|at| clause.is(at, WordClass::EvidenceNoun)));
            let thing = cue_match.takes.any(THING) || found;
            // "submitted plans that would help": no report without "that" right behind.
            let that =
                clause.cue(cue).is_some_and(|verb| word_class::is(verb.lemma, WordClass::ReportsWithThat));
            let clause_like = cue_match.takes.any(CLAUSE) && !that;
            if !thing && !clause_like {
                return Vec::new();
            }
            // "A map showing where it runs" tells of the map.
            let finds =
                clause.cue(cue).is_some_and(|verb| word_class::is(verb.lemma, WordClass::FindingVerb));
            if finds
                && clause.cue(cue).is_some_and(|verb| verb.form == cue::Form::Ing)
                && !found
                && !matches!(cue_match.next, Next::That(_))
            {
                return Vec::new();
            }
            // "said whether it would close"
            let asked = matches!(clause.normal(from), "whether" | "if") && clause_like;
            (from + usize::from(asked), !thing && !asked)
        }
        _ => return Vec::new(),
    };
    if cue_match.takes.any(cue::MARKS_ONLY) && !matches!(cue_match.next, Next::That(_)) {
        return Vec::new();
    }
    if needs_verb && !has_clause(clause, cue_matches, at, from) {
        return Vec::new();
    }
    after(clause, cue_matches, at, from).into_iter().collect()
}

/// A clause without "that" must show its verb before a comma, unless the cue can mean nothing but speech: "The talks
/// concluded this weekend, Tarn said" reports what Tarn said, and nothing that the talks did.
fn has_clause(clause: Clause, cue_matches: &[CueMatch], at: usize, from: usize) -> bool {
    let cue_match = &cue_matches[at];
    let asked = matches!(clause.normal(from), "whether" | "if" | "what" | "how" | "why" | "where");
    let own = cue_matches[at + 1..].iter().find(|later| later.side == ContentSide::Before);
    let end = own.map_or(from + 14, |later| later.span.start.min(from + 14));
    let end = (from..end).find(|&i| clause.class(i) == Class::Comma).unwrap_or(end);
    let cue = cue_match.cue.start;
    let says = clause.cue(cue).is_some_and(|verb| verb.lemma == "say");
    let plain = clause.is(cue, WordClass::PlainSaying) && (says || !clause.has_object(cue));
    // "wrote a letter asking for a boat": a thing, and a participle that describes it.
    let finite = |at: usize| matches!(clause.class(at), Class::Verb | Class::Auxiliary);
    let verb = if clause.has_object(cue) { (from..end).any(finite) } else { clause.has_verb(from..end) };
    asked || plain || verb
}

/// From a place on, to where the reporter's own words begin again.
fn after(clause: Clause, cue_matches: &[CueMatch], at: usize, from: usize) -> Option<Span> {
    let mut end = clause.report_end(cue_matches[at].cue.start, cue_matches[at].takes, from);
    let owned = cue_matches[at].how == SourceEvidence::Owner;
    // "Tarn’s warnings of a flood were ignored"
    let asked = clause.normal(from.wrapping_sub(1)) == "whether";
    if owned
        && !asked
        && matches!(cue_matches[at].next, Next::Words(_))
        && !clause.is(from - 1, WordClass::Conjunction)
    {
        let verb = |&at: &usize| matches!(clause.class(at), Class::Verb | Class::Auxiliary | Class::Comma);
        end = (from..end).find(verb).unwrap_or(end);
    }
    // "While Tarn says it is safe, Ruiz says it is not"
    let lead = |&at: &usize| clause.class(at) != Class::Adverb;
    let opened = (0..cue_matches[at].span.start).rev().find(lead);
    if opened.is_some_and(|opened| opened <= 1 && clause.is(opened, WordClass::Subordinator)) {
        let own = |&at: &usize| {
            // "the new party, Free Coast, from both sides" has a name set off, and no clause of its own.
            let set_off = || {
                let end = clause.phrase_end(at + 1);
                clause.class(end) == Class::Comma && !clause.is_quote(end)
            };
            clause.class(at) == Class::Comma
                && !clause.is_quote(at)
                && clause.class(at + 1).opens_phrase()
                && !set_off()
        };
        end = (from..end).find(own).unwrap_or(end);
    }
    // "The dam, which engineers say was cheap, feeds the town": the comma that ends the relative clause.
    let led = cue_matches[at].span.start.checked_sub(2).is_some_and(|comma| {
        clause.class(comma) == Class::Comma && clause.class(comma + 1) == Class::Relative
    });
    if led {
        end = (from..end).find(|&at| clause.class(at) == Class::Comma).unwrap_or(end);
    }
    for later in cue_matches.iter().skip(at + 1) {
        // "said it was safe, while Ruiz said it was not"
        let beside = later.span.start.checked_sub(2).filter(|&comma| comma > from);
        if let Some(comma) = beside
            && matches!(clause.normal(comma + 1), "while" | "whereas")
            && clause.class(comma) == Class::Comma
        {
            end = end.min(comma);
            break;
        }
        let adds = clause.cue(later.cue.start).is_some_and(|verb| verb.lemma == "add")
            && matches!(later.next, Next::That(_));
        let joined = later.how == SourceEvidence::Shared
            && (joins(clause, later.span.start) || adds)
            && !is_of_report(clause, &cue_matches[at], later)
            || later.side == ContentSide::Before
                && (later.how == SourceEvidence::Phrase || is_tail(clause, later));
        if joined && later.span.start > from {
            end = end.min(later.span.start);
            break;
        }
    }
    let limit = end;
    for i in from..limit {
        // "said the race, which drew a crowd, had been long": no tail before the clause has its verb.
        let tail = clause.class(i) == Class::Comma
            && clause.is(i + 1, WordClass::OpensTail)
            && !is_within_subject(clause, i, limit)
            && !describes(clause, i + 1)
            && !(clause.normal(i + 1) == "but" && ending::goes_on_within(clause, i, limit));
        if tail || matches!(clause.normal(i), ";") {
            end = i;
            break;
        }
    }
    if owned && clause.is_quote(end) {
        return None;
    }
    let (cue, span) = (cue_matches[at].cue.start, cue_matches[at].span.start);
    let infinitive = matches!(cue_matches[at].next, Next::Deed(_)) || is_infinitive(clause, from..end);
    end = ending::reporter_goes_on(clause, cue, from..end, infinitive).unwrap_or(end);
    end = ending::predicate(clause, span, from..end).unwrap_or(end);
    trimmed(clause, from..end)
}

/// "expects prices to rise": a noun phrase, and what it is to do.
fn is_infinitive(clause: Clause, report: Range<usize>) -> bool {
    let from = report.start;
    // "pledged not to row"
    if matches!(clause.normal(from), "not" | "never") && clause.normal(from + 1) == "to" {
        return true;
    }
    let to = clause.phrase_end(from);
    to > from && to < report.end && clause.normal(to) == "to" && clause.is_infinitive(to + 1)
}

/// "a tax, which would cost jobs": what is told of a thing goes on with what it does; "the boat sank, which divers doubt"
/// has a subject of its own, and is the reporter's.
fn describes(clause: Clause, which: usize) -> bool {
    let verb = (which + 1..which + 3).find(|&at| clause.class(at) != Class::Adverb);
    clause.normal(which) == "which"
        && verb.is_some_and(|at| matches!(clause.class(at), Class::Verb | Class::Auxiliary))
}

/// "the race, which drew a crowd, had been long": a relative clause between the subject and its verb.
fn is_within_subject(clause: Clause, comma: usize, limit: usize) -> bool {
    let close = (comma + 1..limit).find(|&i| clause.class(i) == Class::Comma && !clause.is_quote(i));
    let verb = |at: usize| matches!(clause.class(at), Class::Verb | Class::Auxiliary) && !clause.is_quote(at);
    // "which had no roof when she came, now sent"
    let behind = |close: usize| {
        (close + 1..limit)
            .find(|&i| !matches!(clause.class(i), Class::Adverb | Class::Time))
            .is_some_and(verb)
    };
    close.is_some_and(behind)
}

/// "said it had tried the rope and found it sound": a verb that is joined to one of the report is a part of it.
fn is_of_report(clause: Clause, cue_match: &CueMatch, later: &CueMatch) -> bool {
    let (cue, start, later) = (cue_match.cue.start, later.span.start, later.cue.start);
    let joined = start > 0 && clause.class(start - 1) == Class::Conjunction;
    if !joined || !cue_match.takes.any(CLAUSE) || clause.is(later, WordClass::PlainSaying) {
        return false;
    }
    let word = |at: usize| clause.items.get(at).map(|item| clause.tree.word(item.tokens.start));
    let (Some(cue), Some(later)) = (word(cue), word(later)) else { return false };
    let conjunct = clause.tree.relation(later) == Relation::Conjunct && clause.tree.subject(later).is_none();
    let head = clause.tree.head(later).filter(|_| conjunct);
    // "the crew would meet and praised the pilot": no past goes on with "would".
    let opened = |head: usize| {
        clause
            .tree
            .dependents(head)
            .any(|word| word < head && matches!(clause.tree.normal(word), "would" | "will" | "could" | "can"))
    };
    if clause.tree.tag(later) == Tag::VerbPast && head.is_some_and(opened) {
        return false;
    }
    head.is_some_and(|head| head > cue && clause.tree.upos(head) == Upos::VERB)
}

/// Whether a cue is joined to the report before it: "and added", ", saying"; "too weak to say" is a part of it.
fn joins(clause: Clause, chain: usize) -> bool {
    let before = chain.checked_sub(1);
    before.is_some_and(|before| {
        matches!(clause.class(before), Class::Conjunction | Class::Comma | Class::Aside)
    })
}

/// The words of these items without marks and joining words at their edges; none if a quotation is among them.
fn trimmed(clause: Clause, items: Range<usize>) -> Option<Span> {
    let (mut start, mut end) = (items.start, items.end.min(clause.items.len()));
    while start < end
        && matches!(clause.class(start), Class::Comma | Class::Break | Class::Aside | Class::Conjunction)
        && !clause.is_quote(start)
    {
        start += 1;
    }
    // "However, it sank, Tarn said": the word that joins the sentence to the one before is the reporter's.
    if clause.is(start, WordClass::Connective) && clause.class(start + 1) == Class::Comma && start + 2 < end {
        start += 2;
    }
    while end > start
        && !clause.is_quote(end - 1)
        && (matches!(clause.class(end - 1), Class::Comma | Class::Break | Class::Conjunction)
            || clause.normal(end - 1) == "(")
    {
        end -= 1;
    }
    // "it was late, however"
    if end > start + 2 && clause.is(end - 1, WordClass::Connective) && clause.class(end - 2) == Class::Comma {
        end -= 2;
    }
    if end <= start + 1 || (start..end).any(|i| clause.is_quote(i)) {
        return None;
    }
    let tokens = clause.tokens(start..end);
    let span = clause.doc.span(tokens);
    (!span.is_empty()).then_some(span)
}
