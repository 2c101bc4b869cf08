//! Cuts an article into the noun phrases of its parse: a noun with the adjectives and nouns before it.
//!
//! A run ends at marks, function words, verbs and names; what is left of it is cut to end with a noun. What the tagger
//! takes for a noun and the tree for a predicate ("when the rain stops") is a verb.

use std::ops::Range;

use analysis::BlockKind;

use crate::doc::Doc;
use crate::lexicon::Parts;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos};
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

/// A run of words that can be a noun phrase.
pub(super) struct Chunk {
    pub tokens: Range<usize>,
    pub sentence: usize,
    /// Whether it is a name that nobody has found: words with capitals inside a sentence.
    pub named: bool,
}

/// The runs of the article's own text, in order.
pub(super) fn chunks(doc: &Doc, taken: &[Range<usize>]) -> Vec<Chunk> {
    let mut taken = taken.iter().peekable();
    let mut found = Vec::new();
    for (number, sentence) in doc.sentences.iter().enumerate() {
        let kind = doc.document.blocks.get(sentence.block).map(|block| block.kind);
        if !matches!(kind, Some(BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Headline)) {
            continue;
        }
        let mut start = sentence.tokens.start;
        let mut capitals = sentence.tokens.start;
        let end = |found: &mut Vec<Chunk>, tokens: Range<usize>| {
            found.extend(trim(doc, tokens).map(|tokens| Chunk { tokens, sentence: number, named: false }));
        };
        for at in sentence.tokens.clone() {
            while taken.next_if(|name| name.end <= at).is_some() {}
            let is_name = taken.peek().is_some_and(|name| name.contains(&at));
            // "vendors offer food": a plural is the last of its phrase, unless the tree has it within one.
            let after_plural = at > start
                && doc.syntax.tag(at - 1) == Tag::Nouns
                && (!matches!(doc.syntax.relation(at - 1), Relation::Compound | Relation::Possessor)
                    || doc.lexeme(at).parts.has_any(Parts::VERB_BASE.or(Parts::VERB_PAST)));
            if is_name || after_plural || !belongs(doc, at, sentence.tokens.start) {
                end(&mut found, start..at);
                start = if after_plural && !is_name && belongs(doc, at, sentence.tokens.start) {
                    at
                } else {
                    at + 1
                };
            }
            let capital = !is_name
                && at > sentence.tokens.start
                && doc.tokens[at].is_word()
                && doc.tokens[at].is_capital()
                && doc.syntax.tag(at).upos() == Upos::PROPN
                && !doc.is(at, WordClass::Weekday)
                && !doc.is(at, WordClass::Month);
            if !capital {
                if at >= capitals + 2 && kind != Some(BlockKind::Headline) {
                    found.push(Chunk { tokens: capitals..at, sentence: number, named: true });
                }
                capitals = at + 1;
            }
        }
        end(&mut found, start..sentence.tokens.end);
    }
    found
}

/// Whether the token can stand in a noun phrase, other than as a name or an article.
fn belongs(doc: &Doc, at: usize, sentence_start: usize) -> bool {
    let Some(token) = doc.tokens.get(at) else { return false };
    let word = doc.normal(at);
    match token.kind {
        TokenKind::Hyphen => return true,
        TokenKind::Word => {}
        _ => return false,
    }
    let begins = at == sentence_start || doc.begins_sentence(at);
    let small = token.case == Case::Lower || (begins && token.case == Case::Title);
    if !small || word.len() <= 2 || word.contains('\'') || doc.is(at, WordClass::FunctionWord) {
        return false;
    }
    match doc.syntax.tag(at) {
        Tag::Noun | Tag::Nouns => !doc.lexeme(at).is_verb && !is_predicate(doc, at),
        // A word that opens the sentence with a capital.
        Tag::Name | Tag::Names => begins,
        Tag::Adjective => true,
        // "oyster": no comparative, whatever its letters say.
        Tag::Comparative => doc.lexeme(at).parts.has_any(Parts::NOUN),
        // "fishing boats": a noun before a noun.
        Tag::VerbIng
            if doc.lexeme(at).parts.has_any(Parts::NOUN)
                && doc.syntax.tag(at + 1).upos() == Upos::NOUN
                && !(at > 0 && matches!(doc.syntax.tag(at - 1).upos(), Upos::AUX | Upos::NOUN)) =>
        {
            true
        }
        // "load shedding": what is done, with its object before it.
        Tag::VerbIng if is_compound_gerund(doc, at) => true,
        // "rising costs", "lost years"
        Tag::VerbIng | Tag::VerbParticiple => {
            matches!(doc.syntax.relation(at), Relation::AdjectiveOf | Relation::Compound)
                && doc.syntax.head(at).is_some_and(|head| head > at)
        }
        _ => false,
    }
}

/// "load shedding", "tax dodging": a noun hangs on it as the first part of a compound.
fn is_compound_gerund(doc: &Doc, at: usize) -> bool {
    at > 0
        && doc.syntax.tag(at) == Tag::VerbIng
        && doc.syntax.tag(at - 1) == Tag::Noun
        && doc.syntax.relation(at - 1) == Relation::Compound
        && doc.syntax.head(at - 1) == Some(at)
}

/// "When the rain stops": a word that can be a verb, and stands where only a verb does in the tree.
fn is_predicate(doc: &Doc, at: usize) -> bool {
    let verb = doc.lexeme(at).parts.has_any(Parts::VERB_THIRD.or(Parts::VERB_BASE).or(Parts::VERB_PAST))
        || doc.syntax.tag(at) == Tag::Nouns;
    // "When the rain stops, …": the clause has no other verb.
    let clause = || {
        doc.normal(at + 1) == ","
            && (at.saturating_sub(6)..at)
                .rev()
                .take_while(|&word| {
                    !matches!(doc.syntax.tag(word).upos(), Upos::VERB | Upos::AUX | Upos::PUNCT)
                })
                .any(|word| {
                    matches!(
                        doc.normal(word),
                        "when" | "if" | "once" | "until" | "whenever" | "while" | "because"
                    )
                })
    };
    verb && at > 0
        && doc.syntax.tag(at - 1).upos() == Upos::NOUN
        && (clause() && doc.syntax.tag(at) == Tag::Nouns
            || matches!(
                doc.syntax.relation(at),
                Relation::AdverbialClause
                    | Relation::AdverbialRelative
                    | Relation::ClausalComplement
                    | Relation::RelativeClause
                    | Relation::Parataxis
                    | Relation::Root
            ))
}

/// The run without light words before it and without what cannot end a phrase behind it.
fn trim(doc: &Doc, run: Range<usize>) -> Option<Range<usize>> {
    let is_hyphen = |at: usize| doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Hyphen);
    let Range { mut start, mut end } = run;
    while start < end && (is_hyphen(start) || doc.is(start, WordClass::LightWord)) {
        // What is joined by a hyphen goes as one: "long-standing".
        start += 1;
        while start < end && is_hyphen(start) {
            start += 2;
        }
    }
    while start < end {
        let joined = is_hyphen(end.wrapping_sub(2)) && end >= 2;
        let noun = matches!(doc.syntax.tag(end - 1).upos(), Upos::NOUN | Upos::PROPN)
            || end - start >= 2 && is_compound_gerund(doc, end - 1);
        let bad = !noun
            || doc.is(end - 1, WordClass::LightWord)
            || doc.is(end - 1, WordClass::GenericNoun)
            || doc.lexeme(end - 1).ends_like_an_adjective;
        if !bad {
            break;
        }
        end -= if joined && end - start >= 2 { 2 } else { 1 };
    }
    // A run glued by a hyphen to something outside ("German-" + "backed") is half a word.
    let half = is_hyphen(end) || (start > 0 && is_hyphen(start - 1));
    (start < end && !half).then_some(start..end)
}
