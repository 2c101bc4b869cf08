//! Places that are written without their capital, as in mails and comments: "flights to kenya", "in san francisco".
//!
//! Only what is hardly ever written small and means nothing else: a country, or another known place behind a word like
//! "in". Who writes names small writes those of people so, too; but "mark" and "rose" are words, and stay out.

use super::weights::FOUND_AGAIN;
use super::{Group, Guess, overlay};
use crate::doc::Doc;
use crate::lexicon::{Lexicon, PhraseKind};
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

/// From this share of capitals on (of 7) a word is a name wherever it stands.
const ALWAYS_CAPITAL: u8 = 6;

/// The guesses, with the places between them that have no capital.
pub(super) fn places(doc: &Doc, guesses: Vec<Guess>) -> Vec<Guess> {
    let mut found: Vec<Guess> = Vec::new();
    for at in 0..doc.tokens.len() {
        let token = &doc.tokens[at];
        let known = doc.lexeme(at).known;
        if token.case != Case::Lower
            || token.kind != TokenKind::Word
            || known.common_word() > 1
            || known.is_known() && known.capital_share() < ALWAYS_CAPITAL
            || doc.is(at, WordClass::FunctionWord)
            || found.last().is_some_and(|last| last.tokens.end > at)
        {
            continue;
        }
        let limit = doc.sentences.get(doc.sentence_of(at)).map_or(at + 1, |sentence| sentence.tokens.end);
        let Some((length, facts)) = Lexicon::get().longest(&mut (at..limit).map(|token| doc.word(token)))
        else {
            continue;
        };
        let located = at > 0 && doc.is(at - 1, WordClass::BeforePlace) && doc.normal(at - 1) != "of";
        // "in india", though somebody is called India.
        let wide = matches!(facts.kind(), PhraseKind::Country | PhraseKind::Region) && located;
        let sure = facts.kind() == PhraseKind::Country
            && !facts.is_ambiguous()
            && known.surname() + known.given_name() + known.common_word() == 0;
        // Part of an address or a word over a hyphen: "www.kenya.org", "pro-kenya".
        let glued = |at: usize| {
            doc.tokens.get(at).is_some_and(|token| {
                token.glued && !matches!(token.kind, TokenKind::Mark | TokenKind::Clitic)
            })
        };
        let written = !glued(at) && !glued(at + length);
        let named = located && !facts.is_ambiguous() && known.common_word() == 0 || wide || sure;
        if facts.kind().is_gpe() && named && written {
            found.push(Guess::sure(at..at + length, Group::Place, FOUND_AGAIN));
        }
    }
    overlay(guesses, &[], found)
}
