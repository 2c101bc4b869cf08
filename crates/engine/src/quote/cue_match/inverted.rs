//! The verb before its source: “…,” said Tarn; The boat sank, said Tarn.

use super::{ContentSide, CueMatch, SourceEvidence, TOLD};
use crate::quote::clause::{Clause, Next};
use crate::quote::cue::{self, CLAUSE, Form, LABEL, MARKS_ONLY};
use crate::quote::words::Class;
use crate::word_class::WordClass;

/// “…,” said Tarn; Said Tarn: “…”; The boat sank, said Tarn.
pub(super) fn inverted(
    clause: Clause,
    at: usize,
    cue_end: usize,
    chain: usize,
    verb: cue::Verb,
) -> Option<CueMatch> {
    if !verb.takes.any(CLAUSE | MARKS_ONLY) || matches!(verb.form, Form::Ing | Form::Participle) {
        return None;
    }
    // Behind these stands whoever hears it, and nobody else.
    if matches!(verb.lemma, "tell" | "inform" | "notify" | "assure" | "brief") {
        return None;
    }
    let marks_before = chain > 0
        && (clause.is_quote(chain - 1)
            || chain > 1 && clause.class(chain - 1) == Class::Comma && clause.is_quote(chain - 2));
    let comma_before = chain > 0 && clause.class(chain - 1) == Class::Comma && !marks_before;
    let opens = chain == 0;
    if !(marks_before || comma_before || opens) {
        return None;
    }
    let mut start = cue_end;
    while clause.class(start) == Class::Adverb && !clause.is_quote(start) {
        start += 1;
    }
    if !clause.class(start).opens_phrase() || clause.is_quote(start) {
        return None;
    }
    let end = clause.phrase_end(start);
    if end == start {
        return None;
    }
    // “No,” said Tarn. — but not: Tarn, the harbour master, said the boat sank.
    let follows = clause.next(end, cue::of(&[CLAUSE]));
    let stops = matches!(
        clause.class(end),
        Class::Comma
            | Class::Break
            | Class::Aside
            | Class::Preposition
            | Class::Time
            | Class::Adverb
            | Class::Subordinator
            | Class::Relative
    ) || end >= clause.items.len()
        || clause.is_quote(end)
        || clause.class(end) == Class::Ing;
    let tail = stops && matches!(follows, Next::End | Next::Comma(_) | Next::Marks(_));
    // "Tarn, citing “a rule,” said the mayor could stay"
    let own_verb = matches!(clause.class(end), Class::Verb | Class::Auxiliary) && !clause.is_quote(end);
    if own_verb || !(marks_before || tail) {
        return None;
    }
    // "Tarn, who led the inquiry, asked Pell: “…”" has its subject before the commas; "In other words, explained
    // Tarn: “…”" has none there.
    let introduced = matches!(follows, Next::Marks(_))
        && clause.class(start) == Class::Name
        && !clause.has_subject(chain.saturating_sub(1));
    // "The boat, said Tarn, needs paint": set off by two commas, with the verb of the claim behind.
    let set_off = comma_before
        && clause.class(end) == Class::Comma
        && !clause.is_quote(end + 1)
        && clause.is(at, WordClass::PlainSaying)
        && (end + 1..clause.items.len().min(end + 4))
            .any(|i| matches!(clause.class(i), Class::Verb | Class::Auxiliary))
        && clause.has_subject(chain - 1);
    if set_off && !clause.has_main_clause(chain - 1) {
        return Some(CueMatch {
            cue: at..cue_end,
            takes: verb.takes,
            source: Some(start..end),
            how: SourceEvidence::Inverted,
            span: chain..end,
            side: ContentSide::Both,
            next: Next::Comma(end),
            standing: TOLD,
        });
    }
    // "Whether it works is open, said Tarn": a clause is the subject.
    let clausal = || {
        let opens = matches!(clause.class(0), Class::Ing)
            || matches!(clause.normal(0), "whether" | "what" | "how" | "why" | "where" | "to");
        opens
            && clause.is(at, WordClass::PlainSaying)
            && matches!(clause.class(start), Class::Name | Class::Determiner | Class::Subject)
            && (1..chain - 1).any(|at| matches!(clause.class(at), Class::Verb | Class::Auxiliary))
    };
    let behind = || {
        clausal()
            || clause
                .word(at)
                .is_some_and(|word| clause.tree.subject(word).is_some_and(|subject| subject > word))
    };
    if comma_before && !introduced && !clause.has_main_clause(chain - 1) && !behind() {
        return None;
    }
    let next = match after_role(clause, end) {
        Some(marks) => Next::Marks(marks),
        None if matches!(follows, Next::Marks(_)) => follows,
        None => Next::End,
    };
    let side = match (opens, next) {
        (true, _) => ContentSide::After,
        (_, Next::Marks(_)) => ContentSide::Both,
        _ => ContentSide::Before,
    };
    Some(CueMatch {
        cue: at..cue_end,
        takes: verb.takes,
        source: Some(start..end),
        how: SourceEvidence::Inverted,
        span: chain..end,
        side,
        next,
        standing: TOLD,
    })
}

/// After “…,” said Tarn, head of finance at Dunmore, “…”: where marks open again behind the role.
pub(super) fn after_role(clause: Clause, from: usize) -> Option<usize> {
    let limit = clause.items.len().min(from + 40);
    let marks = (from..limit).find(|&i| clause.is_quote(i))?;
    let before = marks.checked_sub(1)?;
    let set_off = matches!(clause.class(before), Class::Comma | Class::Aside) || clause.normal(before) == ":";
    // A cue in between has words of its own.
    let own = (from..marks)
        .any(|i| clause.cue(i).is_some_and(|v| v.takes.any(CLAUSE | LABEL) && v.form != Form::Base));
    (set_off && !own).then_some(marks)
}
