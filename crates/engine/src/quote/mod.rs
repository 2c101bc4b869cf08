//! Who said what: quotation marks, what stands in them, and whose words they are.
//!
//! 1. [`marks`] pairs the quotation marks.
//! 2. [`mod@unit`] cuts the article into the reporter's sentences, each with its quotations as single items.
//! 3. [`cue_match`] finds the cues ([`cue`]) in a unit and, with a shallow parse ([`clause`], [`words`]), their sources.
//! 4. [`direct`] gives each quotation to a cue, or to a speaker known from around it, or to nobody.
//! 5. [`indirect`] takes what a cue reports without marks.
//! 6. [`polarity`] reads whether it is said, denied or left open; [`sense`], whether it is speech at all.
//! 7. [`speaker`] looks up which entity a source is.
//!
//! Who "he" is, is not decided here but in [`crate::coref`]. A source that is no entity stays without one.

mod clause;
pub(crate) mod cue;
mod cue_match;
mod direct;
mod draft;
mod frame;
mod indirect;
mod interview;
pub(crate) mod marks;
mod papers;
mod polarity;
mod sense;
mod speaker;
mod transcript;
mod tree;
mod unit;
mod voice;
pub(crate) mod words;

use std::ops::Range;

use analysis::{Diagnostic, Entity, Polarity, Quote, Sense, Span, Speaker};

use self::clause::Clause;
use self::direct::{Attributor, ParsedSentence};
use self::draft::Draft;
use self::marks::Marks;
use self::papers::Papers;
use self::speaker::Mentions;
use self::tree::Tree;
use self::unit::Unit;
use crate::doc::Doc;
use crate::explain::trace::{Decision, Trace};
use crate::rules::{self, WhyRule};
use crate::word_class::WordClass;

/// Every quote with its speaker, in order; and what was odd about the marks.
pub(crate) fn attribute(
    doc: &Doc,
    marks: &Marks,
    entities: &[Entity],
    trace: &mut Trace,
) -> (Vec<Quote>, Vec<Diagnostic>) {
    let units = unit::units(doc, marks);
    let turns = transcript::turns(doc, entities);
    let tree = &Tree::new(doc);
    let read: Vec<ParsedSentence> = units
        .iter()
        .map(|unit| {
            let cue_matches = if turns.covers(unit) || is_credit(doc, unit) {
                Vec::new()
            } else {
                cue_match::cue_matches(Clause { doc, tree, items: &unit.items })
            };
            ParsedSentence { unit, cue_matches, is_turn: turns.covers(unit) }
        })
        .collect();
    let mentions = Mentions::new(doc, entities);
    let speech = Attributor::new(doc, tree, marks, &mentions, &read).run();
    let mut drafts = speech.drafts;
    for (number, read) in read.iter().enumerate() {
        let clause = Clause { doc, tree, items: &read.unit.items };
        let used = |cue_match: usize| speech.used.binary_search(&(number, cue_match)).is_ok();
        drafts.extend(indirect::indirect(clause, &read.cue_matches, &used));
    }
    drafts.extend(turns.drafts);
    drafts.retain(|draft| !draft.segments.is_empty());
    drafts.sort_by_key(|draft| draft.segments.first().map_or(0, |span| span.start));

    voice::one_voice(doc, &mentions, &mut drafts);
    let papers = Papers::new(doc, tree, &mentions);
    let mut quotes = Vec::with_capacity(drafts.len());
    for (id, draft) in (1..).zip(drafts) {
        let rule = draft.why.rule();
        let quote = finish(doc, tree, &mentions, &papers, id, draft);
        if trace.is_on() {
            trace.add(told(doc, entities, &quote, rule));
            noted(&quote).for_each(|decision| trace.add(decision));
        }
        quotes.push(quote);
    }
    (quotes, oddities(doc, marks))
}

/// "(Additional reporting by …; editing by …)": who made the article, and nobody who speaks in it.
fn is_credit(doc: &Doc, unit: &Unit) -> bool {
    let tokens = || unit.items.iter().filter(|item| item.region.is_none()).map(|item| item.tokens.start);
    let opens = tokens().next().map_or("", |first| doc.word(first));
    (matches!(opens, "(" | "[") || tokens().take(3).any(|at| doc.is(at, WordClass::CreditWord)))
        && tokens().take(8).any(|at| doc.is(at, WordClass::CreditWord) && doc.normal(at + 1) == "by")
}

fn finish(doc: &Doc, tree: &Tree, mentions: &Mentions, papers: &Papers, id: u32, draft: Draft) -> Quote {
    let cue = draft.cue.map(|tokens| doc.span(tokens)).filter(|span| !span.is_empty());
    let speaker = draft.source.map(|source| Speaker {
        span: without_contraction(doc, &source.tokens),
        entity: mentions.meant(doc, &source).or_else(|| papers.issuer(doc, tree, mentions, &source.head)),
    });
    let why = draft.why.rule().why(&[cue.map_or("", |cue| cue.of(doc.text))]);
    let (polarity, sense) = (draft.polarity, draft.sense);
    // "He" or "the driver" whom nobody knows is a voice without a name, and no sure one.
    let is_pronoun = |span: Span| {
        doc.tokens_in(span).len() == 1 && doc.is(doc.token_at(span.start as usize), WordClass::SubjectPronoun)
    };
    let sure = match speaker.filter(|speaker| speaker.entity.is_none()) {
        Some(speaker) if is_pronoun(speaker.span) => weights::OPEN_PRONOUN,
        Some(_) => weights::UNNAMED,
        None => 1.0,
    };
    let (kind, segments, confidence) = (draft.kind, draft.segments, draft.confidence * sure);
    Quote { id, kind, segments, speaker, cue, confidence, why, polarity, sense }
}

/// The words that name a source: "they" of "they’ve said".
fn without_contraction(doc: &Doc, tokens: &Range<usize>) -> Span {
    let span = doc.span(tokens.clone());
    let pronoun = tokens.len() == 1 && doc.is(tokens.start, WordClass::SubjectPronoun);
    match span.of(doc.text).find(['\'', '’']).filter(|_| pronoun) {
        Some(at) => Span { end: span.start + at as u32, ..span },
        None => span,
    }
}

/// Whose words a quote holds, by which cue, and who that is.
fn told(doc: &Doc, entities: &[Entity], quote: &Quote, rule: &'static WhyRule) -> Decision {
    let words = |span: Span| span.of(doc.text);
    let at = quote.segments.first().copied().unwrap_or_default();
    let who = match quote.speaker {
        None => "nobody".to_owned(),
        Some(Speaker { span, entity }) => {
            let entity = entity.and_then(|id| entities.iter().find(|entity| entity.id == id));
            let entity = entity.map_or("nobody with a name", |entity| entity.name.as_str());
            format!("“{}”, {entity}", words(span))
        }
    };
    let cue = quote.cue.map(|cue| format!(", cue “{}”", words(cue))).unwrap_or_default();
    let parts = match quote.segments.len() {
        0 | 1 => String::new(),
        count => format!(" and {} more", count - 1),
    };
    let (kind, confidence) = (quote.kind.name(), quote.confidence);
    let what = format!("{kind} “{}”{parts}: {who}{cue}, confidence {confidence:.2}", words(at));
    Decision::new(&rule.rule, at, what).because(&quote.why)
}

/// By which rules a quote was not said, or is no speech.
fn noted(quote: &Quote) -> impl Iterator<Item = Decision> {
    let at = quote.cue.or(quote.segments.first().copied()).unwrap_or_default();
    let polarity = match quote.polarity {
        Polarity::Positive => None,
        Polarity::Negative => Some(&rules::SAID_NEGATIVE),
        Polarity::Uncertain => Some(&rules::SAID_UNCERTAIN),
    };
    let sense = match quote.sense {
        Sense::Speech => None,
        Sense::Thought => Some(&rules::SAID_THOUGHT),
        Sense::Plan => Some(&rules::SAID_PLAN),
    };
    let what = quote.note().unwrap_or_default();
    [polarity, sense].into_iter().flatten().map(move |rule| Decision::new(rule, at, what.to_owned()))
}

/// What a reader should know of the marks.
fn oddities(doc: &Doc, marks: &Marks) -> Vec<Diagnostic> {
    let unclosed = marks.regions.iter().filter(|region| !region.nested && region.is_unclosed());
    let message = "A quotation opens here and is never closed; it was read to the end of its paragraph, or to the words that name its speaker.";
    unclosed
        .filter_map(|region| region.open)
        .map(|open| Diagnostic::note("unclosed-quote", Some(doc.span(open..open + 1)), message))
        .collect()
}

#[cfg(test)]
mod tests;
mod weights;
