//! Frames in which a word of the list of cues reports nothing: its object is a thing and not what somebody said, it is
//! an idiom, a gerund that names a task, a participle before a noun, or it asks the reader.
//!
//! What a verb may have for an object stands with it in `crates/train/lists/words/saying.txt`; which nouns are
//! something said, thought or proposed, in the lists of nouns there. Words in marks are not asked about here: their
//! marks make them speech.

use analysis::Polarity;

use super::clause::{Clause, Next};
use super::cue::{self, CLAUSE, CONTENT, DEED, HEARER, LABEL, THING, THOUGHT};
use super::cue_match::{ContentSide, CueMatch, SourceEvidence};
use super::polarity::Standing;
use super::words::Class;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos};
use crate::word_class::{self, WordClass};

/// Whether the cue match stands in a frame that reports nothing.
pub(crate) fn reports_nothing(clause: Clause, cue_match: &CueMatch) -> bool {
    match cue_match.how {
        SourceEvidence::Phrase | SourceEvidence::Label => false,
        _ if cue_match.side != ContentSide::After => is_no_tail(clause, cue_match),
        _ => {
            is_no_verb(clause, cue_match)
                || is_hushed(clause, cue_match)
                || is_asked_of_reader(clause, cue_match)
                || is_wish_of_anyone(clause, cue_match)
                || is_relative_that(clause, cue_match)
                || is_thing(clause, cue_match)
        }
    }
}

/// "On Monday, a woman asked the mayor": what stands before a verb that takes no clause is its adverbial.
/// "The lowest was -11 degrees, observed at Osk": a participle behind a comma, of what stands right before it.
fn is_no_tail(clause: Clause, cue_match: &CueMatch) -> bool {
    let (cue, source) = (cue_match.cue.start, cue_match.source.as_ref());
    let hangs =
        source.is_some_and(|source| source.end + 1 == cue && clause.class(source.end) == Class::Comma);
    cue_match.how == SourceEvidence::Subject
        && (!cue_match.takes.any(CLAUSE) || hangs && !clause.is(cue, WordClass::PlainSaying))
}

/// "270 pledged delegates", "Vermont state senator": a word before its noun; "considering the cost, it was cheap": a
/// preposition; "a gang considered one of the worst": a participle behind its noun, and nobody who thinks so.
fn is_no_verb(clause: Clause, cue_match: &CueMatch) -> bool {
    let (tree, cue) = (clause.tree, cue_match.cue.start);
    let (Next::Words(from), Some(word)) = (cue_match.next, clause.word(cue)) else { return false };
    let before = cue.checked_sub(1).map(|before| clause.class(before));
    let (tag, relation) = (tree.tag(word), tree.relation(word));
    if tag.upos() == Upos::PROPN && relation == Relation::Compound {
        return true;
    }
    let verb = clause.cue(cue);
    let of_past = verb.is_some_and(|verb| verb.form == cue::Form::Past);
    let plain = clause.is(cue, WordClass::PlainSaying);
    if of_past && !plain && before == Some(Class::Number) && from == cue + 1 && clause.is_common_noun(from) {
        return true;
    }
    let considers = verb.is_some_and(|verb| verb.lemma == "consider");
    if considers
        && tag == Tag::VerbIng
        && !matches!(before, Some(Class::Auxiliary | Class::Adverb))
        && cue_match.how == SourceEvidence::Shared
        && clause.class(from) != Class::Subordinator
    {
        return true;
    }
    let judged = cue_match.takes.any(THOUGHT) || cue_match.takes.any(LABEL) && !cue_match.takes.any(THING);
    // One comma only stands between, so that what it opens goes on: "the gang, once considered a band of fools, left".
    let aside = || {
        let between = cue_match.source.clone().map_or(cue..cue, |source| source.end..cue);
        of_past && between.filter(|&at| clause.class(at) == Class::Comma).count() == 1
    };
    let bare = tag == Tag::VerbParticiple && relation == Relation::Clause || aside();
    bare && judged && cue_match.how == SourceEvidence::Subject && clause.chain_start(cue) == cue
}

/// "would neither confirm nor deny the sale", "was not authorised to discuss the sale", "asked for anonymity to discuss
/// the sale", "figured out how to sell": nothing is told of what was said.
fn is_hushed(clause: Clause, cue_match: &CueMatch) -> bool {
    let cue = cue_match.cue.start;
    let lemma = clause.cue(cue).map_or("", |verb| verb.lemma);
    let near = |word: &str| (cue.saturating_sub(5)..cue).any(|at| clause.normal(at) == word);
    match lemma {
        "find" | "figure" => return clause.normal(cue + 1) == "out",
        "confirm" | "deny" if near("neither") => return true,
        _ => {}
    }
    let Some(word) = clause.word(cue).filter(|&word| clause.tree.tag(word) == Tag::VerbBase) else {
        return false;
    };
    let above = clause.tree.head(word).map_or("", |above| clause.tree.normal(above));
    cue > 0
        && clause.normal(cue - 1) == "to"
        && (near("anonymity") || matches!(above, "authorized" | "authorised" | "allowed" | "permitted"))
}

/// "The race offers a choice", "his win signalled a change": what befalls says nothing.
fn is_event(clause: Clause, cue_match: &CueMatch) -> bool {
    if cue_match.how != SourceEvidence::Subject {
        return false;
    }
    let subject = clause.word(cue_match.cue.start).and_then(|word| clause.tree.subject(word));
    subject.is_some_and(|subject| {
        clause.tree.upos(subject) == Upos::NOUN
            && [WordClass::SpeechlessNoun, WordClass::NatureNoun, WordClass::Building]
                .into_iter()
                .any(|list| clause.doc.is(clause.tree.token(subject), list))
    })
}

/// "Do you support the bridge?" asks the reader; "if you want to see it" tells of nobody's wish.
fn is_asked_of_reader(clause: Clause, cue_match: &CueMatch) -> bool {
    let source = cue_match.source.clone();
    let reader = source.is_some_and(|source| source.len() == 1 && clause.normal(source.start) == "you");
    reader && cue_match.standing != Standing::Told(Polarity::Positive)
}

/// "people who want to visit", "what they want to do": whoever does, and nobody's wish.
fn is_wish_of_anyone(clause: Clause, cue_match: &CueMatch) -> bool {
    let asked = |source: &std::ops::Range<usize>| {
        source.start > 0 && matches!(clause.normal(source.start - 1), "what" | "whatever" | "wherever")
    };
    // "That is what I asked her at a fair we shared"
    let thing = match cue_match.next {
        Next::Deed(_) => true,
        Next::Words(from) => {
            cue_match.takes.any(HEARER) && !matches!(clause.class(from), Class::Verb | Class::Auxiliary)
        }
        _ => false,
    };
    if thing && cue_match.source.as_ref().is_some_and(asked) {
        return true;
    }
    let Some(word) = clause.word(cue_match.cue.start) else { return false };
    let relative = clause.tree.relation(word) == Relation::RelativeClause;
    let head = clause.tree.head(word).filter(|_| relative && matches!(cue_match.next, Next::Deed(_)));
    head.is_some_and(|head| clause.doc.is(clause.tree.token(head), WordClass::AnyoneWord))
}

/// "claims that were false", "promises that they made": the clause tells which, and not what.
fn is_relative_that(clause: Clause, cue_match: &CueMatch) -> bool {
    let (Next::That(from), cue) = (cue_match.next, cue_match.cue.start) else { return false };
    // "decided on the body that will see to it"
    let which = clause.class(cue_match.cue.end) == Class::Preposition
        && matches!(clause.class(from), Class::Verb | Class::Auxiliary)
        && clause.is_common_noun(from.wrapping_sub(2));
    if which && cue_match.how == SourceEvidence::Subject {
        return true;
    }
    let written_small = || {
        let token = clause.items.get(cue).and_then(|item| clause.doc.tokens.get(item.tokens.start));
        token.is_some_and(|token| !token.is_capital())
    };
    if from == 0 || clause.class(from - 1) != Class::That || !clause.is_noun(cue) || !written_small() {
        return false;
    }
    let first = (from..from + 3).find(|&at| clause.class(at) != Class::Adverb);
    let is_subject = first.is_some_and(|at| matches!(clause.class(at), Class::Verb | Class::Auxiliary));
    let tells_which = || {
        clause.word(cue).is_some_and(|word| {
            let mut clauses = clause.tree.dependents(word).filter(|&other| other > word);
            clauses.any(|other| clause.tree.relation(other) == Relation::RelativeClause)
        })
    };
    is_subject || cue_match.how != SourceEvidence::Owner && clause.governor(cue).is_some() && tells_which()
}

/// Whether a thing or a deed stands behind the cue, of which the verb tells something else than that it was said.
fn is_thing(clause: Clause, cue_match: &CueMatch) -> bool {
    let (tree, cue) = (clause.tree, cue_match.cue.start);
    let Next::Words(from) = cue_match.next else { return false };
    let owned = matches!(cue_match.how, SourceEvidence::Subject | SourceEvidence::Shared);
    if owned && is_aim(clause, cue_match, from) {
        return true;
    }
    if is_passive_with_adverbial(clause, cue_match, from) {
        return true;
    }
    let (Some(verb), Some(word)) = (clause.cue(cue), clause.word(cue)) else { return false };
    let behind =
        |relation| tree.dependents(word).find(|&other| other > word && tree.relation(other) == relation);
    if behind(Relation::ClausalComplement).is_some() {
        return false;
    }
    if is_event(clause, cue_match) {
        return true;
    }
    let Some(object) = behind(Relation::Object) else { return false };
    // "clarified this", "disputed it at the court", "welcomes you"
    let behind_object = clause.item(object) + 1;
    let bare = matches!(clause.class(behind_object), Class::Break | Class::Comma | Class::Conjunction)
        || matches!(clause.normal(behind_object), "at" | "in" | "on");
    let points = matches!(tree.normal(object), "this" | "that");
    let pronoun = matches!(tree.normal(object), "it" | "them" | "you" | "him" | "us");
    if !cue_match.takes.any(LABEL) && (points || pronoun && bare) {
        return true;
    }
    let idiom = format!("{} {}", verb.lemma, tree.normal(object));
    if word_class::is(&idiom, WordClass::EmptyObject) {
        return true;
    }
    let above = tree.head(word).map(|above| tree.token(above));
    let infinitive = cue_match.how == SourceEvidence::Shared && tree.tag(word) == Tag::VerbBase;
    let unsaid = infinitive
        && above.is_some_and(|above| match tree.relation(word) {
            // "a chance to defend the title"
            Relation::Clause => clause.doc.is(above, WordClass::MeansNoun),
            // "a word used to describe the mill"
            relation @ (Relation::AdverbialClause | Relation::OpenComplement) => {
                let passive = clause.doc.syntax.tag(above) == Tag::VerbParticiple;
                clause.doc.normal(above) == "used"
                    && (passive || relation == Relation::AdverbialClause || is_of_relative(clause, above))
            }
            _ => false,
        });
    if unsaid || verb.form == cue::Form::Ing && is_example(clause, cue) {
        return true;
    }
    // "is challenging Tarn for the seat"
    let is_person = matches!(tree.upos(object), Upos::PROPN | Upos::PRON);
    let behind_person = clause.item(object) + 1;
    let more = match clause.class(behind_person) {
        Class::Preposition => matches!(clause.normal(behind_person), "to" | "on" | "about" | "over"),
        class => class.opens_phrase(),
    };
    let end = clause.phrase_end(from).max(behind_person);
    let open = behind(Relation::OpenComplement).is_some();
    match verb.lemma {
        "challenge" if is_person => return !more && !open,
        // "denied her the prize"
        "deny" if tree.upos(object) == Upos::PRON || behind(Relation::IndirectObject).is_some() => {
            return true;
        }
        _ => {}
    }
    // "offered a boat", "kept a lead": another verb of the same letters, unless a clause follows after all.
    let said = open
        || is_person && more
        || cue_match.takes.any(THING) && names_content(clause, from, end)
        || is_finding(clause, cue_match)
        || is_clause_from(clause, from);
    let topic = word_class::is(verb.lemma, WordClass::TopicVerb) && !clause.is_labelled(cue);
    let as_label = || (object..object + 12).any(|word| tree.normal(word) == "as");
    (cue_match.takes.any(CONTENT) || topic && !as_label()) && !said
}

/// "a word that the owners used": the verb of a relative clause with a subject of its own.
fn is_of_relative(clause: Clause, token: usize) -> bool {
    let tree = clause.tree;
    let verb = tree.word(token);
    let relative = |word: usize| matches!(tree.normal(word), "who" | "which" | "that");
    tree.relation(verb) == Relation::RelativeClause
        && tree.subject(verb).is_some_and(|subject| !relative(subject))
}

/// Whether one of the one or two noun phrases behind a verb is something that can be said: "offered praise for the
/// crew", "offered the crew an apology".
fn names_content(clause: Clause, from: usize, end: usize) -> bool {
    let second = if clause.class(end).opens_phrase() { clause.phrase_end(end) } else { end };
    (from..second).any(|at| clause.is(at, WordClass::SayingNoun) || clause.is(at, WordClass::ContentNoun))
}

/// "was revealed months ago", "was criticised after it closed", "were offered based on need": when, why or how something
/// was said, where the passive has what was said for its subject.
fn is_passive_with_adverbial(clause: Clause, cue_match: &CueMatch, from: usize) -> bool {
    if !matches!(cue_match.how, SourceEvidence::Nobody | SourceEvidence::Agent)
        || cue_match.cue.len() > 1
        || cue_match.takes.any(LABEL | HEARER)
    {
        return false;
    }
    let participle = clause.word(from).is_some_and(|word| clause.tree.tag(word) == Tag::VerbParticiple);
    let led = from > cue_match.span.end && {
        let before = clause.normal(from - 1);
        clause.class(from - 1) == Class::Preposition
            && !matches!(before, "as" | "of" | "for" | "about")
            && (before != "to" || !cue_match.takes.any(CLAUSE | DEED))
    };
    let ago = (from + 1..from + 3).any(|at| matches!(clause.normal(at), "ago" | "earlier" | "later"));
    led || ago || participle && !clause.has_object(cue_match.cue.start)
}

/// "figures to win", "set out to win": an infinitive behind a verb that takes none.
fn is_aim(clause: Clause, cue_match: &CueMatch, from: usize) -> bool {
    let tag = |at: usize| clause.word(at).map(|word| clause.tree.tag(word));
    from > cue_match.cue.end
        && clause.normal(from - 1) == "to"
        && !cue_match.takes.any(DEED)
        && tag(from) == Some(Tag::VerbBase)
        && (cue_match.cue.len() > 1
            || !matches!(tag(cue_match.cue.start), Some(Tag::VerbParticiple | Tag::Adjective)))
}

/// "The poll shows Tarn ahead": a finding needs no clause.
fn is_finding(clause: Clause, cue_match: &CueMatch) -> bool {
    let mut source = cue_match.source.clone().unwrap_or_default();
    source.any(|at| clause.is(at, WordClass::EvidenceNoun) || clause.is(at, WordClass::IssuedPaper))
}

/// Whether a noun phrase with a verb behind it begins here, or a question.
fn is_clause_from(clause: Clause, from: usize) -> bool {
    if matches!(clause.class(from), Class::Subordinator | Class::Subject | Class::Relative) {
        return true;
    }
    // "showed pilots trained at the mill are good"
    let stop = |&at: &usize| {
        use Class::{Break, Comma, Conjunction, Relative, That};
        matches!(clause.class(at), Comma | Break | Conjunction | Relative | That) || clause.is_quote(at)
    };
    let end = (from..from + 14).find(stop).unwrap_or(from + 14);
    if (from..end).any(|at| clause.class(at) == Class::Auxiliary) {
        return true;
    }
    let end = clause.phrase_end(from);
    // "showed donors that he was in earnest", but not "found stones that glowed"
    if clause.class(end) == Class::That {
        return clause.class(end + 1).opens_phrase();
    }
    let verb = (end..end + 3).find(|&at| clause.class(at) != Class::Adverb);
    verb.is_some_and(|at| matches!(clause.class(at), Class::Verb | Class::Auxiliary | Class::Ing))
}

/// Whether a gerund is one of the examples behind "such as".
fn is_example(clause: Clause, gerund: usize) -> bool {
    let opened = |at: usize| {
        let before = at.checked_sub(1).map_or("", |before| clause.normal(before));
        before == "including"
            || before == "like"
            || before == "as" && at > 1 && clause.normal(at - 2) == "such"
    };
    let joined = gerund > 0 && matches!(clause.class(gerund - 1), Class::Conjunction | Class::Comma);
    let floor = gerund.saturating_sub(12);
    opened(gerund) || joined && (floor..gerund).any(|at| clause.class(at) == Class::Ing && opened(at))
}
