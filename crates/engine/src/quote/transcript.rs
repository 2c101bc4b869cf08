//! Interviews, debates and hearings printed as transcripts: `PELL: I disagree.`, `Q: Why?`, `Mr Speaker: Order.`
//!
//! A label is trusted only if the article has several turns, since a colon may stand behind anything once: three labels
//! in capitals, or four of which one comes again; or two, where nothing but turns of people with names is left of a chat
//! or a film's subtitles. An interview may have no labels at all ([`super::interview`]).

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::ops::Range;

use analysis::{Entity, EntityType, MentionKind, Polarity, QuoteKind, Sense, Span};
use text::BlockKind;

use super::draft::{Draft, Source, Why};
use super::interview;
use super::unit::Unit;
use super::weights;
use crate::doc::Doc;
use crate::lexicon::Lexicon;
use crate::token::TokenKind;
use crate::word_class::WordClass;

/// The turns of a transcript.
#[derive(Default)]
pub(crate) struct Turns {
    pub drafts: Vec<Draft>,
    pub(super) blocks: HashSet<usize>,
}

impl Turns {
    /// Whether the unit is somebody's turn as a whole.
    pub fn covers(&self, unit: &Unit) -> bool {
        self.blocks.contains(&unit.block)
    }
}

/// The fewest turns that make a transcript: with labels in capitals, and with others.
const ENOUGH: usize = 3;
const ENOUGH_OF_ANY: usize = 4;
/// … where there is nothing else; and the fewest tokens that each says then.
const ENOUGH_OF_ALL: usize = 2;
const SHORTEST: usize = 2;
/// The longest label, in tokens.
const LONGEST: usize = 20;

/// A block that begins with a label.
struct Turn {
    block: usize,
    label: Range<usize>,
    /// The part of the label that names who speaks: without constituency, party and post.
    name: Range<usize>,
    words: Range<usize>,
    /// A quotation mark stands before the label: the whole transcript is quoted.
    marked: bool,
    capitals: bool,
}

/// The turns of an article, if it is a transcript.
pub(crate) fn turns(doc: &Doc, entities: &[Entity]) -> Turns {
    let mut blocks: Vec<(usize, Range<usize>)> = Vec::new();
    for sentence in &doc.sentences {
        match blocks.last_mut() {
            Some((block, tokens)) if *block == sentence.block => tokens.end = sentence.tokens.end,
            _ => blocks.push((sentence.block, sentence.tokens.clone())),
        }
    }
    let mut found: Vec<(usize, Turn)> = blocks
        .iter()
        .enumerate()
        .filter_map(|(at, (block, tokens))| Some((at, turn(doc, *block, tokens.clone())?)))
        .collect();
    let key = |turn: &Turn| doc.words(turn.name.clone()).trim_end_matches('.').to_lowercase();
    let mut counts: HashMap<String, usize> = HashMap::default();
    for (_, turn) in &found {
        *counts.entry(key(turn)).or_default() += 1;
    }
    // A label in the headline is one if it comes again: "Tarn: Pier ‘Unsafe’" is none.
    found.retain(|(_, turn)| {
        doc.block_kind(turn.label.start) != BlockKind::Headline || counts.get(&key(turn)).copied() > Some(1)
    });
    // "A. Open the gate. B. …": an answer needs a question.
    if !found.iter().any(|(_, turn)| doc.word(turn.label.start).starts_with('Q')) {
        found.retain(|(_, turn)| letter_label(doc, turn.label.start..turn.words.end).is_none());
    }
    let capitals = found.iter().filter(|(_, turn)| turn.capitals).count();
    let again = counts.values().any(|&count| count > 1);
    // Where most labels are in capitals, another colon is none of them: "Tarn: Pier ‘Unsafe’" in a headline.
    let in_capitals = capitals >= ENOUGH && capitals * 2 >= found.len();
    let is_all = in_capitals || is_nothing_else(doc, entities, &blocks, &found);
    if in_capitals || !(is_all || found.len() >= ENOUGH_OF_ANY && again) {
        found.retain(|(_, turn)| turn.capitals);
        if capitals < ENOUGH || found.len() < ENOUGH {
            return interview::answers(doc, entities, &blocks);
        }
    }
    let mut turns = Turns::default();
    // "A:" answers, and is whoever the interview presents.
    let first = found.first().map_or(0, |(_, turn)| turn.label.start);
    let letter = |turn: &Turn| doc.words(turn.label.clone()).trim_end_matches('.');
    let has = |one: &str| found.iter().any(|(_, turn)| letter(turn) == one);
    let presented = if has("Q") && has("A") { interview::presented(doc, entities, first) } else { None };
    for (at, turn) in &found {
        turns.blocks.insert(turn.block);
        let mut segments = vec![doc.span(turn.words.clone())];
        // A turn of several paragraphs in marks: each opens with a mark, and only the first has the label.
        for (block, tokens) in blocks[at + 1..].iter().take_while(|_| turn.marked) {
            let labelled = found.binary_search_by_key(block, |(_, turn)| turn.block).is_ok();
            let speech = doc.block_kind(tokens.start) != BlockKind::Furniture;
            if labelled || !speech || !is_mark(doc, tokens.start) {
                break;
            }
            turns.blocks.insert(*block);
            let words = within_marks(doc, tokens.start + 1..tokens.end);
            // "(CROSSTALK)" is the printer's.
            let aside = doc.word(words.start) == "(" && doc.word(words.end.saturating_sub(1)) == ")";
            if !aside && !words.is_empty() {
                segments.push(doc.span(words));
            }
        }
        // The stop of "Q." is the label's own.
        let cue = Some(turn.label.end..turn.label.end + 1).filter(|cue| cue.end <= turn.words.start);
        let answers = presented.clone().filter(|_| letter(turn) == "A");
        turns.drafts.push(match answers {
            Some(name) => draft(segments, name, None, Why::Interview, weights::INTERVIEW),
            None => draft(segments, turn.name.clone(), cue, Why::Transcript, weights::TRANSCRIPT),
        });
    }
    turns
}

/// Whether the article is nothing but turns, each of somebody with a name: two are enough then.
fn is_nothing_else(
    doc: &Doc,
    entities: &[Entity],
    blocks: &[(usize, Range<usize>)],
    found: &[(usize, Turn)],
) -> bool {
    let is_body = |tokens: &Range<usize>| {
        matches!(
            doc.block_kind(tokens.start),
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quotation
        )
    };
    let body = blocks.iter().filter(|(_, tokens)| is_body(tokens)).count();
    if found.len() < ENOUGH_OF_ALL || found.len() * 4 < body * 3 {
        return false;
    }
    let names = |turn: &Turn, kind: fn(EntityType) -> bool| {
        let span = doc.span(turn.name.clone());
        entities
            .iter()
            .filter(|entity| kind(entity.kind))
            .flat_map(|entity| &entity.mentions)
            .any(|mention| mention.kind == MentionKind::Name && mention.span.overlaps(span))
    };
    // "Tilda Marsh: …" is a name by its form, too, unless it is known as something else; "Reporter", "Speaker 2" are roles.
    let is_named = |turn: &Turn| {
        names(turn, |kind| matches!(kind, EntityType::Person | EntityType::Org))
            || is_role(doc, turn.name.clone())
            || turn.name.len() >= 2
                && turn
                    .name
                    .clone()
                    .all(|at| doc.tokens[at].is_capital() && !doc.is(at, WordClass::FunctionWord))
                && !names(turn, |kind| kind != EntityType::Person)
    };
    // Where no name is known, somebody speaks of themselves or asks.
    let asks = |turn: &Turn| turn.words.clone().any(|at| doc.word(at) == "?");
    let talks = |turn: &Turn| {
        names(turn, |kind| kind == EntityType::Person)
            || asks(turn)
            || turn.words.clone().any(|at| speaks_of_self(doc, at) || doc.normal(at) == "you")
    };
    // "Newsdesk: Is anybody hurt?": whoever talks with somebody who has a name is somebody, whatever they are called.
    let mut seen = HashSet::default();
    let comes_again = found.iter().any(|(_, turn)| !seen.insert(doc.words(turn.name.clone())));
    let in_talk = |turn: &Turn| turn.name.len() <= 2 && (comes_again || asks(turn));
    let all_speak =
        found.iter().all(|(_, turn)| (is_named(turn) || in_talk(turn)) && turn.words.len() >= SHORTEST);
    all_speak && found.iter().any(|(_, turn)| is_named(turn)) && found.iter().any(|(_, turn)| talks(turn))
}

/// "Reporter", "Night Nurse", "Speaker 2": a noun for a person, and perhaps which.
fn is_role(doc: &Doc, name: Range<usize>) -> bool {
    let is_number = |at: usize| doc.tokens[at].kind == TokenKind::Number;
    let last = name.clone().rev().find(|&at| !is_number(at));
    last.is_some_and(|at| at + 2 >= name.end && Lexicon::get().word(doc.normal(at)).is_person_noun())
}

pub(super) fn speaks_of_self(doc: &Doc, at: usize) -> bool {
    matches!(doc.normal(at), "i" | "i'm" | "i've" | "my" | "we" | "me" | "our")
}

/// Verbatim words, marks or no marks.
pub(super) fn draft(
    segments: Vec<Span>,
    name: Range<usize>,
    cue: Option<Range<usize>>,
    why: Why,
    confidence: f32,
) -> Draft {
    Draft {
        kind: QuoteKind::Direct,
        segments,
        cue,
        source: Some(Source { head: name.clone(), tokens: name, named: None }),
        confidence,
        why,
        polarity: Polarity::Positive,
        sense: Sense::Speech,
    }
}

pub(super) fn is_mark(doc: &Doc, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::QuoteMark)
}

/// Without the marks that close it.
fn within_marks(doc: &Doc, mut tokens: Range<usize>) -> Range<usize> {
    while !tokens.is_empty() && is_mark(doc, tokens.end - 1) {
        tokens.end -= 1;
    }
    tokens
}

/// The block as a turn, if it begins with a label.
fn turn(doc: &Doc, block: usize, tokens: Range<usize>) -> Option<Turn> {
    let marked = is_mark(doc, tokens.start);
    let start = tokens.start + usize::from(marked);
    let colon = (start + 1..tokens.end.min(start + LONGEST)).find(|&i| doc.word(i) == ":");
    let colon = letter_label(doc, start..tokens.end).or(colon)?;
    let label = start..colon.max(start + 1);
    let letters = || doc.words(label.clone()).chars().filter(|c| c.is_alphabetic());
    let capitals = letters().count() > 1 && letters().all(char::is_uppercase);
    let words = within_marks(doc, (colon + 1).max(label.end)..tokens.end);
    let named = capitals || is_label(doc, label.clone());
    if !named || words.is_empty() || is_mark(doc, words.start) && !marked {
        return None;
    }
    let name = named_in(doc, label.clone());
    Some(Turn { block, label, name, words, marked, capitals })
}

/// The mark behind the letter of "Q. How old is it?", "A – Older than the town."; where it is written on to the letter, the
/// letter itself.
fn letter_label(doc: &Doc, tokens: Range<usize>) -> Option<usize> {
    let at = tokens.start;
    match doc.word(at) {
        "Q." | "A." => Some(at),
        "Q" | "A" if tokens.contains(&(at + 1)) => {
            let mark = doc.word(at + 1);
            let dash = matches!(mark, "–" | "—" | "-") && !doc.tokens[at + 1].glued;
            (dash || mark == "." && doc.tokens[at + 1].glued).then_some(at + 1)
        }
        _ => None,
    }
}

/// "Mr Speaker", "Owen Pell (Cardiff East) (Lab)", "The Secretary of State for Trade (Ida Tarn)", "Q": names and posts,
/// and no verb.
fn is_label(doc: &Doc, label: Range<usize>) -> bool {
    label.clone().all(|at| {
        let token = &doc.tokens[at];
        !token.is_word()
            || token.is_capital()
            || doc.is(at, WordClass::FunctionWord)
            || in_brackets(doc, &label, at)
    }) && doc.tokens[label.start].is_capital()
        && label.len() <= LONGEST
        && (is_role(doc, label.clone())
            || doc.tokens[label].iter().all(|token| token.kind != TokenKind::Number))
}

fn in_brackets(doc: &Doc, label: &Range<usize>, at: usize) -> bool {
    (label.start..at).any(|i| doc.word(i) == "(") && (at..label.end).any(|i| doc.word(i) == ")")
}

/// Who speaks by a label: what stands before a bracket or a comma, or in the bracket behind a post.
fn named_in(doc: &Doc, label: Range<usize>) -> Range<usize> {
    let cut = label.clone().find(|&i| matches!(doc.word(i), "(" | ",")).unwrap_or(label.end);
    if doc.normal(label.start) == "the" && doc.word(cut) == "(" {
        let close = (cut..label.end).find(|&i| doc.word(i) == ")").unwrap_or(label.end);
        let name = cut + 1..close;
        if name.len() > 1 && name.clone().all(|i| doc.tokens[i].is_capital()) {
            return name;
        }
    }
    if cut > label.start { label.start..cut } else { label }
}
