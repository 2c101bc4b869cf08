//! The one voice of an article: where all that is said is one person's, so are the words in marks of which nothing else
//! tells whose they are.

use analysis::{EntityId, QuoteKind, Span};

use super::draft::{Draft, Source, Why};
use super::speaker::Mentions;
use super::weights;
use crate::doc::Doc;

/// So many quotes make a voice.
const ENOUGH: usize = 2;
/// So many words of the paragraph before are read.
const PARAGRAPH: usize = 120;
/// A shorter stretch in marks may be anything.
const SHORTEST: usize = 4;

/// Gives paragraphs of nothing but speech that have no source to the one who says all else, if that is one person.
pub(crate) fn one_voice(doc: &Doc, mentions: &Mentions, drafts: &mut [Draft]) {
    let Some((voice, sources)) = only_voice(doc, mentions, drafts) else { return };
    for draft in drafts.iter_mut().filter(|draft| is_left(draft)) {
        let mut words = draft.segments.iter().map(|&span| doc.tokens_in(span));
        let named = words.any(|tokens| tokens.len() < SHORTEST || mentions.names(voice, tokens));
        if named
            || !are_own_paragraphs(doc, &draft.segments)
            || is_another_brought_in(doc, mentions, draft, voice)
        {
            continue;
        }
        let before = sources.partition_point(|(start, _)| *start < begins(draft));
        let Some((_, source)) = sources.get(before.saturating_sub(1)) else { continue };
        draft.source = Some(source.clone());
        (draft.why, draft.confidence) = (Why::OneVoice, weights::ONE_VOICE);
    }
}

/// The one person whose words all others in marks are, and where they are named as their source, in order.
fn only_voice(doc: &Doc, mentions: &Mentions, drafts: &[Draft]) -> Option<(EntityId, Vec<(u32, Source)>)> {
    let mut voice = None;
    let mut sources = Vec::new();
    for draft in drafts.iter().filter(|draft| draft.kind != QuoteKind::Indirect && !is_left(draft)) {
        let source = draft.source.clone()?;
        let person = mentions.person_meant(doc, &source)?;
        if *voice.get_or_insert(person) != person {
            return None;
        }
        sources.push((begins(draft), source));
    }
    voice.filter(|_| sources.len() >= ENOUGH).map(|voice| (voice, sources))
}

fn is_left(draft: &Draft) -> bool {
    draft.source.is_none() && draft.kind == QuoteKind::Direct
}

fn begins(draft: &Draft) -> u32 {
    draft.segments.first().map_or(0, |span| span.start)
}

/// Whether nothing but these words in marks stands in their paragraphs.
fn are_own_paragraphs(doc: &Doc, words: &[Span]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let block = |byte: u32| {
        let sentence = doc.sentences.get(doc.sentence_of(doc.token_at(byte as usize)))?;
        doc.document.blocks.get(sentence.block).map(|block| block.span)
    };
    let (Some(opens), Some(closes)) = (block(first.start), block(last.end.saturating_sub(1))) else {
        return false;
    };
    let bare = |from: u32, to: u32| {
        let beside = doc.text.get(from as usize..to as usize).unwrap_or_default();
        !beside.contains(char::is_alphanumeric)
    };
    bare(opens.start, first.start)
        && words.windows(2).all(|pair| bare(pair[0].end, pair[1].start))
        && bare(last.end, closes.end)
}

/// Whether the paragraph before the words names somebody else, or a phrase with a capital that may be a name: "Ida Tarn
/// works at the desk. / “When I came, …”"
fn is_another_brought_in(doc: &Doc, mentions: &Mentions, draft: &Draft, voice: EntityId) -> bool {
    let Some(before) = doc.token_at(begins(draft) as usize).checked_sub(2) else { return false };
    let block = |token: usize| doc.sentences.get(doc.sentence_of(token)).map(|sentence| sentence.block);
    let own = block(before);
    let words = (0..=before).rev().take(PARAGRAPH).take_while(|&token| block(token) == own);
    words.into_iter().any(|token| {
        let person = mentions.person_at(token).is_some_and(|person| person != voice);
        let opens =
            doc.begins_sentence(token) && doc.tokens.get(token + 1).is_some_and(|next| next.is_capital());
        person || opens && mentions.at_token(token).is_none() && doc.tokens[token].is_capital()
    })
}
