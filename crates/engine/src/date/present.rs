//! "Today" that means these days: "Today, Hale is a major producer of salt".
//!
//! An article that counts from its day names other days near it. Where it names none, a "today" that opens its clause and
//! says what is or is held to be so, in the present, is no day.

use crate::doc::Doc;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Upos, VerbForm};
use crate::word_class::WordClass;

/// Steps up the tree to the verb at most.
const STEPS: usize = 3;
/// How far behind its subject a predicate is looked through for its helpers, in tokens.
const NEAR: usize = 12;

/// Whether an article names days near its own: "on Monday", "yesterday", "this morning".
pub(super) fn names_near_days(doc: &Doc) -> bool {
    (0..doc.tokens.len()).any(|at| {
        doc.is(at, WordClass::Weekday) && doc.tokens[at].is_capital()
            || matches!(doc.normal(at), "yesterday" | "tomorrow" | "tonight")
            || doc.normal(at) == "this" && doc.is(at + 1, WordClass::PartOfDay)
    })
}

/// Whether the "today" at a token opens a clause that says what is so: its verb is "be" or "have" in the present, and
/// nothing is going on.
pub(super) fn is_these_days(doc: &Doc, today: usize) -> bool {
    if doc.normal(today) != "today" {
        return false;
    }
    // "Today, Hale is a major producer": no subject has a comma behind it, whatever the tree makes of it.
    if doc.normal(today + 1) == "," && doc.begins_sentence(today) {
        return is_so_behind(doc, today + 2);
    }
    let mut verb = today;
    for _ in 0..STEPS {
        let Some(head) = doc.syntax.head(verb) else { return false };
        verb = head;
        let tag = doc.syntax.tag(verb).upos();
        let copula = child(doc, verb, today, |at| doc.syntax.relation(at) == Relation::Copula);
        if copula || matches!(tag, Upos::VERB | Upos::AUX) {
            break;
        }
    }
    // "Today is the last day" has it as its subject; "is today" behind the verb is the day.
    let subject = |at: usize| {
        matches!(doc.syntax.relation(at), Relation::NominalSubject | Relation::PassiveSubject) && at > today
    };
    if verb <= today || !child(doc, verb, today, subject) {
        return false;
    }
    let present = |at: usize| doc.syntax.tag(at).verb_form() == Some(VerbForm::Present);
    let has = |at: usize| present(at) && matches!(doc.normal(at), "has" | "have");
    let is = |at: usize| present(at) && doc.is(at, WordClass::FormOfBe);
    match doc.syntax.tag(verb).verb_form() {
        Some(VerbForm::Present) => has(verb) || is(verb),
        Some(VerbForm::Ing) => false,
        // "is considered", "is a major producer", not "has said" or "will be"
        _ => {
            child(doc, verb, today, is)
                && !child(doc, verb, today, |at| {
                    has(at) || doc.syntax.tag(at).verb_form() == Some(VerbForm::Modal)
                })
        }
    }
}

/// Whether the first verb from a token on says what is so: "is a major producer", not "is opening", "has said".
fn is_so_behind(doc: &Doc, from: usize) -> bool {
    let end = doc.sentences.get(doc.sentence_of(from)).map_or(from, |sentence| sentence.tokens.end);
    let finite = |at: &usize| matches!(doc.syntax.tag(*at).upos(), Upos::VERB | Upos::AUX);
    let Some(verb) = (from..end.min(from + NEAR)).find(finite) else { return false };
    let next = (verb + 1..end).find(|&at| doc.syntax.tag(at).upos() != Upos::ADV);
    let form = next.and_then(|next| doc.syntax.tag(next).verb_form());
    doc.syntax.tag(verb).verb_form() == Some(VerbForm::Present)
        && match doc.normal(verb) {
            "has" | "have" => form.is_none(),
            _ => doc.is(verb, WordClass::FormOfBe) && form != Some(VerbForm::Ing),
        }
}

/// Whether a word between "today" and the end of the predicate hangs on it and is so.
fn child(doc: &Doc, of: usize, today: usize, is: impl Fn(usize) -> bool) -> bool {
    let from = today.max(of.saturating_sub(NEAR));
    (from..of + NEAR).any(|at| at != of && doc.syntax.head(at) == Some(of) && is(at))
}
