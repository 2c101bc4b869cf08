//! Which sentences are not understood by themselves: "But he", "That would be", "It was".
//!
//! What they mean stands in the sentence before. In a summary they come behind it or not at all, whoever the
//! engine thinks that "he" is: a reader should not have to take its word for it.

use std::ops::Range;

use super::features::is_word;
use crate::doc::Doc;
use crate::keyword::stem;
use crate::quote::cue;
use crate::quote::marks::Marks;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos, VerbForm};
use crate::token::{Case, TokenKind};
use crate::word_class::{self, WordClass};

/// What a sentence hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leans {
    /// It stands by itself.
    Nowhere,
    /// On the candidate of this number, which is the sentence before it.
    On(usize),
    /// On a sentence that can be in no summary, or on none at all.
    OnNothing,
}

/// What the sentence of these tokens hangs on; `before` is the candidate that the sentence before it is.
pub(super) fn leans(doc: &Doc, marks: &Marks, tokens: Range<usize>, before: Option<usize>) -> Leans {
    let first = tokens.clone().find(|at| is_word(doc, *at)).unwrap_or(tokens.start);
    // "while in Dunmore it is hunted too.": the rest of a sentence that was cut in two.
    let is_rest = doc.tokens[first].case == Case::Lower && doc.tokens[first].kind == TokenKind::Word;
    if is_rest || is_piece_of_quotation(doc, marks, &tokens) {
        return Leans::OnNothing;
    }
    let is_loose = match doc.normal(first) {
        // "It will not be easy for Ana Ruiz to leave": "it" stands for what follows.
        "it" if is_expletive(doc, &tokens, first) => false,
        // "This week", "those who": the noun says what is meant.
        "this" | "these" if first + 1 < tokens.end && is_time(doc.normal(first + 1)) => false,
        word => is_loose(word),
    };
    let is_loose = is_loose
        || points_at_once(doc, first)
        || doc.phrase(first, WordClass::LeaningPhrase).is_some()
        || points_back(doc, marks, &tokens, first)
        || is_numbered(doc, first)
        || is_of_somebody(doc, &tokens, first)
        || tokens.clone().any(|at| marks.around(at).is_some()) && says_pronoun(doc, marks, &tokens);
    match before {
        _ if !is_loose => Leans::Nowhere,
        Some(before) => Leans::On(before),
        None => Leans::OnNothing,
    }
}

/// "All these plans", "Under this rule": behind what opens the sentence stands what points back.
fn points_at_once(doc: &Doc, first: usize) -> bool {
    let opens = doc.syntax.tag(first) == Tag::Preposition || matches!(doc.normal(first), "all" | "both");
    opens
        && matches!(doc.normal(first + 1), "this" | "these" | "those" | "them")
        && !is_time(doc.normal(first + 2))
}

/// Words of a quotation that goes beyond the sentence, or is all of it: who said them stands elsewhere.
fn is_piece_of_quotation(doc: &Doc, marks: &Marks, tokens: &Range<usize>) -> bool {
    let whole = !tokens.clone().any(|at| is_word(doc, at) && marks.around(at).is_none());
    let beyond = |at: usize| {
        marks.around(at).is_some_and(|quotation| {
            let outer = quotation.outer();
            outer.start < tokens.start || outer.end > tokens.end || quotation.close.is_none()
        })
    };
    let words = || tokens.clone().filter(|&at| is_word(doc, at));
    whole || words().next().is_some_and(beyond) || words().next_back().is_some_and(beyond)
}

/// Inside the sentence, "such a show", "the latter", "the same day", "joining them is": what is meant stands before it.
fn points_back(doc: &Doc, marks: &Marks, tokens: &Range<usize>, first: usize) -> bool {
    let normal = |at: usize| if tokens.contains(&at) { doc.normal(at) } else { "" };
    let has = |word: &str| tokens.clone().any(|at| doc.normal(at) == word);
    tokens.clone().filter(|&at| marks.around(at).is_none()).any(|at| match normal(at) {
        // "such as", "such … as", "such … that" say themselves what is meant.
        "such" => {
            normal(at + 1) != "as"
                && !tokens
                    .clone()
                    .skip(at + 1 - tokens.start)
                    .any(|at| matches!(doc.normal(at), "as" | "that"))
        }
        "latter" | "former" => normal(at.wrapping_sub(1)) == "the" && !is_named(doc, tokens, at + 1),
        "mentioned" | "aforementioned" | "above-mentioned" => normal(at.wrapping_sub(1)) == "the",
        "same" => normal(at.wrapping_sub(1)) == "the" && !has("as") && at < first + 6,
        // "Insiders said it was then that Pell left"
        "then" => normal(at.wrapping_sub(2)) == "it" && matches!(normal(at.wrapping_sub(1)), "is" | "was"),
        "them" | "him" => at <= first + 2 && doc.syntax.tag(first).verb_form() == Some(VerbForm::Ing),
        _ => false,
    })
}

/// "the former minister": a noun follows.
fn is_named(doc: &Doc, tokens: &Range<usize>, at: usize) -> bool {
    tokens.contains(&at) && matches!(doc.syntax.tag(at).upos(), Upos::NOUN | Upos::PROPN | Upos::ADJ)
}

/// "It will be hard for them to leave", "It is clear that": an adjective, and what it is said of behind it.
fn is_expletive(doc: &Doc, tokens: &Range<usize>, it: usize) -> bool {
    let near = || it + 1..tokens.end.min(it + 14);
    let be = near().find(|&at| doc.is(at, WordClass::FormOfBe));
    let Some(be) = be.filter(|&be| be < it + 5) else { return false };
    let adjective = near().find(|&at| at > be && doc.syntax.tag(at).upos() == Upos::ADJ);
    let Some(adjective) = adjective.filter(|&at| at < be + 4) else { return false };
    // What names nobody is mostly a remark.
    if !tokens.clone().any(|at| doc.syntax.tag(at).upos() == Upos::PROPN) {
        return false;
    }
    let behind = doc.normal(adjective + 1);
    matches!(behind, "that" | "to")
        || behind == "for" && near().any(|at| at > adjective && doc.syntax.tag(at) == Tag::To)
}

/// "First, Pell did not say": one of several, told before and after.
fn is_numbered(doc: &Doc, first: usize) -> bool {
    (doc.is(first, WordClass::Ordinal)
        || matches!(doc.normal(first), "firstly" | "secondly" | "thirdly" | "lastly"))
        && doc.normal(first + 1) == ","
}

/// "The man had a key": somebody of whom the sentence says no more.
fn is_of_somebody(doc: &Doc, tokens: &Range<usize>, first: usize) -> bool {
    let noun = first + 1;
    let verb =
        |at: usize| tokens.contains(&at) && matches!(doc.syntax.tag(at).upos(), Upos::VERB | Upos::AUX);
    // "on the other end of the line" tells of no name either.
    let placed = tokens.contains(&(noun + 1))
        && doc.syntax.tag(noun + 1) == Tag::Preposition
        && doc.normal(noun + 1) != "of";
    let loose = verb(noun + 1) || verb(noun + 2) || placed;
    doc.normal(first) == "the" && is_loose_noun(doc.normal(noun)) && loose
}

fn is_loose_noun(normal: &str) -> bool {
    matches!(normal, "man" | "men" | "woman" | "women" | "boy" | "girl" | "suspect" | "couple")
}

/// Whether a "he" says it who is named nowhere before in the sentence: "Hearing it at home is more important, he said".
fn says_pronoun(doc: &Doc, marks: &Marks, tokens: &Range<usize>) -> bool {
    let outside = |at: &usize| marks.around(*at).is_none();
    let sayer = tokens.clone().filter(outside).find(|&at| {
        matches!(doc.normal(at), "he" | "she" | "they")
            && [at + 1, at.wrapping_sub(1)].into_iter().any(|verb| {
                tokens.contains(&verb)
                    && cue::is_plain_saying(doc.normal(verb))
                    && marks.around(verb).is_none()
            })
    });
    let named = |before: usize| {
        tokens.clone().filter(outside).take_while(|&at| at < before).any(|at| {
            doc.syntax.tag(at).upos() == Upos::PROPN
                || matches!(doc.syntax.relation(at), Relation::NominalSubject | Relation::PassiveSubject)
                    && doc.lexeme(at).known.is_person_noun()
        })
    };
    sayer.is_some_and(|sayer| !named(sayer))
}

/// Whether the main verb tells what had been before: "had been forecasting".
fn tells_before(doc: &Doc, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| {
        doc.normal(at) == "had"
            && doc.syntax.tag(at).upos() == Upos::AUX
            && doc.syntax.head(at).is_some_and(|verb| doc.syntax.relation(verb) == Relation::Root)
    })
}

/// How many words of the sentence point softly at what stands before it: "also", "too", "that plan" of which it has not
/// spoken.
pub(super) fn soft(doc: &Doc, marks: &Marks, tokens: Range<usize>) -> usize {
    let normal = |at: usize| if tokens.contains(&at) { doc.normal(at) } else { "" };
    let outside = tokens.clone().filter(|&at| marks.around(at).is_none());
    let loose = outside.filter(|&at| match normal(at) {
        "also" => normal(at.wrapping_sub(1)) != "but",
        "too" => !is_word(doc, at + 1),
        // Somebody tells what happened to him, before or beside the news.
        "i" | "my" => true,
        "this" | "that" | "these" | "those" => {
            doc.syntax.tag(at) == Tag::Determiner
                && !is_time(normal(at + 1))
                && doc.syntax.head(at).is_some_and(|noun| {
                    let stem = stem(doc.normal(noun));
                    !(tokens.start..at).any(|before| self::stem(doc.normal(before)) == stem)
                })
        }
        _ => false,
    });
    loose.count().min(2) + usize::from(tells_before(doc, &tokens))
}

/// A pronoun, or a word that sets the sentence against the one before or draws a conclusion from it.
fn is_loose(normal: &str) -> bool {
    // "it's", "they'd": tokens keep a contraction whole where it is glued by a typographic apostrophe.
    let stem = normal.split(['\'', '’']).next().unwrap_or(normal);
    word_class::is(stem, WordClass::LeaningWord)
}

fn is_time(normal: &str) -> bool {
    word_class::is(normal, WordClass::TimeNoun)
}
