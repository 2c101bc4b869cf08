//! Why: the reason that the reporter gives for what the lead tells.

use std::ops::Range;

use analysis::Span;

use super::is_of_event;
use crate::doc::Doc;
use crate::quote::marks::Marks;
use crate::quote::words::{Class, class};
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos, VerbForm};
use crate::token::TokenKind;
use crate::word_class::WordClass;

/// "because the pumps failed", "over pay", "after cracks were found": the words to the end of their clause, in the
/// reporter's voice, where they belong to what the sentence tells and not to an aside in it.
pub(super) fn why(doc: &Doc, marks: &Marks, sentence: Range<usize>) -> Option<Span> {
    let is_given =
        |at: usize| marks.around(at).is_none() && gives_reason(doc, &sentence, at) && is_of_event(doc, at);
    let start = sentence
        .clone()
        .skip(1)
        .find(|at| is_given(*at))
        .or_else(|| Some(sentence.start).filter(|at| is_given(*at)))?;
    let end = (start + 1..sentence.end)
        .find(|at| {
            // "The rise as a result of the flood limits the choice": the verb of what stood before it.
            let goes_on = || {
                let subject = |of: usize| {
                    doc.syntax.head(of) == Some(*at) && doc.syntax.relation(of) == Relation::NominalSubject
                };
                doc.syntax.tag(*at).upos() == Upos::VERB && (sentence.start..start).any(subject)
            };
            matches!(class(doc, *at, false), Class::Comma | Class::Break | Class::Aside) || goes_on()
        })
        .unwrap_or(sentence.end);
    let end = end
        - usize::from(
            end > start && doc.tokens.get(end - 1).is_some_and(|t| !t.is_word() && doc.word(end - 1) == "."),
        );
    let quoted = (start..end).any(|at| marks.around(at).is_some());
    (end > start + 1 && !quoted).then(|| doc.span(start..end))
}

fn gives_reason(doc: &Doc, sentence: &Range<usize>, at: usize) -> bool {
    let normal = |at| doc.normal(at);
    // The verb that the words hang on.
    let governor = || {
        let mut word = at;
        (0..4).find_map(|_| {
            word = doc.syntax.head(word)?;
            let before = word < at && sentence.contains(&word);
            (before && doc.syntax.tag(word).upos() == Upos::VERB).then_some(word)
        })
    };
    let reacts = |list: WordClass| {
        governor().is_some_and(|verb| doc.is(verb, list))
            || at.checked_sub(1).is_some_and(|before| sentence.contains(&before) && doc.is(before, list))
    };
    let outside = || {
        (at + 1..(at + 4).min(sentence.end)).any(|at| {
            doc.is(at, WordClass::OutsideReason)
                || doc.tokens[at].kind == TokenKind::Number
                || doc.is(at, WordClass::Cardinal)
        })
    };
    match normal(at) {
        "because" => !matches!(normal(at.wrapping_sub(1)), "just" | "simply" | "not" | "only" | "partly"),
        "due" => {
            normal(at + 1) == "to"
                && doc.syntax.tag(at + 2).verb_form() != Some(VerbForm::Base)
                && !matches!(normal(at.wrapping_sub(1)), "is" | "are" | "was" | "were" | "be" | "been")
        }
        "over" => reacts(WordClass::OverReason) && !outside() && doc.syntax.tag(at) == Tag::Preposition,
        // "after talks failed", but not "after four months" nor "after a match"
        "after" => reacts(WordClass::AfterReason) && tells(doc, sentence, at) && !outside(),
        "following" => reacts(WordClass::AfterReason) && !outside(),
        // "fined for driving", "praised for her work"
        "for" => {
            let verb = |at: usize| doc.syntax.tag(at).verb_form() == Some(VerbForm::Ing);
            reacts(WordClass::ForReason)
                && (verb(at + 1) || verb(at + 2) && doc.syntax.tag(at + 1) == Tag::Adverb)
        }
        "caused" => normal(at + 1) == "by" && doc.syntax.tag(at).verb_form() == Some(VerbForm::Participle),
        "to" => {
            // "walked out to protest against cuts"
            normal(at + 1) == "protest" && doc.syntax.tag(at + 1).upos() == Upos::VERB
        }
        _ => doc.phrase(at, WordClass::ReasonOpener).is_some(),
    }
}

/// Whether "after" opens a clause with a verb of the past of its own.
fn tells(doc: &Doc, sentence: &Range<usize>, after: usize) -> bool {
    let Some(verb) = doc.syntax.head(after).filter(|verb| *verb > after && sentence.contains(verb)) else {
        return false;
    };
    let commas = (after..verb).any(|at| doc.normal(at) == ",");
    let past = (after + 1..=verb).any(|at| {
        doc.syntax.tag(at).verb_form() == Some(VerbForm::Past)
            && (at == verb || doc.syntax.head(at) == Some(verb))
    });
    past && !commas
}
