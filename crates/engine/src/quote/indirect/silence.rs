//! Where a cue reports nothing since nothing was said yet, by somebody who will not speak or by a thing that cannot.

use analysis::Polarity;

use crate::quote::clause::{Clause, Next};
use crate::quote::cue::{self, DEED, Form, HEARER};
use crate::quote::cue_match::{CueMatch, SourceEvidence};
use crate::quote::polarity::Standing;
use crate::quote::words::Class;
use crate::word_class::{self, WordClass};

/// "refused to say that it was over": what was not said is told.
pub(super) fn tells_what(clause: Clause, cue_match: &CueMatch) -> bool {
    matches!(cue_match.next, Next::Deed(to) if (to + 1..to + 4).any(|at| clause.class(at) == Class::That))
}

/// "The services aim to link the towns": what somebody made for an end has no wish of its own.
pub(super) fn is_of_thing(clause: Clause, cue_match: &CueMatch) -> bool {
    let wishes = cue_match.takes.any(cue::THOUGHT | DEED) && matches!(cue_match.next, Next::Deed(_));
    let Some(source) =
        cue_match.source.clone().filter(|_| wishes && cue_match.how == SourceEvidence::Subject)
    else {
        return false;
    };
    let head = source.clone().find(|&at| clause.class(at) == Class::Preposition).unwrap_or(source.end);
    let Some(noun) = head.checked_sub(1).filter(|&noun| clause.is_common_noun(noun)) else { return false };
    let names = source.into_iter().any(|at| clause.class(at) == Class::Name);
    !names && clause.is(noun, WordClass::ThingWithAim)
}

/// Whether somebody is said not to speak: "declined to comment", "refused to say how she would vote". Nothing is
/// reported in what follows.
pub(super) fn is_silence(clause: Clause, cue_match: &CueMatch) -> bool {
    let refuses = |at: usize| clause.is(at, WordClass::AvoidingVerb);
    let cue = cue_match.cue.start;
    if refuses(cue) {
        let Next::Deed(to) = cue_match.next else { return false };
        let after = if matches!(clause.normal(to + 1), "be" | "publicly") { to + 2 } else { to + 1 };
        return clause.is(after, WordClass::SpeakingVerb)
            || clause.cue(after).is_some_and(|v| v.takes.any(HEARER));
    }
    // "did not respond to questions"
    if cue_match.standing == Standing::Told(Polarity::Negative) && clause.is(cue, WordClass::AnsweringVerb) {
        return true;
    }
    // "would not comment on the fee"
    if cue_match.standing != Standing::Told(Polarity::Positive)
        && clause
            .cue(cue)
            .is_some_and(|verb| matches!(verb.lemma, "comment" | "speak" | "comment on" | "speak about"))
        && !matches!(cue_match.next, Next::That(_))
    {
        return true;
    }
    // "who asked not to be named", "asked to remain anonymous"
    if clause.cue(cue).is_some_and(|verb| matches!(verb.lemma, "ask" | "request" | "insist")) {
        let mut near = (cue + 1..cue + 7).take_while(|&at| clause.class(at) != Class::Comma);
        if near.any(|at| clause.is(at, WordClass::NamelessWord)) {
            return true;
        }
    }
    // "“It sank,” Tarn said, referring to the boat": the reporter explains.
    let gerund = clause.cue(cue).filter(|verb| verb.form == Form::Ing);
    if gerund.is_some_and(|verb| verb.lemma == "refer") {
        return true;
    }
    // "refrained from praising her", "avoided naming him"
    let avoided = gerund.is_some()
        && cue
            .checked_sub(1)
            .is_some_and(|at| refuses(at) || clause.normal(at) == "from" && at > 0 && refuses(at - 1));
    if avoided && !matches!(cue_match.next, Next::That(_)) {
        return true;
    }
    let refused = cue >= 2 && clause.normal(cue - 1) == "to" && refuses(cue - 2);
    // "refused to say that it was over" tells what was not said; "refused to say whether" tells nothing.
    refused && !matches!(cue_match.next, Next::That(_)) && clause.is(cue, WordClass::SpeakingVerb)
}

/// "denied having said that …": what was said, and not the saying, is what was denied.
pub(super) fn defers(clause: Clause, cue_matches: &[CueMatch], at: usize) -> bool {
    let (cue_match, next) = (&cue_matches[at], cue_matches.get(at + 1));
    let Next::Words(from) = cue_match.next else { return false };
    let deed = clause.class(from) == Class::Ing || clause.normal(from) == "having";
    deed && clause.is(cue_match.cue.start, WordClass::DenialWord)
        && next.is_some_and(|next| next.cue.start <= from + 2)
}

/// "The tests could determine whether it holds": nothing is reported yet.
pub(super) fn is_test(clause: Clause, cue_match: &CueMatch) -> bool {
    let Some(verb) = clause.cue(cue_match.cue.start) else { return false };
    let finds = word_class::is(verb.lemma, WordClass::FindingVerb);
    // "The vote will show whether it holds"
    let asked = matches!(cue_match.next, Next::Words(at) if matches!(clause.normal(at), "whether" | "if"));
    let cue = cue_match.cue.start;
    let to_come = (clause.chain_start(cue)..cue).any(|at| matches!(clause.normal(at), "will" | "would"));
    finds && cue_match.standing != Standing::Told(Polarity::Positive)
        || (finds || verb.lemma == "reveal") && asked && to_come
}
