//! Where the news of an article begins: at its first sentence, or behind an anecdote ("On a grey morning, Ana Ruiz stood
//! at her window …").
//!
//! An opening is an anecdote where it paints a scene, says neither when nor who said so, and a sentence soon after it
//! names a day and somebody who acts (a body, a place or somebody with a title). News that opens without a day stays
//! what it is, as no scene is painted.

use std::ops::Range;

use analysis::{Entity, EntityType, MentionKind, Span};

use super::features::Features;
use super::leaning::Leans;
use crate::doc::Doc;
use crate::quote::cue;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos, VerbForm};
use crate::word_class::WordClass;

/// How many sentences the news is looked for in.
const REACH: usize = 12;
/// How many signs of a scene make one.
const SIGNS: usize = 2;
/// Words of an opening that can set a scene.
const OPENER: usize = 7;

/// The candidate that tells the news; 0 where the article opens with it.
pub(super) fn news(doc: &Doc, found: &[Features], entities: &[Entity]) -> usize {
    let [opening, rest @ ..] = found else { return 0 };
    if is_dated(doc, &opening.tokens) || reports(doc, &opening.tokens) {
        return 0;
    }
    let goes_on = rest.first().is_some_and(|next| next.leans != Leans::Nowhere);
    let (painted, habitual) = scene(doc, opening.tokens.clone());
    // "Police know some things about him": what is so every day paints no scene by itself.
    let signs = painted + usize::from(goes_on) + usize::from(habitual);
    if signs < SIGNS || painted == 0 {
        return 0;
    }
    let acts = |tokens: &Range<usize>, span: Span| {
        let office = |at: usize| doc.is(at, WordClass::ActingBody) && doc.syntax.tag(at).upos() == Upos::NOUN;
        tokens.clone().any(office)
            || entities.iter().any(|entity| {
                let body = matches!(entity.kind, EntityType::Org | EntityType::Gpe | EntityType::Norp);
                (body || entity.kind == EntityType::Person && entity.role.is_some())
                    && entity
                        .mentions
                        .iter()
                        .any(|mention| mention.kind == MentionKind::Name && span.contains(mention.span))
            })
    };
    let news = rest.iter().take(REACH).position(|candidate| {
        candidate.leans == Leans::Nowhere
            && candidate.quoted < 0.3
            && is_dated(doc, &candidate.tokens)
            && acts(&candidate.tokens, candidate.span)
    });
    news.map_or(0, |at| at + 1)
}

/// Whether it says a day near that of writing.
fn is_dated(doc: &Doc, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| {
        let each = at > tokens.start && matches!(doc.normal(at - 1), "every" | "each");
        doc.is(at, WordClass::Weekday) && doc.tokens[at].is_capital() && !each
            || matches!(doc.normal(at), "today" | "yesterday" | "tonight" | "tomorrow")
            || matches!(doc.normal(at), "this" | "last" | "next")
                && matches!(doc.normal(at + 1), "week" | "month")
    })
}

/// Whether its main verb is one of saying.
fn reports(doc: &Doc, tokens: &Range<usize>) -> bool {
    root(doc, tokens).is_some_and(|root| cue::is_plain_saying(doc.normal(root)))
}

fn root(doc: &Doc, tokens: &Range<usize>) -> Option<usize> {
    tokens.clone().find(|&at| doc.syntax.relation(at) == Relation::Root && doc.syntax.tag(at) != Tag::Mark)
}

/// How many signs of a scene the sentence has (how it opens, and what its verbs tell), and whether it tells what is so every
/// day.
fn scene(doc: &Doc, tokens: Range<usize>) -> (usize, bool) {
    let first = tokens.clone().find(|&at| doc.tokens[at].is_word()).unwrap_or(tokens.start);
    let head = first..tokens.end.min(first + OPENER);
    let part_of_day = || {
        head.clone().any(|at| {
            doc.is(at, WordClass::PartOfDay) || doc.is(at, WordClass::Season) || doc.normal(at) == "day"
        })
    };
    let opens = match doc.normal(first) {
        "when" | "as" | "while" | "every" | "each" | "most" => true,
        "one" | "it" => part_of_day(),
        _ if doc.syntax.tag(first) == Tag::Preposition => part_of_day(),
        _ => false,
    };
    let root = root(doc, &tokens);
    let poses = tokens.clone().any(|at| {
        doc.is(at, WordClass::SceneVerb)
            && doc.syntax.tag(at).upos() == Upos::VERB
            && matches!(
                doc.syntax.relation(at),
                Relation::Root | Relation::Conjunct | Relation::AdverbialClause
            )
    });
    let habitual = root.is_some_and(|root| {
        doc.syntax.tag(root).verb_form() == Some(VerbForm::Present) && !doc.is(root, WordClass::FormOfBe)
    });
    (usize::from(opens) + usize::from(poses), habitual)
}
