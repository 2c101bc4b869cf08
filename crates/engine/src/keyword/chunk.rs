//! Cuts an article into runs of words that can be noun phrases, without a part-of-speech tagger.
//!
//! A run ends at marks, function words, verbs and names; what is left of it is cut to end with a word that can be
//! a noun.

use std::ops::Range;

use analysis::BlockKind;

use crate::doc::Doc;
use crate::token::{Case, TokenKind};
use crate::word_class::{self, WordClass};

/// The runs of the article's own text, in order, each with the index of its sentence.
pub(super) fn chunks(doc: &Doc, taken: &[Range<usize>]) -> Vec<(usize, Range<usize>)> {
    let mut taken = taken.iter().peekable();
    let mut found = Vec::new();
    for (number, sentence) in doc.sentences.iter().enumerate() {
        let kind = doc.document.blocks.get(sentence.block).map(|block| block.kind);
        if !matches!(kind, Some(BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Headline)) {
            continue;
        }
        let mut start = sentence.tokens.start;
        for at in sentence.tokens.clone() {
            while taken.next_if(|name| name.end <= at).is_some() {}
            let named = taken.peek().is_some_and(|name| name.contains(&at));
            let after_plural = at > start && is_plural(doc.normal(at - 1));
            if named || after_plural || !belongs(doc, at, sentence.tokens.start) {
                found.extend(trim(doc, start..at).map(|run| (number, run)));
                start = at + 1;
            }
        }
        found.extend(trim(doc, start..sentence.tokens.end).map(|run| (number, run)));
    }
    found
}

/// Whether nothing of the same phrase follows: a plural before a noun is rare, and before a verb is not
/// ("vendors offer").
fn is_plural(word: &str) -> bool {
    let stands_before_nouns = word_class::is(word, WordClass::PluralBeforeNoun);
    word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
        && !stands_before_nouns
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
    small
        && word.len() > 2
        && !word.contains('\'')
        && !doc.is(at, WordClass::FunctionWord)
        && !doc.lexeme(at).is_verb
        && !is_verb_here(doc, at, sentence_start)
        && !(word.ends_with("ed") && word.len() > 4)
        && !(word.ends_with("ly") && doc.lexeme(at).ends_like_an_adjective)
}

/// Words that are nouns or verbs by their place: "to vote", "will vote", "they vote", "he plans that".
fn is_verb_here(doc: &Doc, at: usize, sentence_start: usize) -> bool {
    let before = if at > sentence_start { doc.normal(at - 1) } else { "" };
    let object_follows = doc.is(at + 1, WordClass::OpensObject);
    let word = doc.normal(at);
    if word.ends_with("ing") {
        // "the territory calling for": what a thing does, not what it is.
        let goes_on = doc.is(at + 1, WordClass::GoesOn);
        if goes_on && at > sentence_start && belongs(doc, at - 1, sentence_start) {
            return true;
        }
        // "the meeting" is one; "meeting the president", "are meeting" are none.
        return object_follows || before.is_empty() || word_class::is(before, WordClass::BeforeIng);
    }
    (at > sentence_start && doc.is(at - 1, WordClass::BeforeVerb))
        && !matches!(before, "to" if word.ends_with("tion") || word.ends_with("ment"))
        || object_follows
            && matches!(doc.tokens.get(at.wrapping_sub(1)).map(|t| t.is_capital()), Some(true))
            && at > sentence_start
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
        let bad = is_hyphen(end - 1)
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
