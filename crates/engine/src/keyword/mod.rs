//! The phrases that an article is about.
//!
//! Candidates are runs of words that can be noun phrases ([`chunk`]); they are ranked in the manner of YAKE
//! (Campos et al., "YAKE! Keyword extraction from single documents using multiple local features", 2020) and RAKE
//! (Rose et al., 2010): by how often their words and they themselves recur, how early they first appear and
//! whether the headline has them. The most mentioned names stand among them. One phrase stands for all that it
//! holds or that hold it.

mod chunk;
mod stem;
#[cfg(test)]
mod tests;
pub(crate) mod words;

use rustc_hash::FxHashMap as HashMap;
use std::ops::Range;

use analysis::{BlockKind, Entity, EntityType, KeyPhrase, MentionKind, Span};

use crate::doc::Doc;
use crate::lexicon::Lexicon;
use crate::token::TokenKind;
pub(crate) use stem::stem;

/// Words a phrase has at most, hyphens not counted.
const LONGEST: usize = 3;

/// A text of fewer words than this is about too little to have key phrases.
const FEWEST_WORDS: usize = 40;

/// How many candidates are looked at for each phrase wanted.
const CHOICE: usize = 8;

/// Names among the key phrases at most.
const MOST_NAMES: usize = 3;

/// The key phrases, best first: none for a few words, five to ten for an article.
pub(crate) fn phrases(doc: &Doc, entities: &[Entity]) -> Vec<KeyPhrase> {
    let word_count = doc.tokens.iter().filter(|token| token.is_word()).count();
    if word_count < FEWEST_WORDS {
        return Vec::new();
    }
    let most = (4 + word_count / 100).clamp(5, 10);
    let names = names(entities);
    let mut candidates = Candidates::read(doc, entities).ranked();
    candidates.truncate(most * CHOICE);
    let mut chosen: Vec<(f64, KeyPhrase)> = Vec::new();
    let mut used: HashMap<u32, i32> = HashMap::default();
    let best = candidates.first().map_or(1.0, |candidate| candidate.score);
    while chosen.len() + names.len() < most && !candidates.is_empty() {
        // Each word that a chosen phrase has already makes a candidate half as good.
        let value = |candidate: &Candidate| {
            let again: i32 = candidate.stems.iter().map(|stem| used.get(stem).copied().unwrap_or(0)).sum();
            candidate.score * libm::ldexp(1.0, -again)
        };
        let Some(index) = (0..candidates.len())
            .max_by(|a, b| value(&candidates[*a]).total_cmp(&value(&candidates[*b])).then(b.cmp(a)))
        else {
            break;
        };
        let score = value(&candidates[index]) / best;
        let candidate = candidates.remove(index);
        candidates.retain(|other| !alike(&other.stems, &candidate.stems));
        for stem in &candidate.stems {
            *used.entry(*stem).or_insert(0) += 1;
        }
        let phrase = KeyPhrase {
            text: best_written(doc, &candidate.mentions).to_owned(),
            score: score as f32,
            mentions: candidate.mentions.iter().map(|tokens| doc.span(tokens.clone())).collect(),
        };
        chosen.push((score, phrase));
    }
    chosen.extend(names);
    chosen.sort_by(|(a, x), (b, y)| b.total_cmp(a).then_with(|| first(x).cmp(&first(y))));
    chosen.into_iter().map(|(_, phrase)| phrase).collect()
}

fn first(phrase: &KeyPhrase) -> Span {
    phrase.mentions.first().copied().unwrap_or_default()
}

/// The phrase as it stands inside a sentence, if it does anywhere.
fn best_written<'a>(doc: &Doc<'a>, mentions: &[Range<usize>]) -> &'a str {
    let inside = mentions.iter().find(|tokens| doc.tokens.get(tokens.start).is_some_and(|t| !t.is_capital()));
    inside.or(mentions.first()).map_or("", |tokens| doc.words(tokens.clone()))
}

/// The names mentioned most, each at least three times.
fn names(entities: &[Entity]) -> Vec<(f64, KeyPhrase)> {
    let mut named: Vec<&Entity> = entities.iter().filter(|entity| is_subject(entity)).collect();
    named.sort_by_key(|entity| (std::cmp::Reverse(entity.mentions.len()), entity.id));
    let most = named.first().map_or(1, |entity| entity.mentions.len());
    named
        .into_iter()
        .take(MOST_NAMES)
        .map(|entity| {
            let score = entity.mentions.len() as f64 / most as f64;
            let mentions =
                entity.mentions.iter().filter(|m| m.kind == MentionKind::Name).map(|m| m.span).collect();
            (score, KeyPhrase { text: entity.name.clone(), score: score as f32, mentions })
        })
        .filter(|(_, phrase)| !phrase.mentions.is_empty())
        .collect()
}

/// Whether a name can stand for what an article is about.
fn is_subject(entity: &Entity) -> bool {
    let named = entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name).take(2).count();
    !entity.kind.is_value() && entity.kind != EntityType::Norp && named == 2 && entity.mentions.len() >= 3
}

/// Whether one phrase holds the other, or both are about the same but for one word of three.
fn alike(a: &[u32], b: &[u32]) -> bool {
    let shared = a.iter().filter(|stem| b.contains(stem)).count();
    shared == a.len().min(b.len()) || shared >= 2
}

/// "officials", "company": who and what every article has.
fn stands_badly_alone(normal: &str) -> bool {
    let facts = Lexicon::get().word(normal);
    facts.is_person_noun() || facts.is_person_plural() || words::is_too_wide(normal)
}

/// A phrase that may be chosen.
struct Candidate {
    score: f64,
    stems: Vec<u32>,
    /// In order; never empty.
    mentions: Vec<Range<usize>>,
}

/// Everything that is counted before phrases can be ranked.
struct Candidates {
    /// How often each stem occurs, twice more for the headline.
    counts: Vec<f64>,
    /// Each phrase with its places and the sentence of the first.
    phrases: Vec<(Vec<u32>, Vec<Range<usize>>, usize)>,
    sentences: usize,
}

impl Candidates {
    fn read(doc: &Doc, entities: &[Entity]) -> Self {
        let mut taken: Vec<Range<usize>> = entities
            .iter()
            .flat_map(|entity| &entity.mentions)
            .filter(|mention| mention.kind == MentionKind::Name)
            .map(|mention| doc.tokens_in(mention.span))
            .collect();
        taken.sort_by_key(|tokens| tokens.start);
        let mut numbers: HashMap<String, u32> = HashMap::default();
        let mut known: HashMap<Vec<u32>, usize> = HashMap::default();
        let mut all = Candidates { counts: Vec::new(), phrases: Vec::new(), sentences: doc.sentences.len() };
        for (sentence, run) in chunk::chunks(doc, &taken) {
            let headline = doc.block_kind(run.start) == BlockKind::Headline;
            let words: Vec<usize> = run
                .clone()
                .filter(|at| doc.tokens.get(*at).is_some_and(|t| t.kind == TokenKind::Word))
                .collect();
            let stems: Vec<u32> = words
                .iter()
                .map(|at| {
                    let stem = stem(doc.normal(*at));
                    numbers.get(&*stem).copied().unwrap_or_else(|| {
                        let next = numbers.len() as u32;
                        numbers.insert(stem.into_owned(), next);
                        next
                    })
                })
                .collect();
            all.counts.resize(numbers.len(), 0.0);
            for stem in &stems {
                all.counts[*stem as usize] += if headline { 3.0 } else { 1.0 };
            }
            // The phrases that end where the run ends: its head and what goes before it.
            for length in 1..=words.len().min(LONGEST) {
                let from = words.len() - length;
                let glued =
                    doc.tokens.get(words[from].wrapping_sub(1)).is_some_and(|t| t.kind == TokenKind::Hyphen);
                let weak = length == 1 && stands_badly_alone(doc.normal(words[from]));
                if (glued && words[from] > run.start) || weak {
                    continue;
                }
                let key = &stems[from..];
                let index = match known.get(key) {
                    Some(index) => *index,
                    None => {
                        known.insert(key.to_vec(), all.phrases.len());
                        all.phrases.push((key.to_vec(), Vec::new(), sentence));
                        all.phrases.len() - 1
                    }
                };
                all.phrases[index].1.push(words[from]..run.end);
            }
        }
        all
    }

    /// The candidates, best first.
    fn ranked(self) -> Vec<Candidate> {
        let Candidates { counts, phrases, sentences } = self;
        let mut ranked: Vec<Candidate> = phrases
            .into_iter()
            .filter(|(stems, mentions, _)| stems.len() > 1 || mentions.len() > 1)
            .map(|(stems, mentions, sentence)| {
                let words: f64 = stems.iter().map(|stem| libm::log1p(counts[*stem as usize])).sum();
                let length = [0.5, 1.0, 0.9][stems.len().min(LONGEST) - 1] / libm::sqrt(stems.len() as f64);
                let repeats = 1.0 + libm::log(mentions.len() as f64);
                let place = 1.0 - 0.5 * (sentence as f64 / sentences.max(1) as f64);
                Candidate { score: words * length * repeats * place, stems, mentions }
            })
            .collect();
        ranked.sort_by(|a, b| {
            b.score.total_cmp(&a.score).then_with(|| a.mentions[0].start.cmp(&b.mentions[0].start))
        });
        ranked
    }
}
